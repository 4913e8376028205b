"""Which returns the publication calendar expects, and which of them came."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from operator import attrgetter

from desktop.figures.month import Month
from desktop.figures.received import DueReturn, DueState, Sent, StoredReturn
from desktop.returns.publication import due_on

_ONCE = frozenset({"gso_history"})
"""Layouts that are sent once, and are expected no more."""
_WHOLE, _HALVES = (0,), (1, 2)
"""Who sends half a month is expected to send the other half too, each on its day."""
_OLDEST_FIRST = attrgetter("reported_on", "number")
_HISTORY_MONTHS = 14
"""A return that covers more months (this, the one before, the same last year) stands for each."""


def due_returns(stored: Iterable[StoredReturn | Sent], today: date) -> list[DueReturn]:
    """Give every month since the first of each sender and layout, to the next that is to come.

    A sender without a calendar is not expected, nor one that never sent anything; withdrawn
    returns do not count as received, but the sender is known by them. By month, then sender.
    """
    senders: dict[tuple[str, str, bool], list[StoredReturn | Sent]] = defaultdict(list)
    for one in stored:
        if one.month is not None and one.layout not in _ONCE:
            senders[one.sender, one.layout, one.half > 0].append(one)
    found = [
        due
        for (sender, layout, halved), known in senders.items()
        for half in (_HALVES if halved else _WHOLE)
        for due in _of_sender(sender, layout, half, known, today)
    ]
    return sorted(found, key=lambda d: (d.month, d.sender, d.layout, d.half))


def _of_sender(
    sender: str, layout: str, half: int, known: Sequence[StoredReturn | Sent], today: date
) -> Iterator[DueReturn]:
    """Expect one half of every month, or its whole, since the first of either that came."""
    month = Month.from_ordinal(min({r.month.ordinal for r in known if r.month}))
    if due_on(sender, month, half=half) is None:
        return
    newest: dict[int, StoredReturn | Sent] = {}
    for one in sorted(known, key=_OLDEST_FIRST):
        if not one.withdrawn and one.half == half:
            for ordinal in _stands_for(one):
                newest[ordinal] = one
    while (day := due_on(sender, month, half=half)) is not None:
        held = newest.get(month.ordinal)
        number = held.number if held else None
        yield DueReturn(sender, layout, month, day, _state(held, day, today), number, half)
        if day > today and month.ordinal >= max(newest, default=0):
            return
        month += 1


def _stands_for(one: StoredReturn | Sent) -> Sequence[int]:
    """Give the months that it stands for, by their ordinals."""
    if one.month is None:
        return ()
    last = one.month.ordinal
    first = one.first_month.ordinal if one.first_month else last
    return range(first, last + 1) if last - first >= _HISTORY_MONTHS else (last,)


def _state(held: StoredReturn | Sent | None, day: date, today: date) -> DueState:
    if held is not None:
        return DueState.RECEIVED
    if today <= day:
        return DueState.DUE
    month_later = (Month.of(day) + 1).day(day.day)
    return DueState.LATE if today < month_later else DueState.MISSING
