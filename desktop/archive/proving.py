"""What a server's database asks of what is written: originals that prove their names, told returns.

An original stands under the hash of what it holds, or not at all; so the server keeps originals as
zlib writes what it does not compress, and compresses them in its own way. An original, a return, a
target or whatever else that no event tells of at the end of a transaction is not kept either.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import fields

from desktop.archive.originals import PACKING
from desktop.archive.schema import events
from desktop.figures.finding import Finding, Severity
from desktop.figures.month import Month
from desktop.figures.reading import DateOrigin

# A year of five digits and `infinity` are dates to the server, and to nobody else.
_DAY = """
CREATE OR REPLACE FUNCTION archive_is_day(day text) RETURNS boolean LANGUAGE plpgsql
IMMUTABLE STRICT AS $$ BEGIN
RETURN day ~ '^[0-9]{4}-[0-9]{2}-[0-9]{2}$' AND to_char(day::date, 'YYYY-MM-DD') = day; END $$
"""
_COPIED = """
CREATE OR REPLACE FUNCTION archive_is_copied() RETURNS boolean LANGUAGE sql STABLE
SECURITY DEFINER SET search_path = {schema}, pg_temp AS $$
SELECT EXISTS (SELECT FROM alembic_version WHERE version_num = '{unfinished}')
  AND pg_has_role(session_user, current_user, 'member') $$
"""
# RFC 1950 and 1951: two bytes, blocks of a byte, a length, its complement and so many bytes, and
# four bytes of a sum that nothing rests on, since the hash does.
_PLAIN = r"""
CREATE OR REPLACE FUNCTION archive_plain(body bytea) RETURNS bytea LANGUAGE plpgsql
IMMUTABLE STRICT AS $$
DECLARE place integer := 2; long integer; last boolean; pieces bytea[]; BEGIN
IF substring(body FOR 2) <> '\x7801'::bytea THEN RETURN NULL; END IF;
LOOP
  last := get_byte(body, place) = 1;
  long := get_byte(body, place + 1) + 256 * get_byte(body, place + 2);
  IF get_byte(body, place) > 1
    OR long + get_byte(body, place + 3) + 256 * get_byte(body, place + 4) <> 65535
  THEN RETURN NULL; END IF;
  pieces := pieces || substring(body FROM place + 6 FOR long);
  place := place + 5 + long;
  EXIT WHEN last;
END LOOP;
IF octet_length(body) <> place + 4 THEN RETURN NULL; END IF;
RETURN (SELECT string_agg(piece, ''::bytea ORDER BY turn)
        FROM unnest(pieces) WITH ORDINALITY AS p (piece, turn));
END $$
"""
_PROVES = """
CREATE OR REPLACE FUNCTION archive_proves() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN
IF NOT archive_is_copied() AND (NEW.packing <> '{packing}'
  OR encode(sha256(archive_plain(NEW.body)), 'hex') IS DISTINCT FROM NEW.content_hash)
THEN
  RAISE EXCEPTION 'an original under a name that is not its own'
  USING ERRCODE = 'insufficient_privilege';
END IF;
RETURN NEW; END $$
"""
# Whoever lists the returns reads this of each: one that nobody can read would stop them all.
_READABLE = """
CREATE OR REPLACE FUNCTION archive_is_readable() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN
IF NOT archive_is_copied() AND NOT (
  archive_is_day(NEW.reported_on)
  AND NEW.date_origin IN ({origins})
  AND NOT EXISTS (
    SELECT FROM unnest(ARRAY[NEW.month, NEW.first_month, NEW.last_month]) AS m
    WHERE m NOT BETWEEN {first} AND {last})
  AND NOT EXISTS (
    SELECT FROM jsonb_array_elements(NEW.findings::jsonb) AS f
    WHERE f - ARRAY[{fields}] <> '{{}}' OR NOT f ?& ARRAY[{fields}]
      OR f->>'severity' NOT IN ({severities})))
THEN
  RAISE EXCEPTION 'a return that no list can tell of' USING ERRCODE = 'insufficient_privilege';
END IF;
RETURN NEW; END $$
"""
_TOLD = """
CREATE OR REPLACE FUNCTION archive_is_told() RETURNS trigger LANGUAGE plpgsql
SECURITY DEFINER SET search_path = {schema}, pg_temp AS $$
DECLARE told boolean := archive_is_copied(); BEGIN
IF told THEN RETURN NULL;
ELSIF TG_TABLE_NAME = 'originals' THEN
  told := EXISTS (SELECT FROM returns WHERE content_hash = NEW.content_hash);
{each}END IF;
IF NOT told THEN
  RAISE EXCEPTION 'nothing tells of what was written to %', TG_TABLE_NAME
  USING ERRCODE = 'insufficient_privilege';
END IF;
RETURN NULL; END $$
"""
# The newest events are looked at first, among which it is: of returns alone there is an index.
_OF_ONE = """ELSIF TG_TABLE_NAME = '{table}' THEN
  told := EXISTS (SELECT FROM (
    SELECT {column} AS about FROM events ORDER BY id DESC OFFSET 0) AS e WHERE about = NEW.id);
"""
_OF_RETURNS = """ELSIF TG_TABLE_NAME = 'returns' THEN
  told := EXISTS (SELECT FROM events WHERE return_id = NEW.id);
"""
_TOLD_OF = {
    key.column.table.name: key.parent.name
    for key in sorted(events.foreign_keys, key=lambda key: key.parent.name)
}
"""By which column events tell of what stands in each table."""

TRIGGERS = {
    "returns_readable": "BEFORE INSERT ON returns FOR EACH ROW EXECUTE FUNCTION "
    "archive_is_readable()",
    "originals_proven": "BEFORE INSERT ON originals FOR EACH ROW EXECUTE FUNCTION archive_proves()",
    "events_follow": "BEFORE INSERT ON events FOR EACH ROW EXECUTE FUNCTION archive_follows()",
    "events_shown": "AFTER INSERT ON events FOR EACH ROW EXECUTE FUNCTION archive_shows()",
}
AT_THE_END = {
    f"{table}_told": f"AFTER INSERT ON {table} DEFERRABLE INITIALLY DEFERRED "
    "FOR EACH ROW EXECUTE FUNCTION archive_is_told()"
    for table in ("originals", *_TOLD_OF)
}
"""Triggers that are asked at the end of a transaction."""


def functions(schema: str, *, unfinished: str) -> Iterator[str]:
    """Give what makes the functions, each after those that it calls."""
    yield _COPIED.format(schema=schema, unfinished=unfinished)
    yield _DAY
    yield _PLAIN
    yield _PROVES.format(packing=PACKING)
    yield _READABLE.format(
        origins=quoted(DateOrigin), severities=quoted(Severity),
        fields=quoted(field.name for field in fields(Finding)),
        first=Month(1, 1).ordinal, last=Month(LAST_YEAR, 12).ordinal,
    )  # fmt: skip
    each = (
        _OF_RETURNS if table == "returns" else _OF_ONE.format(table=table, column=column)
        for table, column in _TOLD_OF.items()
    )
    yield _TOLD.format(schema=schema, each="".join(each))


LAST_YEAR = 9999
"""The last that a date can have."""


def quoted(words: Iterable[str]) -> str:
    """Write words as a list of texts in SQL."""
    return ", ".join(f"'{word}'" for word in words)
