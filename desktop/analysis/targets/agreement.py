"""Whether targets can all be met at once: exports less imports are the balance, of targets too."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, NamedTuple

from desktop.figures.series import TRADE, Flow

if TYPE_CHECKING:
    from collections.abc import Iterable

    from desktop.analysis.target_results import TargetProgress
    from desktop.figures.target import Target

_THREE = (*TRADE, Flow.BALANCE)
_HALF_A_POINT = 0.005
"""Growth is asked for in whole or half points: what both flows round is no contradiction."""


def of_one_account(made: Iterable[Target], others: Iterable[Target]) -> list[Target]:
    """Give the targets of exports, imports and balance of whose scope and months one is made.

    Nothing where not all three are there: they cannot contradict each other. What is made takes
    the place of what stood, but of one by a newer document.
    """
    made = [*made]
    wanted = {_account(target) for target in made if not target.is_share}
    put = {target.key: target for target in made}
    found = [t for t in others if t.key not in put or _is_newer(t, put[t.key])]
    found = [t for t in (*found, *made) if not t.is_share and _account(t) in wanted]
    flows = {(_account(target), target.flow) for target in found}
    whole = {account for account in wanted if all((account, flow) in flows for flow in _THREE)}
    return [target for target in found if _account(target) in whole]


def _account(target: Target) -> object:
    return replace(target, flow=Flow.BALANCE).key


def _is_newer(target: Target, made: Target) -> bool:
    """Say whether a target that stands stays in force; one without a day will be of today."""
    stood, comes = target.issued_on, made.issued_on
    return stood is not None and comes is not None and stood > comes


class AtOdds(NamedTuple):
    """A surplus asked for, and what the targets of exports and imports leave instead, in USD.

    Of ranges `left` is the end that is nearest to the surplus.
    """

    surplus: TargetProgress
    left: float


def at_odds(standing: Iterable[TargetProgress]) -> tuple[AtOdds, ...]:
    """Find the surpluses that exports and imports of the same scope and months contradict.

    A surplus without both targets beside it, or one of them without a value, contradicts nothing.
    """
    by_key = {p.target.key: p for p in standing}
    found = []
    for held in by_key.values():
        target = held.target
        if target.flow is not Flow.BALANCE or target.is_share or held.low is None:
            continue
        sold, bought = (by_key.get(replace(target, flow=flow).key) for flow in TRADE)
        if sold is None or bought is None or sold.low is None or bought.low is None:
            continue
        least = sold.low - (bought.low if bought.high is None else bought.high)
        most = (sold.low if sold.high is None else sold.high) - bought.low
        rounded = _HALF_A_POINT * (sold.low + bought.low)
        highest = held.low if held.high is None else held.high
        if most < held.low - rounded:
            found.append(AtOdds(held, most))
        elif least > highest + rounded:
            found.append(AtOdds(held, least))
    return tuple(found)
