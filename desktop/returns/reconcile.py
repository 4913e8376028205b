"""Do the figures of one return agree with one another? Sums, parts and the year to date."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from operator import itemgetter

from desktop.analysis.in_print import in_words
from desktop.figures.figure import FigureRow, fields_of
from desktop.figures.finding import Finding, Severity
from desktop.figures.period import NOT_TO_DATE
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

_ALL = Ownership.ALL.value
_SUMMED = frozenset({TOTAL, CRUDE, OTHER})
"""What is held against its parts, and two of these."""
_place = itemgetter(*range(6), *range(7, 10))
"""Subject and period of a figure: what no other figure of the return has as well."""
_block = fields_of("flow", "province", "market", "basis", "period_start", "period_end")
_series = fields_of("flow", "province", "market", "item", "ownership")

Blocks = dict[tuple[str, str, str, str, int, int], list[FigureRow]]
"""Values by flow, province, market, basis, first and last month."""
_BASIS = 3


def without_repeats(
    rows: Sequence[FigureRow],
) -> tuple[list[FigureRow], list[FigureRow], list[Finding]]:
    """Keep the first figure of every series and period; say where it comes again.

    Figures that are printed anew "as published last month" are given apart.
    """
    if len({*map(_place, rows)}) == len(rows):
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
        severity = Severity.NOTE if known.value == row.value else Severity.ERROR
        code = "repeated_row" if known.value == row.value else "contradicting_rows"
        place = f"{known.sheet}!{known.cell}"
        findings.append(
            Finding(severity, code, row.sheet, row.cell, row.printed, known.printed,
                    f"{row.label} ({place})")
        )  # fmt: skip
    return list(first.values()), older, findings


@dataclass(frozen=True)
class Equation:
    """A figure that is the sum of others of its return, and whether it holds."""

    code: str
    whole: FigureRow
    parts: Sequence[FigureRow]

    @cached_property
    def ours(self) -> int:
        """What the parts add up to."""
        return sum([part.value for part in self.parts])

    @cached_property
    def holds(self) -> bool:
        """True where the two differ by no more than rounding may bring."""
        return abs(self.ours - self.whole.value) <= self.tolerance

    @property
    def tolerance(self) -> float:
        """What rounding may bring, in thousandths of the unit."""
        return _tolerance(self.whole, len(self.parts))

    @property
    def check(self) -> Check:
        """The same as it is told."""
        return _check(self.code, self.whole, self.ours, agrees=self.holds)


def equations(blocks: Blocks) -> list[Equation]:
    """Every sum that the values of one return must make."""
    sums = [equation for block in blocks.values() for equation in _sums(block)]
    return [*sums, *_to_date_sums(blocks)]


def limits(blocks: Blocks) -> list[Check]:
    """What must not exceed what: items their total, a month its year to date."""
    within = [check for block in blocks.values() for check in _within(block)]
    return [*within, *_months_within(blocks)]


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


def _sums(block: Sequence[FigureRow]) -> Iterator[Equation]:
    by_series = {(row.item, row.ownership): row for row in block if row.item in _SUMMED}
    total = by_series.get((TOTAL, Ownership.ALL))
    if total is None:
        return
    domestic = by_series.get((TOTAL, Ownership.DOMESTIC))
    fdi = by_series.get((TOTAL, Ownership.FDI))
    if domestic and fdi:
        yield Equation("sector_sum", total, [domestic, fdi])
    crude, other = by_series.get((CRUDE, Ownership.FDI)), by_series.get((OTHER, Ownership.FDI))
    if fdi and crude and other:
        yield Equation("fdi_sum", fdi, [crude, other])
    items = _items(block)
    if any(row.item == OTHER for row in items):
        code = "item_sum" if total.market == WORLD else "partner_sum"
        yield Equation(code, total, unnested(items))


def _within(block: Sequence[FigureRow]) -> Iterator[Check]:
    """Items without "others" stay within their total; the difference is what others bring."""
    is_total = (row for row in block if (row.item, row.ownership) == (TOTAL, Ownership.ALL))
    total = next(is_total, None)
    if total is None or any(row.item == OTHER and row.ownership == _ALL for row in block):
        return
    parts = unnested(_items(block))
    if not parts:
        return
    ours = sum(part.value for part in parts)
    agrees = ours <= total.value + _tolerance(total, len(parts))
    yield _check("items_within_total", total, ours, agrees=agrees)


def _items(block: Sequence[FigureRow]) -> list[FigureRow]:
    return [row for row in block if row.item != TOTAL and row.ownership == _ALL]


def _tolerance(whole: FigureRow, parts: int) -> float:
    least = _DOLLARS if whole.market != WORLD else _MILLIONS * max(1, parts // 4)
    return max(least, abs(whole.value) * _RELATIVE)


def _to_date_sums(blocks: Blocks) -> Iterator[Equation]:
    """Each year-to-date figure is the one before and its last month, where a return has all."""
    for figures in _dated(blocks):
        for (start, end), row in figures.items():
            month, before = figures.get((end, end)), figures.get((start, end - 1))
            if month and before and start != end and start % 12 == 0:
                yield Equation("previous_plus_month", row, [before, month])


def _months_within(blocks: Blocks) -> Iterator[Check]:
    """No year-to-date figure is less than its last month, whatever else is printed."""
    for figures in _dated(blocks):
        for (start, end), row in figures.items():
            month = figures.get((end, end))
            if month is None or start == end or (start % 12 == 0 and (start, end - 1) in figures):
                continue
            if month.value > row.value + _tolerance(row, 1):
                yield _check("month_within_cumulative", row, month.value, agrees=False)


def _dated(blocks: Blocks) -> Iterable[dict[tuple[int, int], FigureRow]]:
    """The values of each series by first and last month."""
    dated: dict[tuple[str, ...], dict[tuple[int, int], FigureRow]] = defaultdict(dict)
    taken = {key: block for key, block in blocks.items() if key[_BASIS] not in NOT_TO_DATE}
    if all(start == end for *_, start, end in taken):
        return ()  # months alone have nothing to add up to
    for (*_, start, end), block in taken.items():
        for row in block:
            dated[_series(row)][start, end] = row
    return dated.values()


def _check(code: str, row: FigureRow, ours: int, *, agrees: bool) -> Check:
    about = f"{Flow(row.flow).value} · {row.label}"
    return Check(code, about, row.sheet, row.cell, row.value, ours, agrees)
