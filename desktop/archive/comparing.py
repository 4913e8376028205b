"""What a return would change, before anything is written."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date
from secrets import token_hex
from typing import Any
from weakref import WeakKeyDictionary

from sqlalchemy import Connection, Pool

from desktop.analysis.examining import examined
from desktop.archive.history import history
from desktop.archive.memory import Memory, precedence
from desktop.archive.precedence import Precedence
from desktop.archive.rows import FIRMNESS, firmest_first, same
from desktop.figures.comparison import Change, Comparison, Grounds
from desktop.figures.finding import Finding, Severity
from desktop.figures.reading import Reading

_NEW, _CHANGED, _SAME, _OLDER, _RIVAL = "n", "c", "s", "o", "r"
"""The letters of `Comparison.kinds`."""
_WORDS: WeakKeyDictionary[Pool, str] = WeakKeyDictionary()
"""A word for each archive that is open; what was found may outlive it, and go to a process."""


@dataclass(frozen=True, slots=True)
class _Met:
    """A reading's figures beside those held: what each would do, and which contradict another."""

    kinds: str
    changed: tuple[Change, ...]
    rivals: tuple[Change, ...]
    meetings: Sequence[tuple[Precedence, Precedence, str]]


@dataclass(frozen=True, slots=True)
class Begun:
    """A comparison for which the archive need not be asked any more.

    `counted` is what was counted; `examined` gives that and what else there is to say.
    """

    counted: Comparison
    examined: Callable[[], Comparison]


def compare(
    connection: Connection, memory: Memory, reading: Reading, reported_on: date
) -> Comparison:
    """Compare a reading with the current figures, as if it were reported on a day.

    `memory` is one that is current.
    """
    found = begun(connection, memory, reading, reported_on)
    memory.foresee(connection, reading.rows)
    return found.examined()


def begun(connection: Connection, memory: Memory, reading: Reading, reported_on: date) -> Begun:
    """Ask for all that `compare` wants to know; see there."""
    met = _meet(connection, memory, reading, reported_on)
    kinds = met.kinds
    alike = memory.enrolled.of_content(connection, reading.content_hash)
    counting = alike[0].number if alike else None
    otherwise = counting is not None and not same(connection, counting, reading.rows)
    grounds = grounds_of(connection, memory, reading, reported_on)
    counted = Comparison(
        kinds.count(_NEW), met.changed, kinds.count(_SAME), kinds.count(_OLDER),
        None if otherwise else counting, kinds, kinds.count(_RIVAL), grounds=grounds,
    )  # fmt: skip
    if counted.already:
        return Begun(counted, lambda: counted)
    again = (
        [Finding(Severity.NOTE, "read_otherwise", found=str(counting), about=reading.name)]
        if otherwise
        else []
    )
    before = history(connection, memory, reading, reported_on)
    laid = memory.placed(reading.rows).laid
    return Begun(counted, lambda: examined(
        replace(counted, disputed=met.rivals, findings=(*again, *_conflicts(met.meetings))),
        reading, before.by_then, before.same_month, reported_on, laid, whole=memory.whole,
    ))  # fmt: skip


def grounds_of(
    connection: Connection, memory: Memory, reading: Reading, reported_on: date
) -> Grounds:
    """Say what a comparison goes by; the connections of an open archive come from one pool."""
    word = _WORDS.setdefault(connection.engine.pool, token_hex(8))
    return Grounds(word, memory.change, reading.rows, reported_on)


def _meet(connection: Connection, memory: Memory, reading: Reading, reported_on: date) -> _Met:
    rows, again = reading.rows, memory.placed(reading.rows).repeats
    olds = memory.held_of(connection, rows)
    kinds = [
        _OLDER if repeat else _NEW if old is None
        else _SAME if (old.value, old.unit) == (row.value, row.unit) else _CHANGED
        for row, old, repeat in zip(rows, olds, again, strict=True)
    ]  # fmt: skip
    changed: dict[str, list[Change]] = {_CHANGED: [], _RIVAL: []}
    decided: dict[tuple[str, Any], tuple[str, Precedence, Precedence]] = {}
    meetings, day = [], reported_on.isoformat()
    differing = [position for position, kind in enumerate(kinds) if kind == _CHANGED]
    for position in firmest_first(rows, differing):
        row, old = rows[position], olds[position]
        assert old is not None  # it differs
        how = row.status, old.rank  # of which a return of thousands of figures has a few
        if how not in decided:
            offered = Precedence(day, FIRMNESS[row.status], reading.saved_at, reading.content_hash)
            before = precedence(old)
            decided[how] = _kind(offered, before), offered, before
        kind, offered, before = decided[how]
        kinds[position] = kind
        if kind in changed:
            changed[kind].append(Change(row, old.value, old.reported_on, old.file))
            if offered.content_hash != before.content_hash:
                meetings.append((offered, before, old.file))
    told = "".join(kinds)
    return _Met(told, tuple(changed[_CHANGED]), tuple(changed[_RIVAL]), meetings)


def _kind(offered: Precedence, old: Precedence) -> str:
    if offered > old or offered.content_hash == old.content_hash:
        return _CHANGED
    return _RIVAL if _level(offered, old) else _OLDER


def _level(one: Precedence, other: Precedence) -> bool:
    return (one.reported_on, one.firmness) == (other.reported_on, other.firmness)


def _conflicts(meetings: Iterable[tuple[Precedence, Precedence, str]]) -> list[Finding]:
    """Name the returns of the same day that are contradicted, unless this one was saved later."""
    found: Counter[tuple[str, str]] = Counter()
    for offered, old, file in meetings:
        if not _level(offered, old):
            continue
        if not (offered.saved_at and old.saved_at) or offered.saved_at == old.saved_at:
            found["same_day_undecided", file] += 1
        elif offered.saved_at < old.saved_at:
            found["same_day_behind", file] += 1
    return [
        Finding(Severity.WARNING, code, found=str(count), about=file)
        for (code, file), count in found.items()
    ]
