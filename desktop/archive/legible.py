"""Rows that say what an office wants: each can be read by all who ask for it, or is not written.

Everybody's page is made of every target, path, silence and note. One that nobody can read, which
this program never writes, would stop them all: a server's database takes none, from whoever it
comes, and of one that stands there already its table and number are told. A scenario or a layout
stands by itself: one that cannot be read is left out, and told by the check.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from contextlib import suppress
from typing import Any, TypeVar

from desktop.archive.proving import LAST_YEAR, quoted
from desktop.archive.refusals import refused
from desktop.figures import layout_files, scenario_files
from desktop.figures.directions import NameKind
from desktop.figures.finding import Finding, Refused
from desktop.figures.month import MONTHS_PER_YEAR, Month
from desktop.figures.phasing import Phasing
from desktop.figures.series import Flow
from desktop.figures.share_typing import MOST_TET_DAYS
from desktop.figures.target import TargetMeasure
from desktop.figures.warning_rules import Rule

_Read = TypeVar("_Read")

_FAULTS = (ValueError, TypeError, LookupError, AttributeError, ArithmeticError, RecursionError)

LONGEST_SHARE = 1000
"""Characters of a share of a path; no number of more digits than 4,300 is read at all."""
_LEGIBLE = r"""
CREATE OR REPLACE FUNCTION archive_is_legible() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE r jsonb := to_jsonb(NEW); b jsonb; good boolean; BEGIN
IF archive_is_copied() THEN RETURN NEW; END IF;
CASE TG_TABLE_NAME
WHEN 'targets' THEN
  good := r->>'flow' IN ({flows}) AND r->>'measure' IN ({measures})
    AND (r->>'year')::integer BETWEEN 1 AND {last_year} - 1
    AND (r->>'first_month')::integer BETWEEN 1 AND {months}
    AND (r->>'months')::integer BETWEEN 1 AND {months}
    AND NOT EXISTS (SELECT FROM unnest(ARRAY[r->>'issued_on', r->>'base_as_of']) AS day
                    WHERE NOT archive_is_day(day));
WHEN 'path_choices' THEN
  b := (r->>'body')::jsonb;
  good := r->>'flow' IN ({flows})
    AND (r->>'first_month')::integer BETWEEN {first} AND {last}
    AND (r->>'last_month')::integer BETWEEN {first} AND {last}
    AND b->>'phasing' IN ({phasings}) AND jsonb_typeof(b->'with_exceptional') = 'boolean'
    AND jsonb_typeof(b->'shares') = 'array' AND jsonb_typeof(b->'holiday_days') = 'array'
    AND NOT EXISTS (SELECT FROM jsonb_array_elements_text(b->'shares') AS share
                    WHERE (share ~ '^-?[0-9]+(/0*[1-9][0-9]*)?$' AND length(share) <= {longest})
                      IS NOT TRUE)
    AND NOT EXISTS (SELECT FROM jsonb_array_elements(b->'holiday_days') AS pair
                    WHERE (pair::text ~ '^\[[0-9]{{1,2}}, [0-9]{{1,2}}\]$'
                      AND (pair->>0)::integer BETWEEN 1 AND {months}
                      AND (pair->>1)::integer <= {most_days}) IS NOT TRUE);
WHEN 'silences' THEN
  good := r->>'rule' IN ({rules})
    AND (r->>'first_month')::integer BETWEEN {first} AND {last}
    AND (r->>'last_month')::integer BETWEEN {first} AND {last};
WHEN 'decisions' THEN
  good := r->>'kind' IN ({kinds});
WHEN 'scenarios' THEN
  b := (r->>'body')::jsonb;
  good := b->>'format' = '{scenario}' AND jsonb_typeof(b->'shocks') = 'array';
WHEN 'layouts' THEN
  b := (r->>'body')::jsonb;
  good := b->>'format' = '{layout}' AND jsonb_typeof(b->'plans') = 'array';
ELSE
  good := archive_is_day(r->>'day');
END CASE;
IF good IS NOT TRUE THEN
  RAISE EXCEPTION 'a row of % that nobody can read', TG_TABLE_NAME
  USING ERRCODE = 'insufficient_privilege';
END IF;
RETURN NEW; END $$
"""
_TABLES = (
    "targets", "path_choices", "silences", "notes", "decisions", "scenarios", "layouts",
)  # fmt: skip
TRIGGERS = {
    f"{table}_legible": f"BEFORE INSERT ON {table} FOR EACH ROW EXECUTE FUNCTION "
    "archive_is_legible()"
    for table in _TABLES
}


def function() -> str:
    """Give what makes the function that a server asks of every such row."""
    return _LEGIBLE.format(
        flows=quoted(Flow), measures=quoted(TargetMeasure), phasings=quoted(Phasing),
        rules=quoted(Rule), kinds=quoted(NameKind), most_days=MOST_TET_DAYS,
        longest=LONGEST_SHARE, months=MONTHS_PER_YEAR, last_year=LAST_YEAR,
        scenario=scenario_files.FORMAT, layout=layout_files.FORMAT,
        first=Month(1, 1).ordinal, last=Month(LAST_YEAR, MONTHS_PER_YEAR).ordinal,
    )  # fmt: skip


def each(table: str, rows: Iterable[Any], make: Callable[[Any], _Read]) -> list[_Read]:
    """Make something of every row; `Refused` names the first of which nothing can be made."""
    made: list[_Read] = []
    for row in rows:
        try:
            made.append(make(row))
        except _FAULTS as fault:
            raise _unreadable(table, row) from fault
    return made


def those(rows: Iterable[Any], make: Callable[[Any], _Read]) -> Iterator[_Read]:
    """Make something of every row that can be read; the others are left out."""
    for row in rows:
        with suppress(*_FAULTS):
            yield make(row)


def others(table: str, rows: Iterable[Any], make: Callable[[Any], object]) -> Iterator[Finding]:
    """Name the rows of which nothing can be made."""
    for row in rows:
        try:
            make(row)
        except _FAULTS:
            yield from _unreadable(table, row).findings


def _unreadable(table: str, row: Any) -> Refused:
    return refused("row_unreadable", row.id, found=table)
