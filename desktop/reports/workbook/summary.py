"""The summary workbook: what is known of a year, as sheets to check, print and send on."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, datetime
from pathlib import Path

from xlsxwriter.exceptions import FileCreateError
from xlsxwriter.workbook import Workbook

from desktop.analysis.results import Overview
from desktop.figures.figure_list import AUTHOR
from desktop.figures.progress import Progress, unheard
from desktop.figures.received import StoredReturn
from desktop.figures.summary_sheets import STANDARD_SHEETS, SummarySheet
from desktop.figures.wording import Language, capitalised, in_millions, side_by_side
from desktop.reports.beside import NOTHING_BESIDE, Beside
from desktop.reports.prose.phrases import months_told
from desktop.reports.provenance import vintage_text
from desktop.reports.saving import save_made
from desktop.reports.workbook import (
    balance_sheet,
    cover,
    data_sheet,
    method_sheet,
    outlook_sheet,
    part_sheet,
    progress_sheet,
    ranking_sheet,
    revisions_sheet,
    sources_sheet,
    structure_sheet,
    targets_sheet,
    warnings_sheet,
)
from desktop.reports.workbook.asked import Summary
from desktop.reports.workbook.carried import Carried, carry
from desktop.reports.workbook.headline_table import FlowCells
from desktop.reports.workbook.look import FONT, Look
from desktop.reports.workbook.page import Desk, plain
from desktop.reports.workbook.plain_formulas import PlainFormulas
from desktop.reports.workbook.ranking_sheet import ITEMS, MARKETS, Whole

_TEXT_IS_TEXT = {
    "strings_to_formulas": False,
    "strings_to_numbers": False,
    "strings_to_urls": False,
}
_LINKED = (
    SummarySheet.COVER,
    SummarySheet.PROGRESS,
    SummarySheet.BALANCE,
    SummarySheet.ITEMS,
    SummarySheet.MARKETS,
)
"""Sheets whose formulas refer to one another."""


def make(summary: Summary, file: Path, progress: Progress = unheard) -> None:
    """Write the summary workbook (.xlsx) into a file of its own.

    Amounts on its sheets are million US dollars; totals, growth, shares, gaps, contributions and
    required averages are formulas that also carry their values. `progress` is told of every sheet,
    and of the figures of a long list; it may stop the writing.
    """
    to_disk = SummarySheet.DATA in summary.sheets and summary.beside.data is not None
    defaults = {"font_name": FONT, "font_size": 10}
    options = {"in_memory": not to_disk, "default_format_properties": defaults, **_TEXT_IS_TEXT}
    workbook = Workbook(file, {**options, "tmpdir": str(file.parent)})
    workbook.worksheet_class = PlainFormulas
    try:
        _describe(workbook, summary)
        if summary.carried:
            carry(workbook, summary.carried)
        count = len({*summary.sheets, *_LINKED})
        amounts = _amounts(summary.overview)
        look = Look(workbook, in_millions(amounts))
        places = side_by_side(amounts)
        desk = Desk(workbook, look, summary.language, progress, count, places)
        if set(summary.sheets).intersection(_LINKED):
            _linked(desk, summary)
        _others(desk, summary)
        _open_first(workbook)
        workbook.close()
    except FileCreateError as error:
        raise error.args[0] from error
    finally:
        data_sheet.leave_nothing(workbook)


def _amounts(overview: Overview) -> tuple[float | None, ...]:
    """Give the largest amounts of a workbook, US dollars: others stand beside them."""
    flows = (overview.exports, overview.imports)
    return tuple(a for flow in flows for a in (flow.cumulative, flow.base_year, flow.target_usd))


def write_summary(  # noqa: PLR0913 - what it is made of, each by its name
    overview: Overview,
    out: Path,
    *,
    language: Language,
    returns: Sequence[StoredReturn],
    told_at: datetime,
    beside: Beside = NOTHING_BESIDE,
    sheets: Sequence[SummarySheet] = STANDARD_SHEETS,
    progress: Progress = unheard,
    carried: Carried | None = None,
) -> None:
    """Write the summary workbook, whole or not at all; for the rest see `Summary` and `make`.

    A file that stands at `out` is replaced once the new one is complete. Raises `Refused` where it
    cannot be written there; nothing was changed.
    """
    told = Summary(overview, language, returns, told_at, beside, sheets, carried)
    save_made(lambda file: make(told, file, progress), out)


def _linked(desk: Desk, asked: Summary) -> None:
    """Write the sheets that refer to one another, and hide those that are not wanted."""
    overview, language = asked.overview, desk.language
    first = desk.page(language._("Overview"), cover.WIDTHS)
    progress = progress_sheet.write(desk, overview)
    imports = balance_sheet.write(desk, overview, progress.months)
    index = overview.through.number - 1
    whole = Whole(progress.months.to_date[index], progress.months.last_to_date[index])
    flow = asked.beside.structure.exports if asked.beside.structure else None
    split = flow.items if flow else None
    items = ranking_sheet.write(desk, overview, ITEMS, overview.items, whole, split)
    split = flow.markets if flow else None
    ranking_sheet.write(desk, overview, MARKETS, overview.markets, whole, split)
    flows = (
        FlowCells(overview.exports, progress.months, progress.path[index]),
        FlowCells(overview.imports, imports, None),
    )
    stamp = cover.Stamp(asked.returns, asked.told_at)
    cover.write(desk, first, overview, flows, cover.Drawn(progress, items), stamp)
    for sheet, written in zip(_LINKED, desk.workbook.worksheets(), strict=True):
        if sheet not in asked.sheets:
            written.hide()


def _others(desk: Desk, asked: Summary) -> None:
    """Write the sheets that stand alone, in their order."""
    wanted, beside = asked.sheets, asked.beside
    if beside.part:
        part_sheet.write(desk, asked)
    if SummarySheet.TARGETS in wanted:
        targets_sheet.write(desk, asked.overview, beside.structure)
    if SummarySheet.STRUCTURE in wanted and beside.structure:
        structure_sheet.write(desk, beside.structure)
    if SummarySheet.OUTLOOK in wanted and beside.outlook:
        outlook_sheet.write(desk, beside.outlook, beside.scenarios)
    if SummarySheet.WARNINGS in wanted and beside.warnings:
        warnings_sheet.write(desk, beside.warnings)
    if SummarySheet.REVISIONS in wanted and beside.revised:
        revisions_sheet.write(desk, beside.revised)
    if SummarySheet.METHOD in wanted:
        method_sheet.write(desk, asked.overview)
    if SummarySheet.SOURCES in wanted:
        sources_sheet.write(desk, asked.returns, beside.again)
    if SummarySheet.DATA in wanted and beside.data is not None:
        years = asked.overview.year - 1, asked.overview.year
        data_sheet.write(desk, beside.data, years, nation_alone=beside.nation_alone)


def _open_first(workbook: Workbook) -> None:
    """Open on the first sheet that is shown."""
    shown = [sheet for sheet in workbook.worksheets() if not sheet.hidden]
    if shown:
        shown[0].activate()
        shown[0].set_first_sheet()


def _describe(workbook: Workbook, asked: Summary) -> None:
    overview, at, language = asked.overview, asked.told_at, asked.language
    title = language._("Exports of {year} against the year's target", year=overview.year)
    newest = sources_sheet.newest_report(asked.returns)
    workbook.set_properties(
        {
            "title": title,
            "subject": capitalised(months_told(overview.through, language)),
            "author": AUTHOR,
            "comments": plain(vintage_text(overview.vintage, newest, language)),
            "created": at.astimezone(UTC).replace(tzinfo=None) if at.tzinfo else at,
        }
    )
