"""What is typed of a shock: ``market=US; item=WOOD; tariff=46%; volume=-25%; diverted=30%``."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from desktop.figures.finding import Finding, Refused, Severity
from desktop.figures.groupings import Dimension, dimension_of
from desktop.figures.scenario import Scenario, Shock
from desktop.figures.series import TOTAL, WORLD, Flow
from desktop.figures.target import TargetMeasure
from desktop.figures.target_names import item_code, market_code
from desktop.figures.target_typing import amounts, percentage

KEYS = ("flow", "item", "market", "tariff", "volume", "price", "diverted", "to", "monthly")
"""What may be typed, before a sign of equality; `monthly` in billion US dollars."""
_MOST_RISE = 10.0
_LONGEST = 80


def shock(text: str) -> Shock:
    """Read a shock: entries with semicolons between them, names as anyone writes them.

    Raises:
        Refused: an entry that is none, a name that is not known, an amount that is no amount.
    """
    entries: dict[str, str] = {}
    for part in filter(None, (p.strip() for p in text.split(";"))):
        name, sign, value = (word.strip() for word in part.partition("="))
        if not sign or name.casefold() not in KEYS or name.casefold() in entries:
            raise _refused("scenario_entry_unread", part, ", ".join(KEYS))
        entries[name.casefold()] = value
    return shock_of(entries)


def shock_of(entries: Mapping[str, str]) -> Shock:
    """Make a shock of what was typed of each of `KEYS`; what is empty is left as it was."""

    def typed(name: str) -> str:
        return entries.get(name, "").strip()

    def share(name: str) -> float:
        return percentage(typed(name)) if typed(name) else 0.0

    flow = _flow(typed("flow"))
    to = tuple(market_code(name) for name in typed("to").split(",") if name.strip())
    return Shock(
        flow,
        item_code(typed("item"), flow) if typed("item") else TOTAL,
        market_code(typed("market")) if typed("market") else WORLD,
        percentage(typed("tariff")) if typed("tariff") else None,
        share("volume"),
        share("price"),
        share("diverted"),
        to,
        amounts(typed("monthly"), TargetMeasure.VALUE)[0] if typed("monthly") else 0.0,
    )


def checked(scenario: Scenario) -> Scenario:
    """Give a scenario that can be one, its name and note without needless blanks; or refuse it."""
    name, note = (" ".join(text.split()) for text in (scenario.name, scenario.note))
    if not name or len(name) > _LONGEST:
        raise _refused("scenario_without_name", name)
    if not scenario.shocks:
        raise _refused("scenario_without_shock", name)
    for one in scenario.shocks:
        for code, unfit in _RULES.items():
            if unfit(one):
                raise _refused(code, name)
    return Scenario(
        name, scenario.since, scenario.shocks, note, scenario.made_by, scenario.made_at,
        scenario.number, scenario.withdrawn,
    )  # fmt: skip


def _nothing(one: Shock) -> bool:
    return not (one.volume or one.price or one.monthly)


def _out_of_range(one: Shock) -> bool:
    changes = (one.volume, one.price)
    return (
        any(not -1 <= change <= _MOST_RISE for change in changes) or not 0 <= one.diverted <= 1
        or not 0 <= (one.tariff or 0.0) <= _MOST_RISE
    )  # fmt: skip


def _nowhere(one: Shock) -> bool:
    return bool(one.diverted) and (one.market == WORLD or one.volume >= 0)


def _wrong_kind(one: Shock) -> bool:
    groups = [(one.item, Dimension.ITEM), *((m, Dimension.MARKET) for m in (one.market, *one.to))]
    return one.flow is Flow.BALANCE or any(dimension_of(c) not in (None, d) for c, d in groups)


_RULES: dict[str, Callable[[Shock], bool]] = {
    "scenario_shock_empty": _nothing,
    "scenario_shock_range": _out_of_range,
    "scenario_diverted_nowhere": _nowhere,
    "scenario_shock_kind": _wrong_kind,
}


def _flow(text: str) -> Flow:
    if text.casefold() in ("", Flow.EXPORT.value):
        return Flow.EXPORT
    if text.casefold() == Flow.IMPORT.value:
        return Flow.IMPORT
    raise _refused("scenario_entry_unread", f"flow={text}", "export, import")


def _refused(code: str, found: str, expected: str = "") -> Refused:
    return Refused(Finding(Severity.ERROR, code, found=found, expected=expected, about=found))
