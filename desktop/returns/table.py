"""Finding the tables of a sheet: title, heading block, rows, footnotes, end."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import lru_cache
from itertools import pairwise

from desktop.returns.centred_names import centred_names
from desktop.returns.column_codes import numbers_columns
from desktop.returns.found_table import Table
from desktop.returns.grid import MAX_ROW, Value
from desktop.returns.heading_block import HeadingBlock
from desktop.returns.heading_texts import (
    heads_columns,
    is_year,
    names_flow,
    numbers_counted,
)
from desktop.returns.headings_found import heading_block
from desktop.returns.labels import only_flow
from desktop.returns.measure_rows import is_measure
from desktop.returns.places_above import place_above
from desktop.returns.said_apart import said_apart
from desktop.returns.sheet import Sheet
from desktop.returns.table_units import read_notes, settle_label_columns, settle_units
from desktop.returns.text import folded
from desktop.returns.text_numbers import looks_numeric
from desktop.returns.titles import Title, title
from desktop.returns.units import Units, units
from desktop.returns.years_of_title import months_of_title

_FOOTNOTE = re.compile(
    r"^(?:\(?\s?\*+\s?\)|ghi chu|nguon|note|source|chu thich|\(?(?:don vi(?: tinh)?|dvt|units?) ?:"
    r"|(?:tri gia|gia tri|kim ngach)(?: duoc)? tinh (?:bang|theo)\b)"
)
_PAGE = re.compile(r"\(?(?:tiếp theo|tiếp|continued|cont\.)\)?:?", re.IGNORECASE)
_OF_PAGES = re.compile(r"ti\u1ebfp|cont", re.IGNORECASE)
"""One of these stands where `_PAGE` does."""
_COLUMN_NUMBER = re.compile(r"^\(?(\d{1,2})\)?(?:\s?=.*)?$")
_HEADING_ROWS = 3
_NUMBERS = 100
"""No column has a number of three digits."""
_TYPED = 2
"""So many numbers that stand as texts are figures, and what they stand behind is no title."""
_FEW_COLUMNS = 3
"""Fewer numbers that follow one another may be figures."""
_GAP = 3
"""A table may skip fewer rows than this; after more it has ended, unless figures go on."""
_WIDE_GAP = 8
_GAPS_FIGURES = 0.5
"""Share of the columns that must be filled in the row behind a wide gap, or a note."""
_WRAPPED = 3
"""Rows over which a name may run beneath a note."""


Start = tuple[int, int, Title]
"""First and last row of a title, and what it says."""
Blocks = dict[tuple[int, int], HeadingBlock]
"""Headings by the row of the title above them and the first row beneath the table."""


def tables(sheet: Sheet, *, thorough: bool = True) -> Iterator[Table]:
    """Find every table that a title announces; look-alikes come too, marked by their titles.

    Unless `thorough`, look-alikes come without what stands beneath their titles.
    """
    blocks: Blocks = {}
    starts = list(_starts(sheet, blocks))
    return tables_at(sheet, starts, blocks=blocks, thorough=thorough)


def tables_at(
    sheet: Sheet,
    starts: Sequence[Start],
    *,
    days: bool = False,
    blocks: Blocks | None = None,
    thorough: bool = True,
) -> Iterator[Table]:
    """Find the table beneath each title; `days` as in `HeadingBlock`, `thorough` as in `tables`.

    `blocks` are headings that were read already.
    """
    known = blocks or {}
    ends = [top for top, _, _ in starts[1:]] + [MAX_ROW + 1]
    previous = -1  # what is printed above all rows stands in row 0
    shared: list[int] = []
    for (top, bottom, found), end in zip(starts, ends, strict=False):
        if found.left_out and not thorough:
            yield Table(found, (), (), "", 0, (), Units(), title_rows=(top, bottom))
            previous = end - 1
            continue
        lines = sheet.between(previous, bottom + 1)
        if any(only_flow(folded(text)) for _, text in sheet.texts(bottom)):
            shared = shared or [number for number in lines if number < bottom]
            lines = [*(n for n in shared if n not in lines), *lines]
        rows = sheet.between(bottom, end)
        block = known.get((bottom, end)) or heading_block(sheet, rows, days=days)
        table = _table(sheet, found, lines, rows, block)
        table.title_rows = (top, bottom)
        yield table
        previous = end - 1


def untitled(sheet: Sheet, found: Title) -> Table:
    """Find the table of a sheet that prints no title, under one that is said elsewhere."""
    return _table(sheet, found, [], sheet.numbers, heading_block(sheet, sheet.numbers))


def _starts(sheet: Sheet, blocks: Blocks) -> Iterator[Start]:
    """First and last row of every title, and what it says in all; headings go into `blocks`.

    A line that announces trade but has no columns of its own belongs to the title beneath it,
    if nothing stands between; else it is a section ("XUẤT KHẨU") of the table above.
    """
    lines = _without_sections(sheet, _once(sheet, list(_titles(sheet))))
    ends = [row for row, _ in lines[1:]] + [MAX_ROW + 1]
    top, said = 0, ""
    any_table = False
    for (row, found), end in zip(lines, ends, strict=False):
        rows = sheet.between(row, end)
        whole = title(f"{said} {found.text}".strip()) or found
        if whole.flow is None and (way := only_flow(folded(found.text))):
            whole = replace(whole, flow=way)  # "A. XUẤT KHẨU" beneath "Xuất nhập khẩu tháng 6"
        if (end > MAX_ROW and not any_table) or _heads(sheet, (row, end), rows, blocks):
            yield (place_above(sheet, top or row).row or top or row, row, whole)
            top, said, any_table = 0, "", True
        elif not _has_numbers(sheet, rows):
            top, said = top or row, whole.text
        else:
            top, said = 0, ""


def _without_sections(
    sheet: Sheet, lines: Sequence[tuple[int, Title]]
) -> Sequence[tuple[int, Title]]:
    """Leave out flows alone ("XUẤT KHẨU") over figures whose columns are headed above the first.

    Elsewhere such lines find their table by themselves.
    """
    if len(lines) <= 1 or not all(names_flow(found.text) for _, found in lines[1:]):
        return lines
    first, section = lines[0][0], lines[1][0]
    headed = any(
        heads_columns([text for _, text in sheet.texts(number)])
        for number in sheet.numbers
        if first < number < section
    )
    beneath = sheet.between(section, MAX_ROW + 1)
    own = [n for n in beneath if heads_columns([text for _, text in sheet.texts(n)])]
    return lines if own or not headed else lines[:1]


def _heads(sheet: Sheet, place: tuple[int, int], rows: Sequence[int], blocks: Blocks) -> bool:
    """Say whether a line has columns of its own; what was read for it goes into `blocks`."""
    block = blocks[place] = heading_block(sheet, rows)
    return bool(block.columns)


def _once(sheet: Sheet, lines: list[tuple[int, Title]]) -> list[tuple[int, Title]]:
    """Leave out a title that only says on another page, over the same headings, what was said."""
    seen: dict[tuple[str, str], tuple[str, ...]] = {}
    kept = []
    for row, found in lines:
        text = (
            " ".join(_PAGE.sub(" ", found.text).split()),
            place_above(sheet, row).province,
        )
        heads = _next_texts(sheet, row)
        if text not in seen or (text[0] == found.text and seen[text] != heads):
            kept.append((row, found))
        seen.setdefault(text, heads)
    return kept


def _next_texts(sheet: Sheet, row: int) -> tuple[str, ...]:
    """The texts beneath a title, as far as headings reach at least; figures end them."""
    found: list[str] = []
    headed = False
    for number in sheet.between(row, row + _WIDE_GAP + 1)[:_HEADING_ROWS]:
        texts = [text for _, text in sheet.texts(number)]
        if headed and (sheet.has_numbers(number) or any(map(looks_numeric, texts))):
            break
        headed = headed or heads_columns(texts)
        found += texts
    return tuple(found)


def _has_numbers(sheet: Sheet, rows: Sequence[int]) -> bool:
    return any(sheet.has_numbers(number) for number in rows)


def _titles(sheet: Sheet) -> Iterator[tuple[int, Title]]:
    """Rows that announce a table: a title, and no number beside it."""
    for number in sheet.worded:
        if sheet.has_numbers(number) and not (
            said_apart(sheet, number) or _is_numbered(sheet, number)
        ):
            continue
        texts = [text for _, text in sheet.texts(number)]
        found = next((t for text in texts if (t := title(text))), None)
        if found and not heads_columns(texts) and sum(map(looks_numeric, texts)) < _TYPED:
            yield number, found


def _is_numbered(sheet: Sheet, number: int) -> bool:
    """Say whether the only number of a row is that of a table, in a cell before the title."""
    if not sheet.has_one_number(number) or not (texts := sheet.texts(number)):
        return False
    found = ((c, v) for c, v in sheet.row(number).items() if isinstance(v, float))
    return any(c < texts[0][0] and v.is_integer() and 0 < v < _NUMBERS for c, v in found)


def _table(
    sheet: Sheet, found: Title, lines: Sequence[int], rows: Sequence[int], block: HeadingBlock
) -> Table:
    above = [text for number in lines for _, text in sheet.texts(number)]
    above += [said for number in lines if (said := said_apart(sheet, number))]
    beneath = _from_first(sheet, found, rows, block.first_data)
    ways = {text for number in beneath[:1] for _, text in sheet.texts(number)}
    above += [line for line in block.lines if line not in ways]
    table = Table(
        found, tuple(above), block.labels, block.label_heading, block.unit_column,
        months_of_title(block.columns, above), block.units, heading_rows=block.heading_rows,
        groups=block.groups,
    )  # fmt: skip
    settle_label_columns(sheet, table, beneath)
    _settle_rows(sheet, table, beneath)
    settle_units(sheet, table, lines, [n for n in rows if n < block.first_data])
    return table


def _from_first(sheet: Sheet, found: Title, rows: Sequence[int], first_data: int) -> Sequence[int]:
    """The rows from the first with figures on, or from the line above that they belong to.

    That says which way goods go, or is the name of what has its measures beneath it.
    """
    beneath = [number for number in rows if number >= first_data > 0]
    above = next((number for number in reversed(rows) if number < first_data), 0)
    texts = [text for _, text in sheet.texts(above)]
    says_way = found.flow is None and len(texts) == 1 and names_flow(texts[0])
    named = beneath and any(is_measure(text) for _, text in sheet.texts(first_data))
    return [above, *beneath] if above and (says_way or named) else beneath


def _settle_rows(sheet: Sheet, table: Table, rows: Sequence[int]) -> None:
    """Find the data rows; a footnote ends the table, and so does a gap of several rows.

    A note among rows that go on beneath it is no end of theirs. The headings of another page, and
    a line that numbers the columns, are passed over.
    """
    kept: list[int] = []
    beneath: list[int] = []
    table.around = centred_names(sheet, table, rows)
    parts = {n + step for n in table.around for step in (-1, 1)}
    rows = [n for n in rows if n not in parts] if parts else rows
    head = _heading_texts(sheet, table)
    last = 0
    ended = False
    for at, number in enumerate(rows):
        numbered = numbers_columns(sheet, number) if not kept else False
        if numbered or _repeats(sheet, number, head) or _numbers_columns(sheet, table, number):
            last = number
            continue
        text = table.around.get(number) or _label(sheet, table, number)
        text = text or (_note_beside(sheet, table, number) if kept else "")
        if not text and kept and not ended and _in_other_unit(sheet, table, kept[-1], number):
            table.unit_rows |= {number}
            kept.append(number)
            last = number
        if not text:
            if kept and not ended and number not in table.unit_rows and number <= last + 1:
                table.nameless += (number,) if _goes_on(sheet, table, number) else ()
            continue
        gap = number - last if last else 0
        far = gap > _GAP and not (gap <= _WIDE_GAP and _goes_on(sheet, table, number))
        note = _is_footnote(text)
        passed = note and not ended and _is_resumed(sheet, table, kept, rows[at:][: _WRAPPED + 1])
        ended = ended or far or (note and not passed)
        if not ended:
            last = number
        (beneath if ended or passed else kept).append(number)
    table.nameless = (*_nameless_above(sheet, table, kept), *table.nameless)
    table.rows, table.beneath_rows = tuple(kept), tuple(beneath)
    read_notes(sheet, table)


def _nameless_above(sheet: Sheet, table: Table, kept: Sequence[int]) -> Iterator[int]:
    """Rows with figures and no name between the headings and the first row that has one."""
    top = table.heading_rows[1]
    for number in (n for n in sheet.numbers if kept and 0 < top < n < kept[0]):
        worded = any(column <= max(table.labels, default=0) for column, _ in sheet.texts(number))
        counted = numbers_columns(sheet, number) or _numbers_columns(sheet, table, number)
        years = all(isinstance(v, float) and is_year(v) for v in sheet.row(number).values())
        if not (worded or counted or years) and _goes_on(sheet, table, number):
            yield number


def _in_other_unit(sheet: Sheet, table: Table, above: int, number: int) -> bool:
    """Say whether a row without a name counts in money what that above weighs, or the reverse."""
    if not table.unit_column or number > above + 1:
        return False
    texts = (str(sheet.row(n).get(table.unit_column, "")) for n in (above, number))
    first, second = map(units, texts)
    return bool(first and second) and (first.money is None) is not (second.money is None)


@lru_cache(maxsize=8192)
def _is_footnote(text: str) -> bool:
    return bool(_FOOTNOTE.search(folded(text)))


def _note_beside(sheet: Sheet, table: Table, number: int) -> str:
    """A note that begins in another column than the names, in a row without figures."""
    text = next((text for _, text in sheet.texts(number)), "")
    return text if _is_footnote(text) and not _figures_in(sheet, table, number) else ""


def _is_resumed(sheet: Sheet, table: Table, kept: Sequence[int], following: Sequence[int]) -> bool:
    """Say whether figures go on in the rows beneath a note, as far as they did above it.

    `following` begins with the note; what stands apart from it is none of the table.
    """
    filled = _figures_in(sheet, table, kept[-1]) if kept else 0
    for above, number in pairwise(following):
        text = _label(sheet, table, number)
        if not text or _is_footnote(text) or number > above + 1:
            return False
        if found := _figures_in(sheet, table, number):
            return found >= _GAPS_FIGURES * filled > 0
    return False


def _figures_in(sheet: Sheet, table: Table, number: int) -> int:
    """How many columns hold a number in the row, be it written as text."""
    row = sheet.row(number)
    values = [row.get(column.number) for column in table.columns]
    return sum(isinstance(v, float) or (isinstance(v, str) and looks_numeric(v)) for v in values)


def _goes_on(sheet: Sheet, table: Table, number: int) -> bool:
    """Say whether figures fill the row as they do a table's."""
    row = sheet.row(number)
    filled = sum(isinstance(row.get(c.number), float) for c in table.columns)
    return filled >= _GAPS_FIGURES * len(table.columns) > 0


def _heading_texts(sheet: Sheet, table: Table) -> frozenset[str]:
    """What stands in the heading rows, and in the lines above them."""
    first, last = table.heading_rows
    texts = {text for n in sheet.numbers if first <= n <= last for _, text in sheet.texts(n)}
    return frozenset(texts | set(table.above))


def _repeats(sheet: Sheet, number: int, head: frozenset[str]) -> bool:
    """Say whether a row is one of the headings once more, as each printed page has them."""
    texts = sheet.texts(number)
    for _, text in texts:
        page = _without_page(text)
        if page and page not in head:
            return False
    return bool(texts) and not numbers_counted(sheet.row(number).values())


@lru_cache(maxsize=4096)
def _without_page(text: str) -> str:
    return _PAGE.sub("", text).strip() if _OF_PAGES.search(text) else text.strip()


def _numbers_columns(sheet: Sheet, table: Table, number: int) -> bool:
    """Say whether a row numbers the columns: "A", 1, 2, 3."""
    row = sheet.row(number)
    values: list[Value] = []
    for column in table.columns:
        value = row.get(column.number)
        if isinstance(value, float) and not 0 <= value < _NUMBERS:
            return False
        if value is not None:
            values.append(value)
    found = [int(n[1]) for n in map(_COLUMN_NUMBER.search, map(_plain, values)) if n]
    steps = {after - before for before, after in pairwise(found)}
    return len(found) == len(values) >= _FEW_COLUMNS and steps == {1}


def _plain(value: Value) -> str:
    return str(int(value)) if isinstance(value, float) and value.is_integer() else str(value)


def _label(sheet: Sheet, table: Table, number: int) -> str:
    texts = sheet.texts(number)
    named = table.named_by(texts) if table.groups else table.labels
    for column, text in texts:
        if column in named:
            return text
    return ""
