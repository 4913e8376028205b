"""What a report says: each number is the engine's, and each sentence names the numbers it tells."""

from __future__ import annotations

from datetime import UTC, date, datetime

import pytest

from desktop.analysis.tracing import names, traced
from desktop.figures.month import Month
from desktop.figures.vintage import Vintage
from desktop.figures.wording import language
from desktop.reports.content.report import Number, Role, Row, Unit
from desktop.reports.content.stamp import Stamp, stamp_read
from desktop.workflow import Office
from desktop.workflow.errands import NEWEST
from tests.reports.explained import unexplained

pytestmark = pytest.mark.slow

ORDER = ["key", "trade", "exports", "items", "imports", "markets", "balance", "target", "outlook",
         "warnings"]  # fmt: skip


def _numbers(report):
    for card in report.cards:
        yield card.number
    for section in report.sections:
        for sentence in section.sentences:
            yield from sentence.numbers
        for table in section.tables:
            for row in table.rows:
                yield from (cell for cell in row.cells if isinstance(cell, Number))


@pytest.fixture(scope="module")
def asked(full_office):
    """What the registry's numbers are asked of."""
    return full_office._inquiry(NEWEST)


def test_every_number_with_a_name_of_the_registry_is_the_engines(report, asked):
    registry = set(names(asked))
    told = {n.name: n.value for n in _numbers(report) if n.name in registry}
    engine = {name: traced(asked, name).value for name in told}
    unknown = [name for name, value in engine.items() if value is None]
    assert [name for name, value in told.items() if value is None] == unknown
    known = {name: value for name, value in told.items() if value is not None}
    assert len(known) > 100
    assert known == pytest.approx({name: engine[name] for name in known}, rel=1e-9)


def test_a_name_is_one_of_the_registry_or_of_the_outlook_or_the_partners(report, asked):
    registry = set(names(asked))
    others = {n.name for n in _numbers(report) if n.name and n.name not in registry}
    assert {name.partition(":")[0].partition(".")[0] for name in others} == {"outlook", "partner"}


def test_every_number_written_in_a_sentence_is_among_those_it_names(report):
    lang, overview = language(report.language), report.stamp
    periods = {str(year) for year in range(2010, overview.year + 2)}
    periods |= {str(month) for month in range(1, 13)} | {"80", "100", "01"}  # 01/NQ-CP set the plan
    for section in report.sections:
        for sentence in section.sentences:
            assert not unexplained(sentence, lang, periods), sentence.text


def test_the_sections_stand_in_the_order_of_the_offices_own_text(report):
    assert [s.key for s in report.sections] == ORDER


def test_both_languages_say_the_same(reports):
    one, other = reports["vi"], reports["en"]
    for here, there in zip(one.sections, other.sections, strict=True):
        assert [s.key for s in here.sentences] == [s.key for s in there.sentences]
        assert [s.numbers for s in here.sentences] == [s.numbers for s in there.sentences]
        assert [[r.cells[1:] for r in t.rows if _all_numbers(r)] for t in here.tables] == [
            [r.cells[1:] for r in t.rows if _all_numbers(r)] for t in there.tables
        ]
        if here.chart:
            assert [s.values for s in here.chart.series] == [s.values for s in there.chart.series]


def _all_numbers(row: Row) -> bool:
    return all(isinstance(cell, Number) for cell in row.cells[1:])


def test_a_table_has_a_cell_for_each_column(report):
    tables = [t for s in report.sections for t in s.tables]
    assert [t.key for t in tables] == [
        "months", "items", "markets", "partners", "targets", "landing", "chances",
    ]  # fmt: skip
    for table in tables:
        for row in table.rows:
            assert len(row.cells) == len(table.columns)
            for cell, column in zip(row.cells, table.columns, strict=True):
                assert isinstance(cell, Number) == (column.unit is not None)
                assert not isinstance(cell, Number) or cell.unit is column.unit


def test_a_chart_has_a_value_or_a_gap_for_each_category(report):
    charts = [s.chart for s in report.sections if s.chart]
    assert {c.key for c in charts} == {
        "months", "items", "markets", "balance", "cumulative", "fan",
    }  # fmt: skip
    for chart in charts:
        assert chart.description
        assert all(len(s.values) == len(chart.categories) for s in chart.series)


def test_the_fan_begins_at_the_last_figure(report):
    fan = report.chart("fan")
    assert fan.categories[0] in ("T6", "Jun")
    assert len({s.values[0] for s in fan.series if s.role is not Role.PATH}) == 1
    assert fan.least < fan.role(Role.LOW).values[0]
    low, median, high = (fan.role(r).values[-1] for r in (Role.LOW, Role.MEDIAN, Role.HIGH))
    assert low < median < high


def test_an_archive_without_a_target_says_so_and_judges_nothing(sample_archive, tmp_path):
    place, moment = tmp_path / "a.sqlite3", datetime(2025, 7, 12, tzinfo=UTC)
    place.write_bytes(sample_archive)
    with Office(place, clock=lambda: moment, user="Lan") as office:
        report = office.report(language("en"))
    keys = [s.key for section in report.sections for s in section.sentences]
    assert "yardsticks" not in keys
    assert "No target is set for 2025." in [
        s.text for section in report.sections for s in section.sentences
    ]
    assert report.section("target").tables == ()
    assert report.chart("cumulative").role(Role.PATH) is None


def test_a_stamp_is_read_back_from_its_text():
    made_at = datetime(2025, 7, 7, 8, 30, tzinfo=UTC)
    vintage = Vintage(date(2025, 7, 6), True, made_at)
    stamp = Stamp("7f3a", 2025, Month(2025, 6), vintage, None, "vi", made_at)
    assert stamp_read(stamp.text()) == stamp


@pytest.mark.parametrize("text", ["", "made by hand", "export-tracker; year=2025"])
def test_what_is_no_stamp_is_none(text):
    assert stamp_read(text) is None


def test_the_stamp_names_the_moment_up_to_which_the_archive_knew(report):
    assert report.stamp.vintage.known_by == report.stamp.made_at
    assert report.stamp.archive
    assert Unit.USD is report.cards[0].number.unit
