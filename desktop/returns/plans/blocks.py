"""Where the tables of an unknown sheet lie: heading rows, rows of figures, label columns."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from desktop.figures.month import MONTHS_PER_YEAR
from desktop.returns.grid import Value
from desktop.returns.plans import words
from desktop.returns.plans.cell_text import is_date, is_year, name_at
from desktop.returns.plans.money import is_note
from desktop.returns.plans.periods import said
from desktop.returns.sheet import Sheet
from desktop.returns.text_numbers import looks_numeric

MOST_ROWS = 5_000
"""A sheet that no layout fits is looked at so far."""
_LEAST_ROWS = 2
_FEW = 0.25
"""A column that fewer of the rows fill is no column of figures."""
_LABELLED = 0.4
"""A column that names more of the rows is a label column."""
_HEADING_DEPTH = 8
_MONTHS = [float(month) for month in range(1, MONTHS_PER_YEAR + 1)]
_FROM_FIRST = re.compile(r"1 ?to ?\d{1,2}")
_GAP = 4
"""After more empty rows than this the table has ended."""


@dataclass(frozen=True, slots=True)
class Block:
    """One table: its rows of headings and of figures, its columns of labels and of figures."""

    headings: tuple[int, ...]
    rows: tuple[int, ...]
    labels: tuple[int, ...]
    values: tuple[int, ...]

    @property
    def first_row(self) -> int:
        """The first row beneath the headings, or the first with figures."""
        return self.headings[-1] + 1 if self.headings else self.rows[0]


def blocks(sheet: Sheet) -> Iterator[Block]:
    """Find the tables of a sheet, from the top and from the left."""
    numbers = [n for n in sheet.numbers if sheet.row(n)][:MOST_ROWS]
    columns = _amount_columns(sheet, numbers)
    for rows in _stretches(sheet, numbers, columns):
        yield from _side_by_side(sheet, numbers, rows)


def block_at(sheet: Sheet, headings: tuple[int, ...], first: int, last: int) -> Block | None:
    """The table beneath heading rows that somebody pointed out; `last` of 0 looks for its end."""
    numbers = [n for n in sheet.numbers if n >= first and sheet.row(n)][:MOST_ROWS]
    numbers = [n for n in numbers if not last or n <= last]
    columns = _amount_columns(sheet, numbers)
    rows = next(_stretches(sheet, numbers, columns), ())
    headed = {column for n in headings for column in sheet.row(n)}
    found = next(_side_by_side(sheet, [*headings, *numbers], rows, headed), None)
    return replace(found, headings=headings) if found else None


def _amount_columns(sheet: Sheet, numbers: Sequence[int]) -> Counter[int]:
    return Counter(c for n in numbers for c, v in sheet.row(n).items() if is_amount(sheet, n, c, v))


def is_amount(sheet: Sheet, row: int, column: int, value: Value) -> bool:
    """Say whether a cell may hold a figure: a number that is neither a year nor a date."""
    if isinstance(value, str):
        return looks_numeric(value) and not said(value).year
    return isinstance(value, float) and not is_year(value) and not is_date(sheet, row, column)


def _stretches(
    sheet: Sheet, numbers: Sequence[int], columns: Counter[int]
) -> Iterator[tuple[int, ...]]:
    """Rows of figures that belong together: a row of headings between them begins another table."""
    main = {c for c, count in columns.items() if count >= _LEAST_ROWS}
    stretch: list[int] = []
    before = 0
    for number in numbers:
        row = sheet.row(number)
        amounts = {c for c in main & row.keys() if is_amount(sheet, number, c, row[c])}
        ends = number > before + _GAP or (not amounts and _heads_anew(sheet, number, main))
        if stretch and ends:
            yield tuple(stretch)
            stretch = []
        if amounts and not _is_heading(sheet, number, amounts):
            stretch.append(number)
        before = number
    if stretch:
        yield tuple(stretch)


def _is_heading(sheet: Sheet, number: int, amounts: Collection[int]) -> bool:
    """Say whether numbers in a row only count its columns, (1), (2), (3), or months: 8, 1to8.

    Months are counted beside the word of what the rows are, too: "Năm", 1, 2 ... 12.
    """
    row = sheet.row(number)
    ranges = [text for _, text in sheet.texts(number) if _FROM_FIRST.fullmatch(text)]
    if ranges and len(row) == len(amounts) + len(ranges):
        return True
    counted = [row[c] for c in sorted(amounts)]
    floats = [v for v in counted if isinstance(v, float)]
    steps = all(later - before == 1 for before, later in pairwise(floats))
    if floats == _MONTHS and all(column < min(amounts) for column, _ in sheet.texts(number)):
        return True
    return len(floats) > 1 and len(floats) == len(row) and steps


def _heads_anew(sheet: Sheet, number: int, main: Collection[int]) -> bool:
    """Say whether a row beneath figures heads other columns: two of its texts stand over them.

    Or years, one after the other.
    """
    years = [v for c, v in sheet.row(number).items() if c in main and isinstance(v, float)]
    if len(years) > 1 and all(later - before == 1 for before, later in pairwise(years)):
        return all(map(is_year, years))
    texts = [text for column, text in sheet.texts(number) if column in main]
    return len(set(texts)) > 1 and not any(looks_numeric(text) for text in texts)


def _side_by_side(
    sheet: Sheet,
    numbers: Sequence[int],
    rows: tuple[int, ...],
    headed: Collection[int] = frozenset(),
) -> Iterator[Block]:
    """Tables among the rows; `headed` are columns of figures however few of the rows fill them."""
    counted = _amount_columns(sheet, rows)
    least = max(1, min(_LEAST_ROWS, len(rows)), int(_FEW * max(counted.values(), default=0)))
    values = sorted(c for c, count in counted.items() if count >= least or c in headed)
    named = _label_columns(sheet, rows, values)
    values = [c for c in values if c not in named]
    if not values or not named or len(rows) < _LEAST_ROWS:
        return
    for labels, own in _behind(sheet, rows, named, values) or _sides(sorted(named), values):
        filled = tuple(n for n in rows if any(c in sheet.row(n) for c in own))
        if filled:
            yield Block(_heading_rows(sheet, numbers, filled[0], labels, own), filled, labels, own)


def _label_columns(sheet: Sheet, rows: Sequence[int], values: Sequence[int]) -> set[int]:
    """Columns whose cells name the rows: texts, years, dates, months by number."""
    count: Counter[int] = Counter()
    periods: Counter[int] = Counter()
    for number in rows:
        for column, value in sheet.row(number).items():
            name = name_at(sheet, number, column)
            text = isinstance(value, str) and not is_amount(sheet, number, column, value)
            if text or is_year(value) or is_date(sheet, number, column):
                count[column] += 1
            if name and said(name).exact:
                periods[column] += 1
    first = min(values, default=1)
    return {
        column
        for column in count | periods
        if count[column] >= _LABELLED * len(rows)
        or (column < first and count[column])
        or (
            column == first
            and periods[column] >= len(rows) - 1
            and len(values) > 1
            and not (count[column + 1] and _counts(sheet, rows, column))
        )
    }


def _counts(sheet: Sheet, rows: Sequence[int], column: int) -> bool:
    """Say whether a column counts its rows, before the names of these: 1, 2, 3."""
    found = [row[column] for row in map(sheet.row, rows) if column in row]
    return found == [float(number) for number in range(1, len(found) + 1)]


def _behind(
    sheet: Sheet, rows: Sequence[int], labels: Collection[int], values: Sequence[int]
) -> list[tuple[tuple[int, ...], tuple[int, ...]]]:
    """The one column of names with figures left of it; nothing where there is none.

    Whole numbers left of names, with figures right of them, are their codes or places.
    """
    names = sorted(labels)
    before = [column for column in values if column < names[0]]
    if before and before != list(values):
        before = [column for column in before if not _are_whole(sheet, rows, column)]
    if len(names) != 1 or not before or (len(before) == 1 and _counts(sheet, rows, before[0])):
        return []
    return [((names[0],), (*before, *(column for column in values if column > names[0])))]


def _are_whole(sheet: Sheet, rows: Sequence[int], column: int) -> bool:
    found = (sheet.row(number).get(column) for number in rows)
    return all(value.is_integer() for value in found if isinstance(value, float))


def _sides(
    labels: Sequence[int], values: Sequence[int]
) -> Iterator[tuple[tuple[int, ...], tuple[int, ...]]]:
    """Tables side by side: labels stand at the left of each one's figures."""
    own_labels: list[int] = []
    own: list[int] = []
    for column in sorted({*labels, *values}):
        if column in labels:
            if own and own_labels:
                yield tuple(own_labels), tuple(own)
                own_labels = []
            own = []  # numbers before the first names only count the rows
            own_labels.append(column)
        else:
            own.append(column)
    if own and own_labels:
        yield tuple(own_labels), tuple(own)


def _heading_rows(
    sheet: Sheet,
    numbers: Sequence[int],
    first: int,
    labels: Sequence[int],
    values: Sequence[int],
) -> tuple[int, ...]:
    """The rows above the figures that say something of their columns, a unit note apart."""
    found: list[int] = []
    for number in reversed([n for n in numbers if first - _HEADING_DEPTH <= n < first]):
        texts = [name_at(sheet, number, c) for c in values if c in sheet.row(number)]
        said_of_columns = [t for t in texts if t and not is_note(t)]
        if not found and _counts_each(sheet, number, labels, values):
            said_of_columns = texts
        beside = [t for _, t in sheet.texts(number) if t and not is_note(t)]
        over_labels = found and len(beside) > 1 and any(c in sheet.row(number) for c in labels)
        if said_of_columns or over_labels:
            found.append(number)
        elif found and not _is_within(sheet, number, labels, values):
            break
    return tuple(range(found[-1], found[0] + 1)) if found else ()


def _counts_each(sheet: Sheet, number: int, labels: Sequence[int], values: Sequence[int]) -> bool:
    """Say whether a row heads names, and says of each column of figures what it counts."""
    row = sheet.row(number)
    texts = [name_at(sheet, number, column) for column in values]
    named = any(isinstance(row.get(column), str) for column in labels)
    return named and all(texts) and (len(texts) > 1 or any(map(words.measure, texts)))


def _is_within(sheet: Sheet, number: int, labels: Sequence[int], values: Sequence[int]) -> bool:
    """Say whether a row without texts lies within merged headings."""
    return any(sheet.owner(number, c) != (number, c) for c in (*labels, *values))
