"""Values that formulas came to before their cells were filled: they are dropped, not shown.

The program that opens the workbook computes them again. Until then a reader that computes nothing
must find no value rather than an old one.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING, NamedTuple

from lxml import etree

from desktop.reports.template import shared_formulas
from desktop.reports.template.cell_names import Area, area
from desktop.reports.template.named_cells import defined_names, sheet_named
from desktop.reports.template.package import Package, local

if TYPE_CHECKING:
    from desktop.reports.template.sheet_xml import SheetXml

Cells = set[tuple[int, int]]
_UNSEEN = frozenset({"INDIRECT(", "OFFSET(", "GETPIVOTDATA(", "CELL("})
"""Functions whose references are not all written in the formula."""
_RANGE_OF_RESULTS = ("OPERATOR-INFIX", ":")
"""A range whose ends are computed: A1:INDEX(…)."""
_BEFORE_CALCULATION = frozenset({
    "fileVersion", "fileSharing", "workbookPr", "workbookProtection", "bookViews", "sheets",
    "functionGroups", "externalReferences", "definedNames",
})  # fmt: skip
"""What stands before `calcPr` in a workbook, by the schema's order."""
_DEEPEST = 8
"""So many names may stand for one another."""


class Formula(NamedTuple):
    """A formula: where it stands, and what it refers to; `anything` where that is not all told."""

    sheet: str
    place: tuple[int, int]
    refers: tuple[tuple[str, Area], ...]
    anything: bool


def forget_values(
    package: Package, sheets: Mapping[str, SheetXml], filled: Mapping[str, Cells]
) -> set[str]:
    """Drop the values that rest on filled cells; give the names of the sheets so changed."""
    waiting = list(_formulas(package, sheets))
    changed = {name: set(cells) for name, cells in filled.items()}
    touched: set[str] = set()
    while True:
        stale = [formula for formula in waiting if _rests_on(formula, changed)]
        if not stale:
            return touched
        waiting = [formula for formula in waiting if formula not in stale]
        for formula in stale:
            sheets[formula.sheet].forget_value(*formula.place)
            changed.setdefault(formula.sheet, set()).add(formula.place)
            touched.add(formula.sheet)


def compute_when_opened(package: Package) -> None:
    """Ask whoever opens the workbook to compute everything."""
    root = package.tree(package.main)
    found = next((part for part in root if local(part) == "calcPr"), None)
    if found is None:
        found = etree.Element(f"{{{etree.QName(root).namespace}}}calcPr")
        before = [n for n, part in enumerate(root) if local(part) in _BEFORE_CALCULATION]
        root.insert(max(before, default=-1) + 1, found)
    found.set("fullCalcOnLoad", "1")
    package.touch(package.main)


def _rests_on(formula: Formula, changed: Mapping[str, Cells]) -> bool:
    if formula.anything:
        return True
    return any(
        where.top <= row <= where.bottom and where.left <= column <= where.right
        for sheet, where in formula.refers
        for row, column in changed.get(sheet, ())
    )


def _formulas(package: Package, sheets: Mapping[str, SheetXml]) -> Iterator[Formula]:
    names = {name.casefold(): meaning for name, meaning in defined_names(package)}
    known = {name.casefold(): name for name in sheets}
    for name, sheet in sheets.items():
        shares = shared_formulas.written_out(sheet)
        for place in sheet.cells():
            if sheet.has_formula(*place):
                text = shares.get(place) or sheet.formula(*place)
                refers = list(_referred(text, name, names, known))
                told = tuple(one for one in refers if one)
                yield Formula(name, place, told, not text or len(told) < len(refers))


def _referred(
    text: str, sheet: str, names: Mapping[str, str], known: Mapping[str, str], depth: int = 0
) -> Iterator[tuple[str, Area] | None]:
    """Give what a formula refers to; None for what cannot be told from it."""
    from openpyxl.formula import Tokenizer  # noqa: PLC0415 - only a template with formulas needs it

    for token in Tokenizer(f"={text}").items:
        if (token.type, token.value) == _RANGE_OF_RESULTS or token.value.upper() in _UNSEEN:
            yield None
        elif token.type == "OPERAND" and token.subtype == "RANGE":
            where, _, cells = token.value.rpartition("!")
            at = known.get(sheet_named(where).casefold(), "") if where else sheet
            if (found := area(cells)) and (at or not where):
                yield at, found
            elif not where and depth < _DEEPEST and cells.casefold() in names:
                yield from _referred(names[cells.casefold()], sheet, names, known, depth + 1)
            else:
                yield None
