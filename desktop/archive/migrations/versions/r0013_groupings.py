"""An office's own groupings of items and markets are kept in the archive."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0013"
down_revision = "0012"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Add the table and its events; so far each desk kept its own, in a file."""
    op.create_table(
        "grouping_sets",
        sa.Column("id", sa.Integer),
        sa.Column(
            "body", sa.Text().with_variant(sa.Text(collation="C"), "postgresql"), nullable=False
        ),
        sa.PrimaryKeyConstraint("id", name="pk_grouping_sets"),
        sqlite_strict=True,
    )
    # Written out: Alembic adds no column with a foreign key on SQLite, which itself does.
    op.execute(
        "ALTER TABLE events ADD COLUMN grouping_set_id INTEGER "
        "CONSTRAINT fk_events_grouping_set_id REFERENCES grouping_sets (id)"
    )
    if op.get_bind().dialect.name == "sqlite":
        for deed in ("UPDATE", "DELETE"):  # the database itself refuses to change what was written
            op.execute(
                f"CREATE TRIGGER grouping_sets_no_{deed.lower()} BEFORE {deed} ON grouping_sets "
                f"BEGIN SELECT RAISE(ABORT, 'the archive is append-only'); END"
            )
        op.execute(f"PRAGMA user_version = {int(revision)}")
