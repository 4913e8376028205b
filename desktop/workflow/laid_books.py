"""Figures laid out by series and month, kept by what was wanted, with what was made of them."""

from __future__ import annotations

from collections.abc import Hashable
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from desktop.analysis.lines import Book
    from desktop.analysis.structure.remembered import Remembered
    from desktop.workflow.kept_frames import Kept, State

    Books = tuple[Book | None, Book | None]
    """Values and quantities."""

_MOST = 6
"""So many wishes are kept; of more the one that was asked for first goes."""
_MOST_REMEMBERED = 2
"""Of so many wishes it is remembered what was worked out, of those asked for last."""
_STATES = 2
"""Of each the newest state and the one before: an undo goes back to it."""


class LaidBooks:
    """What came is laid on the books that there are; what only was asked again is found."""

    def __init__(self) -> None:
        """Begin with none."""
        self._held: dict[Hashable, list[tuple[State, Books]]] = {}
        self._remembered: dict[Hashable, Remembered] = {}

    def of(self, wanted: Hashable, kept: Kept, *, first_release: bool) -> Books:
        """Give values and quantities of a frame, and keep them by what was wanted."""
        states = self._held.pop(wanted, [])
        found = next((books for state, books in states if state is kept.state), None)
        if found is None:
            before = next((books for state, books in states if state is kept.before), None)
            found = _laid(kept, before, first_release)
        others = [held for held in states if held[0] is not kept.state]
        self._held[wanted] = [(kept.state, found), *others][:_STATES]
        while len(self._held) > _MOST:
            gone = next(iter(self._held))
            del self._held[gone]
            self._remembered.pop(gone, None)
        return found

    def remembered(self, wanted: Hashable) -> Remembered:
        """Give what was worked out of the books of a wish, to go on from."""
        from desktop.analysis.structure.remembered import (  # noqa: PLC0415 - after first paint
            Remembered,
        )

        found = self._remembered.pop(wanted, None) or Remembered()
        self._remembered[wanted] = found
        while len(self._remembered) > _MOST_REMEMBERED:
            del self._remembered[next(iter(self._remembered))]
        return found


def _laid(kept: Kept, before: Books | None, first_release: bool) -> Books:  # noqa: FBT001 - of the vintage
    from desktop.analysis.laid_on import laid_on  # noqa: PLC0415 - after first paint
    from desktop.analysis.lines import laid_out  # noqa: PLC0415 - as above
    from desktop.analysis.rows import QUANTITIES, VALUES, taken  # noqa: PLC0415 - as above

    grown = None if before is None or kept.newer is None else taken(kept.newer)
    values, quantities = (
        (None if grown is None or old is None else laid_on(old, grown, amounts))
        or laid_out(kept.columns, first_release=first_release, amounts=amounts)
        for old, amounts in zip(before or (None, None), (VALUES, QUANTITIES), strict=True)
    )
    return values, quantities
