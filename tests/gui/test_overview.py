"""The overview: cards that read as sentences, charts and tables from the same numbers."""

from __future__ import annotations

import dataclasses
import math
import re

import pytest
from PySide6.QtGui import QTransform

from desktop.analysis.results import PaceStatus, Reason
from desktop.analysis.target_results import TargetProgress
from desktop.figures.series import Flow
from desktop.figures.target import Target, TargetMeasure
from desktop.figures.wording import language
from desktop.gui.charts.cumulative import CumulativeChart, actual_line
from desktop.gui.charts.gap import GapChart
from desktop.gui.charts.months import MonthsChart
from desktop.gui.charts.months_legend import last_year_drawn, months_legend
from desktop.gui.overview.contributions import ContributionCard, largest, ranked
from desktop.gui.overview.dashboard import kpis
from desktop.gui.overview.tables import (
    contribution_table,
    cumulative_table,
    gap_table,
    months_table,
)
from desktop.gui.parts.text import plain
from desktop.gui.tokens import DARK, LIGHT
from tests.gui.example_overview import overview, progress

EN, VI = language("en"), language("vi")


def test_the_first_card_tells_the_whole_story_in_one_sentence():
    card = kpis(overview(), None, EN)[0]
    assert card.sentence == (
        "6 months to date: 219.8 bn USD, 48.4% of target. "
        "Ahead of the path, 7.3\u00a0bn above path. "
        "+14.4%\u00a0as printed, +15.3%\u00a0recomputed."
    )


def test_both_growths_are_shown_and_named():
    spoken = kpis(overview(), None, VI)[0].sentence
    assert "+14,4%\u00a0theo biểu" in spoken
    assert "+15,3%\u00a0tính lại" in spoken


def test_what_each_remaining_month_must_bring():
    card = kpis(overview(), None, EN)[1]
    assert card.figures == (("39.1", "bn USD"),)
    assert card.aside == "6 months left"
    assert "average so far 36.6" in card.sentence


def test_the_balance_names_its_side_and_its_change():
    card = kpis(overview(), None, EN)[3]
    assert (card.figures[0][0], card.aside) == ("+7.6", "surplus")
    assert "down 4.3\u00a0bn on the same period" in card.sentence


def asked(share, flow=Flow.EXPORT, **more):
    """Tell of a surplus of 30 bn that is asked for, and of which a share has come."""
    aimed = Target(flow, TargetMeasure.SURPLUS, 2025, 30e9, 30e9, **more)
    unknown = dict.fromkeys(field.name for field in dataclasses.fields(TargetProgress))
    return TargetProgress(**unknown | {"target": aimed, "low": 30e9, "share_of_target": share})


@pytest.mark.parametrize(
    ("told", "words"),
    [
        (asked(0.254), "25.4% of the 30\u00a0bn asked"),
        (asked(None), ""),
        (asked(0.254, market="US"), ""),
        (asked(0.254, first_month=7, months=6), ""),
    ],
)
def test_the_balance_says_how_much_of_the_years_surplus_has_come(told, words):
    lines = kpis(dataclasses.replace(overview(), targets=(told,)), None, EN)[3].lines
    assert [plain(line) for line in lines[2:]] == ([words] if words else [])


@pytest.mark.parametrize("aimed", [True, False])
@pytest.mark.parametrize("through", [1, 6, 7])
@pytest.mark.parametrize("lang", [EN, VI], ids=["en", "vi"])
def test_every_card_has_words_for_every_case(lang, through, aimed):
    for card in kpis(overview(through, aimed=aimed), None, lang):
        assert card.title
        assert all(figure for figure, _ in card.figures)
        assert not re.search(r"None|nan|\{", card.sentence)


def test_without_a_target_no_bar_and_no_requirement():
    first, needed, _, _ = kpis(overview(aimed=False), None, EN)
    assert first.bullet is None
    assert needed.figures == (("–", ""),)
    told = " ".join((first.aside, first.sentence, needed.aside, needed.sentence))
    assert told.casefold().count("no target") == 1


@pytest.mark.parametrize(
    ("printed", "words"), [(0.144, "2.4 points above target"), (0.1, "2.0 points below target")]
)
def test_without_a_path_growth_is_held_against_the_growth_to_reach(printed, words):
    exports = dataclasses.replace(
        overview().exports, status=PaceStatus.CANNOT_SAY, reason=Reason.NO_PATH,
        growth_printed=printed,
    )  # fmt: skip
    assert words in kpis(dataclasses.replace(overview(), exports=exports), None, EN)[0].sentence
    alone = dataclasses.replace(exports, reason=Reason.JANUARY_ALONE)  # says little by itself
    told = kpis(dataclasses.replace(overview(), exports=alone), None, EN)[0]
    assert "points" not in told.sentence
    assert "Cannot say yet, to be judged with February" in told.sentence  # in two lines


@pytest.mark.parametrize(
    ("printed", "words"),
    [(0.155, "what the target asks for"), (0.17, "1.0 points above target"),
     (0.14, "1.0 points below target")],
)  # fmt: skip
def test_a_range_is_what_growth_is_held_against_not_its_lower_end(printed, words):
    told = overview().exports
    aimed = dataclasses.replace(told.target, low=0.15, high=0.16)
    exports = dataclasses.replace(
        told, target=aimed, status=PaceStatus.CANNOT_SAY, reason=Reason.NO_PATH,
        growth_printed=printed,
    )  # fmt: skip
    assert words in kpis(dataclasses.replace(overview(), exports=exports), None, EN)[0].sentence


def test_a_target_without_a_base_is_named_and_why_there_is_no_more_is_said_once():
    exports = dataclasses.replace(
        overview().exports, target_usd=None, target_growth=None, share_of_target=None,
        required_monthly=None, gap=None, status=PaceStatus.CANNOT_SAY, reason=Reason.NO_BASE,
    )  # fmt: skip
    first, needed, *_ = kpis(dataclasses.replace(overview(), exports=exports), None, EN)
    assert first.aside == "target +12%"
    assert (first.sentence + needed.sentence).count("last year is not in the archive") == 1


def test_imports_whose_months_alone_are_known_are_not_said_to_be_missing():
    told = overview()
    unknown = dataclasses.replace(told.balance, cumulative=None)
    assert "to date" in kpis(dataclasses.replace(told, balance=unknown), None, EN)[3].sentence


def test_a_legend_leaves_out_a_year_that_is_not_drawn():
    told = progress()
    assert last_year_drawn(told)
    assert next(e.words for e in months_legend(told, [], EN, LIGHT)) == "2024"
    bare = [
        dataclasses.replace(
            p, last_year=None, cumulative_last_year=None if p.month.number < 12 else 405.5e9
        )
        for p in told.months
    ]
    alone = dataclasses.replace(told, months=tuple(bare))  # the year's end, and no line to it
    assert not last_year_drawn(alone)
    assert next(e.words for e in months_legend(alone, [], EN, LIGHT)) == "2025"


def test_the_newest_amount_has_room_above_a_point_that_is_the_highest(qtbot):
    told = progress(aimed=False)
    months = tuple(dataclasses.replace(p, cumulative_last_year=None) for p in told.months)
    chart = CumulativeChart()
    qtbot.addWidget(chart)
    chart.resize(640, 150)
    chart.draw(dataclasses.replace(told, months=months), EN, LIGHT)
    chart.grab()
    assert chart.note.ground(chart.note.sceneTransform()).top() >= 0


def test_a_missing_month_leaves_the_cumulative_unknown_and_says_why():
    card = kpis(overview(missing=(3,)), None, EN)[0]
    assert card.figures[0][0] == "–"
    assert "a month is missing" in card.sentence


def cell_numbers(grid, column):
    return [row[column].text for row in grid.rows]


def test_the_cumulative_chart_and_its_table_show_the_same_numbers(qapp):
    chart, shown = CumulativeChart(), progress()
    chart.draw(shown, EN, LIGHT)
    _, heights = chart.actual.getData()
    drawn = [EN.number(h, 2) if math.isfinite(h) else "–" for h in heights[1:]]
    assert drawn == cell_numbers(cumulative_table(shown, EN), 1)
    _, heights = chart.path.getData()
    assert [EN.number(h, 2) for h in heights[1:]] == cell_numbers(cumulative_table(shown, EN), 3)


def test_in_a_flat_chart_the_newest_amount_stays_above_the_names_of_the_months(qapp):
    chart = CumulativeChart()
    chart.draw(progress(through=1), EN, LIGHT)
    ground = chart.note.ground(QTransform(20.0, 0.0, 0.0, -0.01, 0.0, 100.0))
    assert chart.note.text
    assert ground.bottom() == 100.0


def test_the_gap_chart_and_its_table_show_the_same_numbers(qapp):
    chart, shown = GapChart(), progress()
    chart.draw(shown, EN, LIGHT)
    drawn = [EN.number(bar.value, 2, sign=True) for bar in chart.bars.bars]
    assert drawn == cell_numbers(gap_table(shown, EN), 3)[:6]


def test_the_month_bars_and_their_table_show_the_same_numbers(qapp):
    chart, shown = MonthsChart(), progress()
    chart.draw(shown, EN, DARK)
    table = months_table(shown, EN)
    last_year = [EN.number(bar.value, 2) for bar in chart.bars.bars[0::2]]
    now_or_needed = [EN.number(bar.value, 2) for bar in chart.bars.bars[1::2]]
    assert last_year == cell_numbers(table, 3)
    assert now_or_needed == cell_numbers(table, 1)[:6] + cell_numbers(table, 5)[6:]


def test_a_missing_month_is_a_framed_gap_never_a_zero(qapp):
    shown, chart = progress(missing=(3,)), MonthsChart()
    chart.draw(shown, EN, LIGHT)
    frame = chart.bars.bars[5]
    assert (frame.label, frame.fill) == ("?", "#00000000")
    assert "not imported" in [span.text for line in chart.reading(2) for span in line]
    assert math.isnan(actual_line(shown)[3])


def test_an_estimate_is_drawn_unlike_an_actual(qapp):
    chart = MonthsChart()
    chart.draw(progress(), EN, LIGHT)
    actual, estimate = chart.bars.bars[9], chart.bars.bars[11]
    assert (actual.edge, estimate.edge) == ("", LIGHT.primary)


def test_arrow_keys_read_a_month(qapp, qtbot):
    chart = CumulativeChart()
    qtbot.addWidget(chart)
    chart.draw(progress(), EN, LIGHT)
    chart.read(5)
    assert chart.crosshair.line.isVisible()
    assert "June 2025" in chart.accessibleDescription()
    assert "219.83" in chart.accessibleDescription()
    chart.read(None)
    assert not chart.crosshair.line.isVisible()


def test_the_largest_effects_are_kept_and_the_most_helpful_leads():
    held = overview().items
    kept = largest(held, 4)
    assert {c.code for c in kept} == {"ELEC", "MACHINERY", "COFFEE", "TEXTILE"}
    assert "STEEL" in {c.code for c in largest(held, 8)}
    points = [c.contribution for c in ranked(held)]
    assert points == sorted(points, reverse=True)


def test_contributions_name_the_growth_they_go_with(qapp, qtbot):
    card = ContributionCard()
    qtbot.addWidget(card)
    card.draw(overview(), VI, LIGHT)
    assert card.title.text() == "Đóng góp vào tăng trưởng"
    assert card.base.text() == "Tính lại theo số tháng đã công bố"


def test_what_is_missing_is_said_in_the_middle_of_the_card(qapp, qtbot):
    card = ContributionCard()
    qtbot.addWidget(card)
    card.resize(360, 280)
    card.draw(dataclasses.replace(overview(), items=()), EN, LIGHT)
    assert card.list.description == (
        "No items yet: import a monthly return of the statistics office."
    )
    card.grab()  # lays it out
    drawn = card.list.viewport().grab().toImage()
    rows = [y for y in range(drawn.height()) if len({*_inks(drawn, y)}) > 1]
    assert rows[-1] - rows[0] > card.list.fontMetrics().height()  # two lines, none cut short
    card.draw(overview(), EN, LIGHT)
    assert card.list.description.startswith("1/")


def _inks(image, y):
    return (image.pixel(x, y) for x in range(image.width()))


def test_the_table_of_contributions_holds_both_growths():
    held = dataclasses.replace(overview().items[0], growth_printed=0.399)
    table = contribution_table([held], str, VI)
    assert table.columns[1:4] == ("Theo biểu", "Tính lại", "Điểm %")
    assert table.rows[0][1].text == "+39,9%"
    assert table.rows[0][2].text == VI.percent(held.growth, sign=True)


@pytest.mark.qt_log_ignore("propagateSizeHints", extend=True)  # offscreen's own
@pytest.mark.parametrize("high", range(250, 700, 37))
def test_the_lines_of_the_ranking_share_its_height(qtbot, high):
    card, held = ContributionCard(), overview().items[0]
    qtbot.addWidget(card)
    many = tuple(dataclasses.replace(held, value=1e9 * n, contribution=n / 100) for n in range(40))
    card.draw(dataclasses.replace(overview(), items=many), EN, LIGHT)
    card.resize(380, high)
    card.show()
    room, rows = card.list.viewport().height(), card.list.model().rowCount()
    assert room - rows < rows * card.list.sizeHintForRow(0) <= room
