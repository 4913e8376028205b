"""Codes: enumerations of texts whose values are asked for figure by figure."""

from __future__ import annotations

from enum import StrEnum
from operator import attrgetter


class Coded(StrEnum):
    """A code; its `value`, which the standard library looks for in two calls, is had at once."""


Coded.value = property(attrgetter("_value_"))  # type: ignore[method-assign, assignment]  # quicker
