"""Do the figures of one return agree with one another? Sums, parts and the year to date."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Sequence
from functools import lru_cache
from operator import itemgetter
from typing import NamedTuple

from desktop.analysis.in_print import in_words
from desktop.figures.figure import FigureRow, Status, fields_of
from desktop.figures.finding import Finding, Severity
from desktop.figures.period import NOT_TO_DATE, Basis
from desktop.figures.reading import Check
from desktop.figures.series import OTHER, SCALE, TOTAL, WORLD, Flow, Measure, Ownership
from desktop.returns.labels import CRUDE
from desktop.returns.nesting import unnested
from desktop.returns.plans.words import is_older

_RELATIVE = 1e-4
"""Sums of rounded figures may differ by this share of the total."""
_MILLIONS = 2_000_000 * SCALE
"""Two printed units of a table in million US dollars: four rounded parts may differ by so much."""
_DOLLARS = 1_000 * SCALE
"""The last digit of the coarsest table by partner: a thousand US dollars."""

_ALL, _DOMESTIC, _FDI = (own.value for own in (Ownership.ALL, Ownership.DOMESTIC, Ownership.FDI))
_SUMMED = frozenset({TOTAL, CRUDE, OTHER})
"""What is held against its parts, and two of these."""
_place = itemgetter(*range(6), *range(7, 10))
"""Subject and period of a figure: what no other figure of the return has as well."""
_block = fields_of("flow", "province", "market", "basis", "period_start", "period_end")
_series = fields_of("flow", "province", "market", "item", "ownership")

Blocks = dict[tuple[str, str, str, str, int, int], list[FigureRow]]
"""Values by flow, province, market, basis, first and last month."""
_BASIS = 3
_Dates = tuple[int, int]
"""First and last month of a figure."""
_Dated = Collection[dict[_Dates, FigureRow]]
"""The values of each series by first and last month."""


def without_repeats(
    rows: Sequence[FigureRow],
) -> tuple[list[FigureRow], list[FigureRow], list[Finding]]:
    """Keep the firmest figure of every series and period, else the first; say where it comes again.

    Figures that are printed anew "as published last month" are given apart.
    """
    if len({*map(hash, map(_place, rows))}) == len(rows):  # no two are equal then
        return list(rows), [], []
    first: dict[tuple[object, ...], FigureRow] = {}
    older: list[FigureRow] = []
    findings: list[Finding] = []
    for row in rows:
        known = first.setdefault(_place(row), row)
        if known is row:
            continue
        if is_older(row.label) and not is_older(known.label):
            older.append(row)  # both are true of their day, and their status says so
            continue
        if known.value != row.value and (known.status != row.status):
            kept, left = sorted((known, row), key=_firmness, reverse=True)
            first[_place(row)] = kept
            findings.append(_superseded(left, kept))
            continue
        severity = Severity.NOTE if known.value == row.value else Severity.ERROR
        code = "repeated_row" if known.value == row.value else "contradicting_rows"
        place = f"{known.sheet}!{known.cell}"
        findings.append(
            Finding(severity, code, row.sheet, row.cell, row.printed, known.printed,
                    f"{row.label} ({place})")
        )  # fmt: skip
    return list(first.values()), older, findings


def _firmness(row: FigureRow) -> int:
    return Status(row.status).rank


def _superseded(left: FigureRow, kept: FigureRow) -> Finding:
    """Say of an estimate that a preliminary figure, or a firmer one, stands elsewhere."""
    place = f"{kept.sheet}!{kept.cell}"
    return Finding(
        Severity.WARNING, "superseded_row", left.sheet, left.cell, left.printed, kept.printed,
        f"{left.label} ({place})",
    )  # fmt: skip


class Equation(NamedTuple):
    """A figure that is the sum of others of its return, what these add up to, and whether it holds.

    It holds where the two differ by no more than rounding may bring.
    """

    code: str
    whole: FigureRow
    parts: Sequence[FigureRow]
    ours: int
    holds: bool

    @property
    def tolerance(self) -> float:
        """What rounding may bring, in thousandths of the unit."""
        return _tolerance(self.whole, len(self.parts))

    @property
    def check(self) -> Check:
        """The same as it is told."""
        return Check.of(self.code, self.whole, self.ours, agrees=self.holds)


def _equation(code: str, whole: FigureRow, parts: Sequence[FigureRow]) -> Equation:
    ours = sum([part.value for part in parts])
    holds = abs(ours - whole.value) <= _tolerance(whole, len(parts))
    return Equation(code, whole, parts, ours, holds)


def equations_and_limits(blocks: Blocks) -> tuple[list[Equation], list[Check]]:
    """Every sum that the values of one return must make, and what must not exceed what.

    Items must not exceed their total, nor a month its year to date, nor this its forecast.
    """
    dated = _dated(blocks)
    laid = [(block, _items(block)) for block in blocks.values()]
    sums = [equation for block, items in laid for equation in _sums(block, items)]
    within = [check for block, items in laid for check in _within(block, items)]
    parts = [check for block, items in laid for check in _sectors_within(block, items)]
    limits = [*within, *parts, *_months_within(dated), *_to_date_within(blocks)]
    return [*sums, *_to_date_sums(dated)], limits


def blocks_of(rows: Iterable[FigureRow]) -> Blocks:
    """Lay the values of one return out in blocks whose figures belong together."""
    blocks: Blocks = defaultdict(list)
    value, balance = Measure.VALUE.value, Flow.BALANCE.value
    valued = [row for row in rows if row.measure == value and row.flow != balance]
    for key, row in zip(map(_block, valued), valued, strict=True):
        blocks[key].append(row)
    return blocks


def findings_of(found: Iterable[Check]) -> list[Finding]:
    """Say every check that fails."""
    return [
        Finding(
            Severity.WARNING, f"check_{c.code}", c.sheet, c.cell,
            in_words(c.printed, c.unit), in_words(c.ours, c.unit), c.about,
        )
        for c in found
        if not c.agrees
    ]  # fmt: skip


def _sums(block: Sequence[FigureRow], items: Sequence[FigureRow]) -> Iterator[Equation]:
    by_series = {(row.item, row.ownership): row for row in block if row.item in _SUMMED}
    total = by_series.get((TOTAL, _ALL))
    if total is None:
        return
    domestic = by_series.get((TOTAL, _DOMESTIC))
    fdi = by_series.get((TOTAL, _FDI))
    if domestic and fdi:
        yield _equation("sector_sum", total, [domestic, fdi])
    crude, other = by_series.get((CRUDE, _FDI)), by_series.get((OTHER, _FDI))
    if fdi and crude and other:
        yield _equation("fdi_sum", fdi, [crude, other])
    if (OTHER, _ALL) in by_series:
        code = "item_sum" if total.market == WORLD else "partner_sum"
        yield _equation(code, total, unnested(items))


def _within(block: Sequence[FigureRow], items: Sequence[FigureRow]) -> Iterator[Check]:
    """Items without "others" stay within their total; the difference is what others bring."""
    total = next((row for row in block if row.item == TOTAL and row.ownership == _ALL), None)
    if total is None or not items or any(row.item == OTHER for row in items):
        return
    parts = unnested(items)
    ours = sum([part.value for part in parts])
    agrees = ours <= total.value + _tolerance(total, len(parts))
    yield Check.of("items_within_total", total, ours, agrees=agrees)


def _sectors_within(block: Sequence[FigureRow], items: Sequence[FigureRow]) -> Iterator[Check]:
    """No sector trades more of an item than all do: its row may stand over what is beneath it."""
    sectors = [row for row in block if row.ownership != _ALL and row.item not in _SUMMED]
    whole_of = {row.item: row for row in items} if sectors else {}
    for row in sectors:
        whole = whole_of.get(row.item)
        if whole and row.value > whole.value + _tolerance(whole, 1):
            yield Check.of("sector_within_item", whole, row.value, agrees=False)


def _items(block: Sequence[FigureRow]) -> list[FigureRow]:
    return [row for row in block if row.item != TOTAL and row.ownership == _ALL]


def _tolerance(whole: FigureRow, parts: int) -> float:
    least = _DOLLARS if whole.market != WORLD else _MILLIONS * max(1, parts // 4)
    return rounding(whole, least)


def rounding(whole: FigureRow, least: int = _DOLLARS) -> float:
    """Give by how much a sum of rounded figures may differ from what is printed of the whole."""
    return max(least, abs(whole.value) * _RELATIVE)


def _to_date_sums(dated: _Dated) -> Iterator[Equation]:
    """Each year-to-date figure is the one before and its last month, where a return has all."""
    for figures in dated:
        for whole, before, month in _sums_of((*figures,)):
            parts = [figures[before], figures[month]]
            yield _equation("previous_plus_month", figures[whole], parts)


def _months_within(dated: _Dated) -> Iterator[Check]:
    """No year-to-date figure is less than its last month, whatever else is printed."""
    for figures in dated:
        for whole, month in _months_of((*figures,)):
            row, part = figures[whole], figures[month]
            if part.value > row.value and part.value > row.value + _tolerance(row, 1):
                yield Check.of("month_within_cumulative", row, part.value, agrees=False)


def _to_date_within(blocks: Blocks) -> Iterator[Check]:
    """No forecast of a year is less than what has come of it."""
    for key, forecast in blocks.items():
        if key[_BASIS] != Basis.YEAR_FORECAST:
            continue
        wholes = {_series(row): row for row in forecast}
        come: dict[tuple[str, ...], FigureRow] = {}
        for (*_, basis, start, _end), block in blocks.items():
            if start == key[-2] and basis not in NOT_TO_DATE:
                come |= {_series(row): row for row in block}
        for series, row in wholes.items():
            part = come.get(series)
            if part and part.value > row.value + _tolerance(row, 1):
                yield Check.of("forecast_above_to_date", row, part.value, agrees=False)


@lru_cache(maxsize=1024)
def _sums_of(dates: tuple[_Dates, ...]) -> tuple[tuple[_Dates, _Dates, _Dates], ...]:
    """The years to date among the dates of a series, with the one before and the last month."""
    wholes = [(start, end) for start, end in dates if start != end and start % 12 == 0]
    found = [((start, end), (start, end - 1), (end, end)) for start, end in wholes]
    return tuple(one for one in found if one[1] in dates and one[2] in dates)


@lru_cache(maxsize=1024)
def _months_of(dates: tuple[_Dates, ...]) -> tuple[tuple[_Dates, _Dates], ...]:
    """The longer periods among the dates of a series that only their last month tells of."""
    summed = {whole for whole, *_ in _sums_of(dates)}
    longer = [(start, end) for start, end in dates if start != end and (end, end) in dates]
    return tuple((whole, (whole[1], whole[1])) for whole in longer if whole not in summed)


def _dated(blocks: Blocks) -> _Dated:
    """The values of each series by first and last month."""
    dated: dict[tuple[str, ...], dict[_Dates, FigureRow]] = defaultdict(dict)
    taken = {key: block for key, block in blocks.items() if key[_BASIS] not in NOT_TO_DATE}
    if all(start == end for *_, start, end in taken):
        return ()  # months alone have nothing to add up to
    for (*_, start, end), block in taken.items():
        span = start, end
        for series, row in zip(map(_series, block), block, strict=True):
            dated[series][span] = row
    return dated.values()
