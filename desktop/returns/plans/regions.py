"""The parts of a sheet as they were taken: rectangles for the window to colour, the last on top."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from desktop.figures.directions import ColumnPlan, ColumnRole, TablePlan
from desktop.figures.finding import Finding
from desktop.figures.reading import Region, RegionKind
from desktop.returns.found_table import Table
from desktop.returns.grid import address, area, column_number
from desktop.returns.sheet import Sheet

_KINDS = {
    ColumnRole.LABEL: RegionKind.LABEL,
    ColumnRole.VALUE: RegionKind.VALUE,
    ColumnRole.GROWTH: RegionKind.GROWTH,
    ColumnRole.LEFT_OUT: RegionKind.LEFT_OUT,
}
_WHOLE_ROWS = frozenset(
    {
        "before_any_partner", "beneath_unknown_name", "left_out_by_decision", "part_of_a_row",
        "nameless_row", "stray_numbers",
        "unknown_industry", "unknown_item", "unknown_market", "unknown_province",
    }
)  # fmt: skip
_CELLS = frozenset(
    {
        "ambiguous_number", "error_cell", "no_cached_value", "no_unit", "not_a_number",
        "out_of_range", "uncounted_unit", "unknown_unit", "units_disagree", "unit_beside_unit",
        "left_out_by_answer",
        "date_for_number", "leading_zeros", "bracketed_number",
    }
)  # fmt: skip
_MOST = 400
"""A sheet of thousands of refused rows is coloured as far as anybody looks."""


def regions(
    sheet: Sheet, table: Table, plan: TablePlan, findings: Sequence[Finding]
) -> tuple[Region, ...]:
    """Colour a table: its parts first, then what within them was left out, with the reason."""
    columns = [column_number(c.letter) for c in plan.columns]
    right = max(columns, default=1)
    left = min(columns, default=1)
    found = [
        *_title(sheet, table, right),
        *_rows(RegionKind.HEADING, plan.heading_first, plan.heading_last, left, right),
        *_columns(plan),
        *_notes(table, right),
        *_hidden(sheet, plan, left, right),
        *_said(RegionKind.LEFT_OUT, _by_plan(sheet, plan), left, right, "by_plan"),
        *_refused(findings, left, right),
    ]
    return tuple(found[:_MOST])


def proposed_regions(sheet: Sheet, plan: TablePlan) -> tuple[Region, ...]:
    """Colour a table as it is proposed to be read."""
    columns = [column_number(c.letter) for c in plan.columns]
    left, right = min(columns, default=1), max(columns, default=1)
    title = next(
        (n for n in sheet.numbers if any(t == plan.title for _, t in sheet.texts(n))), 0
    )  # fmt: skip
    return (
        *_rows(RegionKind.TITLE, title, title, left, right),
        *_rows(RegionKind.HEADING, plan.heading_first, plan.heading_last, left, right),
        *_columns(plan),
        *_said(RegionKind.LEFT_OUT, plan.left_out_rows, left, right, "no_period"),
    )


def title_region(sheet: Sheet, table: Table, why: str) -> tuple[Region, ...]:
    """Colour the title of a table that was left out altogether."""
    return tuple(
        Region(RegionKind.LEFT_OUT, region.area, why) for region in _title(sheet, table, 1)
    )


def _title(sheet: Sheet, table: Table, right: int) -> Iterator[Region]:
    top, bottom = table.title_rows
    for number in sheet.numbers:
        if top <= number <= bottom and number and (row := sheet.row(number)):
            kind = RegionKind.TITLE
            yield from _rows(kind, number, number, min(row), max(min(right, max(row)), min(row)))


def _columns(plan: TablePlan) -> Iterator[Region]:
    """One rectangle for neighbours that are taken for the same."""
    runs: list[tuple[int, int, ColumnPlan]] = []
    for column in plan.columns:
        number = column_number(column.letter)
        if runs and number == runs[-1][1] + 1 and _alike(column, runs[-1][2]):
            runs[-1] = (runs[-1][0], number, column)
        else:
            runs.append((number, number, column))
    for first, last, column in runs:
        kind = _KINDS[column.role]
        yield from _rows(kind, plan.first_row, plan.last_row, first, last, column.why)


def _alike(one: ColumnPlan, other: ColumnPlan) -> bool:
    return (one.role, one.why) == (other.role, other.why)


def _notes(table: Table, right: int) -> Iterator[Region]:
    yield from _said(RegionKind.NOTE, table.beneath_rows, min(table.labels, default=1), right)


def _hidden(sheet: Sheet, plan: TablePlan, left: int, right: int) -> Iterator[Region]:
    if sheet.grid.hidden_rows:
        rows = [n for n in plan.left_out_rows if n in sheet.grid.hidden_rows]
        yield from _said(RegionKind.LEFT_OUT, rows, left, right, "hidden_row")


def _by_plan(sheet: Sheet, plan: TablePlan) -> list[int]:
    return [n for n in plan.left_out_rows if n not in sheet.grid.hidden_rows]


def _refused(findings: Iterable[Finding], left: int, right: int) -> Iterator[Region]:
    rows: dict[str, list[int]] = {}
    for told in findings:
        if not told.cell:
            continue
        if told.code in _WHOLE_ROWS:
            rows.setdefault(told.code, []).append(area(told.cell).top)
        elif told.code in _CELLS:
            yield Region(RegionKind.LEFT_OUT, told.cell, told.code)
    for code, numbers in rows.items():
        yield from _said(RegionKind.LEFT_OUT, numbers, left, right, code)


def _said(
    kind: RegionKind, numbers: Sequence[int], left: int, right: int, why: str = ""
) -> Iterator[Region]:
    """Rectangles for rows, one for each run of them."""
    first = last = 0
    for number in sorted(numbers):
        if last and number != last + 1:
            yield from _rows(kind, first, last, left, right, why)
            first = 0
        first, last = first or number, number
    if last:
        yield from _rows(kind, first, last, left, right, why)


def _rows(
    kind: RegionKind, first: int, last: int, left: int, right: int, why: str = ""
) -> Iterator[Region]:
    if 0 < first <= last:
        yield Region(kind, f"{address(first, left)}:{address(last, right)}", why)
