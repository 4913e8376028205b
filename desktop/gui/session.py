"""What every page shares: the office, the language, the theme, the jobs, what is looked at."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from datetime import date
from importlib import import_module
from threading import Lock
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, Signal

from desktop.figures.month import Month
from desktop.figures.vintage import LATEST, Vintage, day_or_moment
from desktop.figures.wording import Language, language
from desktop.gui.collecting import Collector
from desktop.gui.ending import Awaited, Ending
from desktop.gui.jobs import Errand, Job, Jobs
from desktop.gui.memory import Memory
from desktop.gui.theme import Theme, ThemeChoice
from desktop.gui.undo_history import UndoHistory
from desktop.workflow import YearAsked

if TYPE_CHECKING:
    from desktop.workflow import Office

OfficeOpener = Callable[[], "Office"]


@dataclass(frozen=True, slots=True)
class Focus:
    """The market and the item, or a group of either, and the month that every page is narrowed to.

    Empty for all of them; without a month pages look at the months that their choice says.
    """

    market: str = ""
    item: str = ""
    month: Month | None = None

    def __bool__(self) -> bool:
        """Say whether there is any narrowing."""
        return self != _NARROWED_TO_NOTHING


_NARROWED_TO_NOTHING = Focus()


SHARED_ROOMS = (
    "desktop.analysis.landing",
    "desktop.analysis.outlook",
    "desktop.analysis.revisions",
    "desktop.analysis.targets",
    "desktop.analysis.tracing",
)
"""Packages that read their own rooms as they are read themselves."""


def import_shared_rooms() -> None:
    """Import packages that errands enter by several doors, before any errand does.

    Of two threads that come in by different ones at once, Python hands one a half-made module.
    """
    for room in SHARED_ROOMS:
        import_module(room)


class Session(QObject):
    """Holds, and says what changed; each page decides what to do about it."""

    archive_changed = Signal()
    selection_changed = Signal()
    focus_changed = Signal()
    language_changed = Signal()
    closing = Signal()
    said = Signal(object)  # Message, of whatever has no notice of its own

    def __init__(
        self, opener: OfficeOpener, memory: Memory, language_code: str, theme: ThemeChoice,
        *, place: str = "",
    ) -> None:  # fmt: skip
        """Hold; the office is opened by the first errand, off the window's thread.

        `place` is where its archive is, as it is opened again; empty where nobody asks.
        """
        super().__init__()
        self.place, self.reads_only = place, False
        self._opener, self.open = opener, True
        self._awaited: list[Awaited] = []
        self._office: Office | None = None
        self._opening = Lock()
        self.memory = memory
        self.language: Language = language(language_code)
        self.theme = Theme(theme)
        self.collector = Collector(lambda: self.jobs.busy)
        self.jobs = Jobs()
        self.undo_history = UndoHistory()
        self.selection = recall(memory)
        self.focus = Focus()
        self.heard: int | None = None  # the number of the archive's last change that was shown
        self.provinces = 0  # that are told of where no nation is

    def job(self, subject: str, errand: Callable[[Office, Any], object], title: str = "") -> Job:
        """Make a job whose errand is handed the office and a progress callable."""
        work: Errand = lambda progress: errand(self.office(), progress)  # noqa: E731 - typed so
        return Job(subject, work, title)

    def run(
        self,
        subject: str,
        errand: Callable[[Office, Any], object],
        then: Callable[[Any], object],
        title: str = "",
        *,
        typed: bool = False,
    ) -> Job:
        """Start a job whose answer goes to `then`; who wants to hear more of one makes a `job`.

        `typed` says that it keeps what the user typed: refused for the moment, it is offered again.
        """
        job = self.job(subject, errand, title)
        job.succeeded.connect(then)
        if typed:
            job.again = lambda: self.run(subject, errand, then, title, typed=True)
        self.jobs.start(job)
        return job

    @property
    def opened(self) -> bool:
        """Whether the archive is open: not before the first errand, nor where it is refused."""
        return self._office is not None

    def office(self) -> Office:
        """Give the office, opened at first use: from a worker thread only."""
        with self._opening:
            if self._office is None:
                import_shared_rooms()
                self._office = self._opener()
                self._office.write_aside()
                self._office.settle_for_reading()
            return self._office

    def select(self, **parts: Any) -> None:
        """Look at another year, month or vintage."""
        selection, before = replace(self.selection, **parts), self.selection
        if selection != before:
            self.selection = selection
            keep(self.memory, selection)
            self.selection_changed.emit()
        if (selection.year, selection.through) != (before.year, before.through):
            self.focus_on(month=None)  # the chooser was used last: it counts

    def look_at_newest(self) -> None:
        """Look at the newest month of all that is known."""
        self.select(year=None, through=None, vintage=LATEST)

    def focus_on(self, **parts: Any) -> None:
        """Look at another market, item or month; empty takes the narrowing away."""
        focus = replace(self.focus, **parts)
        if focus != self.focus:
            self.focus = focus
            self.focus_changed.emit()

    def look_at(self, parts: Mapping[str, Any]) -> None:
        """Look at what something shown is about, by kind."""
        self.focus_on(**parts)

    def looks_at(self, parts: Mapping[str, Any]) -> bool:
        """Say whether that is looked at already."""
        return bool(parts) and all(getattr(self.focus, kind) == parts[kind] for kind in parts)

    def speak(self, code: str) -> None:
        """Change the language of everything shown."""
        if code != self.language.code:
            self.language = language(code)
            self.memory.remember("language", code)
            self.language_changed.emit()

    def wear(self, choice: ThemeChoice) -> None:
        """Change the colours of everything shown."""
        self.memory.remember("theme", choice.value)
        self.theme.choose(choice)

    def awaits(self, thread: Awaited) -> None:
        """Keep the office open until a thread that asks it has ended."""
        self._awaited.append(thread)

    def close(self) -> None:
        """Stop the jobs, close the office after them; a second time does nothing.

        Nobody waits for a server that does not answer: then it is closed later; see `ending`.
        """
        if not self.open:
            return
        self.open = False
        self.closing.emit()
        self.jobs.close()
        self.collector.close()
        Ending([self.jobs.await_end, *self._awaited], self._close_office)

    def _close_office(self) -> None:
        if self._office is not None:
            self._office.close()


def keep(memory: Memory, selection: YearAsked) -> None:
    """Remember the choosers."""
    vintage = selection.vintage
    memory.remember("year", str(selection.year or ""))
    memory.remember("through", str(selection.through or ""))
    memory.remember("as_of", vintage.as_of.isoformat() if vintage.as_of else "")
    memory.remember("known_by", vintage.known_by.isoformat() if vintage.known_by else "")
    memory.remember("first_release", "yes" if vintage.first_release else "")


def forget(memory: Memory) -> None:
    """Forget the choosers: they were of another archive."""
    keep(memory, YearAsked())


def recall(memory: Memory) -> YearAsked:
    """Recall the choosers; what cannot be read counts as not chosen."""
    try:
        year, through = memory.text("year"), memory.text("through")
        as_of, known_by = memory.text("as_of"), memory.text("known_by")
        return YearAsked(
            int(year) if year else None,
            Month.parse(through) if through else None,
            Vintage(
                date.fromisoformat(as_of) if as_of else None,
                bool(memory.text("first_release")),
                day_or_moment(known_by) if known_by else None,
            ),
        )
    except ValueError:
        return YearAsked()
