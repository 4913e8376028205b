"""What a summary tells beside the overview, asked for only where a sheet shows it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol

from desktop.figures.summary_sheets import STANDARD_SHEETS, SummarySheet
from desktop.workflow.errands import YearAsked

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import datetime

    import pandas as pd

    from desktop.analysis.outlook import Assumed, Outlook
    from desktop.analysis.results import Overview
    from desktop.analysis.revisions.since import RevisedSince
    from desktop.analysis.structure_results import Structure
    from desktop.analysis.warnings.results import WarningsReport
    from desktop.figures.month import Month
    from desktop.figures.vintage import Vintage
    from desktop.figures.wording import Language
    from desktop.reports.beside import Beside
    from desktop.workflow.errands import ReportChoices

GROUPINGS = ("GSO", "MARD", "CONTINENT", "FTA")
"""Whose groups a summary shows: the statistics office's, the agriculture ministry's, markets."""


class Answering(Protocol):
    """The errands that a summary needs of the office."""

    def structure(
        self, through: Month, vintage: Vintage, *, groupings: Sequence[str]
    ) -> Structure | None:
        """What made trade grow."""

    def warnings(self, asked: YearAsked) -> WarningsReport:
        """Every warning as of a month."""

    def revised_since(self, overview: Overview) -> RevisedSince | None:
        """What changed since the last report."""

    def outlook(self, *, overview: Overview | None) -> Outlook | None:
        """Where the year will end."""

    def scenarios_applied(self, overview: Overview) -> tuple[Assumed, ...]:
        """What each scenario in force would change of the year."""

    def figures(self, vintage: Vintage, *, year: int | None, years: int) -> pd.DataFrame:
        """Every figure of a year and of those before it, so many in all."""

    def outgrows_a_sheet(self, *, year: int | None, years: int) -> bool:
        """Whether a sheet has no room for all of these, so that the nation's alone are given."""


@dataclass(frozen=True, slots=True)
class Order:
    """A summary as it is ordered: of what was known by which moment, and in which words."""

    told_at: datetime
    asked: ReportChoices
    sheets: Sequence[SummarySheet]
    language: Language


def again(overview: Overview, order: Order, warnings: WarningsReport | None) -> str:
    """The command that makes the same summary again, however much is imported or undone since."""
    asked, vintage, sheets = order.asked, overview.vintage, order.sheets
    judged_by = warnings.judged_by if warnings else None
    told = (
        f"--through {overview.through}",
        f"--as-of {vintage.as_of}" if vintage.as_of else "",
        "--first-release" if vintage.first_release else "",
        f"--known-by {order.told_at.isoformat(timespec='seconds')}",
        f"--phasing {asked.phasing.value}" if asked.phasing else "",
        f"--item {asked.item}" if asked.item else "",
        f"--market {asked.market}" if asked.market else "",
        f"--sheets {','.join(sheets)}" if tuple(sheets) != STANDARD_SHEETS else "",
        f"--judged-by {judged_by.rules.fingerprint}" if judged_by else "",
        f"--language {order.language.code}",
    )
    return " ".join(("export-tracker summary", *filter(None, told), "--out"))


def beside(office: Answering, overview: Overview, order: Order) -> Beside:
    """Ask for what the sheets show, of the overview's month and vintage."""
    from desktop.reports.beside import Beside  # noqa: PLC0415 - after first paint

    through, vintage, sheets = overview.through, overview.vintage, order.sheets
    warnings = (
        office.warnings(YearAsked(overview.year, through, vintage))
        if SummarySheet.WARNINGS in sheets
        else None
    )
    return Beside(
        structure=office.structure(through, vintage, groupings=GROUPINGS)
        if SummarySheet.STRUCTURE in sheets
        else None,
        warnings=warnings,
        revised=office.revised_since(overview) if SummarySheet.REVISIONS in sheets else None,
        outlook=office.outlook(overview=overview) if SummarySheet.OUTLOOK in sheets else None,
        scenarios=office.scenarios_applied(overview) if SummarySheet.OUTLOOK in sheets else (),
        again=again(overview, order, warnings),
        data=office.figures(vintage, year=overview.year, years=2)
        if SummarySheet.DATA in sheets
        else None,
        nation_alone=SummarySheet.DATA in sheets
        and office.outgrows_a_sheet(year=overview.year, years=2),
    )
