"""What a server lets whom do to the archive, and what of that no group of ours may."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Sequence
from typing import Any

from sqlalchemy import Connection, text

from desktop.archive import numbering

# Of whole tables and of columns; an account's own are its owner's.
_GRANTS = text(
    "SELECT relname, coalesce(rolname, 'PUBLIC') AS who, privilege_type AS what, of_column, "
    "relispartition AS part, coalesce(rolsuper OR rolbypassrls, false) AS unruled "
    "FROM (SELECT relname, relowner, relnamespace, relkind, relispartition, a.*, "
    "false AS of_column FROM pg_class, aclexplode(relacl) AS a UNION ALL "
    "SELECT relname, relowner, relnamespace, relkind, relispartition, a.*, true FROM pg_class "
    "JOIN pg_attribute ON attrelid = pg_class.oid, aclexplode(attacl) AS a) AS given "
    "LEFT JOIN pg_roles ON pg_roles.oid = grantee "
    "WHERE relnamespace = current_schema()::regnamespace AND relkind IN ('r', 'p') "
    "AND grantee <> relowner"
)
_CALLERS = text(
    "SELECT call, coalesce(rolname, 'PUBLIC') AS who FROM unnest(CAST(:calls AS text[])) AS call "
    "JOIN pg_proc ON pg_proc.oid = to_regprocedure(call), "
    "aclexplode(coalesce(proacl, acldefault('f', proowner))) AS given "
    "LEFT JOIN pg_roles ON pg_roles.oid = grantee WHERE grantee <> proowner"
)


def standing(connection: Connection) -> list[Any]:
    """Give all that is given to others than the tables' owner."""
    return list(connection.execute(_GRANTS))


def past_the_groups(given: Iterable[Any], tables: Collection[str], editor: str) -> Iterator[Any]:
    """Give of that what may be done to some tables by none of the groups, whoever may.

    Whom the keeper lets read beside the groups is the office's affair. A partition that is asked
    by its name keeps none of the whole's rules of rows: only whom no rule holds may read it there.
    """
    for row in given:
        reads = row.what == "SELECT" and row.who != "PUBLIC" and (row.unruled or not row.part)
        adds = row.who == editor and row.what == "INSERT" and row.of_column and not row.part
        if row.relname in tables and not reads and not adds:
            yield row


def callers(connection: Connection, calls: Sequence[str]) -> set[tuple[str, str]]:
    """Give who may call functions for writers, and that for nobody, beside their owner."""
    rows = connection.execute(_CALLERS, {"calls": [*calls, numbering.ASKED_AS]})
    return {(str(call), str(who)) for call, who in rows}


def calling_past(callers: Iterable[tuple[str, str]], editor: str) -> list[tuple[str, str]]:
    """Give of them whoever is not the group of editors, and what nobody is to call."""
    return sorted(
        (call, who) for call, who in callers if who != editor or call == numbering.ASKED_AS
    )
