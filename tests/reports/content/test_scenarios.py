"""Scenarios in a report: who assumed what, and what each would change, in every form."""

from __future__ import annotations

from datetime import UTC, datetime

import openpyxl
import pytest

from desktop.figures.month import Month
from desktop.figures.scenario import Scenario, Shock
from desktop.figures.vintage import Vintage
from desktop.figures.wording import language
from desktop.reports.content.report import Number, Tone
from tests.analysis.outlook import detailed
from tests.reports.explained import unexplained

AUGUST = Month(2025, 8)
HARD = Scenario("US 46%", AUGUST, (Shock(market="US", tariff=0.46, volume=-0.3, diverted=0.2),))
MILD = Scenario("US 20%", AUGUST, (Shock(market="US", tariff=0.2, volume=-0.1),), "a guess")


@pytest.fixture(scope="module")
def office(tmp_path_factory):
    """Give an office with two scenarios in force and one taken back."""
    place = detailed.made(tmp_path_factory.mktemp("scenarios") / "a.sqlite3")
    with detailed.office(place) as office:
        for scenario in (HARD, MILD, Scenario("gone", AUGUST, (Shock(price=0.1),))):
            office.keep_scenario(scenario)
        office.remove_scenario("gone")
        yield office


@pytest.mark.parametrize("code", ["en", "vi"])
def test_each_is_told_as_somebodys_assumption_with_its_numbers(office, code):
    section = office.report(language(code)).section("scenarios")
    assert [s.key for s in section.sentences] == ["scenario:US 20%", "scenario:US 46%"]
    for sentence in section.sentences:
        assert "Lan" in sentence.text
        assert sentence.tone is Tone.MUTED
        dated = {"12", "07", "7", "2025", "8", "20", "46"}  # the day, the month, the names
        assert not unexplained(sentence, language(code), dated), sentence.text


def test_the_table_holds_the_year_without_and_with_each(office):
    (table,) = office.report(language("en")).section("scenarios").tables
    assert [row.cells[0] for row in table.rows] == ["Without", "US 20%", "US 46%"]
    medians = [row.cells[1].value for row in table.rows]
    assert medians == sorted(medians, reverse=True)
    _, found = office.assumed(office.scenarios())
    assert medians[1:] == [one.flows[0].after.median for one in found]
    assert all(isinstance(cell, Number) for row in table.rows for cell in row.cells[1:])


def test_the_summary_says_the_same_and_an_earlier_moment_knew_of_none(office, tmp_path):
    out = tmp_path / "summary.xlsx"
    office.write_summary(out, language("en"))
    sheet = openpyxl.load_workbook(out)["Outlook"]
    texts = [str(cell.value) for row in sheet.iter_rows() for cell in row if cell.value]
    assert "US 46%" in texts
    assert any("Assumption of Lan" in text for text in texts)

    early = datetime(2025, 7, 1, tzinfo=UTC)
    assert office.scenarios(Vintage(known_by=early)) == []
