"""What a file really is, told by its content: its name may say anything."""

from __future__ import annotations

import csv
import struct
import zipfile
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from itertools import islice
from typing import TYPE_CHECKING
from xml.parsers.expat import ExpatError

from desktop.returns.grid import Grid
from desktop.returns.locked import COMPOUND, unlocked
from desktop.returns.refusal import UnreadableError
from desktop.returns.strangers import compound_stranger, stranger, zipped_stranger
from desktop.returns.telling import tells
from desktop.returns.xlsx_sheet import UnsafeXmlError

if TYPE_CHECKING:
    from desktop.returns.aside import Aside
    from desktop.returns.open_document import OpenDocument
    from desktop.returns.xlsx import XlsxWorkbook

MAX_FILE = 256 << 20
"""A return is some kilobytes; a file larger than this many bytes is not one."""

_ZIP = (b"PK\x03\x04", b"PK\x05\x06")
_RAW_BIFF = (b"\x09\x00", b"\x09\x02", b"\x09\x04", b"\x09\x08")
_ZIPPED, _IN_A_COMPOUND, _BARE, _OTHER = "zip", "compound", "bare", "other"
_MOST_ASIDES = 5_000
"""So many lines stand in headers, boxes and notes of a return at most."""
MAX_TEXT = 32 << 20
"""A return written as text is no longer than this many bytes."""
_VBA, _VBA_OF_OLD, _BASIC = "vbaProject", "_VBA_PROJECT_CUR", "Basic/"
"""Where workbooks keep their macros: those of Excel, and of LibreOffice."""
_DAMAGE = (
    ExpatError, ValueError, LookupError, ArithmeticError, NotImplementedError, EOFError,
    zipfile.BadZipFile, struct.error, csv.Error, RecursionError,
)  # fmt: skip
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

    def asides(self) -> list[Aside]:
        """What it says in no cell, as far as that can be read; no figure depends on it."""
        from desktop.returns.aside import header_lines  # noqa: PLC0415 - few are asked
        from desktop.returns.biff import BiffWorkbook  # noqa: PLC0415 - as above
        from desktop.returns.biff_strings import OtherBiffError  # noqa: PLC0415 - as above
        from desktop.returns.xlsx import XlsxWorkbook  # noqa: PLC0415 - as above
        from desktop.returns.xlsx_aside import asides  # noqa: PLC0415 - as above

        found: list[Aside] = []
        with suppress(UnreadableError, UnsafeXmlError, OtherBiffError, *_DAMAGE):
            if isinstance(self._xlsx, XlsxWorkbook):
                found.extend(islice(asides(self._xlsx), _MOST_ASIDES))
            elif self._xlsx is None and _kind(self._content) == _IN_A_COMPOUND:
                for sheet, text in BiffWorkbook(self._content).headers():
                    found.extend(header_lines(sheet, text))
        return found

    def creator(self) -> str:
        """Who or what it says it was made by; empty where it does not say."""
        with suppress(UnreadableError, UnsafeXmlError, *_DAMAGE):
            return self._xlsx.creator() if self._xlsx is not None else ""
        return ""

    def holds_macros(self) -> bool:
        """Say whether programs lie in it, beside its cells; nothing here runs or reads them."""
        if self._xlsx is not None:
            return any(name.startswith(_BASIC) or _VBA in name for name in self._xlsx.parts)
        if _kind(self._content) != _IN_A_COMPOUND:
            return False
        from desktop.returns.compound import holds  # noqa: PLC0415 - few are compound files

        return holds(self._content, _VBA_OF_OLD)


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


def _zipped(content: bytes) -> XlsxWorkbook | OpenDocument:
    from desktop.returns.xlsx import XlsxWorkbook  # noqa: PLC0415 - each reader only when needed

    book = XlsxWorkbook(content)
    if "content.xml" in book.parts:
        from desktop.returns.open_document import OpenDocument  # noqa: PLC0415 - as above

        return OpenDocument(content)
    if not any(name.casefold().endswith("workbook.xml") for name in book.parts):
        raise zipped_stranger(book.parts)
    return book


def _compound(content: bytes, *, thorough: bool) -> Iterator[Grid]:
    from desktop.returns.compound import holds  # noqa: PLC0415 - few are compound files

    if not holds(content, "Workbook", "Book"):
        raise compound_stranger(content)
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
    refusal, reader = stranger(content)
    if reader is None or len(content) > MAX_TEXT:
        raise refusal
    from desktop.returns.long_list import counts_dollars  # noqa: PLC0415 - few are text

    grids = list(reader(content))
    texts = (value for grid in grids for _, _, value in grid.cells() if isinstance(value, str))
    if not (any(map(tells, texts)) or any(map(counts_dollars, grids))):
        raise refusal
    yield from grids
