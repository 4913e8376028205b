"""A layout that was taught, found again in another file: by title and headings, never by place."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

from desktop.figures.directions import (
    ColumnPlan,
    ColumnRole,
    LearnedLayout,
    TablePlan,
    lasting_column,
    lasting_start,
)
from desktop.figures.period import Basis
from desktop.figures.series import UNKNOWN
from desktop.returns import headings
from desktop.returns.found_table import Table
from desktop.returns.grid import column_number, letters
from desktop.returns.plans import periods, words
from desktop.returns.plans.blocks import blocks
from desktop.returns.plans.calendar_words import NAME
from desktop.returns.plans.cell_text import label_of
from desktop.returns.plans.column_text import column_texts
from desktop.returns.plans.left_out import rows_named
from desktop.returns.plans.parties import parties
from desktop.returns.plans.printed_units import understood, written
from desktop.returns.plans.propose import around, rows_left_out
from desktop.returns.plans.whose import whose
from desktop.returns.sheet import Sheet
from desktop.returns.spans import Span

_DATES = re.compile(
    r"\d+|[一二三四五六七八九十]+(?=[月季])|[年月日季]|\([rpe]\)|令和|平成|民國"
    rf"|(?<![a-z])(?:{NAME})\.?(?![a-z])"
    r"|\b(?:thang|nam|quy|dau|months?|year|quarter|first|mot|hai|ba|bon|tu|sau|bay|tam|chin|muoi"
    r"|i{1,3}|iv|gieng|chap|uoc|tinh|so bo|thuc hien|chinh thuc|estimate\w*|preliminary|actual)\b"
)
_FIRST_LINES = 40
"""Rows among which the title of a sheet's first table stands."""
_LETTERS = re.compile(r"[^\W\d_]+")


@lru_cache(maxsize=8192)
def key(text: str) -> str:
    """What is left of a title or heading when its numbers, dates and firmness are taken out."""
    return "".join(_LETTERS.findall(_DATES.sub(" ", words.plain(text))))


@dataclass(frozen=True, slots=True)
class Place:
    """A table of the sheet in which a layout may be found."""

    number: int
    lines: tuple[str, ...]
    headings: tuple[int, int]
    rows: tuple[int, int]
    labels: tuple[tuple[int, str], ...]
    values: tuple[tuple[int, str], ...]
    left_out: tuple[int, ...] = ()
    not_periods: tuple[int, ...] = ()
    units: int = 0
    unit: str = ""
    area: str = UNKNOWN


@dataclass(frozen=True, slots=True)
class Found:
    """A layout found in a sheet: its plans at their places there."""

    layout: LearnedLayout
    plans: tuple[TablePlan, ...]


def find(sheet: Sheet, tables: Sequence[Table], layouts: Iterable[LearnedLayout]) -> Found | None:
    """Find the layout that fits most tables of a sheet; of equals the one taught last."""
    layouts = [layout for layout in layouts if layout.plans]
    if not layouts:
        return None
    places = {True: list(_recognised(sheet, tables)), False: []}
    titles = {key(p.title) for layout in layouts for p in layout.plans if not p.recipe}
    if "" in titles or not titles.isdisjoint(_keys(sheet)):
        places[False] = list(_unknown(sheet))
    best: Found | None = None
    for layout in layouts:
        plans = tuple(_placed(sheet, layout, places))
        if plans and (best is None or len(plans) >= len(best.plans)):
            best = Found(layout, plans)
    return best


def _keys(sheet: Sheet) -> Iterator[str]:
    """The keys of the first lines, where the title of what was taught stands: quick to look at."""
    for number in sheet.numbers[:_FIRST_LINES]:
        for _, text in sheet.texts(number):
            yield key(text)


def _recognised(sheet: Sheet, tables: Sequence[Table]) -> Iterator[Place]:
    for number, table in enumerate(tables):
        if table.columns and table.rows:
            yield Place(
                number,
                (table.title.text, *table.above),
                table.heading_rows,
                (table.rows[0], table.rows[-1]),
                tuple((column, "") for column in table.labels),
                tuple((c.number, c.text) for c in table.columns),
                tuple(n for n in table.rows if n in sheet.grid.hidden_rows),
                units=table.unit_column,
                unit=written(table.units),
                area=table.province,
            )


def _unknown(sheet: Sheet) -> Iterator[Place]:
    for number, block in enumerate(blocks(sheet)):
        near = around(sheet, block.headings, block.rows)
        columns = (*block.labels, *block.values)
        texts = column_texts(sheet, block.headings, columns) if block.headings else {}
        names = {n: label_of(sheet, n, block.labels) for n in block.rows}
        yield Place(
            number,
            near.above,
            (block.headings[0], block.headings[-1]) if block.headings else (0, 0),
            (block.first_row, block.rows[-1]),
            tuple((c, texts.get(c, "")) for c in block.labels),
            tuple((c, texts.get(c, "")) for c in block.values),
            tuple(rows_left_out(sheet, names, in_rows=False)),
            tuple(rows_left_out(sheet, names, in_rows=True)),
            unit=near.unit,
            area=whose((*near.above, *near.beneath), names.values(), sheet.name, sheet.book),
        )


def _placed(
    sheet: Sheet, layout: LearnedLayout, places: dict[bool, list[Place]]
) -> Iterator[TablePlan]:
    taken: set[tuple[bool, int]] = set()
    for plan in layout.plans:
        known = bool(plan.recipe)
        for place in places[known]:
            if (known, place.number) not in taken and (placed := _at(sheet, plan, place)):
                taken.add((known, place.number))
                yield placed
                break


def _at(sheet: Sheet, plan: TablePlan, place: Place) -> TablePlan | None:
    """The plan at a place; None where title or headings are others."""
    title = key(plan.title)
    if title and title not in {key(line) for line in place.lines}:
        return None
    columns = _columns(plan, place)
    if columns is None or not _same_measure(plan, place):
        return None
    left_out = {*(place.not_periods if plan.periods_in_rows else place.left_out)}
    labels = [column_number(c.letter) for c in columns if c.role is ColumnRole.LABEL]
    left_out |= {*rows_named(sheet, plan.left_out_names, place.rows, labels)}
    return replace(
        plan,
        sheet=sheet.name,
        table=place.number,
        title=next((line for line in place.lines if key(line) == title), plan.title),
        heading_first=place.headings[0],
        heading_last=place.headings[1],
        first_row=place.rows[0],
        last_row=place.rows[1],
        columns=columns,
        left_out_rows=tuple(sorted(left_out)),
    )


def _same_measure(plan: TablePlan, place: Place) -> bool:
    """Say whether nothing printed there speaks of another unit, country or partner.

    A sender that goes over to thousands must not be read as before.
    """
    try:
        taught, printed = understood(plan.unit), understood(place.unit)
    except ValueError:
        return False
    if taught.money and printed.money and taught.money != printed.money:
        return False
    partner = parties(place.lines).market
    if partner != UNKNOWN and any(c.market and c.market != partner for c in plan.columns):
        return False
    return place.area in {UNKNOWN, plan.area} or bool(plan.recipe)


def _columns(plan: TablePlan, place: Place) -> tuple[ColumnPlan, ...] | None:
    """The columns by their headings, in the order in which they stand; None if one is missing.

    Where more columns of one heading stand there than were taught, as one more month, the last
    that was taught speaks for the rest.
    """
    taught: dict[str, list[ColumnPlan]] = defaultdict(list)
    for column in plan.columns:
        if column.role in {ColumnRole.VALUE, ColumnRole.GROWTH} or column.heading:
            taught[key(column.heading)].append(column)
    labels = [c for c in plan.columns if c.role is ColumnRole.LABEL]
    seen: dict[str, int] = defaultdict(int)
    found: list[ColumnPlan] = []
    for number, text in place.values:
        same = taught.get(key(text), [])
        if same:
            column = same[min(seen[key(text)], len(same) - 1)]
            seen[key(text)] += 1
            taught_here = carried(column, ours=bool(plan.recipe))
            found.append(replace(taught_here, letter=letters(number), heading=text))
    wanted = {key(c.heading) for c in plan.columns if c.role in _AMOUNTS}
    nameless = not key(plan.title) and not any(wanted)
    if nameless or not found or not labels or any(not seen[heading] for heading in wanted):
        return None
    named = [_naming(n, text, taught.get(key(text), ())) for n, text in place.labels]
    if all(column.role is ColumnRole.LEFT_OUT for column in named):
        return None
    unit = (
        [ColumnPlan(letters(place.units), role=ColumnRole.LEFT_OUT, why="unit_column")]
        if place.units
        else []
    )
    return (*named, *unit, *found)


def _naming(number: int, text: str, taught: Sequence[ColumnPlan]) -> ColumnPlan:
    """A column of texts names the rows, unless an official left one of that heading out."""
    out = key(text) and taught and taught[0].role is ColumnRole.LEFT_OUT
    kept = replace(taught[0], heading=text) if out else ColumnPlan("", text, ColumnRole.LABEL)
    return replace(kept, letter=letters(number))


_AMOUNTS = frozenset({ColumnRole.VALUE, ColumnRole.GROWTH})


def carried(column: ColumnPlan, *, ours: bool) -> ColumnPlan:
    """What was taught of a column beside what its heading said itself: only that is carried on.

    `ours` is True for a layout of our own offices, whose columns the engine understands: growth
    that names no period is that of the columns beside it.
    """
    said = headings.read(column.heading)
    basis = _BASES.get(said.span, "") if ours else _basis(periods.said(column.heading))
    lent = ours and not basis and column.role is ColumnRole.GROWTH
    status = said.status or words.status(column.heading)
    own = column.status if status else ("" if ours else column.status)
    return replace(
        column,
        basis="" if lent or basis == column.basis else column.basis,
        status="" if status and status.value == column.status else own,
        start="" if basis else lasting_start(column),
        end="",
    )


def _basis(said: periods.Said) -> str:
    return said.basis.value if said.basis else ""


_BASES = {
    Span.MONTH: Basis.MONTH.value,
    Span.TO_DATE: Basis.CUMULATIVE.value,
    Span.QUARTER: Basis.QUARTER.value,
    Span.YEAR: Basis.YEAR.value,
}


def lasting(plan: TablePlan) -> TablePlan:
    """Leave out what is only true of the file a plan was made on: months, rows, its sheet.

    The month in which a fiscal year begins stays.
    """
    columns = tuple(map(lasting_column, plan.columns))
    return replace(plan, month="", left_out_rows=(), columns=columns)
