"""The errands on warnings in the window: ask for them, open them, silence one, let it be heard."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from desktop.figures.finding import Refused
from desktop.gui.overwriting import keep
from desktop.gui.session import Session
from desktop.gui.undo_history import Change

if TYPE_CHECKING:
    from collections.abc import Callable
    from typing import Any

    from desktop.analysis.warnings.results import EarlyWarning, WarningsReport
    from desktop.figures.silence import Silence
    from desktop.gui.jobs import Job
    from desktop.gui.warnings.dialog import WarningsDialog
    from desktop.workflow import Office

_SUBJECT = "warnings"


class Warner(QObject):
    """Keeps the newest report. `answered` gives it, or None where there is nothing to judge."""

    answered = Signal(object)  # WarningsReport | None

    def __init__(self, session: Session) -> None:
        """Ask nothing yet: the overview comes first."""
        super().__init__()
        self._session = session
        self.report: WarningsReport | None = None
        self._is_newest = True
        self.dialog: WarningsDialog | None = None

    def refresh(self) -> None:
        """Ask again for what is looked at; an older question under way is dropped."""
        chosen = self._session.selection

        def ask(office: Office, _progress: Any) -> tuple[WarningsReport | None, bool]:
            try:
                report = office.warnings(chosen)
            except Refused:
                return None, False  # the page itself says that nothing is held of it
            back = chosen.vintage.looks_back
            return report, not back and office.months()[-1:] == [report.through]

        self._session.run(_SUBJECT, ask, self._take)

    def _take(self, told: tuple[WarningsReport | None, bool]) -> None:
        report, self._is_newest = told
        self.report = report
        if self.dialog is not None and report is not None:
            self.dialog.show_report(report, is_newest=self._is_newest)
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
        # Columns are as wide as the fonts that are worn by now.
        dialog.show_report(self.report, warning, is_newest=self._is_newest)

    def _closed(self, _result: int) -> None:
        self.dialog = None

    def _silence(self, warning: EarlyWarning, months: int, reason: str) -> None:
        self._change(
            lambda office: office.silence(warning.rule, warning.subject, months, reason),
            lambda silence: self._session.undo_history.add(self._silenced(silence)),
        )

    def _lift(self, number: int) -> None:
        """Let a warning be heard again; where it was silenced here, that is an undo."""
        if not self._session.undo_history.undo_about(self, number):
            self._change(lambda office: office.lift_silence(number), lambda _: None)

    def _silenced(self, held: Silence) -> Change:
        def lift(then: Callable[[Change], None]) -> Job:
            return self._change(
                lambda office: office.lift_silence(held.number), lambda _: then(self._lifted(held))
            )

        return Change(self, lift, about=held.number)

    def _lifted(self, held: Silence) -> Change:
        months = held.until - held.since

        def silence_again(then: Callable[[Change], None]) -> Job:
            return self._change(
                lambda office: office.silence(held.rule, held.subject, months, held.reason),
                lambda silence: then(self._silenced(silence)),
            )

        return Change(self, silence_again)

    def _change(self, deed: Callable[[Office], Any], then: Callable[[Any], None]) -> Job:
        def done(answer: Any) -> None:
            then(answer)
            self.refresh()

        return keep(
            self._session, "silence", lambda office, _: deed(office), done, self._session.heard
        )
