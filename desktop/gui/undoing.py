"""Undo and redo of the last change, whatever made it: an import, a target, a silenced warning."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Protocol

from PySide6.QtCore import QObject, SignalInstance


class Doer(Protocol):
    """An errand that changes something and can take its own last change back."""

    did: SignalInstance
    undid: SignalInstance
    redid: SignalInstance

    def undo(self) -> None:
        """Take the last change back; `undid` says that it was."""

    def redo(self) -> None:
        """Do it again; `redid` says that it was."""


class Undoing(QObject):
    """Keeps the order in which errands made their changes; each keeps what it changed."""

    def __init__(self, *doers: Doer) -> None:
        """Listen to the errands."""
        super().__init__()
        self._done: list[Doer] = []
        self._undone: list[Doer] = []
        for doer in doers:
            doer.did.connect(lambda d=doer: self._did(d))
            doer.undid.connect(lambda d=doer: _move(d, self._done, self._undone))
            doer.redid.connect(lambda d=doer: _move(d, self._undone, self._done))

    def undo(self, *of: Doer) -> None:
        """Take the last change back; of some errands, if any are named."""
        if (last := _last(self._done, of)) is not None:
            last.undo()

    def redo(self, *of: Doer) -> None:
        """Do the change again that was taken back last; of some errands, if any are named."""
        if (last := _last(self._undone, of)) is not None:
            last.redo()

    def _did(self, doer: Doer) -> None:
        self._done.append(doer)
        self._undone.clear()


def _last(changes: Sequence[Doer], of: Sequence[Doer]) -> Doer | None:
    return next((doer for doer in reversed(changes) if not of or doer in of), None)


def _move(doer: Doer, source: list[Doer], other: list[Doer]) -> None:
    """Move the errand's last change from one list to the other."""
    places = [n for n, known in enumerate(source) if known is doer]
    if places:
        other.append(source.pop(places[-1]))
