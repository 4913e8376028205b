"""Before a return is stored, the archive says what it would change."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from desktop.figures.comparison import Change
from desktop.figures.figure import Status
from tests.archive.made import AUGUST_6, JULY_6, NOON, counts, reading, row, store


def test_an_empty_archive_has_everything_to_learn(archive):
    assert counts(archive.compare(reading(row(1), row(2, item="RICE")), JULY_6)) == (2, 0, 0, 0)


def test_new_changed_and_same_are_told_apart(archive):
    store(archive, reading(row(1), row(5, item="RICE")), on=JULY_6)
    revised = row(2, cell="D9")
    told = archive.compare(
        reading(revised, row(5, item="RICE"), row(9, item="COFFEE"), name="b"), AUGUST_6
    )
    assert counts(told) == (1, 1, 1, 0)
    assert told.kinds == "csn"
    assert told.changed == (Change(revised, 1000, "2025-07-06", "a.xlsx"),)
    assert told.already is None


def test_an_older_return_arriving_late_changes_nothing(archive):
    store(archive, reading(row(2), row(5, item="RICE")), on=AUGUST_6)
    late = reading(row(1), row(5, item="RICE"), name="late")
    assert counts(archive.compare(late, JULY_6)) == (0, 0, 1, 1)


def test_of_one_day_the_firmer_would_win(archive):
    store(archive, reading(row(1, status=Status.PRELIMINARY)))
    assert counts(archive.compare(reading(row(2, status=Status.FINAL), name="b"), JULY_6))[1] == 1
    assert (
        counts(archive.compare(reading(row(2, status=Status.ESTIMATE), name="c"), JULY_6))[3] == 1
    )


def test_a_file_that_is_in_is_recognised_until_it_is_withdrawn(archive):
    number = store(archive, reading(row(1)))
    told = archive.compare(reading(row(1)), JULY_6)
    assert (told.already, counts(told)) == (number, (0, 0, 1, 0))
    archive.withdraw(number, at=NOON, by="Lan")
    told = archive.compare(reading(row(1)), JULY_6)
    assert (told.already, counts(told)) == (None, (1, 0, 0, 0))


def test_a_figure_printed_twice_counts_once_and_the_sum_is_that_of_the_rows(archive):
    same = row(3, item="RICE")
    told = archive.compare(reading(row(1), same, same, row(1, cell="Z9")), JULY_6)
    assert (told.kinds, counts(told)) == ("nnoo", (2, 0, 0, 2))


def test_another_unit_is_a_change(archive):
    store(archive, reading(row(1, item="CARS", measure="quantity")), on=JULY_6)
    pieces = row(1, item="CARS", measure="quantity")._replace(unit="pcs")
    assert counts(archive.compare(reading(pieces, name="b"), AUGUST_6)) == (0, 1, 0, 0)


def test_what_was_told_is_what_happens(archive):
    store(archive, reading(row(1), row(5, item="RICE")), on=JULY_6)
    later = reading(row(2), row(6, item="RICE", status=Status.ESTIMATE), name="b")
    for day in (date(2025, 7, 5), JULY_6, AUGUST_6):
        told = archive.compare(later, day)
        number = store(archive, later, on=day)
        shown = archive.figures()
        assert (shown["return_id"] == number).sum() == len(told.changed)
        archive.withdraw(number, at=NOON, by="Lan")


def test_comparing_writes_nothing(archive):
    archive.compare(reading(row(1)), JULY_6)
    assert (archive.changes, len(archive.figures())) == (0, 0)


MORNING, EVENING = "2025-07-06T02:00:00Z", "2025-07-06T11:00:00Z"


def meeting(archive, held, offered):
    """Store one reading, and tell how another of the same day meets it."""
    store(archive, held)
    told = archive.compare(offered, JULY_6)
    return told.kinds, conflicts(told)


def conflicts(told):
    """Give what is said of two returns of one day; that one is the other's re-issue is no fault."""
    return [(f.code, f.found, f.about) for f in told.findings if f.code.startswith("same_day")]


def test_of_one_day_the_workbook_saved_later_would_win(archive):
    later = replace(reading(row(2), name="b.xlsx"), saved_at=EVENING)
    assert meeting(archive, replace(reading(row(1)), saved_at=MORNING), later) == ("c", [])


def test_a_rival_of_the_same_day_is_told_apart_from_an_older_return(archive):
    first = replace(reading(row(1), row(5, item="RICE")), saved_at=EVENING)
    second = replace(reading(row(2), row(6, item="RICE"), name="b"), saved_at=MORNING)
    kinds, findings = meeting(archive, first, second)
    assert (kinds, findings) == ("rr", [("same_day_behind", "2", "a.xlsx")])
    told = archive.compare(second, JULY_6)
    assert (told.rivals, told.older) == (2, 0)
    assert conflicts(archive.compare(second, AUGUST_6)) == []  # the remedy


@pytest.mark.parametrize("stamps", [("", ""), (MORNING, MORNING), ("", EVENING), (EVENING, "")])
@pytest.mark.parametrize("names", ["ab", "ba"])
def test_whichever_wins_a_day_by_chance_it_is_said(archive, stamps, names):
    one, other = (
        replace(reading(row(value), name=name), saved_at=stamp)
        for value, name, stamp in zip((1, 2), names, stamps, strict=True)
    )
    kinds, findings = meeting(archive, one, other)
    assert kinds in {"c", "r"}
    assert findings == [("same_day_undecided", "1", names[0])]


def test_a_firmer_or_repeated_figure_of_the_same_day_is_no_conflict(archive):
    store(archive, reading(row(1, status=Status.ESTIMATE), row(5, item="RICE")))
    told = archive.compare(reading(row(2), row(5, item="RICE"), name="b"), JULY_6)
    assert (told.kinds, conflicts(told)) == ("cs", [])
