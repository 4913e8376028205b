"""What the review works out without a window: addresses, offers, corrections, disputed lines."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.figures.comparison import Change, Comparison
from desktop.figures.directions import ColumnPlan, ColumnRole, TablePlan
from desktop.figures.reading import Ask, Question, RegionKind, SheetCells, SheetSeen
from desktop.figures.series import Flow
from desktop.figures.wording import language
from desktop.gui.review import correcting
from desktop.gui.review.addresses import address, column_letter, column_number, place_of
from desktop.gui.review.asking import month_typed, offers, question_words
from desktop.gui.review.drawing import CHANGED, NEW, RIVAL, draw, plan_regions
from desktop.gui.review.lines import lines_of, lines_table
from tests.gui.example_returns import reading

EN, VI = language("en"), language("vi")
PLAN = TablePlan("S", 0, "", 3, 4, 5, 20, (ColumnPlan("B", role=ColumnRole.LABEL),
                                          ColumnPlan("D", measure="value")))  # fmt: skip


@given(st.integers(1, 10**6), st.integers(1, 16384))
def test_an_address_leads_back_to_its_place(row, column):
    assert place_of(address((row, column))) == (row, column)
    assert column_number(column_letter(column)) == column


@pytest.mark.parametrize(
    ("typed", "month"),
    [("2025-06", "2025-06"), ("6/2025", "2025-06"), ("T6/2025", "2025-06"), ("13/2025", ""),
     ("June", "")],
)  # fmt: skip
def test_a_month_is_typed_as_officials_write_it(typed, month):
    assert month_typed(typed) == month


def test_a_printed_number_is_offered_once_and_another_may_be_typed():
    asked = Question(Ask.FIGURE, "S", "D14", found="60.3198611", choices=("603.2", "60.319861"))
    assert [o.value for o in offers(asked, "", EN)] == ["603.2", "60.3198611", ""]
    assert offers(asked, "12,5", VI)[0].words == "Dùng 12,5"


def test_a_text_of_thousands_is_not_offered_as_a_decimal():
    """Whoever keeps it would keep a thousandth of it."""
    asked = Question(Ask.FIGURE, "S", "D14", found="-3.682", choices=("3682", "-3682"))
    assert [o.value for o in offers(asked, "", VI)] == ["3682", "-3682", ""]
    assert "-3.682" in question_words(asked, VI)[0]
    decimal = replace(asked, choices=("3.682", "-3.682"))
    assert [o.value for o in offers(decimal, "", VI)] == ["3.682", "-3.682", ""]


def test_where_the_heading_is_said_to_be_the_rows_begin_beneath():
    said = correcting.heading_at(PLAN, 7, 8)
    assert (said.heading_first, said.heading_last, said.first_row, said.columns) == (7, 8, 9, ())


def test_rows_leave_and_come_back():
    less = correcting.without_rows(PLAN, 6, 8)
    assert less.left_out_rows == (6, 7, 8)
    assert correcting.with_rows(less, 7, 7).left_out_rows == (6, 8)
    assert correcting.with_rows(PLAN, 25, 25).last_row == 25


def test_a_column_left_out_forgets_what_it_was_when_it_is_something_else():
    no_data = {"role": ColumnRole.LEFT_OUT, "why": "pointed_out"}
    out = correcting.said_to_be(ColumnPlan("D", measure="value"), no_data)
    again = correcting.said_to_be(out, {"measure": "quantity"})
    assert (again.role, again.measure, again.why) == (ColumnRole.VALUE, "quantity", "")
    plan = correcting.with_column(PLAN, ColumnPlan("AA"))
    assert [c.letter for c in plan.columns] == ["B", "D", "AA"]


def test_a_plan_colours_its_sheet():
    kinds = {r.area: r.kind for r in plan_regions(PLAN, 99)}
    assert kinds["B3:D4"] is RegionKind.HEADING
    assert kinds["B5:B20"] is RegionKind.LABEL
    assert kinds["D5:D20"] is RegionKind.VALUE


def test_a_text_stands_as_it_was_typed_and_a_number_as_the_language_writes_it():
    read = reading()
    seen = next(s for s in read.sheets if s.used)
    cells = SheetCells(seen.name, ((9, 4, "1.234"), (9, 6, "1.234")), typed=((9, 4),))
    drawn = draw(cells, seen, read, Comparison())
    drawn.lang = language("vi")
    assert (drawn.text((9, 4)), drawn.text((9, 6))) == ("1.234", "1,234")


def test_without_its_cells_a_sheet_is_drawn_from_the_reading():
    read = reading()
    drawn = draw(None, next(s for s in read.sheets if s.used), read, Comparison())
    assert drawn.text((9, 4)) == "42.290,0"
    assert drawn.text((9, 3)) == "TỔNG TRỊ GIÁ"
    assert drawn.region((9, 4)).kind is RegionKind.VALUE
    assert draw(None, SheetSeen("?", "", used=True), read, Comparison()).rows == 0


def test_disputed_figures_stand_side_by_side_with_the_other_file():
    row = reading().rows[0]
    disputed = (Change(row, row.value // 2, "2025-08-06", "Bieu-T7-khac.xlsx"),)
    lines = lines_of(RIVAL, reading(), Comparison(disputed=disputed, rivals=1))
    grid = lines_table(lines, EN, 450, disputed=True)
    assert [c.text for c in grid.rows[0]] == [
        "Exp. · Total", "Jul 2025", "21,145.0", "42,290.0", "+100.0", "Bieu-T7-khac.xlsx",
    ]  # fmt: skip


def test_trade_stands_before_what_is_watched_beside_it():
    exports = reading().rows[:2]
    industry = tuple(row._replace(flow=Flow.INDUSTRY.value) for row in exports)
    read = replace(reading(), rows=industry + exports)
    lines = lines_of(NEW, read, Comparison(new=4, kinds=NEW * 4))
    assert [line.row for line in lines] == [*exports, *industry]
    changed = tuple(Change(row, row.value // 2, "2025-07-06", "old.xlsx") for row in read.rows)
    lines = lines_of(CHANGED, read, Comparison(changed=changed))
    assert [line.row for line in lines[:2]] == list(exports)


def test_a_column_said_to_be_to_date_begins_in_january_and_one_of_a_month_is_of_its_last():
    month = ColumnPlan("D", measure="value", basis="month", start="2024-12", end="2024-12")
    to_date = correcting.said_to_be(month, {"measure": "value", "basis": "cumulative"})
    assert (to_date.basis, to_date.start, to_date.end) == ("cumulative", "2024-01", "2024-12")
    assert correcting.said_to_be(to_date, {"measure": "value", "basis": "month"}) == month
    open_ended = correcting.said_to_be(ColumnPlan("D"), {"basis": "cumulative"})
    assert (open_ended.start, open_ended.end) == ("", "")


def test_a_name_without_end_is_asked_about_in_short():
    asked, _ = question_words(Question(Ask.NAME, about="Cà phê " * 4_000), EN)
    assert asked.startswith("What does this sender mean by “Cà phê Cà phê")
    assert asked.endswith("…”?")
    assert len(asked) < 300
