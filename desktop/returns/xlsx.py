"""An .xlsx workbook: its parts found by their relationships, its sheets opened one at a time."""

from __future__ import annotations

import posixpath
from collections.abc import Iterator, Sequence
from datetime import UTC, datetime
from functools import cached_property, lru_cache

from desktop.returns.date_formats import count_from_1900
from desktop.returns.grid import Grid
from desktop.returns.telling import telling, tells
from desktop.returns.xlsx_quiet import is_quiet
from desktop.returns.xlsx_rows import scan_plain
from desktop.returns.xlsx_sheet import (
    StartHandler,
    attribute_pairs,
    feed,
    guarded_parser,
    scan,
    without_prefix,
)
from desktop.returns.xlsx_strings import shared_strings
from desktop.returns.xlsx_styles import Columns, read_styles
from desktop.returns.xml_texts import OtherFormError
from desktop.returns.zip_parts import MOST_AT_ONCE, ZipParts

_END_OF_TABS = b"</sheets>"
"""Names of areas follow, of which an old workbook has thousands."""


class XlsxWorkbook:
    """An open .xlsx or .xlsm workbook; raises `UnreadableError` where it is damaged or unsafe."""

    def __init__(self, content: bytes) -> None:
        self._zip = ZipParts(content)
        self.parts = self._zip.names
        self._names = {_tidy(name): name for name in self.parts}
        self._links_of: dict[str, dict[str, tuple[str, str]]] = {}
        self._since_1904 = False

    @cached_property
    def _main(self) -> str:
        return self._target("", "officeDocument") or "xl/workbook.xml"

    def sheets(self, *, thorough: bool = True) -> Iterator[Grid]:
        """Open the sheets in the order of their tabs; unless `thorough`, quiet ones stay shut."""
        links = self._links(self._main)
        for name, link, state in self._tabs():
            part = links.get(link, ("", ""))[1]
            if _tidy(part) in self._names and links[link][0] == "worksheet":
                hidden = state not in {"", "visible"}
                looked_at = None if thorough else self._looked_at(name, part)
                if looked_at is not None and is_quiet(looked_at, self._telling):
                    yield Grid(name, hidden, quiet=True)
                else:
                    yield self._sheet(name, part, looked_at, hidden=hidden)

    def worksheets(self) -> Iterator[tuple[str, str]]:
        """Name and part of each sheet of cells."""
        links = self._links(self._main)
        for name, link, _ in self._tabs():
            if links.get(link, ("", ""))[0] == "worksheet":
                yield name, links[link][1]

    def linked(self, part: str, kind: str) -> list[str]:
        """The parts of a kind that a part points to."""
        return [path for word, path in self._links(part).values() if word == kind]

    def chunks(self, part: str) -> Iterator[bytes]:
        """The bytes of a part, piece by piece; none where there is no such part."""
        return self._chunks(part)

    def saved_at(self) -> str:
        """When it was last saved, in UTC ("2025-07-06T03:12:00Z"); empty where it does not say.

        Raises `ValueError`, `OverflowError` or `expat.ExpatError` where that makes no sense.
        """
        said = _text_of("modified", self._chunks(self._target("", "core-properties"))).strip()
        if not said:
            return ""
        stamp = datetime.fromisoformat(said)
        known = stamp.astimezone(UTC) if stamp.tzinfo else stamp
        return f"{known.replace(tzinfo=None).isoformat(timespec='seconds')}Z"

    def creator(self) -> str:
        """Who or what made it; raises `expat.ExpatError` where its properties make no sense."""
        return _text_of("creator", self._chunks(self._target("", "core-properties"))).strip()

    def _sheet(self, name: str, part: str, content: bytes | None, *, hidden: bool) -> Grid:
        """Take a sheet apart; `content` is its XML where that was unpacked already."""
        formats, fonts = self._style_columns
        grid = Grid(name, hidden, formats=formats, fonts=fonts)
        try:
            scan_plain(self._chunks(part) if content is None else [content], grid, self._texts)
        except OtherFormError:
            grid = Grid(name, hidden, formats=formats, fonts=fonts)
            scan(self._chunks(part), grid, self._texts)
        if self._since_1904:
            count_from_1900(grid)
        return grid

    @cached_property
    def _style_columns(self) -> Columns:
        return read_styles(self._related("styles"))

    @cached_property
    def _texts(self) -> Sequence[str]:
        return shared_strings(self._related("sharedStrings"))

    @cached_property
    def _telling(self) -> Sequence[frozenset[bytes]]:
        return [frozenset(str(at).encode() for at in places) for places in telling(self._texts)]

    def _looked_at(self, name: str, part: str) -> bytes | None:
        """Give a sheet's XML to be looked at first; None where it is to be taken apart anyway."""
        if tells(name) or self._zip.size(self._names[_tidy(part)]) > MOST_AT_ONCE:
            return None
        return b"".join(self._chunks(part))

    def _tabs(self) -> list[tuple[str, str, str]]:
        tabs: list[tuple[str, str, str]] = []

        def start(tag: str, attributes: list[str]) -> None:
            if tag == "sheet":
                found = {k.rpartition(":")[2]: v for k, v in attribute_pairs(attributes).items()}
                tabs.append((found.get("name", ""), found.get("id", ""), found.get("state", "")))
            elif tag == "workbookPr":
                said = attribute_pairs(attributes).get("date1904", "")
                self._since_1904 = said in {"1", "true"}

        self._walk(self._main, start, until=_END_OF_TABS)
        return tabs

    def _links(self, part: str) -> dict[str, tuple[str, str]]:
        """Relationships of a part by id: the last word of the type, and the target's path."""
        if part in self._links_of:
            return self._links_of[part]
        folder, name = posixpath.split(part)
        links = self._links_of[part] = {}

        def start(tag: str, attributes: list[str]) -> None:
            found = attribute_pairs(attributes)
            if tag == "Relationship" and found.get("TargetMode") != "External":
                kind = found.get("Type", "").rpartition("/")[2]
                links[found.get("Id", "")] = (kind, _path(folder, found.get("Target", "")))

        self._walk(posixpath.join(folder, "_rels", f"{name}.rels"), start)
        return links

    def _target(self, part: str, kind: str) -> str:
        return next((path for word, path in self._links(part).values() if word == kind), "")

    def _related(self, kind: str) -> Iterator[bytes]:
        return self._chunks(self._target(self._main, kind))

    def _walk(self, part: str, start: StartHandler, *, until: bytes = b"") -> None:
        """Hand a part's tags to `start`; where it has the mark `until`, only those before it."""
        if _tidy(part) not in self._names:
            return
        parser = guarded_parser()
        without_prefix(parser, start)
        content = b"".join(self._chunks(part))
        before, mark, _ = content.partition(until) if until else (content, b"", b"")
        parser.Parse(before, not mark)

    def _chunks(self, part: str) -> Iterator[bytes]:
        name = self._names.get(_tidy(part))
        return iter(()) if name is None else self._zip.chunks(name)


@lru_cache(maxsize=1024)
def _path(folder: str, target: str) -> str:
    """Where a part lies that one in a folder points to; all workbooks have the same parts."""
    return posixpath.normpath(posixpath.join("/", folder, target)).lstrip("/")


@lru_cache(maxsize=1024)
def _tidy(path: str) -> str:
    return path.replace("\\", "/").lstrip("/").casefold()


def _text_of(wanted: str, chunks: Iterator[bytes]) -> str:
    """Give the text of the tags of a name, whatever prefix each of them has."""
    text: list[str] = []
    inside = False

    def start(tag: str, _: list[str]) -> None:
        nonlocal inside
        inside = tag.rpartition(":")[2] == wanted

    def end(_: str) -> None:
        nonlocal inside
        inside = False

    def characters(data: str) -> None:
        if inside:
            text.append(data)

    parser = guarded_parser()
    parser.EndElementHandler = end
    parser.CharacterDataHandler = characters
    parser.StartElementHandler = start
    feed(parser, chunks)
    return "".join(text)
