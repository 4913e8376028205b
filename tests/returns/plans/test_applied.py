"""Plans as an official corrects them: one part said otherwise, everything else as recognised."""

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from desktop.figures.directions import (
    NOTHING_LEARNED,
    CellAnswer,
    ColumnPlan,
    ColumnRole,
    Directions,
    TablePlan,
)
from desktop.figures.places import sample
from desktop.figures.reading import Ask
from desktop.returns import read_return
from tests.returns.made import codes, monthly_sheet, summary

HEADS = (("Sơ bộ", "tháng 6", "năm 2025"), ("Cộng dồn", "6 tháng", "năm 2025"))
ROWS = (
    ("TỔNG TRỊ GIÁ", None, None, 1000.0, None, None, 6000.0, None, 5900.0),
    ("MẶT HÀNG CHỦ YẾU",),
    (None, "Thủy sản", None, 120.5, None, None, 700.5, None, 650.5),
    (None, "Cà phê", 30.25, 90.0, None, 180.5, 540.0, None, 500.0),
)


@pytest.fixture
def book(workbook):
    def save(heads=HEADS, rows=ROWS, change=None, **layout):
        def fill(sheet):
            monthly_sheet(sheet, heads, rows, **layout)
            if change:
                change(sheet)

        return workbook({"14.XK": fill})

    return save


def read_by(path, *plans, answers=()):
    return read_return(path, NOTHING_LEARNED, Directions(plans=plans, answers=answers))


@pytest.mark.parametrize(
    "path",
    [
        sample("gso", "02-Bieu-T6.2025.xlsx"),
        sample("gso", "02-Bieu-T01.2025.xlsx"),
        sample("customs", "2024-T01T-5N(VN-SB).xlsx"),
    ],
    ids=lambda path: path.stem,
)
def test_a_plan_confirmed_unchanged_reads_what_was_read(path):
    reading = read_return(path)
    pointed = (
        replace(t, columns=(), last_row=0) if t.recipe.startswith("gso") else replace(t, columns=())
        for t in reading.tables
    )  # the same headings, pointed out anew
    assert set(read_by(path, *pointed).rows) == set(reading.rows)
    again = read_by(path, *reading.tables)
    assert set(again.rows) == set(reading.rows)
    assert (again.layout, again.month, again.tables) == (
        reading.layout, reading.month, reading.tables,
    )  # fmt: skip


def test_a_scratch_column_becomes_the_cumulative_when_it_is_pointed_out(book):
    path = book()
    (plan,) = read_return(path).tables
    pointed = ColumnPlan("I", measure="value", basis="cumulative", status="actual")
    others = [c for c in plan.columns if c.letter not in {"I", "G"}]
    reading = read_by(path, replace(plan, columns=(*others, pointed)))
    assert [summary(row) for row in reading.rows if row.cell.startswith("I")] == [
        "I9 TOTAL value cumulative 2025-01..2025-06 actual 5.9e+09 USD",
        "I11 SEAFOOD value cumulative 2025-01..2025-06 actual 6.505e+08 USD",
        "I12 COFFEE value cumulative 2025-01..2025-06 actual 5e+08 USD",
    ]


def test_rows_and_columns_that_are_no_data_are_left_out(book):
    path = book()
    (plan,) = read_return(path).tables
    columns = tuple(
        replace(c, role=ColumnRole.LEFT_OUT) if c.letter == "G" else c for c in plan.columns
    )
    reading = read_by(path, replace(plan, columns=columns, left_out_rows=(11,)))
    assert [row.cell for row in reading.rows] == ["D9", "C12", "D12", "F12"]
    regions = {(r.kind.value, r.area, r.why) for r in reading.sheets[0].regions}
    assert ("left_out", "G9:G12", "by_plan") in regions
    assert ("left_out", "A11:I11", "by_plan") in regions


def test_hidden_rows_are_left_out_until_the_plan_says_otherwise(book):
    def hide(sheet):
        sheet.row_dimensions[11].hidden = True

    path = book(change=hide)
    (plan,) = read_return(path).tables
    assert plan.left_out_rows == (11,)
    cells = [row.cell for row in read_by(path, replace(plan, left_out_rows=())).rows]
    assert "D11" in cells


def test_heading_rows_pointed_out_are_read_anew(book):
    def garble(sheet):
        sheet["C4"], sheet["F4"] = "x", "y"
        for column, text in ((3, "Lượng"), (4, "Trị giá"), (6, "Lượng"), (7, "Trị giá")):
            sheet.cell(8, column, text)
        sheet["C6"] = "tháng 5 năm 2025"

    path = book(change=garble)
    (plan,) = read_return(path).tables
    bare = replace(plan, heading_first=6, heading_last=8, first_row=9, columns=())
    assert read_by(path, bare).rows
    assert read_by(path, bare).month.number == 5


def test_unit_flow_area_status_and_month_are_said_for_the_whole_table(book):
    path = book(unit="")
    plan = TablePlan("14.XK", 0, flow="import", unit="1000 USD; 1 t", area="Hà Nội")
    rows = {row.cell: row for row in read_by(path, plan).rows}
    assert (rows["D11"].flow, rows["D11"].value) == ("import", 120_500_000)
    assert {row.province for row in rows.values()} == {"Hà Nội"}


def test_another_month_moves_the_columns_that_spoke_of_the_old_one(book):
    path = book()
    reading = read_by(path, TablePlan("14.XK", 0, month="2025-05"))
    assert {summary(row).split(" ", 3)[3][:26] for row in reading.rows if row.cell == "G9"} == {
        "cumulative 2025-01..2025-0"
    }
    assert str(reading.month) == "2025-05"
    assert {str(c.end) for t in reading.tables for c in t.columns if c.end} == {"2025-05"}


def test_a_cell_is_answered_by_another_number_or_left_out(book):
    path = book()
    answers = (CellAnswer("14.XK", "D9", "1000.5"), CellAnswer("14.XK", "D11"),
               CellAnswer("14.XK", "D12", "much"))  # fmt: skip
    reading = read_by(path, answers=answers)
    (total,) = (row for row in reading.rows if row.cell == "D9")
    assert (total.value, total.printed) == (1_000_500_000_000, "1000")
    assert [f.code for f in reading.findings if f.cell in {"D11", "D12"}] == [
        "left_out_by_answer", "answer_no_number",
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("wrong", "code"),
    [
        ({"columns": (ColumnPlan("A", role=ColumnRole.LABEL),)}, "plan_without_values"),
        ({"columns": (ColumnPlan("D"),)}, "plan_without_labels"),
        ({"first_row": 20, "last_row": 10}, "plan_rows"),
        ({"heading_last": 12}, "plan_headings"),
        ({"flow": "sideways"}, "plan_word"),
        ({"month": "June"}, "plan_word"),
        ({"unit": "some dollars"}, "plan_word"),
        ({"writing": "1'234"}, "plan_word"),
    ],
)
def test_a_plan_that_contradicts_itself_is_told_and_not_carried_out(book, wrong, code):
    path = book()
    (plan,) = read_return(path).tables
    reading = read_by(path, replace(plan, **wrong))
    assert code in codes(reading)
    assert reading.rows == ()


@pytest.mark.parametrize(
    "column",
    [
        ColumnPlan("?"),
        ColumnPlan("D", measure="weight"),
        ColumnPlan("D", start="2025-06", end="2025-01"),
        ColumnPlan("D", item="WIDGETS"),
        ColumnPlan("D", market="ATLANTIS"),
        ColumnPlan("D", unit="much"),
    ],
)
def test_a_column_that_says_nothing_we_know_is_told(book, column):
    path = book()
    (plan,) = read_return(path).tables
    others = [c for c in plan.columns if c.letter != "D"]
    told = codes(read_by(path, replace(plan, columns=(*others, column))))
    assert {"plan_word", "plan_period"} & set(told)


TEXTS = st.sampled_from(["", "2025-06", "export", "1 USD", "value", "x", "1.234,5", "month"])
COLUMNS = st.builds(
    ColumnPlan, st.sampled_from(["A", "B", "D", "ZZZZ", ""]), TEXTS, st.sampled_from(ColumnRole),
    *[TEXTS] * 10,
)  # fmt: skip
NUMBERS = st.integers(-2, 30)
PLANS = st.builds(
    TablePlan, st.just("23.XK tháng"), st.integers(0, 2), TEXTS, NUMBERS, NUMBERS, NUMBERS, NUMBERS,
    st.lists(COLUMNS, max_size=4).map(tuple), st.lists(NUMBERS, max_size=2).map(tuple),
    TEXTS, TEXTS, TEXTS, TEXTS, TEXTS, TEXTS, st.booleans(),
    st.sampled_from(["", "gso_monthly", "customs_5x", "x"]),
)  # fmt: skip


@settings(max_examples=12, deadline=None)
@given(PLANS)
def test_no_plan_ends_in_an_exception(plan):
    read_by(sample("gso", "02-Bieu-T6.2025.xlsx"), plan)


def test_months_that_differ_are_asked_and_settled_by_the_answer(book):
    june = (("Sơ bộ", "tháng 6", "năm 2025"),)
    path = book(title="14. Hàng hóa xuất khẩu tháng 5 năm 2025", heads=june)
    reading = read_return(path)
    assert reading.rows == ()
    (asked,) = (q for q in reading.questions if q.ask is Ask.MONTH)
    assert (asked.choices, asked.table, asked.needed) == (("2025-06", "2025-05"), 0, True)
    (plan,) = reading.tables
    for month in asked.choices:
        again = read_by(path, replace(plan, month=month))
        assert again.rows
        assert str(again.month) == month
        assert "wrong_month" not in codes(again)
        assert again.questions == ()


def test_two_sheets_of_two_months_are_asked_about(workbook):
    def may(sheet):
        monthly_sheet(sheet, (("Sơ bộ", "tháng 5", "năm 2025"),), title="15. Hàng hóa nhập khẩu")

    path = workbook({"14.XK": monthly_sheet, "15.NK": may})
    reading = read_return(path)
    (asked,) = (q for q in reading.questions if q.ask is Ask.MONTH)
    assert (asked.sheet, asked.choices) == ("15.NK", ("2025-06", "2025-05"))
    plans = [replace(t, month="2025-06") for t in reading.tables if t.sheet == "15.NK"]
    again = read_by(path, *plans)
    assert {row.flow for row in again.rows} == {"export", "import"}
    assert {row.period_end for row in again.rows} == {row.period_end for row in again.rows[:1]}


def test_a_missing_unit_is_asked_for_and_taken_from_the_answer(book):
    path = book(unit="")
    reading = read_return(path)
    asked = [q for q in reading.questions if q.ask is Ask.UNIT]
    assert asked[0].choices[0] == "1000000 USD"
    (plan,) = reading.tables
    again = read_by(path, replace(plan, unit="1000000 USD; 1000 t"))
    assert len(again.rows) == 8
    assert not [q for q in again.questions if q.ask is Ask.UNIT]


def test_a_number_that_may_be_two_is_asked_about(book):
    rows = (("TỔNG TRỊ GIÁ", None, None, 1000.0), (None, "Cà phê", None, "1.234"))
    path = book(HEADS[:1], rows)
    reading = read_return(path)
    (asked,) = (q for q in reading.questions if q.ask is Ask.WRITING)
    assert (asked.cell, asked.found, asked.choices[0]) == ("D10", "1.234", "1.234,5")
    (plan,) = reading.tables
    for writing, value in (("1.234,5", 1_234_000_000_000), ("1,234.5", 1_234_000_000)):
        again = read_by(path, replace(plan, writing=writing))
        assert [row.value for row in again.rows if row.cell == "D10"] == [value]
        assert "ambiguous_number" not in codes(again)
