"""Silences and rules of warning are kept with who and when, and nothing is overwritten."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest

from desktop.figures.finding import Refused
from desktop.figures.month import Month
from desktop.figures.silence import Silence
from desktop.figures.warning_rules import Rule
from tests.archive.made import NOON

STEEL = Silence(
    Rule.FALLING, "item:STEEL", Month(2025, 6), Month(2025, 8), "Known: furnace rebuilt"
)


def test_a_silence_is_kept_with_who_and_when_once(archive):
    kept = archive.add_silence(STEEL, at=NOON, by="Lan")
    again = archive.add_silence(STEEL, at=NOON + timedelta(days=1), by="Minh")
    assert again == kept
    assert archive.silences() == [replace(STEEL, by="Lan", at=NOON.isoformat(), number=kept.number)]


def test_a_silence_that_was_lifted_no_longer_stands_and_may_come_again(archive):
    kept = archive.add_silence(STEEL, at=NOON, by="Lan")
    before = archive.changes
    archive.lift_silence(kept.number, at=NOON, by="Lan")
    assert archive.silences() == []
    assert archive.changes > before
    with pytest.raises(Refused, match="no_such_silence"):
        archive.lift_silence(kept.number, at=NOON, by="Lan")
    assert archive.add_silence(STEEL, at=NOON, by="Minh").number != kept.number


def test_the_newest_rules_are_in_force_and_the_same_text_is_kept_once(archive):
    assert archive.rules() is None
    archive.set_rules("[late]\ndays = 5\n", at=NOON, by="Lan")
    before = archive.changes
    archive.set_rules("[late]\ndays = 5\n", at=NOON, by="Minh")
    assert archive.changes == before
    archive.set_rules("[late]\ndays = 7\n", at=NOON, by="Minh")
    assert archive.rules() == ("[late]\ndays = 7\n", NOON.isoformat(), "Minh", 2)
