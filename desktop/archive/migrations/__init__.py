"""How an archive of any earlier version becomes one of this version (Alembic)."""
