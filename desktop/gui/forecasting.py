"""Asking for the outlook in the window, off its thread, after the overview has been shown."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from desktop.gui.session import Session

if TYPE_CHECKING:
    from typing import Any

    from desktop.analysis.outlook import Outlook
    from desktop.analysis.results import Overview
    from desktop.figures.finding import Refused
    from desktop.workflow import Office

_SUBJECT = "outlook"


class Forecaster(QObject):
    """Keeps the newest outlook, with the overview that it goes on from.

    `answered` says that either has changed: the outlook is None while it is being worked out.
    `again_asked` says that somebody wants what was refused to be tried again.
    """

    answered, again_asked = Signal(), Signal()

    def __init__(self, session: Session) -> None:
        """Ask nothing yet: the overview comes first."""
        super().__init__()
        self._session = session
        self.overview: Overview | None = None
        self.outlook: Outlook | None = None
        self.told = False
        self.refusal: Refused | None = None

    def refresh(self, overview: Overview | None) -> None:
        """Ask again for an overview; an older question under way is dropped."""
        dropped = self.outlook is not None and self.of(overview) is None
        tried_again = self.refusal is not None
        self.told, self.refusal, self.overview = True, None, overview
        if dropped or tried_again or overview is None:
            self.outlook = None
            self.answered.emit()
        if overview is None:
            return

        def ask(office: Office, _progress: Any) -> Outlook | None:
            return office.outlook(overview=overview)

        self._session.run(_SUBJECT, ask, lambda found: self._take(overview, found))

    def be_refused(self, refusal: Refused) -> None:
        """Take in why there is no overview to go on from."""
        self.refusal = refusal
        self.answered.emit()

    def hold(self, overview: Overview, outlook: Outlook | None) -> None:
        """Take an outlook that was worked out elsewhere: for a picture."""
        self.overview, self.outlook = overview, outlook

    def _take(self, asked: Overview, found: Outlook | None) -> None:
        if asked is self.overview:
            self.outlook = found
            self.answered.emit()

    def of(self, overview: Overview | None) -> Outlook | None:
        """Give the outlook that may stand beside an overview until the next one is there."""
        held = self.outlook
        if held is None or overview is None:
            return None
        same = (held.through, held.vintage) == (overview.through, overview.vintage)
        return held if same else None
