"""The import errand: files are read, compared and, once accepted, stored one transaction each."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import AbstractContextManager, closing, contextmanager, suppress
from dataclasses import replace
from datetime import date, datetime
from operator import itemgetter
from pathlib import Path

from desktop.archive import Archive, Memory
from desktop.figures.collector import uncollected
from desktop.figures.comparison import Comparison
from desktop.figures.directions import AS_IT_STANDS, NOTHING_LEARNED, Directions, Knowledge
from desktop.figures.finding import Cancelled, Finding, Refused, Severity
from desktop.figures.month import Month
from desktop.figures.progress import Progress
from desktop.figures.reading import DateOrigin, Reading, SheetCells
from desktop.returns import ReadForm, ReadingRoom
from desktop.workflow.knowledge import Library
from desktop.workflow.oldest_first import likely_order, oldest_first
from desktop.workflow.packing import AHEAD, Original, packed_aside
from desktop.workflow.possible import possible
from desktop.workflow.previews import Outcome, Preview
from desktop.workflow.workbooks import workbooks


class ImportDesk:
    """Reads through one kept worker process; stamps what it stores with a clock and a name."""

    def __init__(self, clock: Callable[[], datetime], user: str) -> None:
        """Start without a worker; the first file brings it up."""
        self._clock = clock
        self._user = user
        self._library = Library()
        self._room: ReadingRoom | None = None

    def close(self) -> None:
        """End the worker process."""
        if self._room:
            self._room.close()
            self._room = None

    def begin(self, files: int) -> None:
        """Bring up what so many files are read with, while the archive is opened."""
        self._reading.begin(files)

    @property
    def _reading(self) -> ReadingRoom:
        if self._room is None:
            self._room = ReadingRoom()
        return self._room

    def cells(self, path: Path, sheet: str, password: str) -> SheetCells:
        """Give a sheet as it is drawn; raises `Refused` where the file cannot be read."""
        return self._reading.cells(path, sheet, password=password)

    def target_form(self, path: Path) -> ReadForm:
        """Read a form of targets; raises `Refused` where the file is none."""
        return self._reading.target_form(path)

    def read(
        self,
        paths: Sequence[Path],
        progress: Progress,
        knowledge: Knowledge = NOTHING_LEARNED,
        directions: Mapping[Path, Directions] | None = None,
    ) -> list[Preview]:
        """Read each file (and each return of a folder), in the order given."""
        files = list(workbooks(paths))
        with self._read(files, progress, knowledge, directions or {}) as come:
            read = sorted(come, key=_number)
        return [preview for _, preview in read if _is_meant(preview, paths)]

    @contextmanager
    def _read(
        self,
        files: Sequence[Path],
        progress: Progress,
        knowledge: Knowledge,
        said: Mapping[Path, Directions],
        *,
        whole: bool = True,
    ) -> Iterator[Iterator[tuple[int, Preview]]]:
        """Give each, with its number, when it is read: the others are while it is looked at."""
        come = self._reading.as_they_come(
            files, progress, knowledge=knowledge, directions=said, whole=whole
        )
        with closing(come):
            yield (
                (number, self._dated(path, reading, said.get(path, AS_IT_STANDS)))
                for number, reading in come
                for path in (files[number],)
            )

    def _dated(self, path: Path, reading: Reading, said: Directions) -> Preview:
        today = self._clock().date()
        day, origin = reading.reported_on or today, reading.date_origin
        if origin is DateOrigin.PRINTED and day > today:  # as of today it would not count
            told = Finding(
                Severity.WARNING, "reported_later", found=day.isoformat(), about=path.name
            )
            reading = replace(reading, findings=(*reading.findings, told))
            day, origin = today, DateOrigin.IMPORTED
        return Preview(path, reading, Comparison(), day, origin, said)

    def preview(
        self,
        archive: Archive,
        paths: Sequence[Path],
        progress: Progress,
        reported_on: date | None,
        directions: Mapping[Path, Directions] | None = None,
    ) -> list[Preview]:
        """Read and compare, oldest report first."""
        (known, at), files = self._library.of(archive), list(workbooks(paths))
        with (
            uncollected(),
            archive.errand() as memory,
            self._read(files, progress, known, directions or {}) as read,
        ):
            compared = [
                (number, _compared(self._ready(preview, reported_on), archive, memory))
                for number, preview in read
                if _is_meant(preview, paths)
            ]
        previews = [replace(preview, known_at=at) for _, preview in sorted(compared, key=_number)]
        return sorted(previews, key=_oldest_first)

    def take_in(
        self,
        archive: Callable[[], Archive],
        paths: Sequence[Path],
        progress: Progress,
        reported_on: date | None,
        directions: Mapping[Path, Directions] | None = None,
        *,
        whole: bool = False,
        is_new: bool = False,
    ) -> list[Outcome]:
        """Read and store in one go, oldest report first; the rest is read while some are stored.

        A cancel falls between two transactions, as in `accept`. What `is_new` taught nothing yet:
        reading begins before it is opened.
        """
        known = NOTHING_LEARNED if is_new else self._library.of(archive())[0]
        files = likely_order(workbooks(paths))
        outcomes: list[Outcome] = []

        def report(_done: int, _total: int, what: str) -> None:
            progress(len(outcomes), len(files), what)

        with self._read(files, report, known, directions or {}, whole=whole) as read:
            if is_new and self._library.of(archive())[0] != known:  # somebody was quicker
                return self.take_in(archive, paths, progress, reported_on, directions, whole=whole)
            ready = ((number, self._ready(preview, reported_on)) for number, preview in read)
            meant = (p for p in oldest_first(ready, files) if _is_meant(p, paths))
            originals = packed_aside(meant)
            self._store_all(archive(), originals, outcomes, report, whole=whole)
        return sorted(outcomes, key=lambda o: _oldest_first(o.preview))

    def read_again(
        self, archive: Archive, preview: Preview, directions: Directions, progress: Progress
    ) -> Preview:
        """Read the same file by other directions and by what is known now, and compare again."""
        given = preview.reported_on if preview.date_origin is DateOrigin.GIVEN else None
        said = {preview.path: directions}
        (again,) = self.preview(archive, [preview.path], progress, given, said)
        return again

    def _ready(self, preview: Preview, given: date | None) -> Preview:
        """Give a return that was read under the date that it is stored under."""
        preview = self._in_time(preview)
        if given is None:
            return preview
        if given > self._clock().date():  # it would win over every return until then
            reading = _refused(preview.reading, "report_to_come", given.isoformat())
            return replace(preview, reading=reading)
        return replace(preview, reported_on=given, date_origin=DateOrigin.GIVEN)

    def _in_time(self, preview: Preview) -> Preview:
        """Refuse what speaks of a month that has not begun: its year is misprinted."""
        month, now = preview.reading.month, Month.of(self._clock().date())
        if month is None or month <= now:
            reading = possible(preview.reading, now)
            return preview if reading is preview.reading else replace(preview, reading=reading)
        return replace(preview, reading=_refused(preview.reading, "month_to_come", str(month)))

    def accept(
        self, archive: Archive, previews: Sequence[Preview], progress: Progress
    ) -> list[Outcome]:
        """Store; the last point to cancel stands before each transaction."""
        outcomes: list[Outcome] = []

        def report(_done: int, _total: int, what: str) -> None:
            progress(len(outcomes), len(previews), what)

        self._store_all(archive, packed_aside(previews, AHEAD), outcomes, report)
        return outcomes

    def _store_all(
        self,
        archive: Archive,
        packing: AbstractContextManager[Iterable[tuple[Preview, Original]]],
        outcomes: list[Outcome],
        progress: Progress,
        *,
        whole: bool = True,
    ) -> None:
        """Store one after another, and add what became of each to the `outcomes`.

        Where the archive itself refuses, the rest is not tried: each might wait as long for it.
        """
        down = None
        try:
            with uncollected(), archive.errand(whole=whole) as memory, packing as originals:
                for preview, original in originals:
                    progress(0, 0, preview.path.name)
                    if down is None:
                        outcomes.append(self._outcome(archive, memory, preview, original))
                        down = outcomes[-1].archive_down
                    else:
                        outcomes.append(Outcome(preview, finding=down))
        except Cancelled as stopped:
            raise Cancelled(*outcomes) from stopped
        if outcomes:
            with suppress(Cancelled):  # everything is stored: there is nothing left to stop
                progress(0, 0, "")

    def _outcome(
        self, archive: Archive, memory: Memory, preview: Preview, original: Original
    ) -> Outcome:
        reading = preview.reading
        if reading.refused:
            errors = reading.errors or reading.findings
            return Outcome(preview, finding=next(iter(errors), None))
        try:
            return self._store(archive, memory, preview, original)
        except Refused as refusal:
            return Outcome(preview, finding=refusal.findings[0])

    def _store(
        self, archive: Archive, memory: Memory, preview: Preview, original: Original
    ) -> Outcome:
        def undecided(found: Comparison) -> Finding | None:
            return replace(preview, comparison=found).undecided

        # What it changes now: those stored before it in the same errand are in already.
        found, number = archive.take_in(
            preview.reading,
            original,
            reported_on=preview.reported_on,
            date_origin=preview.date_origin,
            imported_at=self._clock(),
            imported_by=self._user,
            memory=memory,
            unless=undecided,
            compared=preview.comparison,
        )
        preview = replace(preview, comparison=found)
        if number is None:
            return Outcome(preview, finding=preview.undecided or _already_in(preview))
        return Outcome(preview, number, waits=bool(archive.province))


def _refused(reading: Reading, code: str, found: str) -> Reading:
    finding = Finding(Severity.ERROR, code, found=found, about=reading.name)
    return replace(reading, rows=(), findings=(finding, *reading.findings))


def _compared(preview: Preview, archive: Archive, memory: Memory) -> Preview:
    if preview.reading.refused:
        return preview
    found = archive.compare(preview.reading, preview.reported_on, memory)
    return replace(preview, comparison=found)


def _is_meant(preview: Preview, named: Sequence[Path]) -> bool:
    """Pass over texts of a folder that hold no table of trade, unless they are named."""
    return not preview.passed_over or preview.path in named


_number = itemgetter(0)


def _oldest_first(preview: Preview) -> tuple[date, str]:
    return preview.reported_on, preview.path.name


def _already_in(preview: Preview) -> Finding:
    return Finding(Severity.NOTE, "already_in", about=preview.path.name)
