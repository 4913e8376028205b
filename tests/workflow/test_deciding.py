"""A return whose months are under the wrong headings waits until an official has decided."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime

import pytest
from openpyxl import Workbook, load_workbook

from desktop.figures.directions import AS_IT_STANDS
from desktop.figures.places import sample
from desktop.figures.reading import Ask
from desktop.workflow import Office
from tests.returns.made import monthly_sheet

NOW = datetime(2025, 7, 12, 9, tzinfo=UTC)
ITEMS = (
    "Thủy sản", "Rau quả", "Hạt điều", "Cà phê", "Chè", "Hạt tiêu", "Gạo", "Cao su", "Giày dép",
    "Hàng dệt, may",
)  # fmt: skip


def value(item, month):
    """Million US dollars of an item in a month of 2025."""
    return 100.0 + 40 * item + (month * 5 + item * 3) % 13 * 4


def book(folder, month, *, exchanged=False):
    """Print the month before and the month; `exchanged` puts each under the other's heading."""
    columns = (month, month - 1) if exchanged else (month - 1, month)
    rows = [
        (None, name, *(cell for of in columns for cell in (None, value(item, of), None)))
        for item, name in enumerate(ITEMS)
    ]
    heads = [("Sơ bộ", f"tháng {n}", "năm 2025") for n in (month - 1, month)]
    made = Workbook()
    monthly_sheet(made.active, heads, rows)
    path = folder / f"T{month}.xlsx"
    made.save(path)
    return path


@pytest.fixture(scope="module")
def office(tmp_path_factory):
    """An office with the returns of April and May."""
    folder = tmp_path_factory.mktemp("office")
    with Office(folder / "archive.sqlite3", clock=lambda: NOW, user="Lan") as office:
        office.take_in([book(folder, month) for month in (4, 5)])
        office.folder = folder
        yield office


def test_nothing_is_stored_before_the_official_decides(office):
    (preview,) = office.preview([book(office.folder, 6, exchanged=True)])
    (question,) = [q for q in preview.questions if q.needed]
    assert (question.ask, question.choices) == (Ask.MONTH, ("2025-05", "2025-06"))
    assert (preview.acceptable, preview.figures) == (False, 0)
    (outcome,) = office.accept([preview])
    assert (outcome.number, outcome.finding.code) == (None, "months_exchanged")
    assert len(office.returns()) == 2


def test_who_says_the_headings_are_right_stores_it(office):
    (preview,) = office.preview([book(office.folder, 6, exchanged=True)])
    (plan,) = preview.reading.tables
    said = replace(plan, month="2025-06")
    kept = office.read_again(preview, AS_IT_STANDS.with_plan(said))
    assert (kept.acceptable, [q for q in kept.questions if q.needed]) == (True, [])


def test_another_correction_decides_nothing(office):
    (preview,) = office.preview([book(office.folder, 6, exchanged=True)])
    (plan,) = preview.reading.tables
    said = replace(plan, left_out_rows=(plan.last_row,))
    again = office.read_again(preview, AS_IT_STANDS.with_plan(said))
    assert [q.ask for q in again.questions if q.needed] == [Ask.MONTH]
    assert not again.acceptable


def test_columns_put_right_are_stored_under_their_months(office):
    (preview,) = office.preview([book(office.folder, 6, exchanged=True)])
    (plan,) = preview.reading.tables
    swap = {"2025-05": "2025-06", "2025-06": "2025-05"}
    columns = tuple(
        replace(c, start=swap[c.start], end=swap[c.end]) if c.start in swap else c
        for c in plan.columns
    )
    right = office.read_again(preview, AS_IT_STANDS.with_plan(replace(plan, columns=columns)))
    assert right.questions == ()
    assert right.comparison.same == len(ITEMS)  # May, as it was told in May
    (outcome,) = office.accept([right])
    assert outcome.number == 3


@pytest.mark.parametrize("said", ["2025-06", pytest.param("2025-05", marks=pytest.mark.slow)])
def test_a_title_of_another_month_is_stored_under_the_month_that_is_said(tmp_path, said):
    """June under a title left from May, or May in a form that is June's: who sent it knows."""
    made = load_workbook(sample("gso", "02-Bieu-T6.2025.xlsx"))
    made["23.XK tháng"]["A1"] = "23. Hàng hóa xuất khẩu tháng 5 năm 2025"
    del made["25.NK tháng"]
    made.save(tmp_path / "return.xlsx")
    with Office(tmp_path / "archive.sqlite3", clock=lambda: NOW, user="Lan") as office:
        (preview,) = office.preview([tmp_path / "return.xlsx"])
        (question,) = [q for q in preview.questions if q.needed]
        assert (question.ask, question.choices) == (Ask.MONTH, ("2025-06", "2025-05"))
        assert (preview.acceptable, preview.figures) == (False, 0)
        (outcome,) = office.accept([preview])
        assert (outcome.number, outcome.finding.code) == (None, "title_of_other_month")
        assert list(office.returns()) == []

        (plan,) = preview.reading.tables
        decided = office.read_again(preview, AS_IT_STANDS.with_plan(replace(plan, month=said)))
        assert (decided.acceptable, [q for q in decided.questions if q.needed]) == (True, [])
        (outcome,) = office.accept([decided])
        assert [(r.number, str(r.month)) for r in office.returns()] == [(outcome.number, said)]
        assert len(decided.reading.rows) == len(preview.reading.rows)


def test_a_return_in_order_needs_no_decision(office):
    (preview,) = office.preview([book(office.folder, 7)])
    assert preview.questions == ()
