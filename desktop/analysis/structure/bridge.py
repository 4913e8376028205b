"""The balance: from last year's to this year's, step by step, by item and by partner."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from desktop.analysis.growth import difference, usd
from desktop.analysis.on_sight import OnSight
from desktop.analysis.structure.parts import rest
from desktop.analysis.structure_results import Bridge, Partner, Step, Unsaid
from desktop.figures.series import OTHER, Flow

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from desktop.analysis.rows import IntArray
    from desktop.analysis.structure.amounts import Amounts
    from desktop.analysis.structure.asked import Singles
    from desktop.analysis.structure_results import Part

Partners = tuple["Sequence[Partner]", Partner]
"""The partners that both flows list, what moved the balance most first, and their rest."""
LEADING = 6
"""So many items of either flow are steps of their own; the others are one step together."""

LEADING_PARTNERS = 12
"""So many partners are steps of their own where the bridge leads by partner."""


def moved_most(of: Bridge) -> tuple[Partner, ...]:
    """Give the partners that are steps of their own: the others are one step together."""
    return tuple(p for p in of.partners if p.change)[:LEADING_PARTNERS]


def bridge(items: tuple[Singles, Singles], partners: Partners) -> Bridge:
    """Lead from the balance a year before to this one.

    `items` hold exports and imports. Where a total is unknown in either period there are no
    steps, and the reason says which.
    """
    exports, imports = (s.total for s in items)
    now, base = difference(exports.now, imports.now), difference(exports.base, imports.base)
    whole = _partner(OTHER, exports, imports)
    both, left = partners
    return Bridge(
        balance=usd(now),
        base=usd(base),
        change=usd(difference(now, base)),
        from_exports=usd(exports.change),
        from_imports=usd(_minus(imports.change)),
        reason=whole.reason,
        steps=() if whole.reason else steps_of(*items),
        partners=both,
        rest=left,
    )


def partner_of(code: str, sold: Part, bought: Part) -> Partner:
    """Give the balance with a partner whose exports and imports are told as parts."""
    balance, base = _held(sold.value, bought.value), _held(sold.base, bought.base)
    return Partner(
        code, sold.value, bought.value, balance, base, _held(balance, base), sold.change,
        None if bought.change is None else -bought.change,
        Unsaid.NO_FIGURE if balance is None else Unsaid.NO_BASE if base is None else None,
    )  # fmt: skip


def _held(one: float | None, other: float | None) -> float | None:
    return None if one is None or other is None else one - other


def _minus(amount: int | None) -> int | None:
    return None if amount is None else -amount


def steps_of(exports: Singles, imports: Singles) -> tuple[Step, ...]:
    """Give the leading items of either flow, what moved it most first, and all the others."""
    return tuple(
        Step(flow, code, usd(sign * change))
        for flow, sign, whole in ((Flow.EXPORT, 1, exports), (Flow.IMPORT, -1, imports))
        for code, change in _leading(whole)
    )


def _leading(whole: Singles) -> list[tuple[str, int]]:
    """The largest changes, and that of all the rest, if any: they sum to the total's."""
    parts = whole.listed
    places = np.flatnonzero(parts.both)
    most = places[np.argsort(-np.abs(parts.change[places]), kind="stable")].tolist()
    leading = [(parts.codes[n], int(parts.change[n])) for n in most[:LEADING]]
    others = (whole.total.change or 0) - sum(change for _, change in leading)
    return [*leading, *([(OTHER, others)] if others or not leading else [])]


def common(ours: tuple[str, ...], theirs: tuple[str, ...]) -> IntArray:
    """Find the places of the codes that both have, a line for each."""
    place = {code: n for n, code in enumerate(theirs)}
    both = [(n, place[code]) for n, code in enumerate(ours) if code in place]
    return np.array(both, np.int64).reshape(-1, 2)


def partners_of(
    exported: Singles,
    imported: Singles,
    exports: Amounts,
    imports: Amounts,
    in_both: Callable[[tuple[str, ...], tuple[str, ...]], IntArray] | None = None,
) -> Partners:
    """Give the markets that both flows list, what moved the balance most first, and their rest.

    Of a market that only one of them lists the balance is not known. `in_both` knows where codes
    stand that both list, where it was found before.
    """
    sold, bought = exported.listed, imported.listed
    both = (in_both or common)(sold.codes, bought.codes)
    ours, theirs = both.T
    left = _partner(OTHER, rest(exports, sold, ours), rest(imports, bought, theirs))
    known = sold.both[ours] & bought.both[theirs]
    moved = (sold.change[ours] - bought.change[theirs]) * known
    order = np.argsort(-np.abs(moved), kind="stable").tolist()

    def partner(row: int) -> Partner:
        one, other = both[order[row]].tolist()
        return _partner(sold.codes[one], sold.rows[one], bought.rows[other])

    return OnSight(len(both), partner), left


def _partner(code: str, exports: Amounts, imports: Amounts) -> Partner:
    now, base = difference(exports.now, imports.now), difference(exports.base, imports.base)
    why = Unsaid.NO_FIGURE if now is None else Unsaid.NO_BASE if base is None else None
    return Partner(
        code,
        usd(exports.now),
        usd(imports.now),
        usd(now),
        usd(base),
        usd(difference(now, base)),
        usd(exports.change),
        usd(_minus(imports.change)),
        why,
    )
