"""Telling what could not be done: a refusal in a notice, a fault of ours with its report."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import QWidget

from desktop.figures.finding import Finding, Refused, Severity
from desktop.figures.finding_texts import remedy, sentence
from desktop.figures.window_finding_texts import CONNECTING
from desktop.gui import actions
from desktop.gui.parts.empty_state import window_action
from desktop.gui.session import Session
from desktop.gui.shell.notice import Message, Notice
from desktop.gui.tokens import Tone

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from desktop.figures.progress import Progress
    from desktop.figures.wording import Language
    from desktop.workflow import Office


class Telling(QObject):
    """Says one sentence and a remedy; what is ours can be looked into and sent."""

    def __init__(self, session: Session, window: QWidget, notice: Notice) -> None:
        """Listen to every job that ends otherwise than it should."""
        super().__init__(window)
        self._session, self._window, self._notice = session, window, notice
        session.jobs.refused.connect(self.refused)
        session.jobs.offered.connect(self.refused_typed)
        session.jobs.failed.connect(self.trouble)
        session.jobs.started.connect(lambda job: job.ended.connect(self._give_way))

    def _give_way(self) -> None:
        """Let the notice stand beside the buttons that a job's answer brings to its page."""
        if self._notice.isVisible():
            QTimer.singleShot(0, self._notice, self._place)

    def _place(self) -> None:
        self._session.theme.dressing.then(self._window, self._notice.place)

    def refused(self, refusal: Refused) -> None:
        """Say why an errand could not be done."""
        self._say(Tone.BAD, refusal.findings[0])

    def refused_typed(self, refusal: Refused, again: Callable[[], object]) -> None:
        """Say why what was typed could not be kept; where that passes, offer to keep it later."""
        self._notice.say(not_kept(refusal.findings[0], again, self._session.language))

    def trouble(self, what: str, trace: str) -> None:
        """Show our own bug with its report."""
        from desktop.gui.shell.trouble import TroubleDialog  # noqa: PLC0415 - hoped to be rare

        dialog = TroubleDialog(self._window, self._session.language, what, trace)
        self._session.theme.dress(dialog)
        dialog.open()

    def groupings(self, findings: Sequence[Finding]) -> None:
        """Say quietly why the office's own groupings do not count, and what mends them."""
        lang, first = self._session.language, findings[0]
        more = len(findings) - 1
        told = [
            lang._("Your office's own groupings do not count."),
            sentence(first, lang),
            lang.plural("{count} more finding.", "{count} more findings.", more) if more else "",
        ]
        after = lang._("Then drop the file on this window.")
        self._notice.say(
            Message(
                Tone.WARN,
                " ".join(filter(None, told)),
                f"{remedy(first, lang, in_window=True)} {after}",
            )
        )

    def read_only(self) -> None:
        """Say that the archive can be looked at only, and what would change that."""
        found = Finding(Severity.WARNING, "archive_read_only", about=self._session.place)
        self._say(Tone.WARN, found)

    def check_after_crash(self) -> None:
        """Look whether the archive took harm when the last session broke off; say so quietly."""

        def look(office: Office, progress: Progress) -> Sequence[Finding]:
            from desktop.workflow.archives import check  # noqa: PLC0415 - rarely needed

            return check(office.location, progress)

        self._session.run("soundness", look, self._checked)

    def _checked(self, damage: Sequence[Finding]) -> None:
        if damage:
            self._say(Tone.BAD, damage[0])
            return
        if self._notice.isVisible():
            return  # what asks for something to be done is not covered by good news
        words = self._session.language._(
            "The application ended unexpectedly last time. The archive was checked: it is whole."
        )
        self._notice.say(Message(Tone.PRIMARY, words, brief=True))

    def _say(self, tone: Tone, finding: Finding) -> None:
        lang = self._session.language
        if finding.code in CONNECTING:
            connect = window_action(self._window, actions.CONNECT)
            words = lang._("Connect to an office's archive…")
            self._notice.say(Message.about(finding, tone, lang, words, connect))
            return
        self._notice.say(Message.about(finding, tone, lang))


_PASSING = frozenset(
    f"archive_{kind}"
    for kind in ("busy", "crowded", "disk", "disk_full", "gone", "held", "password", "server_gone")
)
"""Codes of what stands in the way for a while."""


def not_kept(finding: Finding, again: Callable[[], object], lang: Language) -> Message:
    """Make the notice of a refusal; `again` is offered where the same may go well later."""
    if finding.code not in _PASSING:
        return Message.about(finding, Tone.BAD, lang)
    told = Message.about(finding, Tone.BAD, lang, lang._("Try again"), again)
    left = lang._("What you typed is not kept yet.")
    return replace(told, remedy=f"{told.remedy} {left}", left=left)
