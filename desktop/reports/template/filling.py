"""A template filled: its placeholders answered, everything else as it was."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from desktop.figures.finding import Finding, Refused, Severity
from desktop.figures.wording import N_
from desktop.reports.template import named_cells, own_properties, stale
from desktop.reports.template.making_room import make_room
from desktop.reports.template.package import Package, local
from desktop.reports.template.placeholders import COLUMNS, TOP, Placeholder
from desktop.reports.template.planned import SheetPlan
from desktop.reports.template.sheet_xml import SheetXml
from desktop.reports.template.words_elsewhere import Elsewhere

if TYPE_CHECKING:
    from collections.abc import Mapping

    from lxml.etree import _Element as Element

    from desktop.reports.template.cell_names import Area
    from desktop.reports.template.knowing import Knowing

KEPT = {
    N_("charts"): re.compile(r".*/charts/chart\d+\.xml"),
    N_("images"): re.compile(r".*/media/.+"),
    N_("drawings"): re.compile(r".*/drawings/drawing\d+\.xml"),
    N_("pivot tables"): re.compile(r".*/pivotTables/.+\.xml"),
    N_("macros"): re.compile(r".*/vbaProject\.bin"),
}
"""What a library that loads and saves a workbook would lose, by the parts that it lies in."""


@dataclass(frozen=True, slots=True)
class Filled:
    """A filled template: its bytes, how many placeholders were answered, what there is to say.

    `kept` counts what was handed on untouched, by its kind (a text of `KEPT`); `macros` says that
    the workbook is of the form that may hold some, and must be named so.
    """

    content: bytes
    answered: int
    findings: tuple[Finding, ...]
    kept: Mapping[str, int]
    macros: bool


def fill(
    content: bytes,
    about: str,
    knowing: Knowing,
    *,
    as_workbook: bool,
    properties: Mapping[str, str] | None = None,
) -> Filled:
    """Fill a template.

    `about` is its name; `as_workbook` makes a workbook of what was saved as a template (.xltx);
    `properties` are written into the workbook's own, so that it can be made again.

    Raises:
        Refused: it is no workbook, has no placeholder, or one that cannot be answered: every one
            of them is told, with its cell and near names. Nothing is filled in part.
    """
    package = Package(content, about)
    filling = _Filling(package, knowing)
    findings = filling.planned()
    if not filling.answered and not findings:
        findings = [Finding(Severity.ERROR, "template_empty", about=about)]
    if any(f.severity is Severity.ERROR for f in findings):
        raise Refused(*findings)
    filling.fill()
    if properties:
        own_properties.write(package, properties)
    content = package.written(as_workbook=as_workbook)
    return Filled(content, filling.answered, tuple(findings), _kept(package), package.has_macros)


class _Filling:
    """The plans of one workbook's sheets, and of what it says outside them."""

    def __init__(self, package: Package, knowing: Knowing) -> None:
        self._package, self._knowing = package, knowing
        shared = self._shared()
        self._sheets = {tab.name: SheetXml(package.tree(tab.part), shared) for tab in package.tabs}
        self._plans = {name: SheetPlan(name, s, knowing) for name, s in self._sheets.items()}
        self._elsewhere = Elsewhere(package, knowing)

    @property
    def answered(self) -> int:
        """How many placeholders have an answer."""
        return sum(plan.answered for plan in self._plans.values()) + self._elsewhere.answered

    def planned(self) -> list[Finding]:
        """Plan everything; nothing is changed. Give what stands against it, and the gaps."""
        for plan in self._plans.values():
            plan.look()
        self._look_at_names()
        self._elsewhere.look(self._package.tabs)
        told = [finding for plan in self._plans.values() for finding in plan.findings]
        return told + self._elsewhere.findings

    def fill(self) -> None:
        """Do what was planned."""
        parts = {tab.name: tab.part for tab in self._package.tabs}
        shifts = {name: plan.shift for name, plan in self._plans.items() if plan.shift}
        if shifts:
            make_room(self._package, self._sheets, shifts)
        done = {name: set(plan.done()) for name, plan in self._plans.items()}
        changed = {name for name, cells in done.items() if cells}
        changed |= stale.forget_values(self._package, self._sheets, done)
        for name in changed:
            self._package.touch(parts[name])
        if changed:
            stale.compute_when_opened(self._package)
        self._elsewhere.do()

    def _look_at_names(self) -> None:
        """Plan the cells that are named as a placeholder, unless they say one or compute."""
        for found in named_cells.named_areas(self._package, self._knowing.names()):
            plan, place = self._plans.get(found.sheet), found.area[:2]
            if plan is None or plan.sheet.has_formula(*place) or plan.is_planned(place):
                continue
            asked = Placeholder(0, 0, found.written, found.name.casefold(), {})
            if asked.is_table:
                plan.answer(place, self._within(asked, found.area), found.area)
            elif found.area.is_cell or plan.sheet.covering(*place) == found.area:
                plan.answer(place, asked)

    def _within(self, asked: Placeholder, area: Area) -> Placeholder:
        """Ask for as many rows and columns of a table as its area has."""
        columns = self._knowing.columns(asked)[: area.right - area.left + 1]
        rows = area.bottom - area.top + 1
        return replace(asked, options={TOP: str(rows), COLUMNS: ",".join(columns)})

    def _shared(self) -> list[Element]:
        part = self._package.related("sharedStrings")
        texts = self._package.tree(part) if part else ()
        return [text for text in texts if local(text) == "si"]


def _kept(package: Package) -> dict[str, int]:
    counted = {
        kind: sum(bool(parts.fullmatch(name)) for name in package.names())
        for kind, parts in KEPT.items()
    }
    return {kind: count for kind, count in counted.items() if count}
