"""Taking returns in: what an errand leaves behind it in the process."""

from __future__ import annotations

import gc
from datetime import date, datetime
from pathlib import Path

import pytest

from desktop.archive import Archive
from desktop.figures.comparison import Comparison
from desktop.figures.progress import unheard
from desktop.figures.reading import DateOrigin, Reading
from desktop.workflow.errands import Preview
from desktop.workflow.importing import ImportDesk


@pytest.fixture
def collector():
    """Give the collector back as it was, whatever a test does."""
    yield
    gc.enable()


@pytest.mark.parametrize("on", [True, False])
@pytest.mark.usefixtures("collector")
def test_the_collector_of_cycles_is_left_as_it_was(tmp_path, on):
    """Under a window it rests: woken on a worker's thread it would destroy widgets there."""
    (gc.enable if on else gc.disable)()
    reading = Reading("a.xlsx", "", "", "", None, None, DateOrigin.IMPORTED, (), ())
    gone = Preview(Path("gone.xlsx"), reading, Comparison(), date(2025, 7, 6), DateOrigin.IMPORTED)
    desk = ImportDesk(lambda: datetime(2025, 7, 6), "official")  # noqa: DTZ001 - never stored
    with Archive.open(tmp_path / "archive.sqlite3") as archive:
        (outcome,) = desk.accept(archive, [gone], unheard)
    assert outcome.number is None
    assert gc.isenabled() is on
