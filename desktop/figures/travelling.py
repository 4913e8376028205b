"""Frozen records that travel between processes by the thousand: as their values, at once."""

from __future__ import annotations

from dataclasses import fields
from operator import attrgetter
from typing import Any, TypeVar

_Record = TypeVar("_Record")


def travelling(record: type[_Record]) -> type[_Record]:
    """Let a frozen dataclass be sent as its values; else each would be asked for by its name.

    What arrives is made by its constructor.
    """
    names = [field.name for field in fields(record)]  # type: ignore[arg-type]  # it is a dataclass
    values = attrgetter(*names)

    def reduced(self: _Record) -> tuple[type[_Record], tuple[Any, ...]]:
        return record, values(self)

    record.__reduce__ = reduced  # type: ignore[method-assign, assignment]  # before any is made
    return record
