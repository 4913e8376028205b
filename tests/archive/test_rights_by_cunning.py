"""What somebody who knows PostgreSQL would try past the program: each way is refused."""

from __future__ import annotations

import psycopg
import pytest

from desktop.archive import Archive
from tests.archive.made import reading, row, store, values
from tests.archive.test_rights import HUE, plain, refused

EVERYBODY = ("viewer", "editor", "approver", "hanoi")
DENIED = [
    "ALTER TABLE events DISABLE TRIGGER ALL",
    "DROP TRIGGER events_signed ON events",
    "SET session_replication_role = replica",
    "ALTER TABLE figures DISABLE ROW LEVEL SECURITY",
    "DROP POLICY returns_seen ON returns",
    "CREATE TABLE events_too (id integer)",
    "CREATE TEMP TABLE office_members AS SELECT session_user AS login",
    "CREATE FUNCTION archive_province() RETURNS text LANGUAGE sql AS $$ SELECT '' $$",
    "CREATE OR REPLACE FUNCTION pg_temp.f() RETURNS integer LANGUAGE sql AS $$ SELECT 1 $$",
    "SET SESSION AUTHORIZATION postgres",
    "SET ROLE postgres",
    "TRUNCATE events",
    "DELETE FROM events",
    "UPDATE returns SET province = ''",
    "INSERT INTO office_members VALUES (session_user, 'keeper', '')",
    "UPDATE alembic_version SET version_num = 'copying'",
    "SELECT * FROM figures_nation",
    "COPY figures TO PROGRAM 'cat'",
    "SELECT pg_read_file('postgresql.conf')",
    "ALTER FUNCTION archive_next(text) OWNER TO SESSION_USER",
    "SECURITY LABEL ON TABLE events IS 'x'",
    "SELECT lo_creat(-1)",
    "SELECT lo_create(0)",
    "SELECT lo_from_bytea(0, 'x')",
]
WAITING = [
    "SELECT count(*) FROM returns WHERE id = {n}",
    "SELECT count(*) FROM figures WHERE return_id = {n}",
    "SELECT count(*) FROM events WHERE return_id = {n}",
    "SELECT count(*) FROM originals WHERE content_hash NOT IN (SELECT content_hash FROM returns)",
    "WITH f AS MATERIALIZED (SELECT * FROM figures) SELECT count(*) FROM f WHERE return_id = {n}",
    "SELECT count(*) FROM figures WHERE return_id = {n} AND 1 / (return_id - {n} + 1) > 0",
    "SELECT count(*) FROM pg_stats WHERE tablename IN ('figures', 'returns')",
]


@pytest.fixture(scope="module")
def waiting(accounts):
    """Give the number of a return that Huế submitted and nobody approved."""
    with Archive.open(accounts["hue"]) as archive:
        return store(archive, reading(row(77, item="CASHEW"), name="Huế waits"))


@pytest.mark.parametrize("who", EVERYBODY)
@pytest.mark.parametrize("deed", DENIED)
def test_nobody_gets_round_the_guards(accounts, who, deed):
    with plain(accounts[who]) as connection, pytest.raises(psycopg.Error) as refusal:
        connection.execute(deed)
    assert refusal.value.sqlstate in {"42501", "22023"}, deed


@pytest.mark.parametrize("who", ["editor", "hanoi"])
def test_row_security_cannot_be_turned_off(accounts, who):
    with plain(accounts[who]) as connection:
        connection.execute("SET row_security = off")
        with pytest.raises(psycopg.errors.InsufficientPrivilege):
            connection.execute("SELECT * FROM returns")


@pytest.mark.parametrize("group", ["viewer", "editor"])
@pytest.mark.parametrize("question", WAITING)
def test_another_province_sees_nothing_of_what_waits(accounts, waiting, group, question):
    base = accounts["owner"].rpartition("/")[2]
    with plain(accounts["hanoi"]) as connection:
        connection.execute(f'SET ROLE "{base}_{group}"')
        assert connection.execute(question.format(n=waiting)).fetchone() == (0,)


@pytest.mark.parametrize("kind", ["imported", "approved", "rejected", "withdrawn", "restored"])
def test_an_editor_decides_by_no_event_on_what_waits(accounts, waiting, kind):
    """Whatever it is called: only an approver lets a province's return count, or not."""
    event = (
        "INSERT INTO events (kind, return_id, happened_at, caused_by) "
        f"VALUES ('{kind}', {waiting}, '2025-07-12', 'me')"
    )
    for who in ("editor", "hanoi", "hue"):
        refused(accounts[who], event)


def test_a_provinces_figures_are_added_to_by_nobody_else(accounts, waiting):
    more = (
        "INSERT INTO figures (detail, period_id, series_id, return_id, repeat, unit_id, status, "
        "value, sheet_id, cell, printed, label_id) SELECT detail, period_id, series_id, "
        f"{waiting}, 9, unit_id, status, value, sheet_id, cell, printed, label_id "
        "FROM figures WHERE return_id = 1 LIMIT 1"
    )
    for who in ("editor", "approver", "hanoi"):
        refused(accounts[who], more)


def test_copy_writes_nothing_past_the_rules_of_rows(accounts):
    with (
        plain(accounts["editor"]) as connection,
        pytest.raises(psycopg.errors.FeatureNotSupported),
        connection.cursor().copy("COPY events (kind, happened_at, caused_by) FROM STDIN") as copy,
    ):
        copy.write("approved\t2025-07-12\tme\n")


def test_numbers_are_asked_of_the_archives_own_tables_alone(accounts):
    """What looks with its owner's rights looks at nothing that somebody else names."""
    with plain(accounts["viewer"]) as connection:
        for named in ("pg_authid", "office_members", "other_schema.x"):
            with pytest.raises(psycopg.Error, match="no table of the archive"):
                connection.execute("SELECT archive_next(%s)", (named,))
            connection.rollback()


def test_nothing_of_this_changed_what_counts(accounts, waiting):
    with Archive.open(accounts["owner"]) as archive:
        assert 77 not in values(archive)
        (draft,) = (r for r in archive.returns() if r.number == waiting)
        assert draft.waiting
        assert draft.province == HUE
