"""A database server of the tests' own, where PostgreSQL is on the machine."""
