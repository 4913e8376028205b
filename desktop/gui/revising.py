"""Opens the revision triangle over the page of returns, and asks for what is chosen there."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from desktop.figures.catalogue import items, markets
from desktop.figures.collation import alphabetical
from desktop.figures.finding import Refused
from desktop.figures.series import Flow
from desktop.figures.series_names import BALANCE
from desktop.gui.provenance.asking import Provenance

if TYPE_CHECKING:
    from desktop.analysis.revisions import Triangle
    from desktop.gui.received.revisions_dialog import RevisionsDialog
    from desktop.gui.session import Session
    from desktop.workflow import Office

_SUBJECT = "revisions"


class Revising(QObject):
    """One dialog at a time; a newer choice supersedes an older one under way."""

    said = Signal(object)  # Message

    def __init__(self, session: Session, window: QWidget) -> None:
        """Take the window that the dialog belongs to."""
        super().__init__(window)
        self._session, self._window = session, window
        self.dialog: RevisionsDialog | None = None
        self.provenance: Provenance | None = None

    def open(self) -> None:
        """Show the dialog, with the exports to begin with."""
        if self.dialog is not None:
            return
        from desktop.gui.received.revisions_dialog import RevisionsDialog  # noqa: PLC0415 - when asked

        dialog = self.dialog = RevisionsDialog(self._window, self._session, self._names())
        self._session.theme.dress(dialog)
        dialog.asked.connect(self._ask)
        self.provenance = Provenance(self._session, dialog)
        self.provenance.said.connect(self.said)
        for offer in (dialog.offer, dialog.offer_of_means):
            self.provenance.serve(offer)
        dialog.finished.connect(self._closed)
        dialog.open()
        dialog.ask()

    def _closed(self) -> None:
        if self.dialog is not None:
            self.dialog.deleteLater()
            self.dialog = self.provenance = None

    def _names(self) -> list[tuple[str, str]]:
        lang = self._session.language
        whole = [
            (lang._("Exports"), "exports"),
            (lang._("Imports"), "imports"),
            (lang._("Trade balance"), BALANCE),
            (lang._("Domestic sector"), "domestic"),
            (lang._("FDI sector"), "fdi"),
        ]
        goods = [(n.text(lang.code), f"item:{n.code}") for n in items(Flow.EXPORT)]
        partners = [(n.text(lang.code), f"market:{n.code}") for n in markets()]
        parts = [
            (text, name)
            for part in (goods, partners)
            for text, name in sorted(part, key=lambda named: alphabetical(named[0]))
            if text
        ]
        return [*whole, *(p for p in parts if not p[1].endswith((":TOTAL", ":WORLD")))]

    def _ask(self, name: str, cumulative: bool) -> None:  # noqa: FBT001 - Qt passes by place
        vintage = self._session.selection.vintage

        def ask(office: Office, _progress: object) -> Triangle | None:
            try:
                return office.revisions(name, cumulative=cumulative, vintage=vintage)
            except Refused:
                return None

        self._session.run(_SUBJECT, ask, self._show)

    def _show(self, triangle: Triangle | None) -> None:
        if self.dialog is not None:
            self.dialog.show_triangle(triangle)
