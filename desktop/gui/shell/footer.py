"""The line beneath a page: whether the sectors add up, where the headline was read."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QFrame, QHBoxLayout

from desktop.figures.wording import Language
from desktop.gui.jobs import Job
from desktop.gui.parts.text import Elided, label
from desktop.gui.shell.progress import PATIENCE_MS
from desktop.gui.tokens import FOOTER_HEIGHT, MARGIN

if TYPE_CHECKING:
    from desktop.analysis.results import Overview


class Footer(QFrame):
    """Three texts; the middle one gives way. Of an answer that is awaited it says so."""

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("look", "footer")
        self.setFixedHeight(FOOTER_HEIGHT)
        self.check = label("small")
        self.source = Elided("small", mode=Qt.TextElideMode.ElideMiddle)
        self.awaited, self.aside = label("small"), label("small")
        self.awaited.hide()
        self._open = 0
        self._timer = QTimer(self, singleShot=True, interval=PATIENCE_MS)
        self._timer.timeout.connect(self.awaited.show)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(MARGIN, 0, MARGIN, 0)
        layout.setSpacing(22)
        layout.addWidget(self.check)
        layout.addWidget(self.source, 1)
        layout.addWidget(self.awaited)
        layout.addWidget(self.aside)

    def dress(self, lang: Language) -> None:
        """Speak a language."""
        self.awaited.setText(lang._("Working it out…"))

    def follow(self, job: Job) -> None:
        """Follow a question of a page: it has no sheet of progress, and may last all the same."""
        if job.title:
            return
        self._open += 1
        job.ended.connect(self._end)
        if not self._timer.isActive() and not self.awaited.isVisible():
            self._timer.start()

    def _end(self) -> None:
        self._open -= 1
        if not self._open:
            self._timer.stop()
            self.awaited.hide()

    def tell(self, check: str = "", source: str = "", aside: str = "") -> None:
        """Say something else."""
        self.check.setText(check)
        self.check.setVisible(bool(check))
        self.source.setText(source)
        self.source.setAccessibleName(source)
        self.aside.setText(aside)


def small_print(overview: Overview | None, lang: Language) -> tuple[str, str]:
    """Say whether the sectors add up, and where the headline was read."""
    return (_reconciled(overview, lang), _source(overview, lang)) if overview else ("", "")


def kept_how(lang: Language, *, reads_only: bool) -> str:
    """Say of an archive that is open how what is done there is kept."""
    return lang._("For reading only") if reads_only else lang._("Saved automatically")


def _reconciled(overview: Overview, lang: Language) -> str:
    if overview.check is None:
        return ""
    if overview.check.agrees:
        return lang._("✓ Reconciled: total = domestic + foreign-invested")
    return lang._("▲ Total differs from domestic + foreign-invested")


def _source(overview: Overview, lang: Language) -> str:
    source = overview.exports.cumulative_source
    if source is None:
        return ""
    day = lang.date(date.fromisoformat(source.reported_on))
    return lang._("Source: {place} · published {day}", place=source, day=day)
