"""Who may do what to which table of a server's archive: each tried by plain SQL, as each role."""

from __future__ import annotations

from collections import Counter

import psycopg
import pytest
from psycopg import sql

from desktop.archive.schema import current_figures, metadata, periods, series, terms

ROLES = ("viewer", "editor", "hanoi", "approver", "keeper")
TABLES = [table.name for table in metadata.tables.values()]
BY_ITSELF = {table.name for table in (current_figures, periods, series, terms)}
"""What the database writes by itself, through the archive's own functions."""
OFFICE = ("office_members", "office_drafted", "office_numbered", "alembic_version")
VERBS = {
    "read": "SELECT FROM {table} LIMIT 1",
    "add": "INSERT INTO {table} ({columns}) SELECT {columns} FROM {table} LIMIT 0",
    "number": "INSERT INTO {table} ({number}) SELECT {number} FROM {table} LIMIT 0",
    "change": "UPDATE {table} SET {first} = {first} WHERE false",
    "remove": "DELETE FROM {table} WHERE false",
    "empty": "TRUNCATE {table} CASCADE",
    "lock": "LOCK TABLE {table} IN SHARE MODE",
    "watch": "CREATE TRIGGER mine AFTER INSERT ON {table} EXECUTE FUNCTION archive_tells()",
    "own": "ALTER TABLE {table} DISABLE ROW LEVEL SECURITY",
}
NOT_FOR_OWNERS = {"change", "remove", "empty"}
"""What history refuses to everybody, be it who owns the archive."""


def meant(role, verb, table):
    """Say whether a role is to do something to a table; rows have rules of their own."""
    if role == "keeper":
        history = table in TABLES and table != "current_figures"
        return not (history and verb in NOT_FOR_OWNERS)
    if verb == "read":
        return table not in {"office_drafted", "office_numbered"}
    adds = role != "viewer" and table in TABLES and table not in BY_ITSELF
    return verb == "add" and adds


def columns_of(connection, table):
    """Give what fills the blanks of the verbs."""
    found = connection.execute(
        "SELECT attname FROM pg_attribute WHERE attrelid = %s::regclass AND attnum > 0", (table,)
    )
    names = [name for (name,) in found]
    given = [name for name in names if name != "id"]
    return {
        "table": sql.Identifier(table),
        "columns": sql.SQL(", ").join(map(sql.Identifier, given)),
        "number": sql.Identifier(names[0] if names[0] == "id" else given[0]),
        "first": sql.Identifier(names[0]),
    }, names[0] == "id"


def may(connection, statement):
    """Say whether the database lets a statement pass; it is taken back."""
    try:
        connection.execute(statement)
    except psycopg.errors.InsufficientPrivilege:
        return False
    except psycopg.Error as error:
        return "append-only" not in str(error)
    finally:
        connection.rollback()
    return True


@pytest.mark.parametrize("role", ROLES)
def test_each_role_does_to_each_table_what_is_meant(accounts, role):
    odd = []
    with psycopg.connect(accounts[role]) as connection:
        for table in (*TABLES, *OFFICE):
            blanks, numbered = columns_of(connection, table)
            for verb, words in VERBS.items():
                if verb == "number" and not numbered:
                    continue
                found = may(connection, sql.SQL(words).format(**blanks))
                if found != meant(role, verb, table):
                    odd.append((verb, table, found))
    assert odd == []


def test_what_is_meant_differs_from_role_to_role():
    every = Counter(
        role for role in ROLES for verb in VERBS for table in TABLES if meant(role, verb, table)
    )
    assert every["viewer"] < every["editor"] == every["approver"] < every["keeper"]


FUNCTIONS = {
    "archive_turn()": "editor",
    "archive_numbers_terms(ARRAY['x'])": "editor",
    "archive_numbers_periods(ARRAY[1], ARRAY[1], ARRAY['month'])": "editor",
    "archive_next('events')": "viewer",
    "archive_province()": "viewer",
}


@pytest.mark.parametrize("called", FUNCTIONS)
def test_only_who_may_write_calls_what_writes(accounts, called):
    for role in ROLES:
        with psycopg.connect(accounts[role]) as connection:
            assert may(connection, f"SELECT {called}") == (
                role != "viewer" or FUNCTIONS[called] == "viewer"
            )
