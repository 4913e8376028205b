"""Growth and structure as JSON: the results' own names, US dollars, fractions, ISO months."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import fields, is_dataclass
from enum import Enum
from typing import Any

from desktop.analysis.inside_results import Apart
from desktop.analysis.structure_results import Bridge, Detail, Structure, StructureWithin
from desktop.analysis.structure_view import BalanceMonth
from desktop.cli.inside_out import difference_json
from desktop.figures.month import Month
from desktop.figures.vintage import Vintage
from desktop.figures.wording import LANGUAGES

_BY_LANGUAGE = "notes"


def structure_json(
    told: Structure | StructureWithin | Detail | Bridge | BalanceMonth,
) -> dict[str, Any]:
    """Give every field by its name; None is "not known", and `reason` says why."""
    return {f.name: _plain(getattr(told, f.name)) for f in fields(told)}


def vintage_json(vintage: Vintage) -> dict[str, Any]:
    """Give a vintage by its names, in ISO 8601; None counts everything."""
    as_of, known_by = (d and d.isoformat() for d in (vintage.as_of, vintage.known_by))
    return {"as_of": as_of, "first_release": vintage.first_release, "known_by": known_by}


_TOLD: dict[type, Callable[[Any], Any]] = {
    Enum: lambda named: named.value,
    Month: str,
    Vintage: vintage_json,
    Apart: lambda apart: difference_json(apart.found),
}


def _plain(value: Any) -> Any:
    for kind, write in _TOLD.items():
        if isinstance(value, kind):
            return write(value)
    if isinstance(value, Mapping):
        return {name: _plain(one) for name, one in value.items()}
    named = [f.name for f in fields(value)] if is_dataclass(value) else []
    if names := named or list(getattr(value, "_fields", [])):
        told = {name: _plain(getattr(value, name)) for name in names}
        if _BY_LANGUAGE in told:
            told[_BY_LANGUAGE] = dict(zip(LANGUAGES, told[_BY_LANGUAGE], strict=True))
        return told
    if isinstance(value, Sequence) and not isinstance(value, str):
        return [_plain(one) for one in value]
    return value
