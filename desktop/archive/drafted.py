"""What only a draft speaks of: names of rows, sheets and series that other provinces do not see.

Texts and series are numbered once for all returns. Those that a province's draft is the first to
use are written down here, with each return that uses them, until one of these may be seen. A
province uses what it has named, and no number that it guessed.
"""

from __future__ import annotations

from collections.abc import Iterator

from desktop.archive.numbering import ASKED

TABLE = "office_drafted"
_KINDS = ("series", "terms")
_USED = {"series_id": "series", "unit_id": "terms", "sheet_id": "terms", "label_id": "terms"}

_COMES = f"""
CREATE OR REPLACE FUNCTION archive_drafted() RETURNS trigger LANGUAGE plpgsql
SECURITY DEFINER SET search_path = {{schema}}, pg_temp AS $$ BEGIN
IF archive_province() <> '' THEN
  INSERT INTO {TABLE} SELECT TG_TABLE_NAME, id, 0 FROM written;
END IF;
RETURN NULL; END $$
"""  # noqa: S608 - our own names
_ASKED = f"""
IF archive_province() <> '' THEN
  INSERT INTO {TABLE} SELECT of, n, own.id FROM unnest(numbers) AS n, (
    SELECT max(id) AS id FROM returns
    WHERE province = archive_province() AND id > archive_last_told()) AS own
  WHERE own.id IS NOT NULL AND EXISTS (SELECT FROM {TABLE} WHERE kind = of AND id = n)
  ON CONFLICT DO NOTHING;
END IF;
"""  # noqa: S608 - our own names
_IS_USED = f"""
CREATE OR REPLACE FUNCTION archive_used() RETURNS trigger LANGUAGE plpgsql
SECURITY DEFINER SET search_path = {{schema}}, pg_temp AS $$ BEGIN
IF NOT EXISTS (SELECT FROM {TABLE}) THEN RETURN NULL; END IF;
IF archive_province() <> '' AND EXISTS (
  SELECT FROM ({{used}}) AS u JOIN (
    SELECT 'terms' AS kind, archive_hidden('terms') AS id
    UNION ALL SELECT 'series', archive_hidden('series')) AS h USING (kind, id))
THEN
  RAISE EXCEPTION 'a figure speaks of what only another''s draft does'
  USING ERRCODE = 'insufficient_privilege';
END IF;
INSERT INTO {TABLE} SELECT kind, id, return_id FROM ({{used}}) AS u
  WHERE EXISTS (SELECT FROM {TABLE} d WHERE d.kind = u.kind AND d.id = u.id)
  ON CONFLICT DO NOTHING;
RETURN NULL; END $$
"""  # noqa: S608 - our own names
_HIDDEN = f"""
CREATE OR REPLACE FUNCTION archive_hidden(asked text) RETURNS SETOF integer LANGUAGE sql STABLE
SECURITY DEFINER SET search_path = {{schema}}, pg_temp AS $$
SELECT d.id FROM {TABLE} d LEFT JOIN returns r ON r.id = d.return_id
  AND (r.province = archive_province() OR r.id NOT IN (SELECT archive_drafts()))
WHERE d.kind = asked GROUP BY d.id HAVING count(r.id) = 0 $$
"""  # noqa: S608 - our own names


def table(schema: str) -> str:
    """Give what makes the table."""
    return (
        f"CREATE TABLE IF NOT EXISTS {schema}.{TABLE} (kind text NOT NULL, id integer NOT NULL, "
        "return_id integer NOT NULL, PRIMARY KEY (kind, id, return_id))"
    )


def functions(schema: str) -> Iterator[str]:
    """Give what makes the functions that keep the table."""
    used = " UNION ".join(
        f"SELECT '{kind}' AS kind, {column} AS id, return_id FROM written"  # noqa: S608 - our own names
        for column, kind in _USED.items()
    )
    for function in (_COMES, _IS_USED, _HIDDEN):
        yield function.format(schema=schema, used=used)
    yield ASKED.format(schema=schema, done=_ASKED)


def triggers() -> Iterator[str]:
    """Give what makes the triggers that keep the table."""
    for of, function in (*((kind, "archive_drafted") for kind in _KINDS),
                            ("figures", "archive_used")):  # fmt: skip
        yield (
            f"CREATE OR REPLACE TRIGGER {of}_drafted AFTER INSERT ON {of} "
            "REFERENCING NEW TABLE AS written "
            f"FOR EACH STATEMENT EXECUTE FUNCTION {function}()"
        )
