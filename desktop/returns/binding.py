"""What each column of a table means: measure, period, status; and why others are left out."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from desktop.figures.figure import Status
from desktop.figures.month import MONTHS_PER_YEAR, Month
from desktop.figures.period import Basis, Period
from desktop.figures.record import record
from desktop.figures.series import UNKNOWN, WORLD, Flow, Measure, Ownership
from desktop.returns import heading_words as words
from desktop.returns import headings
from desktop.returns.differences import is_difference, says_per_cent
from desktop.returns.found_table import Table
from desktop.returns.growth_in_order import in_their_order
from desktop.returns.growth_scale import GrowthScale
from desktop.returns.heading_block import Column
from desktop.returns.heading_texts import says_same_period
from desktop.returns.headings import Compared, Heading
from desktop.returns.january import Halves, half_of_january
from desktop.returns.month_beside import month_beside
from desktop.returns.reported_period import in_its_period, reported
from desktop.returns.spans import Span
from desktop.returns.text import folded
from desktop.returns.units import NO_UNITS, Units, is_in_other_money
from desktop.returns.whose_columns import EVERYONES, Whose, speaks_of_part

_NO_FIGURES = frozenset({"share", "price"})
"""Columns beside the figures, which may be of any months."""
SAME = "same_meaning"
"""Why a column is left out that means the same as one before it."""
OTHER_MONEY = "unknown_unit"
"""Why a column is left out that counts in euros or in dong beside one in dollars."""
_PERIODS_HEAD = re.compile(r"^(?:thang|quy|nam|ky|thoi gian|periods?|months?|years?)\b[^\d]*$")
"""Heads rows that are periods."""
_GROWTH = {Measure.VALUE: Measure.GROWTH_VALUE, Measure.QUANTITY: Measure.GROWTH_QUANTITY}


@record
class Bound:
    """A column with its meaning. `measure` is None where each row's own unit decides.

    `left_out` says, as a code, why the column's numbers are not taken. What a plan says of the
    column goes before what its rows say: `flow`, `item`, `market`, `ownership`; `units` go before
    those of the table, and `scale` before what the column's numbers look like. `basis` is that of
    the column's figures where each row says the month.
    """

    column: Column
    period: Period | None
    measure: Measure | None
    status: Status
    growth: bool = False
    left_out: str = ""
    flow: Flow | None = None
    item: str = ""
    market: str = ""
    ownership: Ownership | None = None
    units: Units = NO_UNITS
    scale: GrowthScale | None = None
    basis: Basis | None = None

    @property
    def number(self) -> int:
        """The column's number."""
        return self.column.number

    @property
    def kept_measure(self) -> Measure | None:
        """The measure its figures are kept under: growth columns have measures of their own."""
        if self.growth and self.measure:
            return _GROWTH.get(self.measure, self.measure)
        return self.measure

    @property
    def only_checks(self) -> bool:
        """True for growth that is kept to check by; an index of industry is a figure of its own."""
        return self.growth and (self.measure is None or self.measure in _GROWTH)

    @property
    def meaning(self) -> str:
        """``measure · basis · period · status``, in codes."""
        kept = self.kept_measure
        period = self.period
        if period is None:
            return ""
        span = str(period.end) if period.months == 1 else f"{period.start}..{period.end}"
        return (
            f"{kept.value if kept else '*'} · {period.basis.value} · {span} · {self.status.value}"
        )


@dataclass(frozen=True, slots=True)
class Dating:
    """The month a table is about, by its headings; and the month its title names, if another."""

    month: Month | None
    title_month: Month | None = None

    @property
    def conflict(self) -> bool:
        """True where the title names another month than the headings."""
        return self.title_month is not None and self.title_month != self.month


def dating(table: Table) -> Dating:
    """Find the month a table is about; the title may lend the year, or the month, or both."""
    lines = [headings.read(line) for line in table.above]
    said = _newest(lines, None)
    years = {h.year for h in lines if h.year is not None}
    year = said.year if said else (years.pop() if len(years) == 1 else None)
    every = [c.heading for c in table.columns if c.heading.left_out not in _NO_FIGURES]
    heads = [h for h in every if h.compared is None] or every
    month = _newest(heads, year) or said
    if month is None:
        alone = {h.last_month for h in lines if h.last_month and h.year is None}
        if year and len(alone) == 1 and not any(h.span is Span.YEAR for h in heads):
            return Dating(Month(year, alone.pop()))  # "Quý I", and beneath it "Năm 2024"
        return Dating(_year_end(heads))
    loose = next((h for h in lines if h.last_month and h.year is None), None)
    if not (said or loose) and _has_whole(heads, month, year):
        month = Month(month.year, MONTHS_PER_YEAR)
    title = said or (Month(month.year, loose.last_month) if loose else None)
    return Dating(month, title)


def _newest(heads: Iterable[Heading], year: int | None) -> Month | None:
    months = [
        Month(h.year or year or 0, h.last_month)
        for h in heads
        if h.last_month and h.span is not Span.YEAR and (h.year or year) and not h.years_back
    ]
    return max(months, default=None)


def _has_whole(heads: Iterable[Heading], month: Month, year: int | None) -> bool:
    """Say whether a month's year stands whole beside parts of it: "6 tháng 2024", "Năm 2024"."""
    spans = {
        h.span for h in heads
        if (h.year or year) == month.year and h.status is not Status.ESTIMATE
        and not (h.left_out or (h.to_date and h.span is Span.YEAR))
    }  # fmt: skip
    return Span.YEAR in spans and not spans.isdisjoint({Span.TO_DATE, Span.QUARTER})


def _year_end(heads: Sequence[Heading]) -> Month | None:
    """The end of the newest whole year; None where a shorter period is not of it for certain.

    "Tháng 3" and "Lũy kế" beside "Năm 2024" are of the year after, most often; a plan is of theirs.
    """
    whole = [h for h in heads if h.span is Span.YEAR and h.year]
    if any(map(_undated, heads)) and not any(h.left_out == "plan" for h in whole):
        return None
    return Month(max(h.year or 0 for h in whole), 12) if whole else None


def _undated(heading: Heading) -> bool:
    if heading.span in {Span.NONE, Span.REPORTED} or heading.years_back or heading.months_back:
        return False
    if heading.span is Span.YEAR:
        return heading.to_date
    return heading.year is None or not heading.number


def bind(table: Table, month: Month | None, *, by_title: bool = False) -> list[Bound]:
    """Give every column its meaning, in a return about the given month.

    `by_title` where columns that name no period may be of the one that the lines above name.
    """
    overall = next((s for line in table.above if (s := headings.read(line).status)), None)
    titled = None if table.measured_by_rows else _measure_of(table)
    period, alone = reported(table, month), _said_above(table) if by_title else None
    in_order = in_their_order(table.columns)
    bound: list[Bound] = []
    group: Heading | None = None
    halves: Halves = {}
    for column in month_beside(table.columns, period):
        heading = half_of_january(in_its_period(column, period), column, halves)
        if alone and heading.compared is None and not heading.left_out:
            heading = replace(
                heading, span=alone.span, number=alone.number, year=alone.year,
                to_date=alone.to_date,
            )  # fmt: skip
        heading = _last_years(heading, column, group)
        if _is_of_no_year(heading, table, month):
            heading = replace(heading, span=Span.NONE)
        if heading.span is Span.NONE and heading.compared and group:
            group_of = in_order.get(column.number, group)
            compared = heading.compared
            if compared is Compared.UNKNOWN and (month or group.year):
                of = _dated(group_of, month) if month else group_of
                compared = headings.compared_after(of, column.text) or compared
            heading = replace(
                heading,
                span=group_of.span,
                number=group_of.number,
                year=group_of.year,
                compared=compared,
                flow=heading.flow or group_of.flow,
            )
        elif not (heading.compared or heading.left_out == "plan" or says_same_period(column.text)):
            group = group if group and _is_a_year_before(heading, group) else heading
        measure = column.measure or column.heading.measure or titled
        bound.append(_of_whom(_bound(column, heading, month, measure), column.whose))
    return first_of_each(_without_differences(_in_our_money(_with_status(bound, overall, table))))


def _is_of_no_year(heading: Heading, table: Table, month: Month | None) -> bool:
    """Say whether "2025/2024" is no growth of the whole year: it is not over, nor in the table."""
    if not heading.compared or heading.span is not Span.YEAR or month is None:
        return False
    if month.number == MONTHS_PER_YEAR or heading.year != month.year:
        return False
    levels = (c.heading for c in table.columns if c.heading.compared is None)
    return not any(h.span is Span.YEAR and h.year == month.year for h in levels)


def _dated(heading: Heading, month: Month) -> Heading:
    """A heading with the month's number and year, where it names none: "Cộng dồn đến hết tháng"."""
    by_month = heading.span in {Span.MONTH, Span.TO_DATE}
    number = heading.number or (month.number if by_month else 0)
    return replace(heading, number=number, year=heading.year or month.year)


def _last_years(heading: Heading, column: Column, group: Heading | None) -> Heading:
    """Read "the same period of last year" beneath the period that the figure before it is of."""
    if group is None or heading.year is None or heading.compared:
        return heading
    if not words.SAME_PERIOD.search(folded(column.text)):
        return heading
    same = (heading.span, heading.number, heading.year) == (group.span, group.number, group.year)
    return replace(heading, year=heading.year - 1) if same else heading


def _is_a_year_before(heading: Heading, group: Heading) -> bool:
    """Say whether a figure is last year's of the one before it: growth behind both is of that."""
    same = heading.span is group.span and heading.number == group.number
    years = heading.year is not None and group.year == heading.year + 1
    return same and heading.span is not Span.NONE and (years or heading.years_back == 1)


def undated(table: Table) -> bool:
    """Say whether nothing tells what months its columns are of: they may stand in its rows."""
    return all(c.heading.span is Span.NONE for c in table.columns) and not _said_above(table)


def _said_above(table: Table) -> Heading | None:
    """The one period that the lines above name, where no column names any."""
    heads = (c.heading for c in table.columns)
    if any(h.span is not Span.NONE and h.compared is None for h in heads):
        return None
    lines = [(folded(line), headings.read(line)) for line in table.above]
    spoken = {(h.span, h.number, h.year): h for _, h in lines if h.span is not Span.NONE}
    several = any(words.SEVERAL.search(plain) or _PERIODS_HEAD.search(plain) for plain, _ in lines)
    whole = {key[2] for key in spoken if key[0] is Span.YEAR}
    loose = [h for h in spoken.values() if h.last_month and h.year is None]
    if len(loose) == 1 and len(whole) == 1 and len(spoken) == 1 + len(whole):
        return replace(loose[0], year=whole.pop()) if not several else None
    return next(iter(spoken.values())) if len(spoken) == 1 and not several else None


def _measure_of(table: Table) -> Measure | None:
    said = table.units
    if (named := headings.measure(table.title.text)) or table.unit_column or said.money is None:
        return named
    return Measure.VALUE if said.weight is None and said.pieces is None else None


def _bound(column: Column, heading: Heading, month: Month | None, measure: Measure | None) -> Bound:
    period = heading.resolved(month)
    growth = heading.compared is Compared.LAST_YEAR
    left_out = heading.left_out
    if growth and is_difference(column.text, in_money=column.units.money is not None):
        left_out = left_out or f"compared_{Compared.UNKNOWN.value}"
    if not left_out and heading.compared not in {None, Compared.LAST_YEAR}:
        left_out = f"compared_{heading.compared.value}"
    if not left_out and heading.compared is None and measure in _GROWTH and "%" in column.text:
        left_out = f"compared_{Compared.UNKNOWN.value}"
    if not left_out and column.whose is EVERYONES and speaks_of_part(column.text):
        left_out = "not_understood"
    if not left_out and (period is None or _is_early(heading, period)):
        left_out = "not_understood"
    status = heading.status or Status.ESTIMATE
    if heading is not column.heading:
        column = replace(column, heading=heading)
    return Bound(column, period, measure, status, growth, left_out)


def _without_differences(bound: Sequence[Bound]) -> list[Bound]:
    """Leave out a comparison beside one of the same that says per cent where it does not."""
    found = list(bound)
    for at, (one, other) in enumerate(pairwise(bound)):
        if not (one.growth and other.growth) or other.number != one.number + 1:
            continue
        says = [says_per_cent(b.column.text) for b in (one, other)]
        if says[0] is not says[1] and meanings([one]) == meanings([other]):
            b, why = (one, other)[says.index(False)], f"compared_{Compared.UNKNOWN.value}"
            found[at + says.index(False)] = replace(b, left_out=b.left_out or why)
    return found


def _is_early(heading: Heading, period: Period) -> bool:
    """Say whether a year that is not over is called neither estimate nor forecast."""
    forecast = period.basis is Basis.YEAR_FORECAST and heading.compared is None
    return forecast and heading.status is not Status.ESTIMATE


def _of_whom(b: Bound, whose: Whose) -> Bound:
    """Bind a column to the market or sector above it; a name that nobody knows is not read."""
    if whose is EVERYONES:
        return b
    if whose.market == UNKNOWN:
        return replace(b, left_out=b.left_out or "not_understood")
    market = "" if whose.market == WORLD else whose.market
    sector = whose.ownership if whose.ownership is not Ownership.ALL else None
    return replace(b, market=market, ownership=sector)


def _in_our_money(bound: Sequence[Bound]) -> list[Bound]:
    """Leave out values in other money beside those in ours; where all are, their cells tell it."""
    other = {b.number for b in bound if not b.left_out and is_in_other_money(b.column.text)}
    values = [b for b in bound if b.measure is Measure.VALUE and not (b.left_out or b.growth)]
    if not other or all(b.number in other for b in values):
        return list(bound)
    return [replace(b, left_out=OTHER_MONEY) if b.number in other else b for b in bound]


def _with_status(bound: Sequence[Bound], overall: Status | None, table: Table) -> list[Bound]:
    """Lend a status to columns that print none: the title's, or that of the column they extend.

    Beside an estimate what came before is none. A growth is as firm as the figures that it speaks
    of, whatever its own heading says.
    """
    said = {
        (b.period.end, b.period.start): b.status
        for b in bound
        if b.period and not b.growth and b.column.heading.status
    }
    by_end = {end: status for (end, _), status in said.items()}
    firm = dict(said)
    newest = max(by_end, default=None)
    result = []
    for b in sorted(bound, key=lambda b: b.growth):
        period, status = b.period, b.status
        same = firm.get((period.end, period.start)) if period else None
        if b.growth and same:
            status = same
        elif b.column.heading.status is None and period:
            known = same or overall or by_end.get(period.end)
            came = newest is not None and period.end < newest and table.unsaid is Status.ESTIMATE
            status = known or (Status.ACTUAL if came else table.unsaid)
            if not (b.growth or b.left_out):
                firm[period.end, period.start] = status
        result.append(b if status is b.status else replace(b, status=status))
    return sorted(result, key=lambda b: b.number)


def first_of_each(bound: Sequence[Bound]) -> list[Bound]:
    """Leave out a column that means the same as one before it."""
    seen: set[tuple[object, ...]] = set()
    result = []
    for b, key in zip(bound, meanings(bound), strict=True):
        if not b.left_out and key in seen:
            result.append(replace(b, left_out=SAME))
            continue
        if not b.left_out:
            seen.add(key)
        result.append(b)
    return result


def meanings(bound: Sequence[Bound]) -> list[tuple[object, ...]]:
    """What each column's figures are of, by its heading."""
    both = {Flow.EXPORT, Flow.IMPORT} <= {b.column.heading.flow for b in bound}
    return [
        (
            b.kept_measure, b.growth, b.period, b.column.heading.flow if both else None,
            b.flow, b.item, b.market, b.ownership, b.basis,
        )
        for b in bound
    ]  # fmt: skip
