"""Desks whose clocks are wrong: told, and dated by the server's clock where there is one."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest

from desktop.archive import shared_time
from desktop.figures.finding_texts import remedy, sentence
from desktop.figures.wording import language
from desktop.workflow import Office

NOW = datetime(2025, 7, 12, 12, tzinfo=UTC)


@pytest.mark.parametrize(
    ("wrong", "code"), [(-600, "clock_behind"), (600, "clock_ahead"), (30, None), (0, None)]
)
def test_a_clock_that_is_wrong_is_told_and_made_up_for(server, monkeypatch, wrong, code):
    """The desk's clock, and with it the day that errands are told, is ten minutes off."""
    off = timedelta(seconds=wrong)
    monkeypatch.setattr(shared_time, "machine_time", lambda: datetime.now(UTC) + off)
    with Office(server.archive(), clock=lambda: NOW + off, user="Lan") as office:
        found = office.clock_doubt()
        assert (found.code if found else None) == code
        if found:
            assert found.found == "10"
            for told in map(language, ("vi", "en")):
                assert "10" in sentence(found, told)
                assert remedy(found, told)
        office.add_note(NOW.date(), "a note")
        (note,) = (n for n in office.notes() if n.text == "a note")
        assert abs(datetime.fromisoformat(note.at) - NOW) < timedelta(seconds=4)


def test_a_file_has_no_clock_but_the_desks(tmp_path):
    with Office(tmp_path / "kho.sqlite3", clock=lambda: NOW, user="Lan") as office:
        assert office.clock_doubt() is None
