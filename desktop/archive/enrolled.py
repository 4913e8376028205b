"""Returns as far as comparisons ask for them: those that one meets, not all there ever were."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from typing import Any, NamedTuple

from sqlalchemy import ColumnElement, Connection, select

from desktop.archive import bulk
from desktop.archive.schema import returns


class Kept(NamedTuple):
    """A return that counts, as far as comparisons ask for it."""

    number: int
    sender: str
    layout: str
    month: int | None
    reported_on: str
    saved_at: str
    content_hash: str
    file: str


_r = returns.c
_KEPT = select(
    _r.id, _r.sender, _r.layout, _r.month, _r.reported_on, _r.saved_at, _r.content_hash, _r.name
)


class Enrolled:
    """The returns of one state of an archive, as they are asked for, and what came since."""

    def __init__(self, out: Collection[int], *, is_empty: bool) -> None:
        """Begin with none; of an archive that `is_empty` all that comes is known.

        `out` are the numbers of those that do not count.
        """
        self._has_all, self._out = is_empty, frozenset(out)
        self.known: dict[int, Kept] = {}
        """By their numbers those that were asked for, and that count."""
        self._senders: dict[str, list[Kept]] = {}
        self._contents: dict[str, list[Kept]] = {}
        self._stored: set[str] = set()

    def meet(self, connection: Connection, numbers: Iterable[int]) -> None:
        """Have those of certain numbers among the `known`."""
        missing = set(numbers) - self.known.keys() - self._out
        if missing and not self._has_all:
            for part in bulk.parts(_r.id, missing):
                self._fetch(connection, part)

    def of_sender(self, connection: Connection, sender: str) -> Sequence[Kept]:
        """Give what a sender's returns are that count."""
        return self._by(connection, self._senders, _r.sender, sender)

    def of_content(self, connection: Connection, content_hash: str) -> Sequence[Kept]:
        """Give the returns of a content that count; there is one at most."""
        return self._by(connection, self._contents, _r.content_hash, content_hash)

    def has_content(self, connection: Connection, content_hash: str) -> bool:
        """Say whether a return of a content was stored, whether it counts or not."""
        counting = self.of_content(connection, content_hash)
        return bool(counting) or content_hash in self._stored

    def _by(
        self, connection: Connection, known: dict[str, list[Kept]], column: Any, value: str
    ) -> Sequence[Kept]:
        if value not in known:
            known[value] = [] if self._has_all else self._fetch(connection, column == value)
        return known[value]

    def _fetch(self, connection: Connection, which: ColumnElement[bool]) -> list[Kept]:
        every = list(map(Kept._make, connection.execute(_KEPT.where(which)).all()))
        self._stored.update(kept.content_hash for kept in every)
        found = [kept for kept in every if kept.number not in self._out]
        self.known.update((kept.number, kept) for kept in found)
        return found

    def enter(self, kept: Kept) -> None:
        """Take in a return that was just stored and counts."""
        self.known[kept.number] = kept
        for known, value in ((self._senders, kept.sender), (self._contents, kept.content_hash)):
            if value in known:
                known[value].append(kept)
            elif self._has_all:
                known[value] = [kept]
