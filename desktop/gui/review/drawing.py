"""What stands in each cell of a sheet and what it was taken for, worked out before it is drawn."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace

from desktop.figures.comparison import Change, Comparison
from desktop.figures.directions import ColumnPlan, ColumnRole, TablePlan
from desktop.figures.figure import FigureRow
from desktop.figures.finding import Finding
from desktop.figures.reading import Question, Reading, Region, RegionKind, SheetCells, SheetSeen
from desktop.figures.series import Measure
from desktop.figures.wording import Language
from desktop.gui.review.addresses import (
    Place,
    Rectangle,
    column_letter,
    column_number,
    holds,
    place_of,
    places,
    rectangle,
    size,
)

NEW, CHANGED, SAME, OLDER, RIVAL = "n", "c", "s", "o", "r"
ASKED, ODD = "?", "!"
"""How a figure meets the archive; beside them, what needs a decision and what is odd."""

_GROWTHS = frozenset({Measure.GROWTH_VALUE.value, Measure.GROWTH_QUANTITY.value})
_ROLE_KINDS = {
    ColumnRole.LABEL: RegionKind.LABEL,
    ColumnRole.VALUE: RegionKind.VALUE,
    ColumnRole.GROWTH: RegionKind.GROWTH,
    ColumnRole.LEFT_OUT: RegionKind.LEFT_OUT,
}
_GROWTH, _VALUE = Region(RegionKind.GROWTH, ""), Region(RegionKind.VALUE, "")
_READ = frozenset({RegionKind.LABEL, RegionKind.VALUE, RegionKind.GROWTH})
_NUMBER = re.compile(r"-?\d+(\.\d+)?")
_MOST_DECIMALS = 3
_Boxed = list[tuple[Rectangle, Region]]


@dataclass(slots=True)
class Drawn:
    """A sheet, ready to be drawn: a look-up for every question that a cell's painting asks.

    `marks` has one letter for each cell that came to something: how its figure meets the
    archive, or `ASKED`, or `ODD`.
    """

    cells: SheetCells
    seen: SheetSeen
    plans: tuple[TablePlan, ...] = ()
    texts: dict[Place, str] = field(default_factory=dict)
    figures: dict[Place, FigureRow] = field(default_factory=dict)
    changes: dict[Place, Change] = field(default_factory=dict)
    findings: dict[Place, Finding] = field(default_factory=dict)
    questions: dict[Place, Question] = field(default_factory=dict)
    kinds: dict[Place, str] = field(default_factory=dict)
    columns: dict[int, ColumnPlan] = field(default_factory=dict)
    doubts: list[tuple[Rectangle, Finding]] = field(default_factory=list)
    _regions: _Boxed = field(default_factory=list)
    _known: dict[Place, Region | None] = field(default_factory=dict)
    _written: dict[Place, str] = field(default_factory=dict)
    _typed: frozenset[Place] = frozenset()

    rows: int = 0
    columns_drawn: int = 0
    lang: Language | None = None

    def text(self, place: Place) -> str:
        """Give what stands in a cell; its number as the language writes it.

        A whole number that is no figure may be a year, and stays as it is, as a text does.
        """
        if place not in self._written:
            self._written[place] = self._localised(place)
        return self._written[place]

    def _localised(self, place: Place) -> str:
        text = self.texts.get(place, "")
        found = _NUMBER.fullmatch(text) if self.lang else None
        if self.lang is None or not found or not (found[1] or self._is_amount(place)):
            return text
        if place in self._typed:
            return text
        decimals = len(found[1] or "") - 1
        return self.lang.number(float(text), max(min(decimals, _MOST_DECIMALS), 0))

    def _is_amount(self, place: Place) -> bool:
        region = self.region(place)
        return region is not None and region.kind in {RegionKind.VALUE, RegionKind.GROWTH}

    def within(self, kind: RegionKind) -> Iterator[Place]:
        """Walk the cells with something in them of the regions of a kind."""
        for box, region in self._regions:
            if region.kind is kind:
                yield from (p for p in places(box) if p in self.texts)

    def region(self, place: Place) -> Region | None:
        """Give what a cell was taken for; None where it was looked past."""
        if place not in self._known:
            self._known[place] = self._found(place)
        return self._known[place]

    def _found(self, place: Place) -> Region | None:
        figure = self.figures.get(place)
        if figure is not None:
            return _GROWTH if figure.measure in _GROWTHS else _VALUE
        return next((r for box, r in reversed(self._regions) if holds(box, place)), None)

    def role(self, column: int) -> RegionKind | None:
        """Say what a column is for by its plan; None where no plan names it."""
        plan = self.columns.get(column)
        return _ROLE_KINDS[plan.role] if plan else None

    def has(self, kind: RegionKind) -> bool:
        """Say whether anything of the sheet was taken for that."""
        if kind is RegionKind.VALUE and self.figures:
            return True
        return any(region.kind is kind for _, region in self._regions)

    def finding(self, place: Place) -> Finding | None:
        """Give what is odd about a cell, if anything is."""
        found = self.findings.get(place)
        if found is not None:
            return found
        return next((f for box, f in self.doubts if holds(box, place)), None)

    def mark(self, place: Place, wanted: str) -> bool:
        """Say whether a cell is of the kind that is being looked at."""
        if wanted == ASKED:
            return place in self.questions
        if wanted == ODD:
            return self.finding(place) is not None
        return self.kinds.get(place, "") == wanted

    def plan(self, row: int) -> TablePlan | None:
        """Give the plan of the table that a row lies in, or that stands nearest to it."""
        return min(self.plans, key=lambda p: _distance(p, row), default=None)


def _distance(plan: TablePlan, row: int) -> int:
    first, last = plan.heading_first or plan.first_row, plan.last_row or row
    return max(first - row, row - last, 0)


def draw(
    cells: SheetCells | None,
    seen: SheetSeen,
    reading: Reading,
    comparison: Comparison,
    questions: Iterable[Question] = (),
) -> Drawn:
    """Bring a sheet's cells together with what was read from them.

    Without its cells a sheet is drawn from the reading alone: its figures, labels and headings.
    """
    plans = tuple(p for p in reading.tables if p.sheet == seen.name)
    drawn = Drawn(cells or SheetCells(seen.name, ()), seen, plans)
    _add_figures(drawn, reading.rows, comparison)
    if cells is None:
        drawn.cells = from_figures(drawn.figures, seen)
    elif cells.cut:  # figures from beyond what the cells show are drawn from the reading
        drawn.texts = {(r, c): text for r, c, text in from_figures(drawn.figures, seen).cells}
    drawn.texts.update({(r, c): text for r, c, text in drawn.cells.cells})
    drawn._typed = frozenset(drawn.cells.typed)  # noqa: SLF001 - its maker
    drawn.rows = max((r for r, _ in drawn.texts), default=0)
    drawn.columns_drawn = max((c for _, c in drawn.texts), default=0)
    _add_findings(drawn, (*reading.findings, *comparison.findings))
    for question in questions:
        place = place_of(question.cell)
        if question.sheet == seen.name and place:
            drawn.questions[place] = question
    drawn.columns = {column_number(c.letter): c for p in reversed(plans) for c in p.columns}
    drawn._regions = list(_boxed(seen.regions or tuple(_guessed(seen, plans, drawn.rows))))  # noqa: SLF001 - its maker
    return drawn


def by_sheet(seen: Iterable[SheetSeen]) -> list[SheetSeen]:
    """Put together what was seen of each sheet: one that holds two tables was seen twice."""
    held: dict[str, list[SheetSeen]] = {}
    for sheet in seen:
        held.setdefault(sheet.name, []).append(sheet)
    return [several[0] if len(several) == 1 else _together(several) for several in held.values()]


def _together(tables: Sequence[SheetSeen]) -> SheetSeen:
    """Make one of a sheet's tables: what one leaves out may be what another reads."""
    first = next((t for t in tables if t.used), tables[0])
    regions = [
        region for table in tables for region in table.regions
        if region.kind is not RegionKind.LEFT_OUT or not _read_by_another(region, table, tables)
    ]  # fmt: skip
    return replace(
        first,
        title=" · ".join(dict.fromkeys(t.title for t in tables if t.title)),
        rows=sum(t.rows for t in tables),
        columns=tuple(c for t in tables for c in t.columns),
        regions=tuple(regions),
    )


def _read_by_another(left_out: Region, its: SheetSeen, tables: Iterable[SheetSeen]) -> bool:
    box = rectangle(left_out.area)
    others = (r for t in tables if t is not its for r in t.regions if r.kind in _READ)
    return any(box and other and _meet(box, other) for other in map(_box, others))


def _box(region: Region) -> Rectangle | None:
    return rectangle(region.area)


def _meet(one: Rectangle, other: Rectangle) -> bool:
    return (
        one[0] <= other[2] and other[0] <= one[2] and one[1] <= other[3] and other[1] <= one[3]
    )  # fmt: skip


def _add_figures(drawn: Drawn, rows: tuple[FigureRow, ...], comparison: Comparison) -> None:
    sheet = drawn.seen.name
    kinds = comparison.kinds or " " * len(rows)
    for row, kind in zip(rows, kinds, strict=False):
        if row.sheet == sheet and (place := place_of(row.cell)):
            drawn.figures[place] = row
            drawn.kinds[place] = kind
    for change in (*comparison.changed, *comparison.disputed):
        if change.row.sheet == sheet and (place := place_of(change.row.cell)):
            drawn.changes[place] = change


def _add_findings(drawn: Drawn, findings: Iterable[Finding]) -> None:
    for finding in findings:
        box = rectangle(finding.cell) if finding.sheet == drawn.seen.name else None
        if box is None:
            continue
        if size(box) == 1:
            drawn.findings.setdefault(box[:2], finding)
        else:
            drawn.doubts.append((box, finding))


def _boxed(regions: Iterable[Region]) -> Iterator[tuple[Rectangle, Region]]:
    for region in regions:
        box = rectangle(region.area)
        if box:
            yield box, region


def _guessed(seen: SheetSeen, plans: tuple[TablePlan, ...], rows: int) -> Iterator[Region]:
    """Colour by the plans; where there are none either, by the columns that were seen."""
    for plan in plans:
        yield from plan_regions(plan, rows)
    if not plans:
        for column in seen.columns:
            if not column.used:
                area = f"{column.letter}1:{column.letter}{max(rows, 1)}"
                yield Region(RegionKind.LEFT_OUT, area, column.why)


def plan_regions(plan: TablePlan, rows: int) -> Iterator[Region]:
    """Give the regions that a plan makes of a sheet with so many rows."""
    if not plan.columns:
        return
    numbers = sorted(column_number(c.letter) for c in plan.columns)
    left, right = column_letter(numbers[0]), column_letter(numbers[-1])
    if plan.heading_first:
        area = f"{left}{plan.heading_first}:{right}{plan.heading_last or plan.heading_first}"
        yield Region(RegionKind.HEADING, area)
    first, last = plan.first_row or plan.heading_last + 1, plan.last_row or rows
    for column in plan.columns:
        if first <= last:
            area = f"{column.letter}{first}:{column.letter}{last}"
            yield Region(_ROLE_KINDS[column.role], area, column.why)
    for row in plan.left_out_rows:
        yield Region(RegionKind.LEFT_OUT, f"{left}{row}:{right}{row}", "pointed_out")


def from_figures(figures: Mapping[Place, FigureRow], seen: SheetSeen) -> SheetCells:
    """Make up a sheet from what was read: headings over the first row, labels at its left."""
    if not figures:
        return SheetCells(seen.name, ())
    top, left = min(r for r, _ in figures), min(c for _, c in figures)
    cells = {place: figure.printed for place, figure in figures.items()}
    if left > 1:
        cells.update({(row, left - 1): figure.label for (row, _), figure in figures.items()})
    if top > 1:
        cells.update({(top - 1, column_number(c.letter)): c.heading for c in seen.columns})
    found = tuple((row, column, text) for (row, column), text in cells.items())
    return SheetCells(seen.name, found, rows=max(r for r, _ in cells))
