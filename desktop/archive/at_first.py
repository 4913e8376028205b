"""What a memory begins with, asked for at once: each answer of a server takes its time."""

from __future__ import annotations

from typing import Any

from sqlalchemy import literal_column, select, union_all

from desktop.archive.precedence import withdrawn
from desktop.archive.schema import periods, returns, terms
from desktop.figures.series import Unit

UNITS = frozenset(unit.value for unit in Unit)
SPAN, UNIT, OUT, ANY = range(4)


def _at_first() -> Any:
    """Ask for every period, the units, the returns that do not count, and one that is there."""
    p, t = periods.c, terms.c
    nothing: Any = literal_column("0")
    out, one = withdrawn().subquery(), select(returns.c.id).limit(1).subquery()
    no_text: Any = literal_column("''")
    return union_all(
        select(literal_column(str(SPAN)), p.id, p.basis, p.first_month, p.last_month),
        select(literal_column(str(UNIT)), t.id, t.text, nothing, nothing).where(
            t.text.in_(sorted(UNITS))
        ),
        select(literal_column(str(OUT)), out.c[0], no_text, nothing, nothing),
        select(literal_column(str(ANY)), one.c[0], no_text, nothing, nothing),
    )


AT_FIRST = _at_first()
