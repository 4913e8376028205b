"""The three yardsticks on the cover: live formulas, the same values and words as everywhere."""

from __future__ import annotations

import pytest
from openpyxl import load_workbook

from desktop.analysis.yardstick_wording import yardsticks_told
from desktop.figures.series import Flow
from desktop.figures.target import Target, TargetMeasure
from desktop.reports.workbook.summary import write_summary
from tests.reports.test_summary import MILLION

TITLE = "Ba thước đo"


@pytest.fixture(scope="module")
def cover(tmp_path_factory, vi, stored, made_at):
    """Write an overview; give its cover with values, or with formulas."""

    def written(overview, *, values=True):
        out = tmp_path_factory.mktemp("out") / "summary.xlsx"
        write_summary(overview, out, language=vi, returns=[stored()], told_at=made_at)
        return load_workbook(out, data_only=values).worksheets[0]

    return written


@pytest.fixture(scope="module")
def sheet(cover, june):
    """The cover of June, with values."""
    return cover(june)


def table(sheet):
    """The rows beneath a section's title, until the first line of prose."""
    rows = [[cell.value for cell in row] for row in sheet.iter_rows()]
    start = next(n for n, row in enumerate(rows) if row[0] == TITLE)
    return rows[start + 2 : start + 5]


def test_each_is_compared_by_a_formula_with_its_value(sheet, june):
    sticks = june.exports.yardsticks
    growth, share, path = table(sheet)
    assert (growth[4], growth[6]) == pytest.approx((sticks.growth.value, 0.12))
    assert growth[8] == pytest.approx(sticks.growth.difference * 100)
    assert (share[4], share[6]) == pytest.approx((sticks.share.value, sticks.share.against))
    assert path[8] == pytest.approx(june.exports.gap / MILLION)


def test_formulas_stand_behind_them(cover, june):
    for line in table(cover(june, values=False)):
        assert all(str(line[column]).startswith("=") for column in (4, 8))


def test_the_words_are_those_of_the_window(sheet, june, vi):
    told = yardsticks_told(june.exports, vi)
    lines = table(sheet)
    assert [line[10] for line in lines] == [one.word for one in told]
    assert [line[12] for line in lines] == [one.what for one in told]


def test_how_the_path_is_found_stands_beneath(sheet):
    texts = [cell.value for row in sheet.iter_rows() for cell in row if isinstance(cell.value, str)]
    for beginning in ("Lộ trình phân bổ cho mỗi tháng", "Tết làm giảm", "Tháng cao nhất"):
        assert any(text.startswith(f"•  {beginning}") for text in texts)


def test_within_a_range_the_difference_is_nothing(story, cover):
    target = Target(Flow.EXPORT, TargetMeasure.GROWTH, 2025, 0.15, 0.16)
    growth = table(cover(story(targets=[target])))[0]
    assert (growth[8], growth[10]) == (0, "ngang mức")


def test_without_a_target_there_is_no_such_table(story, cover):
    sheet = cover(story(targets=[]))
    assert TITLE not in [row[0].value for row in sheet.iter_rows()]
