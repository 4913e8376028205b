"""Readings made by hand, as short as a test wants them, and the errands on them."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from datetime import UTC, date, datetime
from typing import Any

from desktop.archive import Archive, Memory, packed
from desktop.figures.comparison import Comparison
from desktop.figures.figure import FigureRow, Status
from desktop.figures.finding import Finding
from desktop.figures.month import Month
from desktop.figures.reading import DateOrigin, Reading
from desktop.figures.series import SCALE, TOTAL, WORLD
from desktop.figures.target import Target, TargetChange

NOON = datetime(2025, 7, 12, 12, tzinfo=UTC)
JUNE = Month(2025, 6)
JULY_6 = date(2025, 7, 6)
AUGUST_6 = date(2025, 8, 6)


def add_target(archive: Archive, target: Target, *, at: datetime = NOON, by: str = "Lan") -> Target:
    """Add a target and give it with its number; the standing one, where it is the same."""
    done = archive.change_targets(TargetChange(added=(target,)), at=at, by=by)
    return (*done.added, *done.standing)[0]


def row(
    value: float,
    *,
    month: Month = JUNE,
    item: str = TOTAL,
    market: str = WORLD,
    flow: str = "export",
    measure: str = "value",
    status: Status = Status.PRELIMINARY,
    basis: str = "month",
    cell: str = "F9",
    province: str = "",
) -> FigureRow:
    """Give one figure of a month, in US dollars, or cumulative from January."""
    start = month if basis == "month" else Month(month.year, 1)
    unit = {"value": "USD", "quantity": "t"}.get(measure, "index")
    return FigureRow(
        flow, measure, item, market, "ALL", province, unit, basis, start.ordinal, month.ordinal,
        status.value, round(value * SCALE), "14.XK", cell, str(value), "TỔNG TRỊ GIÁ",
    )  # fmt: skip


def reading(*rows: FigureRow, name: str = "a.xlsx", findings: Sequence[Finding] = ()) -> Reading:
    """Give a workbook that holds the rows; its name makes its content."""
    return Reading(
        name,
        hashlib.sha256(content_of(name)).hexdigest(),
        "gso_monthly",
        "GSO",
        JUNE,
        None,
        DateOrigin.CALENDAR,
        rows,
        tuple(findings),
    )


def content_of(name: str) -> bytes:
    """Give the bytes of the workbook of a name."""
    return f"workbook {name}".encode() * 20


def store(
    archive: Archive,
    workbook: Reading,
    on: date = JULY_6,
    content: bytes | None = None,
    at: datetime = NOON,
    by: str = "Lan",
) -> int | None:
    """Store a workbook as reported on a day, in an errand of its own."""
    with archive.errand() as memory:
        return stored(archive, workbook, on, memory, content, at, by)


def stored(
    archive: Archive,
    workbook: Reading,
    on: date,
    memory: Memory,
    content: bytes | None = None,
    at: datetime = NOON,
    by: str = "Lan",
) -> int | None:
    """Store a workbook within an errand; give its number, None where it counts already."""
    original = content_of(workbook.name) if content is None else content
    _, number = archive.take_in(
        workbook,
        lambda: packed(original),
        reported_on=on,
        date_origin=workbook.date_origin,
        imported_at=at,
        imported_by=by,
        memory=memory,
        unless=lambda _found: False,
    )
    return number


def counts(comparison: Comparison) -> tuple[int, int, int, int]:
    """Give how many figures are new, changed, the same and older."""
    return comparison.new, len(comparison.changed), comparison.same, comparison.older


def values(archive: Archive, *asked: Any, **filters: Any) -> list[float]:
    """Give the values of the figures asked for, in US dollars, in their order."""
    frame = archive.figures(*asked, **filters)
    return [value / SCALE for value in frame["value"]]
