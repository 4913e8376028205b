"""What the publication calendar expects, by the clock."""

from __future__ import annotations

from datetime import date

from desktop.figures.month import Month
from desktop.figures.reading import DateOrigin
from desktop.figures.received import DueState, StoredReturn
from desktop.workflow.due import due_returns

JUNE = Month(2025, 6)
RECEIVED, DUE, LATE, MISSING = DueState.RECEIVED, DueState.DUE, DueState.LATE, DueState.MISSING


def stored(month, number=1, *, layout="gso_monthly", sender="GSO", **more):
    day = (month + 1).day(6)
    return StoredReturn(
        number, f"{month}.xlsx", f"{number}", sender, layout, month, day, DateOrigin.CALENDAR,
        "2025-07-12T12:00:00+00:00", "Lan", 10, **more,
    )  # fmt: skip


def states(returns, today):
    return [(str(d.month), d.state) for d in due_returns(returns, today)]


def test_months_are_expected_from_the_first_that_came():
    came = [stored(JUNE), stored(JUNE + 2, 2)]
    assert states(came, date(2025, 10, 1)) == [
        ("2025-06", RECEIVED), ("2025-07", MISSING), ("2025-08", RECEIVED), ("2025-09", DUE),
    ]  # fmt: skip


def test_a_return_is_late_from_the_day_after_and_missing_a_month_later():
    july = {d.month: d for d in due_returns([stored(JUNE)], date(2025, 8, 6))}[JUNE + 1]
    assert (july.due_on, july.state) == (date(2025, 8, 6), DUE)
    for today, state in ((date(2025, 8, 7), LATE), (date(2025, 9, 5), LATE),
                         (date(2025, 9, 6), MISSING)):  # fmt: skip
        assert dict(states([stored(JUNE)], today))["2025-07"] is state


def test_what_was_withdrawn_is_expected_again():
    returns = [stored(JUNE)._replace(withdrawn=True)]
    assert states(returns, date(2025, 7, 8)) == [("2025-06", LATE), ("2025-07", DUE)]


def test_the_newest_return_of_a_month_is_named():
    returns = [stored(JUNE, 1), stored(JUNE, 2)]
    assert due_returns(returns, date(2025, 7, 8))[0].number == 2


def test_a_workbook_of_many_months_stands_for_each():
    wide = stored(JUNE + 2, 2, layout="nso_wide_items", first_month=Month(2024, 1))
    first = stored(JUNE, 1, layout="nso_wide_items", first_month=Month(2024, 1))
    assert states([first, wide], date(2025, 9, 7))[:3] == [
        ("2025-06", RECEIVED), ("2025-07", RECEIVED), ("2025-08", RECEIVED),
    ]  # fmt: skip


def test_each_half_of_a_month_is_expected_on_its_own_day():
    first = stored(JUNE, 1, layout="customs_1x", sender="CUSTOMS", half=1)
    due = {(str(d.month), d.half): d for d in due_returns([first], date(2025, 7, 23))}
    june = [due["2025-06", half] for half in (1, 2)]
    assert [d.due_on for d in june] == [date(2025, 6, 22), date(2025, 7, 10)]
    assert [d.state for d in june] == [RECEIVED, LATE]
    assert due["2025-07", 1].state is LATE
    assert due["2025-07", 2].state is DUE
    second = first._replace(number=2, half=2)
    found = due_returns([first, second], date(2025, 7, 10))
    assert [(d.half, d.number) for d in found if d.month == JUNE] == [(1, 1), (2, 2)]


def test_a_half_month_never_stands_for_the_month():
    half = stored(JUNE, 1, layout="customs_5x", sender="CUSTOMS", half=1)
    whole = stored(JUNE - 1, 2, layout="customs_5x", sender="CUSTOMS")
    june = [d for d in due_returns([half, whole], date(2025, 7, 11)) if d.month == JUNE]
    assert [(d.half, d.state) for d in june] == [(0, LATE), (1, RECEIVED), (2, LATE)]


def test_who_has_no_calendar_or_sends_once_is_not_expected():
    others = [
        stored(JUNE, sender="PROVINCE", layout="province_form"),
        stored(JUNE, 2, layout="gso_history"),
    ]
    assert due_returns([*others, stored(JUNE, 3)._replace(month=None)], date(2026, 1, 1)) == []
