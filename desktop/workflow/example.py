"""The example: the sample returns with the targets of their year, in an archive of its own."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import AbstractContextManager
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

from desktop.figures.finding import Finding, Refused, Severity
from desktop.figures.places import sample
from desktop.figures.progress import Progress, unheard
from desktop.figures.series import Flow
from desktop.figures.target import Target, TargetChange, TargetMeasure

if TYPE_CHECKING:
    from collections.abc import Sequence

    from desktop.workflow.previews import Outcome


class Importer(Protocol):
    """What of an office is needed to fill an archive."""

    def take_in(self, paths: Sequence[Path], progress: Progress, /) -> list[Outcome]:
        """Read workbooks and store them."""

    def change_targets(self, wanted: TargetChange, /) -> TargetChange:
        """Set targets."""


SAMPLES = ("history", "gso", "customs")
TARGET_2025 = Target(
    Flow.EXPORT, TargetMeasure.GROWTH, 2025, 0.12, 0.12,
    document="Nghị quyết 01/NQ-CP", issued_on=date(2025, 1, 8),
)  # fmt: skip
TARGETS_2025 = (
    TARGET_2025,
    Target(
        Flow.EXPORT, TargetMeasure.VALUE, 2025, 65e9, 65e9, "MARD/AGRO_FORESTRY_FISHERY",
        document="Bộ Nông nghiệp và Môi trường",
    ),
    Target(
        Flow.BALANCE, TargetMeasure.SURPLUS, 2025, 30e9, 30e9,
        document="Công điện 133/CĐ-TTg", issued_on=date(2025, 8, 12),
    ),
)  # fmt: skip
"""Source: ``resources/targets.csv``. The surplus was set in August, after the newest return."""


def make_example(
    place: Path,
    opener: Callable[[Path], AbstractContextManager[Importer]],
    progress: Progress = unheard,
) -> Path:
    """Import the samples into an archive at a place, unless that was done before; give the place.

    `opener` opens an office there. It comes into being whole or not at all: a cancel leaves
    nothing. Raises `Refused` where the folder takes no file.
    """
    if place.exists():
        return place
    unfinished = place.with_suffix(".unfinished")
    try:
        place.parent.mkdir(parents=True, exist_ok=True)
        _remove(unfinished)
    except OSError as error:
        about = str(place.parent)
        raise Refused(Finding(Severity.ERROR, "folder_not_made", about=about)) from error
    try:
        with opener(unfinished) as office:
            office.take_in([sample(part) for part in SAMPLES], progress)
            office.change_targets(TargetChange(added=TARGETS_2025))
        unfinished.rename(place)
    finally:
        _remove(unfinished)
    return place


def _remove(archive: Path) -> None:
    for ending in ("", "-wal", "-shm"):
        archive.with_name(archive.name + ending).unlink(missing_ok=True)
