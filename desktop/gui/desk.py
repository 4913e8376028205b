"""The desk: one window on one archive at a time, made anew when another archive is asked for."""

from __future__ import annotations

import logging
import traceback
from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from desktop.figures import wording
from desktop.figures.finding import Finding, Refused, Severity
from desktop.figures.groupings import of_the_office, take_over
from desktop.gui.archives.recent import Recent, anchored, path_of
from desktop.gui.memory import Memory
from desktop.gui.session import Session, forget
from desktop.gui.theme import ThemeChoice
from desktop.gui.toolkit_texts import ToolkitTexts
from desktop.gui.unclean import Marker
from desktop.gui.window import MainWindow
from desktop.workflow import default_location

if TYPE_CHECKING:
    from desktop.figures.wording import Language
    from desktop.workflow import Office

Opener = Callable[[str], "Office"]
_LOG = logging.getLogger(__name__)
_TOURED, _SEEN = "tour", "looked-at"


class Desk(QObject):
    """Opens windows. What was chosen on one archive (month, day) is not carried to another."""

    def __init__(
        self, opener: Opener, memory: Memory, language: str, theme: ThemeChoice, *, example: bool
    ) -> None:
        """Take what every window shares; `example` says that there are sample returns."""
        super().__init__()
        self._opener, self._memory, self._example = opener, memory, example
        self._language, self._theme = language, theme
        self._toolkit = ToolkitTexts(wording.language(language))
        self.window: MainWindow | None = None
        self.wanted_anew: tuple[str, str] | None = None
        """Archive and language of the window that is to be opened once this program has ended."""
        self._marker: Marker | None = None

    def open(self, place: str, paths: Sequence[Path] = ()) -> MainWindow:
        """Open a window on an archive; the one before goes once this one is seen."""
        before, marker, place = self.window, self._marker, anchored(place)
        if before is not None:
            self._language = before.session.language.code
            self._theme = before.session.theme.choice
            before.remember()
            forget(self._memory)
        take_over({})  # what an archive's own are is known once it is open
        session = Session(
            partial(self._opener_of(place), place), self._memory, self._language, self._theme,
            place=place,
        )  # fmt: skip
        session.language_changed.connect(lambda: self._speak(session.language))
        window = MainWindow(session, example=self._example)
        self._marker = Marker(self._memory, place)
        window.archives.asked.connect(self.move)
        window.sizing.anew_asked.connect(self._end_to_open_anew)
        window.closed.connect(self._marker.lift)
        window.painted.connect(lambda: self._begin(window, paths, before, marker))
        self.window = window
        window.appear()
        return window

    def _speak(self, lang: Language) -> None:
        self._toolkit.lang = lang

    def _opener_of(self, place: str) -> Opener:
        """Give what opens a place; a file that was here before is not begun anew in its absence.

        Where a share is gone its folder may be left, and an empty archive would hide the true one.
        """
        opener, path = self._opener, path_of(place)
        if path is None or path == default_location() or place not in Recent(self._memory).places:
            return opener

        def open_again(asked: str) -> Office:
            if not path.exists():
                raise Refused(Finding(Severity.ERROR, "archive_gone", about=str(path)))
            return opener(asked)

        return open_again

    def _begin(
        self, window: MainWindow, paths: Sequence[Path], before: MainWindow | None,
        marker: Marker | None,
    ) -> None:  # fmt: skip
        if before is not None:
            before.close()
            before.deleteLater()
        if marker is not None:
            marker.lift()
        window.begin(paths)
        window.overview.answered.connect(self._first_answer)

    def _first_answer(self, overview: object, _choices: object) -> None:
        """Once the archive is known to open: remember it, and greet a newcomer or after a crash."""
        window = self.window
        if window is None:
            return
        window.overview.answered.disconnect(self._first_answer)
        place = window.archives.place
        Recent(self._memory).opened(place)
        if self._marker and self._marker.was_unclean and path_of(place):
            window.telling.check_after_crash()
        window.session.run(
            "opened",
            lambda office, _progress: (office.groupings_amiss, office.read_only),
            lambda found: self._opened(window, found[0], read_only=found[1]),
        )
        newcomer = overview is None or window.archives.is_example
        if newcomer and not self._memory.text(_TOURED):
            self._memory.remember(_TOURED, "offered")
            window.guiding.start()

    def _opened(self, window: MainWindow, amiss: Sequence[Finding], *, read_only: bool) -> None:
        """Show an office's own groupings, which are known by now; say why they do not count."""
        if read_only:
            window.session.reads_only = True
            window.redraw()
            window.telling.read_only()
        if amiss:
            window.telling.groupings(amiss)
        elif of_the_office():
            window.session.archive_changed.emit()
        if link := self._memory.text(_SEEN):  # own groupings are known by now: it may name one
            self._memory.remember(_SEEN, "")
            window.wayfinding.follow(link)

    def move(self, place: str) -> None:
        """Go to another archive; this one is looked at anew, which could not be reached before."""
        if self.window is None or anchored(place) != self.window.archives.place:
            self.open(place)
        else:
            self.window.session.archive_changed.emit()

    def _end_to_open_anew(self) -> None:
        """End the program, so that another begins: what it is drawn in counts from the start.

        The new one shows what this one showed: page, choosers, and what they are narrowed to.
        """
        if self.window is not None:
            self._memory.remember(_SEEN, self.window.wayfinding.link())
            self.wanted_anew = self.window.archives.place, self.window.session.language.code
            self.window.close()

    def report(
        self, kind: type[BaseException], error: BaseException, trace: TracebackType | None
    ) -> None:
        """Tell of an error that nobody caught: a fault of ours."""
        text = "".join(traceback.format_exception(kind, error, trace))
        _LOG.error("unexpected\n%s", text)
        if self.window is not None:
            self.window.telling.trouble(f"{kind.__name__}: {error}", text)
