"""What returns brought and cover, where it was not written down when they came: old archives."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection, Select, func, select

from desktop.archive import bulk
from desktop.archive.precedence import Precedence
from desktop.archive.schema import figures, periods, returns
from desktop.archive.schema import series as every_series
from desktop.figures.period import HALF_MONTHS, Basis


@dataclass(frozen=True, slots=True)
class Brought:
    """The months that a return covers, and how many figures were new or changed others."""

    first_month: int | None
    last_month: int | None
    new: int
    changed: int


def brought(connection: Connection) -> dict[int, Brought]:
    """Work it out for every return, in the order in which they came.

    Each is held against all that came before it, as if none of that had been withdrawn.
    """
    counts = _counts(connection)
    f, p = figures.c, periods.c
    covered = (
        select(f.return_id, func.min(p.first_month), func.max(p.last_month))
        .join(periods, p.id == f.period_id)
        .group_by(f.return_id)
    )
    return {
        number: Brought(first, last, *counts.get(number, (0, 0)))
        for number, first, last in connection.execute(covered)
    }


def _counts(connection: Connection) -> dict[int, tuple[int, int]]:
    f, r = figures.c, returns.c
    every = (
        select(
            f.return_id, f.detail, f.period_id, f.series_id, f.value, f.unit_id,
            r.reported_on, f.status, r.saved_at, r.content_hash,
        )
        .join(returns, r.id == f.return_id)
        .where(f.repeat == 0)
        .order_by(f.return_id)
    )  # fmt: skip
    held: dict[tuple[int, int, int], tuple[Precedence, tuple[int, int]]] = {}
    counts: dict[int, tuple[int, int]] = {}
    for number, detail, period, series, value, unit, *rest in connection.execute(every):
        offered, key, told = Precedence(*rest), (detail, period, series), (value, unit)
        new, changed = counts.get(number, (0, 0))
        old = held.get(key)
        wins = old is None or offered > old[0]
        again = old is not None and offered.content_hash == old[0].content_hash
        if old is None:
            new += 1
        elif told != old[1] and (wins or again):
            changed += 1
        counts[number] = new, changed
        if wins:
            held[key] = offered, told
    return counts


def halves(connection: Connection) -> dict[int, int]:
    """Give the returns on half of a month, each with its half: 1 or 2."""
    p, f = periods.c, figures.c
    ids = list(connection.scalars(select(p.id).where(p.basis.in_([b.value for b in HALF_MONTHS]))))
    if not ids:
        return {}
    shelves = list(connection.scalars(_each_shelf()))
    of_halves = select(f.return_id).where(f.detail.in_(shelves)).distinct()
    known = {n for part in bulk.parts(f.period_id, ids)
             for n in connection.scalars(of_halves.where(part))}  # fmt: skip
    bases: dict[int, set[str]] = {}
    for number, basis in _bases(connection, known):
        bases.setdefault(number, set()).add(basis)
    return {number: half for number, found in bases.items() if (half := half_of(found))}


def _each_shelf() -> Select[Any]:
    """Select the shelves, one after the other by their index: of few there are all the series."""
    detail = every_series.c.detail
    found = select(func.min(detail).label("shelf")).cte("shelves", recursive=True)
    after = select(func.min(detail)).where(detail > found.c.shelf).scalar_subquery()
    found = found.union_all(select(after).where(found.c.shelf.is_not(None)))
    return select(found.c.shelf).where(found.c.shelf.is_not(None))


def _bases(connection: Connection, numbers: Collection[int]) -> Iterator[Any]:
    p, f = periods.c, figures.c
    told = select(f.return_id, p.basis).join(periods, p.id == f.period_id).distinct()
    for part in bulk.parts(f.return_id, numbers):
        yield from connection.execute(told.where(part))


def half_of(bases: Collection[str]) -> int:
    """Say on which half of its month a return is by the bases of its figures; 0 for the whole."""
    if Basis.MONTH in bases:
        return 0
    if Basis.SECOND_HALF_MONTH in bases:
        return 2
    return 1 if HALF_MONTHS & set(bases) else 0
