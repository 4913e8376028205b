"""The export errand in the window: where to, write, and a way to open what was written."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QObject, QUrl, Signal
from PySide6.QtGui import QDesktopServices

from desktop.figures.month import Month
from desktop.gui.session import Session
from desktop.gui.shell.notice import Message
from desktop.gui.tokens import Tone


class Exporting(QObject):
    """Writes the summary of what is being looked at, as a job."""

    said = Signal(object)  # Message

    def __init__(self, session: Session) -> None:
        super().__init__()
        self._session = session

    def proposed(self, through: Month) -> str:
        """Propose a file: in the folder last written to, named after the month."""
        folder = Path(self._session.memory.text("out_folder") or self._session.memory.folder)
        name = self._session.language._("Exports {month}.xlsx", month=str(through))
        return str(folder / name)

    def write(self, out: Path) -> None:
        """Write the summary to a file."""
        session = self._session
        session.memory.remember("out_folder", str(out.parent))
        selection, lang = session.selection, session.language
        job = session.job(
            "summary",
            lambda office, _progress: office.write_summary(
                out, lang, year=selection.year, through=selection.through,
                vintage=selection.vintage,
            ),
            lang._("Writing the summary"),
        )  # fmt: skip
        job.succeeded.connect(self._written)
        session.jobs.start(job)

    def _written(self, out: Path) -> None:
        lang = self._session.language
        self.said.emit(
            Message(
                Tone.GOOD,
                lang._("Summary written: {name}", name=out.name),
                button=lang._("Open"),
                pressed=lambda: _show(out),
            )
        )


def _show(out: Path) -> None:
    QDesktopServices.openUrl(QUrl.fromLocalFile(str(out)))
