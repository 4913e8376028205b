"""Do the figures of one return agree with one another? Sums, parts and the year to date."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence

from desktop.figures.catalogue import items as catalogue
from desktop.figures.figure import FigureRow
from desktop.figures.finding import Finding, Severity
from desktop.figures.period import NOT_TO_DATE
from desktop.figures.reading import Check
from desktop.figures.series import OTHER, SCALE, TOTAL, WORLD, Flow, Measure, Ownership
from desktop.returns.labels import CRUDE
from desktop.returns.plans.words import is_older

_RELATIVE = 1e-4
"""Sums of rounded figures may differ by this share of the total."""
_MILLIONS = 2_000_000 * SCALE
"""Two printed units of a table in million US dollars: four rounded parts may differ by so much."""
_DOLLARS = 1_000 * SCALE

Key = tuple[str, str, str, str, int, int]
"""Flow, province, market, basis, first and last month."""


def without_repeats(
    rows: Sequence[FigureRow],
) -> tuple[list[FigureRow], list[FigureRow], list[Finding]]:
    """Keep the first figure of every series and period; say where it comes again.

    Figures that are printed anew "as published last month" are given apart.
    """
    first: dict[tuple[object, ...], FigureRow] = {}
    older: list[FigureRow] = []
    findings: list[Finding] = []
    for row in rows:
        key = (*row[:6], *row[7:10])
        known = first.setdefault(key, row)
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


def checks(rows: Iterable[FigureRow]) -> list[Check]:
    """Hold the values of one return against one another."""
    blocks: dict[Key, list[FigureRow]] = defaultdict(list)
    for row in rows:
        if row.measure == Measure.VALUE and row.flow != Flow.BALANCE:
            key = (row.flow, row.province, row.market, row.basis, row.period_start, row.period_end)
            blocks[key].append(row)
    found: list[Check] = []
    for block in blocks.values():
        found += _block_checks(block)
    return found + list(_to_date_checks(blocks))


def findings_of(found: Iterable[Check]) -> list[Finding]:
    """Say every check that fails."""
    return [
        Finding(
            Severity.WARNING, f"check_{c.code}", c.sheet, c.cell,
            amount(c.printed), amount(c.ours), c.about,
        )
        for c in found
        if not c.agrees
    ]  # fmt: skip


def amount(value: int) -> str:
    """Write US dollars as the tables do, in millions with up to three decimals."""
    return f"{value / SCALE / 1e6:,.3f}".rstrip("0").rstrip(".")


def _block_checks(block: Sequence[FigureRow]) -> Iterator[Check]:
    by_series = {(row.item, row.ownership): row for row in block}
    total = by_series.get((TOTAL, Ownership.ALL))
    if total is None:
        return
    domestic = by_series.get((TOTAL, Ownership.DOMESTIC))
    fdi = by_series.get((TOTAL, Ownership.FDI))
    if domestic and fdi:
        yield _sum("sector_sum", total, [domestic, fdi])
    crude, other = by_series.get((CRUDE, Ownership.FDI)), by_series.get((OTHER, Ownership.FDI))
    if fdi and crude and other:
        yield _sum("fdi_sum", fdi, [crude, other])
    items = [row for row in block if row.item != TOTAL and row.ownership == Ownership.ALL]
    if any(row.item == OTHER for row in items):
        code = "item_sum" if total.market == WORLD else "partner_sum"
        yield _sum(code, total, unnested(items))
    elif items:
        yield _within(total, unnested(items))


def unnested(items: Sequence[FigureRow]) -> list[FigureRow]:
    """Leave out what is printed within another item of the same block."""
    printed = {row.item for row in items}
    return [row for row in items if catalogue(Flow(row.flow)).part_of(row.item) not in printed]


def _sum(code: str, whole: FigureRow, parts: Sequence[FigureRow]) -> Check:
    ours = sum(part.value for part in parts)
    agrees = abs(ours - whole.value) <= _tolerance(whole, len(parts))
    return _check(code, whole, ours, agrees=agrees)


def _within(whole: FigureRow, parts: Sequence[FigureRow]) -> Check:
    ours = sum(part.value for part in parts)
    agrees = ours <= whole.value + _tolerance(whole, len(parts))
    return _check("items_within_total", whole, ours, agrees=agrees)


def _tolerance(whole: FigureRow, parts: int) -> float:
    least = _DOLLARS if whole.market != WORLD else _MILLIONS * max(1, parts // 4)
    return max(least, abs(whole.value) * _RELATIVE)


def _to_date_checks(blocks: dict[Key, list[FigureRow]]) -> Iterator[Check]:
    """Hold each year-to-date figure against its last month, and against the one before."""
    dated: dict[tuple[str, ...], dict[tuple[int, int], FigureRow]] = defaultdict(dict)
    for block in blocks.values():
        for row in block:
            if row.basis not in NOT_TO_DATE:
                series = (row.flow, row.province, row.market, row.item, row.ownership)
                dated[series][row.period_start, row.period_end] = row
    for figures in dated.values():
        for (start, end), row in figures.items():
            month = figures.get((end, end))
            if month is None or start == end:
                continue
            before = figures.get((start, end - 1))
            if before and start % 12 == 0:
                yield _sum("previous_plus_month", row, [before, month])
            elif month.value > row.value + _tolerance(row, 1):
                yield _check("month_within_cumulative", row, month.value, agrees=False)


def _check(code: str, row: FigureRow, ours: int, *, agrees: bool) -> Check:
    about = f"{Flow(row.flow).value} · {row.label}"
    return Check(code, about, row.sheet, row.cell, row.value, ours, agrees)
