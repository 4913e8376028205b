"""Mutants through the whole application: previewed, imported, and the archive checked."""

from __future__ import annotations

import shutil
import tempfile
import time
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from desktop.workflow import Office, Preview
from tests.fuzz import checks
from tests.fuzz.mutants import Mutant, mutant

BATCH = 25
"""So many mutants share an archive."""
SLOW = 10.0
"""Seconds after which a mutant is named, though it did no harm."""


@dataclass(slots=True)
class Tally:
    """What became of the mutants, and what went wrong."""

    mutants: int = 0
    read: int = 0
    figures: int = 0
    stored: int = 0
    ways: Counter[str] = field(default_factory=Counter)
    codes: Counter[str] = field(default_factory=Counter)
    defects: list[tuple[int, str]] = field(default_factory=list)
    slow: list[tuple[int, float]] = field(default_factory=list)
    given_up: list[tuple[int, str]] = field(default_factory=list)

    def add(self, other: Tally) -> None:
        """Count what another run found."""
        self.mutants += other.mutants
        self.read += other.read
        self.figures += other.figures
        self.stored += other.stored
        self.ways += other.ways
        self.codes += other.codes
        self.defects += other.defects
        self.slow += other.slow
        self.given_up += other.given_up


def run(numbers: Sequence[int], keep: Path | None = None, *, small: bool = False) -> Tally:
    """Run the mutants of those numbers; those that did harm are kept in a folder.

    `small` spoils only the small workbooks that are made on the spot.
    """
    tally = Tally()
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        desk = checks.office(folder)
        try:
            for start in range(0, len(numbers), BATCH):
                made = [mutant(n, small=small) for n in numbers[start : start + BATCH]]
                _batch(desk, folder, made, tally)
                desk.location = folder / f"archive-{start}.sqlite3"
                _new_archive(desk)
        finally:
            desk.close()
    if keep:
        _kept(keep, {number for number, _ in tally.defects})
    return tally


def _new_archive(desk: Office) -> None:
    """Change the archive and keep the reading process: it must survive everything."""
    if desk._open_archive:
        desk._open_archive.close()
        desk._open_archive = None


def _batch(desk: Office, folder: Path, mutants: Sequence[Mutant], tally: Tally) -> None:
    files = folder / "files"
    files.mkdir(exist_ok=True)
    paths = {}
    for one in mutants:
        path = files / one.name
        path.write_bytes(one.content)
        paths[path] = one.number
        tally.ways[one.way] += 1
    previews = list(_previews(desk, paths, tally))
    outcomes = []
    for preview in previews:
        number = paths[preview.path]
        tally.defects += [(number, told) for told in checks.wrong_with_preview(preview)]
        try:
            outcomes += desk.accept([preview])
        except Exception as error:  # noqa: BLE001 - that is what is looked for
            tally.defects.append((number, f"the import broke: {error!r}"))
    for outcome in outcomes:
        number = paths[outcome.preview.path]
        tally.defects += [(number, told) for told in checks.wrong_with_outcome(outcome)]
        tally.stored += outcome.number is not None
    place = Path(desk.location)
    _new_archive(desk)
    tally.defects += [
        (paths[previews[0].path], told) for told in checks.wrong_with_archive(place, outcomes)
    ]
    _count(previews, paths, tally)
    shutil.rmtree(files)


def _previews(desk: Office, paths: dict[Path, int], tally: Tally) -> Iterator[Preview]:
    """Preview one by one, so that whatever breaks is known by its number."""
    for path, number in paths.items():
        start = time.perf_counter()
        try:
            yield from checks.previewed(desk, [path])
        except Exception as error:  # noqa: BLE001 - that is what is looked for
            tally.defects.append((number, f"the preview broke: {error!r}"))
        if (took := time.perf_counter() - start) > SLOW:
            tally.slow.append((number, took))


def _count(previews: Sequence[Preview], numbers: Mapping[Path, int], tally: Tally) -> None:
    tally.mutants += len(previews)
    for preview in previews:
        tally.read += not preview.reading.refused
        tally.figures += len(preview.reading.rows)
        if preview.reading.refused:
            code = preview.reading.findings[0].code
            tally.codes[code] += 1
            if code in checks.GIVEN_UP:
                tally.given_up.append((numbers[preview.path], code))


def _kept(folder: Path, numbers: set[int]) -> None:
    folder.mkdir(parents=True, exist_ok=True)
    for number in numbers:
        one = mutant(number)
        (folder / one.name).write_bytes(one.content)
