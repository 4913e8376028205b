"""The statistics office's monthly layout: columns by their headings, rows by their labels."""

from datetime import date

import pytest

from desktop.figures.reading import Ask, DateOrigin
from desktop.returns import read_return
from tests.returns.made import EXPORTS, codes, monthly_sheet, summary

JUNE = ("Sơ bộ", "tháng 6", "năm 2025")


def values(reading):
    return [summary(row) for row in reading.rows]


def test_a_whole_small_book(monthly):
    reading = monthly()
    assert values(reading) == [
        "D9 TOTAL value month 2025-06 preliminary 1e+09 USD",
        "D10 TOTAL/DOMESTIC value month 2025-06 preliminary 3e+08 USD",
        "D11 TOTAL/FDI value month 2025-06 preliminary 7e+08 USD",
        "D12 CRUDE/FDI value month 2025-06 preliminary 5e+07 USD",
        "D13 OTHER/FDI value month 2025-06 preliminary 6.5e+08 USD",
        "D15 SEAFOOD value month 2025-06 preliminary 1.205e+08 USD",
        "C16 COFFEE quantity month 2025-06 preliminary 30250 t",
        "D16 COFFEE value month 2025-06 preliminary 9e+07 USD",
        "C17 CRUDE quantity month 2025-06 preliminary 80000 t",
        "D17 CRUDE value month 2025-06 preliminary 5e+07 USD",
    ]
    assert codes(reading) == []
    assert (reading.layout, reading.sender, str(reading.month)) == ("gso_monthly", "GSO", "2025-06")
    assert [check.code for check in reading.checks if check.agrees] == [
        "sector_sum", "fdi_sum", "items_within_total",
    ]  # fmt: skip
    assert (reading.rows[6].printed, reading.rows[6].label) == ("30.25", "Cà phê")


@pytest.mark.parametrize("merged", [True, False])
def test_headings_merged_or_only_centred(monthly, merged):
    assert len(monthly(merged=merged).rows) == 10


def test_the_january_trap_and_a_year_that_is_a_number(monthly):
    reading = monthly(
        heads=(("Sơ bộ", "năm", 2024), ("Sơ bộ", "tháng 01", "năm 2025")),
        rows=(("TỔNG TRỊ GIÁ", None, None, 405531.7, None, None, 33085.3),),
    )
    assert values(reading) == [
        "D9 TOTAL value year 2024-01..2024-12 preliminary 4.05532e+11 USD",
        "G9 TOTAL value month 2025-01 preliminary 3.30853e+10 USD",
    ]
    assert str(reading.month) == "2025-01"


def test_a_year_forecast_is_no_year_to_date(monthly):
    reading = monthly(
        heads=(("Thực hiện", "9 tháng", "năm 2024"), ("Ước tính", "", "năm 2024")),
        rows=(("TỔNG TRỊ GIÁ", None, None, 299.6, None, None, 400.0),),
    )
    assert [row.basis for row in reading.rows] == ["cumulative", "year_forecast"]


def test_growth_is_kept_apart_whatever_way_it_is_printed(monthly):
    heads = (JUNE, ("Tháng 6 năm 2025", "so với cùng kỳ", "năm trước (%)"))
    ratios = (1.144, 1.159, 1.399)
    rows = tuple(
        (None, label, None, amount, None, None, ratio)
        for label, amount, ratio in zip(
            ("Tổng trị giá", "Thủy sản", "Gạo"), (100.0, 40.0, 30.0), ratios, strict=True
        )
    )
    reading = monthly(heads=heads, rows=rows)
    growth = [row for row in reading.rows if row.measure == "growth_value"]
    assert [(row.value, row.unit, row.printed) for row in growth] == [
        (114_400, "index", "1.144"), (115_900, "index", "1.159"), (139_900, "index", "1.399"),
    ]  # fmt: skip
    assert codes(reading) == ["growth_scale"]
    assert [seen.used for seen in reading.sheets[0].columns] == [True, True, False, False]


def test_growth_on_the_month_before_is_left_out_and_says_so(monthly):
    heads = (JUNE, ("So với", "tháng trước", "(%)"))
    reading = monthly(heads=heads, rows=(("TỔNG TRỊ GIÁ", None, None, 1.0, None, None, 99.0),))
    assert len(reading.rows) == 1
    assert reading.sheets[0].columns[-1].why == "compared_period_before"


def test_scratch_columns_spacers_and_heading_numbers_are_no_figures(monthly):
    def scribble(sheet):
        sheet["F6"], sheet["G7"] = "utt5", "t6/t5"
        for row in range(9, 18):
            sheet.cell(row, 5, 1.0)
            sheet.cell(row, 6, 2.0)
            sheet.cell(row, 7, 3.0)
        sheet["D14"] = 100.0

    reading = monthly(scribble)
    assert {row.cell[0] for row in reading.rows} == {"C", "D"}
    assert len(reading.rows) == 10
    assert codes(reading) == ["stray_numbers"]


def test_hidden_rows_columns_and_sheets_are_no_figures(monthly, workbook):
    def hide(sheet):
        sheet.row_dimensions[16].hidden = True
        sheet.column_dimensions["C"].hidden = True

    reading = monthly(hide)
    assert "COFFEE" not in {row.item for row in reading.rows}
    assert {row.cell[0] for row in reading.rows} == {"D"}
    assert codes(reading) == ["hidden_rows", "hidden_column"]
    assert [f.cell[0] for f in reading.findings if f.code == "hidden_column"] == ["C"]

    def hidden(sheet):
        monthly_sheet(sheet)
        sheet.sheet_state = "hidden"

    path = workbook({"Shown": lambda sheet: sheet.append(["x"]), "Hidden": hidden})
    assert [seen.why for seen in read_return(path).sheets] == ["no_trade_title", "hidden_sheet"]


@pytest.mark.parametrize(
    ("value", "code"),
    [
        ("#REF!", "error_cell"),
        ("=1+1", "no_cached_value"),
        (True, "not_a_number"),
        ("chưa có", "not_a_number"),
        ("1.234", "ambiguous_number"),
        ("00123", "leading_zeros"),
        (date(2026, 2, 1), "date_for_number"),
        ("107,2", "text_numbers"),
        ("-", None),
        ("…", None),
        ("   ", None),
    ],
)
def test_odd_cells_cost_only_themselves(monthly, value, code):
    def spoil(sheet):
        sheet["D15"] = value

    reading = monthly(spoil)
    assert codes(reading) == ([code] if code else [])
    kept = [row.value for row in reading.rows if row.cell == "D15"]
    assert kept == ([107_200_000_000] if code == "text_numbers" else [])
    assert len(reading.rows) == 9 + len(kept)
    if code and code != "text_numbers":
        assert (reading.findings[0].sheet, reading.findings[0].cell) == ("14.XK", "D15")


def test_a_column_written_in_two_ways_asks_about_what_neither_decides(monthly):
    def spoil(sheet):
        sheet["D15"], sheet["D16"], sheet["D17"] = "107,5", "107.5", "1.234"

    reading = monthly(spoil)
    assert set(codes(reading)) == {"ambiguous_number", "text_numbers"}
    assert [q.cell for q in reading.questions if q.ask is Ask.WRITING] == ["D17"]
    read = {row.cell: row.value for row in reading.rows}
    assert read["D15"] == read["D16"] == 107_500_000_000
    assert "D17" not in read


def test_a_figure_that_excel_made_a_day_of_is_named_with_its_date(monthly):
    def spoil(sheet):
        sheet["D15"], sheet["D15"].number_format = 46054, "d-mmm"

    finding = monthly(spoil).findings[0]
    assert (finding.code, finding.cell, finding.found) == ("date_for_number", "D15", "2026-02-01")


@pytest.mark.parametrize("code", ["00000", "000.0", '00"."000', "0000;-0000"])
def test_a_format_that_shows_leading_zeros_makes_no_code_of_an_amount(monthly, code):
    def spoil(sheet):
        for row in range(9, 18):
            sheet[f"D{row}"].number_format = code

    reading = monthly(spoil)
    assert codes(reading) == []
    assert [row.value for row in reading.rows] == [row.value for row in monthly().rows]


@pytest.mark.parametrize(
    ("number", "thousandths"),
    [
        (0.1 + 0.2, 300_000_000),
        (1234.567890123, 1_234_567_890_123),
        (12.678513957881481, 12_678_513_958),
        (0.000001, 1_000),
    ],
)
def test_nothing_is_truncated(monthly, number, thousandths):
    def fill(sheet):
        sheet["D15"] = number

    (row,) = [row for row in monthly(fill).rows if row.cell == "D15"]
    assert abs(row.value - thousandths) <= 1
    assert float(row.printed) == pytest.approx(number, rel=1e-15)


def test_an_unknown_name_is_never_guessed_but_near_names_are_offered(monthly):
    def rename(sheet):
        sheet["B16"] = "Cà phe"

    reading = monthly(rename)
    assert "COFFEE" not in {row.item for row in reading.rows}
    assert codes(reading) == ["unknown_item"]
    finding = reading.findings[0]
    assert finding.found == "Cà phe"
    assert "Cà phê" in finding.expected


@pytest.mark.parametrize(
    ("label", "item"),
    [
        ("Thuỷ sản", "SEAFOOD"),
        ("  THỦY   SẢN (*)", "SEAFOOD"),
        ("1. Thủy sản", "SEAFOOD"),
        ("- Thủy sản", "SEAFOOD"),
        ("Hoá chất", "CHEM"),
    ],
)
def test_spellings_of_one_name(monthly, label, item):
    def rename(sheet):
        sheet["B15"] = label

    assert [row.item for row in monthly(rename).rows if row.cell == "D15"] == [item]


def test_cars_are_counted_as_the_footnote_says(monthly):
    def rows(note):
        return (
            ("TỔNG TRỊ GIÁ", None, None, 100.0),
            (None, "Ô tô", None, 50.0),
            (None, "Trong đó: Nguyên chiếc(*)", 12.5, 30.0),
            (None, note),
        )

    title = "15. Hàng hóa nhập khẩu"
    for note, pieces in (("(*)Chiếc, triệu USD", 12_500), ("(*)Nghìn chiếc", 12_500_000)):
        reading = monthly(rows=rows(note), title=title)
        (cars,) = (row for row in reading.rows if row.measure == "quantity")
        assert (cars.item, cars.value, cars.unit) == ("CARS", pieces, "pcs")
        assert codes(reading) == []
    assert codes(monthly(rows=rows(None), title=title)) == ["unit_by_price"]


def test_pieces_without_a_unit_are_thousands_where_one_would_cost_millions(monthly):
    def cars(quantity):
        rows = (
            ("TỔNG TRỊ GIÁ", None, None, 100.0),
            (None, "Ô tô", None, 50.0),
            (None, "Trong đó: Nguyên chiếc", quantity, 30.0),
        )
        reading = monthly(rows=rows, title="15. Hàng hóa nhập khẩu")
        (read,) = (row for row in reading.rows if row.measure == "quantity")
        return read.value, codes(reading)

    assert cars(1.5) == (1_500_000, ["unit_by_price"])
    assert cars(1_500.0) == (1_500_000, ["unit_assumed"])


def test_motorcycles_without_a_unit_are_thousands_where_one_would_cost_a_car(monthly):
    def motorcycles(quantity):
        rows = (("TỔNG TRỊ GIÁ", None, None, 900.0), (None, "Xe máy(*)", quantity, 33.0))
        reading = monthly(rows=rows, title="15. Hàng hóa nhập khẩu")
        (read,) = (row for row in reading.rows if row.measure == "quantity")
        return read.value, codes(reading)

    assert motorcycles(70.0) == (70_000_000, ["unit_by_price"])
    assert motorcycles(70_000.0) == (70_000_000, ["unit_assumed"])


def test_rows_after_a_footnote_are_no_figures(monthly):
    rows = (*EXPORTS, (None, "Ghi chú: số liệu ước tính"), (), (None, "Gạo", 1.0, 2.0))
    assert "RICE" not in {row.item for row in monthly(rows=rows).rows}


def test_the_same_figure_twice(monthly):
    same = monthly(rows=(*EXPORTS, (None, "Thủy sản", None, 120.5)))
    assert codes(same) == ["repeated_row"]
    other = monthly(rows=(*EXPORTS, (None, "Thủy sản", None, 99.0)))
    assert codes(other) == ["contradicting_rows"]
    assert [row.value for row in other.rows if row.item == "SEAFOOD"] == [120_500_000_000]


def test_a_column_that_means_the_same_as_one_before(monthly):
    rows = (("TỔNG TRỊ GIÁ", None, None, 1.0, None, None, 2.0),)
    reading = monthly(heads=(JUNE, JUNE), rows=rows)
    assert (reading.rows, codes(reading)) == ((), ["columns_deny"])
    assert reading.findings[-1].cell == "G9"
    copied = (("TỔNG TRỊ GIÁ", None, None, 1.0, None, None, 1.0),)
    reading = monthly(heads=(JUNE, JUNE), rows=copied)
    assert values(reading) == ["D9 TOTAL value month 2025-06 preliminary 1e+06 USD"]
    assert [seen.why for seen in reading.sheets[0].columns] == ["", "", *["same_meaning"] * 2]


def test_figures_without_a_unit_are_left_out(monthly):
    reading = monthly(unit="", rows=(("TỔNG TRỊ GIÁ", None, None, 1.0),))
    assert codes(reading) == ["no_figures", "no_unit"]
    assert reading.refused


@pytest.mark.parametrize(
    ("row", "value", "code"),
    [
        (10, 310.0, "check_sector_sum"),
        (12, 60.0, "check_fdi_sum"),
        (15, 1200.0, "check_items_within_total"),
    ],
)
def test_sums_that_do_not_add_up_are_told(monthly, row, value, code):
    def spoil(sheet):
        sheet.cell(row, 4, value)

    assert codes(monthly(spoil)) == [code]


def test_the_year_to_date_is_held_against_its_months(monthly):
    def column(*amounts):
        cells = ["TỔNG TRỊ GIÁ"]
        for amount in amounts:
            cells += [None, None, amount]
        return (tuple(cells),)

    year = "năm 2025"
    heads = (("Thực hiện", "5 tháng", year), JUNE, ("Cộng dồn", "6 tháng", year))
    assert codes(monthly(heads=heads, rows=column(180.0, 39.5, 219.5))) == []
    assert codes(monthly(heads=heads, rows=column(180.0, 39.5, 280.0))) == [
        "check_previous_plus_month"
    ]
    assert codes(monthly(heads=heads[1:], rows=column(39.5, 21.9))) == [
        "check_month_within_cumulative"
    ]
    forecast = (("Ước tính", year),)
    assert codes(monthly(heads=heads[2:] + forecast, rows=column(219.5, 440.0))) == []
    assert codes(monthly(heads=heads[2:] + forecast, rows=column(219.5, 39.5))) == [
        "check_forecast_above_to_date"
    ]


def test_a_sheet_left_over_from_another_month_is_told(workbook):
    may = (("Sơ bộ", "tháng 5", "năm 2025"),)
    path = workbook(
        {
            "XK": monthly_sheet,
            "NK": lambda sheet: monthly_sheet(sheet, may, title="15. Hàng hóa nhập khẩu"),
        }
    )
    (finding,) = (f for f in read_return(path).findings if f.code == "months_differ")
    assert (finding.sheet, finding.found, finding.expected) == ("NK", "2025-05", "2025-06")


def test_a_name_that_says_another_month_is_told(workbook):
    path = workbook({"XK": monthly_sheet}, name="02-Bieu-T5.2025.xlsx")
    assert codes(read_return(path)) == ["name_says_other_month"]


@pytest.mark.parametrize(
    ("line", "day", "origin"),
    [
        ("Số liệu cập nhật đến ngày 31/07/2025", "2025-07-31", DateOrigin.PRINTED),
        ("Hà Nội, ngày 10 tháng 7 năm 2025", "2025-07-10", DateOrigin.PRINTED),
        ("Hà Nội, ngày 31 tháng 6 năm 2025", "2025-07-06", DateOrigin.CALENDAR),
        ("Quyết định ngày 01/02/2019", "2025-07-06", DateOrigin.CALENDAR),
        ("", "2025-07-06", DateOrigin.CALENDAR),
    ],
)
def test_the_return_s_own_date(monthly, line, day, origin):
    def date(sheet):
        sheet["A2"] = line

    reading = monthly(date)
    assert (str(reading.reported_on), reading.date_origin) == (day, origin)
    assert codes(reading) == []


@pytest.mark.parametrize(
    ("month", "day"),
    [
        ("tháng 2/2023", "2023-02-28"),
        ("tháng 7/2024", "2024-07-29"),
        ("tháng 8/2024", "2024-09-06"),
    ],
)
def test_the_calendar_of_the_statistics_office(monthly, month, day):
    assert str(monthly(heads=(("Sơ bộ", month, ""),)).reported_on) == day


def test_totals_of_foreign_invested_enterprises_alone_are_theirs(monthly):
    reading = monthly(
        title="4. Hàng hóa xuất khẩu của doanh nghiệp có vốn đầu tư nước ngoài",
        rows=((None, "Thủy sản", None, 10.0),),
    )
    assert [row.ownership for row in reading.rows] == ["FDI"]
