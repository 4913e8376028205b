"""Do the tables of one workbook belong together, and is one of them missing, or cut off?"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence, Set
from dataclasses import dataclass
from itertools import combinations
from operator import itemgetter
from statistics import median

from desktop.analysis.in_print import in_words
from desktop.figures.figure import FigureRow, fields_of
from desktop.figures.finding import Finding, Severity
from desktop.figures.month import Month
from desktop.figures.series import TOTAL, WORLD, Flow, Measure, Ownership
from desktop.returns.nesting import unnested

_BOTH_FLOWS = "gso_monthly"
"""The layout whose workbooks hold exports and imports, each with nearly all of its total."""
_LEAST_OF_TOTAL = 0.6
"""Share of the total that the items of such a table add up to at least; 0.66 since 2000."""
_HALF = 2
_REVISED = 0.21
"""Share by which a figure was changed at most between its estimate and what came of it."""

_Key = tuple[object, ...]
_VALUE, _ALL = Measure.VALUE.value, Ownership.ALL.value
_flow = itemgetter(0)
_key = itemgetter(*range(6), *range(7, 10))
"""Subject and period of a figure."""
_block = fields_of(
    "flow", "measure", "ownership", "unit", "basis", "period_start", "period_end"
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class ReadTable:
    """A table that gave figures: its sheet, layout and title, and the cell that names its month.

    `number` counts the sheet's tables; `settled` where an official said how it is read.
    """

    sheet: str
    layout: str
    title: str
    month: Month | None
    month_cell: str
    rows: Sequence[FigureRow]
    number: int = 0
    settled: bool = False


def months_apart(tables: Sequence[ReadTable]) -> Iterator[tuple[ReadTable, Finding]]:
    """Tell every table that is about another month than the newest of its layout.

    What an official said of a table's month is not doubted; nor is a workbook that has the same
    way of trade of several months, each on a sheet of its own.
    """
    several = _of_several_months(tables)
    tables = [t for t in tables if not t.settled and t.layout not in several]
    newest: dict[str, Month] = {}
    for table in tables:
        if table.month:
            newest[table.layout] = max(table.month, newest.get(table.layout, table.month))
    for table in tables:
        if table.month and table.month != newest[table.layout]:
            yield table, Finding(
                Severity.ERROR, "months_differ", table.sheet, table.month_cell,
                str(table.month), str(newest[table.layout]), table.title,
            )  # fmt: skip


def _of_several_months(tables: Sequence[ReadTable]) -> set[str]:
    """Layouts of which one way of trade is told of several months."""
    months: dict[tuple[str, frozenset[str]], list[Month | None]] = defaultdict(list)
    for table in tables:
        months[table.layout, frozenset(map(_flow, table.rows))].append(table.month)
    return {layout for (layout, _), found in months.items() if len({*found}) == len(found) > 1}


def contradicting(tables: Sequence[ReadTable]) -> Iterator[tuple[ReadTable, ReadTable, Finding]]:
    """Find two tables that give another total, and mostly other figures, for the same series.

    One of the two says exports where it means imports, or the reverse; which, nobody can tell.
    An estimate is no contradiction of what came of it.
    """
    for one, other in combinations(tables, 2):
        if one.layout != other.layout or one.sheet == other.sheet:
            continue
        first, second = _by_key(one), _by_key(other)
        shared = [key for key in second if key in first]
        differing = [key for key in shared if first[key].value != second[key].value]
        total = next((second[key] for key in differing if _is_total(second[key])), None)
        if total is not None and len(differing) * _HALF > len(shared):
            known = first[_key(total)]
            if known.status != total.status and _is_revised(first, second, shared):
                continue
            yield one, other, Finding(
                Severity.ERROR, "contradicting_tables", total.sheet, total.cell,
                total.printed, known.printed, f"{known.sheet}!{known.cell}",
            )  # fmt: skip


def _is_revised(
    first: Mapping[_Key, FigureRow], second: Mapping[_Key, FigureRow], shared: Sequence[_Key]
) -> bool:
    """Say whether most figures of two tables are near each other, as an estimate and its outcome.

    The two ways of trade have totals that are near each other, and goods that are not.
    """
    pairs = [(first[key].value, second[key].value) for key in shared]
    return median(abs(one - two) / max(one, two, 1) for one, two in pairs) <= _REVISED


def missing_flow(name: str, tables: Sequence[ReadTable]) -> Iterator[Finding]:
    """Tell where a workbook that should hold both ways of trade holds one."""
    flows = {row.flow for t in tables if t.layout == _BOTH_FLOWS for row in t.rows}
    if len(flows) == 1:
        code = "no_imports" if Flow.EXPORT in flows else "no_exports"
        yield Finding(Severity.WARNING, code, about=name)


def cut_off(tables: Sequence[ReadTable]) -> Iterator[Finding]:
    """Tell where the items of a table are far less than its total, once a table.

    Where it has none of its own, those of the same way of trade may stand in another.
    """
    whole = [table for table in tables if table.layout == _BOTH_FLOWS]
    listed = {row.flow for table in whole for row in _values(table) if row.item != TOTAL}
    for table in whole:
        yield from _cut_off(table, listed)


def _values(table: ReadTable) -> list[FigureRow]:
    return [row for row in table.rows if row.measure == _VALUE and row.ownership == _ALL]


def _cut_off(table: ReadTable, listed: Set[str]) -> Iterator[Finding]:
    values = _values(table)
    blocks: dict[tuple[object, ...], list[FigureRow]] = defaultdict(list)
    for row in values:
        if row.item != TOTAL:
            blocks[_block(row)].append(row)
    for total in filter(_is_total, values):
        items = blocks.get(_block(total), [])
        ours = sum([row.value for row in unnested(items)])
        told = items or total.flow not in listed
        if told and ours < total.value * _LEAST_OF_TOTAL:
            yield Finding(
                Severity.WARNING, "few_items", total.sheet, total.cell,
                in_words(ours, total.unit), in_words(total.value, total.unit), table.title,
            )  # fmt: skip
            return


def _by_key(table: ReadTable) -> dict[_Key, FigureRow]:
    return {_key(row): row for row in table.rows if row.measure == _VALUE}


def _is_total(row: FigureRow) -> bool:
    whole = row.item == TOTAL and row.market == WORLD
    return whole and row.measure == _VALUE and row.ownership == _ALL
