"""One sheet of the workbook: what is put where, how it prints, and the cells it hands on."""

from __future__ import annotations

import math
import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, time
from typing import Any

from xlsxwriter.chart import Chart
from xlsxwriter.utility import xl_pixel_width
from xlsxwriter.workbook import Workbook

from desktop.figures.figure import Source
from desktop.figures.progress import Progress, unheard
from desktop.figures.wording import Language
from desktop.reports import provenance
from desktop.reports.workbook import look
from desktop.reports.workbook.live import Live, Place
from desktop.reports.workbook.look import DAY, MILLIONS, Look

A4 = 9
LONGEST_TEXT = 32_767
"""Excel's limit for the text of a cell."""
LONGEST_FOOTER = 160
"""Of the 255 characters Excel allows, what leaves room for the page number and the codes."""
HEAD_ROW = 3
"""Under title, subtitle and a gap, on every sheet with a table."""
ROW_PIXELS = 18
"""Height of a plain row: Arial 10 with Vietnamese letters' stacked marks."""
POINTS_PER_PIXEL = 0.75
_UNHOLDABLE = re.compile(r"[\x00-\x08\x0b-\x1f\x7f\ud800-\udfff\ufffe\uffff]")
"""What XML 1.0 has no way to write: control signs, halves of letters, no letters at all."""
_CALIBRI_TO_ARIAL = 1.12  # xl_pixel_width measures Calibri 11; Arial's letters are that much wider
_PIXELS_PER_WIDTH = 7  # of a digit in the default font; a column adds 5 for its borders
_POINTS_PER_LINE = 1.36  # line height over font size, with Vietnamese letters' stacked marks
_NOTE_HEIGHT = 62
_NOTE = {"width": 300, "height": _NOTE_HEIGHT, "font_name": "Arial", "font_size": 8, "author": ""}


@dataclass(frozen=True, slots=True)
class Desk:
    """What every sheet of one workbook shares."""

    workbook: Workbook
    look: Look
    language: Language
    progress: Progress = unheard
    sheets: int = 1
    places: int = 2
    """Decimals of amounts in billions: more where even the year's largest is small."""

    def page(self, name: str, widths: Sequence[float]) -> Page:
        """Add a sheet with its column widths (characters); `progress` is told of it."""
        self.progress(len(self.workbook.worksheets()), self.sheets, name)
        return Page(self, name, widths)


class Page:
    """One sheet. Rows and columns count from 0; amounts on it are million US dollars."""

    def __init__(self, desk: Desk, name: str, widths: Sequence[float]) -> None:
        """Add the sheet; A4 landscape, as wide as one page."""
        self.name, self.language, self.widths = name, desk.language, widths
        self._desk, self._look = desk, desk.look
        self.sheet = desk.workbook.add_worksheet(name)
        self.sheet.hide_gridlines(2)
        self.sheet.set_default_row(ROW_PIXELS * POINTS_PER_PIXEL)
        for column, width in enumerate(widths):
            self.sheet.set_column(column, column, width, desk.look("plain"))
        self.sheet.set_landscape()
        self.sheet.set_paper(A4)
        self.sheet.fit_to_pages(1, 0)
        self.sheet.set_margins(left=0.4, right=0.4, top=0.5, bottom=0.6)
        self.sheet.center_horizontally()

    @property
    def last_column(self) -> int:
        """The rightmost column that prints."""
        return len(self.widths) - 1

    def put(
        self,
        row: int,
        column: int,
        content: Live | float | str | None,
        style: str = "cell",
        number: str = "",
        *,
        source: Source | None = None,
        **more: Any,
    ) -> Live:
        """Write text, a number, a formula with its value, or an empty cell; give the cell."""
        form = self._look(style, number, **more)
        place = Place(self.name, row, column)
        value = content.value if isinstance(content, Live) else content
        if value is None or value == "":
            self.sheet.write_blank(row, column, None, form)
            return Live.cell(place, None)
        if source:
            self.sheet.write_comment(
                row, column, plain(provenance.note(source, self.language)), _NOTE
            )
        if isinstance(value, str):
            self.sheet.write_string(row, column, plain(value), form)
            return Live.cell(place, None)
        if isinstance(content, Live):
            self.sheet.write_formula(row, column, content.formula(self.name), form, value)
        else:
            self.sheet.write_number(row, column, value, form)
        return Live.cell(place, value)

    def numbers(self, row: int, column: int, amounts: Sequence[float | None], style: str) -> None:
        """Write a run of amounts side by side, nothing where one is not known."""
        form = self._look(style, MILLIONS)
        for place, amount in enumerate(amounts, column):
            if amount is not None:
                self.sheet.write_number(row, place, amount, form)

    def note(self, row: int, column: int, sources: Sequence[Source]) -> None:
        """Say on a cell where the figures that it was added up from were read."""
        if sources:
            words = plain(provenance.notes(sources, self.language))
            high = _NOTE_HEIGHT * min(len(sources), provenance.NOTED)
            self.sheet.write_comment(row, column, words, {**_NOTE, "height": high})

    def remark(self, row: int, column: int, words: str) -> None:
        """Say on a cell what its number alone cannot say."""
        self.sheet.write_comment(row, column, plain(words), _NOTE)

    def day(self, row: int, column: int, day: date) -> None:
        """Write a day as a date that sorts."""
        form = self._look("centre", DAY)
        self.sheet.write_datetime(row, column, datetime.combine(day, time()), form)

    def span(
        self,
        row: int,
        first: int,
        last: int,
        content: Live | float | str | None,
        style: str = "cell",
        number: str = "",
        **more: Any,
    ) -> Live:
        """Write across columns of one row."""
        form = self._look(style, number, **more)
        if last > first:
            self.sheet.merge_range(row, first, row, last, "", form)
        return self.put(row, first, content, style, number, **more)

    def height(self, row: int, points: float) -> None:
        """Set a row's height."""
        self.sheet.set_row(row, points)

    def named(self, name: str, cell: Live) -> None:
        """Give a cell a name that formulas anywhere in the workbook can use."""
        place = cell.pieces[0]
        if isinstance(place, Place):
            self._desk.workbook.define_name(name, place.absolute)

    def named_area(self, name: str, first: tuple[int, int], last: tuple[int, int]) -> None:
        """Give the cells between two corners a name."""
        start, end = (Place(self.name, *corner).absolute for corner in (first, last))
        self._desk.workbook.define_name(name, f"{start}:{end.rpartition('!')[2]}")

    def hide(self, column: int) -> None:
        """Hide a column that has nothing to show."""
        self.sheet.set_column(column, column, self.widths[column], None, {"hidden": True})

    def paragraph(self, row: int, text: str, style: str, size: float, **more: Any) -> None:
        """Write a text across the page, in a row as high as its lines."""
        self.lines(row, (0, self.last_column), text, style, size, **more)

    def lines(
        self, row: int, columns: tuple[int, int], text: str, style: str, size: float, **more: Any
    ) -> None:
        """Write a text across columns, in a row as high as its lines."""
        self.span(row, *columns, text, style, **more)
        lines = _lines(text, size, self.pixels(*columns) - 30)
        self.height(row, lines * size * _POINTS_PER_LINE + 4)

    def wrapped(
        self, row: int, column: int, text: str, style: str = "wrap", size: float = 10, **more: Any
    ) -> float:
        """Write a text that may be longer than its column, in a row as high as its lines.

        Gives the height that it needs, in points; 0 where a plain row will do.
        """
        self.put(row, column, text, style, text_wrap=True, font_size=size, **more)
        indented = 9 * int(more.get("indent", 0))
        lines = _lines(text, size, self.pixels(column, column) - 8 - indented)
        needed = lines * size * _POINTS_PER_LINE if lines > 1 else 0.0
        if needed > ROW_PIXELS * POINTS_PER_PIXEL:
            self.height(row, needed)
        return needed

    def pixels(self, first: int, last: int) -> int:
        """How wide columns are on the screen."""
        return sum(round(w * _PIXELS_PER_WIDTH) + 5 for w in self.widths[first : last + 1])

    def title(self, title: str, subtitle: str) -> None:
        """Head the sheet."""
        self.put(0, 0, title, "title")
        self.put(1, 0, subtitle, "subtitle")
        self.height(0, 26)
        self.height(2, 6)

    def heads(
        self,
        labels: Sequence[str],
        *,
        left: Sequence[int] = (),
        inset: Sequence[int] = (),
        row: int = HEAD_ROW,
    ) -> None:
        """Write the heads of a table's columns; the first table's stay in sight.

        Those over words stand at the `left`, or `inset` as the words beneath them are.
        """
        for column, label in enumerate(labels):
            if column in inset:
                self.put(row, column, label, "head_left", indent=1)
            else:
                self.put(row, column, label, "head_left" if column in left else "head")
        self.height(row, 44)

    def section(self, row: int, title: str) -> int:
        """Head a part of the sheet; give the row beneath."""
        self.span(row, 0, self.last_column, title, "section")
        self.height(row, 22)
        return row + 1

    def freeze(self, columns: int) -> None:
        """Keep the heads and the first columns in sight, and the heads on every printed page."""
        self.sheet.freeze_panes(HEAD_ROW + 1, columns)
        self.sheet.repeat_rows(0, HEAD_ROW)

    def source_line(self, row: int, sources: list[Source], named: int = 3) -> None:
        """Say under the table which files it is made of, and repeat it at the foot of the page."""
        self.paragraph(row, provenance.source_line(sources, self.language, named), "source", 8)
        texts = (provenance.source_line(sources, self.language, n) for n in (3, 2, 1))
        self.foot(next((t for t in texts if len(t) <= LONGEST_FOOTER), ""))

    def foot(self, text: str) -> None:
        """Set the printed footer: a text, and the page's number."""
        short = plain(text)[:LONGEST_FOOTER].replace("&", "&&")
        page = self.language._("Page {page}/{pages}", page="&P", pages="&N")
        self.sheet.set_footer(f"&L&8{short}&R&8{page}")

    def print_to(self, row: int) -> None:
        """Print from the top to a row, all columns."""
        self.sheet.print_area(0, 0, row, self.last_column)

    def chart(self, row: int, column: int, chart: Chart, description: str) -> None:
        """Place a chart with its top left corner on a cell, described for who cannot see it."""
        self.sheet.insert_chart(
            row,
            column,
            chart,
            {"description": plain(description), "object_position": 1, "x_offset": 2, "y_offset": 2},
        )

    def signs(self, first: tuple[int, int], last: tuple[int, int], number: str) -> None:
        """Colour rises and falls between two cells, whose sign their format writes as well.

        What the format shows as zeros is neither: it has no colour and no sign.
        """
        self.sheet.conditional_format(
            *first,
            *last,
            {
                "type": "cell",
                "criteria": "between",
                "minimum": -self._look.zero_below(number),
                "maximum": self._look.zero_below(number),
                "format": self._look("plain", look.zero(self._look.fine(number)), bare=True),
                "stop_if_true": True,
            },
        )
        for criterion, style in ((">", "good"), ("<", "bad")):
            form = self._look(style, bare=True)
            rule = {"type": "cell", "criteria": criterion, "value": 0, "format": form}
            self.sheet.conditional_format(*first, *last, rule)


def plain(text: str) -> str:
    """Keep what a workbook can hold: no control signs, no broken letters, not beyond the limit."""
    return _UNHOLDABLE.sub("", text)[:LONGEST_TEXT]


def _lines(text: str, size: float, pixels: int) -> int:
    """Say how many lines a text takes in a width."""
    width = float(xl_pixel_width(text)) * size / 11 * _CALIBRI_TO_ARIAL
    return max(1, math.ceil(width / pixels))
