"""Warnings may be silenced for a while, and an office has rules of its own."""

from __future__ import annotations

from typing import Any

import sqlalchemy as sa
from alembic import op

revision = "0006"
down_revision = "0005"
branch_labels = None
depends_on = None

_CODE = sa.Text().with_variant(sa.Text(collation="C"), "postgresql")
_STRICT: dict[str, Any] = {"sqlite_strict": True}
_APPENDED = ("silences", "rule_sets")


def upgrade() -> None:
    """Add both tables and their events."""
    _table("silences", _text("rule"), _text("subject"), _count("first_month"),
           _count("last_month"), _text("reason"))  # fmt: skip
    _table("rule_sets", _text("body"))
    for table in _APPENDED:
        column = f"{table.removesuffix('s')}_id"
        # Written out: Alembic adds no column with a foreign key on SQLite, which itself does.
        op.execute(
            f"ALTER TABLE events ADD COLUMN {column} INTEGER "
            f"CONSTRAINT fk_events_{column} REFERENCES {table} (id)"
        )
    if op.get_bind().dialect.name == "sqlite":
        _guards()
        op.execute("PRAGMA user_version = 6")


def _table(name: str, *columns: sa.Column[Any]) -> None:
    key = sa.PrimaryKeyConstraint("id", name=f"pk_{name}")
    op.create_table(name, sa.Column("id", sa.Integer), *columns, key, **_STRICT)


def _text(name: str) -> sa.Column[str]:
    return sa.Column(name, _CODE, nullable=False)


def _count(name: str) -> sa.Column[int]:
    return sa.Column(name, sa.Integer, nullable=False)


def _guards() -> None:
    """Let the database itself refuse to change or delete what was written."""
    for table in _APPENDED:
        for deed in ("UPDATE", "DELETE"):
            op.execute(
                f"CREATE TRIGGER {table}_no_{deed.lower()} BEFORE {deed} ON {table} "
                f"BEGIN SELECT RAISE(ABORT, 'the archive is append-only'); END"
            )
