"""What a server's database keeps by itself, whoever writes: history as it was written, and whole.

Nothing of it is changed or deleted, every event is told, and no figure refers to what is not there.
The last is looked up for all that a statement writes at once; a foreign key does it row by row.
What else the database does by itself stands in `numbering`, `origins`, `proving`, `showing` and
`turn`.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence

from sqlalchemy import Connection, Table, text
from sqlalchemy.schema import CreateIndex

from desktop.archive import at_once, legible, numbering, origins, proving, showing, turn
from desktop.archive.moving import UNFINISHED
from desktop.archive.postgresql import CHANNEL
from desktop.archive.schema import current_figures, events, figures, metadata
from desktop.figures.figure import Status

_REFERRING = {figures: ("INSERT",), current_figures: ("INSERT", "UPDATE")}
"""By what statements a figure can come to refer to something."""
_AT_THE_END = {**proving.AT_THE_END, **origins.AT_THE_END}


def guard(connection: Connection) -> None:
    """Put up the guards, and those anew that somebody took away."""
    schema = str(connection.scalar(text("SELECT quote_ident(current_schema())")))
    asked = dict(triggers(connection))
    gone = {*asked} - _standing(connection)
    at_once.do(connection, _put_up(schema, asked, gone))


def _put_up(schema: str, asked: Mapping[str, str], gone: Collection[str]) -> Iterator[str]:
    yield origins.table(schema)
    yield from functions(schema)
    for called in (*for_writers(schema), numbering.ASKED_AS):
        yield f"REVOKE EXECUTE ON FUNCTION {called} FROM PUBLIC"
    for table in metadata.tables.values():
        if "id" in table.c:
            given = f"archive_next('{table.name}')"
            yield f"ALTER TABLE {table.name} ALTER id SET DEFAULT {given}"
        for index in table.indexes:
            yield str(CreateIndex(index, if_not_exists=True).compile(dialect=numbering.SPOKEN))
    for name, deed in asked.items():
        if name not in _AT_THE_END:
            yield f"CREATE OR REPLACE TRIGGER {name} {deed}"
        elif name in gone:  # which know no OR REPLACE
            yield f"DROP TRIGGER IF EXISTS {name} ON {name.removesuffix('_told')}"
            yield f"CREATE CONSTRAINT TRIGGER {name} {deed}"


def functions(schema: str) -> Iterator[str]:
    """Give what makes the functions, each after those that it calls."""
    yield from (_APPEND_ONLY, _TELLING, _NEXT, turn.FUNCTION.format(schema=schema))
    yield _REFERS.format(schema=schema, looked_up=_looked_up())
    yield from proving.functions(schema, unfinished=UNFINISHED)
    yield from origins.functions(schema)
    yield legible.function()
    yield from showing.functions(schema)
    yield numbering.ASKED.format(schema=schema, done="")
    yield from (function for _, function in numbering.functions(schema))


def for_writers(schema: str) -> list[str]:
    """Name the functions that only those may call who may write."""
    return [turn.TAKEN, *(called for called, _ in numbering.functions(schema))]


def unguarded(connection: Connection) -> list[str]:
    """Name the guards that somebody took away."""
    return sorted({name for name, _ in triggers(connection)} - _standing(connection))


def _standing(connection: Connection) -> set[str]:
    """Name the triggers that stand, ours among them."""
    standing = text(
        "SELECT tgname FROM pg_trigger JOIN pg_class ON pg_class.oid = tgrelid "
        "WHERE relnamespace = current_schema()::regnamespace AND tgenabled IN ('O', 'A')"
    )
    return set(connection.scalars(standing))


def triggers(connection: Connection) -> Iterator[tuple[str, str]]:
    """Give the names of all guards, and what each is."""
    yield from _guards(parts(connection))
    yield from _AT_THE_END.items()


def _guards(parted: Mapping[str, Sequence[str]]) -> Iterator[tuple[str, str]]:
    """Give the triggers: their names, and what they are."""
    yield (
        "events_told",
        f"AFTER INSERT ON {events.name} FOR EACH ROW EXECUTE FUNCTION archive_tells()",
    )
    yield from proving.TRIGGERS.items()
    yield from origins.TRIGGERS.items()
    yield from legible.TRIGGERS.items()
    for table in metadata.tables.values():
        # A trigger of the whole is not asked where a partition is written to by its name.
        for each in (table.name, *parted.get(table.name, ())):
            yield from _of_history(table, each)
            for deed in _REFERRING.get(table, ()):
                yield (
                    f"{each}_refers_by_{deed.lower()}",
                    f"AFTER {deed} ON {each} REFERENCING NEW TABLE AS written "
                    f"FOR EACH STATEMENT {_asked(table)} EXECUTE FUNCTION archive_refers()",
                )


def _asked(table: Table) -> str:
    """What the database shows by itself refers to what the history did, which was asked."""
    return "WHEN (pg_trigger_depth() = 0)" if table is current_figures else ""


def _of_history(table: Table, each: str) -> Iterator[tuple[str, str]]:
    for deed in () if table is current_figures else ("UPDATE OR DELETE", "TRUNCATE"):
        yield (
            f"{each}_no_{deed.lower().replace(' ', '_')}",
            f"BEFORE {deed} ON {each} FOR EACH STATEMENT EXECUTE FUNCTION archive_is_append_only()",
        )


def parts(connection: Connection) -> dict[str, list[str]]:
    """Name the partitions of each table that has some."""
    found: dict[str, list[str]] = {}
    for whole, part in connection.execute(_PARTS, {"tables": list(metadata.tables)}):
        found.setdefault(whole, []).append(part)
    return found


_PARTS = text(
    "SELECT whole, relid::regclass::text FROM unnest(CAST(:tables AS text[])) AS whole, "
    "pg_partition_tree(whole::regclass) WHERE level > 0 ORDER BY 1, 2"
)
_APPEND_ONLY = """
CREATE OR REPLACE FUNCTION archive_is_append_only() RETURNS trigger LANGUAGE plpgsql AS
$$ BEGIN RAISE EXCEPTION 'the archive is append-only'; END $$
"""
_TELLING = f"""
CREATE OR REPLACE FUNCTION archive_tells() RETURNS trigger LANGUAGE plpgsql AS
$$ BEGIN PERFORM pg_notify('{CHANNEL}', NEW.id::text); RETURN NULL; END $$
"""
_NUMBERED = ",".join(table.name for table in metadata.tables.values() if "id" in table.c)
# Writers come one after the other: without gaps, as SQLite counts.
_NEXT = f"""
CREATE OR REPLACE FUNCTION archive_next(kind text) RETURNS integer LANGUAGE plpgsql AS
$$ DECLARE last integer; BEGIN
IF kind <> ALL ('{{{_NUMBERED}}}') THEN
  RAISE EXCEPTION 'no table of the archive: %', kind;
END IF;
EXECUTE format('SELECT max(id) FROM %I', kind) INTO last; RETURN coalesce(last, 0) + 1; END $$
"""  # noqa: S608 - the schema's own names
# Planned each time by how much was written. It looks past what the writer may see, as a foreign
# key does, and what it would find cannot go: that is refused.
_REFERS = """
CREATE OR REPLACE FUNCTION archive_refers() RETURNS trigger LANGUAGE plpgsql
SECURITY DEFINER SET search_path = {schema}, pg_temp AS $$
DECLARE missing text; BEGIN
EXECUTE $look$ {looked_up} LIMIT 1 $look$ INTO missing;
IF missing IS NOT NULL THEN
  RAISE EXCEPTION 'a figure refers to what is not there: %', missing
  USING ERRCODE = 'foreign_key_violation';
END IF;
RETURN NULL; END $$
"""


def _looked_up() -> str:
    every = [
        f"SELECT '{key.parent.name} ' || told FROM (SELECT DISTINCT {key.parent.name} AS told "  # noqa: S608 - the schema's own names
        f"FROM {_AMONG.get(key.parent.name, 'few')}) AS w WHERE NOT EXISTS "
        f"(SELECT FROM {key.column.table.name} AS there WHERE there.id = w.told)"
        for key in sorted(figures.foreign_keys, key=lambda key: key.parent.name)
        if key.parent.name != "series_id"  # which is looked up with its shelf
    ]
    return _GATHERED + " UNION ALL ".join((*every, _SHELF, _STATUS))


# What was written is gone through three times: what a return's figures share stands there once.
_GATHERED = (
    "WITH few AS MATERIALIZED "
    "(SELECT DISTINCT period_id, return_id, unit_id, sheet_id, status FROM written), "
    "subjects AS MATERIALIZED (SELECT DISTINCT series_id, detail FROM written) "
)
_AMONG = {"label_id": "written"}
_SHELF = (
    "SELECT CASE WHEN EXISTS (SELECT FROM series WHERE series.id = w.series_id) "
    "THEN 'detail ' || w.detail ELSE 'series_id ' || w.series_id END FROM subjects AS w "
    "WHERE NOT EXISTS (SELECT FROM series WHERE series.id = w.series_id AND "
    "series.detail = w.detail)"
)
_STATUS = f"SELECT 'status ' || status FROM few WHERE status NOT BETWEEN 0 AND {len(Status) - 1}"  # noqa: S608 - a number
