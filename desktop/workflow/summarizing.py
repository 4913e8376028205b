"""What a summary tells beside the overview, asked for only where a sheet shows it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from desktop.figures.summary_sheets import SummarySheet

if TYPE_CHECKING:
    from collections.abc import Collection

    from desktop.analysis.results import Overview
    from desktop.reports.beside import Beside
    from desktop.workflow.office import Office

GROUPINGS = ("GSO", "MARD", "CONTINENT", "FTA")
"""Whose groups a summary shows: the statistics office's, the agriculture ministry's, markets."""


def beside(office: Office, overview: Overview, sheets: Collection[SummarySheet]) -> Beside:
    """Ask for what the sheets show, of the overview's month and vintage."""
    from desktop.reports.beside import Beside  # noqa: PLC0415 - after first paint

    through, vintage = overview.through, overview.vintage
    wanted = set(sheets)
    return Beside(
        structure=office.structure(through, vintage, groupings=GROUPINGS)
        if SummarySheet.STRUCTURE in wanted
        else None,
        warnings=office.warnings(overview.year, through, vintage)
        if SummarySheet.WARNINGS in wanted
        else None,
        revised=office.revised_since(overview) if SummarySheet.REVISIONS in wanted else None,
        outlook=office.outlook(overview=overview) if SummarySheet.OUTLOOK in wanted else None,
    )
