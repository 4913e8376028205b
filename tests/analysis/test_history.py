"""What certain returns told, out of all that a sender's returns did."""

from __future__ import annotations

import random

import numpy as np
import pytest

from desktop.analysis.history import History, Past, month_span

RICE = ("export", "value", "RICE", "US", "all", "")
TEA = ("export", "value", "TEA", "US", "all", "")
APRIL, MAY = month_span(24304), month_span(24305)


def past(number, day, value):
    """Give a figure as a return of a day told it."""
    return Past((day, 1, ("", str(number))), value, "USD", number, day, f"{number}.xlsx")


FIRST, LATE, NEWEST = (
    past(1, "2025-05-10", 10),
    past(2, "2025-04-02", 20),
    past(3, "2025-06-10", 30),
)
OTHER = past(3, "2025-06-10", 5)


def told():
    """Give what three returns told: the second of them came late."""
    history = History()
    for one in (FIRST, LATE, NEWEST):
        history.add(RICE, APRIL, [one])
    history.add(TEA, MAY, [OTHER])
    return history


def test_what_certain_returns_told_is_in_the_order_in_which_it_came():
    early = told().by({1, 2}, [RICE, TEA])
    assert early.releases(RICE, APRIL) == [FIRST, LATE]
    assert early.told(RICE, APRIL) == FIRST  # of the later day, though it came before


def test_of_a_subject_that_others_told_nothing_is_known():
    early = told().by({1, 2}, [RICE, TEA])
    assert not early.knows(MAY)
    assert early.lines_of(TEA) == ()
    assert early.told(TEA, MAY) is None


def test_only_the_spans_and_subjects_that_are_asked_for_are_told():
    newest = told().by({3}, [TEA], [MAY])
    assert newest.told(TEA, MAY) == OTHER
    assert newest.told(RICE, APRIL) is None
    assert not told().by({3}, [TEA], [APRIL])
    assert not told().by(set(), [RICE, TEA])


SUBJECTS = [("export", "value", f"I{n}", "US", "all", "") for n in range(12)]
SPANS = [month_span(24300 + n) for n in range(6)]
NUMBERS = range(1, 9)


def of_returns(numbers):
    """Give what returns of these numbers tell: each of two or three months, of some subjects."""
    history = History()
    for number in numbers:
        drawn = random.Random(number)
        pasts = [
            (
                subject,
                span,
                past(number, f"2025-{drawn.randint(1, 12):02}-01", drawn.randint(1, 99)),
            )
            for span in drawn.sample(SPANS[:-1], 3)
            for subject in drawn.sample(SUBJECTS, 7)
        ]
        history.add_all(pasts)
    return history


def levels_of(history):
    """Give what is usual of every subject, by the arrays."""
    levels, _ = history.levels()
    levels.lay_out()
    lines = np.array(list(history.numbers(SUBJECTS)), np.int64)
    there = np.flatnonzero(levels.has(lines))
    columns = levels.columns(SPANS[-1][2], 12, None)
    usual = levels.usual(lines[there], levels.units(["USD"] * len(there)), columns)
    told = zip(there.tolist(), *(np.nan_to_num(each).tolist() for each in usual), strict=True)
    return {line: of_one for line, *of_one in told if of_one[0]}


@pytest.mark.parametrize("asked", [{1, 2, 3}, {1, 4, 8}, set(NUMBERS) - {5}, set(NUMBERS)])
def test_what_certain_returns_told_is_as_if_no_other_had_come(asked):
    every, alone = of_returns(NUMBERS), of_returns(sorted(asked))
    theirs = every.by(asked, SUBJECTS)
    for subject in SUBJECTS:
        for span in SPANS:
            assert theirs.told(subject, span) == alone.told(subject, span)
            assert list(theirs.releases(subject, span)) == list(alone.releases(subject, span))
    assert levels_of(theirs) == levels_of(alone)
    assert bool(theirs) == bool(alone)


def test_asking_for_certain_returns_changes_nothing_of_what_all_told():
    every, other = of_returns(NUMBERS), of_returns(NUMBERS)
    before = levels_of(every)
    levels_of(every.by({1, 2, 3}, SUBJECTS))
    levels_of(every.by({2}, SUBJECTS, SPANS[:1]))
    assert levels_of(every) == before
    assert all(
        every.releases(subject, span) == other.releases(subject, span)
        for subject in SUBJECTS
        for span in SPANS
    )


def test_what_is_told_by_the_span_is_what_is_told_figure_by_figure():
    together, each = History(), History()
    each.add_all([(RICE, APRIL, FIRST), (TEA, MAY, OTHER)])
    each.add(RICE, APRIL, [NEWEST])
    together.tell_spans(
        {7: RICE, 9: TEA},
        [(APRIL, [7], [FIRST]), (MAY, [9], [OTHER]), (APRIL, [7], [NEWEST])],
    )
    for subject in (RICE, TEA):
        for span in (APRIL, MAY):
            assert together.releases(subject, span) == each.releases(subject, span)
    assert together.told(RICE, APRIL) == NEWEST
