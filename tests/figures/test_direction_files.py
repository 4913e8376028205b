"""Directions as text: what is written is read again, and what is wrong is said."""

import json

import pytest

from desktop.figures.directions import (
    CellAnswer,
    ColumnPlan,
    ColumnRole,
    Directions,
    TablePlan,
)
from desktop.figures.layout_files import directions_from_json, directions_to_json

COLUMNS = (ColumnPlan("A", "기간", ColumnRole.LABEL), ColumnPlan("B", "수출", flow="export"))
PLAN = TablePlan("S", 1, "무역", 3, 4, 5, 9, COLUMNS, (7, 8), area="KR", periods_in_rows=True)
GIVEN = Directions((PLAN,), (CellAnswer("S", "B5", "12.5"),), "KR", password="secret")


def test_directions_come_back_without_their_password():
    text = directions_to_json(GIVEN)
    assert "secret" not in text
    assert "수출" in text
    back = directions_from_json(text)
    assert (back.plans, back.answers, back.sender, back.password) == (
        GIVEN.plans, GIVEN.answers, "KR", "",
    )  # fmt: skip


def test_a_plan_may_say_as_little_as_it_likes():
    text = json.dumps(
        {"format": "export-target-tracker directions 1",
         "plans": [{"sheet": "S", "month": "2025-06"}]}
    )  # fmt: skip
    assert directions_from_json(text).plans == (TablePlan("S", month="2025-06"),)


@pytest.mark.parametrize(
    ("entries", "said"),
    [
        ({"format": "another"}, "format"),
        ({"plans": [{"sheet": 5}]}, "sheet"),
        ({"plans": [{"sheet": "S", "columns": [{"letter": "A", "role": "hat"}]}]}, "hat"),
        ({"plans": [{"sheet": "S", "colour": "red"}]}, "colour"),
        ({"password": "x"}, "password"),
        ({"answers": [{"sheet": "S", "cell": 1}]}, "cell"),
    ],
)
def test_what_is_wrong_is_named(entries, said):
    text = json.dumps({"format": "export-target-tracker directions 1", **entries})
    with pytest.raises(ValueError, match=said):
        directions_from_json(text)
