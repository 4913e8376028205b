"""Do indices of industry agree? A section lies within its parts, a year to date between months.

An index is a weighted mean of its parts, and that of a year to date one of the year to date
before and of the month: neither can lie outside what it is made of, but for rounding and weights
set anew. Measured on the statistics office's books of 2011-2025, none does.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence

from desktop.analysis.indices import TO_DATE, between
from desktop.figures.figure import FigureRow, fields_of
from desktop.figures.period import Basis
from desktop.figures.reading import Check
from desktop.figures.series import SCALE, TOTAL, Flow

_MONTH = Basis.MONTH.value
_block = fields_of("sheet", "measure", "basis", "period_start", "period_end")
_SECTIONS = ("B", "C", "D", "E")
_DIVISIONS = {"B": range(5, 10), "C": range(10, 34), "E": range(36, 40)}
_LEAST = {TOTAL: 3, "B": 3, "C": 10, "E": 3}
"""So many parts must be printed: those left out may lie anywhere."""
_ROUNDED = SCALE // 10
"""A tenth of a point, by which rounding may move an index."""
_WEIGHED = SCALE // 2
"""Half a point, by which weights set anew may move a year to date."""

_Block = Mapping[str, FigureRow]


def industry_checks(rows: Iterable[FigureRow]) -> list[Check]:
    """Hold sections against their parts, and years to date against what they are made of."""
    blocks: dict[tuple[object, ...], dict[str, FigureRow]] = defaultdict(dict)
    series: dict[tuple[str, str], dict[tuple[str, int], FigureRow]] = defaultdict(dict)
    industry = Flow.INDUSTRY.value
    indices = [row for row in rows if row.flow == industry]
    for key, row in zip(map(_block, indices), indices, strict=True):
        blocks[key][row.item] = row
        kind = _MONTH if row.basis == _MONTH else TO_DATE
        series[row.measure, row.item][kind, row.period_end] = row
    within = [check for block in blocks.values() for check in _within(block)]
    return [*within, *(check for figures in series.values() for check in _to_date(figures))]


def _within(block: _Block) -> Iterator[Check]:
    for code, least in _LEAST.items():
        parts = [block[part] for part in _parts(code) if part in block]
        if code in block and len(parts) >= least:
            yield _bounded("index_within_parts", block[code], parts, _ROUNDED)


def _parts(code: str) -> Sequence[str]:
    return _SECTIONS if code == TOTAL else [f"{n:02}" for n in _DIVISIONS[code]]


def _to_date(figures: Mapping[tuple[str, int], FigureRow]) -> Iterator[Check]:
    for (kind, end), row in figures.items():
        if kind != TO_DATE:
            continue
        before, month = figures.get((TO_DATE, end - 1)), figures.get((_MONTH, end))
        if before and month and before.period_start == row.period_start:
            yield _bounded("index_to_date", row, (before, month), _WEIGHED)


def _bounded(code: str, row: FigureRow, parts: Sequence[FigureRow], allowed: int) -> Check:
    ours = between(row.value, [part.value for part in parts])
    agrees = abs(row.value - ours) <= allowed
    return Check.of(code, row, ours, agrees=agrees)
