"""The sheet of structure: groups, blocs, sectors with contributions that sum, who stands out."""

from __future__ import annotations

from typing import TYPE_CHECKING

from desktop.analysis.structure.wording import WINDOWS
from desktop.figures.groupings import Dimension, schemes
from desktop.figures.series import Flow
from desktop.figures.wording import N_
from desktop.reports.workbook import parts_table, standing_table
from desktop.reports.workbook.page import HEAD_ROW, Desk, Page

if TYPE_CHECKING:
    from desktop.analysis.structure_results import Split, Structure
    from desktop.figures.wording import Language

_LONG = 12
"""Parts of a table that begins a page: its heading is not left at the foot of the one before."""


def write(desk: Desk, told: Structure) -> None:
    """Write the structure of exports: groups first, then sectors, prices, and who stands out."""
    language = desk.language
    page = desk.page(language._("Structure"), parts_table.WIDTHS)
    page.title(
        language._("What exports consist of, and what made them grow"),
        language._(
            "{month} · {window} · million US dollars. Contribution: change over all exports a "
            "year before; contributions add up to the growth.",
            month=language.month(told.through).capitalize(),
            window=language._(WINDOWS[told.window]),
        ),
    )
    page.heads(parts_table.heads(language), left=(0,), inset=(parts_table.NOTE,))
    row, breaks = HEAD_ROW + 1, []
    for split in (s for s in told.groupings if s.flow is Flow.EXPORT):
        if len(split.parts) > _LONG and row > HEAD_ROW + 1:
            breaks.append(row)
        row = parts_table.write(page, row, split, _title(split, language)) + 1
    row = parts_table.write_sectors(page, row, told.exports) + 1
    if told.emerging and told.emerging.parts:
        row = parts_table.write(page, row, told.emerging, language._("Emerging markets")) + 1
    breaks.append(row)  # prices have other columns than those that each page repeats
    page.sheet.set_h_pagebreaks(breaks)
    row = standing_table.prices(page, row, told.exports.items) + 1
    row = standing_table.concentration(page, row, told.exports) + 1
    row = standing_table.clubs(page, row, told.exports)
    _finish(page, row, language)


def _finish(page: Page, row: int, language: Language) -> None:
    page.foot(language._("What exports consist of, and what made them grow"))
    page.freeze(1)
    page.print_to(row)


def _title(split: Split, language: Language) -> str:
    by = N_("Items: {scheme}") if split.dimension is Dimension.ITEM else N_("Markets: {scheme}")
    return language._(by, scheme=schemes()[split.scheme].name(language.code))
