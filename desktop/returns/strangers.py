"""What a file is that is no workbook: what is said of it, and what may read it all the same."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from typing import TYPE_CHECKING

from desktop.returns.refusal import UnreadableError
from desktop.returns.typed_cells import wide_encoding

if TYPE_CHECKING:
    from desktop.returns.grid import Grid

Reader = Callable[[bytes], Iterator["Grid"]]

_HEAD = 4096
_MARKS = (
    (b"%pdf", "pdf_file", ""),
    (b"{\\rtf", "word_file", "RTF"),
    (b"7z\xbc\xaf\x27\x1c", "packed_file", "7z"),
    (b"rar!\x1a\x07", "packed_file", "rar"),
    (b"\x1f\x8b", "packed_file", "gzip"),
    (b"\x89png", "picture_file", "PNG"),
    (b"\xff\xd8\xff", "picture_file", "JPEG"),
    (b"ii*\x00", "picture_file", "TIFF"),
    (b"mm\x00*", "picture_file", "TIFF"),
    (b"id;p", "other_format", ".slk"),
    (b"table\r\n0,1", "other_format", ".dif"),
    (b"table\n0,1", "other_format", ".dif"),
)
"""How files of other programs begin, in small letters, the code of what is said, and their kind."""
_XML_2003 = b"urn:schemas-microsoft-com:office:spreadsheet"
_OPEN_DOCUMENT = b"urn:oasis:names:tc:opendocument:xmlns:office"
_PAGE = (b"<!doctype html", b"<html", b"<table", b"<head", b"<meta")
_LETTER_HEAD = re.compile(
    rb"(?:received|return-path|delivered-to|from|to|subject|date|message-id|mime-version|x-[\w-]+)"
    rb": [^\n]*\n(?:[ \t][^\n]*\n|[\w-]+:[^\n]*\n)*\r?\n"
)
"""The lines above a letter; texts of other kinds may begin with a word and a colon, too."""
_OF_A_LETTER = re.compile(rb"^(?:mime-version|content-type|message-id):", re.MULTILINE)
_ARCHIVED = b"multipart/related"
"""How a page is saved with all that belongs to it (.mht)."""
_TABLES = (".xlsx", ".xlsm", ".xls", ".xlsb", ".csv", ".ods", ".pdf", ".doc", ".docx")


def stranger(content: bytes) -> tuple[UnreadableError, Reader | None]:
    """What is said of a file that is no workbook, and what may read it all the same."""
    from desktop.returns.delimited import delimited_sheets  # noqa: PLC0415 - few are text

    head = _head(content)
    for mark, code, kind in _MARKS:
        if head.startswith(mark):
            return UnreadableError(code, found=kind), None
    marked_up = _marked_up(head)
    if marked_up is not None:
        return marked_up
    letter = _LETTER_HEAD.match(head)
    if letter and _OF_A_LETTER.search(letter[0]):
        from desktop.returns.web_tables import archived_sheets  # noqa: PLC0415 - as above

        is_page = _ARCHIVED in letter[0]
        return UnreadableError("web_page" if is_page else "mail_file"), archived_sheets
    if b"\x00" not in head:
        return UnreadableError("plain_text"), delimited_sheets
    return UnreadableError("not_a_workbook"), None


def _head(content: bytes) -> bytes:
    """How it begins, in small letters, whatever its text is written in."""
    head = content[:_HEAD]
    if encoding := wide_encoding(content):
        head = head.decode(encoding, "replace").encode()
    return head.lstrip(b"\xef\xbb\xbf \t\r\n").lower()


def _marked_up(head: bytes) -> tuple[UnreadableError, Reader | None] | None:
    if head.startswith(b"<?xml"):
        if _XML_2003 in head:
            from desktop.returns.xml_2003 import xml_2003_sheets  # noqa: PLC0415 - few are

            return UnreadableError("other_format", found="XML 2003"), xml_2003_sheets
        if _OPEN_DOCUMENT in head:
            from desktop.returns.open_document import flat_sheets  # noqa: PLC0415 - as above

            return UnreadableError("other_format", found="OpenDocument"), flat_sheets
    if head.startswith(_PAGE):
        from desktop.returns.web_tables import web_sheets  # noqa: PLC0415 - as above

        return UnreadableError("web_page"), web_sheets
    return None


def zipped_stranger(names: Iterable[str]) -> UnreadableError:
    """What is said of a zip that is no workbook of Excel's; `names` are those of its parts."""
    inside = {name.casefold() for name in names}
    if any(name.endswith("workbook.bin") for name in inside):
        return UnreadableError("other_format", found=".xlsb")
    if "word/document.xml" in inside:
        return UnreadableError("word_file", found=".docx")
    if any(name.endswith(_TABLES) for name in inside):
        return UnreadableError("packed_file", found="zip")
    return UnreadableError("not_a_workbook", found="zip")


def compound_stranger(content: bytes) -> UnreadableError:
    """What is said of a compound file that holds no workbook."""
    from desktop.returns.compound import holds  # noqa: PLC0415 - few are compound files

    if holds(content, "WordDocument"):
        return UnreadableError("word_file", found=".doc")
    if holds(content, "__properties_version1.0"):
        return UnreadableError("mail_file")
    return UnreadableError("not_a_workbook", found="OLE")
