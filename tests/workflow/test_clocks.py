"""Desks whose clocks are wrong: told, and dated by the server's clock where there is one."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest

from desktop.archive import shared_time
from desktop.figures.finding import Finding, Severity
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


@pytest.mark.parametrize(
    ("minutes", "english", "vietnamese"),
    [
        ("1", "1 minute ahead", "1 phút"),
        ("59", "59 minutes ahead", "59 phút"),
        ("60", "1 hour ahead", "1 giờ"),
        ("125", "2 hours 5 minutes ahead", "2 giờ 5 phút"),
        ("1439", "23 hours 59 minutes ahead", "23 giờ 59 phút"),
        ("1440", "1 day ahead", "1 ngày"),
        ("4320", "3 days ahead", "3 ngày"),
        ("4424", "3 days 2 hours ahead", "3 ngày 2 giờ"),
        ("2879", "2 days ahead", "2 ngày"),
        ("43230", "30 days ahead", "30 ngày"),
        ("1477890", "1,026 days ahead", "1.026 ngày"),
    ],
)
def test_how_far_a_clock_is_off_is_told_in_days_hours_and_minutes(minutes, english, vietnamese):
    """A battery that died tells 2022: as minutes nobody saw that it is years."""
    found = Finding(Severity.WARNING, "clock_ahead", found=minutes)
    assert f"is {english} of the server's" in sentence(found, language("en"))
    assert f"máy chủ {vietnamese}." in sentence(found, language("vi"))


def test_a_file_has_no_clock_but_the_desks(tmp_path):
    with Office(tmp_path / "kho.sqlite3", clock=lambda: NOW, user="Lan") as office:
        assert office.clock_doubt() is None
