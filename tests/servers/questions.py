"""What pages ask of an office's archive, through the application's own errands, page by page."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, date, datetime

from desktop.figures.groupings import Dimension
from desktop.figures.month import Month
from desktop.figures.series import Flow
from desktop.figures.target import Target, TargetChange, TargetMeasure
from desktop.figures.target_split import Split, SplitBy
from desktop.figures.vintage import Vintage
from desktop.workflow import Office, YearAsked
from desktop.workflow.example import TARGETS_2025

PROVINCE = "Đồng Nai"
THROUGH = Month(2025, 12)
NOW = datetime(2026, 2, 1, 12, tzinfo=UTC)
AS_OF = date(2025, 9, 30)

TARGETS = TargetChange(
    added=(
        *TARGETS_2025,
        Target(Flow.EXPORT, TargetMeasure.VALUE, 2025, 2e9, 2e9, province=PROVINCE),
    )
)

PAGES: dict[str, Callable[[Office], object]] = {
    "overview": lambda office: office.overview(),
    "choosers": lambda office: office.choices(),
    "sectors and markets": lambda office: office.structure(THROUGH),
    "a market by item": lambda office: office.detail(Flow.EXPORT, "US", THROUGH),
    "an item by market": lambda office: office.detail(
        Flow.EXPORT, "COFFEE", THROUGH, by=Dimension.MARKET
    ),
    "balance": lambda office: office.balance_view(),
    "outlook": lambda office: office.outlook(),
    "warnings": lambda office: office.warnings(),
    "returns": lambda office: (office.returns(), office.due()),
    "targets": lambda office: office.standing_targets(),
    "a target by province": lambda office: office.target_tree(
        Target(Flow.EXPORT, TargetMeasure.VALUE, 2025, 450e9, 450e9), Split(SplitBy.PROVINCE)
    ),
    "a province": lambda office: office.revisions(f"province:{PROVINCE}"),
    "a province's figures": lambda office: office.archive.figures(
        provinces=(PROVINCE,), split_by_both=False, start=THROUGH - 23, end=THROUGH
    ),
    "overview as of a day": lambda office: office.overview(YearAsked(vintage=Vintage(AS_OF))),
    "overview as known by a day": lambda office: office.overview(
        YearAsked(vintage=Vintage(known_by=AS_OF))
    ),
    "first releases": lambda office: office.structure(THROUGH, Vintage(first_release=True)),
}


def office_at(address: str) -> Office:
    """Give an office at an archive, of an official in February 2026."""
    return Office(address, clock=lambda: NOW, user="Lan")
