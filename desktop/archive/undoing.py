"""What withdrawing a return would change back, and restoring it bring; nothing is done."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from sqlalchemy import ColumnElement, Connection, Select, and_, select

from desktop.archive.precedence import KEY, on, shelves_of, winners
from desktop.archive.schema import current_figures, figures
from desktop.archive.told import told
from desktop.archive.withdrawals import counts
from desktop.figures.comparison import Change, Undoing
from desktop.figures.vintage import LATEST

_HELD = tuple(c.name for c in current_figures.c)


def undoing(connection: Connection, number: int) -> Undoing:
    """Say what withdrawing a return would change back; of a withdrawn one, what restoring would.

    Raises `Refused` where there is no such return.
    """
    found = _withdrawing if counts(connection, number) else _restoring
    return found(connection, number, shelves_of(connection, number))


def _withdrawing(
    connection: Connection, number: int, shelves: ColumnElement[Any] | None
) -> Undoing:
    """Every place that the return holds falls to the next best return, or to none."""
    others = winners(
        _HELD, LATEST, figures.c.return_id != number, printed_in=number, shelves=shelves
    )
    now = told(
        connection, _shown(number, shelves).where(current_figures.c.return_id == number).subquery()
    )
    then = told(connection, others.subquery()) if now else {}
    falls = [(then[key], old) for key, old in now.items() if key in then]
    return Undoing(
        number,
        _listed(new.instead_of(old) for new, old in falls if not new.says_as(old)),
        tuple(sorted(old.row for key, old in now.items() if key not in then)),
    )


def _restoring(connection: Connection, number: int, shelves: ColumnElement[Any] | None) -> Undoing:
    """The return takes the places that it wins, as if it had just come in."""
    own = figures.c.return_id == number, figures.c.repeat == 0, *on(shelves, figures.c)
    now = told(connection, _shown(number, shelves).subquery())
    offered = told(connection, select(*(figures.c[n] for n in _HELD)).where(*own).subquery())
    wins = {
        key: mine
        for key, mine in offered.items()
        if key in now and mine.precedence > now[key].precedence and not mine.says_as(now[key])
    }
    return Undoing(
        number,
        _listed(mine.instead_of(now[key]) for key, mine in wins.items()),
        back=tuple(sorted(mine.row for key, mine in offered.items() if key not in now)),
    )


def _listed(changes: Iterable[Change]) -> tuple[Change, ...]:
    """Give changes by flow, measure, item, market and period, however the database found them."""
    return tuple(sorted(changes, key=lambda change: change.row))


def _shown(number: int, shelves: ColumnElement[Any] | None) -> Select[tuple[object, ...]]:
    """Select the current figures of the places that a return prints."""
    same = and_(*(figures.c[k] == current_figures.c[k] for k in KEY))
    return (
        select(*(current_figures.c[n] for n in _HELD))
        .join(figures, same)
        .where(figures.c.return_id == number, figures.c.repeat == 0)
        .where(*on(shelves, figures.c), *on(shelves, current_figures.c))
    )
