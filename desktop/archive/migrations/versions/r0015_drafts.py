"""What drafts of earlier times alone speak of is their province's too, and rules are asked once."""

from __future__ import annotations

from alembic import op
from sqlalchemy import text

revision = "0015"
down_revision = "0014"
branch_labels = None
depends_on = None

_TABLE = (
    "CREATE TABLE IF NOT EXISTS office_drafted (kind text NOT NULL, id integer NOT NULL, "
    "return_id integer NOT NULL, PRIMARY KEY (kind, id, return_id))"
)
# What no other return than a draft uses. The history is gone through once, and only where there are
# drafts of which nothing was written down yet.
_HIDE = """
WITH drafts AS MATERIALIZED (
  SELECT id FROM returns WHERE province <> '' AND NOT EXISTS (
    SELECT FROM events WHERE return_id = returns.id AND kind IN ('imported', 'approved'))),
used AS MATERIALIZED (
  SELECT DISTINCT u.kind, u.id, f.return_id FROM figures f, LATERAL (VALUES
    ('series', f.series_id), ('terms', f.unit_id), ('terms', f.sheet_id), ('terms', f.label_id)
  ) AS u (kind, id) WHERE f.return_id IN (SELECT id FROM drafts)),
elsewhere AS MATERIALIZED (
  SELECT DISTINCT u.kind, u.id FROM figures f, LATERAL (VALUES
    ('series', f.series_id), ('terms', f.unit_id), ('terms', f.sheet_id), ('terms', f.label_id)
  ) AS u (kind, id)
  WHERE f.return_id NOT IN (SELECT id FROM drafts) AND EXISTS (SELECT FROM used)
    AND (u.kind, u.id) IN (SELECT kind, id FROM used))
INSERT INTO office_drafted
  SELECT kind, id, return_id FROM used WHERE (kind, id) NOT IN (SELECT kind, id FROM elsewhere)
  ON CONFLICT DO NOTHING
"""


def upgrade() -> None:
    """Write down the names of drafts that were submitted before such names were kept apart."""
    connection = op.get_bind()
    if connection.dialect.name == "sqlite":
        op.execute(f"PRAGMA user_version = {int(revision)}")
        return
    if connection.scalar(text("SELECT to_regclass('office_members') IS NOT NULL")):
        op.execute(_TABLE)
        op.execute(_HIDE)
