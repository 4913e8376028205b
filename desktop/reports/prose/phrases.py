"""The turns of phrase that trade sentences are made of: amounts, changes, shares, lists.

By the rules of Vietnamese official prose: no minus signs (tăng/giảm), "gấp n lần" above +100 %,
"ước đạt" for an estimate, tỷ USD with two decimals.
"""

from __future__ import annotations

from collections.abc import Sequence

from desktop.figures.figure import Status
from desktop.figures.month import Month
from desktop.figures.wording import BILLION, MILLION, Language, capitalised

_SHOWN_AS_BILLIONS = 999.5 * MILLION  # what would be written "1.000 triệu" is one billion
_SHOWN_WHOLE, SHOWN = 100 * MILLION, 0.005 * MILLION  # less has no digit even so


def amount(usd: float, language: Language) -> str:
    """Write an amount as a positive number: 219,83 tỷ USD; below a billion, 712 triệu USD."""
    return spread((usd,), language, 2)


def monthly_amount(usd: Sequence[float], language: Language) -> str:
    """Write what a month must bring, with one decimal; two amounts are a range."""
    return spread(usd, language, 1)


def spread(usd: Sequence[float], language: Language, decimals: int) -> str:
    """Write one amount, or two as a range, in the unit that suits the larger."""
    largest = max(abs(x) for x in usd)
    if largest >= _SHOWN_AS_BILLIONS:
        return language._("USD {amount} billion", amount=_range(usd, BILLION, decimals, language))
    places = 0 if largest >= _SHOWN_WHOLE else 1 if largest >= MILLION or largest < SHOWN else 2
    return language._("USD {amount} million", amount=_range(usd, MILLION, places, language))


def _range(usd: Sequence[float], unit: float, decimals: int, language: Language) -> str:
    written = (language.number(abs(x) / unit, decimals) for x in usd)
    return "–".join(dict.fromkeys(written))


def share(fractions: Sequence[float], language: Language) -> str:
    """Write a share, or two as a range: 48,4%, or 43,2–43,6%."""
    written = dict.fromkeys(language.number(f * 100, 1) for f in fractions)
    return "–".join(written) + "%"


def target_rates(fractions: Sequence[float], language: Language) -> str:
    """Write a target's growth without an idle decimal: 12%, 15,5%, 15–16%."""
    whole = all(_whole(f * 100) for f in fractions)
    sizes = (abs(f * 100) for f in fractions)
    return "–".join(dict.fromkeys(language.number(x, 0 if whole else 1) for x in sizes)) + "%"


def change(fraction: float, language: Language) -> str:
    """Say how something moved: tăng 14,4%, giảm 0,2%, gấp 2,5 lần, không đổi."""
    shown = _shown(fraction)
    if shown == 0:
        return language._("unchanged")
    if shown > 100:
        return language._("{times} times as much", times=_times(fraction, language))
    size = language.percent(abs(fraction))
    return language._("up {size}", size=size) if shown > 0 else language._("down {size}", size=size)


def change_on(fraction: float, what: str, language: Language) -> str:
    """Say how something moved against what: tăng 14,4% so với cùng kỳ, gấp 2,5 lần cùng kỳ."""
    shown = _shown(fraction)
    if shown == 0:
        return language._("unchanged on {what}", what=what)
    if shown > 100:
        return language._("{times} times {what}", times=_times(fraction, language), what=what)
    size = language.percent(abs(fraction))
    if shown > 0:
        return language._("up {size} on {what}", size=size, what=what)
    return language._("down {size} on {what}", size=size, what=what)


def change_and_printed(ours: float | None, printed: float | None, language: Language) -> str:
    """Say how something moved on our base; in brackets as printed, where that reads otherwise.

    tăng 41,7% (theo biểu 39,9%); giảm 0,9% (theo biểu tăng 0,2%). Empty where neither is known.
    """
    moved = "" if ours is None else change(ours, language)
    as_printed = "" if printed is None else change(printed, language)
    if printed is None or as_printed == moved:
        return moved
    if ours is None:
        return language._("{change} as printed", change=as_printed)
    if _by_a_rate(ours) and _by_a_rate(printed) and ours * printed > 0:
        as_printed = language.percent(abs(printed))
    return language._("{change} (as printed: {printed})", change=moved, printed=as_printed)


def _by_a_rate(fraction: float) -> bool:
    """Say whether a change is written as up or down by a size."""
    return _shown(fraction) != 0 and _shown(fraction) <= 100


def _shown(fraction: float) -> float:
    return round(fraction * 100, 1)


def _times(fraction: float, language: Language) -> str:
    times = 1 + fraction
    return language.number(times, 0 if _whole(times) else 1)


def _whole(value: float) -> bool:
    return round(value, 1) == round(value)


def points(fraction: float, language: Language) -> str:
    """Write the size of a contribution: 7,3 điểm phần trăm."""
    return language._("{size} percentage points", size=language.number(abs(fraction) * 100, 1))


def is_felt(fraction: float | None) -> bool:
    """Say whether a contribution would be written as more than nothing."""
    return fraction is not None and _shown(fraction) != 0


def attained(usd: float, status: Status | None, language: Language) -> str:
    """Say what was reached: đạt 219,83 tỷ USD; of an estimate: ước đạt 39,49 tỷ USD."""
    if status is Status.ESTIMATE:
        return language._("reached an estimated {amount}", amount=amount(usd, language))
    return language._("reached {amount}", amount=amount(usd, language))


def listed(parts: Sequence[str], language: Language) -> str:
    """Join parts as a list in prose: a, b và c."""
    if len(parts) < 2:
        return "".join(parts)
    return language._("{parts} and {last}", parts=", ".join(parts[:-1]), last=parts[-1])


def months_from_january(year: int, months: int, language: Language) -> str:
    """Name a span that starts the year: tháng 1/2025, 6 tháng đầu năm 2025, cả năm 2025."""
    if months == 1:
        return language.month(Month(year, 1))
    if months == 12:
        return language._("the whole of {year}", year=year)
    return language._("the first {count} months of {year}", count=months, year=year)


def months_told(through: Month, language: Language) -> str:
    """Name the months that count, as a title does: January 2025, January to June 2025."""
    month = language.month(through)
    return month if through.number == 1 else language._("January to {month}", month=month)


def as_sentence(text: str) -> str:
    """Set the first letter in capitals and close with a full stop."""
    return capitalised(text) + "."
