"""The undo history of a session: the changes of every errand in their order, and the way back."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

if TYPE_CHECKING:
    from desktop.gui.jobs import Job


@dataclass(frozen=True, eq=False, slots=True)
class Change:
    """What an errand did, and the job that takes it back.

    `start_undo` starts that job; once it is done, it tells what was done then, a change as well:
    that one is taken back to make this one again. `about` is whatever the errand finds it by.
    """

    errand: object
    start_undo: Callable[[Callable[[Change], None]], Job]
    about: object = None


class UndoHistory(QObject):
    """Takes changes back and makes them again, one after the other.

    Qt's own `QUndoStack` counts a change as taken back at once. Here the archive may refuse, or a
    colleague may have been quicker: only what was taken back indeed changes its place.
    """

    did, undid, redid = Signal(), Signal(), Signal()

    def __init__(self) -> None:
        """Begin with no change."""
        super().__init__()
        self._done: list[Change] = []
        self._undone: list[Change] = []
        self._turning = False
        self._waiting: deque[Callable[[], None]] = deque()

    def add(self, change: Change) -> None:
        """Remember what was done; what was taken back before it is not made again."""
        self._done.append(change)
        self._undone.clear()
        self.did.emit()

    def can_undo(self, *errands: object) -> bool:
        """Say whether a change may be taken back; of some errands, if any are named."""
        return _last(self._done, errands) is not None

    def can_redo(self, *errands: object) -> bool:
        """Say whether a change that was taken back may be made again."""
        return _last(self._undone, errands) is not None

    def undo(self, *errands: object) -> None:
        """Take the last change back; of some errands, if any are named."""
        if self._turning:
            self._waiting.append(lambda: self.undo(*errands))
        elif (change := _last(self._done, errands)) is not None:
            self._take_back(change)

    def redo(self, *errands: object) -> None:
        """Make the change again that was taken back last; of some errands, if any are named."""
        if self._turning:
            self._waiting.append(lambda: self.redo(*errands))
        elif (change := _last(self._undone, errands)) is not None:
            self._make_again(change)

    def undo_about(self, errand: object, about: object) -> bool:
        """Take back what an errand did about something; false where it did nothing."""
        of = [c for c in self._done if c.errand is errand and c.about == about]
        if of:
            self._take_back(of[-1])
        return bool(of)

    def _take_back(self, change: Change) -> None:
        def undone(opposite: Change) -> None:
            if change in self._done:  # taken back by another try meanwhile
                self._done.remove(change)
            self._undone.append(opposite)
            self.undid.emit()

        self._start(change, undone)

    def _make_again(self, change: Change) -> None:
        def redone(opposite: Change) -> None:
            if change in self._undone:  # a new change may have cleared it meanwhile
                self._undone.remove(change)
            self._done.append(opposite)
            self.redid.emit()

        self._start(change, redone)

    def _start(self, change: Change, then: Callable[[Change], None]) -> None:
        self._turning = True
        change.start_undo(then).ended.connect(self._go_on)

    def _go_on(self) -> None:
        self._turning = False
        if self._waiting:
            self._waiting.popleft()()


def _last(changes: Sequence[Change], errands: Sequence[object]) -> Change | None:
    return next((c for c in reversed(changes) if not errands or c.errand in errands), None)
