"""Industry tables: which are ours, how rows and columns are taken, and that trade never suffers."""

import pytest

from desktop.figures.catalogue import industries
from desktop.figures.finding import Severity
from desktop.figures.series import UNKNOWN
from desktop.returns import read_return
from desktop.returns.industry import _month_that_ended
from desktop.returns.industry_labels import industry_code
from desktop.returns.units import units
from tests.returns.made import TCVN3, codes, monthly_sheet, put_rows, summary

TITLE = "2. Chỉ số sản xuất công nghiệp"
HEADS = ("Tháng 6 năm 2025 so với tháng trước", "Tháng 6 năm 2025 so với cùng kỳ năm 2024")
ROWS = (("Toàn ngành công nghiệp", 101.5, 108.25), ("Khai khoáng", 99, 95), ("Dệt", 102, 110.5))


def table(sheet, rows=ROWS, *, title=TITLE, heads=HEADS, A2=None):  # noqa: N803 - the cell
    sheet["A1"], sheet["A2"], sheet["C3"] = title, A2, "Đơn vị tính: %"
    for column, head in enumerate(heads, start=2):
        sheet.cell(4, column, head)
    put_rows(sheet, rows, first=6)


@pytest.fixture
def industry(workbook):
    """Read a workbook of one industry table; see `table`."""

    def read(rows=ROWS, **layout):
        return read_return(workbook({"IIP": lambda sheet: table(sheet, rows, **layout)}))

    return read


def test_only_what_is_held_against_last_year_is_taken(industry):
    reading = industry()
    assert [summary(row) for row in reading.rows] == [
        "C6 TOTAL production_index month 2025-06 estimate 108.25 index",
        "C7 B production_index month 2025-06 estimate 95 index",
        "C8 13 production_index month 2025-06 estimate 110.5 index",
    ]
    columns = reading.sheets[0].columns
    assert [(c.used, c.why) for c in columns] == [(False, "compared_period_before"), (True, "")]
    assert (reading.layout, reading.sender, str(reading.month)) == (
        "gso_production", "GSO", "2025-06",
    )  # fmt: skip


@pytest.mark.parametrize(
    ("title", "why"),
    [
        ("2. Giá trị sản xuất công nghiệp theo giá so sánh 1994", "constant_prices"),
        ("3. Chỉ số giá trị sản xuất công nghiệp của một số tỉnh", "constant_prices"),
        ("11. Chỉ số sản xuất công nghiệp các quý năm 2024", "quarters"),
        ("8. IIP of every quarter in 2020", "quarters"),
        ("5. Chỉ số sản xuất công nghiệp phân theo địa phương", "by_province"),
        ("Chỉ số sản xuất công nghiệp tỉnh Bắc Ninh tháng 6 năm 2025", "by_province"),
        ("Chỉ số sản xuất công nghiệp trên địa bàn tỉnh", "by_province"),
    ],
)  # fmt: skip
def test_look_alikes_are_left_out_with_a_reason(industry, title, why):
    reading = industry(title=title)
    assert [(s.used, s.why, s.flow) for s in reading.sheets] == [(False, why, "industry")]
    assert reading.refused


@pytest.mark.parametrize("office", ["CỤC THỐNG KÊ TỈNH BẮC NINH", "SỞ CÔNG THƯƠNG THANH HÓA"])
def test_the_indices_of_a_province_are_never_the_countrys(workbook, office):
    def fill(sheet):
        table(sheet)
        sheet.insert_rows(1)
        sheet["A1"] = office

    reading = read_return(workbook({"IIP": fill}))
    assert reading.rows == ()
    assert [seen.why for seen in reading.sheets] == ["by_province"]


@pytest.mark.parametrize(
    ("title", "label"),
    [
        ("2. Chỉ số SXCN", "B. Khai khoáng"),
        ("2. Chỉ số phát triển sản xuất công nghiệp", "Khai khoáng (1)"),
        ("2. Chỉ số SX công nghiệp tháng 6", "- Khai khoáng"),
        ("2.\nChỉ số\nsản xuất\ncông nghiệp", "a. Khai khoáng"),
    ],
)
def test_titles_and_names_as_other_months_print_them(industry, title, label):
    rows = (ROWS[0], (label, 99, 95), ("13. Dệt", 102, 110.5))
    assert [row.item for row in industry(rows, title=title).rows] == ["TOTAL", "B", "13"]


def test_a_note_beneath_that_speaks_of_exports_is_no_title(industry):
    rows = (*ROWS, (None,), ("Xuất khẩu tháng này tăng 12,5% so với tháng trước",))
    assert industry(rows).rows == industry().rows


@pytest.mark.parametrize(
    "label", ["SX thuốc, hóa dược & dược liệu", "Sản xuất thuốc, hoá dược, dược liệu"]
)
def test_words_that_join_names_come_and_go(label):
    assert industry_code(label) == industry_code("Sản xuất thuốc, hóa dược và dược liệu") == "21"


def test_columns_of_a_base_year_are_left_out(industry):
    heads = (
        "Tháng 6/2013 (năm 2010 = 100)",
        "Tháng 6 năm 2013 so với tháng bình quân năm gốc 2010",
    )
    seen = industry(heads=heads).sheets[0]
    assert [(c.used, c.why) for c in seen.columns] == [(False, "compared_base_year")] * 2


def test_a_title_over_two_rows_and_a_table_of_stocks_alone(industry):
    heads = ("Tháng 3/2012", "Tại thời điểm 1/4/2012 so với cùng thời điểm năm trước")
    reading = industry(title="6. Chỉ số tồn kho ngành công nghiệp chế biến", heads=heads)
    assert [summary(row) for row in reading.rows][:1] == [
        "C6 TOTAL inventory_index month 2012-03 estimate 108.25 index"
    ]
    two = industry(title="2. Chỉ số sản xuất", A2="công nghiệp tháng 6 năm 2025")
    assert {row.measure for row in two.rows} == {"production_index"}


def test_the_head_of_the_names_beneath_that_of_a_group_is_no_title(workbook):
    def sheet(named):
        heads = (
            ("7. Chỉ số tiêu thụ và tồn kho ngành công nghiệp chế biến, chế tạo",),
            (None, None, None, None, "%"),
            (None, "Chỉ số tiêu thụ", None, "Chỉ số tồn kho"),
            ("Ngành công nghiệp" if named else None, "Tháng 9", "9 tháng", "Thời điểm"),
            (None, "năm 2025", "năm 2025", "30/9/2025"),
            (None, "so với", "so với", "so với cùng"),
            (None, "cùng kỳ", "cùng kỳ", "thời điểm"),
            (None, "năm trước", "năm trước", "năm trước"),
        )
        goods = (("Toàn ngành chế biến, chế tạo", 101.5, 102.25, 97.5), ("Dệt", 99.5, 98, 110))
        return lambda sheet: put_rows(sheet, (*heads, *goods))

    bare, named = (read_return(workbook({"TTTK": sheet(named)})) for named in (False, True))
    assert [summary(r) for r in named.rows] == [summary(r) for r in bare.rows]
    assert {(r.measure, r.basis) for r in named.rows} == {
        ("consumption_index", "month"), ("consumption_index", "cumulative"),
        ("inventory_index", "month"),
    }  # fmt: skip


@pytest.mark.parametrize(
    "title", ["19. Chỉ số giá sản xuất công nghiệp", "4. Chỉ số sử dụng lao động công nghiệp"]
)
def test_prices_and_labour_are_no_tables_of_ours(industry, title):
    assert [s.why for s in industry(title=title).sheets] == ["no_trade_title"]


def test_a_section_named_twice_is_followed_by_its_only_division(industry):
    rows = (*ROWS, ("Sản xuất và phân phối điện", 1, 108.9), ("Sản xuất và phân phối điện", 1, 107))
    assert [row.item for row in industry(rows).rows][-2:] == ["D", "35"]


def test_a_name_over_three_rows(industry):
    rows = (
        *ROWS, ("Chế biến gỗ và sản xuất sản phẩm từ gỗ, tre, nứa",),
        ("(trừ giường, tủ, bàn ghế); sản xuất sản phẩm từ",),
        ("rơm, rạ và vật liệu tết bện", 100, 107.5),
    )  # fmt: skip
    assert industry(rows).rows[-1].item == "16"


def test_an_unknown_industry_is_told_and_asked_about(industry):
    reading = industry((*ROWS, ("Sản xuất đồ uốn", 100, 103)))
    assert codes(reading) == ["unknown_industry"]
    assert reading.findings[0].severity is Severity.WARNING
    (question,) = reading.questions
    assert question.choices[0] == "11"


def test_legacy_text_and_capitals(industry):
    old = "".join(TCVN3.get(letter, letter) for letter in "Sản xuất trang phục")
    assert industry_code("TOÀN NGÀNH CÔNG NGHIỆP") == "TOTAL"
    assert industry_code("SX máy móc, thiết bị chưa được phân vào đâu") == "28"
    assert industry((*ROWS, (old, 1, 105))).rows[-1].item == "14"


@pytest.mark.parametrize(
    ("text", "month"),
    [
        ("thời điểm 1/4/2015", "2015-03"), ("thời điểm 01/01/2017", "2016-12"),
        ("Ước tính thời điểm 31/12/2024", "2024-12"), ("30/6/2021", "2021-06"),
        ("thời điểm 31/6/2021", "None"), ("tháng 6 năm 2021", "None"),
    ],
)  # fmt: skip
def test_stocks_stand_for_the_end_of_a_month(text, month):
    assert str(_month_that_ended(text)) == month


def test_stocks_are_no_tons():
    assert not units("Chỉ số tồn kho")
    assert not units("Chỉ số tồn")
    assert units("1000 tons").weight == 1000


def test_trade_is_read_though_the_industry_sheet_denies_its_month(workbook):
    heads = ("Tháng 5 năm 2025 so với cùng kỳ năm 2024", "6 tháng năm 2025 so với cùng kỳ năm 2024")
    sheets = {
        "IIP": lambda sheet: table(sheet, heads=heads, title=f"{TITLE} tháng 7 năm 2025"),
        "14.XK": monthly_sheet,
    }
    reading = read_return(workbook(sheets))
    assert {row.sheet for row in reading.rows} == {"14.XK"}
    assert [(f.code, f.severity) for f in reading.findings if f.sheet == "IIP"] == [
        ("wrong_month", Severity.WARNING)
    ]


def test_the_catalogue_knows_itself():
    for name in industries():
        assert industries().code(name.vi) == name.code
        assert industries().code(name.en) == name.code
    assert industries().code("Sản xuất đồ uốn") == UNKNOWN


def test_every_real_industry_table_is_read_whole(shared):
    """Two books of each layout's eras; the whole of industry lies within its sections."""
    folder = shared / "returns" / "gso"
    read = [read_return(p) for n in ("2011-12", "2015-12", "2019-12", "2024-12")
            for p in folder.glob(f"{n}-*.xls*")]  # fmt: skip
    by_block: dict[tuple[object, ...], dict[str, int]] = {}
    for reading in read:
        assert not [f for f in reading.findings if f.code == "unknown_industry"]
        for row in reading.rows:
            if row.measure == "production_index":
                by_block.setdefault((reading.name, row.period_start, row.period_end), {})[
                    row.item
                ] = row.value
    assert len(by_block) >= 11
    for block in by_block.values():
        sections = [block[s] for s in ("B", "C", "D", "DE", "E") if s in block]
        assert min(sections) <= block["TOTAL"] <= max(sections)
