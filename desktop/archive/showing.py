"""What a server's archive shows: the database itself keeps it in step, by each event as it comes.

Nobody writes the table of current figures: that a return counts, or no more, is told by an event,
and what is shown changes with it. So one is never without the other.
"""

from __future__ import annotations

from sqlalchemy import ARRAY, Integer, literal_column
from sqlalchemy.sql import ClauseElement

from desktop.archive import precedence
from desktop.archive.chronicle import Deed
from desktop.archive.numbering import SPOKEN

_COUNTING = (Deed.IMPORTED, Deed.RESTORED, Deed.APPROVED)
_FIRST = (Deed.IMPORTED, Deed.SUBMITTED)
_OF_RETURNS = (*_COUNTING, Deed.SUBMITTED, Deed.REJECTED, Deed.WITHDRAWN)

# What is copied from another archive, which nobody can open meanwhile, happened there.
_FOLLOWS = """
CREATE OR REPLACE FUNCTION archive_follows() RETURNS trigger LANGUAGE plpgsql
SECURITY DEFINER SET search_path = {schema}, pg_temp AS $$
DECLARE before text; BEGIN
IF archive_is_copied() THEN RETURN NEW; END IF;
IF NEW.kind IN ({of_returns}) THEN
  SELECT kind INTO before FROM events WHERE return_id = NEW.return_id ORDER BY id DESC LIMIT 1;
  IF NEW.return_id IS NOT NULL AND (CASE
    WHEN NEW.kind IN ({first}) THEN before IS NULL
    WHEN NEW.kind IN ({decided}) THEN before = '{submitted}'
    WHEN NEW.kind = '{withdrawn}' THEN before IN ({counting})
    ELSE before NOT IN ({counting}) END)
  THEN RETURN NEW; END IF;
ELSIF NEW.kind IN ({others}) AND NEW.return_id IS NULL THEN RETURN NEW;
END IF;
RAISE EXCEPTION 'no % of what is %', NEW.kind, before USING ERRCODE = 'insufficient_privilege';
END $$
"""
_SHOWS = """
CREATE OR REPLACE FUNCTION archive_shows() RETURNS trigger LANGUAGE plpgsql
SECURITY DEFINER SET search_path = {schema}, pg_temp AS $$
DECLARE shelves integer[]; BEGIN
IF archive_is_copied() THEN RETURN NULL; END IF;
IF NEW.kind IN ({counting}) THEN
  EXECUTE $now$ {enter} $now$ USING NEW.return_id;
ELSIF NEW.kind = '{withdrawn}' THEN
  shelves := ARRAY(SELECT DISTINCT detail FROM figures WHERE return_id = NEW.return_id);
  {leave}
END IF;
RETURN NULL; END $$
"""


def functions(schema: str) -> tuple[str, str]:
    """Give what makes the functions: what may follow on what, and what is shown then."""
    others = [deed for deed in Deed if deed not in _OF_RETURNS]
    told = {
        "schema": schema, "counting": _quoted(*_COUNTING), "first": _quoted(*_FIRST),
        "of_returns": _quoted(*_OF_RETURNS), "others": _quoted(*others),
        "decided": _quoted(Deed.APPROVED, Deed.REJECTED),
        "submitted": Deed.SUBMITTED.value, "withdrawn": Deed.WITHDRAWN.value,
    }  # fmt: skip
    number = literal_column("$1", Integer)
    # Planned with the shelves at hand: else all partitions are looked through for a few figures.
    shelves = literal_column("$2", ARRAY(Integer))
    leave = "\n  ".join(
        f"EXECUTE $now$ {_sql(one)} $now$ USING NEW.return_id, shelves;"
        for one in precedence.leaving("postgresql", number, shelves)
    )
    enter = _sql(precedence.entering("postgresql", number))
    return _FOLLOWS.format(**told), _SHOWS.format(**told, enter=enter, leave=leave)


def _quoted(*deeds: Deed) -> str:
    return ", ".join(f"'{deed.value}'" for deed in deeds)


def _sql(statement: ClauseElement) -> str:
    written = statement.compile(dialect=SPOKEN, compile_kwargs={"literal_binds": True})
    return str(written).replace("%%", "%")
