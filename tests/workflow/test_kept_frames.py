"""An office that was asked before tells what one tells that opens the archive now."""

from __future__ import annotations

from datetime import date

import numpy as np
import pandas as pd
import pytest

from desktop.figures.month import Month
from desktop.figures.phasing import PathChoice, PathWish, Phasing
from desktop.figures.series import NATIONAL, Flow, Measure
from desktop.figures.target import Target, TargetChange, TargetMeasure
from desktop.figures.vintage import Vintage
from desktop.workflow import Office, YearAsked
from desktop.workflow.kept_frames import KeptFrames
from tests.archive.made import NOON, reading, row, store

JUNE, JULY = Month(2025, 6), Month(2025, 7)
JULY_6, AUGUST_6 = date(2025, 7, 6), date(2025, 8, 6)
YEARS = [
    reading(*(row(90 + n, month=Month(year, n + 1)) for n in range(12)), name=f"{year}.xlsx")
    for year in (2021, 2022, 2023, 2024)
]
HALF = reading(
    *(row(100 + n, month=Month(2025, n + 1)) for n in range(6)),
    row(240, item="ELEC", basis="cumulative"),
    row(50, market="US"),
    name="june.xlsx",
)
MORE = reading(
    row(120, month=JULY),
    row(104, month=JUNE),
    row(284, month=JULY, item="ELEC", basis="cumulative"),
    row(49, month=JULY, item="RICE", basis="cumulative"),
    row(60, month=JULY, market="US"),
    row(3, month=JULY, item="RICE", market="US"),
    row(80, month=JULY, flow="import"),
    row(91, month=Month(2021, 3)),
    name="july.xlsx",
)
VINTAGES = [Vintage(), Vintage(first_release=True), Vintage(JULY_6)]


@pytest.fixture
def archived(tmp_path):
    return tmp_path / "archive.sqlite3"


@pytest.fixture
def office(archived):
    with Office(archived, clock=lambda: NOON, user="Lan") as office:
        for year, book in enumerate(YEARS, 2022):
            store(office.archive, book, on=date(year, 1, 6))
        store(office.archive, HALF, on=JULY_6)
        yield office


def told(office):
    return [(office.overview(YearAsked(vintage=v)), office.choices(v)) for v in VINTAGES]


@pytest.fixture
def tells_all(office, archived):
    """Say whether the office tells what a new one does, and what that is."""

    def compared():
        with Office(archived, clock=lambda: NOON, user="Lan") as fresh:
            assert told(office) == told(fresh)
        return office.overview()

    compared()
    return compared


@pytest.mark.parametrize(
    "day",
    [
        JULY_6,
        pytest.param(AUGUST_6, marks=pytest.mark.slow),
        pytest.param(date(2025, 7, 1), marks=pytest.mark.slow),
    ],
)
def test_what_comes_and_goes_is_told_as_if_it_had_always_been_so(office, tells_all, day):
    number = store(office.archive, MORE, on=day)
    assert tells_all().through == JULY
    office.undo(number)
    assert tells_all().through == JUNE
    office.redo(number)
    assert [part.code for part in tells_all().items] == ["ELEC", "RICE"]
    first = store(office.archive, reading(row(7, month=JULY + 1), name="august.xlsx"), on=day)
    tells_all()
    office.undo(number)
    office.undo(first)
    assert tells_all().through == JUNE
    office.redo(first)
    assert tells_all().through == JULY + 1


def test_targets_and_paths_are_asked_for_again_where_somebody_changed_them(office, tells_all):
    asked = office.set_target(Target(Flow.EXPORT, TargetMeasure.VALUE, 2025, 1500.0, 1500.0))
    assert tells_all().exports.target == asked
    season = tells_all().exports.season
    office.choose_path(
        PathChoice(Flow.EXPORT, Month(2025, 1), Month(2025, 12), PathWish(Phasing.LINEAR))
    )
    assert tells_all().exports.season != season
    office.change_targets(TargetChange(withdrawn=(asked.number,)))
    assert tells_all().exports.target is None


def test_what_a_frame_was_before_takes_no_room_of_its_own(office):
    kept = KeptFrames()
    wanted = {
        "measures": (Measure.VALUE,), "provinces": (NATIONAL,), "split_by_both": False,
        "every_release": True,
    }  # fmt: skip

    def look():
        return kept.look(office.archive, Vintage(), **wanted)

    before = look()
    told = before.frame.copy(deep=True)
    number = store(office.archive, MORE, on=AUGUST_6)
    now = look()
    assert np.shares_memory(now.frame["value"].to_numpy(), before.frame["value"].to_numpy())
    office.undo(number)
    assert look() is before
    pd.testing.assert_frame_equal(before.frame, told)
