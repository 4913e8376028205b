"""What officials taught is kept: names, layouts; and returns say what they brought and cover."""

from __future__ import annotations

from typing import Any

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None

_CODE = sa.Text().with_variant(sa.Text(collation="C"), "postgresql")
_STRICT: dict[str, Any] = {"sqlite_strict": True}
_APPENDED = ("decisions", "layouts")
_ABOUT_RETURNS = ("first_month", "last_month", "new_figures", "changed_figures")


def upgrade() -> None:
    """Add both tables, their events, and four counts; of returns that are in none is known."""
    _tables()
    for table in _APPENDED:
        column = f"{table.removesuffix('s')}_id"
        # Written out: Alembic adds no column with a foreign key on SQLite, which itself does.
        op.execute(
            f"ALTER TABLE events ADD COLUMN {column} INTEGER "
            f"CONSTRAINT fk_events_{column} REFERENCES {table} (id)"
        )
    for name in _ABOUT_RETURNS:
        op.add_column("returns", sa.Column(name, sa.Integer))
    if op.get_bind().dialect.name == "sqlite":
        _guards()
        op.execute("PRAGMA user_version = 3")


def _tables() -> None:
    op.create_table(
        "decisions",
        sa.Column("id", sa.Integer),
        *(_column(n) for n in ("sender", "kind", "flow", "name_key", "label", "code")),
        *(_column(n) for n in ("decided_at", "decided_by")),
        sa.PrimaryKeyConstraint("id", name="pk_decisions"),
        **_STRICT,
    )
    op.create_table(
        "layouts",
        sa.Column("id", sa.Integer),
        *(_column(n) for n in ("name", "sender", "body", "made_at", "made_by")),
        sa.PrimaryKeyConstraint("id", name="pk_layouts"),
        **_STRICT,
    )


def _column(name: str) -> sa.Column[str]:
    return sa.Column(name, _CODE, nullable=False)


def _guards() -> None:
    """Let the database itself refuse to change or delete what was written."""
    for table in _APPENDED:
        for deed in ("UPDATE", "DELETE"):
            op.execute(
                f"CREATE TRIGGER {table}_no_{deed.lower()} BEFORE {deed} ON {table} "
                f"BEGIN SELECT RAISE(ABORT, 'the archive is append-only'); END"
            )
