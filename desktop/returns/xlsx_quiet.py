"""Whether a sheet of an .xlsx workbook holds a telling text, seen without taking it apart."""

from __future__ import annotations

import re
from collections.abc import Sequence, Set
from html import unescape

from desktop.returns.telling import NOTHING, Said, announces, said, spoken_by

MOST_LOOKED_AT = 16 << 20
"""A larger sheet (bytes, unpacked) is not held in memory as a whole, and so not looked at first."""

_SHARED = re.compile(rb't="s"[^>]*><v>(0|[1-9]\d*)</v>')
_TEXTS_OF_ITS_OWN = (b"inlineStr", b't="str"')
_OTHER_FORMS = ((b"'", b"t='"), (b"!", b"<!"), (b":", b":sheetData"), (b"t =", b"t = "))
"""Each behind what it begins with, or what is rare in it: that is sooner looked for."""
_TOP = 1 << 14
"""Within so many bytes a sheet's title mostly stands."""


def is_quiet(sheet: bytes, telling: Sequence[Set[bytes]]) -> bool:
    """Say that the sheet's texts announce no table; where that cannot be seen, it is not quiet.

    `telling` are the places of telling texts among the workbook's shared strings, as written.
    """
    top = sheet[:_TOP].rpartition(b"<")[0]
    shared = _SHARED.findall(top)
    if announces(spoken_by(shared, telling) | _said_itself(top)):
        return False
    if any(rare in sheet and form in sheet for rare, form in _OTHER_FORMS):
        return False
    shared = _SHARED.findall(sheet)
    if len(shared) != sheet.count(b't="s"'):
        return False
    return not announces(spoken_by(shared, telling) | _said_itself(sheet))


def _said_itself(part: bytes) -> Said:
    """Say what texts in the sheet speak of, where it has any of its own."""
    if not any(form in part for form in _TEXTS_OF_ITS_OWN):
        return NOTHING
    return said(unescape(part.decode("utf-8", "replace")))
