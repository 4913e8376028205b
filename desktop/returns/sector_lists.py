"""A second list of the same names under a sector's: "Trong đó: DN FDI", and each item once more.

Each of its rows is of that sector, where none is more than the same item above.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import combinations
from string import ascii_uppercase

from desktop.figures.figure import FigureRow
from desktop.figures.series import TOTAL, WORLD, Measure, Ownership
from desktop.returns.item_names import bare_name, is_total
from desktop.returns.labels import SectorLabels, heads_section, sector_named, without_mark
from desktop.returns.one_partner import WithPartner
from desktop.returns.table_rows import TableReader
from desktop.returns.text import folded

_LEAST = 2
"""Fewer names that stand twice may do so by mistake."""
_ROUNDED = 1.001
"""So many times a whole a part may be, as both are rounded."""
_MEASURES = frozenset({Measure.VALUE, Measure.QUANTITY})
_Line = dict[tuple[object, ...], FigureRow]
"""The figures of a row by what they say beside its name."""


@dataclass
class _List:
    """The rows beneath one head: names by row; `sector` is empty for the rows of everyone."""

    head: int = 0
    sector: Ownership | None = None
    names: dict[int, str] = field(default_factory=dict)
    totals: list[int] = field(default_factory=list)

    @property
    def each_once(self) -> Collection[str]:
        """Its names; nothing where few stand there, or one stands twice."""
        names = set(self.names.values())
        return names if len(names) == len(self.names) >= _LEAST else ()


def of_sectors(reader: TableReader) -> Sequence[FigureRow]:
    """Give the figures of a table, those of such lists as their sector's."""
    if not isinstance(reader.labels, SectorLabels | WithPartner) or not _comes_again(reader):
        return reader.rows
    lists = list(_lists(reader))
    again = [
        (whole, part) for whole, part in combinations(lists, 2)
        if part.sector and part.each_once and {*part.each_once} <= {*whole.names.values()}
    ]  # fmt: skip
    if not again:
        return reader.rows
    lines: dict[int, _Line] = defaultdict(dict)
    for row in reader.rows:
        if row.measure in _MEASURES:
            lines[_line(row)][_of(row)] = row
    found: dict[int, tuple[Ownership, bool]] = {}
    held: set[int] = set()
    for whole, part in again:
        divided = whole.sector not in {None, part.sector}
        if part.head in held or (divided and not _adds_up(whole, lines)):
            continue
        held.add(part.head)
        if not _adds_up(part, lines) or not (divided or _is_within(whole, part, lines)):
            continue
        for one in (whole, part) if divided else (part,):
            assert one.sector is not None
            found |= dict.fromkeys((one.head, *one.totals), (one.sector, True))
            found |= dict.fromkeys(one.names, (one.sector, False))
    return [_as_said(row, found.get(_line(row))) for row in reader.rows]


def _comes_again(reader: TableReader) -> bool:
    """Say whether names stand beneath a sector that stood above it: in few tables, soon told."""
    seen: set[str] = set()
    beneath, again = False, 0
    for number in reader.table.rows:
        text = _text(reader, number)
        if text in seen:
            again += beneath
        elif sector_named(folded(text)):
            beneath = True
        seen.add(text)
    return again >= _LEAST


def _text(reader: TableReader, number: int) -> str:
    texts = reader.sheet.texts(number)
    return next((bare_name(text) for column, text in texts if column in reader.table.labels), "")


def _lists(reader: TableReader) -> Iterator[_List]:
    """The lists of a table, from the top."""
    current, columns = _List(), {b.number for b in reader.bound if not b.left_out}
    for number in reader.table.rows:
        text = _text(reader, number)
        filled = not columns.isdisjoint(reader.sheet.row(number))
        sector = sector_named(folded(text)) if text else None
        if sector or (text and not filled and heads_section(text)):
            yield current
            current = _List(number, sector)
        elif is_total(text):
            current.totals.append(number)
        elif text and filled:
            current.names[number] = without_mark(text)
    yield current


def _adds_up(part: _List, lines: Mapping[int, _Line]) -> bool:
    """Say whether a head that has figures is no less than what is listed beneath it."""
    listed = [lines[number] for number in part.names if number in lines]
    head = lines.get(part.head, {})
    return all(
        sum(line[what].value for line in listed if what in line) <= _ROUNDED * whole.value
        for what, whole in head.items()
        if whole.measure == Measure.VALUE
    )


def _is_within(whole: _List, part: _List, lines: Mapping[int, _Line]) -> bool:
    """Say whether no figure of a list is more than that of the same name in the other."""
    rows = {name: lines.get(number, {}) for number, name in whole.names.items()}
    pairs = [
        (row, rows[name][what]) for number, name in part.names.items()
        for what, row in lines.get(number, {}).items() if what in rows[name]
    ]  # fmt: skip
    return bool(pairs) and all(row.value <= _ROUNDED * above.value for row, above in pairs)


def _as_said(row: FigureRow, said: tuple[Ownership, bool] | None) -> FigureRow:
    if said is None:
        return row
    sector, whole = said
    if whole:
        return row._replace(item=TOTAL, market=WORLD, ownership=sector.value)
    return row._replace(ownership=sector.value)


def _line(row: FigureRow) -> int:
    return int(row.cell.lstrip(ascii_uppercase))


def _of(row: FigureRow) -> tuple[object, ...]:
    return row.flow, row.measure, row.basis, row.period_start, row.period_end
