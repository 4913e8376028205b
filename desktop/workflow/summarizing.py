"""What a summary tells beside the overview, asked for only where a sheet shows it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

from desktop.figures.summary_sheets import SummarySheet

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence

    from desktop.analysis.outlook import Outlook
    from desktop.analysis.results import Overview
    from desktop.analysis.revisions.since import RevisedSince
    from desktop.analysis.structure_results import Structure
    from desktop.analysis.warnings.results import WarningsReport
    from desktop.figures.month import Month
    from desktop.figures.vintage import Vintage
    from desktop.reports.beside import Beside

GROUPINGS = ("GSO", "MARD", "CONTINENT", "FTA")
"""Whose groups a summary shows: the statistics office's, the agriculture ministry's, markets."""


class Answering(Protocol):
    """The errands that a summary needs of the office."""

    def structure(
        self, through: Month, vintage: Vintage, *, groupings: Sequence[str]
    ) -> Structure | None:
        """What made trade grow."""

    def warnings(self, year: int | None, through: Month | None, vintage: Vintage) -> WarningsReport:
        """Every warning as of a month."""

    def revised_since(self, overview: Overview) -> RevisedSince | None:
        """What changed since the last report."""

    def outlook(self, *, overview: Overview | None) -> Outlook | None:
        """Where the year will end."""


def beside(office: Answering, overview: Overview, sheets: Collection[SummarySheet]) -> Beside:
    """Ask for what the sheets show, of the overview's month and vintage."""
    from desktop.reports.beside import Beside  # noqa: PLC0415 - after first paint

    through, vintage = overview.through, overview.vintage
    return Beside(
        structure=office.structure(through, vintage, groupings=GROUPINGS)
        if SummarySheet.STRUCTURE in sheets
        else None,
        warnings=office.warnings(overview.year, through, vintage)
        if SummarySheet.WARNINGS in sheets
        else None,
        revised=office.revised_since(overview) if SummarySheet.REVISIONS in sheets else None,
        outlook=office.outlook(overview=overview) if SummarySheet.OUTLOOK in sheets else None,
    )
