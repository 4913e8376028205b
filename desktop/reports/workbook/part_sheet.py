"""The sheet on what was chosen: a market, an item, a group, or an item within a market."""

from __future__ import annotations

from typing import TYPE_CHECKING

from desktop.analysis.inside_wording import difference_told
from desktop.figures.wording import capitalised
from desktop.reports.content.on_part import part_section
from desktop.reports.content.report import Number, Unit
from desktop.reports.content.saying import Saying
from desktop.reports.prose import phrases
from desktop.reports.workbook import look
from desktop.reports.workbook.months_table import in_millions
from desktop.reports.workbook.page import HEAD_ROW, Desk, Page

if TYPE_CHECKING:
    from collections.abc import Iterator

    from desktop.analysis.results import Progress
    from desktop.figures.wording import Language
    from desktop.reports.content.report import Table
    from desktop.reports.workbook.asked import Summary

WIDTHS = (40.0, *(16.0,) * 5)
_LETTERS = 11


def write(desk: Desk, asked: Summary) -> None:
    """Write what a briefing says of it, sentence by sentence, and its largest parts."""
    language = desk.language
    (told,) = part_section(Saying(asked.overview, asked.beside, language))
    page = desk.page(language._("Selection"), WIDTHS)
    months = capitalised(phrases.months_told(asked.overview.through, language))
    notes = (months, *(table.note for table in told.tables))
    page.title(told.title, " · ".join(notes))
    row = HEAD_ROW
    for sentence in told.sentences:
        page.paragraph(row, sentence.text, "sentence", _LETTERS)
        row += 1
    for name, flow in _flows(asked, language):
        if apart := difference_told(flow, language):
            page.paragraph(row, f"{name}: {apart}", "source", 8)
            row += 1
    for table in told.tables:
        row = _table(page, row + 1, table)
    page.foot(told.title)
    page.print_to(row - 1)


def _flows(asked: Summary, language: Language) -> Iterator[tuple[str, Progress]]:
    """Name what of it is sold and bought, as far as it is held."""
    part = asked.beside.part
    if part and part.exports:
        yield language._("Exports"), part.exports
    if part and part.imports:
        yield language._("Imports"), part.imports


def _table(page: Page, row: int, table: Table) -> int:
    """Write a table under its heads; give the row after it."""
    page.heads([column.head for column in table.columns], left=(0,), row=row)
    for held in table.rows:
        row += 1
        for column, cell in enumerate(held.cells):
            if isinstance(cell, Number):
                amount = cell.unit is Unit.USD
                value = in_millions(cell.value) if amount and cell.value is not None else cell.value
                number = look.MILLIONS if amount else look.SIGNED_PERCENT
                page.put(row, column, value, "cell", number)
            else:
                page.put(row, column, cell)
    return row + 1
