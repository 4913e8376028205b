"""What the reader made of real returns, in the scorer's columns, and what it said of them."""

from __future__ import annotations

import csv
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

from desktop.figures.directions import Directions
from desktop.figures.figure import FigureRow, exact
from desktop.figures.month import Month
from desktop.figures.reading import Reading
from desktop.figures.series import Flow
from desktop.returns import ReadingRoom

WORKBOOKS = frozenset({".xls", ".xlsx", ".xlsm"})
COLUMNS = (
    "source_file", "sheet", "cell", "flow", "item", "market", "ownership", "province", "measure",
    "unit", "basis", "period_start", "period_end", "status", "value", "label",
)  # fmt: skip


def workbooks(folder: Path) -> list[Path]:
    """Give every workbook in a folder and beneath it, in the order of their names."""
    return sorted(p for p in folder.rglob("*") if p.suffix.lower() in WORKBOOKS)


def read(paths: Sequence[Path]) -> Iterator[Reading]:
    """Read workbooks through the real reading room, its limits and its worker process."""
    with ReadingRoom() as room:
        yield from room.read(paths)


def confirmed(paths: Sequence[Path], readings: Iterable[Reading]) -> Iterator[Reading]:
    """Read workbooks again by the plans proposed for them, confirmed as they stand."""
    plans = (Directions(plans=reading.tables) for reading in readings)
    with ReadingRoom() as room:
        yield from room.read(paths, directions=dict(zip(paths, plans, strict=True)))


def write(readings: Iterable[Reading], out: Path) -> None:
    """Write every figure of trade read as a CSV file that the scorer understands.

    Indices of industry stand on sheets that it holds to be none of ours.
    """
    with out.open("w", encoding="utf-8", newline="") as lines:
        writer = csv.writer(lines)
        writer.writerow(COLUMNS)
        for reading in readings:
            writer.writerows(
                _record(reading.name, row) for row in reading.rows if row.flow != Flow.INDUSTRY
            )


def findings(readings: Iterable[Reading]) -> Counter[tuple[str, str]]:
    """Count the findings by severity and code."""
    return Counter((f.severity.value, f.code) for r in readings for f in r.findings)


def _record(name: str, row: FigureRow) -> list[str]:
    months = (str(Month.from_ordinal(m)) for m in (row.period_start, row.period_end))
    return [
        name, row.sheet, row.cell, row.flow, row.item, row.market, row.ownership, row.province,
        row.measure, row.unit, row.basis, *months, row.status, exact(row.value, row.printed),
        row.label,
    ]  # fmt: skip
