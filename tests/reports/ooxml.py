"""A structural check of workbooks by the rules of ECMA-376: what Excel would ask to repair.

No schema is at hand offline, so this is no validation against one. Checked are: types of all parts,
relations and their ids, the order of a sheet's and a workbook's elements, rows and cells in order
and named rightly, indices of texts and formats, formulas with values, merged areas that overlap,
sheets' and defined names, drawings with ids and descriptions of their own.
"""

from __future__ import annotations

import io
import posixpath
import re
import zipfile
from collections import Counter

from lxml import etree
from openpyxl.utils import get_column_letter, range_boundaries

SHEET_ORDER = (
    "sheetPr", "dimension", "sheetViews", "sheetFormatPr", "cols", "sheetData", "sheetCalcPr",
    "sheetProtection", "protectedRanges", "scenarios", "autoFilter", "sortState",
    "dataConsolidate", "customSheetViews", "mergeCells", "phoneticPr", "conditionalFormatting",
    "dataValidations", "hyperlinks", "printOptions", "pageMargins", "pageSetup", "headerFooter",
    "rowBreaks", "colBreaks", "customProperties", "cellWatches", "ignoredErrors", "smartTags",
    "drawing", "legacyDrawing", "legacyDrawingHF", "picture", "oleObjects", "controls",
    "webPublishItems", "tableParts", "extLst",
)  # fmt: skip
"""ECMA-376 part 1, 18.3.1.99."""
BOOK_ORDER = (
    "fileVersion", "fileSharing", "workbookPr", "workbookProtection", "bookViews", "sheets",
    "functionGroups", "externalReferences", "definedNames", "calcPr", "oleSize",
    "customWorkbookViews", "pivotCaches", "extLst",
)  # fmt: skip
"""ECMA-376 part 1, 18.2.27."""
_RELATION = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"


def faults(content):
    """Give what is wrong with a workbook, in words; nothing for a sound one."""
    return list(_Book(content).faults())


def local(element):
    return etree.QName(element).localname


class _Book:
    def __init__(self, content):
        with zipfile.ZipFile(io.BytesIO(content)) as package:
            self.names = package.namelist()
            self.parts = {name: package.read(name) for name in self.names}
        self.trees = {n: etree.fromstring(b) for n, b in self.parts.items()
                      if n.endswith((".xml", ".rels", ".vml"))}  # fmt: skip

    def faults(self):
        yield from (f"{n} stands twice" for n, count in Counter(self.names).items() if count > 1)
        yield from self._types()
        yield from self._relations()
        yield from self._book()
        for name, root in self.trees.items():
            if name.startswith("xl/worksheets/sheet"):
                yield from self._sheet(name, root)
            if name.startswith("xl/drawings/drawing"):
                yield from self._drawing(name, root)

    def _types(self):
        root = self.trees["[Content_Types].xml"]
        known = {e.get("PartName").lstrip("/") for e in root if local(e) == "Override"}
        endings = {e.get("Extension") for e in root if local(e) == "Default"}
        yield from (f"type of {n}, which is not there" for n in known - set(self.names))
        for name in self.names:
            if name not in known and name.rpartition(".")[2] not in endings:
                yield f"{name} has no type"

    def _targets(self, part):
        folder, name = posixpath.split(part)
        rels = posixpath.join(folder, "_rels", f"{name}.rels")
        return rels, folder, self.trees.get(rels, ())

    def _relations(self):
        for part in ("", *self.names):
            rels, folder, entries = self._targets(part) if part else (
                "_rels/.rels", "", self.trees["_rels/.rels"])  # fmt: skip
            ids = [e.get("Id") for e in entries]
            if len(ids) != len(set(ids)):
                yield f"{rels}: an id stands twice"
            for entry in entries:
                target = entry.get("Target")
                place = posixpath.normpath(posixpath.join(folder, target)).lstrip("/")
                place = target.lstrip("/") if target.startswith("/") else place
                if entry.get("TargetMode") != "External" and place not in self.names:
                    yield f"{rels}: {target} is not there"
            used = {v for e in self.trees[part].iter() if isinstance(e.tag, str)
                    for k, v in e.attrib.items() if k.startswith(_RELATION)} if (
                        part in self.trees) else set()  # fmt: skip
            yield from (f"{part}: relation {u} is not there" for u in used - set(ids))

    def _book(self):
        root = self.trees["xl/workbook.xml"]
        yield from _disorder("xl/workbook.xml", root, BOOK_ORDER)
        sheets = [e for e in root.iter() if local(e) == "sheet"]
        names = [s.get("name") for s in sheets]
        if len({n.casefold() for n in names}) != len(names):
            yield "two sheets of one name"
        yield from (f"sheet name {n!r}" for n in names
                    if not 0 < len(n) <= 31 or re.search(r"[\[\]:*?/\\]", n))  # fmt: skip
        ids = [s.get("sheetId") for s in sheets]
        if len(ids) != len(set(ids)):
            yield "two sheets of one id"
        for name in (e for e in root.iter() if local(e) == "definedName"):
            for quoted, bare in re.findall(r"'((?:[^']|'')+)'!|([A-Za-z_]\w*)!", name.text):
                if (quoted.replace("''", "'") or bare) not in names:
                    yield f"{name.get('name')} refers to no sheet: {name.text}"

    def _sheet(self, name, root):
        yield from _disorder(name, root, SHEET_ORDER)
        styles = self.trees["xl/styles.xml"]
        formats = _counted(styles, "cellXfs")
        texts = len(self.trees.get("xl/sharedStrings.xml", ()))
        (data,) = [e for e in root if local(e) == "sheetData"]
        rows = [int(row.get("r")) for row in data]
        if rows != sorted(set(rows)):
            yield f"{name}: rows out of order"
        for row in data:
            yield from _row(name, row, formats, texts)
        yield from _overlaps(name, root)
        for rule in (e for e in root.iter() if isinstance(e.tag, str) and e.get("dxfId")):
            if int(rule.get("dxfId")) >= _counted(styles, "dxfs"):
                yield f"{name}: a condition with no such format"

    def _drawing(self, name, root):
        shown = [e for e in root.iter() if local(e) == "cNvPr"]
        ids = [e.get("id") for e in shown]
        if len(ids) != len(set(ids)):
            yield f"{name}: an id stands twice"
        yield from (f"{name}: {e.get('name')} has no description" for e in shown
                    if not e.get("descr"))  # fmt: skip


def _row(name, row, formats, texts):
    columns = []
    for cell in row:
        letters, number = re.fullmatch(r"([A-Z]+)(\d+)", cell.get("r")).groups()
        columns.append((len(letters), letters))
        if number != row.get("r"):
            yield f"{name}: {cell.get('r')} in row {row.get('r')}"
        if int(cell.get("s", 0)) >= formats:
            yield f"{name}!{cell.get('r')}: no such format"
        value = [e.text for e in cell if local(e) == "v"]
        if cell.get("t") == "s" and int(value[0]) >= texts:
            yield f"{name}!{cell.get('r')}: no such text"
        if any(local(e) == "f" for e in cell) and not value:
            yield f"{name}!{cell.get('r')}: a formula without its value"
    if columns != sorted(set(columns)):
        yield f"{name}: cells of row {row.get('r')} out of order"


def _counted(styles, name):
    return next((len(e) for e in styles if local(e) == name), 0)


def _disorder(name, root, order):
    places = [order.index(local(e)) if local(e) in order else -1 for e in root]
    if -1 in places:
        yield f"{name}: an element that has no place"
    if places != sorted(places):
        yield f"{name}: elements out of order"


def _overlaps(name, root):
    taken = {}
    for merged in (e.get("ref") for e in root.iter() if local(e) == "mergeCell"):
        left, top, right, bottom = range_boundaries(merged)
        for row in range(top, bottom + 1):
            for column in range(left, right + 1):
                if other := taken.get((row, column)):
                    yield f"{name}: {merged} and {other} share {get_column_letter(column)}{row}"
                taken[row, column] = merged
