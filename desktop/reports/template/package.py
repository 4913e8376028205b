"""A workbook as a package of parts: what is not changed goes on byte for byte.

A library that loads a workbook and saves it again loses what it has no model for: charts, images,
shapes, sparklines, macros. Here the parts that are filled are changed in their XML, and every
other part is handed on untouched.
"""

from __future__ import annotations

import io
import posixpath
import zipfile
from dataclasses import dataclass
from itertools import count
from typing import TYPE_CHECKING, NoReturn

from lxml import etree

from desktop.figures.finding import Finding, Refused, Severity

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

COMPOUND = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
"""How a compound file begins: an old .xls, or a workbook that is locked with a password."""
LARGEST = 512 * 1024 * 1024
"""Bytes that a template's parts may have together, unpacked: beyond that it is none."""
_LOCKED = "EncryptedPackage".encode("utf-16-le")
_TYPES = "[Content_Types].xml"
_ROOT_RELATIONS = "_rels/.rels"
_MAIN = {
    "sheet": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml",
    "template": "application/vnd.openxmlformats-officedocument.spreadsheetml.template.main+xml",
    "macros": "application/vnd.ms-excel.sheet.macroEnabled.main+xml",
    "macro_template": "application/vnd.ms-excel.template.macroEnabled.main+xml",
}
_AS_WORKBOOK = {"template": "sheet", "macro_template": "macros"}


def local(element: Element) -> str:
    """Give an element's name without its namespace: books of the strict form have another."""
    return etree.QName(element).localname if isinstance(element.tag, str) else ""


@dataclass(frozen=True, slots=True)
class Tab:
    """A sheet of the workbook: its name, and the part that it lies in."""

    name: str
    part: str


class Package:
    """The parts of one workbook."""

    def __init__(self, content: bytes, about: str) -> None:
        """Open a package; raises `Refused` where it is locked, old, damaged, or no workbook."""
        self._about = about
        self._changed: dict[str, bytes] = {}
        self._trees: dict[str, Element] = {}
        self._added: list[str] = []
        self._replaced: dict[str, bytes] = {}
        self._dropped: set[str] = set()
        self._zip = self._opened(content)
        self.kind = self._kind()
        self.main = self._main()
        self._targets = self._relations(self.main)
        self.tabs = tuple(self._tabs())

    @property
    def has_macros(self) -> bool:
        """True where the workbook may hold macros, which nobody runs here."""
        return self.kind in {"macros", "macro_template"}

    def names(self) -> list[str]:
        """Give the names of all parts."""
        return self._zip.namelist()

    def read(self, part: str) -> bytes:
        """Give a part as it was."""
        try:
            return self._zip.read(part)
        except (zipfile.BadZipFile, KeyError, OSError, EOFError, NotImplementedError) as error:
            self._refuse("template_damaged", error)

    def tree(self, part: str) -> Element:
        """Give a part's XML, which may be changed; `touch` says that it was."""
        if part not in self._trees:
            parser = etree.XMLParser(resolve_entities=False, no_network=True, huge_tree=True)
            try:
                self._trees[part] = etree.fromstring(self.read(part), parser)
            except etree.XMLSyntaxError as error:
                self._refuse("template_damaged", error)
        return self._trees[part]

    def touch(self, part: str) -> None:
        """Let a part be written as its tree now is."""
        self._changed[part] = b""

    def add(self, part: str, root: Element, content_type: str) -> None:
        """Add a part of XML, and what it is."""
        self._trees[part] = root
        self._added.append(part)
        types = self.tree(_TYPES)
        entry = etree.SubElement(types, f"{{{etree.QName(types).namespace}}}Override")
        entry.set("PartName", f"/{part}")
        entry.set("ContentType", content_type)
        self.touch(_TYPES)

    def relate(self, kind: str, part: str) -> None:
        """Relate the whole package to a part."""
        relations = self.tree(_ROOT_RELATIONS)
        taken = {entry.get("Id") for entry in relations}
        entry = etree.SubElement(relations, f"{{{etree.QName(relations).namespace}}}Relationship")
        entry.set("Id", next(f"rId{n}" for n in count(1) if f"rId{n}" not in taken))
        entry.set("Type", kind)
        entry.set("Target", part)
        self.touch(_ROOT_RELATIONS)

    def replace(self, part: str, content: bytes) -> None:
        """Let a part that is no XML be written so."""
        self._replaced[part] = content

    def drop(self, name: str) -> None:
        """Leave the workbook's part of a kind out, with all that tells of it."""
        part = self.related(name)
        if part is None:
            return
        self._dropped.add(part)
        folder, own = posixpath.split(self.main)
        for told, key in ((_TYPES, "PartName"), (f"{folder}/_rels/{own}.rels", "Target")):
            for entry in list(self.tree(told)):
                place = posixpath.join(f"/{folder}", str(entry.get(key)))
                if place == f"/{part}":
                    self.tree(told).remove(entry)
            self.touch(told)

    def related(self, name: str) -> str | None:
        """Give the workbook's part of a kind ("sharedStrings", "calcChain"); None without one."""
        return next(
            (part for kind, part in self._targets.values() if kind.endswith(f"/{name}")), None
        )

    def relations_of(self, part: str) -> dict[str, tuple[str, str]]:
        """Give the kind and the part of each relation that a part has, by its id."""
        return self._relations(part)

    def written(self, *, as_workbook: bool) -> bytes:
        """Give the package as it now is; a template's, where asked, as that of a workbook."""
        if as_workbook and self.kind in _AS_WORKBOOK:
            self._retype()
        out = io.BytesIO()
        with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as new:
            for info in self._zip.infolist():
                if info.filename in self._dropped:
                    continue
                content = self._replaced.get(info.filename) or self.read(info.filename)
                if info.filename in self._changed:
                    content = self._in_xml(info.filename)
                told = zipfile.ZipInfo(info.filename, info.date_time)
                told.compress_type, told.external_attr = zipfile.ZIP_DEFLATED, info.external_attr
                new.writestr(told, content)
            for part in self._added:
                new.writestr(zipfile.ZipInfo(part), self._in_xml(part), zipfile.ZIP_DEFLATED)
        return out.getvalue()

    def _in_xml(self, part: str) -> bytes:
        tree = self._trees[part]
        return bytes(etree.tostring(tree, xml_declaration=True, encoding="UTF-8", standalone=True))

    def _opened(self, content: bytes) -> zipfile.ZipFile:
        if content.startswith(COMPOUND):
            self._refuse("template_locked" if _LOCKED in content else "template_old")
        try:
            opened = zipfile.ZipFile(io.BytesIO(content))
        except (zipfile.BadZipFile, OSError, ValueError) as error:
            self._refuse("template_no_workbook", error)
        if sum(info.file_size for info in opened.infolist()) > LARGEST:
            self._refuse("template_too_large")
        return opened

    def _kind(self) -> str:
        if _TYPES not in self.names():
            self._refuse("template_no_workbook")
        found = {str(e.get("ContentType")) for e in self.tree(_TYPES)}
        kind = next((kind for kind, named in _MAIN.items() if named in found), None)
        return kind or self._refuse("template_no_workbook")

    def _main(self) -> str:
        for kind, part in self._relations("").values():
            if kind.endswith("/officeDocument"):
                return part
        return self._refuse("template_no_workbook")

    def _relations(self, part: str) -> dict[str, tuple[str, str]]:
        folder, name = posixpath.split(part)
        rels = posixpath.join(folder, "_rels", f"{name}.rels") if part else _ROOT_RELATIONS
        if rels not in self.names():
            return {}
        found = {}
        for entry in self.tree(rels):
            if entry.get("TargetMode") != "External":
                target = str(entry.get("Target"))
                place = target[1:] if target.startswith("/") else posixpath.join(folder, target)
                kind, place = str(entry.get("Type")), posixpath.normpath(place)
                found[str(entry.get("Id"))] = (kind, place)
        return found

    def _tabs(self) -> list[Tab]:
        found = []
        for sheet in self.tree(self.main).iter():
            if local(sheet) == "sheet":
                ids = [v for k, v in sheet.attrib.items() if etree.QName(k).localname == "id"]
                kind, part = self._targets.get(str(ids[0] if ids else ""), ("", ""))
                if kind.endswith("/worksheet") and part in self.names():
                    found.append(Tab(str(sheet.get("name")), part))
        return found or self._refuse("template_no_workbook")

    def _retype(self) -> None:
        wanted = _MAIN[_AS_WORKBOOK[self.kind]]
        for entry in self.tree(_TYPES):
            if entry.get("ContentType") == _MAIN[self.kind]:
                entry.set("ContentType", wanted)
        self.touch(_TYPES)

    def _refuse(self, code: str, error: Exception | None = None) -> NoReturn:
        raise Refused(Finding(Severity.ERROR, code, about=self._about)) from error
