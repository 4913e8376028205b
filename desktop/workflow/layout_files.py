"""Learned layouts as files, from one office to another."""

from __future__ import annotations

import re
from collections.abc import Iterable
from pathlib import Path

from desktop.figures.directions import LearnedLayout
from desktop.figures.finding import Finding, Refused, Severity
from desktop.figures.layout_files import NEWER, NO_LAYOUT, layout_from_json, layout_to_json
from desktop.reports.saving import save_whole
from desktop.returns.plans.contradictions import contradictions
from desktop.workflow.text_files import text_of

_BROKEN = re.compile(r"JSON(?: (?P<line>\d+):\d+)?$")
_SAYS_WRONG = frozenset({"plan_word", "plan_period", "plan_column_twice"})
"""What a plan may not say; what it leaves out is taken from the sheet."""


def write_layout(path: Path, number: int, layouts: Iterable[LearnedLayout]) -> Path:
    """Write the layout of a number; `Refused` where there is none, or the place takes no file."""
    layout = next((layout for layout in layouts if layout.number == number), None)
    if layout is None:
        raise Refused(Finding(Severity.ERROR, "no_such_layout", about=str(number)))
    save_whole(layout_to_json(layout).encode(), path)
    return path


def read_layout(path: Path) -> LearnedLayout:
    """Read a layout from its file; `Refused` where it is none, or says what means nothing here."""
    text = text_of(path)
    try:
        layout = layout_from_json(text)
    except (ValueError, TypeError) as error:
        raise Refused(_fault(path, str(error))) from error
    wrong = [f for plan in layout.plans for f in contradictions(plan) if f.code in _SAYS_WRONG]
    if wrong:
        raise Refused(_told("layout_file_wrong", path, wrong[0].found))
    return layout


def _fault(path: Path, said: str) -> Finding:
    """Say what is wrong: no layout at all, a newer one, one that breaks off, or a field of it."""
    if broken := _BROKEN.match(said):
        return _told("layout_damaged", path, broken["line"] or "1")
    if said == NEWER:
        return _told("layout_newer", path)
    if said == NO_LAYOUT:
        return _told("not_a_layout", path)
    return _told("layout_file_wrong", path, said)


def _told(code: str, path: Path, found: str = "") -> Finding:
    return Finding(Severity.ERROR, code, found=found, about=path.name)
