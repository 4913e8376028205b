"""Returns as far as comparisons ask for them: those that one meets, not all there ever were."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from typing import Any, NamedTuple

from sqlalchemy import ColumnElement, Connection, select

from desktop.archive import bulk
from desktop.archive.precedence import withdrawn
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

    def __init__(self, connection: Connection, *, is_empty: bool) -> None:
        """Begin with none; of an archive that `is_empty` all that comes is known."""
        self._has_all = is_empty
        self._out = frozenset() if is_empty else frozenset(connection.scalars(withdrawn()))
        self.known: dict[int, Kept] = {}
        """By their numbers those that were asked for, and that count."""
        self._senders: dict[str, list[Kept]] = {}
        self._contents: dict[str, list[Kept]] = {}

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
        if self.of_content(connection, content_hash) or self._has_all:
            return bool(self._contents[content_hash])
        stored = select(_r.id).where(_r.content_hash == content_hash).limit(1)
        return connection.scalar(stored) is not None

    def _by(
        self, connection: Connection, known: dict[str, list[Kept]], column: Any, value: str
    ) -> Sequence[Kept]:
        if value not in known:
            known[value] = [] if self._has_all else self._fetch(connection, column == value)
        return known[value]

    def _fetch(self, connection: Connection, which: ColumnElement[bool]) -> list[Kept]:
        rows: Collection[Any] = connection.execute(_KEPT.where(which)).all()
        found = [kept for kept in map(Kept._make, rows) if kept.number not in self._out]
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
