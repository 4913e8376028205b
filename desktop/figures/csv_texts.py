"""Texts in CSV: what a spreadsheet would take for a formula stays text, and is taken back whole.

A label such as ``- Than đá`` or ``=A1`` comes from a received workbook. A spreadsheet that opens
a CSV runs it, or shows an error in its place; with an apostrophe before it, it is text.
"""

from __future__ import annotations

import csv
import re
from collections.abc import Iterable, Mapping, Sequence
from typing import IO

_MARK = "'"
_FORMULA = re.compile(rf"{_MARK}*[=+\-@＝＋－＠\t\r\n].", re.DOTALL)
"""What spreadsheets take for a formula, behind marks that were set before; a sign alone is none."""
_NUMBER = re.compile(r"[+-]?\d+(?:\.\d+)?(?:e[+-]?\d+)?", re.ASCII)


def guarded(text: str) -> str:
    """Set a mark before a text that would be taken for a formula; a plain number is none.

    >>> guarded("- Than đá"), guarded("-12.5"), guarded("'=A1")
    ("'- Than đá", '-12.5', "''=A1")
    """
    return _MARK + text if _FORMULA.match(text) and not _NUMBER.fullmatch(text) else text


def unguarded(text: str) -> str:
    """Take back what `guarded` wrote; other texts are what they are.

    >>> unguarded("'- Than đá"), unguarded("''=A1"), unguarded("- Than đá"), unguarded("'t Hooft")
    ('- Than đá', "'=A1", '- Than đá', "'t Hooft")
    """
    return text[1:] if text.startswith(_MARK) and _FORMULA.match(text) else text


class _Lines:
    """Ends each line that is written with a line feed alone.

    A carriage return within a text is put in quotes only where one ends a line, too.
    """

    def __init__(self, out: IO[str]) -> None:
        self._out = out

    def write(self, line: str) -> int:
        """Write a whole line."""
        return self._out.write(line.removesuffix("\r\n") + "\n")


def write_rows(rows: Iterable[Sequence[object]], columns: Sequence[str], out: IO[str]) -> None:
    """Write rows as CSV with a heading line, their texts guarded."""
    lines = csv.writer(_Lines(out), lineterminator="\r\n")
    lines.writerow(columns)
    lines.writerows([guarded(c) if isinstance(c, str) else c for c in row] for row in rows)


def write_records(
    records: Iterable[Mapping[str, str]], columns: Sequence[str], out: IO[str]
) -> None:
    """Write records as CSV, by their columns."""
    write_rows(([record[name] for name in columns] for record in records), columns, out)
