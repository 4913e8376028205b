"""A sheet as its table finder sees it: texts decoded, blanks dropped, merged cells looked up."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterable
from functools import cached_property

from desktop.returns.date_formats import date_styles, is_percent_format, shown_in
from desktop.returns.grid import CELL_STEP, MAX_COLUMN, Area, Grid, Value
from desktop.returns.text import decoded

Row = dict[int, Value]
Texts = tuple[tuple[int, str], ...]
"""The texts of a row from the left: column, text."""
_MERGE_ROWS = 60
_MERGE_COLUMNS = 400
"""No heading is larger; a hostile sheet may merge a million rows."""
_TENTHS = 10
"""A number that is shown as less than a tenth is shown as nothing."""
_MERGED_PLACES = 1_000_000
"""So many merged places no sheet of figures has."""


class Rows(dict[int, Row]):
    """The rows of a sheet, each made when it is first asked for; `texts` are those made so far.

    They stand apart from the sheet so that asking for one is no call, which half a million are.
    """

    def __init__(self) -> None:
        """Start without any."""
        super().__init__()
        self.texts: dict[int, Texts] = {}

    def __missing__(self, number: int) -> Row:
        """Make a row."""
        row = self[number] = self.made(number)
        return row

    def made(self, number: int) -> Row:
        """Make a row, and note its texts if it has any."""
        raise NotImplementedError


class _Decoded(Rows):
    """The rows of a grid, their texts decoded."""

    def __init__(self, grid: Grid) -> None:
        super().__init__()
        self._grid = grid

    def made(self, number: int) -> Row:
        row: Row = {}
        placed: list[tuple[int, str]] = []
        fonts, cells = self._grid.fonts, self._grid.rows.get(number, ())
        known = len(fonts)
        for column, value, style in self._grid.cells_of(number):
            if value.__class__ is not str:
                row[column] = value
            elif text := decoded(value, fonts[style] if style < known else ""):
                row[column] = text
                placed.append((column, text))
            else:
                row.pop(column, None)
        if len(row) * CELL_STEP < len(cells):  # of cells that stand twice the last counts
            placed = [(column, text) for column, text in row.items() if isinstance(text, str)]
        if placed:
            placed.sort()
            self.texts[number] = tuple(placed)
        return row


class _TextsOf(dict[int, "Texts"]):
    """The texts of a sheet's rows."""

    def __init__(self, rows: Rows) -> None:
        super().__init__()
        self._rows = rows

    def __missing__(self, number: int) -> Texts:
        _ = self._rows[number]
        found = self[number] = self._rows.texts.get(number, ())
        return found


class Sheet:
    """A grid with its texts decoded. Cells that hold only blanks do not exist here.

    `row` gives the cells of a row by column; what is merged stands in its first cell only.
    `texts` gives those that are texts, from the left: column, text. `book` is the workbook's
    name, for layouts that print their month nowhere else. `left` is its first column.
    """

    left = 1
    row: Callable[[int], Row]
    texts: Callable[[int], Texts]

    def __init__(self, grid: Grid, book: str = "", rows: Rows | None = None) -> None:
        """Take a grid, and its rows where they are not simply decoded."""
        self.grid = grid
        self.book = book
        self.name = decoded(grid.name)
        self.numbers = grid.row_numbers()
        made = _Decoded(grid) if rows is None else rows
        self.row, self.texts = made.__getitem__, _TextsOf(made).__getitem__
        self._dated: tuple[int, frozenset[int]] = (0, frozenset())

    def between(self, above: int, beneath: int) -> list[int]:
        """The numbers of the rows between two: a sheet may have thousands of rows like titles."""
        return self.numbers[bisect_right(self.numbers, above) : bisect_left(self.numbers, beneath)]

    def has_numbers(self, number: int) -> bool:
        """Say whether any number stands in the row."""
        return number in self._numbered

    def has_one_number(self, number: int) -> bool:
        """Say whether exactly one number stands in the row."""
        return self._numbered.get(number) == 1

    def has_as_many_texts(self, number: int) -> bool:
        """Say whether numbers stand in the row, and a text for each of them; blanks are texts."""
        return number in self._worded

    def shows_date(self, row: int, column: int) -> bool:
        """Say whether a number that stands there is shown as a date."""
        return self.has_dates(row) and column in self._dated[1]

    @property
    def may_have_dates(self) -> bool:
        """Say whether anything on the sheet is shown as a date."""
        return bool(self._date_styles)

    def has_dates(self, row: int) -> bool:
        """Say whether any number that stands in the row is shown as a date."""
        dates = self._date_styles
        if not dates:
            return False
        if self._dated[0] != row:  # a row's cells are asked about one after the other
            styles = self.grid.styles(row)
            self._dated = row, frozenset(c for c, style in styles.items() if style in dates)
        return bool(self._dated[1])

    def shows_percent(self, rows: Iterable[int], column: int) -> bool:
        """Say whether the first number of a column, in these rows, is shown in per cent."""
        formats = self.grid.formats
        for row in rows:
            if isinstance(self.row(row).get(column), float):
                style = self.grid.styles(row)[column]
                return style < len(formats) and is_percent_format(formats[style])
        return False

    def shown_in(self, rows: Iterable[int], column: int) -> int:
        """What one unit counts as a column's numbers are shown: 1,000 for "1.2" of 1,234; else 1.

        Where its cells are not all shown alike, or would all be shown as nothing, they are taken
        as they stand.
        """
        formats = self.grid.formats
        if not self._has_scaled_styles:
            return 1
        numbers = {row: v for row in rows if isinstance(v := self.row(row).get(column), float)}
        styles = {self.grid.styles(row)[column] for row in numbers}
        counts = {shown_in(formats[style]) if style < len(formats) else 1 for style in styles}
        count = counts.pop() if len(counts) == 1 else 1
        return count if max(map(abs, numbers.values()), default=0) * _TENTHS >= count else 1

    def owner(self, row: int, column: int) -> tuple[int, int]:
        """The first cell of the merged area that covers the place; the place itself if none."""
        merged = self._merged.get((row, column))
        return (merged.top, merged.left) if merged else (row, column)

    def is_merged(self, row: int, column: int) -> bool:
        """Say whether the place belongs to a merged area."""
        return (row, column) in self._merged

    @staticmethod
    def columns_of(area: Area) -> range:
        """The columns of a merged area, as far as a heading can reach."""
        return range(area.left, min(area.right, area.left + _MERGE_COLUMNS) + 1)

    def _kinds(self, number: int) -> list[type]:
        """The kinds of the row's values; no text need be decoded to tell them."""
        return [*map(type, self.grid.rows[number][1::3])]

    @cached_property
    def wordy(self) -> list[int]:
        """The rows in which no number stands."""
        return [number for number in self.numbers if number not in self._numbered]

    @cached_property
    def worded(self) -> list[int]:
        """The rows in which no more numbers stand than texts."""
        return [n for n in self.numbers if n not in self._counted or n in self._worded]

    @cached_property
    def _numbered(self) -> dict[int, int]:
        """How many numbers stand in each row that has any."""
        return {number: numbers for number, (numbers, _) in self._counted.items()}

    @cached_property
    def _worded(self) -> frozenset[int]:
        counted = self._counted.items()
        return frozenset([number for number, (numbers, texts) in counted if numbers <= texts])

    @cached_property
    def _counted(self) -> dict[int, tuple[int, int]]:
        """How many numbers and how many texts stand in each row that has numbers."""
        counted: dict[int, tuple[int, int]] = {}
        for number in self.numbers:
            kinds = self._kinds(number)
            if numbers := kinds.count(float):
                counted[number] = numbers, kinds.count(str)
        return counted

    @cached_property
    def _has_scaled_styles(self) -> bool:
        """Say whether any style shows numbers in thousands or more."""
        return any(shown_in(code) > 1 for code in {*self.grid.formats})

    @cached_property
    def _date_styles(self) -> frozenset[int]:
        dates = date_styles(self.grid.formats)
        return dates & self.grid.styles_used() if dates else dates

    @cached_property
    def _merged(self) -> dict[tuple[int, int], Area]:
        places: dict[tuple[int, int], Area] = {}
        for merged in self.grid.merged:
            if merged[:2] in places or len(places) > _MERGED_PLACES:
                continue  # Excel merges no place twice
            for row in range(merged.top, min(merged.bottom, merged.top + _MERGE_ROWS) + 1):
                places |= dict.fromkeys(((row, c) for c in self.columns_of(merged)), merged)
        return places


class _Cut(Rows):
    """The rows of some columns; above the heads of all, what stands over the whole sheet."""

    def __init__(self, whole: Sheet, columns: range, heads: int) -> None:
        super().__init__()
        self._whole, self._columns, self._heads = whole, columns, heads

    def made(self, number: int) -> Row:
        row, texts = self._whole.row(number), self._whole.texts(number)
        if number < self._heads:
            self.texts[number] = texts
            return row
        self.texts[number] = tuple((c, text) for c, text in texts if c in self._columns)
        return {c: v for c, v in row.items() if c in self._columns}


class Strip(Sheet):
    """Some columns of a sheet, both ends included, where they stand in it."""

    def __init__(self, whole: Sheet, left: int, right: int, heads: int = 0) -> None:
        super().__init__(whole.grid, whole.book, _Cut(whole, range(left, right + 1), heads))
        self.left = left
        self.numbers = [n for n in whole.numbers if self.row(n)]

    def _kinds(self, number: int) -> list[type]:
        return [*map(type, self.row(number).values())]


class Beside(Strip):
    """The columns from one on, beneath what stands over all of the sheet above its heads."""

    def __init__(self, whole: Sheet, left: int, heads: int, right: int = MAX_COLUMN) -> None:
        super().__init__(whole, left, right, heads)
