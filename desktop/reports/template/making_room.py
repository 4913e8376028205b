"""Rows are put in for tables that need more than there are; everything that knows rows follows.

Formulas and names on every sheet, merged cells, formats and rules, links, print settings, filters,
comments, drawings, charts, Excel's own tables and pivots: what moves, moves as Excel moves it. What
cannot be moved safely is refused, before anything is written.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, NoReturn

from desktop.figures.finding import Finding, Refused, Severity
from desktop.reports.template import beside_cells, new_rows, shared_formulas
from desktop.reports.template.cell_names import LAST_ROW, area, cell_name
from desktop.reports.template.moved_formulas import Anchored, FixedError, Shifts, moved
from desktop.reports.template.package import Package, local
from desktop.reports.template.shifting import Shift

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

    from desktop.reports.template.package import Tab
    from desktop.reports.template.sheet_xml import SheetXml

_GROWING = frozenset({"conditionalFormatting", "dataValidation", "sqref"})
"""What is said of a table's only row is meant of all of its rows."""
_RULES = frozenset({"formula", "formula1", "formula2", "f"})
_FIXED = frozenset({"mergeCell", "selection", "pane"})
"""What does not grow with a table, though it ends with it."""
_PLACES = ("ref", "sqref", "activeCell", "topLeftCell")
_LINKS = ("location", "linkedCell", "listFillRange")


def make_room(
    package: Package, sheets: Mapping[str, SheetXml], shifts: Mapping[str, Shift]
) -> None:
    """Put in the rows that each sheet's shift says; raises `Refused` where something cannot move.

    `sheets` are told by their names, and are themselves changed.
    """
    known = {name.casefold(): shift for name, shift in shifts.items()}
    for tab in package.tabs:
        _Room(package, tab, sheets[tab.name], known).make()
    for tab in package.tabs:
        if shift := shifts.get(tab.name):
            beside_cells.follow(package, tab, shift, known)
    beside_cells.follow_everywhere(package, known)
    package.drop("calcChain")


class _Room:
    """One sheet of a workbook in which rows are put in, on this or on others."""

    def __init__(self, package: Package, tab: Tab, sheet: SheetXml, shifts: Shifts) -> None:
        self._package, self._tab, self._sheet, self._shifts = package, tab, sheet, shifts
        self._own = shifts.get(tab.name.casefold(), Shift())

    def make(self) -> None:
        """Let formulas follow, then put the rows in."""
        changed = bool(self._own) or any(self._sheet.shared_formulas())
        shared_formulas.unshare(self._sheet)
        for row, column in self._sheet.cells():
            changed |= self._cell(row, column)
        around = list(self._sheet.around())
        for element in around:  # rules are counted from where their areas still are
            changed |= self._said(element)
        for element in around if self._own else ():
            changed |= self._placed(element)
        if self._own:
            self._refuse_too_long()
            new_rows.put_in(self._sheet, self._own)
        if changed:
            self._package.touch(self._tab.part)

    def _cell(self, row: int, column: int) -> bool:
        """Let a cell's formula follow."""
        found = self._sheet.formula_element(row, column)
        if found is None:
            return False
        before = dict(found.attrib), found.text
        for name in ("ref", "r1", "r2"):
            if found.get(name):
                self._array(row, column, str(found.get(name)))
                found.set(name, self._own.references(str(found.get(name))))
        if found.text:
            try:
                found.text = moved(found.text, self._tab.name, self._shifts)
            except FixedError as error:
                self._refuse("template_fixed_formula", cell_name(row, column), error.found)
        return before != (dict(found.attrib), found.text)

    def _array(self, row: int, column: int, written: str) -> None:
        """Refuse a formula whose cells, filled together, would be torn apart."""
        filled = area(written)
        if filled and self._own.between(filled.top, filled.bottom):
            self._refuse("template_fixed_array", cell_name(row, column), written)

    def _said(self, element: Element) -> bool:
        """Let formulas around the cells follow: of formats, rules, sparklines, links, controls."""
        before = dict(element.attrib), element.text
        if local(element) in _RULES and element.text:
            element.text = self._rule(element, element.text)
        for link in _LINKS:
            if element.get(link):
                element.set(link, self._link(str(element.get(link))))
        return before != (dict(element.attrib), element.text)

    def _rule(self, element: Element, text: str) -> str:
        """Let the formula of a format or rule follow; it stands for every row of its areas."""
        told = _areas_of(element)
        areas = [found for one in told.split() if (found := area(one))]
        many = len(areas) > 1 or any(one.bottom > one.top for one in areas)
        first = min((one.top for one in areas), default=1)
        anchored = Anchored(first, self._own.row(first)) if many else None
        try:
            return moved(text, self._tab.name, self._shifts, anchored=anchored)
        except FixedError as error:
            self._refuse("template_fixed_format", told.split()[0] if told else "", error.found)

    def _link(self, text: str) -> str:
        try:
            return moved(text, self._tab.name, self._shifts)
        except FixedError:  # a link to nowhere stays one
            return text

    def _placed(self, element: Element) -> bool:
        """Let places follow: areas, chosen cells, page breaks, anchors of controls."""
        name, before = local(element), (dict(element.attrib), element.text)
        for place in _PLACES:
            if element.get(place):
                element.set(place, self._place(str(element.get(place)), name))
        if name == "sqref" and element.text:
            element.text = self._place(element.text, name)
        if name == "brk" and local(element.getparent()) == "rowBreaks":
            element.set("id", str(self._own.row(int(str(element.get("id"))) + 1) - 1))
        if beside_cells.is_anchor(element):
            beside_cells.move_anchor(element, self._own)
            return True
        return before != (dict(element.attrib), element.text)

    def _place(self, written: str, name: str) -> str:
        shift = Shift(self._own.gaps) if name in _FIXED else self._own
        return shift.references(written, single_grows=name in _GROWING)

    def _refuse_too_long(self) -> None:
        last = max((row for row, _ in self._sheet.cells()), default=1)
        if self._own.row(last) > LAST_ROW:
            self._refuse("template_too_long", "", str(LAST_ROW))

    def _refuse(self, code: str, cell: str, found: str) -> NoReturn:
        raise Refused(Finding(Severity.ERROR, code, self._tab.name, cell, found))


def _areas_of(element: Element) -> str:
    """Give the areas that a rule is told for."""
    for above in element.iterancestors():
        if above.get("sqref"):
            return str(above.get("sqref"))
        told = next((part.text for part in above if local(part) == "sqref" and part.text), "")
        if told:
            return told
    return ""
