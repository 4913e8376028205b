"""What an archive knew at a moment: asked later, it answers as it did then, whatever came since."""

from __future__ import annotations

import tempfile
from contextlib import suppress
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta, timezone
from pathlib import Path

import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from desktop.archive import Archive
from desktop.figures.directions import LEAVE_OUT, LearnedLayout, NameDecision, NameKind
from desktop.figures.finding import Refused
from desktop.figures.month import Month
from desktop.figures.note import Note
from desktop.figures.phasing import BY_SEASON, PathChoice, PathWish, Phasing
from desktop.figures.scenario import Scenario, ScenarioChange, Shock
from desktop.figures.series import Flow
from desktop.figures.silence import Silence
from desktop.figures.target import Target, TargetChange, TargetMeasure
from desktop.figures.vintage import LATEST, Vintage
from desktop.figures.warning_rules import Rule
from tests.archive import made
from tests.archive.made import AUGUST_6, JULY_6, JUNE, add_target, reading, row, values

pytestmark = pytest.mark.slow

HANOI = timezone(timedelta(hours=7))
BEGIN = datetime(2025, 7, 12, 9, 0, 30, tzinfo=HANOI)
DAYS = (date(2025, 6, 6), JULY_6, AUGUST_6)
BOOKS = [
    (reading(row(n + 1), row(n + 2, month=JUNE - 1), row(9, item="RICE"), name=f"{n}.xlsx"), day)
    for n, day in enumerate((*DAYS, DAYS[1]))
]
YEAR = Month(2025, 1), Month(2025, 12)
GROWTH = Target(Flow.EXPORT, TargetMeasure.GROWTH, 2025, 0.12, 0.12)
STEEL = Silence(Rule.FALLING, "item:STEEL", JUNE, JUNE + 3, "a plant is rebuilt")
NAME = NameDecision("GSO", NameKind.ITEM, "", "Sâm Ngọc Linh", LEAVE_OUT)
TARIFF = Scenario("Tariff", JUNE + 1, (Shock(market="US", volume=-0.25),))
WISHES = (BY_SEASON, PathWish(Phasing.LINEAR))


def store(archive, number, at):
    book, day = BOOKS[number]
    return made.store(archive, book, day, at=at)


def _forget_layout(archive, number, at):
    for layout in archive.layouts():
        archive.forget_layout(layout.number, at=at, by="Lan")


def _lift(archive, number, at):
    for silence in archive.silences():
        archive.lift_silence(silence.number, at=at, by="Lan")


def _take_back(archive, number, at):
    for target in archive.targets()[:1]:
        archive.change_targets(TargetChange(withdrawn=(target.number,)), at=at, by="Lan")


def _bring_back(archive, number, at):
    for target in archive.targets(withdrawn=True)[:1]:
        archive.change_targets(TargetChange(restored=(target.number,)), at=at, by="Lan")


def _note_no_more(archive, number, at):
    for note in archive.notes()[:1]:
        archive.remove_note(note, at=at, by="Lan")


def _assume(archive, number, at):
    wanted = replace(TARIFF, shocks=(Shock(market="US", volume=-number / 10 - 0.1),))
    archive.change_scenarios(ScenarioChange(added=(wanted,)), at=at, by="Lan")


def _assume_no_more(archive, number, at):
    kept = [s.number for s in archive.scenarios() if not s.withdrawn]
    archive.change_scenarios(ScenarioChange(withdrawn=tuple(kept)), at=at, by="Lan")


ACTS = (
    store, store, store,
    lambda a, n, at: a.withdraw(n + 1, at=at, by="Lan"),
    lambda a, n, at: a.restore(n + 1, at=at, by="Lan"),
    lambda a, n, at: add_target(a, replace(GROWTH, low=n / 10 + 0.1, high=0.9), at=at),
    lambda a, n, at: a.add_note(Note(DAYS[n % 3], "the port is closed"), at=at, by="Lan"),
    _note_no_more, _take_back, _bring_back, _assume, _assume_no_more,
    lambda a, n, at: a.add_silence(replace(STEEL, reason=f"{n}"), at=at, by="Lan"),
    _lift,
    lambda a, n, at: a.set_rules(f"[late]\ndays = {n}\n", at=at, by="Lan"),
    lambda a, n, at: a.choose_path(PathChoice(Flow.EXPORT, *YEAR, WISHES[n % 2]), at=at, by="Lan"),
    lambda a, n, at: a.add_decisions([NAME], at=at, by="Lan"),
    lambda a, n, at: a.forget_decision(NAME, at=at, by="Lan"),
    lambda a, n, at: a.add_layout(LearnedLayout(f"{n}", "GSO", ()), at=at, by="Lan"),
    _forget_layout,
)  # fmt: skip
"""Everything that can be done to an archive; each is given a number and its moment."""

stories = st.lists(
    st.tuples(
        st.sampled_from(ACTS),
        st.integers(0, len(BOOKS) - 1),
        st.integers(1, 30 * 3600),  # seconds since the act before
        st.sampled_from([HANOI, UTC]),  # as a laptop that travels stamps its acts
    ),
    min_size=1,
    max_size=14,
)


def answers(archive, **known):
    """Everything that an archive can be asked, as of now or as it was known."""
    frames = [
        archive.figures(Vintage(day, first_release=first, **known), every_release=every)
        for day in (None, DAYS[1])
        for first, every in ((False, False), (True, False), (False, True))
    ]
    vintage = Vintage(**known)
    lists = (
        archive.returns(vintage), archive.returns(Vintage(DAYS[1], **known)),
        archive.targets(vintage), archive.targets(vintage, withdrawn=True),
        archive.path_choices(vintage), archive.silences(vintage), archive.rules(vintage),
        archive.notes(vintage), archive.notes(vintage, removed=True),
        archive.scenarios(vintage), archive.decisions(vintage), archive.layouts(vintage),
        list(archive.counted(vintage)),
    )  # fmt: skip
    return [f.drop(columns="return_rank") for f in frames], lists


def tell(archive, story):
    """Do what the story says; give each moment and what was answered then."""
    at, told = BEGIN, []
    for act, number, gap, zone in story:
        at += timedelta(seconds=gap)
        with suppress(Refused):  # taking back what does not count, and the like
            act(archive, number, at.astimezone(zone))
        told.append((at, answers(archive)))
    return told


def assert_same(then, now):
    assert then[1] == now[1]
    for one, other in zip(then[0], now[0], strict=True):
        pd.testing.assert_frame_equal(one, other)


@settings(max_examples=6)
@given(story=stories)
def test_a_moment_answers_as_it_did_then(empty_archive, story):
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "a.sqlite3"
        path.write_bytes(empty_archive)
        with Archive.open(path) as archive:
            told = tell(archive, story)
            for at, then in told:
                assert_same(then, answers(archive, known_by=at))
            assert_same(told[-1][1], answers(archive))
            nothing = answers(archive, known_by=BEGIN)
    assert all(frame.empty for frame in nothing[0])
    assert not any(nothing[1])


@settings(max_examples=3)
@given(story=stories.map(lambda acts: [(*told[:3], HANOI) for told in acts]))
def test_a_day_knows_what_was_done_until_its_end(empty_archive, story):
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "a.sqlite3"
        path.write_bytes(empty_archive)
        with Archive.open(path) as archive:
            by_day = {at.date(): then for at, then in tell(archive, story)}
            for day, then in by_day.items():
                assert_same(then, answers(archive, known_by=day))
            assert set(archive.days()) <= set(by_day)


@pytest.fixture
def late(archive):
    """July's figures come on the day; June's, which it had forgotten to send, a month later."""
    store(archive, 1, BEGIN)
    store(archive, 0, BEGIN + timedelta(days=30))
    return archive


def test_a_late_import_changes_the_day_of_report_and_not_what_was_known(late):
    assert values(late, Vintage(DAYS[0])) == [9, 2, 1]
    assert values(late, Vintage(DAYS[0], known_by=BEGIN)) == []
    assert values(late, Vintage(known_by=BEGIN.date())) == values(late, Vintage(JULY_6)) != []


def test_an_undone_return_counts_until_it_was_undone(late):
    undone = BEGIN + timedelta(days=2)
    late.withdraw(1, at=undone, by="Lan")
    assert 2 in values(late, Vintage(known_by=undone - timedelta(seconds=1)))
    assert values(late, Vintage(known_by=undone)) == []
    assert late.returns(Vintage(known_by=BEGIN))[0].events == ()
    assert not late.returns(Vintage(known_by=BEGIN))[0].withdrawn


def test_decisions_without_a_day_of_report_go_by_the_day_that_is_asked_as_of(archive):
    """So that what was said as of a day does not change where nothing else was asked."""
    archive.set_rules("[late]\ndays = 9\n", at=BEGIN, by="Lan")
    kept = archive.add_silence(STEEL, at=BEGIN, by="Lan")
    archive.lift_silence(kept.number, at=BEGIN + timedelta(days=1), by="Lan")
    before, on_it = Vintage(date(2025, 7, 11)), Vintage(date(2025, 7, 12))
    assert (archive.rules(before), archive.silences(before)) == (None, [])
    assert archive.rules(on_it) is not None
    assert archive.silences(on_it) == [kept]
    assert archive.silences(LATEST) == []
