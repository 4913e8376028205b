"""The progress of a job, once it has lasted long enough to be worth showing, and its cancel."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QTimer
from PySide6.QtWidgets import QFrame, QProgressBar, QVBoxLayout, QWidget

from desktop.figures.wording import Language
from desktop.gui.jobs import Job
from desktop.gui.parts.buttons import button
from desktop.gui.parts.layouts import row
from desktop.gui.parts.text import Elided, label
from desktop.gui.tokens import GAP

PATIENCE_MS = 600
"""No progress before this: what is quicker needs none (Anki's rule)."""
_WIDTH = 420
_MOVING = {QEvent.Type.Resize, QEvent.Type.Move, QEvent.Type.Show, QEvent.Type.Hide}


class ProgressSheet(QFrame):
    """Floats over the page and blocks nothing: the rest of the window stays usable."""

    def __init__(self, over: QWidget, beneath: QWidget) -> None:
        """Belong to the area that it floats over, and cover nothing of what is told `beneath`."""
        super().__init__(over)
        self.setProperty("look", "notice")
        self._over, self._beneath = over, beneath
        self._job: Job | None = None
        self._title, self._what = label("strong"), Elided("small")
        self._count = label("muted")
        self.cancel_button = button("", self.cancel)
        self.bar = QProgressBar()
        self.bar.setTextVisible(False)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(16, 12, 12, 14)
        layout.setSpacing(8)
        layout.addLayout(row(self._title, 1, self._count, self.cancel_button, gap=GAP))
        layout.addWidget(self.bar)
        layout.addWidget(self._what)
        self._timer = QTimer(self, singleShot=True, interval=PATIENCE_MS)
        self._timer.timeout.connect(self._rise)
        for other in (over, beneath):
            other.installEventFilter(self)
        self.hide()

    def dress(self, lang: Language) -> None:
        """Speak a language."""
        self.cancel_button.setText(lang._("Cancel"))
        self.cancel_button.setToolTip("Esc")

    def follow(self, job: Job) -> None:
        """Follow a job that has a title; the newest one is shown."""
        if not job.title:
            return
        self._job = job
        self._title.setText(job.title)
        self._what.setText("")
        self._count.setText("")
        self._fill(0, 0)
        self.bar.setAccessibleName(job.title)
        self.cancel_button.setEnabled(True)
        job.progressed.connect(self._advance)
        job.ended.connect(self._end)
        self._timer.start()

    def cancel(self) -> None:
        """Ask the job to stop."""
        if self._job:
            self.cancel_button.setEnabled(False)
            self._job.cancel()

    @property
    def following(self) -> bool:
        """True while a job is under way that can be cancelled here."""
        return self._job is not None

    def _advance(self, done: int, total: int, what: str) -> None:
        if self.sender() is self._job:
            self._fill(total, done)
            self._count.setText(f"{min(done + 1, total)} / {total}")
            self._what.setText(what)

    def _fill(self, total: int, done: int) -> None:
        """Fill the bar; Qt's own would at once paint all of the window that waits for a paint."""
        self.bar.setUpdatesEnabled(False)
        self.bar.setRange(0, total)
        self.bar.setValue(done)
        self.bar.setUpdatesEnabled(True)

    def _end(self) -> None:
        if self.sender() is self._job:
            self._job = None
            self._timer.stop()
            self.hide()

    def _rise(self) -> None:
        self._place()
        self.show()
        self.raise_()

    def _place(self) -> None:
        self.setFixedWidth(min(_WIDTH, self._over.width() - 2 * GAP))
        self.adjustSize()
        left = (self._over.width() - self.width()) // 2
        foot = self._over.height() - 3 * GAP
        if self._beneath.isVisible():
            foot = self._beneath.y() - GAP
        self.move(left, foot - self.height())

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Stay at the foot when the window grows or shrinks, or a notice comes or goes there."""
        if event.type() in _MOVING and self.isVisible():
            self._place()
        return super().eventFilter(watched, event)
