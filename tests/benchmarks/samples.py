"""An office with every sample return, for benchmarks that need a real archive."""

from __future__ import annotations

from datetime import UTC, date, datetime, time
from pathlib import Path

from desktop.figures.places import sample
from desktop.workflow import Office
from desktop.workflow.example import SAMPLES, TARGET_2025


def sample_office(folder: Path, today: date = date(2025, 7, 12)) -> Office:
    """Import the samples into an archive in a folder, and stay on a day."""
    now = datetime.combine(today, time(), UTC)
    office = Office(folder / "archive.sqlite3", clock=lambda: now, user="bench")
    office.accept(office.preview([sample(part) for part in SAMPLES]))
    office.set_target(TARGET_2025)
    return office
