"""Officials note events on their days."""

from __future__ import annotations

from typing import Any

import sqlalchemy as sa
from alembic import op

revision = "0010"
down_revision = "0009"
branch_labels = None
depends_on = None

_CODE = sa.Text().with_variant(sa.Text(collation="C"), "postgresql")
_STRICT: dict[str, Any] = {"sqlite_strict": True}


def upgrade() -> None:
    """Add the table and its events; so far nothing was noted."""
    op.create_table(
        "notes",
        sa.Column("id", sa.Integer),
        *(sa.Column(name, _CODE, nullable=False) for name in ("day", "body", "shipped")),
        sa.PrimaryKeyConstraint("id", name="pk_notes"),
        **_STRICT,
    )
    # Written out: Alembic adds no column with a foreign key on SQLite, which itself does.
    op.execute(
        "ALTER TABLE events ADD COLUMN note_id INTEGER "
        "CONSTRAINT fk_events_note_id REFERENCES notes (id)"
    )
    if op.get_bind().dialect.name == "sqlite":
        for deed in ("UPDATE", "DELETE"):  # the database itself refuses to change what was written
            op.execute(
                f"CREATE TRIGGER notes_no_{deed.lower()} BEFORE {deed} ON notes "
                f"BEGIN SELECT RAISE(ABORT, 'the archive is append-only'); END"
            )
        op.execute("PRAGMA user_version = 10")
