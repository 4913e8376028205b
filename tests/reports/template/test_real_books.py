"""The offices' own workbooks as templates: rows are put in on every sheet, and all stays sound."""

from __future__ import annotations

import io
import warnings
from pathlib import Path

import pytest
from openpyxl import load_workbook

from desktop.reports.template.package import Package, local
from desktop.reports.template.sheet_xml import SheetXml
from tests.reports.ooxml import faults

BOOKS = sorted(Path("../shared/returns").rglob("*.xlsx"))[::17]
pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(not BOOKS, reason="the offices' workbooks are not at hand"),
]
TABLE = "{{table:items top=30 columns=name,value}}"
AT = 5
"""A table is put where a sheet's sixth row with anything in it was."""


def as_template(content):
    """Put a table into every sheet, above what stands there; give how many, and the bytes."""
    package, put = Package(content, "book"), 0
    part = package.related("sharedStrings")
    shared = [text for text in package.tree(part) if local(text) == "si"] if part else []
    for tab in package.tabs:
        sheet = SheetXml(package.tree(tab.part), shared)
        filled = sorted({row for row, column in sheet.cells() if sheet.is_filled(row, column)})
        if len(filled) <= AT or sheet.covering(filled[AT], 1):
            continue
        for column in (1, 2):
            sheet.put(filled[AT], column, None)
        sheet.put(filled[AT], 1, TABLE)
        package.touch(tab.part)
        put += 1
    return put, package.written(as_workbook=False)


@pytest.mark.parametrize("path", BOOKS, ids=lambda path: path.name)
def test_rows_are_put_into_every_sheet(path, filled):
    put, template = as_template(path.read_bytes())
    made = filled(template)
    assert made.answered == put > 0
    before = set(faults(template))
    found = [f for f in faults(made.content) if f not in before and "without its value" not in f]
    assert found == []
    with warnings.catch_warnings():  # of what openpyxl leaves out
        warnings.simplefilter("ignore")
        load_workbook(io.BytesIO(made.content))
