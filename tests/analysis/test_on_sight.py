"""Rows that are made when they are looked at: each once, and the same as a tuple of them."""

from __future__ import annotations

import pickle
from dataclasses import FrozenInstanceError, dataclass, replace

import pytest

from desktop.analysis.on_sight import Gradual, Later, OnSight


@dataclass(frozen=True, slots=True)
class Answer(Gradual):
    """Something known, and something that is made when it is looked at."""

    known: int
    later: str


@dataclass(frozen=True, slots=True, eq=False)
class Gradually(Gradual):
    """The same, held against another field by field."""

    known: int
    later: str


def test_a_row_is_made_when_it_is_looked_at_and_once():
    made = []
    rows = OnSight(4, lambda n: made.append(n) or n * n)
    assert (len(rows), made) == (4, [])
    assert (rows[2], rows[-2], rows[1:3], made) == (4, 4, (1, 4), [2, 1])
    assert list(rows) == [0, 1, 4, 9]
    assert made == [2, 1, 0, 3]


def test_rows_are_made_all_at_once_where_the_first_is_looked_at():
    made = []
    rows = Later(lambda: (made.append("made"), 7))
    assert made == []
    assert rows[1] == 7
    assert (len(rows), list(rows), made) == (2, [None, 7], ["made"])


def test_rows_compare_print_and_travel_as_a_tuple_does():
    one, other = OnSight(2, lambda n: n), Later(lambda: (0, 1))
    assert one == other == (0, 1)
    assert one != (0, 2)
    assert {one, other, (0, 1)} == {(0, 1)}
    assert repr(one) == repr(other) == "(0, 1)"
    sent = pickle.loads(pickle.dumps([one, other]))
    assert [(type(rows), rows) for rows in sent] == [(tuple, (0, 1)), (tuple, (0, 1))]


def test_no_row_is_made_behind_the_first_that_differs():
    made = []
    rows = OnSight(9, lambda n: made.append(n) or n)
    assert rows != (0, 1, 3, 3, 4, 5, 6, 7, 8)
    assert made == [0, 1, 2]
    assert rows != (0, 1)
    assert rows != "012345678"
    assert made == [0, 1, 2]


def test_no_field_is_made_behind_the_first_that_differs():
    made = []
    one, other = (
        Gradually.gradual({"later": lambda n=n: made.append(n) or "told"}, known=n) for n in (7, 8)
    )
    assert one != other
    assert made == []
    assert one == Gradually(7, "told")
    assert hash(one) == hash(Gradually(7, "told"))
    assert made == [7]
    assert one != Answer(7, "told")


def test_a_field_is_made_when_it_is_looked_at_and_once():
    made = []
    answer = Answer.gradual({"later": lambda: made.append("made") or "told"}, known=7)
    assert (answer.known, made) == (7, [])
    assert (answer.later, answer.later, made) == ("told", "told", ["made"])


def test_what_is_made_gradually_is_the_same_as_what_is_made_at_once():
    plain, made = Answer(7, "told"), {"later": lambda: "told"}
    assert Answer.gradual(made, known=7) == plain
    assert hash(Answer.gradual(made, known=7)) == hash(plain)
    assert repr(Answer.gradual(made, known=7)) == repr(plain)
    assert replace(Answer.gradual(made, known=7), known=8) == Answer(8, "told")
    assert pickle.loads(pickle.dumps(Answer.gradual(made, known=7))) == plain


def test_no_other_name_is_taken_for_a_field_and_none_can_be_set():
    answer = Answer.gradual({"later": lambda: "told"}, known=7)
    with pytest.raises(AttributeError, match="nothing"):
        _ = answer.nothing
    with pytest.raises(FrozenInstanceError):
        answer.known = 8
