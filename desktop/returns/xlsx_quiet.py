"""Whether a sheet of an .xlsx workbook holds a telling text, seen without taking it apart."""

from __future__ import annotations

import re
from collections.abc import Sequence, Set
from html import unescape

from desktop.returns.telling import Said, announces, said, spoken_by

_KINDS = re.compile(rb't(?<=\st)(?:="(?:s"[^<>]*><v>)?+([^<"]*)|\s+=|=[\s\'])')
"""What kind of cell it is; of one that holds a shared text, that text's place instead.

Also nothing, where that may be written otherwise, in a way that cannot be seen here.
"""
_WITHOUT_TEXT = frozenset({b"n", b"b", b"e", b"d", b"normal", b"shared", b"array", b"dataTable"})
"""Kinds of cells and of formulas."""
_PLACE = re.compile(rb"0|[1-9][0-9]*")
_NO_PLACE = re.compile(rb"[^0-9\n]|^0.|^$", re.MULTILINE)
_SHARED = b"s"
_ROWS = b"<sheetData"
_LACKING = (b't="e"', b"</f></c>", b"</f><v></v>", b"</f><v/>", b"</f><v />")
"""An error, or a formula that nobody computed."""
_BELOW_TITLES = b'<row r="7"'
_TOP = 1 << 14
"""Within so many bytes a sheet's title mostly stands."""


def is_quiet(sheet: bytes, telling: Sequence[Set[bytes]]) -> bool:
    """Say that the sheet's texts announce no table; where that cannot be seen, it is not quiet.

    `telling` are the places of telling texts among the workbook's shared strings, as written.
    """
    top, cell, _ = sheet[:_TOP].rpartition(b"<c ")
    above = _spoken(sheet, telling, 0, len(top))
    if above is None or announces(above):
        return False
    if _ROWS not in sheet or (b"!" in sheet and b"<!" in sheet):
        return False
    first = top.partition(_BELOW_TITLES)[0]
    if any(lacking in first for lacking in _LACKING):
        return False  # the title may be what is missing
    below = _spoken(sheet, telling, len(top) if cell else 0, len(sheet))
    return below is not None and not announces(above | below)


def _spoken(sheet: bytes, telling: Sequence[Set[bytes]], start: int, end: int) -> Said | None:
    """Say what a part of the sheet speaks of; None where that cannot be seen."""
    kinds: set[bytes] = {*_KINDS.findall(sheet, start, end)} - _WITHOUT_TEXT
    spoken = spoken_by(kinds, telling)
    if not kinds or not _NO_PLACE.search(b"\n".join(kinds)):
        return spoken
    others = [kind for kind in kinds if not _PLACE.fullmatch(kind)]
    if _SHARED in others or not all(map(bytes.isalpha, others)):
        return None
    return spoken | said(unescape(sheet[start:end].decode("utf-8", "replace")))
