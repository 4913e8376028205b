"""What a spreadsheet would take for a formula stays text in CSV, and comes back as it was."""

from __future__ import annotations

import csv
import io
import re

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from desktop.figures.csv_texts import guarded, unguarded, write_records

_OF_A_LINE = st.characters(exclude_characters="\r")
"""What is read has blanks in the place of these; between lines the writer leaves them bare."""
_LIKE_LABELS = st.text("'=+-@＝\t a5.e", max_size=8) | st.text(_OF_A_LINE, max_size=8)


@given(_LIKE_LABELS)
def test_every_text_comes_back_and_none_is_a_formula(text):
    written = guarded(text)
    assert unguarded(written) == text
    if len(written) > 1 and written[0] in "=+-@＝\t":
        float(written)  # fails unless it is a plain number


@pytest.mark.parametrize(
    ("text", "written"),
    [
        ("- Than đá", "'- Than đá"),
        ("=HYPERLINK(1)", "'=HYPERLINK(1)"),
        ("'=A1", "''=A1"),
        ("-1+cmd", "'-1+cmd"),
        ("-12.5", "-12.5"),
        ("-", "-"),
        ("'Gạo'", "'Gạo'"),
    ],
)
def test_only_what_would_be_a_formula_is_marked(text, written):
    assert guarded(text) == written


@example([{"label": "\r", "value": "0"}])
@given(st.lists(st.fixed_dictionaries({"label": _LIKE_LABELS, "value": st.integers().map(str)})))
def test_records_come_back_from_csv(records):
    out = io.StringIO()
    write_records(records, ("label", "value"), out)
    read = list(csv.DictReader(io.StringIO(out.getvalue(), newline="")))
    assert [{name: unguarded(text) for name, text in line.items()} for line in read] == records
    assert all(re.fullmatch(r"-?\d+", line["value"]) for line in read)
