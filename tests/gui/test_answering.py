"""What an answer changes: a column alone, two that changed places, or the whole table."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from desktop.figures.directions import AS_IT_STANDS, CellAnswer, ColumnPlan, Directions, TablePlan
from desktop.figures.finding import Finding, Severity
from desktop.figures.reading import Ask, DateOrigin, Question, Reading
from desktop.gui.review.answering import directed

MAY, JUNE = "2025-05", "2025-06"
PLAN = TablePlan(
    "XK", 0, "Xuất khẩu", 4, 7, 9, 50,
    (
        ColumnPlan("D", measure="value", basis="month", start=MAY, end=MAY),
        ColumnPlan("G", measure="value", basis="month", start=JUNE, end=JUNE),
        ColumnPlan("J", measure="value", basis="cumulative", start="2025-01", end=JUNE),
    ),
    unit="1000000 USD", recipe="gso_monthly",
)  # fmt: skip
OWN = Question(Ask.UNIT, "XK", "D9", "Xuất khẩu", "39703", ("1000000 USD", "1000 USD"))
READING = Reading(
    "a.xlsx", "1", "gso_monthly", "GSO", None, date(2025, 7, 6), DateOrigin.PRINTED, (),
    tables=(PLAN,), questions=(OWN,),
)  # fmt: skip
UNIT = replace(OWN, cell="G9", about="Tổng trị giá", flow="export")
MONTH = Question(Ask.MONTH, "XK", "G9", "Tổng trị giá", JUNE, (MAY, JUNE), flow="export")


def answered(question, answer, *, code="", given=AS_IT_STANDS):
    told = [Finding(Severity.ERROR, code, "XK", "G9", JUNE, MAY)] if code else []
    (plan,) = directed(question, answer, READING, given, told).plans
    return plan


def units(plan):
    return [plan.unit, *(column.unit for column in plan.columns)]


def ends(plan):
    return [plan.month, *(column.end for column in plan.columns)]


def test_a_unit_that_the_sheet_does_not_say_is_the_whole_tables():
    assert units(answered(OWN, "1000 USD")) == ["1000 USD", "", "", ""]


def test_a_unit_that_the_archive_contradicts_is_its_columns_alone():
    assert units(answered(UNIT, "1000 USD")) == ["1000000 USD", "", "1000 USD", ""]
    kept = answered(UNIT, "1000000 USD")
    assert units(kept) == ["1000000 USD", "", "1000000 USD", ""]


def test_columns_that_changed_places_are_given_each_others_month():
    assert ends(answered(MONTH, MAY, code="months_exchanged")) == ["", JUNE, MAY, JUNE]


def test_confirmed_as_they_stand_they_stay():
    assert ends(answered(MONTH, JUNE, code="months_exchanged")) == [JUNE, MAY, JUNE, JUNE]


def test_content_of_another_month_is_the_whole_tables():
    assert ends(answered(MONTH, MAY, code="content_of_other_month")) == [MAY, MAY, JUNE, JUNE]


def test_an_answer_joins_what_was_said_before():
    given = Directions((replace(PLAN, left_out_rows=(12,)),))
    plan = answered(UNIT, "1000 USD", given=given)
    assert (plan.left_out_rows, plan.columns[1].unit) == ((12,), "1000 USD")


PLACES = Question(Ask.COLUMNS, "XK", "G9", "Tổng trị giá", "39703", ("J9", "39703"), flow="export")


def test_columns_that_changed_places_keep_their_headings_and_change_their_meaning():
    (plan,) = directed(PLACES, "J9", READING, AS_IT_STANDS).plans
    assert [(c.letter, c.basis, c.start) for c in plan.columns] == [
        ("D", "month", MAY), ("G", "cumulative", "2025-01"), ("J", "month", JUNE),
    ]  # fmt: skip


def test_columns_that_did_not_are_settled_by_the_cells_own_number():
    kept = directed(PLACES, "39703", READING, AS_IT_STANDS)
    assert (kept.plans, kept.answers) == ((), (CellAnswer("XK", "G9", "39703"),))
