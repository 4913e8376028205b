"""Archives copied whole: to either engine, broken off and gone on with, backed up, checked."""

from __future__ import annotations

import itertools
import sqlite3
from contextlib import closing

import pytest

from desktop.archive import Archive, copying, moving
from desktop.figures.finding import Cancelled, Refused
from desktop.figures.finding_texts import remedy, sentence
from desktop.figures.vintage import Vintage
from desktop.figures.wording import language
from tests.archive.made import AUGUST_6, JULY_6, NOON, reading, row, store, values

# Which engine keeps an archive each test says itself.
pytestmark = [pytest.mark.slow, pytest.mark.file_only]

ENGINES = list(itertools.product(("file", "server"), repeat=2))


@pytest.fixture
def somewhere(request, tmp_path):
    """Give a maker of empty places, by engine."""
    numbers = itertools.count()

    def empty(engine):
        if engine == "file":
            return str(tmp_path / f"kho {next(numbers)}.sqlite3")
        return request.getfixturevalue("server").empty()

    return empty


def filled(place):
    """Fill an archive with returns, one superseded and one withdrawn, and a target's event."""
    with Archive.open(place, desk="PC") as archive:
        rows = [row(n, item=f"I{n}") for n in range(50)]
        store(archive, reading(*rows, name="a"), JULY_6)
        store(
            archive, reading(*(r._replace(value=r.value + 1000) for r in rows), name="b"), AUGUST_6
        )
        gone = store(archive, reading(row(9, item="RICE"), name="c"), AUGUST_6)
        archive.withdraw(gone, at=NOON, by="Lan")
    return place


@pytest.mark.parametrize(("source", "target"), ENGINES)
def test_a_copy_holds_the_same_and_works_on(somewhere, source, target):
    old, new = filled(somewhere(source)), somewhere(target)
    said = copying.copy(old, new)
    assert said == copying.contents(old) == copying.contents(new)
    with Archive.open(old) as one, Archive.open(new) as other:
        for vintage in (Vintage(), Vintage(JULY_6), Vintage(first_release=True)):
            assert one.figures(vintage).equals(other.figures(vintage))
        assert one.returns() == other.returns()
        assert store(other, reading(row(3), name="d"), AUGUST_6) == 4
        other.restore(3, at=NOON, by="Lan")
    assert copying.check(new) == []


@pytest.mark.parametrize(("source", "target"), ENGINES)
def test_a_copy_that_was_broken_off_cannot_be_opened_and_goes_on(
    somewhere, monkeypatch, source, target
):
    monkeypatch.setattr(moving, "_AT_ONCE", 7)
    old, new = filled(somewhere(source)), somewhere(target)
    told = []

    def stop_in_the_figures(done, _total, what):
        told.append((what, done))
        if len([w for w, _ in told if w == "figures"]) == 3:
            raise Cancelled

    with pytest.raises(Cancelled):
        copying.copy(old, new, stop_in_the_figures)
    with pytest.raises(Refused, match="copy_unfinished"):
        Archive.open(new)
    gone_on = []
    copying.copy(old, new, lambda done, _total, what: gone_on.append((what, done)))
    assert gone_on[0] == told[-1]
    assert copying.contents(old) == copying.contents(new)


@pytest.mark.parametrize("engine", ["file", "server"])
def test_nothing_is_copied_over_an_archive_in_use(somewhere, engine):
    old, new = filled(somewhere("file")), filled(somewhere(engine))
    before = copying.contents(new)
    with pytest.raises(Refused, match="copy_target_not_empty") as refusal:
        copying.copy(old, new)
    assert copying.contents(new) == before
    for told in map(language, ("vi", "en")):
        assert sentence(refusal.value.findings[0], told)
        assert remedy(refusal.value.findings[0], told)


@pytest.mark.parametrize("engine", ["file", "server"])
def test_a_backup_of_an_archive_in_use_is_one_file_and_comes_back_equal(
    somewhere, tmp_path, engine
):
    place, out = filled(somewhere(engine)), tmp_path / "backup.sqlite3"
    out.write_bytes(b"the backup of yesterday")
    with Archive.open(place) as archive:
        copying.backup(place, out)
        store(archive, reading(row(7), name="later"), AUGUST_6)
    assert [p.name for p in tmp_path.iterdir() if p.name.startswith("backup")] == [out.name]
    again = somewhere(engine)
    assert copying.copy(out, again) == copying.contents(out)
    with Archive.open(again) as archive:
        assert len(archive.returns()) == 3


@pytest.mark.parametrize("engine", ["file", "server"])
def test_a_backup_takes_the_place_of_an_older_one_and_of_no_other_archive(
    somewhere, tmp_path, engine
):
    place, out = filled(somewhere(engine)), tmp_path / "nightly.sqlite3"
    copying.backup(place, out)
    with Archive.open(place) as archive:
        store(archive, reading(row(7), name="later"), AUGUST_6)
    now = copying.backup(place, out)
    with Archive.open(out) as archive:  # somebody works in the copy
        store(archive, reading(row(8), name="elsewhere"), AUGUST_6)
    with pytest.raises(Refused, match="would_overwrite_another"):
        copying.backup(place, out)
    assert copying.contents(out) != now


def test_a_backup_that_fails_leaves_the_old_one(somewhere, tmp_path):
    out = tmp_path / "backup.sqlite3"
    out.write_bytes(b"the backup of yesterday")
    with pytest.raises(Refused, match="no_archive"):
        copying.backup(str(tmp_path / "gone.sqlite3"), out)
    assert out.read_bytes() == b"the backup of yesterday"


def test_a_backup_of_what_is_damaged_names_it_and_not_the_file_that_was_begun(server, tmp_path):
    address = filled(server.empty())
    server.run("ALTER TABLE events DROP COLUMN desk", address.rpartition("/")[2])
    with pytest.raises(Refused, match="archive_damaged") as told:
        copying.backup(address, tmp_path / "backup.sqlite3")
    assert told.value.findings[0].about == address
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize(
    ("spoil", "code"),
    [
        (
            "UPDATE current_figures SET value = value + 1 WHERE series_id = 1",
            "shown_figures_differ",
        ),
        ("DELETE FROM current_figures WHERE series_id = 1", "shown_figures_differ"),
        ("DELETE FROM figures WHERE series_id = 1", "figures_missing"),
        ("UPDATE originals SET body = zeroblob(9)", "original_damaged"),
        ("DELETE FROM originals", "original_missing"),
        ("DELETE FROM events WHERE id = 1", "events_missing"),
        ("DELETE FROM events WHERE return_id = 3", "nothing_told_of"),
        ("UPDATE events SET kind = 'seen' WHERE id = 1", "events_of_nothing"),
        ("UPDATE events SET return_id = 99 WHERE id = 1", "events_of_nothing"),
    ],
)
def test_a_check_finds_what_was_spoilt_by_hand(somewhere, spoil, code):
    place = filled(somewhere("file"))
    with closing(sqlite3.connect(place)) as plain:
        for (name,) in plain.execute(
            "SELECT name FROM sqlite_master WHERE type='trigger'"
        ).fetchall():
            plain.execute(f"DROP TRIGGER {name}")
        plain.execute(spoil)
        plain.commit()
    found = copying.check(place)
    assert code in {f.code for f in found}
    assert all(sentence(f, language("vi")) for f in found)


def test_a_sound_archive_has_nothing_to_tell(somewhere):
    place = filled(somewhere("file"))
    assert copying.check(place) == []
    with Archive.open(place) as archive:
        assert values(archive)
