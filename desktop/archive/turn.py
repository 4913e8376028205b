"""The writers' turn at a server's archive: one has it at a time, and whoever waits learns who.

It is a lock that only the archive's own function takes, which only those may call who may write:
those that PostgreSQL gives to everybody (advisory locks) a mere reader could hold for ever.
"""

from __future__ import annotations

from datetime import datetime
from typing import Any

from desktop.figures.finding import Finding, Severity

TAKEN = "archive_turn()"
_MARK = "export-tracker, writing since "
_HELD_BY = "55P03"  # lock_not_available

# The mark stands where every account sees it (`pg_stat_activity`), as long as the turn is held.
FUNCTION = f"""
CREATE OR REPLACE FUNCTION {TAKEN} RETURNS void LANGUAGE plpgsql
SECURITY DEFINER SET search_path = {{schema}}, pg_temp AS $$
DECLARE holder text; BEGIN
LOCK TABLE alembic_version IN SHARE ROW EXCLUSIVE MODE;
PERFORM set_config('application_name',
  '{_MARK}' || to_char(clock_timestamp() AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"'), true);
EXCEPTION WHEN lock_not_available THEN
SELECT usename || ' ' || replace(application_name, '{_MARK}', '') INTO holder
  FROM pg_locks JOIN pg_stat_activity USING (pid)
  WHERE relation = 'alembic_version'::regclass AND granted AND mode <> 'AccessShareLock' LIMIT 1;
RAISE EXCEPTION 'somebody else is writing' USING ERRCODE = '{_HELD_BY}', DETAIL = holder;
END $$
"""  # noqa: S608 - our own words


def held(error: BaseException, about: str) -> Finding | None:
    """Say who has the turn, and since when, where an error tells that."""
    told: Any = getattr(error, "diag", None)
    if getattr(error, "sqlstate", None) != _HELD_BY or not (told and told.message_detail):
        return None
    who, _, since = told.message_detail.rpartition(" ")
    try:
        at = datetime.fromisoformat(since).astimezone()
    except ValueError:  # somebody who locked it by hand
        return None
    return Finding(
        Severity.ERROR, "archive_held", found=who, expected=f"{at:%H:%M:%S}", about=about
    )
