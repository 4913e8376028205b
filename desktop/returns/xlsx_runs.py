"""Long runs of rows of one form: one pattern takes a row's values out at once.

To make a pattern takes as long as to read some hundred rows by their shapes (`xlsx_shapes`), so
that only sheets of many rows have them.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple, Self

from desktop.returns.grid import MAX_COLUMN, Value, column_number
from desktop.returns.xml_texts import plain_text

_CELL = re.compile(
    r'<c r="([A-Z]{1,3})\d+"(?: s="(\d{1,6})")?(?: t="(n|s|inlineStr)")?'
    r"(/>|></c>|><v>[^<]*</v></c>|><is><t>[^<]*</t></is></c>)"
)
_CONTENTS = {
    "n": ("><v>", "><v>([^<]*)</v></c>"),
    "s": ("><v>", r"><v>(\d+)</v></c>"),
    "inlineStr": ("><is>", "><is><t>([^<]*)</t></is></c>"),
}
"""By the kind of a cell: how what it holds begins, and the pattern of it."""
_ENDS = frozenset({"", "</row>"})


class Run(NamedTuple):
    """Rows of one form: their pattern, the columns and styles of the cells that hold something.

    `shared` are the places, among these, of shared texts, `own` of texts in the row itself.
    """

    pattern: re.Pattern[str]
    columns: Sequence[int]
    styles: Sequence[int]
    shared: Sequence[int]
    own: Sequence[int]

    @classmethod
    def of(cls, body: str) -> Self | None:
        """Give the rows that are like this one; None where it is of another form."""
        columns: list[int] = []
        styles: list[int] = []
        texts: dict[str, list[int]] = {"s": [], "inlineStr": []}
        parts: list[str] = []
        at = 0
        while found := _CELL.match(body, at):
            at = found.end()
            letters, style, kind, content = found.groups()
            head = re.escape(body[found.end(1) : found.start(4)].lstrip("0123456789"))
            begin, pattern = _CONTENTS[kind or "n"]
            holds = content.startswith(begin)
            parts.append(rf'<c r="{letters}\d+{head}' + (pattern if holds else re.escape(content)))
            if holds:
                texts.get(kind, []).append(len(columns))
                columns.append(column_number(letters))
                styles.append(int(style or 0))
        if body[at:] not in _ENDS or not columns or max(columns) > MAX_COLUMN:
            return None
        parts.append("(?:</row>)?")
        return cls(re.compile("".join(parts)), columns, styles, texts["s"], texts["inlineStr"])

    def cells(self, body: str, strings: Sequence[str]) -> list[int | Value] | None:
        """Give the cells of a row by what stands in it; None where it is of another form."""
        found = self.pattern.fullmatch(body)
        if found is None:
            return None
        raw = list(found.groups())
        said = [(at, plain_text(raw[at])) for at in self.own]
        try:
            said += [(at, strings[int(raw[at])]) for at in self.shared]
            for at, text in said:
                if not text:
                    return None
                raw[at] = "0"
            values: list[Value] = list(map(float, raw))
        except (ValueError, IndexError):
            return None
        for at, text in said:
            values[at] = text
        line: list[int | Value] = [0] * (3 * len(values))
        line[::3], line[1::3], line[2::3] = self.columns, values, self.styles
        return line
