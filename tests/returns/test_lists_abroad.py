"""Long lists of other countries and of databases: whose they are, and what their heads mean."""

import csv
import io
from dataclasses import replace

import pytest

from desktop.figures.directions import (
    AS_IT_STANDS,
    NOTHING_LEARNED,
    Directions,
    Knowledge,
    LearnedLayout,
)
from desktop.figures.reading import Ask
from desktop.returns import lasting
from desktop.returns.reader import read_content
from tests.returns.made import codes, summary

DATABASE = (
    "typeCode", "freqCode", "refPeriodId", "refYear", "refMonth", "period", "reporterCode",
    "reporterISO", "reporterDesc", "flowCode", "flowDesc", "partnerCode", "partnerISO",
    "partnerDesc", "partner2Code", "partner2ISO", "partner2Desc", "isOriginalClassification",
    "cmdCode", "cmdDesc", "aggrLevel", "customsCode", "customsDesc", "motCode", "motDesc",
    "qtyUnitAbbr", "qty", "altQty", "netWgt", "grossWgt", "cifvalue", "fobvalue", "primaryValue",
    "legacyEstimationFlag", "isReported",
)  # fmt: skip


def line(month, flow, partner, value, *, reporter="Viet Nam", goods="All Commodities", weight=0):
    """Give a row of the database's export."""
    return (
        "C", "M", f"2025{month:02}01", 2025, month, f"2025{month:02}", 704, "VNM", reporter,
        flow[0], flow, 842, "XXX", partner, 0, "W00", "World", True, "TOTAL", goods, 0, "C00",
        "TOTAL CPC", 0, "TOTAL MOT", "kg", 0, 0, weight, 0, "", value, value, 0, False,
    )  # fmt: skip


def read(*lines, name="data.csv", directions=AS_IT_STANDS, knowledge=NOTHING_LEARNED):
    out = io.StringIO()
    csv.writer(out).writerows(lines)
    return read_content(name, out.getvalue().encode(), knowledge, directions)


def test_a_database_says_who_reports_and_counts_dollars_and_kilograms():
    reading = read(
        DATABASE, line(7, "Export", "USA", 125.5), line(8, "Export", "World", 250.5),
        line(8, "Import", "Rep. of Korea", 75.5, goods="Coffee", weight=3000),
    )  # fmt: skip
    assert [summary(row) for row in reading.rows] == [
        "AG2 TOTAL US value month 2025-07 estimate 125.5 USD",
        "AG3 TOTAL value month 2025-08 estimate 250.5 USD",
        "AC4 COFFEE KR quantity month 2025-08 estimate 3 t",
        "AG4 COFFEE KR value month 2025-08 estimate 75.5 USD",
    ]
    assert [row.flow for row in reading.rows] == ["export", "export", "import", "import"]
    assert {row.province for row in reading.rows} == {""}
    assert (reading.layout, reading.sender, str(reading.month)) == ("list_abroad", "", "2025-08")


def test_what_another_country_reports_is_its_own():
    lines = [line(m, "Import", "Viet Nam", 5.5, reporter="Japan") for m in (7, 8)]
    reading = read(DATABASE, *lines)
    assert {(row.province, row.market) for row in reading.rows} == {("JP", "VN")}
    assert reading.sender == "JP"


@pytest.mark.parametrize("others", [("Japan", "France"), ("Atlantis", "Atlantis")])
def test_what_several_report_or_nobody_knows_is_no_list(others):
    lines = [line(8, "Import", "China", 5.5, reporter=one) for one in others]
    assert read(DATABASE, *lines).rows == ()


def test_a_semicolon_within_quoted_names_divides_nothing():
    coffee = "Coffee, whether or not roasted; husks and skins"
    reading = read(DATABASE, *(line(m, "Export", "USA", 9.5, goods=coffee) for m in (6, 7, 8)))
    assert {q.about for q in reading.questions if q.ask is Ask.NAME} == {coffee}


LIST = ("Year", "Month", "Country", "Exports (USD)")


def rows(*countries):
    return [(2025, month, name, 1000 * month) for month in (7, 8) for name in countries]


def test_a_list_that_has_us_for_a_partner_is_not_ours():
    reading = read(LIST, *rows("China", "Viet Nam"))
    assert {row.province for row in reading.rows} == {"UNKNOWN"}
    assert codes(reading) == ["area_unsaid"]
    named = read(("Exports of Malaysia",), LIST, *rows("China", "Viet Nam"))
    assert ({row.province for row in named.rows}, codes(named)) == ({"MY"}, [])


def test_a_list_of_others_alone_is_ours_as_before():
    reading = read(LIST, *rows("China", "Japan"))
    assert ({row.province for row in reading.rows}, codes(reading)) == ({""}, [])


def test_a_month_may_be_said_in_three_cells():
    heads = ("Năm", "Tháng", "Kỳ", "Thị trường", "Xuất khẩu (USD)")
    lines = [(2025, m, f"2025-{m:02}", name, 10.5) for m in (7, 8) for name in ("Mỹ", "Nhật Bản")]
    assert [summary(row) for row in read(heads, *lines).rows][-1:] == [
        "E5 TOTAL JP value month 2025-08 estimate 10.5 USD"
    ]


def test_heads_of_britain_s_customs_are_known_and_their_money_is_asked_for():
    heads = ("MonthId", "FlowTypeId", "FlowTypeDescription", "CountryName", "Value", "NetMass")
    reading = read(heads, *((f"2025{m:02}", 4, "Exports", "China", 9, 4000) for m in (7, 8)))
    assert [summary(row) for row in reading.rows] == [
        "F2 TOTAL CN quantity month 2025-07 estimate 4 t",
        "F3 TOTAL CN quantity month 2025-08 estimate 4 t",
    ]
    assert [q.ask for q in reading.questions] == [Ask.UNIT]


@pytest.mark.parametrize("head", ["Value (£)", "Value (GBP)", "Value, £ million"])
def test_pounds_are_told_and_no_dollars_and_what_they_count_is_kept_for_the_sender(head):
    def lines(month):
        heads = ("MonthId", "FlowTypeDescription", "CountryName", head, "NetMass")
        return heads, *((f"2025{month:02}", "Exports", name, 9, 4000) for name in ("Chad", "Peru"))

    before = read(*lines(7))
    assert {row.measure for row in before.rows} == {"quantity"}
    told = [f.expected for f in before.findings if f.code == "unknown_unit"]
    assert (told, before.questions) == ([head, head], ())
    said = replace(before.tables[0], unit="1270000 USD", area="GB")
    answered = read(*lines(7), directions=Directions(plans=(said,)))
    layout = LearnedLayout("pounds", "GB", tuple(map(lasting, answered.tables)))
    after = read(*lines(8), knowledge=Knowledge(layouts=(layout,)))
    assert [summary(row) for row in after.rows][:1] == [
        "D2 TOTAL TD value month 2025-08 estimate 1.143e+07 USD"
    ]
    assert (after.questions, codes(after), after.sender) == ((), [], "GB")


BRAZIL = (
    ("Ano", "Mês", "País", "Valor US$ FOB", "Quilograma Líquido"),
    *((2025, f"{m:02}. {name}", "Estados Unidos", 100 + m, 2000 + m)
      for m, name in ((7, "Julho"), (8, "Agosto"))),
)  # fmt: skip


def test_a_list_in_dollars_without_a_word_of_trade_asks_which_way_the_goods_go():
    before = read(*BRAZIL)
    assert [q.ask for q in before.questions] == [Ask.FLOW]
    plan = replace(before.tables[0], flow="export", area="BR")
    told = read(*BRAZIL, directions=Directions(plans=(plan,)))
    assert [summary(row) for row in told.rows][2:] == [
        "D3 TOTAL US value month 2025-08 estimate 108 USD",
        "E3 TOTAL US quantity month 2025-08 estimate 2.008 t",
    ]
    assert ({row.province for row in told.rows}, codes(told)) == ({"BR"}, [])


def test_whose_a_list_is_stays_told_until_somebody_says_it():
    before = read(LIST, *rows("China", "Viet Nam"))
    again = read(LIST, *rows("China", "Viet Nam"), directions=Directions(plans=before.tables))
    assert codes(again) == ["area_unsaid"]


def test_other_lists_of_text_are_none_of_ours():
    told = read(
        ("Year", "Month", "Country", "Rain (mm)"), (2025, 7, "China", 5), (2025, 8, "Peru", 6)
    )
    assert codes(told) == ["plain_text"]
