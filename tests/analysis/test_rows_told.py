"""Rows of returns that came one after another: where each was read is found by its number."""

from __future__ import annotations

import numpy as np

from desktop.analysis.rows import WORDS, Taken
from desktop.analysis.rows_told import Words


def _told(first, count):
    cells = np.array([f"A{row}" for row in range(first, first + count)], object)
    return Words((Taken(dict.fromkeys(WORDS, cells)),))


def test_small_returns_are_joined_and_what_they_were_laid_on_is_not_copied():
    many, small = 5000, 3
    words, count = _told(0, many), many
    begun = words.parts[0]
    for _ in range(400):
        words, count = words.followed_by(_told(count, small), count, count + small), count + small
        assert len(words.parts) <= 64
    assert words.parts[0] is begun
    assert [words.at(row, "cell") for row in range(count)] == [f"A{row}" for row in range(count)]


def test_what_small_returns_come_to_more_than_is_joined_with_them():
    words, count = _told(0, 7), 7
    for _ in range(200):
        words, count = words.followed_by(_told(count, 2), count, count + 2), count + 2
    assert len(words.parts[0]["cell"]) > 7
    assert [words.at(row, "cell") for row in range(count)] == [f"A{row}" for row in range(count)]
