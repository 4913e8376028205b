"""Returns that are compared and stored in one go: of what was found before, and beside a server."""

from __future__ import annotations

import threading
from dataclasses import replace

import psycopg
import pytest

from desktop.archive import Archive, composing, packed
from desktop.figures.finding import Refused
from tests.archive.made import (
    AUGUST_6,
    JULY_6,
    JUNE,
    NOON,
    content_of,
    counts,
    reading,
    row,
    store,
    values,
)
from tests.archive.test_memory import tables


def taken(archive, workbook, on=JULY_6, *, memory=None, compared=None, unless=lambda _: None):
    """Compare and store a workbook as reported on a day, by itself or in an errand."""
    if memory is None:
        with archive.errand() as own:
            return taken(archive, workbook, on, memory=own, compared=compared, unless=unless)
    return archive.take_in(
        workbook, lambda: packed(content_of(workbook.name)), reported_on=on,
        date_origin=workbook.date_origin, imported_at=NOON, imported_by="Lan",
        memory=memory, unless=unless, compared=compared,
    )  # fmt: skip


def doubtful(found):
    """Speak against what contradicts another return of its day: known once all is compared."""
    return found.findings


@pytest.fixture
def two_places(tmp_path):
    return tmp_path / "a.sqlite3", tmp_path / "b.sqlite3"


def test_what_was_found_before_is_not_worked_out_again(archive):
    store(archive, reading(row(1), name="before"))
    again = reading(row(2), row(3, item="RICE"))
    found = archive.compare(again, AUGUST_6)
    assert counts(found) == (1, 1, 0, 0)
    same, number = taken(archive, again, AUGUST_6, compared=found)
    assert same is found
    assert number == 2
    assert sorted(values(archive)) == [2, 3]
    (newest,) = (r for r in archive.returns() if r.number == 2)
    assert (newest.new, newest.changed) == (1, 1)


def found_by(archive, workbook, on=AUGUST_6):
    """Compare as a review does, in an errand of its own."""
    with archive.errand() as memory:
        return archive.compare(workbook, on, memory)


def test_what_a_review_learned_is_not_asked_again(archive, asked):
    store(archive, reading(row(1), row(7, item="TEA"), name="before"))
    mine = reading(row(2), row(3, item="RICE"), name="mine")
    found = found_by(archive, mine)
    asked.clear()
    _, number = taken(archive, mine, AUGUST_6, compared=found)
    assert not [one for one in asked if "FROM series" in one or "FROM periods" in one]
    assert number == 2
    assert sorted(values(archive)) == [2, 3, 7]


def many_words():
    """Give a workbook that prints a figure twice, and what is marked in a list of a server's."""
    later, printed = JUNE + 1, ('7 "x"', "7\\8", "{7,NULL}", "")
    told = [row(n, item=item, month=month) for item in ("TEA", "RICE") for month in (later, JUNE)
            for n in (1, 2)]  # fmt: skip
    return reading(*(one._replace(printed=printed[n % 4]) for n, one in enumerate(told)))


def test_what_a_review_wrote_down_is_what_was_read(archive):
    """What is stored is held against what is read again, row by row."""
    store(archive, reading(*many_words().rows, name="before"))
    found = found_by(archive, many_words())
    assert taken(archive, many_words(), AUGUST_6, compared=found)[1] == 2
    assert store(archive, many_words(), AUGUST_6) is None
    assert sorted(values(archive)) == [1, 1, 1, 1]


def test_a_server_is_sent_what_a_review_wrote_down(server, monkeypatch):
    """Only what nobody had named before is written down while somebody waits."""
    with Archive.open(server.archive()) as archive:
        store(archive, reading(row(1), row(7, item="TEA"), name="before"))
        mine = reading(row(2), row(3, item="TEA"), name="mine")
        new = reading(row(4, item="RICE"), name="new")
        written, write = [], composing.composed

        def note(*told):
            written.append(told)
            return write(*told)

        monkeypatch.setattr(composing, "composed", note)
        for workbook, before, then in ((mine, 1, 0), (new, 0, 1)):
            found = found_by(archive, workbook)
            assert len(written) == before
            written.clear()
            taken(archive, workbook, AUGUST_6, compared=found)
            assert len(written) == then
            written.clear()
        assert sorted(values(archive)) == [2, 3, 4]


def test_what_a_review_learned_is_asked_again_where_another_has_written(place):
    """The other was the first to name what this one brings too."""
    with Archive.open(place) as archive, Archive.open(place) as other:
        mine = reading(row(2), row(3, item="RICE"), name="mine")
        store(archive, reading(row(1), name="before"))
        found = found_by(archive, mine)
        store(other, reading(row(9, item="TEA"), row(4, item="RICE"), name="theirs"))
        now, _ = taken(archive, mine, AUGUST_6, compared=found)
        assert (counts(found), counts(now)) == ((1, 1, 0, 0), (0, 2, 0, 0))
        assert sorted(values(archive)) == [2, 3, 9]


def test_what_was_learned_before_a_failure_is_asked_again(archive):
    """The names that it was the first to use were given up with it."""
    store(archive, reading(row(1), name="before"))
    mine, tea = (reading(row(2, item=name), name=name) for name in ("RICE", "TEA"))
    found = found_by(archive, mine)

    def fails():
        raise OSError

    with archive.errand() as memory, pytest.raises(OSError):  # noqa: PT011 - ours, with no words
        archive.take_in(
            mine, fails, reported_on=AUGUST_6, date_origin=mine.date_origin, imported_at=NOON,
            imported_by="Lan", memory=memory, unless=lambda _: None, compared=found,
        )  # fmt: skip
    assert taken(archive, tea, AUGUST_6)[1] == 2
    assert taken(archive, mine, AUGUST_6, compared=found)[1] == 3
    assert sorted(values(archive)) == [1, 2, 2]


def test_what_was_found_before_another_import_is_worked_out_again(place):
    with Archive.open(place) as archive, Archive.open(place) as other:
        mine = reading(row(2), name="mine")
        found = archive.compare(mine, AUGUST_6)
        store(other, reading(row(1), name="theirs"))
        now, number = taken(archive, mine, AUGUST_6, compared=found)
        assert (counts(found), counts(now)) == ((1, 0, 0, 0), (0, 1, 0, 0))
        assert number == 2
        assert values(archive) == [2]


def test_what_was_found_under_another_day_is_worked_out_again(archive):
    store(archive, reading(row(1), name="before"), AUGUST_6)
    early = reading(row(2), name="early")
    found = archive.compare(early, JULY_6)
    now, _ = taken(archive, early, AUGUST_6.replace(day=7), compared=found)
    assert (counts(found), counts(now)) == ((0, 0, 0, 1), (0, 1, 0, 0))


def test_what_was_found_in_another_archive_is_worked_out_again(two_places):
    """Both have had as many changes."""
    with Archive.open(two_places[0]) as one, Archive.open(two_places[1]) as other:
        store(one, reading(row(1), name="before"))
        store(other, reading(row(1, item="RICE"), name="before"))
        mine = reading(row(2), name="mine")
        now, _ = taken(other, mine, AUGUST_6, compared=one.compare(mine, AUGUST_6))
        assert counts(now) == (1, 0, 0, 0)


def test_the_second_return_of_an_errand_is_held_against_the_first(archive):
    first, second = reading(row(1), name="first"), reading(row(2), name="second")
    found = [archive.compare(workbook, AUGUST_6) for workbook in (first, second)]
    with archive.errand() as memory:
        told = [
            taken(archive, workbook, AUGUST_6, memory=memory, compared=one)
            for workbook, one in zip((first, second), found, strict=True)
        ]
    assert counts(found[1]) == (1, 0, 0, 0)
    assert told[0][0] is found[0]
    assert counts(told[1][0])[0] == 0
    assert [number for _, number in told] == [1, 2]


def test_nothing_of_what_is_doubted_is_stored(archive):
    store(archive, reading(row(1), name="before"))
    before = tables(archive)
    contrary = reading(row(2), row(3, item="TEA", market="JP"), name="contrary")
    found, number = taken(archive, contrary, unless=doubtful)
    assert number is None
    assert found.findings
    assert tables(archive) == before


def test_an_errand_goes_on_behind_a_return_that_is_doubted(archive):
    """Also with names that the doubted one was the first to use."""
    with archive.errand() as memory:
        taken(archive, reading(row(1), name="before"), memory=memory)
        contrary = reading(row(2), row(3, item="TEA", market="JP"), name="contrary")
        taken(archive, contrary, memory=memory, unless=doubtful)
        tea = reading(row(4, item="COFFEE"), row(5, item="TEA", market="JP"), name="tea")
        found, number = taken(archive, tea, AUGUST_6, memory=memory, unless=doubtful)
        assert (counts(found), number) == ((2, 0, 0, 0), 2)
        found, number = taken(archive, contrary, AUGUST_6.replace(day=7), memory=memory)
        assert (counts(found), number) == ((0, 2, 0, 0), 3)
    assert sorted(values(archive)) == [2, 3, 4]


def test_a_session_that_ends_meanwhile_leaves_nothing(server):
    """The server is lost between what it was sent and its answer."""
    address = server.archive()
    with Archive.open(address) as archive, psycopg.connect(address, autocommit=True) as keeper:
        store(archive, reading(row(1), name="before"))

        def ends(found):
            if found.findings:
                keeper.execute(
                    "SELECT pg_terminate_backend(pid) FROM pg_stat_activity "
                    "WHERE application_name LIKE 'export-tracker%'"
                )

        with pytest.raises(Refused) as caught:
            taken(archive, reading(row(2), name="contrary"), unless=ends)
        assert caught.value.findings[0].code == "archive_server_gone"
        assert len(archive.returns()) == 1
        assert taken(archive, reading(row(3), name="next"), AUGUST_6)[1] == 2


def test_what_a_server_refuses_meanwhile_is_told_as_ever(server):
    address = server.archive()
    with Archive.open(address) as archive:
        store(archive, reading(row(1), name="before"))
        with psycopg.connect(address, autocommit=True) as keeper:
            keeper.execute(
                "CREATE FUNCTION refuses() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN "
                "RAISE EXCEPTION 'no' USING ERRCODE = 'disk_full'; END $$"
            )
            keeper.execute(
                "CREATE TRIGGER zz BEFORE INSERT ON figures "
                "FOR EACH STATEMENT EXECUTE FUNCTION refuses()"
            )
            with pytest.raises(Refused) as caught:
                taken(archive, reading(row(2), name="next"), AUGUST_6)
            assert caught.value.findings[0].code == "archive_disk_full"
            keeper.execute("DROP TRIGGER zz ON figures")
        assert len(archive.returns()) == 1
        assert taken(archive, reading(row(2), name="next"), AUGUST_6)[1] == 2


def test_a_server_writes_while_the_rest_is_compared(server):
    """It has written before it is asked for an answer."""
    address = server.archive()
    seen = threading.Event()
    many = [row(n, item=f"I{n:04}") for n in range(1, 3000)]
    with Archive.open(address) as archive, psycopg.connect(address, autocommit=True) as keeper:
        store(archive, reading(row(1), name="before"))

        def watches(found):
            written = "SELECT count(*) FROM pg_stat_activity WHERE wait_event = 'ClientRead' "
            written += "AND query LIKE 'INSERT INTO events%' AND datname = current_database()"
            for _ in range(400 if found.findings else 0):
                if keeper.execute(written).fetchone()[0]:
                    return seen.set()
                seen.wait(0.01)
            return None

        taken(archive, reading(row(2), *many, name="contrary"), unless=watches)
    assert seen.is_set()


def test_what_a_review_asked_of_a_server_is_not_asked_while_somebody_waits(server, asked):
    """Names that the archive knows; those that it does not are numbered as they are written."""
    known, new = reading(row(2), name="known"), reading(row(3), name="new")
    new = replace(new, rows=tuple(one._replace(label="Sâm Ngọc Linh") for one in new.rows))
    with Archive.open(server.archive()) as archive:
        store(archive, reading(row(1), name="before"))
        for workbook, numbered in ((known, 0), (new, 1)):
            with archive.errand() as memory:
                found = archive.compare(workbook, AUGUST_6, memory)
            asked.clear()
            taken(archive, workbook, AUGUST_6, compared=found)
            assert sum("archive_numbers" in one for one in asked) == numbered
        assert tables(archive)["terms"][-1].text == "Sâm Ngọc Linh"
