"""What the same sender's earlier returns said about the months that a new return speaks of."""

from __future__ import annotations

from collections.abc import Collection
from datetime import date
from typing import NamedTuple

from sqlalchemy import Connection

from desktop.analysis.history import History, Window
from desktop.archive.enrolled import Kept
from desktop.archive.memory import Memory
from desktop.archive.rows import Placed
from desktop.archive.shelves import is_split
from desktop.figures.month import MONTHS_PER_YEAR
from desktop.figures.reading import Reading

_FAR_BACK = range(2 * MONTHS_PER_YEAR + 2)
"""So many months before its own a figure is looked for."""
_BACK = (0, 1, MONTHS_PER_YEAR)
"""The same, of figures split by item and by market at once, of which there are thousands."""


class Told(NamedTuple):
    """What was told by a day, and what the other returns of the same month tell, of any day."""

    by_then: History
    same_month: History


def history(connection: Connection, memory: Memory, reading: Reading, reported_on: date) -> Told:
    """Give what the reading's sender told in its other returns, of those that count."""
    theirs = memory.enrolled.of_sender(connection, reading.sender)
    others = [kept for kept in theirs if kept.content_hash != reading.content_hash]
    if not others:
        return Told(History(), History())
    found = memory.placed(reading.rows)
    subjects = memory.subjects(connection, reading.rows)
    window = Window(*(
        frozenset(end - months for end in ends for months in back)
        for ends, back in zip(_ends(found), (_FAR_BACK, _BACK), strict=True)
    ))  # fmt: skip
    shelves = {shelf for shelf, _ in found.lots}
    lots = [lot for shelf in shelves for lot in memory.ending(shelf, window[is_split(shelf)])]
    memory.tell(connection, lots, subjects)
    every = memory.history_of(reading.sender).within(window, subjects)
    day = reported_on.isoformat()
    early = {kept.number for kept in others if kept.reported_on <= day}
    all_of_them = len(early) == len(theirs)
    by_then = every if all_of_them else every.by(early, subjects)
    again = every.by(_same_month(others, reading), subjects, found.laid.spans)
    return Told(by_then, again)


def _ends(found: Placed) -> tuple[set[int], set[int]]:
    """The last months of what is not split by item and by market at once, and of what is."""
    ends: tuple[set[int], set[int]] = (set(), set())
    for shelf, column in found.lots:
        ends[is_split(shelf)].add(found.laid.spans[column][2])
    return ends


def _same_month(others: Collection[Kept], reading: Reading) -> set[int]:
    if reading.month is None:
        return set()
    month = reading.layout, reading.month.ordinal
    return {kept.number for kept in others if (kept.layout, kept.month) == month}
