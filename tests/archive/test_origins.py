"""From where a change came, as the server saw it; nothing is kept that no event tells of."""

from __future__ import annotations

from contextlib import contextmanager
from dataclasses import replace

import psycopg
import pytest
from sqlalchemy import text

from desktop.archive import Archive, as_seen, copying
from desktop.figures.finding import Refused
from desktop.figures.happening import of_desk
from desktop.figures.note import Note
from desktop.figures.series import Flow
from desktop.figures.target import Target, TargetChange, TargetMeasure
from tests.archive.made import NOON, add_target, reading, row, store
from tests.archive.past_the_program import by_hand

DESK = "PC 7"
ORIGIN = "SELECT desk, origin, caused_by FROM events ORDER BY id DESC LIMIT 1"
EVERY = "SELECT id, origin FROM events ORDER BY id"
SAYS = "INSERT INTO events (kind, {columns}, happened_at, caused_by, desk, origin) VALUES "
NAMES = {
    "terms": "archive_numbers_terms(ARRAY['a name of nothing'])",
    "periods": "archive_numbers_periods(ARRAY[9], ARRAY[9], ARRAY['month'])",
    "series": (
        "archive_numbers_series(ARRAY['XX'], ARRAY['export'], ARRAY['NOTHING'], ARRAY['value'],"
        " ARRAY['all'], ARRAY[''], ARRAY[0])"
    ),
}
NOTE = "INSERT INTO notes (day, body, shipped) VALUES ('2025-07-12', 'x', '') RETURNING id"
TOLD = (
    "INSERT INTO events (kind, note_id, happened_at, caused_by) VALUES ('note_added', %s, '', '')"
)
UNTOLD = {
    "notes": "(day, body, shipped) VALUES ('2025-07-12', 'x', '')",
    "rule_sets": "(body) VALUES ('[late]')",
    "grouping_sets": "(body) VALUES ('')",
    "silences": (
        "(rule, subject, first_month, last_month, reason) VALUES ('late', 'x', 24300, 24301, 'x')"
    ),
    "targets": (
        "(flow, measure, year, low, high, item, market, document) "
        "VALUES ('export', 'growth', 2025, 1, 1, 'TOTAL', 'WORLD', '')"
    ),
    "decisions": (
        "(sender, kind, flow, name_key, label, code, decided_at, decided_by) "
        "VALUES ('x', 'item', 'export', 'x', 'x', 'RICE', '', '')"
    ),
}


def login(address):
    return address.partition("//")[2].partition("@")[0]


@contextmanager
def elsewhere(server, address):
    """Give a connection of the same account from another place: by the machine's own socket."""
    place = f"host={server.folder} port={server.port} user={login(address)}"
    with psycopg.connect(f"{place} dbname={address.rpartition('/')[2]}") as connection:
        yield connection


def forge(connection, address, table, row):
    """Say past the program that a desk wrote a row, and that the server saw it there."""
    (number,) = connection.execute(row).fetchone()
    about = f"{table[:-1]}_id"
    kind = {"notes": "note_added", "targets": "target_set"}[table]
    said = f"('{kind}', %s, '', %s, '{DESK}', '127.0.0.1 1 export-tracker')"
    words = SAYS.format(columns=about) + said
    connection.execute(words, (number, login(address)))
    connection.commit()


def test_what_the_server_saw_stands_beside_what_the_desk_says(accounts):
    address = accounts["editor"]
    with Archive.open(address, desk=DESK) as archive:
        archive.add_note(Note(NOON.date(), "x"), at=NOON, by="")
    with by_hand(accounts["owner"]) as connection:
        desk, origin, who = connection.execute(text(ORIGIN)).one()
    place, session, program = origin.split(" ", 2)
    assert (desk, who, place, program) == (DESK, login(address), "127.0.0.1", "export-tracker")
    assert session.isdecimal()


def test_no_account_says_what_the_server_saw(accounts, server):
    with elsewhere(server, accounts["editor"]) as connection:
        connection.execute("SET application_name = 'my own, tool'")
        forge(connection, accounts["editor"], "notes", NOTE)
        desk, origin, _ = connection.execute(ORIGIN).fetchone()
        session = connection.info.backend_pid
    assert (desk, origin) == (DESK, f"local {session} my own")


def test_the_same_account_elsewhere_does_not_pass_for_a_desk_by_saying_its_name(accounts, server):
    address = accounts["editor"]
    with Archive.open(address, desk=DESK) as here:
        seen = here.changes
        here.add_note(Note(NOON.date(), "ours"), at=NOON, by="")
        with elsewhere(server, address) as connection:
            forge(connection, address, "notes", NOTE)
        assert [of_desk(told.desk, DESK) for told in here.since(seen)] == [True, False]


def test_the_same_account_elsewhere_does_not_let_a_desk_overwrite_unseen(accounts, server):
    address = accounts["editor"]
    target = Target(Flow.EXPORT, TargetMeasure.GROWTH, 2034, 0.1, 0.1)
    with Archive.open(address, desk=DESK) as here:
        add_target(here, target)
        seen = here.changes
        again = TargetChange(added=(replace(target, low=0.3, high=0.3),))
        with as_seen(seen):  # what one did here oneself is no surprise
            here.change_targets(again, at=NOON, by="")
        seen = here.changes
        with elsewhere(server, address) as connection:
            names = "flow, measure, year, low, high, item, market, document, issued_on, months"
            forge(connection, address, "targets",
                  f"INSERT INTO targets ({names}) SELECT {names} FROM targets "
                  "WHERE year = 2034 ORDER BY id LIMIT 1 RETURNING id")  # fmt: skip
        with pytest.raises(Refused, match="target_changed_meanwhile"), as_seen(seen):
            here.change_targets(again, at=NOON, by="")


@pytest.mark.parametrize("who", ["editor", "approver", "hanoi", "keeper", "owner"])
@pytest.mark.parametrize("table", NAMES)
def test_numbers_that_no_event_tells_of_are_not_kept(accounts, who, table):
    with psycopg.connect(accounts[who]) as connection:
        connection.execute(f"SELECT {NAMES[table]}")
        with pytest.raises(psycopg.errors.InsufficientPrivilege, match=f"nothing tells.*{table}"):
            connection.commit()
        connection.rollback()
        left = connection.execute(f"SELECT count(*) FROM {table} WHERE id > 1000").fetchone()
    assert left == (0,)
    with psycopg.connect(accounts["owner"]) as connection:
        assert connection.execute("SELECT count(*) FROM office_numbered").fetchone() == (0,)


@pytest.mark.parametrize("told", ["before", "by another session"])
def test_an_event_of_something_else_does_not_tell_of_numbers(accounts, told):
    """Neither one that was there before, nor one that another session writes meanwhile."""
    with psycopg.connect(accounts["editor"]) as connection:
        telling = connection
        if told == "by another session":
            connection.execute("SELECT archive_numbers_terms(ARRAY['another name of nothing'])")
            telling = psycopg.connect(accounts["editor"])
        telling.execute(TOLD, telling.execute(NOTE).fetchone())
        telling.commit()
        connection.execute("SELECT archive_numbers_terms(ARRAY['a name of nothing'])")
        with pytest.raises(psycopg.errors.InsufficientPrivilege, match="nothing tells"):
            connection.commit()
        telling.close()


def test_numbers_that_an_event_tells_of_are_kept(accounts):
    with psycopg.connect(accounts["editor"]) as connection:
        connection.execute("SELECT archive_numbers_terms(ARRAY['a name of a note'])")
        connection.execute(TOLD, connection.execute(NOTE).fetchone())
        connection.commit()
        found = connection.execute("SELECT count(*) FROM terms WHERE text = 'a name of a note'")
        assert found.fetchone() == (1,)


def test_asking_for_numbers_that_are_there_needs_no_event(accounts):
    with psycopg.connect(accounts["editor"]) as connection:
        (known,) = connection.execute("SELECT min(text) FROM terms").fetchone()
        connection.execute("SELECT archive_numbers_terms(ARRAY[%s])", (known,))
        connection.commit()


@pytest.mark.parametrize("table", UNTOLD)
def test_nothing_that_an_office_keeps_is_written_untold(accounts, table):
    with psycopg.connect(accounts["editor"]) as connection:
        connection.execute(f"INSERT INTO {table} {UNTOLD[table]}")
        with pytest.raises(psycopg.errors.InsufficientPrivilege, match=f"nothing tells.*{table}"):
            connection.commit()


def test_a_copy_of_an_archive_tells_what_the_server_saw(accounts, place):
    with by_hand(accounts["owner"]) as connection:
        origins = connection.execute(text(EVERY)).all()
    assert any(origin for _, origin in origins)
    copying.copy(accounts["owner"], place)
    with by_hand(place) as connection:
        assert connection.execute(text(EVERY)).all() == origins


def test_an_archive_without_accounts_is_told_from_where_as_well(archive, place):
    """In a file nobody sees from where: the column is empty."""
    store(archive, reading(row(1)))
    with by_hand(place) as connection:
        (_, origin, _) = connection.execute(text(ORIGIN)).one()
        assert ("127.0.0.1" in origin) == (connection.dialect.name == "postgresql")
