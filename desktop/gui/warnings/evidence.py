"""What a warning rests on, as a sentence and as a table that leads to file, sheet and cell."""

from __future__ import annotations

from desktop.analysis.warnings.results import EarlyWarning, Evidence
from desktop.analysis.warnings.words import (
    FACTS,
    RULES,
    amount_text,
    in_billions,
    name_of,
    since_text,
    told,
)
from desktop.figures.figure import Source
from desktop.figures.month import Month
from desktop.figures.wording import Language
from desktop.gui.parts.dates import month_words
from desktop.gui.parts.grid import Cell, Grid
from desktop.gui.tokens import Tone


def described(warning: EarlyWarning, lang: Language) -> str:
    """Say the rule, the rest of the sentence, and since when it has held."""
    said = told(warning, lang)
    parts = [lang._(RULES[warning.rule]), said.rest, since_text(warning, lang)]
    return " · ".join(part for part in parts if part)


def evidence_grid(warning: EarlyWarning, lang: Language) -> Grid:
    """Give a row for each figure, with the cells that it was read in."""
    headings = (
        lang._("Of what"), lang._("Figure"), lang._("Months"), lang._("Amount"),
        lang._("Sheet!cell · file"),
    )  # fmt: skip
    evidence = (*warning.evidence, *warning.more)
    billions = in_billions(evidence)
    rows = tuple(_row(e, lang, billions=billions) for e in evidence)
    return Grid(headings, rows, frozenset({0, 1, 2, 4}))


def _row(evidence: Evidence, lang: Language, *, billions: bool) -> tuple[Cell, ...]:
    sources = list(dict.fromkeys(evidence.sources))
    more = lang.plural(" and {count} more", " and {count} more", len(sources) - 1)
    return (
        Cell(name_of(evidence.series, lang)),
        Cell(lang._(FACTS[evidence.fact]), Tone.SECONDARY),
        Cell(_months(*evidence.months, lang), Tone.SECONDARY),
        Cell(amount_text(evidence, lang, billions=billions)),
        Cell(
            _place(sources[0], more if len(sources) > 1 else "") if sources else "–",
            Tone.MUTED, "\n".join(map(str, sources)),
        ),
    )  # fmt: skip


def _months(first: Month, last: Month, lang: Language) -> str:
    """Name a month, the months of a year since January, or from which month to which."""
    if first == last:
        return month_words(last, lang)
    if first == Month(last.year, 1):
        return lang.plural("{count} month {year}", "{count} months {year}", last.number,
                           year=last.year)  # fmt: skip
    return f"{month_words(first, lang)}–{month_words(last, lang)}"


def _place(source: Source, more: str) -> str:
    """Write the cell before the file: where there is no room, its name is what is cut."""
    return f"{source.sheet}!{source.cell}{more} · {source.file}"
