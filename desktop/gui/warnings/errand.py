"""The errands on warnings in the window: ask for them, open them, silence one, let it be heard."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from desktop.figures.finding import Refused
from desktop.gui.overwriting import keep
from desktop.gui.session import Session

if TYPE_CHECKING:
    from typing import Any

    from desktop.analysis.warnings.results import EarlyWarning, WarningsReport
    from desktop.figures.silence import Silence
    from desktop.gui.warnings.dialog import WarningsDialog
    from desktop.workflow import Office

_SUBJECT = "warnings"


class Warner(QObject):
    """Keeps the newest report. `answered` gives it, or None where there is nothing to judge."""

    answered = Signal(object)  # WarningsReport | None
    did, undid, redid = Signal(), Signal(), Signal()

    def __init__(self, session: Session) -> None:
        """Ask nothing yet: the overview comes first."""
        super().__init__()
        self._session = session
        self.report: WarningsReport | None = None
        self.dialog: WarningsDialog | None = None
        self._done: list[Silence] = []
        self._undone: list[Silence] = []

    def refresh(self) -> None:
        """Ask again for what is looked at; an older question under way is dropped."""
        chosen = self._session.selection

        def ask(office: Office, _progress: Any) -> WarningsReport | None:
            try:
                return office.warnings(chosen)
            except Refused:
                return None  # the page itself says that nothing is held of it

        job = self._session.job(_SUBJECT, ask)
        job.succeeded.connect(self._take)
        self._session.jobs.start(job)

    def _take(self, report: WarningsReport | None) -> None:
        self.report = report
        if self.dialog is not None and report is not None:
            self.dialog.show_report(report)
        self.answered.emit(report)

    def open(self, parent: QWidget, warning: EarlyWarning | None) -> None:
        """Show every warning, one of them chosen."""
        from desktop.gui.warnings.dialog import WarningsDialog  # noqa: PLC0415 - after first paint

        if self.report is None:
            return
        dialog = WarningsDialog(parent, self._session)
        self._session.theme.dress(dialog)
        dialog.silenced.connect(self._silence)
        dialog.lifted.connect(self._lift)
        dialog.looked.connect(self._session.look_at)
        dialog.finished.connect(self._closed)
        self.dialog = dialog
        dialog.open()
        dialog.show_report(self.report, warning)  # columns are as wide as the fonts that are worn

    def _closed(self, _result: int) -> None:
        self.dialog = None

    def _silence(self, warning: EarlyWarning, months: int, reason: str) -> None:
        def kept(silence: Silence) -> None:
            self._done.append(silence)
            self._undone.clear()
            self.did.emit()

        self._change(
            lambda office: office.silence(warning.rule, warning.subject, months, reason), kept
        )

    def _lift(self, number: int) -> None:
        """Let a warning be heard again; where it was silenced here, that is an undo."""

        def lifted(_nothing: object) -> None:
            for held in [s for s in self._done if s.number == number]:
                self._done.remove(held)
                self._undone.append(held)
                self.undid.emit()

        self._change(lambda office: office.lift_silence(number), lifted)

    def undo(self) -> None:
        """Let the warning be heard again that was silenced last."""
        if self._done:
            self._lift(self._done[-1].number)

    def redo(self) -> None:
        """Silence the warning again that was let be heard last."""
        if not self._undone:
            return
        again = self._undone[-1]

        def kept(silence: Silence) -> None:
            self._undone.remove(again)
            self._done.append(silence)
            self.redid.emit()

        months = again.until - again.since
        self._change(
            lambda office: office.silence(again.rule, again.subject, months, again.reason), kept
        )

    def _change(self, deed: Any, then: Any) -> None:
        def done(answer: Any) -> None:
            then(answer)
            self.refresh()

        keep(self._session, "silence", lambda office, _: deed(office), done, self._session.heard)
