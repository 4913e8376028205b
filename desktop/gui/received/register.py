"""The list of returns as a table: what came, from whom, when, what it covers and changed."""

from __future__ import annotations

from collections.abc import Sequence

from desktop.figures.finding import Severity
from desktop.figures.finding_texts import sentence
from desktop.figures.layouts import layout_name, sender_name
from desktop.figures.received import StoredReturn
from desktop.figures.wording import Language
from desktop.gui.parts.grid import Cell, Grid
from desktop.gui.received.words import covered_words, moment_words
from desktop.gui.review.words import origin_words
from desktop.gui.tokens import Tone

_MOST_TOLD = 12
_FROM, _PUBLISHED, _IMPORTED = 1, 3, 4
_WORDS = frozenset({0, _FROM, 2, _PUBLISHED, _IMPORTED, 8})


def returns_table(
    returns: Sequence[StoredReturn], lang: Language, *, narrow: bool, tight: bool = False
) -> Grid:
    """A line a return; a narrow one leaves some of it to the details, a tight one more."""
    headings = (
        lang._("File"), lang._("From"), lang._("Months"),
        lang._("Published") if narrow else lang._("Published on"),
        lang._("Imported"), lang._("New"), lang._("Changed"),
        lang._("Findings"), "" if narrow else lang._("State"),
    )  # fmt: skip
    out = _left_out(returns) if tight else frozenset({_IMPORTED} if narrow else ())
    kept = tuple(column for column in range(len(headings)) if column not in out)
    rows = (_line(held, lang, narrow=narrow) for held in returns)
    return Grid(
        tuple(headings[column] for column in kept),
        tuple(tuple(cells[column] for column in kept) for cells in rows),
        frozenset(place for place, column in enumerate(kept) if column in _WORDS),
    )


def _left_out(returns: Sequence[StoredReturn]) -> frozenset[int]:
    """Leave the files' names their room: of several senders each is told, else the day."""
    several = len({held.sender for held in returns}) > 1
    return frozenset({_IMPORTED, _PUBLISHED if several else _FROM})


def _line(held: StoredReturn, lang: Language, *, narrow: bool) -> tuple[Cell, ...]:
    ink = Tone.MUTED if held.withdrawn else Tone.PLAIN
    quiet = Tone.MUTED if held.withdrawn else Tone.SECONDARY
    return (
        Cell(held.name, ink, tip=f"{held.name}\nSHA-256 {held.content_hash}"),
        Cell(sender_name(held.sender, lang), quiet, tip=layout_name(held.layout, lang)),
        Cell(covered_words(held, lang), ink),
        Cell(lang.date(held.reported_on), ink, tip=origin_words(held.date_origin, lang)),
        Cell(moment_words(held.imported_at, lang), quiet, tip=held.imported_by),
        Cell(lang.number(held.new), ink),
        Cell(lang.number(held.changed), Tone.WARN if held.changed and not held.withdrawn else ink),
        _findings(held, lang),
        _state(held, lang, narrow=narrow),
    )


def _state(held: StoredReturn, lang: Language, *, narrow: bool) -> Cell:
    if held.waiting:
        sign, words, tone = "?", lang._("to be approved"), Tone.WARN
    elif held.withdrawn:
        sign, words, tone = "–", lang._("withdrawn"), Tone.MUTED
    else:
        sign, words, tone = "✓", lang._("counts"), Tone.GOOD
    return Cell(sign if narrow else f"{sign} {words}", tone, tip=words)


def _findings(held: StoredReturn, lang: Language) -> Cell:
    graves = [f for f in held.findings if f.severity is not Severity.NOTE]
    told = "\n".join(sentence(finding, lang) for finding in held.findings[:_MOST_TOLD])
    mark = "▲ " if graves else ""
    tone = Tone.WARN if graves and not held.withdrawn else Tone.MUTED
    return Cell(mark + lang.number(len(held.findings)), tone, tip=told)
