"""What is told of each sheet: what its tables were taken for, and what was left out, and why."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from desktop.figures.directions import ColumnPlan, ColumnRole, TablePlan
from desktop.figures.figure import FigureRow
from desktop.figures.finding import Finding, Severity
from desktop.figures.reading import ColumnSeen, SheetSeen
from desktop.figures.series import UNKNOWN, Flow
from desktop.returns import headings
from desktop.returns.binding import OTHER_MONEY, Bound, undated
from desktop.returns.country_size import too_small
from desktop.returns.differences import is_difference
from desktop.returns.found_table import Table
from desktop.returns.grid import address, letters
from desktop.returns.growth_doubted import DOUBTED
from desktop.returns.heading_texts import heads_labels
from desktop.returns.one_partner import names_a_market, partner_named
from desktop.returns.plans.part import Part
from desktop.returns.plans.regions import proposed_regions, regions, title_region
from desktop.returns.plans.whose import is_assumed, is_foreign, is_unsaid
from desktop.returns.recipes import recipe_for
from desktop.returns.sheet import Sheet
from desktop.returns.shown import HIDDEN
from desktop.returns.spans import Span
from desktop.returns.table_rows import TableReader
from desktop.returns.text_numbers import is_figure
from desktop.returns.title_scope import is_of_part, names_part, narrowing_line, unknown_words

_MISSED = frozenset({"hidden_sheet", "no_columns"})
_COUNTRYS = "gso_monthly"
"""The layout of what says nowhere whose it is."""
_LOST = frozenset({OTHER_MONEY, "half_month", "second_half"})
"""Why columns are left out that hold figures of goods all the same."""
_FEW = 2
_TABLE = 10
"""So many numbers beneath a title are a table, and no chance."""


def lost(sheet: Sheet, table: Table, why: str) -> Iterator[Finding]:
    """Tell of a table that an official would miss: a title of goods over figures, left out.

    Of one that may be of less than its title says, the words that say so are told.
    """
    if why == "unknown_layout":
        yield from _narrowed(sheet, table)
    if table.title.flow is Flow.INDUSTRY or why not in _MISSED:
        return
    row, cell = _title_place(sheet, table.title.text)
    beneath = (value for n in sheet.numbers if n > row for value in sheet.row(n).values())
    if sum(isinstance(value, float) for value in beneath) < _TABLE:
        return
    if why == "hidden_sheet":
        yield Finding(Severity.WARNING, "hidden_table", sheet.name, about=table.title.text)
    else:
        yield Finding(Severity.ERROR, "headings_missing", sheet.name, cell, about=table.title.text)


def _narrowed(sheet: Sheet, table: Table) -> Iterator[Finding]:
    """Tell the words of a title, or the line beneath it, that may say less than all of it."""
    said = table.title.text
    if rest := unknown_words(table):
        found, (_, cell) = " ".join(rest), _title_place(sheet, said)
    elif line := narrowing_line(table):
        found, (_, cell) = line, _title_place(sheet, line)
    elif names_part(sheet.name, table):
        found, (_, cell) = sheet.name, _title_place(sheet, said)
    elif not is_foreign(sheet, table) and is_unsaid(sheet, table):
        _, cell = _title_place(sheet, said)
        yield Finding(Severity.WARNING, "whose_unsaid", sheet.name, cell, about=said)
        return
    else:
        return
    yield Finding(Severity.WARNING, "title_words", sheet.name, cell, found, about=said)


def _title_place(sheet: Sheet, title: str) -> tuple[int, str]:
    """Row and address of a title; of its last line, where it runs over several."""
    for number in sheet.numbers:
        for column, text in sheet.texts(number):
            if title.endswith(text):
                return number, address(number, column)
    return 0, ""


def why_not(sheet: Sheet, table: Table) -> str:
    """Say, as a code, why a table is left out; empty where it is read."""
    if table.title.left_out:
        return table.title.left_out
    if sheet.grid.hidden:
        return "hidden_sheet"
    if not (table.columns and table.rows):
        return "no_columns"
    if table.periods_in_rows:
        return ""
    if _is_by_quarter(table):
        return "quarters"
    unclear = undated(table) or _is_of_somebody(table.title.text) or is_of_part(table)
    rest = () if unclear else unknown_words(table)
    unclear = unclear or (bool(rest) and not recipe_for(table).understands(rest))
    unclear = unclear or names_part(sheet.name, table)
    unclear = unclear or is_foreign(sheet, table) or is_unsaid(sheet, table)
    return "unknown_layout" if unclear else ""


def _is_of_somebody(title: str) -> bool:
    """Say whether a title names several partners, or one without saying that it is the partner."""
    partner = partner_named(title)
    return partner == UNKNOWN or (not partner and names_a_market(title))


def _is_by_quarter(table: Table) -> bool:
    """Say whether quarters stand side by side and nothing else, whatever the title calls them."""
    levels = [c.heading for c in table.columns if not (c.heading.compared or c.heading.left_out)]
    quarters = {(h.year, h.number) for h in levels if h.span is Span.QUARTER}
    return len(quarters) > 1 and all(h.span is Span.QUARTER for h in levels)


def table_seen(sheet: Sheet, part: Part, reader: TableReader, plan: TablePlan | None) -> SheetSeen:
    """Say what a table that was read was taken for, and how much it gave.

    Its columns and its parts are told by the `plan` of how it was read; without one they are not.
    """
    table, bound, rows = part.table, part.bound, len(reader.rows)
    why = "no_figures" if reader.filled else _unfilled(sheet, table, bound)
    flow = table.title.flow
    return SheetSeen(
        sheet.name, table.title.text, used=rows > 0, why="" if rows else why,
        flow=flow.value if flow else "", rows=rows,
        columns=tuple(map(_column, bound)) if plan else (),
        regions=regions(sheet, table, plan, reader.findings) if plan else (),
    )  # fmt: skip


def _column(b: Bound) -> ColumnSeen:
    return ColumnSeen(
        letters(b.number), b.column.text, b.meaning, not (b.left_out or b.only_checks),
        b.left_out or ("check_only" if b.only_checks else ""),
    )  # fmt: skip


def unread(sheet: Sheet, part: Part, rows: Sequence[FigureRow]) -> Iterator[Finding]:
    """Tell of columns of figures whose heading names no period; a plan says what it leaves out.

    Of the `rows` that were read, a total is told that is too small for the country's.
    """
    if part.plan is not None:
        return
    if part.recipe.layout == _COUNTRYS and (small := too_small(part.table, rows)):
        yield Finding(
            Severity.WARNING, "total_too_small", small.sheet, small.cell, about=small.label
        )
    elif rows and part.recipe.sender and is_assumed(sheet, part.table):
        title = part.table.title.text
        _, place = _title_place(sheet, title)
        yield Finding(Severity.NOTE, "whose_assumed", sheet.name, place, about=title)
    strange = [(b.number, b.column.text) for b in part.bound if _is_strange(b)]
    for column, text in sorted([*strange, *_unbound(sheet, part)]):
        if sheet.grid.column_is_hidden(column):
            continue
        filled = _filled(sheet, part, column)
        if len(filled) > _FEW:
            place = address(filled[0], column)
            yield Finding(Severity.WARNING, "column_unread", sheet.name, place, text)
    yield from _doubted(sheet, part)
    yield from _of_unsaid_status(sheet, part)


def _doubted(sheet: Sheet, part: Part) -> Iterator[Finding]:
    for b in part.bound:
        if b.left_out == DOUBTED:
            place = address(part.table.rows[0], b.number)
            yield Finding(Severity.WARNING, DOUBTED, sheet.name, place, b.column.text)
        elif b.left_out == HIDDEN and (filled := _filled(sheet, part, b.number)):
            place = address(filled[0], b.number)
            yield Finding(Severity.NOTE, HIDDEN, sheet.name, place, b.column.text)


def _of_unsaid_status(sheet: Sheet, part: Part) -> Iterator[Finding]:
    """Tell of earlier figures whose heading lacks the word of status that others beside it have."""
    levels = [b for b in part.bound if b.period and not (b.growth or b.left_out)]
    said = {b.period.end for b in levels if b.period and b.column.heading.status}
    if not said or any(headings.read(line).status for line in part.table.above):
        return
    for b in levels:
        if b.period and b.period.end not in said and b.column.heading.status is None:
            said.add(b.period.end)
            if filled := _filled(sheet, part, b.number):
                place = address(filled[0], b.number)
                yield Finding(Severity.NOTE, "status_unsaid", sheet.name, place, b.column.text)


def _filled(sheet: Sheet, part: Part, column: int) -> list[int]:
    return [n for n in part.table.rows if is_figure(sheet.row(n).get(column))]


def _is_strange(b: Bound) -> bool:
    """Say whether nobody knows what a column holds, or with what its growth compares.

    A difference in money is no growth: whoever has the figures has it too. Nor does anybody know
    what other money than ours would be in ours.
    """
    if b.left_out in _LOST:
        return True
    if b.left_out != "compared_unknown":
        return b.left_out == "not_understood"
    return not is_difference(b.column.text, in_money=b.column.units.money is not None)


def _unbound(sheet: Sheet, part: Part) -> Iterator[tuple[int, str]]:
    """Columns that are no part of the table though its heading rows say something over them.

    Not those of shares, nor what stands under one head with these; nor what stands behind a gap or
    behind the head of other names, which is no part of the table.
    """
    table = part.table
    if table.periods_in_rows or not table.labels:
        return
    first, last = table.heading_rows
    heads = [n for n in sheet.numbers if first <= n <= last]
    known = {b.number for b in part.bound} | {*table.labels, table.unit_column}
    over: dict[int, list[str]] = {}
    for number in heads:
        for column, text in sheet.texts(number):
            over.setdefault(column, []).append(text)
    share = False
    for column in range(min(table.labels) + 1, max(over, default=0) + 1):
        parts = over.get(column, [])
        if column not in known and not parts and not _is_covered(sheet, heads, column):
            return
        if column > max(table.labels) and any(map(heads_labels, parts)):
            return
        begins = column in known or any(c == column for c, _ in sheet.texts(first))
        share = headings.read(" ".join(parts)).left_out != "" or (share and not begins)
        if column not in known and parts and not share:
            yield column, " ".join(parts)


def _is_covered(sheet: Sheet, heads: Sequence[int], column: int) -> bool:
    return any(sheet.owner(number, column) != (number, column) for number in heads)


def _unfilled(sheet: Sheet, table: Table, bound: Sequence[Bound]) -> str:
    """Why a table gave nothing though it has rows: no column was ours, or none is filled in."""
    reasons = {b.left_out for b in bound}
    if len(reasons) == 1 and (reason := reasons.pop()):
        return reason
    columns = [b.number for b in bound]
    filled = any(
        isinstance(row.get(column), float)
        for row in map(sheet.row, table.rows)
        for column in columns
    )
    return "no_figures" if filled else "empty_form"


def left_out(sheet: Sheet, table: Table, why: str) -> SheetSeen:
    """Say of a table that it was left out altogether."""
    flow = table.title.flow
    return SheetSeen(
        sheet.name, table.title.text, used=False, why=why, flow=flow.value if flow else "",
        regions=title_region(sheet, table, why),
    )  # fmt: skip


def asked_again(sheet: Sheet, table: Table, plan: TablePlan, why: str) -> SheetSeen:
    """Say of a table that it is not read by its plan before that is confirmed."""
    parts = regions(sheet, table, plan, ())
    return SheetSeen(sheet.name, plan.title, used=False, why=why, regions=parts)


def proposed_sheet(sheet: Sheet, plan: TablePlan) -> SheetSeen:
    """Say of a sheet how it is proposed to be read; nothing of it is, until somebody confirms."""
    columns = tuple(
        ColumnSeen(c.letter, c.heading, proposed_meaning(c), c.role is ColumnRole.VALUE, c.why)
        for c in plan.columns
        if c.role is not ColumnRole.LABEL
    )
    return SheetSeen(
        sheet.name, plan.title, used=False, why="unknown_layout", flow=plan.flow,
        columns=columns, regions=proposed_regions(sheet, plan),
    )  # fmt: skip


def proposed_meaning(column: ColumnPlan) -> str:
    """``measure · basis · period · status`` of a proposed column, as far as it is known."""
    span = column.end if column.start == column.end else f"{column.start}..{column.end}"
    said = (column.flow, column.item, column.measure, column.basis, span, column.status)
    return " · ".join(filter(None, said))
