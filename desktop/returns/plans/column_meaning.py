"""What a column of an unknown table holds, by the words that stand over it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import takewhile

from desktop.figures.directions import ColumnPlan, ColumnRole
from desktop.figures.period import Basis, Period
from desktop.figures.series import HERE, TOTAL, UNKNOWN, Flow, Measure
from desktop.returns.grid import letters
from desktop.returns.growth_scale import growth_scale
from desktop.returns.item_names import item_code, market_code
from desktop.returns.plans import words
from desktop.returns.plans.money import money
from desktop.returns.plans.periods import Said, names_to_date, said
from desktop.returns.plans.printed_units import written_column, written_scale

_OTHER_YEARS = re.compile(
    r"\byear (?:ended|ending)\b|\b(?:12|twelve)[- ]months? (?:ended|ending|to|up to)\b|\brolling\b"
    r"|\bmoving (?:annual|average|total)|\bannuali[sz]ed\b"
)
"""Twelve months that end with any, or an average of several: no month of theirs alone."""
_LONGEST_NAME = 100
"""No name of goods or of a market that heads a column is longer."""
_QUARTER = re.compile(r"^(?:(?:north|south|east|west)(?:ern)?|central|latin) ", re.IGNORECASE)
"""What may stand before a continent's name, which then is that of a part of it."""
_GROWTH = {
    Measure.VALUE: Measure.GROWTH_VALUE, Measure.QUANTITY: Measure.GROWTH_QUANTITY
}  # fmt: skip


def meaning(number: int, text: str, numbers: Sequence[float]) -> ColumnPlan:
    """Read a heading; `numbers` stand beneath it, and show how growth is printed."""
    plan = ColumnPlan(letters(number), text)
    why = words.compared(text)
    if why != "growth" and _OTHER_YEARS.search(words.plain(text)):
        why = "not_understood"
    if why and why != "growth":
        return replace(plan, role=ColumnRole.LEFT_OUT, why=why)
    measure = words.measure(text) or _weighed(text) or Measure.VALUE
    way = words.flow(text)
    item, market = _subject(text, way)
    plan = replace(plan, flow=way.value if way else "", item=item, market=market)
    if why == "growth":
        return replace(
            plan, role=ColumnRole.GROWTH, measure=_GROWTH[measure].value,
            unit=written_scale(growth_scale(numbers)),
        )  # fmt: skip
    basis = Basis.CUMULATIVE.value if names_to_date(text) else ""
    unit = written_column(money(text), measure)
    status = words.status(text)
    return replace(
        plan, measure=measure.value, unit=unit, status=status.value if status else "", basis=basis
    )  # fmt: skip


def _weighed(text: str) -> Measure | None:
    """The measure of a heading that names none, but what is weighed: "Net mass (kg)"."""
    unit = money(text)
    return Measure.QUANTITY if unit.weight is not None and unit.money is None else None


def _subject(text: str, way: Flow | None) -> tuple[str, str]:
    """Item and market that a heading names, each empty for none."""
    rest = words.without_trade(text)
    if said(rest).exact:  # "Mar" is no Morocco
        return "", ""
    if whole := words.subject(rest):
        return ("" if whole == TOTAL else whole), ""
    flows = (way,) if way in {Flow.EXPORT, Flow.IMPORT} else (Flow.EXPORT, Flow.IMPORT)
    names = [name for name in (text, rest) if 0 < len(name) <= _LONGEST_NAME]
    for flow in filter(None, flows):
        for item in (item_code(name, flow) for name in names):
            if item not in {UNKNOWN, TOTAL}:
                return item, ""
    markets = (code for n in names for code in (market_code(n), _within_region(n)))
    return "", next((code for code in markets if code != UNKNOWN), "")


def _within_region(name: str) -> str:
    """Code of a market that stands beneath its region's name: "Asia Japan", "Asia Total"."""
    parts = name.split()
    for cut in range(1, len(parts)):
        above, within = " ".join(parts[:cut]), " ".join(parts[cut:])
        if _is_region(above):
            return market_code(above if words.subject(within) == TOTAL else within)
    return UNKNOWN


def _is_region(name: str) -> bool:
    """Say whether a name is a continent's, or that of a part of one; "America" is a country."""
    continent = _QUARTER.sub("", name)
    spellings = [continent] if continent == name else [continent, f"{continent}s"]
    codes = [code for code in map(market_code, spellings) if code != UNKNOWN]
    return any(len(code) > len(HERE) for code in codes)


def without_subject(plan: ColumnPlan) -> ColumnPlan:
    """Leave out a column beside those of goods or markets whose own name nobody knows."""
    rest = words.without_trade(plan.heading)
    named = plan.item or plan.market or words.subject(rest) or said(plan.heading).basis
    if named or not rest or plan.role is not ColumnRole.VALUE:
        return plan
    return replace(plan, role=ColumnRole.LEFT_OUT, why="not_understood")


def dated(plans: Sequence[ColumnPlan], default: Said, fiscal_start: int) -> list[ColumnPlan]:
    """Give columns that name no months their periods.

    A year that stands once is carried on, else it is the default's; a column that names no period
    holds the default's, on the basis that its plan says; growth, that of the amounts beside it.
    """
    result = []
    year = default.year
    for plan in plans:
        found = said(plan.heading)
        year = found.year or year
        if plan.role in {ColumnRole.LEFT_OUT, ColumnRole.LABEL} or plan.start or plan.end:
            result.append(plan)
            continue
        if plan.role is ColumnRole.GROWTH and not found.basis and _is_amount(result[-1:]):
            before = _newest_beside(result)
            result.append(replace(plan, basis=before.basis, start=before.start, end=before.end))
            continue
        meant = found if found.basis else default
        if meant.open_end:
            meant = replace(meant, last=_newest(plans, year) or default.last, open_end=False)
        period = meant.period(found.year or (year if found.basis else default.year), fiscal_start)
        result.append(plan if period is None else _spanning(plan, period))
    return result


def _newest_beside(before: Sequence[ColumnPlan]) -> ColumnPlan:
    """The newest of the amounts side by side before a column: growth is of this year's."""
    last = before[-1]
    beside = takewhile(
        lambda p: (
            (p.role, p.flow, p.measure, p.basis) == (last.role, last.flow, last.measure, last.basis)
        ),
        reversed(before),
    )
    return max(beside, key=lambda plan: plan.end)


def _is_amount(before: Sequence[ColumnPlan]) -> bool:
    """Say whether a column holds amounts of a known period, of which the growth beside it is."""
    return any(plan.role is ColumnRole.VALUE and plan.start for plan in before)


def _newest(plans: Sequence[ColumnPlan], year: int) -> int:
    """The newest month that stands alone, where a year to date ends; 0 for none.

    Of the year itself, or where none is, of the latest: years to date are printed to be compared.
    """
    months = [head for plan in plans if (head := said(plan.heading)).is_month]
    latest = max((head.year for head in months), default=0)
    theirs = [head.last for head in months if head.year in {0, year}]
    return max(theirs or [head.last for head in months if head.year == latest], default=0)


def _spanning(plan: ColumnPlan, period: Period) -> ColumnPlan:
    meant = rebased(period, plan.basis)
    return replace(
        plan, basis=meant.basis.value, start=str(meant.start), end=str(meant.end)
    )  # fmt: skip


def rebased(period: Period, basis: str) -> Period:
    """Bring a month, or a year to date, to the basis that a plan says; others stay."""
    simple = {Basis.MONTH.value, Basis.CUMULATIVE.value}
    if period.basis.value == basis or basis not in simple or period.basis.value not in simple:
        return period
    return Period.month(period.end) if basis == Basis.MONTH else Period.to_date(period.end)


def within_years(plans: Sequence[ColumnPlan]) -> bool:
    """Say whether columns are months or quarters of no year, which rows of years then say."""
    return sum(_is_amount_within_year(plan) for plan in plans) > 1


def _is_amount_within_year(plan: ColumnPlan) -> bool:
    amounts = {ColumnRole.VALUE, ColumnRole.GROWTH}
    return plan.role in amounts and is_within_year(said(plan.heading))


def is_within_year(found: Said) -> bool:
    """Say whether a month or a quarter is said, and nothing of its year."""
    return found.basis in {Basis.MONTH, Basis.QUARTER} and found.exact and not found.year


def year_of_each(plans: Sequence[ColumnPlan], year: int) -> list[ColumnPlan]:
    """Give months and quarters a year that stands for that of each row.

    What stands beside them is left out: their sum may be of a year that is not over.
    """
    return dated([_of_each(plan) for plan in plans], Said(year=year), 1)


def _of_each(plan: ColumnPlan) -> ColumnPlan:
    if plan.role is not ColumnRole.VALUE or is_within_year(said(plan.heading)):
        return plan
    whole = said(plan.heading).basis is Basis.YEAR
    whole = whole or words.subject(words.without_trade(plan.heading)) == TOTAL
    why = "year_sum" if whole else "not_understood" if plan.heading else "no_heading"
    return replace(plan, role=ColumnRole.LEFT_OUT, why=why)


def years_only(plans: Sequence[ColumnPlan]) -> bool:
    """Say whether the columns are whole years, under which rows of months make sense."""
    amounts = (p for p in plans if p.role in {ColumnRole.VALUE, ColumnRole.GROWTH})
    found = [said(p.heading) for p in amounts]
    return bool(found) and all(f.basis is Basis.YEAR and f.year for f in found)
