"""Tables that an office types by hand: no title, names beside ways of trade or months."""

from datetime import date

import pytest

from desktop.figures.reading import Ask
from desktop.returns import read_return
from tests.returns.made import codes, put_rows

GOODS = (("Electronics & computers", 900.5, 700.25), ("Rice", 100, 10.5), ("Total", 1000.5, 710.75))
MARKETS = (("United States", 400, 60), ("China", 300, 200))
READ = [
    "B{} ELEC WORLD 2025-03 900.5",
    "C{} ELEC WORLD 2025-03 700.25",
    "B{} RICE WORLD 2025-03 100",
    "C{} RICE WORLD 2025-03 10.5",
    "B{} TOTAL WORLD 2025-03 1000.5",
    "C{} TOTAL WORLD 2025-03 710.75",
]


@pytest.fixture
def typed(workbook):
    """Read sheets of these rows, by their names."""

    def read(book="report.xlsx", **sheets):
        return read_return(
            workbook(
                {
                    name.replace("_", " "): lambda target, rows=rows: put_rows(target, rows)
                    for name, rows in sheets.items()
                },
                book,
            )
        )

    return read


def summary(row):
    """What a row is of, its month, and its value in million USD."""
    assert (row.measure, row.basis, row.unit) == ("value", "month", "USD")
    month = f"{row.period_end // 12}-{row.period_end % 12 + 1:02}"
    return f"{row.cell} {row.item} {row.market} {month} {row.value / 1e9:g}"


def read_at(first):
    return [line.format(first + at // 2) for at, line in enumerate(READ)]


def balanced(rows):
    return [(*row, row[1] - row[2]) for row in rows]


@pytest.mark.parametrize("head", ["Commodity", "Commodity group", "Product", "Item"])
def test_ways_of_trade_stand_beside_names_beneath_a_line_of_the_month(typed, head):
    lines = [("Trade by commodity group",), ("Period: March 2025",), ("USD million",)]
    reading = typed(
        Data=[*lines, (head, "Exports", "Imports", "Balance"), *balanced(GOODS)],
    )
    assert [summary(row) for row in reading.rows] == read_at(5)
    assert [row.flow for row in reading.rows] == ["export", "import"] * 3
    assert {*codes(reading)} == {"total_too_small"}  # for ours, as nobody else is named


def test_what_stands_above_the_first_table_is_said_of_the_next(typed):
    lines = [("Period: March 2025",), ("USD million",)]
    heads = ("Exports", "Imports", "Balance")
    first = [("Commodity", *heads), *balanced(GOODS)]
    second = [("Market", *heads), *balanced(MARKETS)]
    reading = typed(Data=[*lines, *first, (), *second])
    assert [summary(row) for row in reading.rows][len(READ) :] == [
        "B9 TOTAL US 2025-03 400",
        "C9 TOTAL US 2025-03 60",
        "B10 TOTAL CN 2025-03 300",
        "C10 TOTAL CN 2025-03 200",
    ]
    assert {*codes(reading)} == {"total_too_small", "whose_assumed"}


def test_in_vietnamese_with_running_numbers(typed):
    lines = [("BÁO CÁO THƯƠNG MẠI THÁNG 5 NĂM 2025",), ("ĐVT: triệu USD",)]
    heads = ("STT", "Nhóm hàng", "Xuất khẩu", "Nhập khẩu", "Cán cân")
    reading = typed(T5=[*lines, heads, (1, "Gạo", 50, 2, 48), (2, "Hàng thủy sản", 70, 20, 50)])
    assert [summary(row) for row in reading.rows] == [
        "C4 RICE WORLD 2025-05 50",
        "D4 RICE WORLD 2025-05 2",
        "C5 SEAFOOD WORLD 2025-05 70",
        "D5 SEAFOOD WORLD 2025-05 20",
    ]


def test_a_sheet_a_month_that_only_its_tab_names(typed):
    heads = ("Commodity group", "Exports (USD mn)", "Imports (USD mn)")
    reading = typed(
        February_2025=[heads, *GOODS],
        March_2025=[heads, *GOODS],
    )
    assert [summary(row) for row in reading.rows if row.sheet == "March 2025"] == read_at(2)
    assert {(row.sheet, row.period_end) for row in reading.rows} == {
        ("February 2025", 2025 * 12 + 1),
        ("March 2025", 2025 * 12 + 2),
    }


MONTHS = [date(2025, month, 1) for month in (1, 2, 3)]


@pytest.mark.parametrize(
    ("sheet", "above"),
    [("Exports_by_market", "USD million"), ("Data", "Exports by market (USD million)")],
)
def test_months_may_stand_over_the_columns_as_dates(typed, sheet, above):
    rows = [(above,), ("Market", *MONTHS), ("Japan", 10, 20, 30), ("India", 4, 7, 6.5)]
    reading = typed(**{sheet: rows})
    assert [summary(row) for row in reading.rows] == [
        "B3 TOTAL JP 2025-01 10",
        "C3 TOTAL JP 2025-02 20",
        "D3 TOTAL JP 2025-03 30",
        "B4 TOTAL IN 2025-01 4",
        "C4 TOTAL IN 2025-02 7",
        "D4 TOTAL IN 2025-03 6.5",
    ]
    assert {row.flow for row in reading.rows} == {"export"}
    told = [f.found for f in reading.findings if f.code == "flow_by_name"]
    assert told == (["Exports by market"] if sheet != "Data" else [])


def test_a_unit_that_nothing_says_is_asked(typed):
    reading = typed(Exports_by_market=[("Market", *MONTHS), ("Japan", 10, 20, 30)])
    assert not reading.rows
    assert [question.ask for question in reading.questions] == [Ask.UNIT]


@pytest.mark.parametrize(
    ("sheet", "lines"),
    [
        ("Data", ["Exhibit 14. U.S. Trade in Goods by Selected Countries: March 2025"]),
        ("Malaysia", ["March 2025"]),
        ("Data", ["March 2025", "Department of Statistics, Malaysia"]),
    ],
)
def test_another_countrys_is_only_proposed(typed, sheet, lines):
    above = [*((line,) for line in lines), ("USD million",)]
    reading = typed(**{sheet: [*above, ("Country", "Exports", "Imports"), *MARKETS]})
    assert not reading.rows
    assert Ask.LAYOUT in {question.ask for question in reading.questions}


def test_what_names_neither_way_of_trade_is_no_table(typed):
    lines = [("Retail sales, March 2025 (USD million)",)]
    reading = typed(Data=[*lines, ("Commodity", "Sales", "Stock"), *GOODS])
    assert not reading.rows


@pytest.mark.parametrize(
    ("lines", "head", "months"),
    [
        (["Viet Nam's trade 2025 (USD million)"], "Month", ["Jan", "Feb"]),
        (["Viet Nam's trade 2025 (USD million)"], "Month", ["January", "February"]),
        (["Viet Nam's trade (USD million)"], "Period", ["2025-01", "2025-02"]),
        (["Viet Nam's trade (USD million)"], "Month", ["Jan 2025", "Feb 2025"]),
        (["Viet Nam's trade (USD million)"], "Date", [date(2025, 1, 31), date(2025, 2, 28)]),
    ],
)
def test_months_may_stand_in_rows_beside_both_ways_of_trade(typed, lines, head, months):
    rows = [(head, "Exports", "Imports", "Balance")]
    rows += [(months[0], 30, 28, 2), (months[1], 25.5, 26, -0.5)]
    reading = typed(Data=[*((line,) for line in lines), *rows])
    assert [(row.flow, summary(row)) for row in reading.rows] == [
        ("export", "B3 TOTAL WORLD 2025-01 30"), ("import", "C3 TOTAL WORLD 2025-01 28"),
        ("export", "B4 TOTAL WORLD 2025-02 25.5"), ("import", "C4 TOTAL WORLD 2025-02 26"),
    ]  # fmt: skip
    assert codes(reading) == []


def test_in_vietnamese_the_months_are_of_the_titles_year(typed):
    title = "Kim ngạch xuất nhập khẩu năm 2025 (triệu USD)"
    rows = [("Tháng", "Xuất khẩu", "Nhập khẩu"), ("Tháng 1", 30, 28), ("Tháng 2", 25.5, 26)]
    reading = typed(T=[(title,), *rows])
    assert [row.period_end for row in reading.rows] == [24300, 24300, 24301, 24301]


def test_months_without_any_year_are_not_read(typed):
    rows = [("Month", "Exports", "Imports"), ("Jan", 30, 28), ("Feb", 25.5, 26)]
    assert not typed(Data=[("Viet Nam's trade (USD million)",), *rows]).rows


def test_totals_alone_do_not_tell_whose_they_are(typed):
    rows = [("Month", "Exports", "Imports"), ("Jan 2025", 30, 28), ("Feb 2025", 25.5, 26)]
    assert not typed(Data=[("Trade (USD million)",), *rows]).rows


@pytest.mark.parametrize("line", ["U.S. trade in goods 2025", "Trade of Malaysia 2025"])
def test_another_countrys_months_are_only_proposed(typed, line):
    rows = [("Month", "Exports", "Imports"), ("Jan 2025", 30, 28), ("Feb 2025", 25.5, 26)]
    assert not typed(Data=[(f"{line} (USD million)",), *rows]).rows


def test_a_region_before_a_market_is_none_of_its_name(typed):
    title = ("Exports by market, Jan-Jun 2025 (USD million)",)
    heads = ("Region", "Country", "2025", "2024")
    rows = [("Asia", "China", 50, 40), (None, "Japan", 30, 29), ("Europe", "Germany", 8, 7)]
    reading = typed(Data=[title, heads, *rows])
    assert {(row.cell, row.market) for row in reading.rows if row.cell[0] == "C"} == {
        ("C3", "CN"), ("C4", "JP"), ("C5", "DE"),
    }  # fmt: skip
    unknown = typed(Data=[title, heads, ("Rubber", "China", 5, 4), *rows])
    assert "C3" not in {row.cell for row in unknown.rows}
    assert "unknown_market" in codes(unknown)


def test_partners_over_columns_or_in_the_next_table_are_not_whose_trade_it_is(typed):
    heads = ("Month", "United States", "China", "Japan")
    months = [(date(2025, month, 1), 5.5, 6.5, 7.5) for month in range(1, 7)]
    reading = typed(Exports=[("Exports by market (USD million)",), heads, *months])
    found = {(row.cell, row.market, row.province) for row in reading.rows if row.cell[1:] == "3"}
    assert found == {("B3", "US", ""), ("C3", "CN", ""), ("D3", "JP", "")}
