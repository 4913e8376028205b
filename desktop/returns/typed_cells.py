"""Cells of files that keep them as text: plain numbers are numbers, all else stays as typed."""

from __future__ import annotations

import re
from codecs import BOM_UTF8, BOM_UTF16_BE, BOM_UTF16_LE
from collections.abc import Callable
from unicodedata import normalize

from desktop.returns.grid import MAX_COLUMN, MAX_ROW, Grid, Value
from desktop.returns.refusal import UnreadableError

_NUMBER = re.compile(r"-?(?:0|[1-9][0-9]*)(?:\.[0-9]+)?")
_EXACT = re.compile(r"[-+]?[0-9]+(?:\.[0-9]+)?(?:[eE][-+]?[0-9]{1,3})?")
_MAY_BE_THOUSANDS = re.compile(r"-?[1-9][0-9]{0,2}\.[0-9]{3}")
_LONGEST = 17
"""More digits are a code's: a number would lose some."""
_LOOKED_AT = 4096
_WIDE = 0.3
"""Share of the letters that are Latin ones, in two bytes of which one is nought."""

_SIGNS = {
    code: sign for code in range(0x80, 0xA0) if (sign := bytes([code]).decode("cp1252", "ignore"))
}
"""Dashes and quotation marks, where Latin-1 has no signs."""
_OF_TRADE = re.compile("xuất|nhập|khẩu", re.IGNORECASE)
"""Words whose marks stand behind their letters in the Windows code, and in no other."""


def typed(text: str) -> Value:
    """Give a text as a number where it can be no other; "1.234" and "1,5" are for who asks."""
    tidy = text.strip()
    plain = len(tidy) <= _LONGEST and _NUMBER.fullmatch(tidy)
    return float(tidy) if plain and not _MAY_BE_THOUSANDS.fullmatch(tidy) else tidy


def exact(text: str) -> Value:
    """Give a number that a program wrote for programs, where a point is never one of thousands."""
    return float(text) if _EXACT.fullmatch(text.strip()) else typed(text)


def put(grid: Grid, row: int, column: int, value: Value) -> None:
    """Put a value into a grid; raises `UnreadableError` beyond the last row or column."""
    if row > MAX_ROW or column > MAX_COLUMN:
        raise UnreadableError("too_large")
    if value != "":
        grid.rows.setdefault(row, []).extend((column, value, 0))


def wide_encoding(content: bytes) -> str:
    """In what a text of two bytes a letter is written, marked or not; empty where it is none."""
    if content.startswith((BOM_UTF16_LE, BOM_UTF16_BE)):
        return "utf-16"
    head = content[:_LOOKED_AT]
    first, second = head[::2].count(0), head[1::2].count(0)
    if second and not first and second >= len(head[1::2]) * _WIDE:
        return "utf-16-le"
    return "utf-16-be" if first and not second and first >= len(head[::2]) * _WIDE else ""


def text_of(content: bytes) -> str:
    """Decode a file of text: by its mark, as UTF-8, else byte by byte, as old codes need it."""
    if encoding := wide_encoding(content):
        return content.decode(encoding)
    if content.startswith(BOM_UTF8):
        return content.decode("utf-8-sig")
    try:
        return content.decode()
    except UnicodeDecodeError:
        return decoder_of(content)(content)


def decoder_of(content: bytes) -> Callable[[bytes], str]:
    """Give what decodes text of a byte a letter: by Windows' code for Vietnamese, or as it stands.

    As it stands old codes are kept, which are known by their fonts and words.
    """
    return _from_windows if _OF_TRADE.search(_from_windows(content)) else _as_it_stands


def _from_windows(content: bytes) -> str:
    return normalize("NFC", content.decode("cp1258", "replace"))


def _as_it_stands(content: bytes) -> str:
    return content.decode("latin-1").translate(_SIGNS)
