"""Formulas that cells share: one is written, the others follow it from their own places."""

from __future__ import annotations

from typing import TYPE_CHECKING

from desktop.reports.template.cell_names import cell_name

if TYPE_CHECKING:
    from desktop.reports.template.sheet_xml import SheetXml


def written_out(sheet: SheetXml) -> dict[tuple[int, int], str]:
    """Write out the formulas that cells share: each as it would stand in its own cell."""
    from openpyxl.formula.translate import Translator  # noqa: PLC0415 - few templates share any

    first: dict[str, Translator] = {}
    found = {}
    for row, column, share, text in sheet.shared_formulas():
        if text:
            first[share] = Translator(f"={text}", origin=cell_name(row, column))
        elif share in first:
            moved = first[share].translate_formula(cell_name(row, column))
            found[row, column] = str(moved).removeprefix("=")
    return found


def unshare(sheet: SheetXml) -> None:
    """Write each out in its own cell."""
    texts = written_out(sheet)
    for row, column, _, text in list(sheet.shared_formulas()):
        found = sheet.formula_element(row, column)
        if found is not None:
            found.text = text or texts.get((row, column), "")
            for name in ("t", "si", "ref"):
                found.attrib.pop(name, None)
