"""Real returns in their order: what is doubted is misprinted, and nothing else is."""

from __future__ import annotations

import csv
from datetime import date

import pytest

from desktop.analysis.examining import examined
from desktop.analysis.history import History, Past, span_of, subject_of
from desktop.figures.comparison import Comparison
from desktop.figures.figure import Status
from desktop.figures.finding import Severity
from desktop.returns import read_return
from tests.corpus.product import workbooks

TRUE_BUT_UNLISTED = {("2010-10-29-Bieu-1010-2.xls", "D44")}
"""9 between months of 70 and more: nobody knows, and it is fair to ask."""

LEFT_FROM_JANUARY = {("2000-02-29-Bieu-thang-2.xls", "E25")}
"""Rubber: 12.678513957881481 in two estimates, whose quantity is the same too."""


def walk(readings):
    """Examine each return after all that were reported before it."""
    history = History()
    for number, reading in enumerate(readings):
        day = reading.reported_on or date(2026, 8, 10)
        yield reading, examined(Comparison(), reading, history, History(), day)
        for row in reading.rows:
            rank = (day.isoformat(), Status(row.status).rank, number)
            past = Past(rank, row.value, row.unit, number, day.isoformat(), reading.name)
            history.add(subject_of(row), span_of(row), [past])


@pytest.mark.slow
def test_over_25_years_only_misprints_are_doubted(shared):
    paths = sorted(workbooks(shared / "returns" / "gso"))
    errors = shared / "returns" / "expected" / "known_source_errors.csv"
    with errors.open(encoding="utf-8", newline="") as lines:
        known = {(e["file"], cell) for e in csv.DictReader(lines) for cell in e["cells"].split()}
    doubted, stale, asked = set(), set(), []
    for reading, told in walk(map(read_return, paths)):
        asked += [q for q in (*reading.questions, *told.questions) if q.needed]
        doubted |= {
            (reading.name, f.cell)
            for f in (*reading.findings, *told.findings)
            if f.code.startswith("scale") or f.code == "misprinted"
        }
        stale |= {(reading.name, f.cell) for f in told.findings if f.code == "stale_cell"}
        assert not [f for f in told.findings if f.severity is Severity.ERROR]
    assert asked == []
    assert stale == LEFT_FROM_JANUARY
    assert doubted - known <= TRUE_BUT_UNLISTED
    assert len(doubted & known) >= 6
