"""The stage that pictures are taken on: a real window, without a screen, on a real archive."""

from __future__ import annotations

import shutil
import tempfile
import time
from collections.abc import Callable, Sequence
from datetime import UTC, date, datetime
from pathlib import Path

from PySide6.QtCore import QEvent
from PySide6.QtGui import QPainter, QPixmap
from PySide6.QtWidgets import QApplication, QWidget

from desktop.figures.places import sample
from desktop.figures.series import Flow
from desktop.figures.target import Target, TargetMeasure
from desktop.gui.application import application
from desktop.gui.jobs import Job
from desktop.gui.memory import Memory
from desktop.gui.session import Session
from desktop.gui.theme import ThemeChoice
from desktop.gui.window import MainWindow
from desktop.workflow import Office

TODAY = datetime(2025, 8, 7, 9, 30, tzinfo=UTC)
"""The day on which the pictures are taken: July's returns are out."""
SAMPLES = ("history", "gso", "customs")
_PATIENCE = 120.0


def build_archive(archive: Path) -> Path:
    """Import the sample returns into a fresh archive, unless that was done before."""
    if not archive.exists():
        archive.parent.mkdir(parents=True, exist_ok=True)
        unfinished = archive.with_suffix(".unfinished")
        unfinished.unlink(missing_ok=True)
        with Office(unfinished, clock=lambda: TODAY, user="lan") as office:
            office.take_in([sample(part) for part in SAMPLES])
            office.set_target(
                Target(Flow.EXPORT, TargetMeasure.GROWTH, 2025, 0.12, 0.12,
                       document="Nghị quyết 01/NQ-CP", issued_on=date(2025, 1, 8))
            )  # fmt: skip
        unfinished.rename(archive)
    return archive


class Stage:
    """One window and its archive, which a scene may change as it likes: it is a copy."""

    def __init__(self, archive: Path | None) -> None:
        """Open the window on a copy of an archive, or on an empty one."""
        self.app = application()
        self.folder = Path(tempfile.mkdtemp(prefix="shots-"))
        here = self.folder / "archive.sqlite3"
        if archive is not None:
            shutil.copy(archive, here)

        def opener() -> Office:
            return Office(here, clock=lambda: TODAY, user="lan", desk="shots")

        session = Session(opener, Memory(self.folder / "w.ini"), "vi", ThemeChoice.LIGHT)
        self.window = MainWindow(session, example=True)
        self.window.painted.connect(self.window.begin)
        self.window.resize(1440, 900)
        self.window.show()
        self.settle()

    # What scenes do ----------------------------------------------------------------------------

    def settle(self, true: Callable[[], bool] = lambda: True) -> None:
        """Wait until no job is under way, and something is true."""
        late = time.monotonic() + _PATIENCE
        quiet = 0
        while quiet < 3:
            self.app.processEvents()
            self.app.sendPostedEvents(None, QEvent.Type.DeferredDelete)  # as a true loop does
            session = self.window.session
            busy = session.jobs.busy or session.theme.dressing.busy
            quiet = quiet + 1 if not busy and true() else 0
            time.sleep(0.005)
            if time.monotonic() > late:
                raise TimeoutError(f"the window does not come to rest: {self._restless()}")

    def _restless(self) -> str:
        """Say what is under way or stands before the window."""
        jobs = ", ".join(job.subject for job in self.window.session.jobs.findChildren(Job))
        dressing = "being dressed" if self.window.session.theme.dressing.busy else "dressed"
        before = ", ".join(type(dialog).__name__ for dialog in self.dialogs())
        said = self.window.notice.message
        return f"on {self.window.page}, jobs [{jobs}], {dressing}, dialogs [{before}], said {said}"

    def review(self, *paths: Path) -> None:
        """Read files and show the review of them."""
        self.window.importing.preview(list(paths))
        self.settle(lambda: self.window.page == "review")

    def dialogs(self) -> list[QWidget]:
        """What stands before the window: dialogs and menus, the oldest first."""
        return [w for w in QApplication.topLevelWidgets() if w.isVisible() and w != self.window]

    # Pictures ----------------------------------------------------------------------------------

    def dress(self, language: str, theme: str, size: Sequence[int]) -> None:
        """Change language, theme and size, as a user would."""
        self.window.resize(*size)
        self.window.session.speak(language)
        self.window.session.wear(ThemeChoice(theme))
        self.settle()

    def picture(self) -> QPixmap:
        """Draw the window with what stands before it."""
        drawn = self.window.grab()
        painter = QPainter(drawn)
        middle = self.window.rect().center()
        for shown in self.dialogs():
            part = shown.grab()
            menu = shown.inherits("QMenu")
            at = self.window.mapFromGlobal(shown.pos()) if menu else middle - part.rect().center()
            painter.drawPixmap(at, part)
            if not menu:  # where a window manager draws its frame
                painter.drawRect(part.rect().translated(at))
        painter.end()
        return drawn

    def clear(self) -> None:
        """Close what stands before the window."""
        for shown in reversed(self.dialogs()):
            shown.close()
        self.settle()

    def close(self) -> None:
        """Close the window and remove its folder."""
        self.clear()
        self.window.close()
        self.window.deleteLater()
        self.app.processEvents()
        shutil.rmtree(self.folder, ignore_errors=True)
