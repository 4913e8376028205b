"""Layouts and directions as text (JSON): kept in an archive, sent from office to office.

A layout is a `LearnedLayout`, directions are what is said of one file (`Directions`, without its
password). Each begins with its format and the number of its form; CONTRIBUTING.md describes both.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import asdict, fields
from typing import Any

from desktop.figures.directions import (
    CellAnswer,
    ColumnPlan,
    ColumnRole,
    Directions,
    LearnedLayout,
    TablePlan,
)
from desktop.figures.json_texts import parsed

FORMAT = "export-target-tracker layout 1"
"""First entry of such a text: what it is, and the number of its form."""
NO_LAYOUT, NEWER = "no layout of this program", "a newer form"
"""What `layout_from_json` says of a text that begins otherwise."""
DIRECTIONS_FORMAT = "export-target-tracker directions 1"


def layout_to_json(layout: LearnedLayout) -> str:
    """Write a layout; the archive's number is not part of it."""
    entries = {name: value for name, value in asdict(layout).items() if name != "number"}
    return json.dumps({"format": FORMAT, **entries}, ensure_ascii=False, indent=1)


def layout_from_json(text: str) -> LearnedLayout:
    """Read what `layout_to_json` wrote; raises `ValueError` for anything else."""
    entries = parsed(text)
    form = entries.pop("format", None) if isinstance(entries, dict) else None
    if form != FORMAT:
        raise ValueError(NEWER if _is_newer(form) else NO_LAYOUT)
    plans = tuple(_plan(_object(plan)) for plan in _array(entries.pop("plans", None)))
    return LearnedLayout(**_fitting(LearnedLayout, entries), plans=plans)


def _is_newer(form: object) -> bool:
    """Say whether a text is a layout in a form that came after ours."""
    kind, _, ours = FORMAT.rpartition(" ")
    named, _, number = form.rpartition(" ") if isinstance(form, str) else ("", "", "")
    return named == kind and number.isdecimal() and int(number) > int(ours)


def directions_to_json(directions: Directions) -> str:
    """Write what is said of one file; its password is never part of it."""
    entries = {name: value for name, value in asdict(directions).items() if name != "password"}
    return json.dumps({"format": DIRECTIONS_FORMAT, **entries}, ensure_ascii=False, indent=1)


def directions_from_json(text: str) -> Directions:
    """Read what `directions_to_json` wrote; raises `ValueError` that says what is wrong."""
    entries = parsed(text)
    if not isinstance(entries, dict) or entries.pop("format", None) != DIRECTIONS_FORMAT:
        raise ValueError(f"format is not {DIRECTIONS_FORMAT!r}")
    plans = tuple(_plan(_object(plan)) for plan in _array(entries.pop("plans", [])))
    answers = tuple(
        CellAnswer(**_fitting(CellAnswer, _object(answer)))
        for answer in _array(entries.pop("answers", []))
    )
    if "password" in entries:
        raise ValueError("password")
    return Directions(**_fitting(Directions, entries), plans=plans, answers=answers)


def _plan(entries: dict[str, Any]) -> TablePlan:
    columns = tuple(_column(_object(c)) for c in _array(entries.pop("columns", [])))
    rows = _array(entries.pop("left_out_rows", []))
    if not all(type(row) is int for row in rows):
        raise ValueError("left_out_rows")
    names = _array(entries.pop("left_out_names", []))
    if not all(type(name) is str for name in names):
        raise ValueError("left_out_names")
    fitting = _fitting(TablePlan, entries)
    return TablePlan(
        **fitting, columns=columns, left_out_rows=tuple(rows), left_out_names=tuple(names)
    )


def _column(entries: dict[str, Any]) -> ColumnPlan:
    role = ColumnRole(entries.pop("role", ColumnRole.VALUE))
    return ColumnPlan(**_fitting(ColumnPlan, entries), role=role)


def _fitting(kind: Any, entries: Mapping[str, Any]) -> dict[str, Any]:
    """Give the entries, each of the type that the field of that name has."""
    types = {field.name: field.type for field in fields(kind)}
    for name, value in entries.items():
        if type(value).__name__ != types.get(name):
            raise ValueError(name)
    return dict(entries)


def _object(value: object) -> dict[str, Any]:
    if not isinstance(value, dict):
        raise ValueError("no object")  # noqa: TRY004 - a file's fault, not a caller's
    return value


def _array(value: object) -> list[Any]:
    if not isinstance(value, list):
        raise ValueError("no list")  # noqa: TRY004 - as above
    return value
