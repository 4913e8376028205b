"""Which rows an account may see and add to at a server's archive: the rules of its tables.

A province's editor submits returns of that province alone, sees what counts and its own, and every
national figure is for such an editor to read only. Who may do what at all is in `rights`.
"""

from __future__ import annotations

from collections.abc import Iterator

from sqlalchemy import Table

from desktop.archive.numbering import TABLES as NUMBERED
from desktop.archive.schema import current_figures, metadata

_NATIONAL = "(SELECT archive_province() = '')"  # asked once, and not compared for each row
_OWN = "(SELECT archive_province())"

# What a province's editor adds to, with the row's own rule; to nothing else.
_ADDED = {
    "returns": "province = {own}",
    # What was told stays as it was told; numbers are given in turn.
    "figures": "return_id > (SELECT archive_last_told()) "
    "AND return_id IN (SELECT id FROM returns WHERE province = {own} "
    "AND id > (SELECT archive_last_told()))",
    "events": "{national} OR kind = 'submitted' AND return_id IN "
    "(SELECT id FROM returns WHERE province = {own})",
    "originals": "true",
}
# What a province's editor does not see: what others submitted and nobody approved.
_SEEN = {
    "returns": "{national} OR province = {own} "
    "OR id NOT IN (SELECT archive_drafts())",  # asked once, not of each return
    "figures": "{national} OR return_id IN (SELECT id FROM returns)",
    "events": "{national} OR return_id IS NULL OR return_id IN (SELECT id FROM returns)",
    "originals": "{national} OR content_hash IN (SELECT content_hash FROM returns)",
    "series": "{national} OR id NOT IN (SELECT archive_hidden('series'))",
    "terms": "{national} OR id NOT IN (SELECT archive_hidden('terms'))",
}  # fmt: skip
_DECIDING = ("approved", "rejected")
# What lets a return count, or not: of one that waits, that is deciding by another name.
_COUNTING = ("imported", "withdrawn", "restored")


def of_table(table: Table, viewer: str, editor: str) -> Iterator[str]:
    """Give what lets viewers see a table's rows, and editors add to them; nobody does more.

    What the database writes by itself (`numbering`, `showing`) nobody else adds to, and a number
    of one's own, which may be far ahead and stand in everybody's way, nobody gives.
    """
    name = table.name
    yield f"ALTER TABLE {name} ENABLE ROW LEVEL SECURITY"
    yield f"REVOKE ALL ON {name} FROM PUBLIC, {viewer}, {editor}"
    yield f"GRANT SELECT ON {name} TO {viewer}"
    if table not in (*NUMBERED, current_figures):
        told = ", ".join(column.name for column in table.c if column.name != "id")
        yield f"GRANT INSERT ({told}) ON {name} TO {editor}"
    yield from _policies_of(name)
    for deed in ("changed", "removed"):
        yield f"DROP POLICY IF EXISTS {name}_{deed} ON {name}"


def _policies_of(name: str) -> Iterator[str]:
    yield from _policy(name, "seen", f"FOR SELECT USING ({_rule(_SEEN, name, 'true')})")
    yield from _policy(name, "added", f"FOR INSERT WITH CHECK ({_rule(_ADDED, name, _NATIONAL)})")


def policies(approver: str = "") -> Iterator[str]:
    """Give what makes the rules of all tables, and takes away those before."""
    for name in metadata.tables:
        yield from _policies_of(name)
    yield from of_approvals(approver)


def _rule(rules: dict[str, str], table: str, other: str) -> str:
    return rules.get(table, other).format(national=_NATIONAL, own=_OWN)


def of_approvals(approver: str) -> Iterator[str]:
    """Let approvers alone decide, and nobody count or take back what waits by another name."""
    decided, counted = (", ".join(f"'{d}'" for d in deeds) for deeds in (_DECIDING, _COUNTING))
    yield from _policy(
        "events", "decided", "AS RESTRICTIVE FOR INSERT WITH CHECK ("
        f"pg_has_role(session_user, '{approver}', 'member') OR kind NOT IN ({decided}) "
        f"AND (kind NOT IN ({counted}) OR return_id NOT IN (SELECT archive_drafts())))",
    )  # fmt: skip


def _policy(table: str, name: str, rule: str) -> Iterator[str]:
    yield f"DROP POLICY IF EXISTS {table}_{name} ON {table}"
    yield f"CREATE POLICY {table}_{name} ON {table} {rule}"


def functions(schema: str, members: str) -> Iterator[str]:
    """Give functions that look where the caller may not, and say one thing only."""
    own = f"LANGUAGE sql STABLE SECURITY DEFINER SET search_path = {schema}, pg_temp"
    asked = f"SELECT coalesce((SELECT province FROM {members} WHERE login = session_user), '')"  # noqa: S608 - our own name
    yield f"CREATE OR REPLACE FUNCTION archive_province() RETURNS text {own} AS $$ {asked} $$"
    # One that was rejected may be restored by an approver: it is everybody's from then on.
    every = (
        "SELECT id FROM returns WHERE province <> '' AND NOT EXISTS (SELECT FROM events "
        "WHERE return_id = returns.id AND kind IN ('imported', 'approved', 'restored'))"
    )
    yield (
        f"CREATE OR REPLACE FUNCTION archive_drafts() RETURNS SETOF integer {own} AS $$ {every} $$"
    )
    last = "SELECT coalesce(max(return_id), 0) FROM events"
    yield f"CREATE OR REPLACE FUNCTION archive_last_told() RETURNS integer {own} AS $$ {last} $$"


def tables() -> list[Table]:
    """Give the tables that have such rules."""
    return list(metadata.tables.values())
