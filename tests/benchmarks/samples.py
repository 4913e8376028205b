"""An office with every sample return, for benchmarks that need a real archive."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

from desktop.figures.places import sample
from desktop.workflow import Office
from desktop.workflow.example import SAMPLES, TARGET_2025


def sample_office(folder: Path) -> Office:
    """Import the samples into an archive in a folder."""
    office = Office(
        folder / "archive.sqlite3", clock=lambda: datetime(2025, 7, 12, tzinfo=UTC), user="bench"
    )
    office.accept(office.preview([sample(part) for part in SAMPLES]))
    office.set_target(TARGET_2025)
    return office
