"""A report says more of the market, the item or the group that it was asked for."""

from __future__ import annotations

import io

import pytest
from openpyxl import load_workbook
from pptx import Presentation

from desktop.figures.finding import Refused
from desktop.figures.wording import BILLION, MILLION, language
from desktop.reports.content.stamp import stamp_read
from desktop.reports.slides.presentation import slides
from desktop.reports.stamped import stamp_of
from desktop.workflow import ReportChoices
from tests.reports.explained import unexplained

pytestmark = pytest.mark.slow

US = ReportChoices(market="US")


@pytest.fixture(scope="module")
def of_market(full_office):
    """The report on the United States, by language."""
    return {code: full_office.report(language(code), US) for code in ("vi", "en")}


def test_it_stands_after_the_key_results_and_changes_nothing_else(of_market, reports):
    plain, told = reports["en"], of_market["en"]
    assert [s.key for s in told.sections[:2]] == ["key", "part"]
    assert told.sections[:1] + told.sections[2:] == plain.sections
    assert told.cards == plain.cards


def test_it_tells_trade_balance_and_the_years_end_with_every_number(of_market, full_office):
    sections = {code: report.section("part") for code, report in of_market.items()}
    assert [s.title for s in sections.values()] == ["Hoa Kỳ", "United States"]
    texts = [sentence.text for sentence in sections["en"].sentences]
    assert texts[0].startswith("January to June 2025: exports reached USD 70.91 billion, up 28.7%")
    assert texts[0].endswith("32.3% of all exports.")
    assert texts[2] == "Surplus of USD 62.04 billion."
    told = full_office.outlook_within(full_office.held_overview(), market="US")
    forecast = sections["en"].sentences[3].numbers[0].value
    assert forecast == told.exports.band.median
    for code, section in sections.items():
        assert not any("\u2212" in sentence.text for sentence in section.sentences)
        for sentence in section.sentences:
            periods = {"2024", "2025", "1", "6", "80"}
            assert not unexplained(sentence, language(code), periods), sentence.text


def test_its_table_lists_the_largest_items_of_it(of_market):
    (table,) = of_market["en"].section("part").tables
    assert len(table.rows) == 10
    assert table.rows[0].cells[0] == "Electronics"
    medians = [row.cells[2].value for row in table.rows]
    assert medians == sorted(medians, reverse=True)


def test_a_document_carries_what_it_is_about_and_is_made_again(full_office, tmp_path):
    out = tmp_path / "us.md"
    asked = ReportChoices(item="WOOD", market="US")
    full_office.write_reports((out,), language("en"), asked, paint=lambda _: b"")
    stamp = stamp_of(out.read_bytes())
    assert (stamp.item, stamp.market) == ("WOOD", "US")
    assert stamp_read(stamp.text()) == stamp
    choices, spoken = full_office.made_like(out)
    again = tmp_path / "again.md"
    full_office.write_reports((again,), spoken, choices, paint=lambda _: b"")
    assert again.read_bytes() == out.read_bytes()
    assert "## United States · Wood" in out.read_text("utf-8")


def test_what_no_return_tells_of_is_refused(full_office):
    with pytest.raises(Refused):
        full_office.report(language("en"), ReportChoices(market="ZW"))


def test_slides_have_one_more_on_it_with_its_largest_items_drawn(of_market, reports):
    made = {
        code: Presentation(io.BytesIO(slides(report, language(code))))
        for code, report in of_market.items()
    }
    assert [len(deck.slides) for deck in made.values()] == [6, 6]
    slide, section = made["vi"].slides[1], of_market["vi"].section("part")
    assert slide.shapes.title.text_frame.text == "Hoa Kỳ"
    shown = [s.text_frame.text for s in slide.shapes if s.has_text_frame]
    assert all(any(s.text in text for text in shown) for s in section.sentences)
    (chart,) = (s.chart for s in slide.shapes if s.has_chart)
    (series,) = chart.plots[0].series
    known = sorted((row.cells[1].value / BILLION for row in section.tables[0].rows), reverse=True)
    assert sorted(series.values, reverse=True) == pytest.approx(known)
    assert len(Presentation(io.BytesIO(slides(reports["vi"], language("vi")))).slides) == 5


def test_the_workbook_has_a_sheet_more_and_is_made_again_with_it(full_office, of_market, tmp_path):
    made, again, plain = (tmp_path / name for name in ("us.xlsx", "again.xlsx", "fiji.xlsx"))
    spoken = language("en")
    full_office.write_summary(made, spoken, ReportChoices(market="US"))
    assert full_office.is_told(made, spoken, ReportChoices(market="US"))
    assert not full_office.is_told(made, spoken)
    full_office.rebuild_summary(made, again)
    assert again.read_bytes() == made.read_bytes()
    rows = list(sheet_rows(made, "Selection"))
    section = of_market["en"].section("part")
    assert rows[0][0] == "United States"
    assert [row[0] for row in rows[3 : 3 + len(section.sentences)]] == [
        sentence.text for sentence in section.sentences
    ]
    (table,) = section.tables
    assert [row[0] for row in rows[-len(table.rows) :]] == [row.cells[0] for row in table.rows]
    assert rows[-10][1] == pytest.approx(table.rows[0].cells[1].value / MILLION)
    full_office.write_summary(plain, spoken, ReportChoices(market="FJ"))  # of which nothing is held
    assert "Selection" not in load_workbook(plain, read_only=True).sheetnames


def sheet_rows(path, name):
    return load_workbook(path, read_only=True)[name].iter_rows(values_only=True)
