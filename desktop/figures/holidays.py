"""Tết by Viet Nam's calendar: how many days of its window each month of a year loses.

Source: ``resources/tet_calendar.csv``. Viet Nam's dates differ from China's in 2007 and 2030.
"""

from __future__ import annotations

import csv
from collections import Counter
from datetime import date, timedelta
from functools import cache

from desktop.figures.places import resource

WINDOW = range(-2, 7)
"""Days from the first of Tết on which most of the country does not work."""


@cache
def first_days() -> dict[int, date]:
    """The first day of Tết in each year of the calendar."""
    with resource("tet_calendar.csv").open(encoding="utf-8", newline="") as lines:
        return {
            int(line["year"]): date.fromisoformat(line["tet_day1_vn"])
            for line in csv.DictReader(lines)
        }


def tet_days(year: int) -> dict[int, int]:
    """Days of the window in each month (1-12) that has any; empty outside the calendar."""
    first = first_days().get(year)
    return dict(Counter((first + timedelta(n)).month for n in WINDOW)) if first else {}
