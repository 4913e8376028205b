"""What a file really is, told by its content: its name may say anything."""

from __future__ import annotations

import csv
import struct
import zipfile
from codecs import BOM_UTF16_BE, BOM_UTF16_LE
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from itertools import islice
from typing import TYPE_CHECKING
from xml.parsers.expat import ExpatError

from desktop.returns.grid import Grid
from desktop.returns.locked import COMPOUND, unlocked
from desktop.returns.refusal import UnreadableError
from desktop.returns.telling import tells
from desktop.returns.xlsx_sheet import UnsafeXmlError

if TYPE_CHECKING:
    from desktop.returns.xlsx import XlsxWorkbook

MAX_FILE = 256 << 20
"""A return is some kilobytes; a file larger than this many bytes is not one."""

_ZIP = (b"PK\x03\x04", b"PK\x05\x06")
_RAW_BIFF = (b"\x09\x00", b"\x09\x02", b"\x09\x04", b"\x09\x08")
_ZIPPED, _IN_A_COMPOUND, _BARE, _OTHER = "zip", "compound", "bare", "other"
_HEAD = 4096
MAX_TEXT = 32 << 20
"""A return written as text is no longer than this many bytes."""
_DAMAGE = (
    ExpatError, ValueError, LookupError, ArithmeticError, NotImplementedError, EOFError,
    zipfile.BadZipFile, struct.error, csv.Error,
)  # fmt: skip
_Reader = Callable[[bytes], Iterator[Grid]]
"""What the libraries raise on bytes that no longer make sense."""


class Opened:
    """A workbook of any kind, open; `password` opens a locked one.

    Raises `UnreadableError` where it is none, or is locked and stays so.
    """

    def __init__(self, content: bytes, password: str = "") -> None:
        with _making_sense():
            self._content = unlocked(content, password)
            self._xlsx = _zipped(self._content) if _kind(self._content) == _ZIPPED else None

    def sheets(self, *, thorough: bool = True) -> Iterator[Grid]:
        """Give its sheets, one at a time.

        Unless `thorough`, sheets whose texts cannot announce a table of ours come `quiet` and
        empty. Raises `UnreadableError` as soon as a damaged part is met.
        """
        with _making_sense():
            if self._xlsx is not None:
                yield from self._xlsx.sheets(thorough=thorough)
            elif _kind(self._content) == _IN_A_COMPOUND:
                yield from _compound(self._content, thorough=thorough)
            elif _kind(self._content) == _OTHER:
                yield from _in_text(self._content)
            else:
                yield from _binary(self._content)

    def saved_at(self) -> str:
        """When it says it was last saved, in UTC ("2025-07-06T03:12:00Z").

        Empty where it does not say, or says it in a way that makes no sense: no figure depends
        on it.
        """
        with suppress(UnreadableError, UnsafeXmlError, *_DAMAGE):
            return self._xlsx.saved_at() if self._xlsx is not None else ""
        return ""

    def creator(self) -> str:
        """Who or what it says it was made by; empty where it does not say."""
        with suppress(UnreadableError, UnsafeXmlError, *_DAMAGE):
            return self._xlsx.creator() if self._xlsx is not None else ""
        return ""


def sheets(content: bytes, password: str = "", *, thorough: bool = True) -> Iterator[Grid]:
    """Open the sheets of a workbook of any kind, one at a time; see `Opened`."""
    yield from Opened(content, password).sheets(thorough=thorough)


@contextmanager
def _making_sense() -> Iterator[None]:
    try:
        yield
    except UnsafeXmlError as error:
        raise UnreadableError("unsafe_file") from error
    except _DAMAGE as error:
        raise UnreadableError("damaged", found=type(error).__name__) from error


def _kind(content: bytes) -> str:
    """Say how the content is packed; raises `UnreadableError` where it is no workbook."""
    if not content:
        raise UnreadableError("empty_file")
    if len(content) > MAX_FILE:
        raise UnreadableError("too_large")
    if content.startswith(_ZIP):
        return _ZIPPED
    if content.startswith(COMPOUND):
        return _IN_A_COMPOUND
    if content.startswith(_RAW_BIFF):
        return _BARE
    return _OTHER


def _zipped(content: bytes) -> XlsxWorkbook:
    from desktop.returns.xlsx import XlsxWorkbook  # noqa: PLC0415 - each reader only when needed

    book = XlsxWorkbook(content)
    names = {name.casefold() for name in book.parts}
    if any(name.endswith("workbook.bin") for name in names):
        raise UnreadableError("other_format", found=".xlsb")
    if "content.xml" in names:
        raise UnreadableError("other_format", found="OpenDocument")
    if not any(name.endswith("workbook.xml") for name in names):
        raise UnreadableError("not_a_workbook", found="zip")
    return book


def _compound(content: bytes, *, thorough: bool) -> Iterator[Grid]:
    from desktop.returns.compound import holds  # noqa: PLC0415 - few are compound files

    if not holds(content, "Workbook", "Book"):
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


def _in_text(content: bytes) -> Iterator[Grid]:
    """Read what portals name like a workbook and write as text, if it speaks of trade at all."""
    refusal, reader = _stranger(content)
    if reader is None or len(content) > MAX_TEXT:
        raise refusal
    grids = list(reader(content))
    texts = (value for grid in grids for _, _, value in grid.cells() if isinstance(value, str))
    if not any(map(tells, texts)):
        raise refusal
    yield from grids


def _stranger(content: bytes) -> tuple[UnreadableError, _Reader | None]:
    """What is said of a file that is no workbook, and what may read it all the same."""
    from desktop.returns.delimited import delimited_sheets  # noqa: PLC0415 - few are text
    from desktop.returns.xml_2003 import xml_2003_sheets  # noqa: PLC0415 - as above

    head = content[:_HEAD].lstrip(b"\xef\xbb\xbf \t\r\n").lower()
    if b"urn:schemas-microsoft-com:office:spreadsheet" in head and head.startswith(b"<?xml"):
        return UnreadableError("other_format", found="XML 2003"), xml_2003_sheets
    if head.startswith((b"<!doctype html", b"<html", b"<table", b"<head", b"<meta")):
        from desktop.returns.web_tables import web_sheets  # noqa: PLC0415 - as above

        return UnreadableError("web_page"), web_sheets
    if head.startswith(b"%pdf"):
        return UnreadableError("pdf_file"), None
    if b"\x00" not in head or content.startswith((BOM_UTF16_LE, BOM_UTF16_BE)):
        return UnreadableError("plain_text"), delimited_sheets
    return UnreadableError("not_a_workbook"), None
