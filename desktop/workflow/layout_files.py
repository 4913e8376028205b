"""Learned layouts as files, from one office to another."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from desktop.figures.directions import LearnedLayout
from desktop.figures.finding import Finding, Refused, Severity
from desktop.figures.layout_files import layout_from_json, layout_to_json
from desktop.reports.saving import save_whole
from desktop.workflow.text_files import text_of


def write_layout(path: Path, number: int, layouts: Iterable[LearnedLayout]) -> Path:
    """Write the layout of a number; `Refused` where there is none, or the place takes no file."""
    layout = next((layout for layout in layouts if layout.number == number), None)
    if layout is None:
        raise Refused(Finding(Severity.ERROR, "no_such_layout", about=str(number)))
    save_whole(layout_to_json(layout).encode(), path)
    return path


def read_layout(path: Path) -> LearnedLayout:
    """Read a layout from its file; `Refused` where it is none."""
    text = text_of(path)
    try:
        return layout_from_json(text)
    except (ValueError, TypeError) as error:
        raise Refused(Finding(Severity.ERROR, "not_a_layout", about=path.name)) from error
