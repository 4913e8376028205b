"""The errand that keeps how a target is spread: the last choice is taken back, and made again."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QObject, Signal, SignalInstance

from desktop.gui.overwriting import keep
from desktop.workflow.pathing import about

if TYPE_CHECKING:
    from collections.abc import Callable

    from desktop.figures.month import Month
    from desktop.figures.phasing import PathWish
    from desktop.figures.target import Scope
    from desktop.gui.session import Session

_KEEPING = "keep path"
"""A subject of its own: no question about seasons may cancel it."""


class Kept(NamedTuple):
    """A choice of this session: of what, what was wished before, and what is now."""

    scope: Scope
    start: Month
    months: int
    before: PathWish
    now: PathWish


class PathKeeping(QObject):
    """Nothing is forgotten: taking a choice back chooses what was wished before."""

    did, undid, redid = Signal(), Signal(), Signal()

    def __init__(self, session: Session) -> None:
        """Remember nothing yet."""
        super().__init__()
        self._session = session
        self._done: list[Kept] = []
        self._undone: list[Kept] = []

    def choose(self, chosen: Kept, seen: int | None) -> None:
        """Keep a choice; `seen` is the last change that the user was shown."""

        def kept() -> None:
            self._done.append(chosen)
            self._undone.clear()
            self.did.emit()

        self._keep(chosen, chosen.now, seen, kept)

    def undo(self) -> None:
        """Spread it as before the last choice."""
        if self._done:
            self._turn(self._done, self._undone, self.undid, self._done[-1].before)

    def redo(self) -> None:
        """Make the choice again that was taken back last."""
        if self._undone:
            self._turn(self._undone, self._done, self.redid, self._undone[-1].now)

    def _turn(
        self, source: list[Kept], other: list[Kept], turn: SignalInstance, wish: PathWish
    ) -> None:
        def turned() -> None:
            other.append(source.pop())
            turn.emit()

        self._keep(source[-1], wish, self._session.heard, turned)

    def _keep(self, of: Kept, wish: PathWish, seen: int | None, then: Callable[[], None]) -> None:
        choice = about(of.scope, of.start, of.months, wish)

        def done(_kept: object) -> None:
            then()
            self._session.archive_changed.emit()

        keep(self._session, _KEEPING, lambda office, _: office.choose_path(choice), done, seen)
