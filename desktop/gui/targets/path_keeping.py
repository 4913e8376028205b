"""The errand that keeps how a target is spread; a choice can be taken back."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from desktop.gui.overwriting import keep
from desktop.gui.undo_history import Change

if TYPE_CHECKING:
    from collections.abc import Callable

    from desktop.figures.month import Month
    from desktop.figures.phasing import PathWish
    from desktop.figures.target import Scope
    from desktop.gui.jobs import Job
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


class PathKeeping:
    """Nothing is forgotten: taking a choice back chooses what was wished before."""

    def __init__(self, session: Session) -> None:
        """Work in a session."""
        self._session = session

    def choose(self, chosen: Kept, seen: int | None) -> None:
        """Keep a choice; `seen` is the last change that the user was shown."""
        self._keep(chosen, seen, self._session.undo_history.add)

    def _keep(self, chosen: Kept, seen: int | None, then: Callable[[Change], None]) -> Job:
        from desktop.workflow.pathing import about  # noqa: PLC0415 - not on the first paint

        choice = about(chosen.scope, chosen.start, chosen.months, chosen.now)

        def kept(_: object) -> None:
            then(self._undoable(chosen))
            self._session.archive_changed.emit()

        return keep(
            self._session, _KEEPING, lambda office, _: office.choose_path(choice), kept, seen
        )

    def _undoable(self, chosen: Kept) -> Change:
        back = chosen._replace(before=chosen.now, now=chosen.before)
        return Change(self, lambda then: self._keep(back, self._session.heard, then))
