"""The summary workbook and the report say the same: sentences, headline figures, items, markets."""

from __future__ import annotations

from bisect import bisect

import pytest
from openpyxl import load_workbook

from desktop.figures.wording import MILLION, language
from desktop.reports.content.numbers import Numbers
from desktop.reports.content.report import Number, Unit
from desktop.reports.prose.sentences import sentences

pytestmark = pytest.mark.slow

NAMED = {
    "exports_cumulative": "exports.cumulative",
    "exports_growth": "exports.growth",
    "exports_growth_printed": "exports.growth_printed",
    "exports_target": "exports.target",
    "exports_share_of_target": "exports.share_of_target",
    "exports_path": "exports.path",
    "exports_gap": "exports.gap",
    "exports_required_monthly": "exports.required_monthly",
    "exports_required_growth": "exports.required_growth",
    "imports_cumulative": "imports.cumulative",
    "balance": "balance.cumulative",
    "balance_last_year": "balance.last_year",
}


TABLES = {
    "months": ("Export progress", "Imports and balance"),
    "items": ("Export items",),
    "markets": ("Export markets",),
    "targets": ("Targets",),
    "landing": ("Outlook",),
    "chances": ("Outlook",),
}
SCALES = {Unit.USD: 1 / MILLION, Unit.POINTS: 100}


@pytest.fixture(scope="module")
def book(full_office, tmp_path_factory):
    """The summary on the samples, opened again with the values that it keeps."""
    out = tmp_path_factory.mktemp("book") / "summary.xlsx"
    return load_workbook(full_office.write_summary(out, language("en")), data_only=True)


def _named(book, name):
    ((sheet, cell),) = book.defined_names[name].destinations
    return book[sheet][cell].value


@pytest.mark.parametrize(("name", "number"), NAMED.items())
def test_a_named_cell_is_the_number_of_that_name(book, full_office, name, number):
    told = Numbers(full_office.overview())(number)
    scale = MILLION if told.unit == "usd" else 1
    assert _named(book, name) * scale == pytest.approx(told.value, rel=1e-9)


@pytest.mark.parametrize(
    ("sheet", "key"), [("Export items", "items"), ("Export markets", "markets")]
)
def test_the_rows_of_the_page_are_rows_of_the_workbook(book, reports, sheet, key):
    (table,) = (t for s in reports["en"].sections for t in s.tables if t.key == key)
    held = [[c for c in row if c is not None] for row in book[sheet].iter_rows(values_only=True)]
    values = {v for row in held for v in row if isinstance(v, float)}
    for row in table.rows[1:]:
        amount = next(c for c in row.cells if isinstance(c, Number))
        assert any(abs(v * MILLION - amount.value) < 1 for v in values), row.cells[0]


@pytest.mark.parametrize(("key", "sheets"), TABLES.items())
def test_every_number_of_a_table_stands_on_its_sheet(book, reports, key, sheets):
    (table,) = (t for s in reports["en"].sections for t in s.tables if t.key == key)
    held = sorted(
        cell.value
        for sheet in sheets
        for row in book[sheet].iter_rows()
        for cell in row
        if isinstance(cell.value, int | float)
    )
    told = [c for row in table.rows for c in row.cells if isinstance(c, Number)]
    known = [c.value * SCALES.get(c.unit, 1) for c in told if c.value is not None]
    assert known
    for value in known:
        at = bisect(held, value)
        nearest = min(held[max(at - 1, 0) : at + 1], key=lambda one: abs(one - value))
        assert nearest == pytest.approx(value, rel=1e-9, abs=1e-9), (key, value)


def test_a_report_can_be_made_again_from_a_summary(full_office, tmp_path):
    out = full_office.write_summary(tmp_path / "summary.xlsx", language("en"))
    choices, spoken = full_office.made_like(out)
    report = full_office.report(spoken, choices)
    assert (report.language, report.stamp.year, report.stamp.vintage) == (
        "en", choices.year, choices.vintage,
    )  # fmt: skip


def test_every_sentence_of_the_cover_stands_in_the_report_too(reports, full_office):
    overview = full_office.overview()
    for code, report in reports.items():
        told = {s.text for section in report.sections for s in section.sentences}
        assert set(sentences(overview, language(code))) <= told
