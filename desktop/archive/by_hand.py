"""What somebody changed by hand in a server's schema: guards, rules of rows, rights, owners.

All of it is written down by the program, and put up by `office init`, or by the keeper's migration:
what stands in the server's own catalogue is held against that. Nothing is locked for it, and every
account may ask.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from sqlalchemy import Connection, text

from desktop.archive import grants, rights, row_rules, server_guards
from desktop.archive.schema import metadata

_FUNCTION = re.compile(
    r"CREATE OR REPLACE FUNCTION (\w+)\((?P<head>.*?)\$\$(?P<body>.*)\$\$", re.DOTALL
)
_CALLED = re.compile(r"EXECUTE FUNCTION (\w+)\(")
_TRIGGER = re.compile(r"CREATE OR REPLACE TRIGGER (\w+) (?P<deed>.*)", re.DOTALL)
_POLICY = re.compile(r"CREATE POLICY (\w+) ON (\w+) (?P<rule>.*)", re.DOTALL)
_DEFINER = "SECURITY DEFINER"
_OF_ALL = re.compile(r"(USING|WITH CHECK) \(true\)$")

_SEARCHED = re.compile(r"SET (search_path) = (.+?) AS ", re.DOTALL)

_FUNCTIONS = text(
    "SELECT proname, prosrc, prosecdef, coalesce(proconfig, '{}') FROM pg_proc "
    "WHERE pronamespace = current_schema()::regnamespace"
)
_TRIGGERS = text(
    "SELECT tgname, proname FROM pg_trigger JOIN pg_class ON pg_class.oid = tgrelid "
    "JOIN pg_proc ON pg_proc.oid = tgfoid WHERE relnamespace = current_schema()::regnamespace "
    "AND tgenabled IN ('O', 'A')"
)
_POLICIES = text(
    "SELECT policyname, tablename, permissive = 'PERMISSIVE' AS wide, "
    "coalesce(qual, with_check) = 'true' AS of_all FROM pg_policies "
    "WHERE schemaname = current_schema()"
)
_TABLES = text(
    "SELECT relname, relrowsecurity FROM pg_class "
    "WHERE relnamespace = current_schema()::regnamespace AND relkind IN ('r', 'p')"
)
_OWNED = text(
    "SELECT relname, pg_get_userbyid(relowner) FROM pg_class "
    "WHERE relnamespace = current_schema()::regnamespace AND relkind IN ('r', 'p') UNION ALL "
    "SELECT proname, pg_get_userbyid(proowner) FROM pg_proc "
    "WHERE pronamespace = current_schema()::regnamespace"
)
_INDEXES = text("SELECT indexname FROM pg_indexes WHERE schemaname = current_schema()")


def guards_gone(connection: Connection) -> list[str]:
    """Name the guards that somebody took away or changed: triggers, and what they do."""
    schema = _schema(connection)
    named = {*server_guards.unguarded(connection)}
    triggers = dict(server_guards.triggers(connection))
    if rights.stand(connection):
        told = filter(None, map(_TRIGGER.match, rights.triggers()))
        triggers |= {found[1]: found["deed"] for found in told}
    standing = {str(name): str(called) for name, called in connection.execute(_TRIGGERS)}
    for name, deed in triggers.items():
        (called,) = _CALLED.findall(deed)
        if standing.get(name) != called:
            named.add(name)
    return sorted({*named, *_functions_gone(connection, _functions(connection, schema))})


def _functions(connection: Connection, schema: str) -> dict[str, re.Match[str]]:
    """Give the functions that there are to be, by name: their heads and bodies."""
    statements = [*server_guards.functions(schema)]
    if rights.stand(connection):
        statements += rights.functions(schema)
    # Of one that is made twice the second stands.
    return {found[1]: found for found in filter(None, map(_FUNCTION.search, statements))}


def _functions_gone(connection: Connection, wanted: dict[str, re.Match[str]]) -> Iterator[str]:
    standing = {name: told for name, *told in connection.execute(_FUNCTIONS)}
    for name, found in wanted.items():
        body, safe, settings = standing.get(name, ("", False, ()))
        searched = ["=".join(words) for words in _SEARCHED.findall(found["head"])]
        unsafe = _DEFINER in found["head"] and not safe
        if body != found["body"] or unsafe or not {*searched} <= {*settings}:
            yield name


def rules_gone(connection: Connection) -> list[str]:
    """Name the rules of who may do what that somebody took away, changed, or added to."""
    if not rights.stand(connection):
        there = text("SELECT to_regprocedure('archive_province()') IS NOT NULL")
        return [rights.MEMBERS] if connection.scalar(there) else []
    return sorted(
        {
            *(f"{name} ({who})" for name, who in owned_by_others(connection)),
            *_tables_open(connection),
            *_policies_gone(connection),
            *_rights_given(connection),
        }
    )


def owned_by_others(connection: Connection) -> list[tuple[str, str]]:
    """Give the tables and functions that belong to another account than the archive does."""
    called = _functions(connection, _schema(connection))
    ours = {*_ours(connection), "alembic_version", *called}
    owner = rights.owner_of(connection)
    return sorted((n, who) for n, who in connection.execute(_OWNED) if n in ours and who != owner)


def _ours(connection: Connection) -> list[str]:
    parts = server_guards.parts(connection).values()
    return [*metadata.tables, *rights.TABLES, *(name for some in parts for name in some)]


def _tables_open(connection: Connection) -> Iterator[str]:
    for name, kept in connection.execute(_TABLES):
        if name in metadata.tables and not kept:
            yield name


def _policies_gone(connection: Connection) -> Iterator[str]:
    rows: list[Any] = list(connection.execute(_POLICIES))
    standing = {(p.policyname, p.tablename): p for p in rows}
    for found in filter(None, map(_POLICY.match, row_rules.policies())):
        there = standing.pop((found[1], found[2]), None)
        rule = found["rule"]
        if (
            there is None
            or there.wide != ("RESTRICTIVE" not in rule)
            or there.of_all != bool(_OF_ALL.search(rule))
        ):
            yield found[1]
    for (name, table), alien in standing.items():
        if table in metadata.tables and alien.wide:
            yield name


def _rights_given(connection: Connection) -> Iterator[str]:
    """Name what may be done past what each group may, what viewers cannot read, editors not do."""
    viewer, editor, _ = rights.groups(connection)
    given = grants.standing(connection)
    read = {row.relname for row in given if (row.who, row.what) == (viewer, "SELECT")}
    yield from (name for name in metadata.tables if name not in read)
    for row in grants.past_the_groups(given, _ours(connection), editor):
        yield f"{row.relname} ({row.who}: {row.what})"
    called = server_guards.for_writers(_schema(connection))
    callers = grants.callers(connection, called)
    yield from (call.partition("(")[0] for call in called if (call, editor) not in callers)
    for call, who in grants.calling_past(callers, editor):
        yield f"{call.partition('(')[0]} ({who}: EXECUTE)"


def out_of_sight(connection: Connection) -> bool:
    """Say whether there is a table that whoever asks cannot read."""
    readable = text(
        "SELECT bool_and(has_table_privilege(name, 'SELECT')) "
        "FROM unnest(CAST(:tables AS text[])) AS name"
    )
    return connection.scalar(readable, {"tables": list(metadata.tables)}) is False


def indexes_gone(connection: Connection) -> list[str]:
    """Name the indexes that somebody took away."""
    there = {*connection.scalars(_INDEXES)}
    wanted = {str(i.name) for table in metadata.tables.values() for i in table.indexes}
    return sorted(wanted - there)


def _schema(connection: Connection) -> str:
    return str(connection.scalar(text("SELECT quote_ident(current_schema())")))
