"""What lies at a place is looked at first: ours, older, newer, somebody else's, or damaged."""

from __future__ import annotations

import os
import sqlite3
import subprocess
import sys
import tempfile
from collections import namedtuple
from contextlib import closing, suppress
from dataclasses import replace
from pathlib import Path

import psutil
import pytest
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import URL, create_engine, event
from sqlalchemy.engine import Engine

from desktop.archive import Archive, copying, migrating, schema
from desktop.figures.finding import Refused
from desktop.figures.finding_texts import remedy, sentence
from desktop.figures.wording import language
from tests.archive.made import NOON, reading, row, store, values
from tests.archive.newest import built, migrated

ROOT = Path(__file__).resolve().parents[2]
pytestmark = pytest.mark.file_only


def refusal(location, **options):
    """Give the one finding that opening is refused with."""
    with pytest.raises(Refused) as refused, Archive.open(location, **options):
        pass
    (finding,) = refused.value.findings
    told = language("en")
    assert sentence(finding, told)
    assert remedy(finding, told)
    return finding


@pytest.fixture
def filled(place):
    """Give the path of an archive with two figures."""
    with Archive.open(place) as archive:
        store(archive, reading(row(1), row(2, item="RICE")))
    return place


def plain(path, *statements):
    """Do something to the file that the program would not."""
    with closing(sqlite3.connect(path, isolation_level=None)) as connection:
        return [connection.execute(statement).fetchall() for statement in statements][-1]


def test_a_new_archive_is_made_with_its_folders(tmp_path):
    path = tmp_path / "phòng" / "kho" / "archive.sqlite3"
    with Archive.open(path) as archive:
        assert archive.returns() == []
    assert path.exists()


def test_what_was_stored_is_there_when_it_is_opened_again(filled):
    with Archive.open(filled) as archive:
        assert values(archive) == [2, 1]


def _url(path):
    return URL.create("sqlite", database=str(path)).render_as_string()


@pytest.mark.parametrize("form", [str, Path, _url], ids=["text", "path", "url"])
def test_a_place_is_a_path_or_a_url(filled, form):
    with Archive.open(form(filled), read_only=True) as archive:
        assert len(archive.returns()) == 1


@pytest.mark.parametrize("url", ["mysql://host/db", "sqlite://", "sqlite:///:memory:", "://"])
def test_a_place_this_program_does_not_speak_is_refused(url):
    assert refusal(url).code == "archive_place_unknown"


def test_a_refusal_does_not_tell_a_password():
    told = refusal("postgresql+psycopg://lan:secret@host/db")
    assert "secret" not in sentence(told, language("en"))


def test_the_file_says_whose_it_is(filled):
    assert plain(filled, "PRAGMA application_id") == [(0x45585454,)]
    assert plain(filled, "PRAGMA user_version") == [(len(schema.REVISIONS),)]
    assert plain(filled, "PRAGMA journal_mode") == [("wal",)]


def test_every_table_of_ours_is_strict(filled):
    lax = plain(filled, "SELECT name FROM pragma_table_list WHERE type = 'table' AND NOT strict")
    assert {name for (name,) in lax} == {"alembic_version", "sqlite_schema", "sqlite_temp_schema"}


def test_the_migrations_build_what_the_program_knows(filled):
    engine = create_engine(_url(filled))
    with engine.connect() as connection:
        servers = {
            "ix_figures_series_id", "ix_returns_sender", "ix_returns_reported_on",
            "ix_returns_province", "ix_events_kind",
        }  # fmt: skip
        ours = {"include_object": lambda thing, name, *_: name not in servers}
        context = MigrationContext.configure(connection, opts=ours)
        assert context.get_current_revision() == schema.REVISIONS[-1]
        assert compare_metadata(context, schema.metadata) == []
    engine.dispose()


def test_a_new_archive_is_what_all_migrations_make_it(filled):
    assert migrating.NEWEST.read_text(encoding="utf-8") == migrated(), (
        "a migration came since: python -m tests.archive.newest writes the script anew"
    )
    assert built(filled) == migrated()


def test_a_folder_is_refused(tmp_path):
    assert refusal(tmp_path).code == "archive_is_folder"


def test_a_place_beneath_a_file_is_refused(tmp_path):
    (tmp_path / "file").write_text("x")
    assert refusal(tmp_path / "file" / "archive.sqlite3").code == "archive_unreachable"


@pytest.mark.parametrize(
    "content", [b"PK\x03\x04 a workbook", b"x", b"SQLite format 3\0", bytes(5000), b"x" * 5000]
)
def test_a_file_of_another_kind_is_refused_and_left_alone(tmp_path, content):
    path = tmp_path / "book.xlsx"
    path.write_bytes(content)
    assert refusal(path).code in {"not_an_archive", "archive_damaged"}
    assert path.read_bytes() == content


def test_another_programs_database_is_refused_and_left_alone(tmp_path):
    path = tmp_path / "other.db"
    plain(path, "CREATE TABLE figures (a)")
    before = path.read_bytes()
    assert refusal(path).code == "not_an_archive"
    assert path.read_bytes() == before


def test_an_empty_file_becomes_an_archive(place):
    """A program killed while it made one leaves such a file."""
    place.touch()
    assert refusal(place, read_only=True).code == "no_archive"
    with Archive.open(place) as archive:
        assert store(archive, reading(row(1))) == 1


def test_no_archive_is_made_only_to_read_it(place):
    assert refusal(place, read_only=True).code == "no_archive"
    assert not place.exists()


def test_a_newer_archive_is_refused(filled):
    plain(filled, "UPDATE alembic_version SET version_num = '9999'")
    assert refusal(filled).code == "archive_newer"
    assert refusal(filled, read_only=True).code == "archive_newer"


@pytest.mark.parametrize(
    "said", ["DELETE FROM alembic_version", "UPDATE alembic_version SET version_num = 'x'"]
)
def test_an_archive_that_says_no_schema_is_damaged_and_not_newer(filled, said):
    plain(filled, said)
    assert refusal(filled).code == "archive_damaged"
    assert refusal(filled, read_only=True).code == "archive_damaged"


@pytest.mark.parametrize("column", ["findings", "new_figures"])
def test_a_column_that_is_gone_is_told_by_the_check(filled, column):
    assert copying.check(filled) == []
    plain(filled, f"ALTER TABLE returns DROP COLUMN {column}")
    (told,) = copying.check(filled)
    assert (told.code, told.found) == ("columns_missing", f"returns.{column}")


def test_an_older_archive_is_not_changed_by_who_only_reads(filled, monkeypatch):
    monkeypatch.setattr(schema, "REVISIONS", (*schema.REVISIONS, "9999"))
    assert refusal(filled, read_only=True).code == "archive_older"


def test_an_archive_that_lost_a_table_is_refused(filled):
    plain(filled, "DROP TABLE current_figures")
    assert refusal(filled).code == "archive_damaged"


def test_read_only_lets_read_and_refuses_to_write(filled):
    with Archive.open(filled, read_only=True) as archive:
        assert values(archive) == [2, 1]
        with pytest.raises(Refused, match="archive_read_only"):
            store(archive, reading(row(3), name="b"))


def test_a_full_disk_refuses_and_changes_nothing(filled):
    def shrink(connection, _record):
        connection.execute("PRAGMA max_page_count = 40")

    event.listen(Engine, "connect", shrink)
    try:
        with Archive.open(filled) as archive:
            many = [row(n, item=f"I{n}") for n in range(5000)]
            with pytest.raises(Refused, match="archive_disk_full"):
                store(archive, reading(*many, name="b"))
            assert values(archive) == [2, 1]
    finally:
        event.remove(Engine, "connect", shrink)


@pytest.fixture
def locked():
    """Give a folder with an archive that somebody else owns and only they may write to."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "archive.sqlite3"
        with Archive.open(path) as archive:
            store(archive, reading(row(1), row(2, item="RICE")))
        path.chmod(0o444)
        path.parent.chmod(0o555)
        yield path
        path.parent.chmod(0o755)


@pytest.mark.skipif(os.name == "nt", reason="rights are set otherwise there")
def test_an_archive_that_may_only_be_read_can_be_read(locked):
    """Also where SQLite cannot keep its side files, as on a CD."""
    places = locked, locked.with_name("new.sqlite3"), locked.parent / "new" / "a.sqlite3"
    said = subprocess.run(
        [sys.executable, "-B", "-m", "tests.archive.guest", *map(str, places)],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=True,
    )
    assert said.stdout.splitlines() == [
        "2 archive_read_only",
        "no_archive archive_unreachable",
        "no_archive archive_unreachable",
    ]


mount = namedtuple("mount", "device mountpoint fstype opts")


@pytest.mark.parametrize(
    ("fstype", "opts"), [("nfs4", "rw"), ("cifs", "rw"), ("NTFS", "rw,remote")]
)
def test_on_a_network_share_the_plain_journal_is_used(filled, monkeypatch, fstype, opts):
    """The write-ahead log needs memory that two machines do not share."""
    shares = [
        mount("/", Path(filled.anchor), "ext4", "rw"),
        mount("s", filled.parent, fstype, opts),
    ]
    monkeypatch.setattr(psutil, "disk_partitions", lambda **_: [
        m._replace(mountpoint=str(m.mountpoint.resolve())) for m in shares
    ])  # fmt: skip
    with Archive.open(filled) as archive:
        assert values(archive) == [2, 1]
        assert plain(filled, "PRAGMA journal_mode") == [("delete",)]
        store(archive, reading(row(3), name="b"))
    monkeypatch.undo()
    with Archive.open(filled):
        assert plain(filled, "PRAGMA journal_mode") == [("wal",)]


def _everything(path):
    with Archive.open(path) as archive:
        archive.returns()
        archive.figures()
        archive.figures(every_release=True)
        archive.content(1)
        archive.targets()
        archive.withdraw(1, at=NOON, by="Lan")
        store(archive, reading(row(9), name="b"))


@pytest.fixture(scope="module")
def sound(tmp_path_factory):
    """Give the bytes of an archive of some size."""
    path = tmp_path_factory.mktemp("sound") / "archive.sqlite3"
    with Archive.open(path) as archive:
        store(archive, reading(*(row(n, item=f"I{n}") for n in range(300))))
    return path.read_bytes()


def damaged_anywhere(sound, place, promille, noise):
    """Cut the file off, or overwrite it: a finding, or an answer, no other exception."""
    start = len(sound) * promille // 1000
    rest = sound[start + len(noise) :] if noise else b""
    for ending in ("", "-wal", "-shm"):
        place.with_name(place.name + ending).unlink(missing_ok=True)
    place.write_bytes(sound[:start] + noise + rest)
    with suppress(Refused):
        _everything(place)


_DAMAGE = {"promille": st.integers(0, 999), "noise": st.just(b"") | st.binary(max_size=400)}
_SAME_PLACE = settings(suppress_health_check=[HealthCheck.function_scoped_fixture])


@settings(_SAME_PLACE, max_examples=12)
@given(**_DAMAGE)
def test_a_damaged_file_is_refused_or_answers_but_never_breaks(sound, place, promille, noise):
    damaged_anywhere(sound, place, promille, noise)


@pytest.mark.slow
@settings(_SAME_PLACE, max_examples=200)
@given(**_DAMAGE)
def test_a_file_is_damaged_in_very_many_places(sound, place, promille, noise):
    damaged_anywhere(sound, place, promille, noise)


@pytest.mark.parametrize("word", [b"new_figures", b"CREATE TABLE returns", b"REFERENCES returns"])
def test_a_file_whose_tables_have_other_words_is_damaged(sound, place, word):
    assert word in sound
    place.write_bytes(sound.replace(word, word[:-3] + b"zzz"))
    with pytest.raises(Refused, match="archive_damaged"):
        _everything(place)


def _each_revision():
    """The first goes through every migration, the third brings a target, the last is of late."""
    for number, revision in enumerate(schema.REVISIONS[:-1]):
        begun = number in (0, 2, 10, len(schema.REVISIONS) - 2)
        yield revision if begun else pytest.param(revision, marks=pytest.mark.slow)


@pytest.mark.parametrize("revision", [*_each_revision()])
def test_an_archive_of_an_older_schema_is_brought_up_to_date(place, revision):
    with closing(sqlite3.connect(place)) as connection:
        dumped = Path(__file__).with_name(f"schema_{revision}.sql").read_text(encoding="utf-8")
        connection.executescript(dumped)
    plain(place, "PRAGMA application_id = 0x45585454", f"PRAGMA user_version = {int(revision)}")
    assert refusal(place, read_only=True).code == "archive_older"
    with Archive.open(place) as archive:
        before = place.with_name(f"{place.stem}.before-{revision}{place.suffix}")
        assert plain(before, "SELECT version_num FROM alembic_version") == [(revision,)]
        assert values(archive) == [2, 1]
        (old,) = archive.returns()
        assert (str(old.first_month), str(old.last_month)) == ("2025-06", "2025-06")
        assert (old.new, old.changed) == (2, 0)
        store(archive, replace(reading(row(3), name="b"), saved_at="2025-07-06T01:00:00Z"))
        assert values(archive) == [2, 3]
        assert archive.decisions() == archive.layouts() == []
        assert [(str(t.start), str(t.end), t.province) for t in archive.targets()] == (
            [("2025-01", "2025-12", "")] if revision >= "0003" else []
        )
    assert plain(place, "PRAGMA user_version") == [(len(schema.REVISIONS),)]
    assert plain(place, "PRAGMA foreign_key_check") == []


@pytest.mark.parametrize("replaced", [False, True])
def test_nothing_is_written_into_an_archive_that_was_moved_away_while_it_was_open(filled, replaced):
    away = filled.with_name("elsewhere.sqlite3")
    with Archive.open(filled) as archive:
        before = len(archive.returns())
        filled.rename(away)
        if replaced:
            filled.write_bytes(b"another")
        for whatever in (lambda: store(archive, reading(row(3), name="b.xlsx")),
                         lambda: archive.withdraw(1, at=NOON, by="lan")):  # fmt: skip
            with pytest.raises(Refused) as refusal:
                whatever()
            assert refusal.value.findings[0].code == "archive_gone"
        assert len(archive.returns()) == before  # what was known is told all the same
        away.replace(filled)
        store(archive, reading(row(3), name="b.xlsx"))
    with Archive.open(filled) as archive:
        assert len(archive.returns()) == before + 1
