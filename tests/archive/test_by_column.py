"""Figures by column: as a frame has them, numbered as their words would number them."""

from __future__ import annotations

import sqlite3

import numpy as np
import pytest

from desktop.analysis.rows import SORT, Taken, taken
from desktop.archive import Archive
from desktop.figures.figure import FIGURE_COLUMNS, Status
from desktop.figures.finding import Refused
from desktop.figures.month import Month
from tests.archive.made import AUGUST_6, JULY_6, reading, row, store

KINDS = (
    {}, {"item": "COFFEE"}, {"market": "US"}, {"flow": "import"}, {"measure": "quantity"},
    {"measure": "growth_value"}, {"basis": "cumulative"},
    {"item": "RICE", "status": Status.ESTIMATE},
    {"flow": "import", "item": "COFFEE", "month": Month(2024, 12)}, {"province": "DA_NANG"},
)  # fmt: skip


@pytest.fixture
def filled(archive):
    """Give an archive in which two returns tell of everything of another kind."""
    for day in (JULY_6, AUGUST_6):
        told = [row(1e6 * n - 3e6, cell=f"C{n}", **kind) for n, kind in enumerate(KINDS)]
        store(archive, reading(*told, name=f"{day}.xlsx"), day)
    return archive


def lines(columns):
    """Give the rows of columns, in the order of their words."""
    return sorted(zip(*(np.asarray(columns[n]).tolist() for n in FIGURE_COLUMNS), strict=True))


@pytest.mark.parametrize("every_release", [False, True])
def test_the_columns_hold_what_the_frame_holds(filled, every_release):
    found = filled.found(every_release=every_release)
    assert lines(found) == lines(filled.figures(every_release=every_release))
    assert len(found["value"]) == len(KINDS) * (1 + every_release)


def test_they_are_numbered_as_their_words_are(filled):
    found = taken(filled.found(every_release=True))
    words = Taken({name: found[name] for name in FIGURE_COLUMNS})
    assert found[SORT].tolist() == words[SORT].tolist()
    for one in (found, words):
        subjects, numbers = one.spoken_of()
        told = zip(*(one[n] for n in ("flow", "item", "market", "ownership", "province")),
                   strict=True)  # fmt: skip
        assert [subjects[n] for n in numbers.tolist()] == list(told)


@pytest.mark.parametrize("printed", ["7\x1f0", "\x1f", ""])
def test_a_text_may_hold_what_stands_between_texts(archive, printed):
    store(archive, reading(row(7e6)._replace(printed=printed), row(8e6, item="COFFEE")))
    assert sorted(archive.figures()["printed"].tolist()) == sorted([printed, "8000000.0"])


@pytest.mark.file_only
@pytest.mark.parametrize("number", [-1, 40, 2**20 + 1, 2**40])
@pytest.mark.parametrize("column", ["return_id", "unit_id", "label_id", "status"])
def test_a_number_that_names_nothing_is_no_others(tmp_path, column, number):
    place = tmp_path / "damaged.sqlite3"
    with Archive.open(place) as archive:
        store(archive, reading(row(1e6), row(2e6, item="COFFEE")))
        assert len(archive.figures()) == 2
        with sqlite3.connect(place) as file:
            file.execute(f"UPDATE current_figures SET {column} = ?", (number,))
        with pytest.raises(Refused, match="archive_damaged"):
            archive.figures()
