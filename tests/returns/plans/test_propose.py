"""Layouts that nobody taught: proposed, not read before somebody confirms, then read right."""

import pytest
from openpyxl import load_workbook

from desktop.figures.directions import NOTHING_LEARNED, Directions
from desktop.figures.month import Month
from desktop.figures.places import sample
from desktop.figures.reading import Ask
from desktop.returns import read_return
from tests.returns.plans import foreign
from tests.returns.plans.foreign import filled


@pytest.fixture
def proposed(workbook):
    def read(rows):
        path = workbook({"S1": filled(rows)}, "table.xlsx")
        return path, read_return(path)

    return read


@pytest.fixture
def confirmed(proposed):
    def read(rows):
        path, reading = proposed(rows)
        assert reading.rows == ()
        assert Ask.LAYOUT in [question.ask for question in reading.questions]
        return read_return(path, NOTHING_LEARNED, Directions(plans=reading.tables))

    return read


def told(reading, flows=("export", "import", "balance")):
    """What the figures say, one line each: cell, whose, flow, item or market, months, amount."""
    lines = []
    for row in reading.rows:
        start, end = Month.from_ordinal(row.period_start), Month.from_ordinal(row.period_end)
        months = str(end) if start == end else f"{start}..{end}"
        what = row.market if row.item == "TOTAL" else row.item
        growth = "" if row.measure == "value" else f"{row.measure} "
        if row.flow in flows:
            lines.append(
                f"{row.cell} {row.province} {row.flow} {what} {growth}{row.basis} {months} "
                f"{row.value / 1000:.6g}"
            )
    return lines


def test_months_in_rows_with_growth_and_a_year_to_date(confirmed):
    assert told(confirmed(foreign.KOREA), ("export",)) == [
        "B5 KR export WORLD month 2025-01 4.91005e+10",
        "C5 KR export WORLD growth_value month 2025-01 89.8",
        "B6 KR export WORLD month 2025-02 5.24005e+10",
        "C6 KR export WORLD growth_value month 2025-02 100.7",
        "B7 KR export WORLD cumulative 2025-01..2025-02 1.01501e+11",
        "C7 KR export WORLD growth_value cumulative 2025-01..2025-02 95.1",
    ]


def test_markets_beneath_continents_and_whose_table_it_is_by_its_source(confirmed):
    assert told(confirmed(foreign.TAIWAN)) == [
        "B5 TW export WORLD month 2025-01 3.87051e+10",
        "C5 TW export ASIA month 2025-01 2.42103e+10",
        "E5 TW export JP month 2025-01 2.3104e+09",
        "G5 TW export US month 2025-01 8.8017e+09",
        "B6 TW export WORLD month 2025-02 4.13124e+10",
        "C6 TW export ASIA month 2025-02 2.58766e+10",
        "E6 TW export JP month 2025-02 2.4559e+09",
        "G6 TW export US month 2025-02 9.9148e+09",
    ]


def test_per_cent_is_growth_whatever_it_is_called(confirmed):
    assert told(confirmed(foreign.CHINA_COUNTRIES))[-3:] == [
        "D7 CN export US month 2025-08 2.3e+10",
        "E7 CN export US cumulative 2025-01..2025-08 2.8e+11",
        "G7 CN export US growth_value cumulative 2025-01..2025-08 84.5",
    ]
    assert told(confirmed(foreign.INDONESIA_GOODS))[-4:] == [
        "B6 ID export WORLD month 2025-08 2.49603e+10",
        "C6 ID export WORLD growth_value month 2025-08 105.8",
        "D6 ID export WORLD cumulative 2025-01..2025-08 1.8513e+11",
        "E6 ID export WORLD growth_value cumulative 2025-01..2025-08 107.8",
    ]


def test_a_balance_may_be_below_zero(confirmed):
    assert told(confirmed(foreign.THAILAND)) == [
        "B4 TH export WORLD month 2025-01 2.5277e+10",
        "C4 TH import WORLD month 2025-01 2.71572e+10",
        "D4 TH balance WORLD month 2025-01 -1.8802e+09",
        "B5 TH export WORLD month 2025-02 2.67071e+10",
        "C5 TH import WORLD month 2025-02 2.47189e+10",
        "D5 TH balance WORLD month 2025-02 1.9882e+09",
    ]


def test_months_in_rows_beneath_years_in_columns(confirmed):
    lines = told(confirmed(foreign.MALAYSIA))
    assert lines[:4] == [
        "B4 MY export WORLD month 2024-01 2.5e+10",
        "C4 MY export WORLD month 2025-01 2.7e+10",
        "B5 MY export WORLD month 2024-02 2.5001e+10",
        "C5 MY export WORLD month 2025-02 2.7001e+10",
    ]
    assert len(lines) == 8  # nothing of the totals: that of 2025 is no year's


def test_goods_in_rows_and_the_year_in_the_title(confirmed):
    reading = confirmed(foreign.INDIA)
    assert told(reading)[:4] == [
        "B4 IN export WORLD month 2025-01 3.64e+10",
        "C4 IN export WORLD month 2025-02 3.69e+10",
        "D4 IN export WORLD month 2025-03 4.19e+10",
        "B5 IN export COFFEE month 2025-01 1.8e+08",
    ]
    assert [(q.ask, q.about) for q in reading.questions] == [(Ask.NAME, "Widgets")]


def test_importers_are_the_markets_of_what_is_exported(confirmed):
    assert told(confirmed(foreign.TRADE_MAP)) == [
        "B6 MY export WORLD month 2025-05 2.745e+10",
        "C6 MY export WORLD month 2025-06 2.86e+10",
        "B7 MY export CN month 2025-05 4.1003e+09",
        "C7 MY export CN month 2025-06 4.80021e+09",
        "B8 MY export JP month 2025-05 1.5001e+09",
        "C8 MY export JP month 2025-06 1.60011e+09",
    ]


def test_months_and_units_in_indonesian(confirmed):
    assert told(confirmed(foreign.INDONESIA))[:3] == [
        "B3 ID export CN month 2025-05 4.3001e+09",
        "C3 ID export CN month 2025-06 5.2002e+09",
        "D3 ID export CN cumulative 2025-01..2025-06 2.93004e+10",
    ]


def test_fiscal_years(confirmed):
    assert told(confirmed(foreign.BANGLADESH), ("balance",)) == [
        "D3 BD balance WORLD year 2022-07..2023-06 -1.95028e+10",
        "D4 BD balance WORLD year 2023-07..2024-06 -2.2255e+10",
    ]


def test_two_tables_side_by_side(confirmed):
    assert told(confirmed(foreign.SINGAPORE)) == [
        "B4 SG export CN month 2025-01 4.8005e+09",
        "B5 SG export HK month 2025-01 4.1005e+09",
        "B6 SG export US month 2025-01 3.7005e+09",
        "F4 SG import MY month 2025-01 4.3001e+09",
        "F5 SG import CN month 2025-01 4.2001e+09",
        "F6 SG import JP month 2025-01 1.9001e+09",
    ]


def test_two_tables_one_beneath_the_other(confirmed):
    lines = told(confirmed(foreign.PHILIPPINES))
    assert len(lines) == 8
    assert lines[0] == "B4 PH export CN month 2025-01 8.001e+08"
    assert lines[-1] == "C9 PH import JP month 2025-02 2.9102e+09"


def test_flows_in_rows(confirmed):
    assert told(confirmed(foreign.GERMANY), ("balance",)) == [
        "B7 DE balance WORLD year 2024-01..2024-12 2.6e+11",
        "C7 DE balance WORLD month 2024-12 2e+10",
        "D7 DE balance WORLD month 2025-01 2e+10",
    ]


def test_the_sum_of_both_flows_is_left_out_and_years_to_date_are_told_apart(confirmed):
    assert told(confirmed(foreign.CHINA), ("export",)) == [
        "C5 CN export WORLD month 2025-01 3.24e+11",
        "F5 CN export WORLD cumulative 2025-01 3.24e+11",
        "C6 CN export WORLD month 2025-02 2.15e+11",
        "F6 CN export WORLD cumulative 2025-01..2025-02 5.39e+11",
    ]


def test_a_year_to_date_ends_with_the_newest_month_of_its_year(confirmed):
    reading = confirmed(foreign.US_COUNTRIES)
    assert told(reading)[:4] == [
        "B5 US export WORLD month 2026-01 1.6e+11",
        "C5 US export WORLD month 2025-12 1.7e+11",
        "D5 US export WORLD cumulative 2026-01 1.6e+11",
        "E5 US import WORLD month 2026-01 2.7e+11",
    ]
    assert {row.status for row in reading.rows if row.cell[0] == "C"} == {"actual"}


def test_a_year_to_date_of_last_year_ends_where_this_one_s_does(confirmed):
    reading = confirmed(foreign.US_TO_DATE)
    assert told(reading)[4:6] == [
        "F5 US export WORLD cumulative 2024-01..2024-05 7.5e+11",
        "G5 US import WORLD cumulative 2024-01..2024-05 1.2e+12",
    ]


def test_a_period_said_in_two_languages_is_one(confirmed):
    assert told(confirmed(foreign.TAIWAN_TWICE)) == [
        "B4 TW export WORLD year 2024-01..2024-12 4.74996e+11",
        "C4 TW import WORLD year 2024-01..2024-12 3.94365e+11",
        "B5 TW export WORLD month 2025-01 3.87071e+10",
        "C5 TW import WORLD month 2025-01 2.86428e+10",
        "B6 TW export WORLD month 2025-02 4.12965e+10",
        "C6 TW import WORLD month 2025-02 3.46651e+10",
    ]


def test_a_calendar_that_is_not_known_is_asked_about(confirmed):
    reading = confirmed(foreign.NEPAL)
    assert reading.rows == ()
    assert "year_unsaid" in [finding.code for finding in reading.findings]
    assert Ask.MONTH in [question.ask for question in reading.questions]


def test_another_currency_is_never_taken_for_dollars(confirmed):
    reading = confirmed(foreign.JAPAN)
    assert reading.rows == ()
    assert "unknown_unit" in [finding.code for finding in reading.findings]
    assert Ask.UNIT not in [question.ask for question in reading.questions]


def test_what_is_proposed_says_its_sender_and_colours_the_sheet(proposed):
    _, reading = proposed(foreign.KOREA)
    (seen,) = reading.sheets
    assert (reading.sender, seen.why, seen.used) == ("KR", "unknown_layout", False)
    assert [(r.kind.value, r.area) for r in seen.regions] == [
        ("title", "A1:F1"), ("heading", "A3:F4"), ("label", "A5:A7"), ("value", "B5:B7"),
        ("growth", "C5:C7"), ("value", "D5:D7"), ("growth", "E5:E7"), ("value", "F5:F7"),
    ]  # fmt: skip


def test_a_sheet_that_speaks_of_no_trade_is_not_proposed(proposed):
    rows = (("Rainfall of Malaysia",), ("Month", 2024, 2025), ("January", 10.5, 11.5),
            ("February", 12.5, 13.5), ("March", 1.5, 2.5))  # fmt: skip
    _, reading = proposed(rows)
    assert reading.tables == ()
    assert [finding.code for finding in reading.findings] == ["no_table"]


@pytest.mark.parametrize("rows", [1, 11_000])
def test_sheets_are_proposed_wherever_they_stand_however_long_they_are(workbook, rows):
    long = (*foreign.KOREA, *((None,) * 9 + ("x",) for _ in range(rows)))
    path = workbook({"S1": filled(long), "S2": filled(long), "S3": filled(foreign.JAPAN)})
    reading = read_return(path)
    assert [seen.name for seen in reading.sheets] == ["S1", "S2", "S3"]
    assert {seen.why for seen in reading.sheets} == {"unknown_layout"}
    assert [plan.sheet for plan in reading.tables] == ["S1", "S2", "S3"]
    assert [q.sheet for q in reading.questions if q.ask is Ask.LAYOUT] == ["S1", "S2", "S3"]


def test_nothing_is_proposed_beside_what_is_read(workbook):
    book = load_workbook(sample("gso", "02-Bieu-T6.2025.xlsx"))
    filled(foreign.KOREA)(book.create_sheet("before", 0))
    path = workbook({"x": filled(foreign.KOREA)})
    book.save(path)
    reading = read_return(path)
    assert reading.rows
    assert "before" not in {plan.sheet for plan in reading.tables}
    assert Ask.LAYOUT not in {question.ask for question in reading.questions}


def test_what_is_weighed_is_no_value(workbook):
    rows = (
        ("Exports of Malaysia by country, March 2025",),
        ("Country", "Value (USD)", "Net mass (kg)"),
        ("China", 900.0, 4000.0), ("Japan", 80.0, 200.0), ("Peru", 7.0, 30.0),
    )  # fmt: skip
    path = workbook({"S": filled(rows)})
    before = read_return(path)
    assert [told.code for told in before.findings] == ["unknown_layout"]
    (plan,) = before.tables
    assert [(c.letter, c.measure, c.unit) for c in plan.columns[1:]] == [
        ("B", "value", "1 USD"), ("C", "quantity", "0.001 t"),
    ]  # fmt: skip
    reading = read_return(path, directions=Directions(plans=(plan,)))
    assert [(r.cell, r.measure, r.value) for r in reading.rows[:2]] == [
        ("B3", "value", 900_000), ("C3", "quantity", 4_000),
    ]  # fmt: skip


def test_words_of_malay_and_two_digit_years_with_their_firmness(confirmed):
    rows = (
        ("MALAYSIA EXTERNAL TRADE STATISTICS, US$ juta",),
        ("Produk / Product", "Eksport", None, None, "Import"),
        (None, "May 24", "Apr 25(r)", "May 25(p)", "May 25(p)"),
        ("JUMLAH / TOTAL", 25585.0, 26100.0, 27200.0, 24100.0),
        ("Rubber", 410.5, 400.5, 405.5, 300.5),
    )
    assert told(confirmed(rows))[:4] == [
        "B4 MY export WORLD month 2024-05 2.5585e+10",
        "C4 MY export WORLD month 2025-04 2.61e+10",
        "D4 MY export WORLD month 2025-05 2.72e+10",
        "E4 MY import WORLD month 2025-05 2.41e+10",
    ]
