"""Statements that make what a server keeps: sent to it together, however many they are.

An archive's guards and rights are some hundreds of statements, of which none asks for anything.
One after the other each would wait for its way there and back.
"""

from __future__ import annotations

from collections.abc import Iterable

from sqlalchemy import Connection


def do(connection: Connection, statements: Iterable[str]) -> None:
    """Have a server do statements that take no values, in their order, all or none."""
    if said := ";\n".join(statements):
        connection.exec_driver_sql(said.replace("%", "%%"))
