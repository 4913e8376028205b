"""Releases for the triangle: the office's totals, first as released and then as they stand."""

from __future__ import annotations

import csv

import pytest

from desktop.figures.figure import Status
from desktop.figures.month import Month
from desktop.figures.series import Flow

FIRST_PRELIMINARY = Month(2024, 7)
"""The first month that was published as preliminary, on 6 August 2024; estimates before it."""


@pytest.fixture(scope="session")
def two_releases(root, new_printer):
    """A frame of the monthly totals since 2014: the first release, and the latest much later."""
    printer = new_printer()
    for flow, name in ((Flow.EXPORT, "vn_exports"), (Flow.IMPORT, "vn_imports")):
        path = root / "sample_data" / "facts" / f"{name}_monthly.csv"
        with path.open(encoding="utf-8", newline="") as lines:
            for line in csv.DictReader(lines):
                month = Month(int(line["year"]), int(line["month"]))
                if month >= Month(2015, 6) or flow is Flow.EXPORT:
                    _print(printer, flow, month, line)
    return printer.frame()


def _print(printer, flow, month, line):
    early = Status.ESTIMATE if month < FIRST_PRELIMINARY else Status.PRELIMINARY
    for column, day, status in (
        ("first_release", month.last_day.isoformat(), early),
        ("latest", "2026-07-03", Status.ACTUAL),
    ):
        if line[column]:
            printer.of_return(day).month(line[column], str(month), flow=flow, status=status)
