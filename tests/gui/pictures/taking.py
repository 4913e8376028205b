"""The pictures that are approved: each page of one example, in few of its languages and themes."""

from __future__ import annotations

import tempfile
import time
from collections.abc import Callable, Collection, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtGui import QImage

from desktop.gui import motion
from desktop.gui.application import application
from desktop.gui.memory import Memory
from desktop.gui.session import Session
from desktop.gui.theme import ThemeChoice
from desktop.gui.window import MainWindow
from tests.gui.conftest import JULY
from tests.gui.example_office import ExampleOffice

_PATIENCE = 60.0


@dataclass(frozen=True, slots=True)
class Picture:
    """A page as it is worn."""

    page: str
    language: str = "vi"
    theme: ThemeChoice = ThemeChoice.LIGHT
    size: tuple[int, int] = (1280, 720)

    @property
    def name(self) -> str:
        """The name of its file."""
        return f"{self.page}-{self.language}-{self.theme}-{self.size[0]}"


_LARGE = (1920, 1080)
PICTURES = (
    *(Picture(page) for page in ("overview", "markets", "sectors", "balance", "outlook",
                                 "received", "export")),
    *(Picture(page, "en", ThemeChoice.DARK, _LARGE) for page in ("overview", "markets")),
    Picture("overview", theme=ThemeChoice.CONTRAST),
    Picture("review"),  # last: every other page tells of a review that is left
)  # fmt: skip


@contextmanager
def window() -> Iterator[MainWindow]:
    """Give a window at rest on the example, in which nothing moves."""
    app, moved = application(), motion.allowed()
    motion.allow(False)
    with tempfile.TemporaryDirectory() as folder:
        memory = Memory(Path(folder) / "window.ini")
        made = MainWindow(Session(ExampleOffice, memory, "vi", ThemeChoice.LIGHT))
        made.painted.connect(made.begin)
        made.show()
        settle(made, lambda: made.overview.overview is not None)
        try:
            yield made
        finally:
            made.close()
            made.deleteLater()
            app.processEvents()
            motion.allow(moved)


def taken(
    shown: MainWindow, wanted: Collection[Picture] = PICTURES
) -> Iterator[tuple[str, QImage]]:
    """Take pictures, each by its name."""
    for picture in wanted:
        shown.resize(*picture.size)
        shown.session.speak(picture.language)
        shown.session.wear(picture.theme)
        if picture.page == "review":
            shown.importing.preview([JULY])
            settle(shown, lambda: shown.page == "review")
        else:
            shown.show_page(picture.page)
        settle(shown)
        yield picture.name, shown.grab().toImage()


def settle(shown: MainWindow, true: Callable[[], bool] = lambda: True) -> None:
    """Wait until no job is under way, something is true, and all is laid out."""
    late, quiet = time.monotonic() + _PATIENCE, 0
    while quiet < 3:
        application().processEvents()
        quiet = (
            quiet + 1
            if true() and not (shown.session.jobs.busy or shown.session.theme.dressing.busy)
            else 0
        )
        if not quiet:
            time.sleep(0.002)  # lets the worker threads run
        if time.monotonic() > late:
            raise TimeoutError("the window does not come to rest")
