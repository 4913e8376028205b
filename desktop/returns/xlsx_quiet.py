"""Whether a sheet of an .xlsx workbook holds a telling text, seen without taking it apart."""

from __future__ import annotations

import re
from collections.abc import Set

from desktop.returns.telling import tells

MOST_LOOKED_AT = 16 << 20
"""A larger sheet (bytes, unpacked) is not held in memory as a whole, and so not looked at first."""

_SHARED = re.compile(rb't="s"[^>]*><v>(\d+)</v>')
_TEXTS_OF_ITS_OWN = (b"inlineStr", b't="str"')
_OTHER_FORMS = (b"t='", b"<!", b":sheetData", b"t = ")


def is_quiet(sheet: bytes, telling: Set[int]) -> bool:
    """Say that none of the sheet's texts is telling; where that cannot be seen, it is not quiet.

    `telling` are the places of telling texts among the workbook's shared strings.
    """
    if any(form in sheet for form in _OTHER_FORMS):
        return False
    shared = _SHARED.findall(sheet)
    if len(shared) != sheet.count(b't="s"') or not telling.isdisjoint(map(int, shared)):
        return False
    own = any(form in sheet for form in _TEXTS_OF_ITS_OWN)
    return not (own and tells(sheet.decode("utf-8", "replace")))
