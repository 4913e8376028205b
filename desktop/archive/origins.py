"""From where a server saw a change come, whatever the desk says, and that an event tells of it all.

The desk's name is a word that anybody who may write can say. Beside it stands what the server saw:
the address, the session's number, and what the program calls itself (a word again). Numbers of
series, periods and texts are given to whoever asks: without an event in the same transaction
nothing is kept of that.
"""

from __future__ import annotations

from collections.abc import Iterator

from sqlalchemy import Connection, text

from desktop.archive import numbering
from desktop.archive.schema import events

TABLE = "office_numbered"
"""What the transactions that are at work have numbered; empty behind them."""
_HERE = "coalesce(host(inet_client_addr()), 'local')"
_SEES = f"""
CREATE OR REPLACE FUNCTION archive_sees() RETURNS trigger LANGUAGE plpgsql
SECURITY DEFINER SET search_path = {{schema}}, pg_temp AS $$ BEGIN
IF NOT archive_is_copied() THEN
  NEW.origin := concat_ws(' ', {_HERE}, pg_backend_pid(),
    split_part(current_setting('application_name'), ',', 1));
END IF;
RETURN NEW; END $$
"""
_NUMBERED = f"""
CREATE OR REPLACE FUNCTION archive_numbered() RETURNS trigger LANGUAGE plpgsql
SECURITY DEFINER SET search_path = {{schema}}, pg_temp AS $$ BEGIN
IF EXISTS (SELECT FROM written) AND NOT archive_is_copied() THEN
  INSERT INTO {TABLE} SELECT TG_TABLE_NAME, coalesce(max(id), 0) FROM events;
END IF;
RETURN NULL; END $$
"""  # noqa: S608 - our own names
# A session is in one transaction at a time: an event of its own that came since is of this one.
_NUMBERED_TOLD = f"""
CREATE OR REPLACE FUNCTION archive_numbered_is_told() RETURNS trigger LANGUAGE plpgsql
SECURITY DEFINER SET search_path = {{schema}}, pg_temp AS $$ BEGIN
DELETE FROM {TABLE};
IF NOT EXISTS (SELECT FROM events
  WHERE id > NEW.since AND split_part(origin, ' ', 2) = pg_backend_pid()::text)
THEN
  RAISE EXCEPTION 'nothing tells of what was written to %', NEW.kind
  USING ERRCODE = 'insufficient_privilege';
END IF;
RETURN NULL; END $$
"""  # noqa: S608 - our own names

TRIGGERS = {
    "events_seen": "BEFORE INSERT ON events FOR EACH ROW EXECUTE FUNCTION archive_sees()",
    **{
        f"{table.name}_numbered": f"AFTER INSERT ON {table.name} REFERENCING NEW TABLE AS written "
        "FOR EACH STATEMENT EXECUTE FUNCTION archive_numbered()"
        for table in numbering.TABLES
    },
}
AT_THE_END = {
    f"{TABLE}_told": f"AFTER INSERT ON {TABLE} DEFERRABLE INITIALLY DEFERRED "
    "FOR EACH ROW EXECUTE FUNCTION archive_numbered_is_told()"
}


def table(schema: str) -> str:
    """Give what makes the table, which nobody but its owner reads or writes."""
    return (
        f"CREATE TABLE IF NOT EXISTS {schema}.{TABLE} (kind text NOT NULL, since integer NOT NULL)"
    )


def functions(schema: str) -> Iterator[str]:
    """Give what makes the functions."""
    for function in (_SEES, _NUMBERED, _NUMBERED_TOLD):
        yield function.format(schema=schema)


def elsewhere(connection: Connection, account: str, numbers: list[int]) -> set[int]:
    """Give those of some events that another account did, or this one from another address.

    `account` is the one that a server signs with here; without one nothing is known to be so.
    """
    if not account or not numbers:
        return set()
    asked = {"account": account, "numbers": numbers}
    return set(connection.scalars(_ELSEWHERE, asked))


_ELSEWHERE = text(
    f"SELECT id FROM {events.name} WHERE id = ANY (:numbers) "  # noqa: S608 - our own names
    f"AND (caused_by <> :account OR split_part(origin, ' ', 1) <> {_HERE})"
)
