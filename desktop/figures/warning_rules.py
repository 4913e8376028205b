"""The rules of the early warnings as data: which are active, from which threshold they speak.

Source: ``resources/warning_rules.toml``, or what an office made of it.
"""

from __future__ import annotations

import json
import re
import tomllib
from dataclasses import asdict, dataclass, fields
from enum import StrEnum
from functools import cache
from hashlib import sha256
from typing import Any

from desktop.figures.catalogue import markets
from desktop.figures.finding import Finding, Refused, Severity
from desktop.figures.places import resource
from desktop.figures.series import UNKNOWN


class Rule(StrEnum):
    """What the application can warn of."""

    FALLING = "falling"
    DEPENDENCE = "dependence"
    STOCKS = "stocks"
    PRICE_VOLUME = "price_volume"
    ORIGIN = "origin"
    REVISION = "revision"
    PATH = "path"
    LATE = "late"


@dataclass(frozen=True, slots=True)
class Falling:
    """`months` falling months in a row, together by `least_fall`; bases in million US dollars."""

    active: bool
    months: int
    least_fall: float
    least_base: float


@dataclass(frozen=True, slots=True)
class Dependence:
    """A market's share of all exports, and of an item's, over twelve months (fractions)."""

    active: bool
    share: float
    item_share: float
    least_item: float


@dataclass(frozen=True, slots=True)
class Stocks:
    """Percentage points by which the growth of stocks exceeds that of sales."""

    active: bool
    points: float


@dataclass(frozen=True, slots=True)
class PriceVolume:
    """Average price up by `price`, volume down by `volume` (fractions), January to date."""

    active: bool
    price: float
    volume: float
    least_base: float


@dataclass(frozen=True, slots=True)
class Origin:
    """Exports of an item to `market` and imports of it from one country, both growing fast."""

    active: bool
    market: str
    export_growth: float
    import_growth: float
    least_export: float
    least_import: float
    least_ratio: float


@dataclass(frozen=True, slots=True)
class Revision:
    """A revision's robust z-score, the `fewest` earlier ones it is held against, its `least` size.

    Items count from `least_base` (million US dollars over twelve months) on, revisions for
    `within` months after they were told.
    """

    active: bool
    robust_z: float
    fewest: int
    least: float
    least_base: float
    within: int


@dataclass(frozen=True, slots=True)
class Path:
    """The required growth against that of the same months of every year held."""

    active: bool
    least_years: int


@dataclass(frozen=True, slots=True)
class Late:
    """`days` after the day of the publication calendar."""

    active: bool
    days: int


@dataclass(frozen=True, slots=True)
class WarningRules:
    """Every rule with its thresholds."""

    falling: Falling
    dependence: Dependence
    stocks: Stocks
    price_volume: PriceVolume
    origin: Origin
    revision: Revision
    path: Path
    late: Late

    @property
    def fingerprint(self) -> str:
        """Twelve letters that change with every threshold, whatever else stands in a file."""
        told = json.dumps(asdict(self), sort_keys=True)
        return sha256(told.encode()).hexdigest()[:12]


@dataclass(frozen=True, slots=True)
class RulesInForce:
    """The rules that warnings are judged by; those that are shipped where nobody `set_by`."""

    rules: WarningRules
    set_at: str = ""
    set_by: str = ""


_KINDS = {
    "falling": Falling, "dependence": Dependence, "stocks": Stocks, "price_volume": PriceVolume,
    "origin": Origin, "revision": Revision, "path": Path, "late": Late,
}  # fmt: skip
_MOST = {
    "falling.least_fall": 1, "dependence.share": 1, "dependence.item_share": 1,
    "price_volume.price": 10, "price_volume.volume": 1, "origin.export_growth": 10,
    "origin.import_growth": 10, "origin.least_ratio": 10, "revision.least": 1,
}  # fmt: skip
"""The fractions, each with the most that it can be: growth may be tenfold, no share above all."""
_TYPES: dict[str, tuple[type, ...]] = {
    "bool": (bool,), "int": (int,), "float": (int, float), "str": (str,),
}  # fmt: skip


def parsed(text: str, about: str) -> WarningRules:
    """Read rules; raises `Refused` naming the rule and the threshold that is amiss.

    What is left out of a rule, or a whole rule, stays as it is shipped.
    """
    try:
        told = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise _amiss("rules_not_read", found=_line(error, text), about=about) from error
    shipped = tomllib.loads(shipped_text())
    for rule in told:
        if rule not in _KINDS:
            raise _amiss("rule_unknown", found=rule, expected=", ".join(_KINDS), about=about)
    return WarningRules(
        **{name: _rule(name, shipped[name], told.get(name, {}), about) for name in _KINDS}
    )


def refuse_slips(rules: WarningRules, about: str) -> None:
    """Raise `Refused` where a rule could never speak: 30 for 30 per cent, a market nobody knows.

    Asked where rules are taken over: those kept by an earlier version go on counting.
    """
    for place, most in _MOST.items():
        rule, _, threshold = place.partition(".")
        value = getattr(getattr(rules, rule), threshold)
        if value > most:
            found = f"{place} = {value}"
            if value / 100 > most:
                raise _amiss("rule_above_whole", found=found, expected=f"{most:g}", about=about)
            raise _amiss("rule_no_fraction", found=found, expected=f"{value / 100:g}", about=about)
    market = rules.origin.market
    if market not in markets():
        near = markets().code(market)
        expected = "US" if near == UNKNOWN else near
        raise _amiss("rule_market_unknown", found=market, expected=expected, about=about)


def _rule(name: str, shipped: dict[str, Any], told: Any, about: str) -> Any:
    if not isinstance(told, dict):
        raise _amiss("rule_unknown", found=name, expected=f"[{name}]", about=about)
    kinds = {field.name: str(field.type) for field in fields(_KINDS[name])}
    for key, value in told.items():
        kind = kinds.get(key)
        place = f"{name}.{key}"
        if kind is None:
            expected = ", ".join(f"{name}.{known}" for known in kinds)
            raise _amiss("rule_unknown", found=place, expected=expected, about=about)
        if not isinstance(value, _TYPES[kind]) or (kind != "bool" and isinstance(value, bool)):
            raise _amiss("rule_value_amiss", found=f"{place} = {_written(value)}", about=about)
        if isinstance(value, int | float) and not 0 <= value < float("inf"):
            raise _amiss("rule_value_amiss", found=f"{place} = {_written(value)}", about=about)
    return _KINDS[name](**(shipped | told))


def _written(value: Any) -> str:
    """Write a value as the file has it."""
    return json.dumps(value, ensure_ascii=False, default=str)


@cache
def shipped_text() -> str:
    """The rules as they are shipped, with their explanations."""
    return resource("warning_rules.toml").read_text("utf-8")


@cache
def shipped_rules() -> WarningRules:
    """The rules as they are shipped."""
    return parsed(shipped_text(), "warning_rules.toml")


def _line(error: tomllib.TOMLDecodeError, text: str) -> str:
    """The line that an error is in; the message names it, or means the end of the text."""
    named = re.search(r"line (\d+)", str(error))
    return named[1] if named else str(text.count("\n") + 1)


def _amiss(code: str, found: str, about: str, expected: str = "") -> Refused:
    return Refused(Finding(Severity.ERROR, code, found=found, expected=expected, about=about))
