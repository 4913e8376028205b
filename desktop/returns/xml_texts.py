"""A text as it stands in XML, and as it is meant: five names and any character by its number."""

from __future__ import annotations

import re
from functools import lru_cache

_REFERENCE = re.compile(r"&(?:#(\d{1,7})|#x([0-9A-Fa-f]{1,6})|(amp|lt|gt|quot|apos));")
_NAMED = {"amp": "&", "lt": "<", "gt": ">", "quot": '"', "apos": "'"}
_MANY = 4096
"""So many texts are remembered: the names of goods and partners come again and again."""
_BLANK = 0x20
_ALLOWED = frozenset("\t\n\r")


class OtherFormError(Exception):
    """The XML is not written as Excel writes it."""


def plain_text(raw: str) -> str:
    """Give the text that stands between two tags; raises `OtherFormError` where a parser must.

    A line break at its end is not meant: documents that are indented have one there.
    """
    if "&" in raw:
        raw = meant(raw)
    return unpadded(raw) if "\n" in raw else raw


@lru_cache(maxsize=_MANY)
def meant(raw: str) -> str:
    """Put signs in the place of their names and numbers; raises `OtherFormError` as above."""
    text, found = _REFERENCE.subn(_character, raw)
    if found != raw.count("&"):
        raise OtherFormError
    return text


def _character(found: re.Match[str]) -> str:
    decimal, hexadecimal, name = found.groups()
    if name:
        return _NAMED[name]
    try:
        character = chr(int(decimal or hexadecimal, 10 if decimal else 16))
    except ValueError as error:
        raise OtherFormError from error
    if not _is_allowed(character):
        raise OtherFormError
    return character


def _is_allowed(character: str) -> bool:
    """Say whether XML knows the character."""
    if character < chr(_BLANK):
        return character in _ALLOWED
    return not ("\ud800" <= character <= "\udfff" or character in "\ufffe\uffff")


def unpadded(raw: str) -> str:
    """Drop the line break and the blanks before the next tag, in documents that are indented."""
    text, line_break, rest = raw.rpartition("\n")
    return text if line_break and not rest.strip() else raw
