"""An archive that a server keeps: opening, refusing, guarding, and many desks at once."""

from __future__ import annotations

import sqlite3
import threading
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path

import psycopg
import pytest
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from sqlalchemy import Engine, MetaData, create_engine, event, select, text

from desktop.archive import Archive, copying, origins, rights, schema, sharing
from desktop.archive.migrating import migrate
from desktop.archive.rights import Role
from desktop.figures.finding import Refused
from desktop.figures.finding_texts import remedy, sentence
from desktop.figures.wording import language
from desktop.workflow import Office
from tests.archive.made import JULY_6, NOON, counts, reading, row, store, values
from tests.servers import postgresql


@pytest.fixture
def address(server):
    """Give the address of an archive without a return."""
    return server.archive()


@pytest.fixture
def archive(address):
    """Give that archive, opened."""
    with Archive.open(address) as archive:
        yield archive


def refusal(location, **options):
    """Give the code that opening is refused with; its sentence and remedy can be told."""
    with pytest.raises(Refused) as refused, Archive.open(location, **options):
        pass
    (finding,) = refused.value.findings
    for told in map(language, ("vi", "en")):
        assert sentence(finding, told)
        assert remedy(finding, told)
    return finding.code


def test_an_empty_database_becomes_an_archive(server):
    with Archive.open(server.empty()) as archive:
        assert store(archive, reading(row(7))) == 1
        assert values(archive) == [7]


@pytest.fixture
def connections():
    """Collect the driver's own connections, as they are made."""
    made = []

    def note(driver, _record):
        made.append(driver)

    event.listen(Engine, "connect", note)
    yield made
    event.remove(Engine, "connect", note)


def test_what_is_asked_while_an_archive_is_closed_leaves_no_connection(address, connections):
    archive = Archive.open(address)
    with archive.one_moment():
        assert archive.returns() == []
        archive.close()
        assert archive.changes == 0
        assert not all(one.closed for one in connections)
    assert archive.returns() == []  # by somebody who has not heard of it
    assert len(connections) > 1
    assert all(one.closed for one in connections)


def test_what_fails_while_an_archive_is_opened_leaves_no_connection(
    address, connections, monkeypatch
):
    monkeypatch.setattr(
        rights, "account", lambda connection: connection.exec_driver_sql("TABLE nothing")
    )
    assert refusal(address) == "archive_damaged"
    assert connections
    assert all(one.closed for one in connections)


def test_the_migrations_build_what_the_program_knows(address):
    engine = create_engine(address.replace("://", "+psycopg://"))
    with engine.connect() as connection:
        whole = {
            "include_name": lambda name, kind, _: kind != "table" or ("_areas" not in name
                 and "_nation" not in name and name != origins.TABLE),
            # Those of figures are a file's alone; see `server_guards`.
            "include_object": lambda thing, _, kind, *__: kind != "foreign_key_constraint"
                 or not thing.table.name.endswith("figures"),
        }  # fmt: skip
        context = MigrationContext.configure(connection, opts=whole)
        found = compare_metadata(context, schema.metadata)
    engine.dispose()
    assert found == []


def test_no_archive_is_made_only_to_read_it(server):
    assert refusal(server.empty(), read_only=True) == "no_archive"


def test_another_programs_database_is_refused_and_left_alone(server):
    address = server.empty()
    name = address.rpartition("/")[2]
    server.run("CREATE TABLE theirs (id integer)", name)
    assert refusal(address) == "not_an_archive"
    with psycopg.connect(address) as plain:
        tables = "SELECT tablename FROM pg_tables WHERE schemaname = 'public'"
        assert plain.execute(tables).fetchall() == [("theirs",)]


def test_a_newer_archive_is_refused(server, address):
    server.run("UPDATE alembic_version SET version_num = '9999'", address.rpartition("/")[2])
    assert refusal(address) == "archive_newer"


def test_a_column_that_is_gone_is_told_by_the_check(server, address):
    assert copying.check(address) == []
    server.run("ALTER TABLE returns DROP COLUMN month", address.rpartition("/")[2])
    (told,) = copying.check(address)
    assert (told.code, told.found) == ("columns_missing", "returns.month")


def test_a_database_that_is_not_there_is_refused(server):
    assert refusal(server.address("nowhere")) == "no_database"


def test_a_server_that_does_not_answer_is_refused():
    assert refusal("postgresql://lan@127.0.0.1:1/archive") == "archive_server_gone"


def test_a_server_that_does_not_encrypt_is_told_and_let_be(address):
    with pytest.raises(Refused, match="archive_no_tls"):
        Archive.open(f"{address}?sslmode=require")


@pytest.mark.parametrize("asked", ["", "?password=geheim", "?sslpassword=geheim"])
def test_a_password_in_an_address_is_refused_and_not_told(address, asked):
    who = "postgres" if asked else "postgres:geheim"
    with pytest.raises(Refused) as refused:
        Archive.open(address.replace("postgres@", f"{who}@") + asked)
    assert [found.code for found in refused.value.findings] == ["password_in_address"]
    assert "geheim" not in str(refused.value.findings)


def test_an_archive_opened_for_reading_is_not_written(address):
    with Archive.open(address, read_only=True) as archive:
        with pytest.raises(Refused, match="archive_read_only"):
            store(archive, reading(row(1)))
        assert values(archive) == []


@pytest.mark.parametrize(
    "deed",
    [
        *(f"DELETE FROM {name}" for name in ("figures", "returns", "originals", "events")),
        "UPDATE figures SET value = 0",
        "UPDATE events SET caused_by = 'somebody else'",
        "UPDATE path_choices SET body = '{}'",
        "UPDATE targets SET low = 0",
        "TRUNCATE figures",
        "TRUNCATE events CASCADE",
    ],
)
def test_nothing_that_was_written_can_be_changed_or_deleted(archive, address, deed):
    store(archive, reading(row(1)))
    with psycopg.connect(address) as plain, pytest.raises(psycopg.Error, match="append-only"):
        plain.execute(deed)


def test_a_writer_that_waited_long_enough_learns_who_writes_while_readers_read_on(address):
    with Archive.open(address, patience=0.05) as archive, psycopg.connect(address) as other:
        store(archive, reading(row(1)))
        other.execute("SELECT archive_turn()")
        with pytest.raises(Refused, match="archive_held") as refused:
            store(archive, reading(row(2), name="b"))
        (finding,) = refused.value.findings
        assert finding.found == "postgres"
        assert _seconds_since(finding.expected) < 60
        assert all("postgres" in sentence(finding, language(code)) for code in ("vi", "en"))
        assert values(archive) == [1]
        assert counts(archive.compare(reading(row(1), name="b"), JULY_6)) == (0, 0, 1, 0)
        other.rollback()
        assert store(archive, reading(row(2), name="b")) == 2


def _seconds_since(clock):
    now = datetime.now(UTC).astimezone()
    then = datetime.strptime(clock, "%H:%M:%S").replace(tzinfo=now.tzinfo)
    return (now - then).seconds  # whichever day it was


def test_nobody_waits_for_a_plan_to_be_compiled(archive):
    # Of fifty million figures in many partitions that took a second, each import anew.
    for begun in (archive._reading, archive._writing):
        with begun() as connection:
            assert connection.scalar(text("SHOW jit")) == "off"


def test_a_connection_cut_by_a_firewall_is_made_anew(server, archive):
    store(archive, reading(row(1)))
    server.run(
        "SELECT pg_terminate_backend(pid) FROM pg_stat_activity "
        "WHERE application_name = 'export-tracker'"
    )
    assert values(archive) == [1]
    assert store(archive, reading(row(2), name="b")) == 2


def test_who_listens_is_told_that_the_server_is_gone_and_no_log_is_filled_with_it(
    server, archive, caplog
):
    def listen():
        with archive.listening() as wait:
            server.run(
                "SELECT pg_terminate_backend(pid) FROM pg_stat_activity "
                "WHERE application_name = 'export-tracker'"
            )
            for _ in range(2):  # the last word of a server that goes may be taken for news
                wait(10)

    with pytest.raises(Refused, match="archive_server_gone"):
        listen()
    assert caplog.records == []


def test_the_same_return_of_two_desks_is_stored_once(address):
    desks = [Archive.open(address) for _ in range(4)]
    begin = threading.Barrier(4)

    def bring(desk):
        begin.wait()
        return store(desk, reading(row(1), row(2, item="RICE")))

    with ThreadPoolExecutor(4) as pool:
        told = list(pool.map(bring, desks))
    assert sorted(told, key=str) == [1, None, None, None]
    assert [d.changes for d in desks] == [1] * 4
    for desk in desks:
        desk.close()


def released(server, folder, revision):
    """Give an archive as an earlier release left it, in a file and on the server."""
    path, address = folder / f"{revision}.sqlite3", server.empty()
    sample = Path(__file__).with_name(f"schema_{revision}.sql")
    with closing(sqlite3.connect(path)) as connection:
        connection.executescript(sample.read_text("utf-8"))
        connection.execute("PRAGMA application_id = 0x45585454")
    there = create_engine(address.replace("://", "+psycopg://"))
    here = create_engine(f"sqlite:///{path}")
    with there.begin() as new, here.begin() as old:
        migrate(new, revision)
        tables, theirs = MetaData(), MetaData()
        tables.reflect(old)
        theirs.reflect(new)
        for table in tables.sorted_tables:
            rows = [dict(r) for r in old.execute(select(table)).mappings()]
            if rows and table.name != "alembic_version":
                new.execute(theirs.tables[table.name].insert(), rows)
    for engine in (there, here):
        engine.dispose()
    return path, address


EARLIER = [
    *(pytest.param(revision, marks=pytest.mark.slow) for revision in schema.REVISIONS[:-2]),
    schema.REVISIONS[-2],
]


@pytest.mark.file_only
@pytest.mark.parametrize("revision", EARLIER)
def test_an_older_archive_on_a_server_is_copied_and_migrated_where_that_is_asked_for(
    server, tmp_path, revision
):
    """The archive of every release comes to the same on either engine, and nothing is lost."""
    path, address = released(server, tmp_path, revision)
    assert refusal(address) == "server_older"
    (tmp_path / "before").mkdir()
    name = f"{address.rpartition('/')[2]} 127.0.0.1.before-{revision}"
    earlier = tmp_path / "before" / f"{name}.sqlite3"
    earlier.write_text("kept when this was tried before")
    with Archive.open(address, kept_in=tmp_path / "before") as archive:
        assert values(archive) == [2, 1]
        kept = archive.kept_before
        assert (kept.name, earlier.stat().st_size) == (f"{name} 2.sqlite3", 31)
        assert store(archive, reading(row(3), name="b")) == 2
    with Archive.open(path) as archive, Archive.open(kept) as again:
        assert values(archive) == values(again) == [2, 1]
        for one in (archive, again):
            store(one, reading(row(3), name="b"))
        again_told = again.since(0)
    assert copying.contents(path) == copying.contents(kept)
    # A server alone sees from where something was done; all else is the same.
    differ = {*copying.contents(address)} - {*copying.contents(path)}
    assert [(one.table, one.rows) for one in differ] == [("events", len(again_told))]


def test_nothing_is_migrated_where_no_copy_can_be_kept(server, tmp_path):
    _, address = released(server, tmp_path, schema.REVISIONS[-2])
    (tmp_path / "no folder").touch()
    assert refusal(address, kept_in=tmp_path / "no folder") == "not_kept_before"
    assert refusal(address) == "server_older"


def test_a_server_that_goes_in_the_middle_of_an_import_leaves_nothing_of_it(
    server, archive, caplog
):
    """The connection is cut between the figures and the event that lets them count."""
    name = archive._name.rpartition("/")[2]
    cut = []

    def cut_off(_connection, _cursor, statement, *_):
        if statement.startswith("INSERT INTO events") and not cut:
            cut.append(statement)
            server.run(
                f"SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname='{name}'"
            )

    store(archive, reading(row(1)))
    event.listen(archive._engine, "before_cursor_execute", cut_off)
    with pytest.raises(Refused, match="archive_server_gone"):
        store(archive, reading(*(row(n, item=f"I{n}") for n in range(300)), name="b"))
    assert cut
    # The driver may say that what it had still to send was cut off; the program says nothing more.
    assert [record for record in caplog.records if record.name != "psycopg"] == []
    assert values(archive, every_release=True) == [1]
    assert store(archive, reading(row(2), name="c")) == 2


@pytest.mark.slow
def test_a_replica_is_read_and_refuses_writing():
    with postgresql.server(wal_level="replica") as begun:
        address = begun.archive()
        with Archive.open(address) as archive:
            store(archive, reading(row(1)))
        begun.follow_another()
        with Archive.open(address) as archive:
            assert values(archive) == [1]
            with pytest.raises(Refused, match="archive_replica"):
                store(archive, reading(row(2), name="b"))
            with archive.listening() as wait:
                wait(0.01)
        with pytest.raises(Refused, match="archive_replica"):
            sharing.admit(address, "somebody", Role.VIEWER)


def test_a_replica_that_has_lost_its_server_is_told():
    with postgresql.server(wal_level="replica") as begun:
        address = begun.archive()
        with Archive.open(address) as archive:
            store(archive, reading(row(1)))
            assert archive.left_behind is None
        begun.follow_another()
        with Office(address, clock=lambda: NOON, user="Lan") as office:
            found = office.following_doubt()
            assert found.code == "replica_left_behind"
            today = datetime.now().astimezone()
            assert f"{today:%Y-%m-%d}" in sentence(found, language("en"))


@pytest.mark.parametrize("printed", ["7", "", "7,0 tỷ", "7\x1f0"])
def test_what_was_printed_comes_back_as_it_was(archive, printed):
    store(archive, reading(row(7)._replace(printed=printed), row(8, item="RICE", cell="")))
    found = archive.figures()
    assert found["printed"].tolist() == ["8", printed]
    assert found["cell"].tolist() == ["", "F9"]


def test_a_schema_that_was_changed_by_hand_is_told(server, address):
    server.run("DROP TABLE silences CASCADE", address.rpartition("/")[2])
    assert refusal(address) == "archive_damaged"


def test_guards_that_were_taken_away_by_hand_are_told_and_put_back(server, address, tmp_path):
    name = address.rpartition("/")[2]
    server.run("DROP TRIGGER events_no_truncate ON events", name)
    server.run("ALTER TABLE figures DISABLE TRIGGER figures_no_update_or_delete", name)
    (finding,) = copying.check(address)
    assert (finding.code, finding.found) == (
        "guards_missing", "events_no_truncate, figures_no_update_or_delete",
    )  # fmt: skip
    assert sentence(finding, language("vi"))
    sharing.set_up(address, tmp_path)
    assert copying.check(address) == []
