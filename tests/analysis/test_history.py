"""What certain returns told, out of all that a sender's returns did."""

from __future__ import annotations

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
