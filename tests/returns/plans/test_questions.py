"""What only an official can say is asked, and the finding goes with the answer."""

from dataclasses import replace

from desktop.figures.directions import NOTHING_LEARNED, Directions, TablePlan
from desktop.figures.reading import Ask
from desktop.returns import read_return
from tests.returns.made import codes, monthly_sheet
from tests.returns.plans.foreign import filled

YEARLESS = (("Trade of Chile, US$ million",), ("Month", "Exports", "Imports"),
            ("January", 1.5, 2.5), ("February", 1.6, 2.6), ("March", 1.7, 2.7))  # fmt: skip


def read_by(path, *plans):
    return read_return(path, NOTHING_LEARNED, Directions(plans=plans))


def asked(reading, ask):
    return [question for question in reading.questions if question.ask is ask]


def test_rows_of_months_without_a_year_are_asked_about(workbook):
    path = workbook({"S": filled(YEARLESS)}, "chile_032025.xlsx")
    (plan,) = read_return(path).tables
    reading = read_by(path, plan)
    assert "year_unsaid" in codes(reading)
    assert [q.choices for q in asked(reading, Ask.MONTH)] == [("2025-03",)]
    answered = read_by(path, replace(plan, month="2025-03"))
    assert (len(answered.rows), str(answered.month), answered.questions) == (6, "2025-03", ())


def test_a_column_that_does_not_say_its_flow_is_asked_about(workbook):
    rows = (("Trade of Chile 2025, US$ million",), ("Month", "Gross", "Imports"), *YEARLESS[2:])
    path = workbook({"S": filled(rows)})
    reading = read_by(path, *read_return(path).tables)
    (question,) = asked(reading, Ask.FLOW)
    assert (question.about, question.needed) == ("Gross", True)
    assert {row.cell[0] for row in reading.rows} == {"C"}


def test_whose_trade_it_is_must_be_said_by_somebody(workbook):
    rows = (("Trade by month 2025, US$ million",), *YEARLESS[1:])
    path = workbook({"S": filled(rows)})
    (plan,) = read_return(path).tables
    reading = read_by(path, plan)
    assert "area_unsaid" in codes(reading)
    assert {row.province for row in reading.rows} == {"UNKNOWN"}
    said = read_by(path, replace(plan, area="CL"))
    assert {row.province for row in said.rows} == {"CL"}
    assert "area_unsaid" not in codes(said)


def test_a_name_that_says_another_month_is_a_question_that_may_wait(workbook):
    path = workbook({"14.XK": monthly_sheet}, "Bieu-T5.2025.xlsx")
    reading = read_return(path)
    (question,) = asked(reading, Ask.MONTH)
    assert (question.choices, question.needed) == (("2025-06", "2025-05"), False)
    assert reading.rows
    answered = read_by(path, TablePlan("14.XK", 0, month="2025-06"))
    assert "name_says_other_month" not in codes(answered)
    assert answered.questions == ()


def test_tables_that_deny_each_other_are_asked_about(workbook):
    def other(sheet):
        monthly_sheet(sheet)
        for row in range(9, 18):
            for column in (3, 4):
                value = sheet.cell(row, column).value
                sheet.cell(row, column).value = value * 1.5 if value else None

    path = workbook({"14.XK": monthly_sheet, "15.NK": other})
    reading = read_return(path)
    assert reading.rows == ()
    assert [(q.sheet, q.choices[0]) for q in asked(reading, Ask.FLOW)] == [
        ("14.XK", "export"), ("15.NK", "import"),
    ]  # fmt: skip
    answered = read_by(path, TablePlan("15.NK", 0, flow="import"))
    assert {row.flow for row in answered.rows} == {"export", "import"}
    assert asked(answered, Ask.FLOW) == []


def test_a_plan_for_a_sheet_that_is_not_there_is_told(workbook):
    path = workbook({"14.XK": monthly_sheet})
    reading = read_by(path, TablePlan("XK"))
    assert "plan_sheet" in codes(reading)
    assert reading.rows
