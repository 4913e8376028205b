"""The window answers while a report is written, whatever its form; run with -m bench."""

from __future__ import annotations

import pytest

from tests.benchmarks.writing_gaps import rows


@pytest.mark.bench
def test_no_form_stops_the_window(qapp):
    assert {found.name: found.ours_ms for found in rows() if found.ratio > 1} == {}
