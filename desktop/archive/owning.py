"""Whose a server's archive is, also where somebody gave a single table of it away."""

from __future__ import annotations

_TOLD_BY = ("alembic_version", "events", "figures", "originals", "returns")
_NAMED = ", ".join(f"'{name}'" for name in _TOLD_BY)
OWNER = (
    "SELECT tableowner FROM pg_tables "  # noqa: S608 - our own names
    f"WHERE schemaname = current_schema() AND tablename IN ({_NAMED}) "
    "GROUP BY tableowner ORDER BY count(*) DESC, tableowner LIMIT 1"
)
"""SQL that names the account that owns most of what tells of it; nothing where there is none."""
