"""Notes are kept with who and when; removing and restoring them is written beside them."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest

from desktop.figures.finding import Refused
from desktop.figures.note import Note
from tests.archive.made import NOON
from tests.archive.past_the_program import by_hand, refuses

STRIKE = Note(date(2025, 6, 3), "Đình công cảng Hải Phòng")
TARIFF = Note(date(2025, 4, 2), "Thuế", "Tariff", "tariff-2025-04")


def test_a_note_is_kept_with_who_and_when_once(archive):
    kept = archive.add_note(STRIKE, at=NOON, by="Lan")
    assert kept == replace(STRIKE, code=kept.code, by="Lan", at=NOON.isoformat())
    assert archive.add_note(STRIKE, at=NOON + timedelta(1), by="Minh") == kept
    assert archive.notes() == [kept]


def test_a_note_is_removed_restored_and_may_be_written_again(archive):
    kept = archive.add_note(STRIKE, at=NOON, by="Lan")
    archive.remove_note(kept, at=NOON, by="Minh")
    assert archive.notes() == []
    assert [n.code for n in archive.notes(removed=True)] == [kept.code]
    with pytest.raises(Refused, match="no_such_note"):
        archive.remove_note(kept, at=NOON, by="Minh")
    archive.restore_note(kept.code, at=NOON, by="Minh")
    assert [n.code for n in archive.notes()] == [kept.code]
    with pytest.raises(Refused, match="no_such_note"):
        archive.restore_note(kept.code, at=NOON, by="Minh")
    archive.remove_note(kept, at=NOON, by="Minh")
    assert archive.add_note(STRIKE, at=NOON, by="Minh").code != kept.code


def test_a_shipped_note_is_removed_and_restored_under_its_own_code(archive):
    with pytest.raises(Refused, match="no_such_note"):
        archive.restore_note(TARIFF.code, at=NOON, by="Lan")
    for _ in range(2):
        archive.remove_note(TARIFF, at=NOON, by="Lan")
        assert [n.code for n in archive.notes(removed=True)] == [TARIFF.code]
        archive.restore_note(TARIFF.code, at=NOON, by="Lan")
        assert archive.notes(removed=True) == archive.notes() == []


def test_what_was_written_stays(archive, place):
    archive.remove_note(archive.add_note(STRIKE, at=NOON, by="Lan"), at=NOON, by="Lan")
    with by_hand(place) as connection:
        assert connection.exec_driver_sql("SELECT count(*) FROM notes").scalar() == 1
    for deed in ("UPDATE notes SET body = ''", "DELETE FROM notes"):
        refuses(place, deed)
