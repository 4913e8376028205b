"""The balance: from last year's to this year's, step by step, by item and by partner."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from desktop.analysis.growth import difference, usd
from desktop.analysis.structure.parts import rest
from desktop.analysis.structure.remembered import Kept
from desktop.analysis.structure_results import Bridge, Partner, Step, Unsaid
from desktop.figures.series import OTHER, Flow

if TYPE_CHECKING:
    from collections.abc import Sequence

    from desktop.analysis.structure.amounts import Amounts
    from desktop.analysis.structure.asked import Singles
    from desktop.analysis.structure_results import Part

LEADING = 6
"""So many items of either flow are steps of their own; the others are one step together."""

LEADING_PARTNERS = 12
"""So many partners are steps of their own where the bridge leads by partner."""


def moved_most(of: Bridge) -> tuple[Partner, ...]:
    """Give the partners that are steps of their own: the others are one step together."""
    return tuple(p for p in of.partners if p.change)[:LEADING_PARTNERS]


def bridge(
    items: tuple[Singles, Singles], markets: tuple[Singles, Singles], kept: Kept | None = None
) -> Bridge:
    """Lead from the balance a year before to this one.

    `items` and `markets` hold exports and imports. Where a total is unknown in either period
    there are no steps, and the reason says which. `kept` are the pieces of an earlier book's.
    """
    exports, imports = (s.total for s in items)
    now, base = difference(exports.now, imports.now), difference(exports.base, imports.base)
    whole = _partner(OTHER, exports, imports)
    kept = kept or Kept()
    sold, bought = (s.parts for s in markets)
    partners, left = kept.piece(
        "partners", (exports, imports, *sold, *bought),
        lambda: (_partners(sold, bought, kept), _rest(exports, imports, sold, bought)),
    )  # fmt: skip
    return Bridge(
        balance=usd(now),
        base=usd(base),
        change=usd(difference(now, base)),
        from_exports=usd(exports.change),
        from_imports=usd(_minus(imports.change)),
        reason=whole.reason,
        steps=() if whole.reason else _steps(*items),
        partners=partners,
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


def _steps(exports: Singles, imports: Singles) -> tuple[Step, ...]:
    return tuple(
        Step(flow, code, usd(sign * change))
        for flow, sign, whole in ((Flow.EXPORT, 1, exports), (Flow.IMPORT, -1, imports))
        for code, change in _leading(whole)
    )


def _leading(whole: Singles) -> list[tuple[str, int]]:
    """The largest changes, and that of all the rest, if any: they sum to the total's."""
    changes = [(p.code, p.change) for p in whole.parts if p.change is not None]
    leading = sorted(changes, key=lambda c: (-abs(c[1]), c[0]))[:LEADING]
    others = (whole.total.change or 0) - sum(change for _, change in leading)
    return [*leading, *([(OTHER, others)] if others or not leading else [])]


def _partners(
    exports: Sequence[Amounts], imports: Sequence[Amounts], kept: Kept
) -> tuple[Partner, ...]:
    """The markets that both flows list; of one that only one lists the balance is not known."""
    bought = {a.code: a for a in imports}
    both = [(a, bought[a.code]) for a in exports if a.code in bought]
    found = (
        kept.piece(one.code, (one, other), partial(_partner, one.code, one, other))
        for one, other in both
    )
    return tuple(sorted(found, key=_rank))


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


def _rest(
    exports: Amounts, imports: Amounts, sold: Sequence[Amounts], bought: Sequence[Amounts]
) -> Partner:
    """What the partners listed do not explain."""
    both = {a.code for a in sold} & {a.code for a in bought}
    left = (
        rest(total, [a for a in parts if a.code in both])
        for total, parts in ((exports, sold), (imports, bought))
    )
    return _partner(OTHER, *left)


def _rank(partner: Partner) -> tuple[float, str]:
    return -abs(partner.change or 0), partner.code
