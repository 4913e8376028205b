"""The summary workbook: one overview as sheets that an official can check, print and send on."""

from __future__ import annotations

import io
from collections.abc import Sequence
from datetime import UTC, datetime
from pathlib import Path

from xlsxwriter.workbook import Workbook

from desktop.analysis.results import Overview
from desktop.figures.received import StoredReturn
from desktop.figures.wording import Language
from desktop.reports.provenance import vintage_text
from desktop.reports.saving import save_whole
from desktop.reports.workbook import (
    balance_sheet,
    cover,
    progress_sheet,
    ranking_sheet,
    sources_sheet,
)
from desktop.reports.workbook.headline_table import FlowCells
from desktop.reports.workbook.look import FONT, Look
from desktop.reports.workbook.page import Desk, plain
from desktop.reports.workbook.ranking_sheet import ITEMS, MARKETS, Whole

_TEXT_IS_TEXT = {
    "strings_to_formulas": False,
    "strings_to_numbers": False,
    "strings_to_urls": False,
}


def write_summary(
    overview: Overview,
    out: Path,
    *,
    language: Language,
    returns: Sequence[StoredReturn],
    made_at: datetime,
) -> None:
    """Write the summary workbook (.xlsx), whole or not at all.

    Amounts on its sheets are million US dollars; totals, growth, shares, gaps and required
    averages are formulas that also carry their values.

    Args:
        overview: What is reported.
        out: Where to; a file that stands there is replaced once the new one is complete.
        language: Of every text in it. Number separators follow the reader's own settings.
        returns: Those that count, for the list of sources.
        made_at: When it is made; the only clock there is: the same input gives the same bytes.

    Raises:
        Refused: the file cannot be written there; nothing was changed.
    """
    save_whole(_workbook(overview, language, returns, made_at), out)


def _workbook(
    overview: Overview, language: Language, returns: Sequence[StoredReturn], made_at: datetime
) -> bytes:
    content = io.BytesIO()
    defaults = {"font_name": FONT, "font_size": 10}
    options = {"in_memory": True, "default_format_properties": defaults, **_TEXT_IS_TEXT}
    with Workbook(content, options) as workbook:
        _describe(workbook, overview, language, returns, made_at)
        desk = Desk(workbook, Look(workbook), language)
        first = desk.page(language._("Overview"), cover.WIDTHS)
        progress = progress_sheet.write(desk, overview)
        imports = balance_sheet.write(desk, overview, progress.months)
        index = overview.through.number - 1
        whole = Whole(progress.months.to_date[index], progress.months.last_to_date[index])
        items = ranking_sheet.write(desk, overview, ITEMS, overview.items, whole)
        ranking_sheet.write(desk, overview, MARKETS, overview.markets, whole)
        sources_sheet.write(desk, returns)
        flows = (
            FlowCells(overview.exports, progress.months, progress.path[index]),
            FlowCells(overview.imports, imports, None),
        )
        stamp = cover.Stamp(returns, made_at)
        cover.write(desk, first, overview, flows, cover.Drawn(progress, items), stamp)
    return content.getvalue()


def _describe(
    workbook: Workbook,
    overview: Overview,
    language: Language,
    returns: Sequence[StoredReturn],
    made_at: datetime,
) -> None:
    title = language._("Exports of {year} against the year's target", year=overview.year)
    vintage = vintage_text(overview.vintage, sources_sheet.newest_report(returns), language)
    workbook.set_properties(
        {
            "title": title,
            "subject": language._("January to {month}", month=language.month(overview.through)),
            "author": "Export Target Tracker",
            "comments": plain(vintage),
            "created": made_at.astimezone(UTC).replace(tzinfo=None) if made_at.tzinfo else made_at,
        }
    )
