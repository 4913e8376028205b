"""The archive: every return ever imported, every target ever set; nothing is overwritten."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from contextlib import closing, contextmanager
from datetime import date, datetime, timedelta
from pathlib import Path
from threading import Lock
from typing import TYPE_CHECKING, Self

from sqlalchemy import Connection, Engine

from desktop.archive import (
    approving,
    chronicle,
    comparing,
    frames,
    opening,
    register,
    taking_in,
    targets,
    undoing,
    withdrawals,
)
from desktop.archive.asking import Wanted
from desktop.archive.chronicle import Stamp
from desktop.archive.counted_returns import CountedReturns
from desktop.archive.decided import Decided
from desktop.archive.filing import Filing
from desktop.archive.flushing import Flushing
from desktop.archive.memory import Left, Memory
from desktop.archive.moments import Moments
from desktop.archive.news import Ear
from desktop.archive.originals import Packed
from desktop.archive.place import PATIENCE, Place
from desktop.archive.refusals import explained, refused
from desktop.archive.shared_time import SharedTime
from desktop.archive.still import Still
from desktop.figures.comparison import Comparison, Undoing
from desktop.figures.happening import Happening
from desktop.figures.month import Month
from desktop.figures.reading import DateOrigin, Reading
from desktop.figures.received import Allowed, StoredReturn
from desktop.figures.series import Flow
from desktop.figures.target import Target, TargetChange
from desktop.figures.vintage import LATEST, Vintage

if TYPE_CHECKING:
    import pandas as pd


class Archive(Decided, CountedReturns):
    """One archive. Get it from `Archive.open`; every method may be called from any thread.

    A method that changes something does so in one transaction, wholly or not at all. All raise
    `Refused` where the archive is busy, damaged, read-only, out of space or out of reach.
    """

    def __init__(self, engine: Engine, place: Place, desk: str = "") -> None:
        """Take an engine that `opening` has brought up to date, and from where it is used."""
        self._engine = engine
        self._moments = Moments(engine.execution_options(**place.reading))
        self._place, self._name = place, place.name
        with self._reading() as connection:
            self.province, self._account = place.province(connection), place.account(connection)
        mine = {"archive_desk": desk, "archive_account": self._account}
        self._writer = engine.execution_options(**place.writing, **mine)
        self._soon = engine.execution_options(**place.soon, **mine)
        self._names = frames.Register(sees_all=not self.province)
        self._still, self._newest = Still(place.mark(engine)), None
        self._register, self._listing = register.Register(), Lock()
        self._left, self._time = Left(maxlen=1), SharedTime(self._common_time)
        self.news_doubt = ""

    @classmethod
    def open(
        cls,
        location: str | Path,
        *,
        read_only: bool = False,
        patience: float = PATIENCE,
        desk: str = "",
        kept_in: Path | None = None,
    ) -> Self:
        """Open the archive at a path or URL; create it, or bring it up to date, where needed.

        `patience` is how long, in seconds, to wait for another program that writes, `desk` from
        where changes are made. A server's archive is brought up to date only where `kept_in` names
        a folder, into which all that it holds is copied before; see `kept_before`. Raises
        `Refused` for a newer archive, a file that is none, a folder, or a place out of reach.
        """
        place = opening.place_of(location)
        engine = opening.open_engine(place, read_only=read_only, patience=patience, kept_in=kept_in)
        with opening.closed_on_failure(engine):
            return cls(engine, place, desk)

    def close(self) -> None:
        """Let go of the file, of what another thread still asks of it when that is answered.

        And of what was kept in mind of the last errand: the collector of cycles comes late.
        """
        self._left.clear()
        self._newest = None
        self._still.close()
        opening.close(self._engine)

    def __enter__(self) -> Self:
        """Use as a context manager; leaving closes."""
        return self

    def __exit__(self, *_: object) -> None:
        """Close."""
        self.close()

    @property
    def kept_before(self) -> Path | None:
        """The copy of what it held, where this opening brought it up to date."""
        return self._place.kept

    @property
    def clock_ahead(self) -> timedelta:
        """By how much the clock that its desks have in common is ahead of this machine's."""
        return self._time.ahead

    def _common_time(self) -> datetime | None:
        with self._reading() as connection:
            return self._place.time(connection)

    @property
    def left_behind(self) -> datetime | None:
        """Until when it was told anything, where its server follows another and has lost it."""
        with self._reading() as connection:
            return self._place.left_behind(connection)

    @contextmanager
    def _reading(self) -> Iterator[Connection]:
        """Show one state of the archive, whatever others write meanwhile."""
        with explained(self._name), self._moments.reading() as connection:
            yield connection

    @contextmanager
    def one_moment(self) -> Iterator[None]:
        """Answer all that this thread asks within from one state; nothing is to be written there.

        What was read before, and nothing changed of, may be told with it.
        """
        with explained(self._name), self._moments.one():
            yield

    def _state(self, connection: Connection) -> int:
        """Give the number of the newest change in what a reader sees."""
        return self._moments.number(lambda: chronicle.changes(connection))

    @contextmanager
    def _writing(self) -> Iterator[Connection]:
        with explained(self._name), self._writer.begin() as connection:
            opening.refuse_to_write(connection, self._place)
            yield connection

    @contextmanager
    def errand(self, *, whole: bool = True) -> Iterator[Memory]:
        """Compare and store several returns with one memory of what was fetched.

        What is stored so is on the disk when the errand is over. Until then it outlives the end
        of this program, and any other's, but perhaps no loss of power. For `whole` see `Memory`.
        """
        flushing = Flushing(self._place.flush)
        memory = Memory(flushing.committed, whole=whole, left=self._left)
        try:
            yield memory
        finally:
            flushing.last()
            self._newest = memory.newest() or self._newest
            memory.leave()  # which takes a while, as the disk does
            try:
                flushing.end()
            except OSError as error:
                raise refused("archive_disk", self._name) from error

    @property
    def changes(self) -> int:
        """A number that grows with every change, by whichever program."""
        return self._moments.number(lambda: self._still.number(self._ask_changes))

    def _ask_changes(self) -> int:
        with self._reading() as connection:
            opening.refuse_other_schema(connection, self._place)
            return chronicle.changes(connection)

    def since(self, number: int) -> list[Happening]:
        """Tell what happened after the change of a number, oldest first."""
        with self._reading() as connection:
            return chronicle.since(connection, number, self._account)

    @contextmanager
    def listening(self) -> Iterator[Callable[[float], bool]]:
        """Give what waits until something may have changed; False where so many seconds passed."""
        with explained(self._name), closing(self._listen()) as ear:
            self.news_doubt = ear.doubt
            yield ear.wait

    def _listen(self) -> Ear:
        return self._place.ear(self._engine, lambda: self.changes)

    def days(self) -> list[date]:
        """The days on which this archive was told something, newest first."""
        with self._reading() as connection:
            return chronicle.days(connection)

    # Returns ---------------------------------------------------------------------------------

    def compare(
        self, reading: Reading, reported_on: date, memory: Memory | None = None
    ) -> Comparison:
        """Say what storing a reading under a date would change; nothing is written.

        For `memory` see `errand`.
        """
        memory = memory or Memory()
        with self._reading() as connection:
            return comparing.compare(connection, memory.current(connection), reading, reported_on)

    def take_in(  # noqa: PLR0913 - what a return is filed with, by keyword
        self,
        reading: Reading,
        content: Callable[[], Packed],
        *,
        reported_on: date,
        date_origin: DateOrigin,
        imported_at: datetime,
        imported_by: str,
        memory: Memory,
        unless: Callable[[Comparison], object],
        compared: Comparison | None = None,
    ) -> tuple[Comparison, int | None]:
        """Compare a reading, and store it with its original file, in one transaction.

        Gives what was found, and its number. None where the same content (by
        `reading.content_hash`) counts already: nothing is added. A withdrawn return of the same
        content, date and figures is restored, and its number given; under another date, or read
        otherwise, the content is stored as a new return.

        Nothing is stored, and no number given, where `unless` speaks against what was found;
        otherwise `content` is asked for, which may refuse. `compared` is what `compare` found:
        where nothing has changed since, that is not worked out again. For `memory` see `errand`.
        """
        stamp = Stamp(imported_at, imported_by)
        filed = Filing(reported_on, date_origin, stamp, province=self.province)
        try:
            with self._filing(memory) as (connection, known):
                return taking_in.take_in(
                    connection, known, reading, content, filed, unless, compared
                )
        except taking_in.Unwanted as unwanted:
            return unwanted.found, None

    @contextmanager
    def _filing(self, memory: Memory) -> Iterator[tuple[Connection, Memory]]:
        """Begin what stores a return, with a memory that is current: whole or not at all."""
        try:
            with explained(self._name), self._soon.begin() as connection:
                opening.refuse_to_write(connection, self._place)
                yield connection, memory.current(connection)
        except BaseException:
            memory.forget()  # nothing of this return is in the archive
            raise
        memory.committed()

    def withdraw(self, number: int, *, at: datetime, by: str) -> None:
        """Let a return count no more. `Refused` where it is unknown or withdrawn already."""
        with self._writing() as connection:
            withdrawals.withdraw(connection, number, Stamp(at, by))

    def restore(self, number: int, *, at: datetime, by: str) -> None:
        """Let a withdrawn return count again.

        `Refused` where it is unknown, counts already, or its content was imported again since.
        """
        with self._writing() as connection:
            withdrawals.restore(connection, number, Stamp(at, by))

    def approve(self, number: int, *, at: datetime, by: str) -> None:
        """Let a return that a province submitted count. `Refused` where it does not wait."""
        with self._writing() as connection:
            approving.approve(connection, number, Stamp(at, by))

    def reject(self, number: int, *, at: datetime, by: str) -> None:
        """Let a return that a province submitted not count. `Refused` where it does not wait."""
        with self._writing() as connection:
            approving.reject(connection, number, Stamp(at, by))

    def undoing(self, number: int) -> Undoing:
        """Say what `withdraw` would change back; of a withdrawn return, what `restore` would.

        `Refused` where there is no such return. Nothing is written.
        """
        with self._reading() as connection:
            return undoing.undoing(connection, number)

    def returns(self, vintage: Vintage = LATEST) -> list[StoredReturn]:
        """Every return of a vintage, oldest report first; withdrawn ones too, as it was then."""
        with self._listing, self._reading() as connection:
            return self._register.listed(connection, vintage)

    def allowed(self) -> Allowed:
        """Say what whoever opened it may do with its returns."""
        with self._reading() as connection:
            return self._place.allowed(connection)

    def content(self, number: int) -> tuple[str, bytes]:
        """Name and content of a return's kept original; `Refused` where it is unknown."""
        with self._reading() as connection:
            return register.original(connection, number)

    # Figures ---------------------------------------------------------------------------------

    def figures(  # noqa: PLR0913 - one optional filter per dimension, by keyword
        self,
        vintage: Vintage = LATEST,
        *,
        flow: Flow | None = None,
        items: Sequence[str] | None = None,
        markets: Sequence[str] | None = None,
        measures: Sequence[str] | None = None,
        ownerships: Sequence[str] | None = None,
        provinces: Sequence[str] | None = None,
        start: Month | None = None,
        end: Month | None = None,
        split_by_both: bool = True,
        every_release: bool = False,
        returns: Sequence[int] | None = None,
    ) -> pd.DataFrame:
        """Give the figures as of a vintage: one row per series and period, `FIGURE_COLUMNS`.

        Rows are sorted by flow, item, market, ownership, measure, province, period and report.

        Args:
            vintage: Which returns count, and whether the newest or the first of them.
            flow: Exports or imports only.
            items: Codes of items.
            markets: Codes of markets.
            measures: Measures, by their values.
            ownerships: Ownerships, by their values.
            provinces: Those whose own figures are asked for, the nation's as `NATIONAL`; a large
                archive answers of few far sooner than of all.
            start: First month that a period may end in.
            end: Last month that a period may end in.
            split_by_both: False leaves out what is split by item and by market at once: every
                item for the world and every market's total remain, which is what an overview
                needs and is many times faster.
            every_release: Give what newer returns superseded as well: a row per series, period
                and return.
            returns: Numbers of returns: only what these printed.
        """
        wanted = Wanted(
            flow, items, markets, measures, ownerships, start, end, split_by_both, every_release,
            returns, provinces,
        )  # fmt: skip
        return self._found(vintage, wanted).frame()

    # Targets ---------------------------------------------------------------------------------

    def change_targets(self, wanted: TargetChange, *, at: datetime, by: str) -> TargetChange:
        """Add, take back and bring back targets, wholly or not at all; say what changed.

        `Refused` where a number is unknown, counts already or no more, or where two targets of one
        `key` were issued on one day.
        """
        with self._writing() as connection:
            return targets.change(connection, wanted, Stamp(at, by))

    def targets(self, vintage: Vintage = LATEST, *, withdrawn: bool = False) -> list[Target]:
        """Every target of a vintage, those without a date too; the one that supersedes comes last.

        Those that were taken back only where `withdrawn` asks for them.
        """
        with self._reading() as connection:
            return targets.listed(connection, vintage, withdrawn=withdrawn)
