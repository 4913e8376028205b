"""Whether a sheet of an .xlsx workbook holds a telling text, seen without taking it apart."""

from __future__ import annotations

import re
from collections.abc import Set
from html import unescape

from desktop.returns.telling import tells

MOST_LOOKED_AT = 16 << 20
"""A larger sheet (bytes, unpacked) is not held in memory as a whole, and so not looked at first."""

_SHARED = re.compile(rb't="s"[^>]*><v>(0|[1-9]\d*)</v>')
_TEXTS_OF_ITS_OWN = (b"inlineStr", b't="str"')
_OTHER_FORMS = (b"t='", b"<!", b":sheetData", b"t = ")
_TOP = 1 << 14
"""Within so many bytes a sheet's title mostly stands."""


def is_quiet(sheet: bytes, telling: Set[bytes]) -> bool:
    """Say that none of the sheet's texts is telling; where that cannot be seen, it is not quiet.

    `telling` are the places of telling texts among the workbook's shared strings, as written.
    """
    top = sheet[:_TOP].rpartition(b"<")[0]
    if _is_told(top, telling) or any(form in sheet for form in _OTHER_FORMS):
        return False
    shared = _SHARED.findall(sheet)
    if len(shared) != sheet.count(b't="s"') or not telling.isdisjoint(shared):
        return False
    own = any(form in sheet for form in _TEXTS_OF_ITS_OWN)
    return not (own and _tells(sheet))


def _is_told(top: bytes, telling: Set[bytes]) -> bool:
    """Say whether a telling text stands in the first rows already."""
    if not telling.isdisjoint(_SHARED.findall(top)):
        return True
    own = any(form in top for form in _TEXTS_OF_ITS_OWN)
    return own and _tells(top)


def _tells(part: bytes) -> bool:
    """Say whether anything in it is telling, letters that are written by their numbers too."""
    return tells(unescape(part.decode("utf-8", "replace")))
