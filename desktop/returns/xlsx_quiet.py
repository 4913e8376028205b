"""Whether a sheet of an .xlsx workbook holds a telling text, seen without taking it apart."""

from __future__ import annotations

import re
from collections.abc import Sequence, Set
from html import unescape

from desktop.returns.telling import Said, announces, said, spoken_by

_KINDS = re.compile(rb't((?<=\st)="(?:s"[^>]*><v>(?:0|[1-9][0-9]*)</v>|[^"]*")|\s+=|=[\s\'])')
"""What kind of cell it is, and of one that holds a shared text, that text's place.

Also how that may be written otherwise, in a way that cannot be seen here.
"""
_KIND, _SHARED, _BEHIND_PLACE = b'="', b'="s"', b"</v>"
_WITHOUT_TEXT = frozenset(
    b'="%b"' % kind
    for kind in (b"n", b"b", b"e", b"d", b"normal", b"shared", b"array", b"dataTable")
)
"""Kinds of cells and of formulas."""
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
    above = _spoken(top, telling)
    if above is None or announces(above):
        return False
    if _ROWS not in sheet or (b"!" in sheet and b"<!" in sheet):
        return False
    first = top.partition(_BELOW_TITLES)[0]
    if any(lacking in first for lacking in _LACKING):
        return False  # the title may be what is missing
    below = _spoken(sheet[len(top) :] if cell else sheet, telling)
    return below is not None and not announces(above | below)


def _spoken(part: bytes, telling: Sequence[Set[bytes]]) -> Said | None:
    """Say what a part of the sheet speaks of; None where that cannot be seen."""
    kinds = {*_KINDS.findall(part)} - _WITHOUT_TEXT
    shared = [k[:-4].rpartition(b">")[2] for k in kinds if k.endswith(_BEHIND_PLACE)]
    others = [k for k in kinds if not k.endswith(_BEHIND_PLACE)] if len(shared) < len(kinds) else []
    if _SHARED in others or not all(kind.startswith(_KIND) for kind in others):
        return None
    spoken = spoken_by(shared, telling)
    if not others:
        return spoken
    return spoken | said(unescape(part.decode("utf-8", "replace")))
