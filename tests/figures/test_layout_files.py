"""A learned layout as text comes back as it was, and nothing else is taken for one."""

import json

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from desktop.figures.directions import ColumnPlan, ColumnRole, LearnedLayout, TablePlan
from desktop.figures.layout_files import FORMAT, layout_from_json, layout_to_json

_WORDS = st.sampled_from(["", "Trị giá (USD)", "Tháng", "1000 USD", "2025-06"])
_ROWS = st.integers(0, 1_048_576)
_COLUMNS = st.builds(
    ColumnPlan, st.sampled_from(["A", "XFD"]), _WORDS, st.sampled_from(ColumnRole), unit=_WORDS,
    start=_WORDS, why=_WORDS,
)  # fmt: skip
_PLANS = st.builds(
    TablePlan, _WORDS, _ROWS, _WORDS, heading_first=_ROWS,
    columns=st.lists(_COLUMNS, max_size=3).map(tuple),
    left_out_rows=st.lists(_ROWS, max_size=3).map(tuple),
    left_out_names=st.lists(st.text(max_size=9), max_size=3).map(tuple),
    month=_WORDS, periods_in_rows=st.booleans(),
)  # fmt: skip
_LAYOUTS = st.builds(
    LearnedLayout, _WORDS, _WORDS, st.lists(_PLANS, max_size=2).map(tuple), _WORDS, _WORDS
)


@settings(max_examples=30)
@given(_LAYOUTS)
def test_a_layout_comes_back_as_it_was(layout):
    assert layout_from_json(layout_to_json(layout)) == layout


@pytest.mark.parametrize(
    "entries",
    [
        [], {}, {"format": "x", "name": "a", "sender": "b", "plans": []},
        {"name": "a", "sender": "b", "plans": {}},
        {"name": 1, "sender": "b", "plans": []},
        {"name": "a", "sender": "b", "plans": [], "more": ""},
        {"name": "a", "sender": "b", "plans": [[]]},
        {"name": "a", "sender": "b", "plans": [{"sheet": "X", "first_row": True}]},
        {"name": "a", "sender": "b", "plans": [{"sheet": "X", "left_out_rows": ["1"]}]},
        {"name": "a", "sender": "b", "plans": [{"sheet": "X", "left_out_names": [1]}]},
        {"name": "a", "sender": "b", "plans": [{"sheet": "X", "columns": [{"role": "boss"}]}]},
    ],
)  # fmt: skip
def test_what_is_no_layout_is_refused(entries):
    if isinstance(entries, dict):
        entries = {"format": FORMAT, **entries}
    with pytest.raises((ValueError, TypeError)):
        layout_from_json(json.dumps(entries))
