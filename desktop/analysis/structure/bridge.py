"""The balance: from last year's to this year's, step by step, by item and by partner."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING, Any

import numpy as np

from desktop.analysis.growth import difference, thousandths, usd
from desktop.analysis.on_sight import Gradual, Ranked
from desktop.analysis.structure.fractions import EXACT
from desktop.analysis.structure.parts import rest
from desktop.analysis.structure_results import Bridge, Partner, Step, Unsaid
from desktop.figures.kept_property import kept_property
from desktop.figures.series import OTHER, SCALE, Flow

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from desktop.analysis.rows import BoolArray, IntArray
    from desktop.analysis.structure.amounts import Listed, Sums
    from desktop.analysis.structure.asked import Singles
    from desktop.analysis.structure_results import Part

    Both = Callable[[], tuple[Singles, Singles]]
    """Exports and imports, once they are asked for."""

LEADING = 6
"""So many items of either flow are steps of their own; the others are one step together."""

LEADING_PARTNERS = 12
"""So many partners are steps of their own where the bridge leads by partner."""


@dataclass(frozen=True, eq=False)
class Partners(Gradual):
    """The partners that both flows list, what moved the balance most first, and their rest."""

    listed: Sequence[Partner]
    rest: Partner


def moved_most(of: Bridge) -> tuple[Partner, ...]:
    """Give the partners that are steps of their own: the others are one step together."""
    return tuple(p for p in of.partners if p.change)[:LEADING_PARTNERS]


def others_moved(of: Bridge) -> float | None:
    """Say how far the balance moved with all but these, known or not."""
    leading = sum(thousandths(p.change) or 0 for p in moved_most(of))
    return usd(difference(thousandths(of.change), leading))


def bridge(items: Both, partners: Callable[[], Partners]) -> Bridge:
    """Lead from the balance a year before to this one.

    `items` give exports and imports. Where a total is unknown in either period there are no
    steps, and the reason says which.
    """
    between = _Between(items)
    whole = {"base": "base_balance"} | {name: name for name in _OF_WHOLE}
    return Bridge.gradual(
        {
            **{name: partial(between.told, of) for name, of in whole.items()},
            "steps": lambda: () if between.whole.reason else steps_of(*items()),
            "partners": lambda: partners().listed,
            "rest": lambda: partners().rest,
        }
    )


_OF_WHOLE = ("balance", "change", "from_exports", "from_imports", "reason")


@dataclass(frozen=True, eq=False)
class _Between:
    """The balance of both flows as that with a partner, once somebody asks."""

    items: Both

    @kept_property
    def whole(self) -> Partner:
        """All trade."""
        exports, imports = (s.total for s in self.items())
        return _partner(OTHER, exports.sums, imports.sums)

    def told(self, name: str) -> Any:
        """Give a field of it."""
        return getattr(self.whole, name)


def partner_of(code: str, sold: Part, bought: Part) -> Partner:
    """Give the balance with a partner whose exports and imports are told as parts."""
    balance, base = difference(sold.value, bought.value), difference(sold.base, bought.base)
    return Partner(
        code, sold.value, bought.value, balance, base, difference(balance, base), sold.change,
        None if bought.change is None else -bought.change,
        _reason(balance, base),
    )  # fmt: skip


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
    in_both: Callable[[tuple[str, ...], tuple[str, ...]], IntArray] = common,
) -> Partners:
    """Give the markets that both flows list, what moved the balance most first, and their rest.

    Of a market that only one of them lists the balance is not known. `in_both` knows where codes
    stand that both list. The rest takes in a balance that is not known, so that those told and the
    rest come to the whole's.
    """

    def listed() -> Sequence[Partner]:
        return _ranked(exported.listed, imported.listed, in_both)

    def left() -> Partner:
        sold, bought = exported.listed, imported.listed
        exports, imports = exported.total, imported.total
        both = in_both(sold.codes, bought.codes)
        ours, theirs = both.T
        found = _partner(OTHER, rest(exports, sold, ours).sums, rest(imports, bought, theirs).sums)
        whole = _partner(OTHER, exports.sums, imports.sums)
        return _with_untold(found, whole, _told(sold, bought, both))

    return Partners.gradual({"listed": listed, "rest": left})


def _ranked(
    sold: Listed, bought: Listed,
    in_both: Callable[[tuple[str, ...], tuple[str, ...]], IntArray],
) -> Sequence[Partner]:  # fmt: skip
    told = _Moved(sold, bought, in_both(sold.codes, bought.codes))
    return Ranked(len(told.both), told.every, told.column, told.one)


@dataclass(frozen=True, eq=False)
class _Moved:
    """The partners that both flows list, ranked once a row is asked for by where it stands."""

    sold: Listed
    bought: Listed
    both: IntArray

    @kept_property
    def _at(self) -> IntArray:
        """Where both flows list each, what moved the balance most first."""
        ours, theirs = self.both.T
        known = self.sold.both[ours] & self.bought.both[theirs]
        moved = (self.sold.change[ours] - self.bought.change[theirs]) * known
        at: IntArray = self.both[np.argsort(-np.abs(moved), kind="stable")].T
        return at

    @kept_property
    def _codes(self) -> tuple[str, ...]:
        return self.sold.codes_at(self._at[0].tolist())

    def column(self, name: str) -> Sequence[str] | None:
        """Give the codes, which are known before any row is made."""
        return self._codes if name == "code" else None

    def every(self, _row: int) -> tuple[int, tuple[Partner, ...]]:
        """Make all rows, from the first on: who looks at one by where it stands ranks them."""
        sold, bought, (sells, buys) = self.sold, self.bought, self._at
        if sold.most + bought.most > EXACT:
            every = map(_partner, self._codes, sold.sums_at(sells), bought.sums_at(buys))
            return 0, tuple(every)
        amounts = sold.amounts[:, sells], bought.amounts[:, buys]
        return 0, _partners(self._codes, *amounts, sold.marks[:, sells], bought.marks[:, buys])

    def one(self, code: str) -> Partner | None:
        """Make the row of a code alone, wherever it stands."""
        try:
            sells, buys = self.sold.codes.index(code), self.bought.codes.index(code)
        except ValueError:  # one of the flows does not list it
            return None
        return _partner(code, self.sold.sums(sells), self.bought.sums(buys))


def _told(sold: Listed, bought: Listed, both: IntArray) -> tuple[int, int, int]:
    """Sum balance, base and change of the markets of which both flows tell."""
    ours, theirs = both.T

    def of(one: IntArray, known: BoolArray, other: IntArray, also: BoolArray) -> int:
        return int(((one[ours] - other[theirs]) * (known[ours] & also[theirs])).sum())

    return (
        of(sold.now, sold.known, bought.now, bought.known),
        of(sold.base, sold.based, bought.base, bought.based),
        of(sold.change, sold.both, bought.change, bought.both),
    )


def _with_untold(left: Partner, whole: Partner, told: tuple[int, int, int]) -> Partner:
    """Give the rest what the whole's balance, base and change have beyond what is told."""
    held = (whole.balance, whole.base_balance, whole.change)
    balance, base, change = (
        usd(difference(thousandths(amount), part)) for amount, part in zip(held, told, strict=True)
    )
    return left._replace(balance=balance, base_balance=base, change=change)


def _partners(
    codes: Sequence[str],
    exports: IntArray, imports: IntArray,
    sold: BoolArray, bought: BoolArray,
) -> tuple[Partner, ...]:  # fmt: skip
    """Give the balances with partners, as `_partner` does of each; marks say what is known."""
    balance, base, _ = exports - imports
    held = (exports[0], imports[0], balance, base, balance - base, exports[2], -imports[2])
    columns: list[list[float | None]] = (np.array(held) / SCALE).tolist()
    now, before, _ = both = sold & bought
    why: list[Unsaid | None] = [None] * len(codes)
    if np.count_nonzero(both) < both.size:
        known = np.array([sold[0], bought[0], now, before, now & before, sold[2], bought[2]])
        for column, place in zip(*map(np.ndarray.tolist, (~known).nonzero()), strict=True):
            columns[column][place] = None
        for place in (~(now & before)).nonzero()[0].tolist():
            why[place] = _reason(columns[2][place], columns[3][place])
    return tuple(map(_partner_of, zip(codes, *columns, why, strict=True)))


_partner_of = partial(tuple.__new__, Partner)
"""Makes one of a tuple of its fields, much faster than the constructor."""


def _reason(balance: float | None, base: float | None) -> Unsaid | None:
    return Unsaid.NO_FIGURE if balance is None else Unsaid.NO_BASE if base is None else None


def _partner(code: str, exports: Sums, imports: Sums) -> Partner:
    balance, base, _ = map(difference, exports, imports)
    return Partner(
        code,
        usd(exports[0]),
        usd(imports[0]),
        usd(balance),
        usd(base),
        usd(difference(balance, base)),
        usd(exports[-1]),
        usd(_minus(imports[-1])),
        _reason(balance, base),
    )
