"""Publications of other countries: read as proposed in one month, the next needs no question."""

from calendar import month_abbr, month_name
from dataclasses import replace

import pytest

from desktop.figures.directions import ColumnRole, Directions, Knowledge, LearnedLayout
from desktop.figures.month import Month
from desktop.returns import lasting, read_return
from tests.returns.plans.foreign import filled

THAI = ("", "ม.ค.", "ก.พ.", "มี.ค.", "เม.ย.", "พ.ค.", "มิ.ย.", "ก.ค.", "ส.ค.", "ก.ย.")
INDONESIAN = (
    "", "Januari", "Februari", "Maret", "April", "Mei", "Juni", "Juli", "Agustus", "September",
    "Oktober", "November", "Desember",
)  # fmt: skip


def korea(m):
    names = ("중국", "미국", "베트남") if m < 9 else ("미국", "홍콩", "베트남", "중국")
    return (
        ("K-stat 국가별 수출입",), ("단위: 천 달러(USD 1,000), %",),
        ("순번", "국가명", f"2025년({m:02}월)", None, f"2025년(01월~{m:02}월)", None),
        (None, None, "수출금액", "수입금액", "수출금액", "수입금액"),
        (None, "총계", 59000.0 + m, 50700.0, 334700.0 + m, 307000.0),
        *((n, name, 9000.0 + n, 8000.0 + m, 60000.0, 50000.0) for n, name in enumerate(names, 1)),
    )  # fmt: skip


def thailand(m):
    months = (f"{THAI[m]} 2568", f"ม.ค.-{THAI[m]} 2568")
    return (
        ("สินค้าส่งออกของไทยรายประเทศ",), ("มูลค่า : ล้านเหรียญสหรัฐ",),
        ("ประเทศ", "มูลค่า", None, None, "อัตราการขยายตัว (%)", None),
        (None, f"{THAI[m - 1]} 2568", *months, *months),
        ("มูลค่ารวม", 28000.2, 29000.5 + m, 160000.5, 15.5, 15.0),
        ("สหรัฐ", 301.2, 333.5 + m, 2201.4, -28.1, -32.5), ("จีน", 401.5, 388.2, 2601.1, 12.4, 20.2),
    )  # fmt: skip


def indonesia(m):
    name, before = INDONESIAN[m], INDONESIAN[m - 1]
    return (
        ("Nilai Ekspor Indonesia Menurut Negara Tujuan",), ("(Juta US$)",),
        ("Negara Tujuan", f"{before} 2025", f"{name} 2025", f"Januari-{name} 2025",
         f"Perubahan {name} terhadap {before} (%)"),
        ("Tiongkok", 4300.1, 5200.5 + m, 29300.4, 20.9),
        ("Amerika Serikat", 2900.3, 2440.5, 14790.5 + m, -15.8),
        ("TOTAL", 24610.5, 23440.2, 135410.4, -4.7),
    )  # fmt: skip


def philippines(m):
    name = month_name[m]
    return (
        ("Table 3. Philippine Exports by Country of Destination",),
        (f"{name} 2024 and 2025",), ("(FOB Value in Million US Dollars)",),
        ("Country", name, None, "Growth Rate (%)", f"January to {name}", None, "Growth Rate (%)"),
        (None, "2025p", "2024r", None, "2025p", "2024r", None),
        ("Total Exports", 7300.5 + m, 6500.5, 12.4, 48000.5, 43000.1, 11.6),
        ("Viet Nam", 300.5, 250.5, 20.0, 2000.5 + m, 1500.1, 33.4),
    )  # fmt: skip


def india(m):
    name = month_abbr[m]
    return (
        ("Department of Commerce, India: Export :: Country-wise",), ("Values in US$ Million",),
        ("S.No.", "Country", f"{name}-2024", f"{name}-2025", "%Growth", f"Apr-{name} 2025(P)"),
        (1, "U S A", 6436.1, 6865.5 + m, 6.7, 40390.2),
        (2, "VIETNAM SOC REP", 420.1, 510.5 + m, 21.4, 2500.9),
        (None, "Total", 32886.1, 35103.2, 6.7, 184130.3),
    )  # fmt: skip


def malaysia(m):
    until = f"Jan-{month_abbr[m]} 2025"
    return (
        ("MALAYSIA: TRADE WITH JAPAN",), ("Value: USD Million",),
        ("No.", "Product", "Exports", None, "Imports", None),
        (None, None, until, "Share (%)", until, "Share (%)"),
        (None, "TOTAL", 9000.5 + m, 100, 6000.5, 100),
        (1, "Petroleum Products", 1000.5, 11.1, 500.5 + m, 8.3),
        (2, "Coffee", 800.5 + m, 8.8, 400.5, 6.6),
    )  # fmt: skip


def europe(m):
    months = [f"{name}. 2025" for name in month_abbr[1 : m + 1]]
    return (
        ("Trade since 1988 by SITC",), ("REPORTER", "Germany"), ("PARTNER", "VIET NAM"),
        ("FLOW", "IMPORT"), ("INDICATORS", "VALUE_IN_1000 USD"), (),
        ("PRODUCT/PERIOD", *months),
        *((name, *(float(at * 100 + n) for n in range(1, m + 1)))
          for at, name in enumerate(("TOTAL", "Coffee", "Footwear", "Rice"), 1)),
    )  # fmt: skip


def china(m):
    return (
        ("China: monthly trade with main partners",), (f"{m:02}/2025",),
        ("Partner", "Exports (US$ mn)", None, "Imports (US$ mn)", None),
        (None, "Month", "YTD", "Month", "YTD"),
        ("World", 321810.5 + m, 2450000.5, 219478.5, 1660000.5),
        ("Vietnam", 17200.5, 126000.5, 8180.5, 64200.5 + m),
    )  # fmt: skip


def china_by_number(m):
    return (
        (f"(2) China's Total Export & Import Values by Country/Region, {month_name[m]} 2025",),
        ("Unit: US$1,000",), ("Country (Region)", "Export", None, "Import", None),
        (None, str(m), f"1to{m}", str(m), f"1to{m}"),
        ("TOTAL", 321810.0 + m, 2450000.0, 219478.0, 1660000.0),
        ("Vietnam", 17200.0, 126000.0 + m, 8180.0, 64200.0),
    )  # fmt: skip


M, Y = "month 2025-09", "cumulative 2025-01..2025-09"
EVERY = {
    korea: [
        f"C5 KR export WORLD {M} 59009", f"E6 KR export US {Y} 60000",
        f"D7 KR import HK {M} 8009", f"F9 KR import CN {Y} 50000",
    ],
    thailand: [f"C5 TH export WORLD {M} 29009500", f"D6 TH export US {Y} 2201400"],
    indonesia: [f"C4 ID export CN {M} 5209500", f"D5 ID export US {Y} 14799500"],
    philippines: [
        f"B6 PH export WORLD {M} 7309500", "C7 PH export VN month 2024-09 250500",
        f"E7 PH export VN {Y} 2009500",
    ],
    india: [f"D4 IN export US {M} 6874500", f"D5 IN export VN {M} 519500"],
    malaysia: [f"C5 MY export JP {Y} 9009500", f"E6 MY import PETROL JP {Y} 509500"],
    europe: [f"J8 DE import VN {M} 109", f"J9 DE import COFFEE VN {M} 209"],
    china_by_number: [f"B5 CN export WORLD {M} 321819", f"C6 CN export VN {Y} 126009"],
    china: [f"B5 CN export WORLD {M} 321819500", f"E6 CN import VN {Y} 64209500"],
}  # fmt: skip


def told(reading):
    for row in reading.rows:
        start, end = Month.from_ordinal(row.period_start), Month.from_ordinal(row.period_end)
        months = str(end) if start == end else f"{start}..{end}"
        what = row.market if row.item == "TOTAL" else f"{row.item} {row.market}"
        thousands = row.value // 1_000_000
        yield f"{row.cell} {row.province} {row.flow} {what} {row.basis} {months} {thousands}"


@pytest.mark.parametrize("layout", EVERY, ids=lambda layout: layout.__name__)
def test_what_was_kept_of_one_month_reads_the_next(workbook, layout):
    first = workbook({"S1": filled(layout(8))}, "first.xlsx")
    proposed = read_return(first)
    assert proposed.rows == ()
    confirmed = read_return(first, directions=Directions(plans=proposed.tables))
    assert (confirmed.questions, str(confirmed.month)) == ((), "2025-08")
    kept = LearnedLayout("L", "S", tuple(map(lasting, confirmed.tables)))
    second = workbook({"S1": filled(layout(9))}, "second.xlsx")
    reading = read_return(second, Knowledge(layouts=(kept,)))
    assert (reading.questions, reading.errors, str(reading.month)) == ((), (), "2025-09")
    assert set(EVERY[layout]) <= set(told(reading))


def test_the_newest_month_is_that_of_the_columns_whatever_language_names_it(workbook):
    path = workbook({"S1": filled(indonesia(12))}, "december.xlsx")
    reading = read_return(path, directions=Directions(plans=read_return(path).tables))
    assert (str(reading.month), reading.questions) == ("2025-12", ())


def test_another_partner_is_not_read_as_the_one_taught(workbook):
    first = workbook({"S1": filled(europe(8))}, "first.xlsx")
    plans = read_return(first).tables
    kept = LearnedLayout("L", "S", tuple(map(lasting, plans)))
    rows = list(europe(9))
    for at, line in ((1, ("REPORTER", "France")), (2, ("PARTNER", "THAILAND"))):
        other = [*rows[:at], line, *rows[at + 1 :]]
        path = workbook({"S1": filled(other)}, "other.xlsx")
        assert read_return(path, Knowledge(layouts=(kept,))).rows == ()


def test_what_others_buy_from_us_is_no_trade_of_ours(workbook):
    rows = list(europe(9))
    for reporter in (
        ("REPORTER", "EU27_2020"),
        ("Reporter: Japan",),
        ("Reporting country", "France"),
    ):
        path = workbook({"S1": filled([rows[0], reporter, *rows[2:]])}, "other.xlsx")
        reading = read_return(path)
        assert reading.rows == ()
        assert {plan.area for plan in reading.tables} <= {"UNKNOWN", "JP", "FR"}
        assert {c.market for p in reading.tables for c in p.columns if c.start} == {"VN"}


def test_what_our_own_office_reports_to_a_database_is_ours(workbook):
    rows = list(europe(9))
    rows[1:3] = [("REPORTER", "Viet Nam"), ("PARTNER", "Japan")]
    path = workbook({"S1": filled(rows)}, "ours.xlsx")
    (plan,) = read_return(path).tables
    assert (plan.area, {c.market for c in plan.columns if c.start}) == ("", {"JP"})
    reading = read_return(path, directions=Directions(plans=(replace(plan),)))
    assert {(row.province, row.market) for row in reading.rows} == {("", "JP")}


@pytest.mark.parametrize(
    "heading",
    ["Year ended Aug 2025", "12 months to Aug 2025", "Aug 2025 (annualised)", "Aug 2025, rolling"],
)
def test_twelve_months_that_end_with_one_are_not_that_month(workbook, heading):
    rows = (
        ("Exports of Malaysia by country", "US$ million"), ("Country", heading, "Jul 2025"),
        ("All destinations", 2500.5, 200.5), ("Mainland of China", 50.5, 4.5), ("Japan", 10.5, 8.5),
    )  # fmt: skip
    path = workbook({"S1": filled(rows)}, "t.xlsx")
    (plan,) = read_return(path).tables
    assert [c.role for c in plan.columns][1] is ColumnRole.LEFT_OUT
    reading = read_return(path, directions=Directions(plans=(plan,)))
    assert {row.cell: row.market for row in reading.rows} == {"C3": "WORLD", "C4": "CN", "C5": "JP"}


TABLE = (
    ("Commodity", "Aug 2025", "Jan-Aug 2025"), ("Total", 2500.5, 20000.5), ("Coffee", 50.5, 400.5),
    ("Footwear", 100.5, 800.5),
)  # fmt: skip


@pytest.mark.parametrize(
    ("above", "area", "market"),
    [
        (("Trade of Japan by commodity (Viet Nam): imports", "Unit: million USD"), "JP", "VN"),
        (("수입 실적 (단위: 천 달러)", "국가 : 베트남"), "KR", "VN"),
        (("日本の輸入", "相手国：ベトナム", "million USD"), "JP", "VN"),
        (("U.S. imports from Vietnam", "million USD"), "US", "VN"),
        (("U.S. imports (MT)", "million USD"), "US", ""),
        (("Imports of Japan (Japan)", "million USD"), "JP", ""),
    ],
)
def test_a_partner_is_told_from_who_reports(workbook, above, area, market):
    rows = [*((line,) for line in above), *TABLE]
    (plan,) = read_return(workbook({"S1": filled(rows)}, "t.xlsx")).tables
    assert (plan.area, {c.market for c in plan.columns if c.start}) == (area, {market})
