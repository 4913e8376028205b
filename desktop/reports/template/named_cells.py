"""Cells that a workbook names as a placeholder: ``exports.cumulative``, ``market.US.growth``."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from desktop.reports.template.cell_names import Area, area
from desktop.reports.template.package import Package, local

_SIGNS = str.maketrans(":-", "..")


class NamedArea(NamedTuple):
    """Cells with a name: the name as the workbook has it, the placeholder's, sheet, corners."""

    written: str
    name: str
    sheet: str
    area: Area


def defined_names(package: Package) -> Iterator[tuple[str, str]]:
    """Give every name of the workbook that is not Excel's own, with what it stands for."""
    for element in package.tree(package.main).iter():
        if local(element) == "definedName":
            name = str(element.get("name"))
            if not name.startswith("_xlnm") and element.text:
                yield name, element.text


def named_areas(package: Package, known: Iterable[str]) -> Iterator[NamedArea]:
    """Give the areas named as a placeholder is, with dots or underscores between its parts.

    A name of a workbook takes neither colons nor hyphens.
    """
    dotted = {name.casefold().translate(_SIGNS): name for name in known}
    lined = {name.replace(".", "_"): known for name, known in dotted.items()}
    for written, meaning in defined_names(package):
        name = (lined | dotted).get(written.casefold())
        sheet, _, corners = meaning.rpartition("!")
        found = area(corners)
        if name and sheet and found:
            yield NamedArea(written, name, sheet_named(sheet), found)


def sheet_named(written: str) -> str:
    """Give a sheet's name as a formula writes it: without its quotes."""
    if written.startswith("'") and written.endswith("'"):
        return written[1:-1].replace("''", "'")
    return written
