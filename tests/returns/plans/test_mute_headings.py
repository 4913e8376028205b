"""Headings that say no month ("Cur. mth", "FYTD"): pointed out once, and kept for the next file."""

from dataclasses import replace

import pytest

from desktop.figures.catalogue import items
from desktop.figures.directions import ColumnRole, Directions, Knowledge, LearnedLayout
from desktop.figures.month import Month
from desktop.figures.reading import Ask
from desktop.figures.series import TRADE
from desktop.returns import lasting, read_return
from tests.returns.plans.foreign import filled

OUT = {"role": ColumnRole.LEFT_OUT, "why": "pointed_out"}
SAID = {
    "A": OUT,
    "C": {"basis": "month"},
    "D": {"basis": "cumulative", "start": "2024-07", "end": "2025-05"},
    "E": OUT,
}


def australia(times):
    head = (
        ("Australian Bureau of Statistics",), ("5368.0 International Trade in Goods",),
        ("TABLE 14a. MERCHANDISE EXPORTS, Country and country groups",), (),
        ("Series", "Group", "Cur. mth", "FYTD", "Ctrl"), (None, None, "USD mn", "USD mn", "-"),
    )  # fmt: skip
    names = ("China", "Japan", "India", "*** memo: ASEAN re-exports ***", "Viet Nam", "Total (all)")
    rows = ((f"A18{n}X", name, 100.5 * n, times * 100.5 * n, 1) for n, name in enumerate(names, 1))
    return filled((*head, *rows))


@pytest.fixture
def may(workbook):
    """May's table, as an official points it out: A and E are no data, row 10 neither."""
    path = workbook({"S": australia(11)}, "may.xlsx")
    (plan,) = read_return(path).tables
    columns = tuple(replace(c, **SAID.get(c.letter, {})) for c in plan.columns)
    plan = replace(plan, columns=columns, left_out_rows=(10,))
    return read_return(path, directions=Directions((plan,), sender="ABS"))


def periods(reading):
    found = {}
    for row in reading.rows:
        start, end = Month.from_ordinal(row.period_start), Month.from_ordinal(row.period_end)
        found.setdefault(row.cell[0], set()).add((row.basis, str(start), str(end)))
    return found


def test_a_month_that_one_column_says_is_that_of_columns_whose_basis_was_said(may):
    assert periods(may) == {
        "C": {("month", "2025-05", "2025-05")},
        "D": {("cumulative", "2024-07", "2025-05")},
    }
    assert "WORLD" in {row.market for row in may.rows}


def test_re_exports_are_not_all_exports(may, workbook):
    path = workbook({"S": australia(11)}, "asked.xlsx")
    plan = replace(may.tables[0], left_out_rows=())
    asked = read_return(path, directions=Directions((plan,), sender="ABS"))
    assert [(q.ask, q.about) for q in asked.questions] == [(Ask.NAME, "memo: ASEAN re-exports")]
    assert not [row for row in asked.rows if row.cell.endswith("10")]


@pytest.mark.parametrize(("month", "first"), [("2025-06", "2024-07"), ("2025-07", "2025-07")])
def test_the_next_month_asks_for_its_month_alone_and_a_fiscal_year_begins_where_it_did(
    may, workbook, month, first
):
    names = may.tables[0].left_out_names
    plans = tuple(replace(lasting(p), left_out_names=names) for p in may.tables)
    knowledge = Knowledge(layouts=(LearnedLayout("exports", "ABS", plans),))
    path = workbook({"S": australia(12)}, "next.xlsx")
    reading = read_return(path, knowledge)
    assert (reading.layout, reading.rows) == ("exports", ())
    assert [q.ask for q in reading.questions] == [Ask.MONTH]
    told = tuple(replace(p, month=month) for p in reading.tables)
    answered = read_return(path, knowledge, Directions(told))
    assert answered.questions == ()
    assert periods(answered) == {
        "C": {("month", month, month)}, "D": {("cumulative", first, month)},
    }  # fmt: skip
    assert {row.cell for row in answered.rows if row.cell.startswith("C")} == {
        f"C{n}" for n in (7, 8, 9, 11, 12)
    }


def test_a_name_of_both_flows_is_near_what_both_catalogues_have(workbook):
    rows = (
        ("Trade of Malaysia by major product, US$ million",), (),
        ("Product", "Exports", None, "Imports"), (None, "Apr 2025", "May 2025", "May 2025"),
        ("Total", 100.5, 101.5, 90.5), ("Petroleum productz", 10.5, 11.5, 9.5),
        ("Rubber", 5.5, 6.5, 4.5),
    )  # fmt: skip
    path = workbook({"S": filled(rows)})
    reading = read_return(path, directions=Directions(read_return(path).tables, sender="METS"))
    (asked,) = [q for q in reading.questions if q.ask is Ask.NAME]
    assert asked.flow == ""
    assert asked.choices
    assert all(code in items(way) for way in TRADE for code in asked.choices)


@pytest.mark.parametrize(
    ("note", "day"),
    [
        ("NOTE: Data are not seasonally adjusted. Released June 5, 2025", "2025-06-05"),
        ("Tarikh keluaran: 20 June 2025", "2025-06-20"),
        ("Issued on 2025/06/08", "2025-06-08"),
        ("Published 5th Jun. 2025", "2025-06-05"),
        ("Reference period: May 2025", ""),
    ],
)
def test_the_day_that_another_country_prints_is_the_returns_own(workbook, note, day):
    rows = (
        ("Exports of Malaysia by country, US$ million",), ("Country", "Apr 2025", "May 2025"),
        ("Total", 100.5, 101.5), ("China", 40.5, 41.5), ("Japan", 30.5, 31.5), (), (note,),
    )  # fmt: skip
    path = workbook({"S": filled(rows)})
    reading = read_return(path, directions=Directions(read_return(path).tables, sender="METS"))
    assert reading.rows
    assert str(reading.reported_on or "") == day
