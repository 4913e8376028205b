"""Asks where a number comes from, and shows the answer; opens the original it was read in."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from desktop.gui.originals import Originals
from desktop.gui.provenance.offer import Number, Offer
from desktop.gui.session import Session
from desktop.workflow import YearAsked

if TYPE_CHECKING:
    from desktop.analysis.tracing import Trace
    from desktop.figures.figure import Source
    from desktop.figures.received import StoredReturn
    from desktop.workflow import Office

_SUBJECT = "provenance"


class Provenance(QObject):
    """One question at a time; a newer one supersedes."""

    opened = Signal(object)  # ProvenanceDialog
    said = Signal(object)  # Message

    def __init__(self, session: Session, window: QWidget) -> None:
        """Take the widget that the dialog belongs to."""
        super().__init__(window)
        self._session, self._window = session, window
        self.originals = Originals(session, window)
        self.originals.said.connect(self.said)

    def serve(self, offer: Offer) -> None:
        """Answer an offer's question, and look at what it is about."""
        offer.asked.connect(self.ask)
        offer.looked.connect(self._session.look_at)
        offer.looks_at = self._session.looks_at

    def ask(self, number: Number) -> None:
        """Trace a number as of the vintage that is looked at, then show it."""
        chosen = self._session.selection
        through = number.through or chosen.through

        def trace(office: Office, _progress: object) -> Trace:
            year = None if through else chosen.year
            return office.trace(number.name, YearAsked(year, through, chosen.vintage))

        self._session.run(_SUBJECT, trace, self._show)

    def _show(self, trace: Trace) -> None:
        from desktop.gui.provenance.dialog import ProvenanceDialog  # noqa: PLC0415 - when asked

        dialog = ProvenanceDialog(self._window, trace, self._session.language)
        self._session.theme.dress(dialog)
        dialog.open_asked.connect(self._find)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()
        self.opened.emit(dialog)

    def _find(self, source: Source) -> None:
        self._session.run(_SUBJECT, lambda office, _progress: held_in(office, source), self._open)

    def _open(self, held: StoredReturn | None) -> None:
        if held is not None:
            self.originals.open(held)


def held_in(office: Office, source: Source) -> StoredReturn | None:
    """Find the return that a cell was read in, by its name and day; the newest of several."""
    found = [
        held
        for held in office.returns()
        if not held.withdrawn
        and (held.name, held.reported_on.isoformat()) == (source.file, source.reported_on)
    ]
    return max(found, key=lambda held: held.number, default=None)
