"""Taking returns in: what an errand leaves behind it in the process."""

from __future__ import annotations

import gc
from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from desktop.archive import Archive
from desktop.figures.comparison import Comparison
from desktop.figures.places import sample
from desktop.figures.progress import unheard
from desktop.figures.reading import DateOrigin, Reading
from desktop.workflow import Office
from desktop.workflow.importing import ImportDesk
from desktop.workflow.previews import Preview
from tests.returns import forms

NOW = datetime(2025, 7, 12, 12, tzinfo=UTC)


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


def test_what_was_reviewed_is_compared_again_only_where_something_changed(tmp_path):
    """An official who accepts what stands on the page waits for the storing alone."""
    names = ("02-So-lieu-T5.2025.xlsx", "02-Bieu-T6.2025.xlsx")
    paths = [sample("gso", name) for name in names]
    with Office(tmp_path / "archive.sqlite3", clock=lambda: NOW, user="Lan") as office:
        both = office.preview(paths)
        first, second = office.accept(both)
        assert first.preview.comparison is both[0].comparison
        assert second.preview.comparison is not both[1].comparison
        assert second.preview.comparison.new < both[1].comparison.new
        assert [outcome.number for outcome in (first, second)] == [1, 2]


@pytest.mark.parametrize(
    ("printed", "day", "origin", "told"),
    [
        ("06/04/2025", date(2025, 4, 6), DateOrigin.PRINTED, []),
        ("06/04/2026", NOW.date(), DateOrigin.IMPORTED, ["2026-04-06"]),
    ],
)
def test_a_printed_day_of_report_that_is_to_come_is_told_and_not_believed(
    tmp_path, printed, day, origin, told
):
    form = forms.values()
    form.put(2, 1, f"Cập nhật ngày {printed}")
    forms.read(tmp_path / "bc.xlsx", form)
    with Office(tmp_path / "archive.sqlite3", clock=lambda: NOW, user="Lan") as office:
        (preview,) = office.preview([tmp_path / "bc.xlsx"])
    assert (preview.reported_on, preview.date_origin) == (day, origin)
    findings = preview.reading.findings
    assert [f.found for f in findings if f.code == "reported_later"] == told
