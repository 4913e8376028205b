"""Alembic's door: runs the steps inside the transaction that `opening` has begun."""

from __future__ import annotations

from alembic import context

from desktop.archive.schema import metadata

context.configure(
    connection=context.config.attributes["connection"],
    target_metadata=metadata,
    # SQLite's schema changes are part of a transaction too, which Alembic does not presume.
    transactional_ddl=True,
)
with context.begin_transaction():
    context.run_migrations()
