"""The form of targets is read back by its headings; a row that errs is told by its cell."""

from __future__ import annotations

from datetime import date

import openpyxl
import pytest

from desktop.figures.finding import Severity
from desktop.figures.finding_texts import remedy, sentence
from desktop.figures.month import Month
from desktop.figures.series import Flow
from desktop.figures.target import Scope, Target, TargetMeasure
from desktop.figures.target_form import FormLine, scope_text
from desktop.figures.wording import language
from desktop.reports.workbook.target_form import write_target_form
from desktop.returns.refusal import UnreadableError
from desktop.returns.target_form import read_target_form

RANGE = Target(
    Flow.EXPORT, TargetMeasure.GROWTH, 2026, 0.15, 0.16, document="+84 @NQ",
    issued_on=date(2026, 1, 8),
    base_as_of=date(2026, 1, 6),
)  # fmt: skip
FISCAL = Target(
    Flow.IMPORT, TargetMeasure.VALUE, 2025, 12.345678901e9, 12.345678901e9, "FABRIC", "US",
    "Đề án", first_month=7,
)  # fmt: skip
SHARE = Target(Flow.EXPORT, TargetMeasure.SHARE, 2026, 0.1, 0.1, province="Bắc Ninh")
SURPLUS = Target(Flow.BALANCE, TargetMeasure.SURPLUS, 2026, -34e9, -30e9, market="FTA/CPTPP")


def line(target):
    return FormLine(target.scope, target.start, target.months, 400e9, None, None, target)


@pytest.fixture(params=["vi", "en"])
def form(request, tmp_path):
    out = tmp_path / "form.xlsx"
    write_target_form([line(t) for t in (RANGE, FISCAL, SHARE, SURPLUS)], out,
                      language=language(request.param))  # fmt: skip
    return out


@pytest.fixture
def changed(form):
    """Change cells of the form, and read it."""

    def change(**cells):
        book = openpyxl.load_workbook(form)
        for cell, value in cells.items():
            book.active[cell].value = value
        book.save(form)
        return read_target_form(form)

    return change


def test_what_was_written_is_read_back_the_same(form):
    found = read_target_form(form)
    assert found.findings == ()
    assert [entry.target for entry in found.entries] == [RANGE, FISCAL, SHARE, SURPLUS]
    assert [entry.cell for entry in found.entries] == ["G5", "G6", "G7", "G8"]


def test_columns_are_found_by_their_headings_wherever_they_stand(form, tmp_path):
    book = openpyxl.load_workbook(form)
    old = book.active
    new = book.create_sheet("moved", 0)
    for number, cells in enumerate(old.iter_rows(min_row=4, max_row=8), 2):
        for column, cell in enumerate(reversed(cells), 3):
            new.cell(number, column).value = cell.value
            new.cell(number, column).number_format = cell.number_format
    moved = tmp_path / "moved.xlsx"
    book.save(moved)
    found = read_target_form(moved)
    assert [entry.target for entry in found.entries] == [RANGE, FISCAL, SHARE, SURPLUS]


def test_an_empty_row_states_nothing(changed):
    found = changed(G6=None)
    assert [e.target for e in found.entries] == [RANGE, SHARE, SURPLUS]
    assert found.findings == ()


@pytest.mark.parametrize(
    ("cells", "place", "code"),
    [
        ({"G6": "a lot"}, "G6", "target_amount_unread"),
        ({"F6": "value", "G6": "15%"}, "G6", "form_percent_of_value"),
        ({"F6": "value", "G6": "15,5 % "}, "G6", "form_percent_of_value"),
        ({"G5": 0.12, "H5": None}, None, None),
        ({"A6": "export; item:Dưa"}, "A6", "target_unknown_name"),
        ({"A6": "export; item:Hàng nông, lâm sản"}, "A6", "target_name_unclear"),
        ({"A6": "exports of coffee"}, "A6", "form_scope_unread"),
        ({"A6": None, "B6": "Elektronics"}, "A6", "form_scope_unread"),
        ({"F6": None}, "F6", "form_measure_unread"),
        ({"F6": "nonsense"}, "F6", "form_measure_unread"),
        ({"C6": "soon"}, "C6", "target_months_unread"),
        ({"C6": None}, "C6", "target_months_unread"),
        ({"K6": "tomorrow"}, "K6", "form_day_unread"),
        ({"G6": True}, "G6", "target_amount_unread"),
    ],
)  # fmt: skip
def test_a_row_that_errs_is_told_by_its_cell(changed, cells, place, code):
    found = changed(**cells)
    errors = [f for f in found.findings if f.severity is Severity.ERROR]
    assert [(f.cell, f.code) for f in errors] == ([(place, code)] if code else [])
    assert all(f.found for f in errors)  # an empty cell is told by what stands beside it
    for spoken in ("vi", "en"):
        assert all(sentence(f, language(spoken)) and remedy(f, language(spoken)) for f in errors)


@pytest.mark.parametrize(
    ("name", "scope"),
    [
        ("Xuất khẩu · Cà phê", Scope(Flow.EXPORT, "COFFEE")),
        ("Exports · Coffee · United States", Scope(Flow.EXPORT, "COFFEE", "US")),
        ("Hoa Kỳ", Scope(Flow.EXPORT, market="US")),
        ("Nhập khẩu", Scope(Flow.IMPORT)),
    ],
)
def test_a_row_without_a_code_is_taken_by_its_name_and_asked_about(changed, name, scope):
    found = changed(A6=None, B6=name)
    assert scope in {entry.target.scope for entry in found.entries}
    (asked,) = (f for f in found.findings if f.code == "form_scope_by_name")
    assert (asked.cell, asked.found, asked.about) == ("A6", name, scope_text(scope))
    assert asked.severity is Severity.WARNING
    for spoken in ("vi", "en"):
        assert name in sentence(asked, language(spoken))
        assert remedy(asked, language(spoken))


@pytest.mark.parametrize("name", ["Exports · Coffee · Tea", "Hàng nông, lâm sản", "Exports ·"])
def test_a_name_that_may_be_several_sets_no_target(changed, name):
    found = changed(A6=None, B6=name)
    assert [f.code for f in found.findings] == ["form_scope_unread"]


def test_a_number_as_text_is_read_and_noted(changed):
    found = changed(G6="13,5", H6="14,5")
    assert found.entries[1].target.low == 13.5e9
    assert [(f.code, f.cell) for f in found.findings] == [
        ("form_number_is_text", "G6"), ("form_number_is_text", "H6"),
    ]  # fmt: skip


def test_a_bare_fraction_in_a_plain_cell_is_refused_with_both_readings(form):
    book = openpyxl.load_workbook(form)
    sheet = book.active
    sheet["G5"].value, sheet["G5"].number_format = 0.12, "General"
    book.save(form)
    (finding,) = read_target_form(form).findings
    assert (finding.code, finding.found, finding.expected) == (
        "target_fraction_or_percent", "0.12", "12%",
    )  # fmt: skip
    assert "“12%” hoặc “0,12%”" in remedy(finding, language("vi"))
    assert "“12%” or “0.12%”" in remedy(finding, language("en"))


def test_a_percentage_where_a_value_is_asked_for_is_told(form):
    book = openpyxl.load_workbook(form)
    sheet = book.active
    sheet["G6"].value, sheet["G6"].number_format = 0.12, "0%"
    book.save(form)
    (finding,) = read_target_form(form).findings
    assert (finding.code, finding.found) == ("form_percent_of_value", "12%")


def test_a_row_may_be_added_by_name(changed):
    found = changed(A10="export; item:Cà phê", C10="2026-H1", F10="value", G10=4, K10="06/01/2026")
    added = found.entries[-1].target
    assert added.scope == Scope(Flow.EXPORT, "COFFEE")
    assert (added.start, added.months) == (Month(2026, 1), 6)
    assert (added.low, added.base_as_of) == (4e9, date(2026, 1, 6))


def test_another_workbook_is_no_form(tmp_path):
    out = tmp_path / "other.xlsx"
    book = openpyxl.Workbook()
    book.active["A1"].value = "Xuất khẩu"
    book.save(out)
    with pytest.raises(UnreadableError, match="not_a_target_form"):
        read_target_form(out)
