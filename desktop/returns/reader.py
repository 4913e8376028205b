"""A return from its bytes to a `Reading`: open, find the tables, bind, read, reconcile, date."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from desktop.figures.collector import uncollected
from desktop.figures.directions import (
    AS_IT_STANDS,
    NOTHING_LEARNED,
    Directions,
    Knowledge,
)
from desktop.figures.reading import Reading
from desktop.returns.aside import Aside, put_above, telling, with_asides
from desktop.returns.container import Opened
from desktop.returns.figure_list import figure_list, is_own, own_list
from desktop.returns.file_notes import told_if_open, with_notes
from desktop.returns.gathering import Gathering
from desktop.returns.opening import content_of
from desktop.returns.refusal import UnreadableError
from desktop.returns.refused import refused
from desktop.returns.sheet import Sheet


def read_return(
    path: Path,
    knowledge: Knowledge = NOTHING_LEARNED,
    directions: Directions = AS_IT_STANDS,
    *,
    whole: bool = True,
) -> Reading:
    """Read one workbook, in this process, by what was learned and what was said of this file.

    Never raises for bad input: a file that cannot be read gives a `Reading` without rows, whose
    findings say why. One that is not `whole` lacks what only a review shows; see `Reading`.
    """
    try:
        content = content_of(path)
    except UnreadableError as refusal:
        return refused(path.name, "", refusal)
    return told_if_open(read_content(path.name, content, knowledge, directions, whole=whole), path)


@uncollected(aged=False)
def read_content(
    name: str,
    content: bytes,
    knowledge: Knowledge = NOTHING_LEARNED,
    directions: Directions = AS_IT_STANDS,
    *,
    whole: bool = True,
) -> Reading:
    """Read a workbook from its bytes; see `read_return`."""
    content_hash = hashlib.sha256(content).hexdigest()
    gathering = Gathering(name, knowledge, replace(directions, password=""), whole)
    try:
        book = Opened(content, directions.password)
        if is_own(book):
            return own_list(book).reading(name, content_hash)
        for grid in book.sheets(thorough=gathering.is_told):
            if listed := figure_list(grid):
                return listed.reading(name, content_hash)
            gathering.take(grid)
        if gathering.pages.may_go_on:
            gathering = Gathering(name, knowledge, gathering.directions, whole)
            for grid in book.sheets():
                gathering.take(grid)
        if gathering.is_empty:
            gathering.take_all(Sheet(grid, name) for grid in book.sheets())
        lines = [] if gathering.has_read else telling(book.asides())
        again = _with_lines_above(gathering, book, lines)
    except UnreadableError as refusal:
        return refused(name, content_hash, refusal)
    taken = again is not None
    reading = (again or gathering).reading(name, content_hash, book.saved_at())
    return with_notes(with_asides(reading, lines, taken=taken) if lines else reading, book)


def _with_lines_above(before: Gathering, book: Opened, lines: Sequence[Aside]) -> Gathering | None:
    """Read a workbook once more with what is printed above its tables; None if that gives nothing.

    `before` is what its cells gave alone.
    """
    if not any(line.is_printed for line in lines):
        return None
    titled = {seen.name for seen in before.seen if seen.title}
    again = Gathering(before.name, before.knowledge, before.directions, before.whole)
    for grid in put_above(book.sheets(), lines, titled):
        again.take(grid)
    return again if again.has_read else None
