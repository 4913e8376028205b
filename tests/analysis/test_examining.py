"""What a return says against all that its sender said before."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from desktop.figures.comparison import MovedFrom
from desktop.figures.directions import CellAnswer, ColumnPlan, Directions, TablePlan
from desktop.figures.figure import Status
from desktop.figures.finding import Severity
from desktop.figures.finding_texts import remedy, sentence
from desktop.figures.reading import Ask
from desktop.figures.wording import language
from tests.analysis.told import (
    COUNTED,
    ITEMS,
    JUNE,
    changed,
    figure,
    history_to,
    june,
    month_value,
    rows_of,
    tell,
    to_date,
)

TEXTILE, COFFEE = 9 + ITEMS.index("TEXTILE"), 9 + ITEMS.index("COFFEE")


@pytest.fixture(scope="module")
def before():
    """What was told to May 2025."""
    return history_to(JUNE - 1)


def codes(told):
    return [(f.code, f.cell) for f in told.findings]


def test_a_return_in_line_with_all_before_it_raises_no_doubt(before):
    told = june(rows_of(JUNE), before)
    assert (told.findings, told.questions, told.disputed) == ((), (), ())
    assert {(c.code, c.agrees) for c in told.checks} == {("month_by_cumulatives", True)}


def test_every_month_is_held_against_the_step_of_the_year_to_date(before):
    told = june(rows_of(JUNE), before)
    assert len(told.checks) == len(ITEMS) + len(COUNTED)
    assert all(c.with_archive and c.printed == c.ours for c in told.checks)


def test_a_cumulative_that_left_a_month_out_is_told(before):
    rows = changed(rows_of(JUNE), f"F{TEXTILE}", 0.8)
    (finding,) = june(rows, before).findings
    assert (finding.code, finding.cell) == ("check_month_by_cumulatives", f"D{TEXTILE}")


def test_usual_revisions_of_earlier_months_are_no_error(before):
    rows = changed(rows_of(JUNE), f"F{TEXTILE}", 1.004)
    told = june(rows, before)
    assert told.findings == ()
    assert any(c.printed != c.ours and c.agrees for c in told.checks)


@pytest.mark.parametrize(
    ("times", "code", "offered"),
    [
        (0.1, "scale_digit", 10),
        (100, "scale_digit", 0.01),
        (0.001, "scale_billion_usd", 1000),
        (1000, "scale_thousand_usd", 0.001),
        (1_000_000, "scale_usd", 0.000001),
    ],
)
def test_a_factor_of_ten_is_called_by_its_name(before, times, code, offered):
    rows = changed(rows_of(JUNE), f"D{TEXTILE}", times)
    told = june(rows, before)
    assert (code, f"D{TEXTILE}") in codes(told)
    (question,) = told.questions
    printed = float(question.found)
    assert (question.ask, question.needed) == (Ask.FIGURE, False)
    assert [float(c) for c in question.choices] == [pytest.approx(printed * offered), printed]


def test_the_price_says_which_of_the_two_is_off(before):
    rows = changed(rows_of(JUNE), f"C{COFFEE}", 0.1)
    assert ("scale_digit", f"C{COFFEE}") in codes(june(rows, before))


def test_a_column_in_another_unit_waits_for_a_decision(before):
    rows = rows_of(JUNE)
    for row in [r for r in rows if r.cell.startswith("D")]:
        rows = changed(rows, row.cell, 0.001)
    told = june(rows, before)
    (finding,) = [f for f in told.findings if f.code.startswith("column")]
    (question,) = told.questions
    assert (finding.code, finding.severity) == ("column_scale_billion_usd", Severity.ERROR)
    assert (question.ask, question.needed) == (Ask.UNIT, True)
    assert question.choices == ("1000000000 USD", "1000000 USD")


@pytest.mark.parametrize(
    ("plan", "asked"),
    [
        (TablePlan("14.XK", left_out_rows=(99,)), 1),
        (TablePlan("14.XK", columns=(ColumnPlan("C", unit="1000000 USD"),)), 1),
        (TablePlan("14.XK", columns=(ColumnPlan("D", unit="1000000 USD"),)), 0),
        (TablePlan("15.NK", columns=(ColumnPlan("D", unit="1000000 USD"),)), 1),
    ],
    ids=["a row", "another column", "the column", "another sheet"],
)
def test_only_an_answer_of_the_column_itself_settles_its_unit(before, plan, asked):
    rows = rows_of(JUNE)
    for row in [r for r in rows if r.cell.startswith("D")]:
        rows = changed(rows, row.cell, 0.001)
    told = june(rows, before, Directions(plans=(plan,)))
    assert sum(q.ask is Ask.UNIT for q in told.questions) == asked


def test_a_cell_that_was_answered_is_not_asked_about_again(before):
    rows = changed(rows_of(JUNE), f"D{TEXTILE}", 0.1)
    answer = CellAnswer("14.XK", f"D{TEXTILE}", "9.5")
    told = june(rows, before, Directions(answers=(answer,)))
    assert told.questions == ()


@settings(max_examples=10, deadline=None)
@given(st.sampled_from(ITEMS), st.floats(0.4, 2.5))
def test_seasons_and_booms_are_no_misprints(item, times):
    history = history_to(JUNE - 1)
    grown = [
        row._replace(value=round(row.value * times)) if row.item == item else row
        for row in rows_of(JUNE)
    ]
    assert not [f for f in june(grown, history).findings if "scale" in f.code]


# Months ----------------------------------------------------------------------------------------


def two_months(exchanged):
    """June's return, which prints May's figures again: exchanged, or as they should be."""
    months = (JUNE - 1, JUNE) if exchanged else (JUNE, JUNE - 1)
    rows = [row for row in rows_of(JUNE) if row.basis != "month"]
    for under, of in zip((JUNE, JUNE - 1), months, strict=True):
        rows += [figure(item, under, month_value(item, of)) for item in ITEMS]
    return rows


def test_two_months_that_changed_places_wait_for_a_decision(before):
    assert june(two_months(exchanged=False), before).questions == ()
    told = june(two_months(exchanged=True), before)
    finding, question = told.findings[0], told.questions[0]
    assert (finding.code, finding.severity) == ("months_exchanged", Severity.ERROR)
    assert (question.ask, question.needed) == (Ask.MONTH, True)
    assert question.choices == ("2025-05", "2025-06")


def test_the_figures_of_the_month_before_are_known_again(before):
    rows = [figure(item, JUNE, month_value(item, JUNE - 1)) for item in ITEMS]
    (finding,) = [f for f in june(rows, before).findings if f.severity is Severity.ERROR]
    assert (finding.code, finding.found, finding.expected) == (
        "content_of_other_month", "2025-06", "2025-05",
    )  # fmt: skip


def test_junes_figures_under_may_are_told():
    """May's own return is in; another says it is about May and holds June."""
    rows = [figure(i, JUNE - 1, month_value(i, JUNE)) for i in ITEMS]
    rows += [figure(i, JUNE - 1, to_date(i, JUNE), basis="cumulative") for i in ITEMS]
    told = june(rows, history_to(JUNE - 1))
    assert (told.findings[0].code, told.findings[0].expected) == (
        "content_of_other_month", "2025-06",
    )  # fmt: skip


def test_who_says_that_the_month_is_right_is_believed(before):
    plan = TablePlan("14.XK", month="2025-06")
    told = june(two_months(exchanged=True), before, Directions(plans=(plan,)))
    assert [q for q in told.questions if q.ask is Ask.MONTH] == []


# Growth ----------------------------------------------------------------------------------------


def growth(printed, status=Status.PRELIMINARY):
    row = figure("TEXTILE", JUNE, printed, basis="cumulative", measure="growth_value")
    return row._replace(status=status.value)


def test_growth_is_recomputed_on_last_years_figure(before):
    told = june([*rows_of(JUNE), growth(110.2)], before)
    (check,) = [c for c in told.checks if c.code == "growth_by_archive"]
    assert (check.ours, check.agrees, check.unit) == (110_000, True, "index")


def test_a_growth_far_from_the_base_is_told_with_its_base(before):
    """Customs once printed +33.9 % for a true +14.8 %."""
    told = june([*rows_of(JUNE), growth(133.9)], before)
    (finding,) = told.findings
    assert (finding.code, finding.severity) == ("check_growth_by_archive", Severity.WARNING)
    assert (finding.found, finding.expected) == ("133.9", "110")
    assert "2024-06.xlsx" in finding.about


def test_on_an_estimate_growth_may_lie_far_off():
    history = history_to(JUNE - 1, months=5)
    tell(history, rows_of(JUNE - 12, Status.ESTIMATE), JUNE - 12)
    assert june([*rows_of(JUNE), growth(133.9)], history).findings == ()


def test_a_country_s_total_is_not_estimated_so_badly():
    def all_goods(rows):
        return [row._replace(item="TOTAL") for row in rows if row.item == "TEXTILE"]

    history = history_to(JUNE - 1, months=5)
    tell(history, all_goods(rows_of(JUNE - 12, Status.ESTIMATE)), JUNE - 12)
    far, near = (june(all_goods([*rows_of(JUNE), growth(g)]), history) for g in (133.9, 120))
    assert [(f.code, f.severity) for f in far.findings] == [
        ("check_growth_by_archive", Severity.NOTE)
    ]
    assert near.findings == ()


# Other returns of the month, and movements ------------------------------------------------------


def test_a_reissue_is_told_with_the_figures_that_differ(before):
    same_month = history_to(JUNE, months=0)
    tell(same_month, rows_of(JUNE), JUNE, number=12)
    told = june(changed(rows_of(JUNE), f"D{TEXTILE}", 1.01), before, same_month=same_month)
    (finding,) = told.findings
    assert (finding.code, finding.found, finding.expected) == ("reissue", "1", "12")
    (dispute,) = told.disputed
    assert (dispute.row.cell, dispute.old_file) == (f"D{TEXTILE}", "2025-06.xlsx")


def test_each_other_return_of_the_newest_day_is_compared(before):
    same_month = history_to(JUNE, months=0)
    tell(same_month, rows_of(JUNE), JUNE, number=12)
    tell(same_month, changed(rows_of(JUNE), f"D{COFFEE}", 1.02), JUNE, number=13)
    rows = changed(rows_of(JUNE), f"D{TEXTILE}", 1.01)
    told = june(rows, before, same_month=same_month)
    assert {(f.code, f.expected, f.found) for f in told.findings} == {
        ("reissue", "12", "1"), ("reissue", "13", "2"),
    }  # fmt: skip
    cells = sorted(change.row.cell for change in told.disputed)
    assert cells == sorted([f"D{TEXTILE}", f"D{TEXTILE}", f"D{COFFEE}"])


def test_of_returns_of_one_day_those_that_agree_are_not_told(before):
    same_month = history_to(JUNE, months=0)
    tell(same_month, rows_of(JUNE), JUNE, number=12)
    tell(same_month, changed(rows_of(JUNE), f"D{COFFEE}", 1.02), JUNE, number=13)
    told = june(rows_of(JUNE), before, same_month=same_month)
    assert [(f.code, f.expected) for f in told.findings] == [("reissue", "13")]


def test_the_other_half_of_a_month_is_no_reissue(before):
    same_month = history_to(JUNE, months=0)
    tell(same_month, [r for r in rows_of(JUNE) if r.item in ITEMS[:2]], JUNE, number=12)
    assert june(rows_of(JUNE), before, same_month=same_month).findings == ()


def test_the_largest_movements_come_first_and_misprints_are_none(before):
    rows = changed(rows_of(JUNE), f"D{TEXTILE}", 100)
    found = [m for m in june(rows, before).movers if m.base is MovedFrom.LAST_YEAR]
    moved = [abs(m.row.value - m.old_value) for m in found]
    assert moved == sorted(moved, reverse=True)
    assert 0 < len(found) <= 8
    assert "TEXTILE" not in {m.row.item for m in found}
    assert all(m.growth == pytest.approx(0.1, abs=1e-6) for m in found)


def test_without_a_review_the_same_is_said_but_for_movements_and_what_agrees(before):
    rows = changed(rows_of(JUNE), f"D{TEXTILE}", 100)
    whole, brief = (june(rows, before, whole=whole) for whole in (True, False))
    assert whole.movers
    assert brief == replace(
        whole, movers=(), checks=tuple(check for check in whole.checks if not check.agrees)
    )


@pytest.mark.parametrize("code", ["vi", "en"])
def test_every_finding_has_its_sentence_and_remedy(before, code):
    rows = changed(changed(two_months(exchanged=True), f"F{TEXTILE}", 0.8), f"F{COFFEE}", 0.1)
    for finding in june([*rows, growth(133.9)], before).findings:
        for text in (sentence(finding, language(code)), remedy(finding, language(code))):
            assert text.endswith((".", ")")) or finding.about in text
            assert "{" not in text
