"""Figures that were fetched by column: parted by subject, and given by what they share."""

from __future__ import annotations

import numpy as np

from desktop.archive.fetched import Fetched

ROWS = [
    # subject, period, return, form, value
    (5, 1, 20, 4, 50),
    (3, 1, 10, 4, -30),
    (3, 2, 10, 4, 31),
    (4, 1, 10, 4, 40),
    (4, 2, 10, 9, 41),
    (3, 1, 20, 4, 32),
]


def fetched(rows=ROWS):
    """Give rows by column."""
    return Fetched(*np.array(rows, np.int64).reshape(-1, 5).T)


def rows_of(found):
    """Give the rows back."""
    return sorted(zip(*(column.tolist() for column in found), strict=True))


def test_those_of_certain_subjects_are_parted_from_all_others():
    asked, rest = fetched().of(np.array([3, 99], np.int64))
    assert rows_of(asked) == sorted(row for row in ROWS if row[0] == 3)
    assert rows_of(rest) == sorted(row for row in ROWS if row[0] != 3)
    nothing = fetched([])
    assert [len(part.value) for part in nothing.of(np.array([3], np.int64))] == [0, 0]


def test_lots_are_what_one_return_told_of_one_period_in_one_form():
    lots = list(fetched().lots())
    assert [lot[:3] for lot in lots] == [(10, 1, 4), (10, 2, 4), (10, 2, 9), (20, 1, 4)]
    again = [
        (subject, period, number, form, value)
        for number, period, form, subjects, values in lots
        for subject, value in zip(subjects, values, strict=True)
    ]
    assert sorted(again) == sorted(ROWS)
    assert list(fetched([]).lots()) == []
    assert fetched().returns() == {10, 20}
