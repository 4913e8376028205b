"""Events that come with the program: tariffs, the pandemic, agreements, and Tết of every year.

Source: ``resources/event_notes.csv``, which names its own, and ``resources/tet_calendar.csv``.
"""

from __future__ import annotations

import csv
from datetime import date
from functools import cache

from desktop.figures.holidays import first_days
from desktop.figures.note import Note
from desktop.figures.places import resource

_TET = "tet-"
_FIRST_YEAR = 2000
"""Earlier years' returns are in no archive."""


@cache
def shipped_notes() -> tuple[Note, ...]:
    """Give all of them, by day."""
    with resource("event_notes.csv").open(encoding="utf-8", newline="") as lines:
        read = [
            Note(date.fromisoformat(line["day"]), line["text_vi"], line["text_en"], line["code"])
            for line in csv.DictReader(lines)
        ]
    days = {year: day for year, day in first_days().items() if year >= _FIRST_YEAR}
    tet = [Note(d, f"Tết {year}", f"Tết {year}", f"{_TET}{year}") for year, d in days.items()]
    return tuple(sorted((*read, *tet), key=lambda note: note.day))


def foreseen(note: Note) -> bool:
    """Say whether an event was known long before its day: the holiday is, a tariff is not."""
    return note.code.startswith(_TET)
