"""Values that are made quickly: equal, ordered and looked up by their fields."""

from __future__ import annotations

import pickle
from dataclasses import fields, replace

import pytest

from desktop.figures.record import ordered_record, record


@record
class Place:
    """Where something stands."""

    row: int
    column: str = "A"


@ordered_record
class Day:
    """A day with a hash of its own."""

    year: int
    number: int

    def __hash__(self) -> int:
        return self.number


def test_records_that_say_the_same_are_one_key_however_they_came_to_be() -> None:
    place = Place(3)
    came = pickle.loads(pickle.dumps(place))
    assert {place: "here"}[replace(Place(4), row=3)] == "here"
    assert came == place
    assert hash(came) == hash(place)
    assert [field.name for field in fields(place)] == ["row", "column"]


def test_a_record_takes_no_field_that_it_does_not_have() -> None:
    with pytest.raises(AttributeError):
        Place(3).sheet = "S"  # type: ignore[attr-defined]  # that is what is refused


def test_ordered_records_follow_their_fields_and_keep_a_hash_of_their_own() -> None:
    assert sorted([Day(2025, 1), Day(2024, 9), Day(2024, 2)]) == [
        Day(2024, 2), Day(2024, 9), Day(2025, 1),
    ]  # fmt: skip
    assert hash(Day(2024, 7)) == 7
