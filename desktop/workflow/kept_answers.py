"""Answers of the archive that are kept until something happens that they depend on."""

from __future__ import annotations

from collections.abc import Callable, Hashable
from typing import TYPE_CHECKING, Any, TypeVar

if TYPE_CHECKING:
    from desktop.archive import Archive

Answer = TypeVar("Answer")

OF_RETURNS = frozenset(("imported", "submitted", "approved", "rejected", "withdrawn", "restored"))
OF_TARGETS = frozenset(("target_set", "target_withdrawn", "target_restored"))
OF_PATHS = frozenset(("path_chosen",))
"""Deeds (`Happening.deed`) that change what returns, targets and paths there are."""

_MOST = 24
"""So many answers are kept; of more the one that was asked for first goes."""


class KeptAnswers:
    """A return that comes leaves targets and paths as they are: these are not asked for again."""

    def __init__(self) -> None:
        """Begin with none."""
        self._held: dict[Hashable, tuple[frozenset[str], Any]] = {}
        self._seen = 0

    def ask(
        self,
        archive: Archive,
        deeds: frozenset[str],
        question: Callable[..., Answer],
        *about: Hashable,
    ) -> Answer:
        """Give what `question` answers to `about`; kept until one of the deeds is done."""
        self._hear(archive)
        key = (question, about)
        held = self._held.pop(key, None) or (deeds, question(*about))
        self._held[key] = held
        while len(self._held) > _MOST:
            del self._held[next(iter(self._held))]
        answer: Answer = held[1]
        return answer

    def _hear(self, archive: Archive) -> None:
        """Forget what depends on what was done meanwhile."""
        changes = archive.changes
        if changes == self._seen:
            return
        done = {happening.deed for happening in archive.since(self._seen)} if self._held else set()
        self._held = {key: held for key, held in self._held.items() if not held[0] & done}
        self._seen = changes
