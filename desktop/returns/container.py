"""What a file really is, told by its content: its name may say anything."""

from __future__ import annotations

import struct
import zipfile
from collections.abc import Iterator
from contextlib import suppress
from io import BytesIO
from itertools import islice
from xml.parsers.expat import ExpatError

from desktop.returns.grid import Grid
from desktop.returns.locked import COMPOUND, unlocked
from desktop.returns.refusal import UnreadableError
from desktop.returns.xlsx_sheet import UnsafeXmlError

MAX_FILE = 256 << 20
"""A return is some kilobytes; a file larger than this many bytes is not one."""

_ZIP = (b"PK\x03\x04", b"PK\x05\x06")
_RAW_BIFF = (b"\x09\x00", b"\x09\x02", b"\x09\x04", b"\x09\x08")
_WORKBOOK_STREAMS = ("Workbook".encode("utf-16-le"), "Book".encode("utf-16-le"))
_HEAD = 4096
_DAMAGE = (
    ExpatError, ValueError, LookupError, ArithmeticError, NotImplementedError, EOFError,
    zipfile.BadZipFile, struct.error,
)  # fmt: skip
"""What the libraries raise on bytes that no longer make sense."""


def sheets(content: bytes, password: str = "", *, thorough: bool = True) -> Iterator[Grid]:
    """Open the sheets of a workbook of any kind, one at a time; `password` opens a locked one.

    Unless `thorough`, sheets whose texts cannot announce a table of ours come `quiet` and empty.
    Raises `UnreadableError` for anything else, or as soon as a damaged part is met.
    """
    try:
        yield from _opened(unlocked(content, password), thorough=thorough)
    except UnsafeXmlError as error:
        raise UnreadableError("unsafe_file") from error
    except _DAMAGE as error:
        raise UnreadableError("damaged", found=type(error).__name__) from error


def saved_at(content: bytes, password: str = "") -> str:
    """When a workbook says it was last saved, in UTC ("2025-07-06T03:12:00Z").

    Empty where it does not say, or says it in a way that makes no sense: no figure depends on it.
    """
    from desktop.returns.xlsx import XlsxWorkbook  # noqa: PLC0415 - as below

    with suppress(UnreadableError, UnsafeXmlError, *_DAMAGE):
        content = unlocked(content, password)
        return XlsxWorkbook(content).saved_at() if content.startswith(_ZIP) else ""
    return ""


def _opened(content: bytes, *, thorough: bool) -> Iterator[Grid]:
    if not content:
        raise UnreadableError("empty_file")
    if len(content) > MAX_FILE:
        raise UnreadableError("too_large")
    if content.startswith(_ZIP):
        return _zipped(content, thorough=thorough)
    if content.startswith(COMPOUND):
        return _compound(content, thorough=thorough)
    if content.startswith(_RAW_BIFF):
        return _binary(content)
    raise _stranger(content)


def _zipped(content: bytes, *, thorough: bool) -> Iterator[Grid]:
    with zipfile.ZipFile(BytesIO(content)) as parts:
        names = {name.casefold() for name in parts.namelist()}
    if any(name.endswith("workbook.bin") for name in names):
        raise UnreadableError("other_format", found=".xlsb")
    if "content.xml" in names:
        raise UnreadableError("other_format", found="OpenDocument")
    if not any(name.endswith("workbook.xml") for name in names):
        raise UnreadableError("not_a_workbook", found="zip")
    from desktop.returns.xlsx import XlsxWorkbook  # noqa: PLC0415 - each reader only when needed

    return XlsxWorkbook(content).sheets(thorough=thorough)


def _compound(content: bytes, *, thorough: bool) -> Iterator[Grid]:
    if not any(stream in content for stream in _WORKBOOK_STREAMS):
        raise UnreadableError("not_a_workbook", found="OLE")
    return _swiftly(content, thorough=thorough)


def _swiftly(content: bytes, *, thorough: bool) -> Iterator[Grid]:
    """Open an .xls as Excel writes it; from where it is written otherwise, with xlrd."""
    from desktop.returns.biff import BiffWorkbook  # noqa: PLC0415 - as above
    from desktop.returns.biff_strings import OtherBiffError  # noqa: PLC0415 - as above

    done = 0
    try:
        for grid in BiffWorkbook(content).sheets(thorough=thorough):
            yield grid
            done += 1
    except OtherBiffError:
        yield from islice(_binary(content), done, None)


def _binary(content: bytes) -> Iterator[Grid]:
    from desktop.returns.xls import XlsWorkbook  # noqa: PLC0415 - as above

    return XlsWorkbook(content).sheets()


def _stranger(content: bytes) -> UnreadableError:
    head = content[:_HEAD].lstrip(b"\xef\xbb\xbf \t\r\n").lower()
    if b"urn:schemas-microsoft-com:office:spreadsheet" in head:
        return UnreadableError("other_format", found="XML 2003")
    if head.startswith((b"<!doctype html", b"<html", b"<table", b"<head", b"<meta")):
        return UnreadableError("web_page")
    if head.startswith(b"%pdf"):
        return UnreadableError("not_a_workbook", found="PDF")
    if b"\x00" not in head:
        return UnreadableError("plain_text")
    return UnreadableError("not_a_workbook")
