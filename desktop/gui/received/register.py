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


def returns_table(returns: Sequence[StoredReturn], lang: Language, *, narrow: bool) -> Grid:
    """One line a return; a narrow one leaves to the details what can be said there."""
    imported = () if narrow else (lang._("Imported"),)
    published = lang._("Published") if narrow else lang._("Published on")
    remarks = lang._("Notes") if narrow else lang._("Remarks")
    state = "" if narrow else lang._("State")
    headings = (
        lang._("File"), lang._("From"), lang._("Months"), published, *imported,
        lang._("New"), lang._("Changed"), remarks, state,
    )  # fmt: skip
    words = {0, 1, 2, 3, len(headings) - 1} | (set() if narrow else {4})
    rows = tuple(_line(held, lang, narrow=narrow) for held in returns)
    return Grid(headings, rows, frozenset(words))


def _line(held: StoredReturn, lang: Language, *, narrow: bool) -> tuple[Cell, ...]:
    ink = Tone.MUTED if held.withdrawn else Tone.PLAIN
    quiet = Tone.MUTED if held.withdrawn else Tone.SECONDARY
    imported = Cell(moment_words(held.imported_at, lang), quiet, tip=held.imported_by)
    return (
        Cell(held.name, ink, tip=f"{held.name}\nSHA-256 {held.content_hash}"),
        Cell(sender_name(held.sender, lang), quiet, tip=layout_name(held.layout, lang)),
        Cell(covered_words(held, lang), ink),
        Cell(lang.date(held.reported_on), ink, tip=origin_words(held.date_origin, lang)),
        *(() if narrow else (imported,)),
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
