"""What a return would change, before anything is written."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from sqlalchemy import Connection, select

from desktop.analysis.examining import examined
from desktop.archive import bulk
from desktop.archive.history import history
from desktop.archive.precedence import Precedence, withdrawn
from desktop.archive.rows import FIRMNESS, Placed, placed, same
from desktop.archive.schema import current_figures, periods, returns, series, terms
from desktop.figures.comparison import Change, Comparison
from desktop.figures.figure import FigureRow
from desktop.figures.finding import Finding, Severity
from desktop.figures.reading import Reading

_NEW, _CHANGED, _SAME, _OLDER, _RIVAL = "n", "c", "s", "o", "r"
"""The letters of `Comparison.kinds`."""


@dataclass(frozen=True, slots=True)
class _Held:
    """The figure that the archive shows now, and the return it stands in."""

    value: int
    unit: str
    status: int
    reported_on: str
    saved_at: str
    content_hash: str
    file: str

    @property
    def precedence(self) -> Precedence:
        """What decides between it and a figure offered."""
        return Precedence(self.reported_on, self.status, self.saved_at, self.content_hash)


@dataclass(frozen=True, slots=True)
class _Met:
    """A reading's figures beside those held: what each would do, and which contradict another."""

    found: Sequence[Placed]
    kinds: str
    changed: tuple[Change, ...]
    rivals: tuple[Change, ...]
    meetings: Sequence[tuple[Precedence, _Held]]
    series_ids: Mapping[tuple[Any, ...], int]


def compare(connection: Connection, reading: Reading, reported_on: date) -> Comparison:
    """Compare a reading with the current figures, as if it were reported on a day."""
    met = _meet(connection, reading, reported_on)
    kinds = met.kinds
    counting = _counting(connection, reading)
    otherwise = counting is not None and not same(connection, counting, reading.rows)
    counted = Comparison(
        kinds.count(_NEW), met.changed, kinds.count(_SAME), kinds.count(_OLDER),
        None if otherwise else counting, kinds, kinds.count(_RIVAL),
    )  # fmt: skip
    if counted.already:
        return counted
    again = (
        [Finding(Severity.NOTE, "read_otherwise", found=str(counting), about=reading.name)]
        if otherwise
        else []
    )
    before = history(connection, reading, met.found, met.series_ids, reported_on)
    return examined(
        replace(counted, disputed=met.rivals, findings=(*again, *_conflicts(met.meetings))),
        reading, before.by_then, before.same_month, reported_on,
    )  # fmt: skip


def brings(connection: Connection, reading: Reading, reported_on: date) -> tuple[int, int]:
    """How many figures a reading would add, and how many it would change."""
    kinds = _meet(connection, reading, reported_on).kinds
    return kinds.count(_NEW), kinds.count(_CHANGED)


def _meet(connection: Connection, reading: Reading, reported_on: date) -> _Met:
    found = placed(reading.rows)
    series_ids = bulk.known(connection, series, {p.subject for p in found})
    held = _held(connection, found, series_ids)
    kinds = [_OLDER] * len(found)
    changed: dict[str, list[Change]] = {_CHANGED: [], _RIVAL: []}
    meetings = []
    for position, row, subject, span, repeat in found:
        old = held.get((subject, span))
        offered = Precedence(
            reported_on.isoformat(), FIRMNESS[row.status], reading.saved_at, reading.content_hash
        )
        if not repeat:
            kinds[position] = _kind(row, old, offered)
        if old and kinds[position] in changed:
            change = Change(row, old.value, old.reported_on, old.file)
            changed[kinds[position]].append(change)
            if not _of_one_file(offered, old):
                meetings.append((offered, old))
    told = "".join(kinds)
    return _Met(found, told, tuple(changed[_CHANGED]), tuple(changed[_RIVAL]), meetings, series_ids)


def _kind(row: FigureRow, old: _Held | None, offered: Precedence) -> str:
    if old is None:
        return _NEW
    if (old.value, old.unit) == (row.value, row.unit):
        return _SAME
    if offered > old.precedence or _of_one_file(offered, old):
        return _CHANGED
    return _RIVAL if _level(offered, old.precedence) else _OLDER


def _of_one_file(offered: Precedence, old: _Held) -> bool:
    return offered.content_hash == old.content_hash


def _level(one: Precedence, other: Precedence) -> bool:
    return (one.reported_on, one.firmness) == (other.reported_on, other.firmness)


def _conflicts(meetings: Iterable[tuple[Precedence, _Held]]) -> list[Finding]:
    """Name the returns of the same day that are contradicted, unless this one was saved later."""
    found: Counter[tuple[str, str]] = Counter()
    for offered, old in meetings:
        if not _level(offered, old.precedence):
            continue
        if not (offered.saved_at and old.saved_at) or offered.saved_at == old.saved_at:
            found["same_day_undecided", old.file] += 1
        elif offered.saved_at < old.saved_at:
            found["same_day_behind", old.file] += 1
    return [
        Finding(Severity.WARNING, code, found=str(count), about=file)
        for (code, file), count in found.items()
    ]


def _counting(connection: Connection, reading: Reading) -> int | None:
    """Number of the return with the same content that counts, if there is one."""
    return connection.scalar(
        select(returns.c.id).where(
            returns.c.content_hash == reading.content_hash, returns.c.id.not_in(withdrawn())
        )
    )


def _held(
    connection: Connection, found: Sequence[Placed], series_ids: Mapping[tuple[Any, ...], int]
) -> dict[tuple[Any, Any], _Held]:
    """Current figures of the series and periods found, by their natural keys."""
    period_ids = bulk.known(connection, periods, {p.span for p in found})
    subjects = {number: key for key, number in series_ids.items()}
    spans = {number: key for key, number in period_ids.items()}
    details = sorted({p.subject[-1] for p in found})
    c = current_figures.c
    statement = (
        select(
            c.series_id, c.period_id, c.value, terms.c.text, c.status,
            returns.c.reported_on, returns.c.saved_at, returns.c.content_hash, returns.c.name,
        )
        .join(terms, terms.c.id == c.unit_id)
        .join(returns, returns.c.id == c.return_id)
        .where(c.detail.in_(details))
    )  # fmt: skip
    return {
        (subjects[subject], spans[span]): _Held(*rest)
        for part in bulk.parts(c.period_id, spans)
        for subject, span, *rest in connection.execute(statement.where(part))
        if subject in subjects
    }
