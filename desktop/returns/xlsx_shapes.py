"""Rows of one shape: the same columns, styles and kinds of cells, around other values.

A table's rows mostly are. What a shape says is read from the first of its rows, and the values of
all others are taken out together. A row of any other form is left to whoever reads cell by cell.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from desktop.returns.grid import MAX_COLUMN, Value, column_number
from desktop.returns.xml_texts import plain_text

_CELL, _VALUE, _END = '<c r="', "<v>", "</v></c>"
_OPEN = re.compile(r'<c r="([A-Z]{1,3})"(?: s="(\d{1,6})")?(?: t="([ns])")?>')
_BESIDE = re.compile(
    r'<c r="([A-Z]{1,3})"(?: s="(\d{1,6})")?'
    r'(?:/>|></c>| t="inlineStr"><is><t>([^<]*)</t></is></c>)'
)
"""A cell without a value: empty, or with a text of its own."""
_ENDS = frozenset({"", "</row>"})
_MOST = 2_000
"""So many shapes one sheet may have; what its rows say themselves is part of theirs."""


class Shape(NamedTuple):
    """The columns and styles of a row's cells, and which of its values are places of texts.

    `own` are the texts that stand in the row itself, with their places among its cells.
    """

    columns: Sequence[int]
    styles: Sequence[int]
    shared: Sequence[int]
    own: Sequence[tuple[int, str]]


_UNREAD = Shape((), (), (), ())
"""A shape that one row had so far."""


class Shapes:
    """The shapes of one sheet's rows."""

    def __init__(self, strings: Sequence[str]) -> None:
        """Start without any; `strings` are the workbook's shared texts."""
        self._strings = strings
        self._known: dict[tuple[str, ...], Shape | None] = {}

    def cells(self, number: str, body: str) -> list[int | Value] | None:
        """Give the cells of a row by its number and what stands in it; None for another form."""
        reference = f'{number}"'
        if body.count(reference) != body.count(_CELL):
            return None
        pieces = body.replace(reference, '"').replace(_END, _VALUE).split(_VALUE)
        key = tuple(pieces[::2])
        if key not in self._known:  # a row like no other is soonest read cell by cell
            if len(self._known) < _MOST:
                self._known[key] = _UNREAD
            return None
        shape = self._known[key]
        if shape is _UNREAD:
            shape = self._known[key] = _shape(key)
        return None if shape is None else self._filled(shape, pieces[1::2])

    def _filled(self, shape: Shape, raw: list[str]) -> list[int | Value] | None:
        texts = []
        try:
            for at in shape.shared:
                text = self._strings[int(raw[at])] if raw[at].isdecimal() else ""
                if not text:
                    return None
                texts.append(text)
                raw[at] = "0"
            values: list[Value] = list(map(float, raw))
        except (ValueError, IndexError):
            return None
        for at, text in zip(shape.shared, texts, strict=True):
            values[at] = text
        for at, text in shape.own:
            values.insert(at, text)
        line: list[int | Value] = [0] * (3 * len(values))
        line[::3], line[1::3], line[2::3] = shape.columns, values, shape.styles
        return line


def _shape(heads: Sequence[str]) -> Shape | None:
    """Read what stands before, between and behind the values of a row."""
    columns: list[int] = []
    styles: list[int] = []
    shared: list[int] = []
    own: list[tuple[int, str]] = []
    for number, head in enumerate(heads):
        last = number == len(heads) - 1
        at = 0
        while found := _BESIDE.match(head, at):
            at = found.end()
            if found[3]:
                own.append((len(columns), plain_text(found[3])))
                columns.append(column_number(found[1]))
                styles.append(int(found[2] or 0))
        if last:
            if head[at:] not in _ENDS:
                return None
            continue
        opened = _OPEN.fullmatch(head, at)
        if opened is None:
            return None
        if opened[3] == "s":
            shared.append(number)
        columns.append(column_number(opened[1]))
        styles.append(int(opened[2] or 0))
    return Shape(columns, styles, shared, own) if max(columns, default=0) <= MAX_COLUMN else None
