"""What a workbook keeps beside its cells and yet knows rows: it follows where rows are put in.

Of one sheet: drawings, comments, Excel's own tables, pivots. Of the workbook: names, charts, the
sources of pivots, controls.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from desktop.figures.finding import Finding, Refused, Severity
from desktop.reports.template.cell_names import area
from desktop.reports.template.moved_formulas import FixedError, Shifts, moved
from desktop.reports.template.package import Package, local
from desktop.reports.template.shifting import Shift

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

    from desktop.reports.template.package import Tab

_ANCHORS = frozenset({"twoCellAnchor", "oneCellAnchor", "anchor"})
_VALUES = frozenset({"val", "cat", "xVal", "yVal", "bubbleSize"})
"""What holds a chart's figures and categories: a table's only row stands for the whole table."""
_CACHES = frozenset({"numCache", "strCache", "multiLvlStrCache"})
_CONTROLLED = ("fmlaLink", "fmlaRange", "fmlaTxbx")
_NOTE_ANCHOR = re.compile(rb"(<x:Anchor>)([^<]*)(</x:Anchor>)")
_NOTE_ROW = re.compile(rb"(<x:Row>)\s*(\d+)\s*(</x:Row>)")
_TOP, _BOTTOM, _NUMBERS = 2, 6, 8
"""A note's anchor has eight numbers; two of them are rows, from 0."""


def follow(package: Package, tab: Tab, shift: Shift, shifts: Shifts) -> None:
    """Let follow what belongs to a sheet whose rows move; raises `Refused` for a pivot's cells."""
    for kind, part in package.relations_of(tab.part).values():
        if kind.endswith("/drawing"):
            for anchor in package.tree(part).iter():
                if is_anchor(anchor):
                    move_anchor(anchor, shift)
            package.touch(part)
        elif kind.endswith(("/comments", "/threadedComment")):
            _places(package, part, ("ref",), Shift(shift.gaps))
        elif kind.endswith("/table"):
            _table(package, part, tab, shift, shifts)
        elif kind.endswith("/pivotTable"):
            _pivot(package, part, tab, shift)
        elif kind.endswith("/vmlDrawing"):
            package.replace(part, _notes(package.read(part), shift))


def follow_everywhere(package: Package, shifts: Shifts) -> None:
    """Let follow what belongs to no one sheet."""
    for element in package.tree(package.main).iter():
        if local(element) == "definedName" and element.text:
            _follow(element, shifts, str(element.get("name")))
    package.touch(package.main)
    for part in package.names():
        if "/charts/chart" in part and part.endswith(".xml"):
            _chart(package, part, shifts)
        elif "/pivotCache/pivotCacheDefinition" in part and part.endswith(".xml"):
            _pivot_source(package, part, shifts)
        elif "/ctrlProps/" in part and part.endswith(".xml"):
            _control(package, part, shifts)


def is_anchor(element: Element) -> bool:
    """Say whether an element holds something between rows."""
    return local(element) in _ANCHORS and any(local(part) == "from" for part in element)


def move_anchor(anchor: Element, shift: Shift) -> None:
    """Move what is anchored; it grows where rows are put in behind it, unless it keeps its size."""
    first, last = (_anchor_row(anchor, end) for end in ("from", "to"))
    if first is None:
        return
    old = int(first.text or 0)
    by = shift.row(old + 1) - 1 - old
    first.text = str(old + by)
    if last is not None:
        end = int(last.text or 0)
        keeps_size = anchor.get("editAs") in {"oneCell", "absolute"} or local(anchor) == "anchor"
        last.text = str(end + by if keeps_size else shift.row(end + 1) - 1)


def _anchor_row(anchor: Element, end: str) -> Element | None:
    holder = next((part for part in anchor if local(part) == end), None)
    return None if holder is None else next((p for p in holder if local(p) == "row"), None)


def _places(package: Package, part: str, names: tuple[str, ...], shift: Shift) -> None:
    for element in package.tree(part).iter():
        for name in names:
            if element.get(name):
                element.set(name, shift.references(str(element.get(name))))
    package.touch(part)


def _table(package: Package, part: str, tab: Tab, shift: Shift, shifts: Shifts) -> None:
    """Move a table of Excel's own; it grows where rows are put in within it or at its end."""
    _places(package, part, ("ref",), shift)
    for element in package.tree(part).iter():
        if local(element) in {"calculatedColumnFormula", "totalsRowFormula"} and element.text:
            try:
                element.text = moved(element.text, tab.name, shifts)
            except FixedError as error:
                raise Refused(
                    Finding(Severity.ERROR, "template_fixed_formula", tab.name, "", error.found)
                ) from error


def _pivot(package: Package, part: str, tab: Tab, shift: Shift) -> None:
    """Move a pivot that lies beneath; one that rows would tear apart stays, and is refused."""
    for element in package.tree(part).iter():
        if local(element) == "location":
            cells = str(element.get("ref"))
            where = area(cells)
            if where and shift.between(where.top, where.bottom):
                raise Refused(Finding(Severity.ERROR, "template_fixed_pivot", tab.name, cells))
    _places(package, part, ("ref",), Shift(shift.gaps))


def _pivot_source(package: Package, part: str, shifts: Shifts) -> None:
    for element in package.tree(part).iter():
        shift = shifts.get(str(element.get("sheet")).casefold())
        if local(element) == "worksheetSource" and shift and element.get("ref"):
            element.set("ref", shift.references(str(element.get("ref"))))
            package.touch(part)


def _chart(package: Package, part: str, shifts: Shifts) -> None:
    """Let a chart's series follow; what it keeps of their cells is dropped, and is read anew."""
    for element in list(package.tree(part).iter()):
        if local(element) != "f" or not element.text:
            continue
        holder = element.getparent()
        grows = any(local(above) in _VALUES for above in element.iterancestors())
        if _follow(element, shifts, part.rpartition("/")[2], single_grows=grows):
            for cache in [p for p in holder if local(p) in _CACHES] if holder is not None else ():
                cache.getparent().remove(cache)
            package.touch(part)


def _control(package: Package, part: str, shifts: Shifts) -> None:
    for element in package.tree(part).iter():
        for name in _CONTROLLED:
            if element.get(name):
                try:
                    element.set(name, moved(str(element.get(name)), "", shifts))
                except FixedError:  # a control that is linked to nothing stays so
                    continue
                package.touch(part)


def _follow(element: Element, shifts: Shifts, place: str, *, single_grows: bool = False) -> bool:
    """Let a formula that names its sheets follow; say whether it did anything."""
    before = element.text or ""
    try:
        element.text = moved(before, "", shifts, single_grows=single_grows)
    except FixedError as error:
        finding = Finding(Severity.ERROR, "template_fixed_formula", place, "", error.found)
        raise Refused(finding) from error
    return bool(element.text != before)


def _notes(content: bytes, shift: Shift) -> bytes:
    """Move the boxes that comments are shown in: each with its cell, in its own size."""

    def anchor(found: re.Match[bytes]) -> bytes:
        numbers = found[2].split(b",")
        if len(numbers) != _NUMBERS or not all(n.strip().isdigit() for n in numbers):
            return found[0]
        top = int(numbers[_TOP])
        by = shift.row(top + 1) - 1 - top
        for place in (_TOP, _BOTTOM):
            numbers[place] = b" %d" % (int(numbers[place]) + by)
        return found[1] + b",".join(numbers) + found[3]

    moved_rows = _NOTE_ROW.sub(
        lambda found: b"%s%d%s" % (found[1], shift.row(int(found[2]) + 1) - 1, found[3]), content
    )
    return _NOTE_ANCHOR.sub(anchor, moved_rows)
