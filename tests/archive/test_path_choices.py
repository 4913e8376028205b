"""How paths are to be spread: appended, by scope and period, with who and when."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime
from fractions import Fraction

import pytest

from desktop.archive import Archive
from desktop.figures.month import Month
from desktop.figures.phasing import BY_SEASON, PathChoice, PathWish, Phasing, chosen
from desktop.figures.series import Flow
from desktop.figures.vintage import Vintage
from tests.archive.past_the_program import refuses

AT = datetime(2025, 7, 12, 9, 30, tzinfo=UTC)
TYPED = PathWish(Phasing.TYPED, (Fraction(1, 3), Fraction(2, 3)), True, ((1, 5), (2, 4)))
CHOICE = PathChoice(Flow.EXPORT, Month(2025, 1), Month(2025, 2), TYPED)


@pytest.fixture
def archive(place):
    """Give a new archive."""
    with Archive.open(place) as archive:
        yield archive


def test_a_choice_comes_back_exactly_with_who_and_when(archive):
    kept = archive.choose_path(CHOICE, at=AT, by="an")
    assert replace(kept, number=0, made_at="", made_by="") == CHOICE
    assert (kept.made_at, kept.made_by) == ("2025-07-12T09:30:00+00:00", "an")
    assert archive.path_choices() == [kept]
    assert sum(kept.wish.shares) == 1


def test_a_later_choice_of_the_same_scope_supersedes_and_both_stay(archive):
    archive.choose_path(CHOICE, at=AT, by="an")
    back = archive.choose_path(replace(CHOICE, wish=BY_SEASON), at=AT, by="binh")
    other = archive.choose_path(replace(CHOICE, item="RICE"), at=AT, by="an")
    held = archive.path_choices()
    assert len(held) == 3
    assert chosen(held, CHOICE.scope) == BY_SEASON == back.wish
    assert chosen(held, other.scope) == TYPED
    assert chosen(held, replace(CHOICE, end=Month(2025, 12)).scope) == BY_SEASON


def test_what_is_in_force_already_is_not_added_again(archive):
    first = archive.choose_path(CHOICE, at=AT, by="an")
    before = archive.changes
    assert archive.choose_path(CHOICE, at=AT, by="binh") == first
    assert archive.changes == before


def test_a_day_knows_the_choices_made_by_its_end(archive):
    archive.choose_path(CHOICE, at=AT, by="an")
    assert archive.path_choices(Vintage(date(2025, 7, 11))) == []
    assert len(archive.path_choices(Vintage(date(2025, 7, 12)))) == 1


@pytest.mark.parametrize(
    "deed", ["UPDATE path_choices SET body = '{}'", "DELETE FROM path_choices"]
)
def test_the_database_itself_lets_nothing_be_changed(archive, place, deed):
    archive.choose_path(CHOICE, at=AT, by="an")
    refuses(place, deed)
