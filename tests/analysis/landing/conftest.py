"""True monthly series, and the calendar of the lunar new year."""

from __future__ import annotations

import csv
from collections import defaultdict
from dataclasses import replace

import pytest

from desktop.analysis.landing import History
from desktop.analysis.landing.tet import calendar
from desktop.figures.month import Month
from desktop.figures.places import sample


@pytest.fixture(scope="session")
def series():
    """Histories by name, from the sample file."""
    values, lunar = defaultdict(dict), {}
    with sample("landing", "monthly.csv").open(encoding="utf-8", newline="") as lines:
        for line in csv.DictReader(lines):
            month = Month(int(line["year"]), int(line["month"]))
            values[line["series"]][month] = float(line["value"])
            lunar[line["series"]] = line["lunar_new_year"] == "1"
    return {
        name: History(max(months), [months[m] for m in sorted(months)], lunar[name], calendar())
        for name, months in values.items()
    }


@pytest.fixture(scope="session")
def viet_nam(series):
    return series["Viet Nam exports"]


@pytest.fixture(scope="session")
def until():
    """Cut a history at a month written YYYY-MM."""

    def cut(history, month, **changes):
        through = Month.parse(month)
        values = history.values[: through - history.first + 1]
        return replace(history, through=through, values=values, **changes)

    return cut
