"""Long runs of rows of one form: one pattern takes the values of all of them out at once.

To make a pattern takes as long as to read some hundred rows cell by cell (`xlsx_rows`), so that
only sheets of many rows have them.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import chain, repeat
from math import isfinite
from typing import NamedTuple, Self

from desktop.returns.grid import MAX_COLUMN, MAX_ROW, Grid, Value, column_number
from desktop.returns.xml_texts import OtherFormError, plain_text

_ROW, _ROW_END = "<row ", "</row>"
_OPENING = re.compile(r'<row r="[0-9]+"([^<>]*)>')
_CELL = re.compile(
    r'<c r="([A-Z]{1,3})[0-9]+"(?: s="([0-9]{1,6})")?(?: t="(n|s|inlineStr)")?'
    r"(/>|></c>|><v>[^<]*</v></c>|><is><t>[^<]*</t></is></c>)"
)
_CONTENTS = {
    "n": ("><v>", "><v>([-+.0-9eE]++)</v></c>"),
    "s": ("><v>", "><v>([0-9]++)</v></c>"),
    "inlineStr": ("><is>", "><is><t>([^<]++)</t></is></c>"),
}
"""By the kind of a cell: how what it holds begins, and the pattern of it."""
_DIGITS = re.compile("[0-9]+")
_MANY, _MOST = 250, 6
"""So many rows are worth a pattern, and so many patterns a sheet may have."""


class Run(NamedTuple):
    """Rows of one form: their pattern, and the columns, styles and kinds of what they hold."""

    pattern: re.Pattern[str]
    columns: Sequence[int]
    styles: Sequence[int]
    kinds: Sequence[str]

    @classmethod
    def of(cls, row: str) -> Self | None:
        """Give the rows that are like this one; None where it is of another form."""
        opening = _OPENING.match(row)
        if opening is None or "hidden" in opening[1] or "'" in opening[1]:
            return None
        parts = ['<row r="([0-9]++)"', _DIGITS.sub("[0-9]+", re.escape(opening[1])), ">"]
        columns: list[int] = []
        styles: list[int] = []
        kinds: list[str] = []
        at = opening.end()
        while found := _CELL.match(row, at):
            at = found.end()
            letters, style, kind, content = found.groups()
            head = re.escape(row[found.end(1) : found.start(4)].lstrip("0123456789"))
            begin, pattern = _CONTENTS[kind or "n"]
            holds = content.startswith(begin)
            cell = rf'<c r="{letters}[0-9]++{head}'
            parts.append(cell + (pattern if holds else re.escape(content)))
            if holds:
                columns.append(column_number(letters))
                styles.append(int(style or 0))
                kinds.append(kind or "n")
        if row[at:].rstrip() != _ROW_END or not columns or max(columns) > MAX_COLUMN:
            return None
        return cls(re.compile("".join((*parts, _ROW_END, r"\s*+"))), columns, styles, kinds)


class Runs:
    """Takes rows of one form out of a sheet's text, block by block."""

    def __init__(self, grid: Grid, strings: Sequence[str]) -> None:
        """Start without any; `strings` are the workbook's shared texts."""
        self._grid = grid
        self._strings = strings
        self._known: list[Run] = []

    def taken(self, block: str) -> str:
        """Put the rows of every run into the grid; give what is left of the block.

        Raises `OtherFormError` where a row comes twice.
        """
        if block.count(_ROW) < _MANY:
            return block
        for run in self._known:
            block = self._without(run, block)
        while len(self._known) < _MOST and block.count(_ROW) >= _MANY:
            # The block's last rows are sooner like those to come than its first.
            run_found = Run.of(block[block.rfind(_ROW) :])
            if run_found is None:
                return block
            self._known.append(run_found)
            block = self._without(run_found, block)
        return block

    def _without(self, run: Run, block: str) -> str:
        parts = run.pattern.split(block)
        step = len(run.columns) + 2
        numbers = [int(number) for number in parts[1::step]]
        if not numbers:
            return block
        values = [self._values(k, parts[2 + at :: step]) for at, k in enumerate(run.kinds)]
        columns = (
            (repeat(column), held, repeat(style))
            for column, held, style in zip(run.columns, values, run.styles, strict=True)
        )
        lines = list(map(list, zip(*chain.from_iterable(columns))))  # noqa: B905 - endless ones
        if any("" in held for held in values):
            lines = [_without_empty(line) for line in lines]
        self._put(numbers, lines)
        return "".join(parts[::step])

    def _put(self, numbers: Sequence[int], lines: Sequence[list[int | Value]]) -> None:
        rows = self._grid.rows
        if not rows.keys().isdisjoint(numbers) or len({*numbers}) < len(numbers):
            raise OtherFormError
        if min(numbers) < 1 or max(numbers) > MAX_ROW:
            raise OtherFormError
        rows.update((n, line) for n, line in zip(numbers, lines, strict=True) if line)

    def _values(self, kind: str, raw: Sequence[str]) -> list[Value]:
        try:
            if kind == "s":
                return [self._strings[int(at)] for at in raw]
            if kind == "inlineStr":
                return [plain_text(text) for text in raw]
            numbers = list(map(float, raw))
        except (ValueError, IndexError) as error:
            raise OtherFormError from error
        if not all(map(isfinite, numbers)):
            raise OtherFormError
        return list[Value](numbers)


def _without_empty(line: Sequence[int | Value]) -> list[int | Value]:
    return list(chain.from_iterable(_filled(line)))


def _filled(line: Sequence[int | Value]) -> Iterator[Sequence[int | Value]]:
    for at in range(0, len(line), 3):
        if line[at + 1] != "":
            yield line[at : at + 3]
