"""How a target is said in words: its months, its amount, its measure, how it is split."""

from __future__ import annotations

from desktop.figures.groupings import schemes
from desktop.figures.month import MONTHS_PER_YEAR, Month
from desktop.figures.series import Flow
from desktop.figures.target import FRACTIONS, Target, TargetMeasure
from desktop.figures.target_names import FLOW_NAMES, part_name, scope_name
from desktop.figures.target_split import Split, SplitBy
from desktop.figures.wording import N_, Language, side_by_side

MEASURES = {
    TargetMeasure.GROWTH: N_("Growth"),
    TargetMeasure.VALUE: N_("Value"),
    TargetMeasure.SURPLUS: N_("Surplus"),
    TargetMeasure.SHARE: N_("Share of the whole"),
}
SPLITS = {
    SplitBy.ITEM: N_("items"),
    SplitBy.MARKET: N_("markets"),
    SplitBy.PROVINCE: N_("provinces"),
}
_HALF = MONTHS_PER_YEAR // 2


def period_name(target: Target, language: Language) -> str:
    """Name the months: ``2025``, ``H1 2019``, ``fiscal year 7/2025–6/2026``."""
    if target.is_calendar_year:
        return str(target.year)
    if target.months == _HALF and target.first_month in (1, 1 + _HALF):
        half = N_("H1 {year}") if target.first_month == 1 else N_("H2 {year}")
        return language._(half, year=target.year)
    span = f"{_short(target.start)}–{_short(target.end)}"
    if target.months == MONTHS_PER_YEAR:
        return language._("fiscal year {months}", months=span)
    return span


def amount_name(target: Target, language: Language) -> str:
    """Say what is asked for: ``+12%``, ``+15–16%``, ``30 bn USD``, ``40% of the whole``."""
    said = _number(target, target.low, language)
    if target.low != target.high:
        said = _range(said, _number(target, target.high, language))
    if target.is_share:
        return language._("{share} of the whole", share=said)
    return said


def _range(low: str, high: str) -> str:
    """Write the sign before the low end and the unit behind the high one: ``+15–16%``."""
    unit = high.lstrip("+-−0123456789.,")
    same_side = low[:1] == high[:1] == "+"
    return f"{low.removesuffix(unit)}–{high[1:] if same_side else high}"


def stated(target: Target, language: Language) -> str:
    """Say a whole target in a line: months, what it is about, what is asked for."""
    parts = (
        period_name(target, language),
        scope_name(target.scope, language),
        amount_name(target, language),
    )
    return " · ".join(parts)


def short_name(target: Target, language: Language) -> str:
    """Name a target by its part, or its flow where it is about the whole: ``Wood 18 bn USD``."""
    whole = N_("Balance") if target.flow is Flow.BALANCE else FLOW_NAMES[target.flow]
    about = part_name(target.scope, language) or language._(whole)
    period = "" if target.is_calendar_year else f" · {period_name(target, language)}"
    return f"{about} {amount_name(target, language)}{period}"


def split_name(split: Split, language: Language) -> str:
    """Name a way to split: ``items``, ``items: statistics office's groups``."""
    name = language._(SPLITS[split.by])
    if not split.scheme:
        return name
    return f"{name}: {schemes()[split.scheme].name(language.code)}"


def _number(target: Target, amount: float, language: Language) -> str:
    if target.measure in FRACTIONS:
        exact = round(amount * 100, 9)
        decimals = 0 if exact == int(exact) else 1 if round(exact, 1) == exact else 2
        return language.percent(amount, decimals, sign=target.measure is TargetMeasure.GROWTH)
    billions = round(amount / 1e9, 9)
    most = side_by_side((amount,))
    told = round(billions, most)
    decimals = next(n for n in range(most + 1) if round(told, n) == told)
    return language._("{x} bn USD", x=language.number(billions, decimals))


def _short(month: Month) -> str:
    return f"{month.number}/{month.year}"
