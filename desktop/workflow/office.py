"""The office: one archive and the errands an official runs against it."""

from __future__ import annotations

import threading
from collections.abc import Callable, Mapping, Sequence
from contextlib import AbstractContextManager, ExitStack
from datetime import date, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Self

from desktop.figures.comparison import Undoing
from desktop.figures.directions import NOTHING_LEARNED, Directions, Knowledge
from desktop.figures.figure_list import SHEET_ROWS
from desktop.figures.finding import Refused
from desktop.figures.month import MONTHS_PER_YEAR, Month
from desktop.figures.progress import Progress, unheard
from desktop.figures.reading import SheetCells
from desktop.figures.received import DueReturn, StoredReturn
from desktop.figures.series import NATIONAL
from desktop.figures.vintage import LATEST, Vintage
from desktop.workflow.bounded_figures import BoundedFigures
from desktop.workflow.hearing import Hearing
from desktop.workflow.kept_answers import OF_RETURNS, KeptAnswers
from desktop.workflow.kept_frames import KeptFrames
from desktop.workflow.kept_revisions import KeptRevisions
from desktop.workflow.laid_books import LaidBooks
from desktop.workflow.noting import Noting
from desktop.workflow.pathing import Pathing
from desktop.workflow.places import call_ahead, is_to_come, refuse_archive
from desktop.workflow.previews import Outcome, Preview
from desktop.workflow.provinces import OfProvinces
from desktop.workflow.reporting import Reporting
from desktop.workflow.scenarios import Scenarios
from desktop.workflow.seen_books import SeenBooks
from desktop.workflow.sharing import Approving
from desktop.workflow.structuring import Structuring
from desktop.workflow.tracing import Tracing
from desktop.workflow.watchfulness import Watchfulness

# The archive, the analysis and the reports bring SQLAlchemy and pandas, which take longer to
# import than the window to show itself: they are fetched where they are first needed.
if TYPE_CHECKING:
    import pandas as pd

    from desktop.analysis.results import Overview
    from desktop.analysis.tracing import Trace
    from desktop.archive import Archive
    from desktop.reports.beside import Beside
    from desktop.workflow.importing import ImportDesk
    from desktop.workflow.originals import OpenOriginals
    from desktop.workflow.summarizing import Order


class Office(
    OfProvinces,
    Approving,
    Hearing,
    Noting,
    Scenarios,
    Pathing,
    Watchfulness,
    Structuring,
    Reporting,
    Tracing,
):
    """One archive, one clock, one user. Every method may be called from a worker thread.

    `clock` gives the moment that an import or a report is stamped with, `user` the name.
    Methods raise `Refused` with findings where an errand cannot be done.
    """

    def __init__(
        self,
        location: str | Path,
        *,
        clock: Callable[[], datetime],
        user: str,
        read_only: bool = False,
        desk: str = "",
    ) -> None:
        """Remember where the archive is; it is opened when first asked.

        `desk` says from where its changes are made; see `places.this_desk`.
        """
        self.location, self.desk = location, desk
        self._desk_clock = clock
        self._user = user
        self._read_only, self._or_read_only = read_only, False
        self._lock = threading.RLock()
        self._open_archive: Archive | None = None
        self._desk: ImportDesk | None = None
        self._originals: OpenOriginals | None = None
        self._kept = KeptFrames()
        self._bounded = BoundedFigures(self._kept)
        self._answers = KeptAnswers()
        self._books = LaidBooks()
        self._beside = {}
        self._revised = KeptRevisions()
        self._seen_books = SeenBooks()
        self._press = None

    def __enter__(self) -> Self:
        """Use as a context manager; leaving closes."""
        return self

    def __exit__(self, *_: object) -> None:
        """Close the archive and the reading process."""
        self.close()

    def close(self) -> None:
        """Close the archive, end the reading process, remove copies of originals."""
        with self._lock, ExitStack() as ending:  # one that cannot be closed leaves none open
            for held in (self._press, self._originals, self._open_archive, self._desk):
                if held:
                    ending.callback(held.close)
            self._desk = self._open_archive = self._originals = self._press = None

    @property
    def archive(self) -> Archive:
        """The archive, opened and brought up to date on first use."""
        with self._lock:
            if self._open_archive is None:
                self._open_archive = self._grouped(self._opened())
            return self._open_archive

    def _opened(self) -> Archive:
        call_ahead(self.location)
        from desktop.archive import Archive  # noqa: PLC0415 - after first paint

        try:
            return Archive.open(self.location, read_only=self._read_only, desk=self.desk)
        except Refused as refusal:
            if not self._or_read_only or refusal.findings[0].code != "archive_read_only":
                raise
            self._read_only = True
            return Archive.open(self.location, read_only=True, desk=self.desk)

    def settle_for_reading(self) -> None:
        """Open an archive that may not be written for reading alone, instead of refusing it."""
        self._or_read_only = True

    @property
    def read_only(self) -> bool:
        """Whether the archive, once opened, can be asked only."""
        return self._read_only

    def one_moment(self) -> AbstractContextManager[None]:
        """Answer all that is asked within from one state of the archive; nothing is done to it."""
        return self.archive.one_moment()

    @property
    def is_open(self) -> bool:
        """Whether anything has been asked of the archive yet, which opens it and may make it."""
        return self._open_archive is not None

    def _clock(self) -> datetime:
        """Give the moment; where a server keeps the archive, by its clock."""
        now = self._desk_clock()
        return now + self._open_archive.clock_ahead if self._open_archive else now

    # Importing -----------------------------------------------------------------------------

    @property
    def _importing(self) -> ImportDesk:
        with self._lock:
            if self._desk is None:
                from desktop.workflow.importing import ImportDesk  # noqa: PLC0415 - as above

                self._desk = ImportDesk(self._clock, self._user)
            return self._desk

    def preview(
        self,
        paths: Sequence[Path],
        progress: Progress = unheard,
        *,
        reported_on: date | None = None,
        directions: Mapping[Path, Directions] | None = None,
    ) -> list[Preview]:
        """Read workbooks and compare them with the archive; nothing is written.

        They come back oldest report first. `reported_on` overrules the returns' own dates,
        `directions` say of a file, by the path it is named with, how it is to be read.
        """
        self._importing.begin(len(paths))
        return self._importing.preview(self.archive, paths, progress, reported_on, directions)

    def read_again(
        self, preview: Preview, directions: Directions, progress: Progress = unheard
    ) -> Preview:
        """Read a previewed file by other directions, or after a decision, and compare it again.

        `preview.directions` are those it was read by.
        """
        return self._importing.read_again(self.archive, preview, directions, progress)

    def read(
        self,
        paths: Sequence[Path],
        progress: Progress = unheard,
        *,
        knowledge: Knowledge = NOTHING_LEARNED,
        directions: Mapping[Path, Directions] | None = None,
    ) -> list[Preview]:
        """Read workbooks without an archive: what the files say."""
        return self._importing.read(paths, progress, knowledge, directions)

    def sheet_cells(self, of: Preview | Path, sheet: str, password: str = "") -> SheetCells:
        """Give a sheet as it is drawn; raises `Refused` where the file cannot be read."""
        if isinstance(of, Preview):
            return self._importing.cells(of.path, sheet, password or of.directions.password)
        return self._importing.cells(of, sheet, password)

    def accept(self, previews: Sequence[Preview], progress: Progress = unheard) -> list[Outcome]:
        """Store previewed returns, each in one transaction; a cancel falls between two of them."""
        return self._importing.accept(self.archive, previews, progress)

    def take_in(
        self,
        paths: Sequence[Path],
        progress: Progress = unheard,
        *,
        reported_on: date | None = None,
        directions: Mapping[Path, Directions] | None = None,
        whole: bool = False,
    ) -> list[Outcome]:
        """Preview and accept at once, which is quicker: some are stored while others are read.

        Arguments as of `preview`; a cancel falls between two transactions. Unless they are to be
        `whole`, readings and comparisons lack what only a review shows; see `Reading`.
        """
        self._importing.begin(len(paths))
        is_new = not self.is_open and is_to_come(self.location)
        return self._importing.take_in(
            lambda: self.archive, paths, progress, reported_on, directions,
            whole=whole, is_new=is_new,
        )  # fmt: skip

    def returns(self, vintage: Vintage = LATEST) -> list[StoredReturn]:
        """Every return of a vintage, oldest report first; withdrawn ones too, as it was then."""
        return self.archive.returns(vintage)

    def original(self, number: int) -> tuple[str, bytes]:
        """Name and content of the kept original of a return."""
        return self.archive.content(number)

    def open_original(self, number: int) -> Path:
        """Give a read-only copy of a return's original, which lives until the office closes."""
        name, content = self.archive.content(number)
        with self._lock:
            if self._originals is None:
                from desktop.workflow.originals import OpenOriginals  # noqa: PLC0415 - as above

                self._originals = OpenOriginals()
            return self._originals.place(number, name, content)

    def save_original(self, number: int, out: Path) -> Path:
        """Write a copy of a return's original; raises `Refused` where it cannot be written."""
        from desktop.reports.saving import save_whole  # noqa: PLC0415 - as above

        refuse_archive(out, self.location)
        save_whole(self.original(number)[1], out)
        return out

    def undoing(self, number: int) -> Undoing:
        """What `undo` would change back, or, of a withdrawn return, `redo` bring; nothing is done.

        Raises `Refused` where there is no such return.
        """
        return self.archive.undoing(number)

    def due(self, vintage: Vintage = LATEST) -> list[DueReturn]:
        """What the publication calendar expected by a vintage's day, and whether it had come."""
        from desktop.workflow.due import due_returns  # noqa: PLC0415 - after first paint

        return due_returns(self.returns(vintage), vintage.today(self._clock().date()))

    def _due_lately(self, vintage: Vintage) -> list[DueReturn]:
        """Give what was expected by a vintage's day since the last return of each sender came."""
        from desktop.returns.publication import scheduled  # noqa: PLC0415 - after first paint
        from desktop.workflow.due import due_returns  # noqa: PLC0415 - as above

        archive, today = self.archive, vintage.today(self._clock().date())
        with self._lock:
            ask, senders = self._answers.ask, scheduled()
            sent = ask(archive, OF_RETURNS, archive.newest_sent, senders, vintage)
        return due_returns(sent, today)

    def make_example(self, progress: Progress = unheard) -> Path:
        """Import the sample returns into the example's own archive, and give its place."""
        from desktop.workflow.example import make_example  # noqa: PLC0415 - as above
        from desktop.workflow.places import example_location  # noqa: PLC0415 - as above

        return make_example(
            example_location(),
            lambda place: Office(place, clock=self._desk_clock, user=self._user),
            progress,
        )

    def contents(self) -> dict[str, float]:
        """SHA-256 of every original, and after when a file of that content is news (POSIX time).

        Never where it counts; of a withdrawn return after its withdrawal: what lay there already
        was withdrawn with it, what is sent again asks to be looked at again.
        """
        from desktop.workflow.watching import news_after  # noqa: PLC0415 - as above

        return news_after(self.returns())

    def undo(self, number: int) -> None:
        """Withdraw a return: its figures no longer count, and nothing is deleted."""
        self.archive.withdraw(number, at=self._clock(), by=self._user)

    def redo(self, number: int) -> None:
        """Let a withdrawn return count again."""
        self.archive.restore(number, at=self._clock(), by=self._user)

    # Asking --------------------------------------------------------------------------------

    def figures(
        self,
        vintage: Vintage = LATEST,
        *,
        year: int | None = None,
        years: int = 1,
        province: str | None = None,
    ) -> pd.DataFrame:
        """Every figure as of a vintage, `FIGURE_COLUMNS`; of one year or several up to it.

        Those of a `province`; of nobody but the nation where all would outgrow a sheet.
        """
        whose = None if province is None else (province,)
        if whose is None and self.outgrows_a_sheet(year=year, years=years):
            whose = (NATIONAL,)
        start, end = _years(year, years)
        return self.archive.figures(vintage, start=start, end=end, provinces=whose)

    def outgrows_a_sheet(self, *, year: int | None = None, years: int = 1) -> bool:
        """Whether there are more figures of all areas, in so many years, than a sheet has rows."""
        start, end = _years(year, years)
        return self.archive.holds_more_than(SHEET_ROWS, start=start, end=end)

    def _told_beside(self, overview: Overview, order: Order) -> Beside:
        from desktop.workflow.summarizing import beside  # noqa: PLC0415 - after first paint

        return beside(self, overview, order)

    def _told_numbers(
        self, overview: Overview, vintage: Vintage
    ) -> tuple[list[str], Callable[[str], Trace | None]]:
        from desktop.analysis.tracing import inquiry, names  # noqa: PLC0415 - after first paint

        asked = inquiry(self._overview_figures(vintage), overview)
        return list(names(asked)), lambda name: self.traced(name, asked, vintage)


def _years(year: int | None, years: int) -> tuple[Month | None, Month | None]:
    """The first and the last month of a year and those before it; none bounds all."""
    if year is None:
        return None, None
    return Month(year - years + 1, 1), Month(year, MONTHS_PER_YEAR)
