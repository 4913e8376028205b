"""Directions for one file, from a file and to one; and the layout that they teach."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from desktop.figures.directions import Directions, Knowledge, LearnedLayout
from desktop.figures.finding import Finding, Refused, Severity
from desktop.figures.layout_files import directions_from_json, directions_to_json
from desktop.figures.reading import Reading
from desktop.returns import lasting
from desktop.workflow.layout_files import read_layout
from desktop.workflow.previews import Preview
from desktop.workflow.text_files import text_of


def read_directions(path: Path) -> Directions:
    """Read what is said of a file; raises `Refused` with what is wrong where it is no such file."""
    try:
        return directions_from_json(text_of(path))
    except (ValueError, TypeError) as error:
        found = str(error) or type(error).__name__
        told = Finding(Severity.ERROR, "layout_file_wrong", found=found, about=path.name)
        raise Refused(told) from error


def read_layouts(paths: Iterable[Path]) -> Knowledge:
    """Read layouts from their files, to read by them without an archive."""
    return Knowledge(layouts=tuple(read_layout(path) for path in paths))


def proposed(reading: Reading) -> str:
    """Write how a file was read, or is proposed to be read, as directions; `Refused` for none."""
    if not reading.tables:
        raise Refused(*(reading.errors or reading.findings))
    plans = Directions(reading.tables, sender=reading.sender)
    return directions_to_json(plans)


def taught(preview: Preview, name: str, sender: str) -> LearnedLayout:
    """Give the layout that a file teaches, read as it was directed; `Refused` if nothing was read.

    What is only true of this file is left out: its months, and where its tables stand.
    """
    reading = preview.reading
    if not reading.rows:
        raise Refused(*(reading.errors or reading.findings))
    read = {row.sheet for row in reading.rows}
    plans = tuple(lasting(plan) for plan in reading.tables if plan.sheet in read)
    return LearnedLayout(name, sender or reading.sender, plans)
