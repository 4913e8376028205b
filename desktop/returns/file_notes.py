"""What is told of a whole file beside its figures: macros, another who has it open, its titles."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from desktop.figures.finding import Finding, Severity
from desktop.figures.reading import Reading
from desktop.returns.container import Opened
from desktop.returns.missing_texts import untitled
from desktop.returns.opening import open_elsewhere


def with_notes(reading: Reading, book: Opened) -> Reading:
    """Add what only the workbook as a whole says: titles that are missing, first, and macros."""
    first = tuple(untitled(reading, book.sheets))
    last = (_note("macros_shut", reading.name),) if book.holds_macros() else ()
    if not (first or last):
        return reading
    return replace(reading, findings=(*first, *reading.findings, *last))


def told_if_open(reading: Reading, path: Path) -> Reading:
    """Add that Excel has the file open, where it has."""
    if not open_elsewhere(path):
        return reading
    return replace(reading, findings=(*reading.findings, _note("open_in_excel", path.name)))


def _note(code: str, name: str) -> Finding:
    return Finding(Severity.NOTE, code, about=name)
