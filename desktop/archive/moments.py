"""One moment of an archive for all that a thread asks within it: in one transaction."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from threading import local
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from sqlalchemy import Connection, Engine


class _Here(local):
    """What a thread has of the moment that it is in, if it is in one."""

    within: ExitStack | None = None
    connection: Connection | None = None
    number: int | None = None


class Moments:
    """Gives connections that show one state; within a moment it is the same one for a thread.

    The transaction is begun when something is first read: where all is kept, there is none.
    """

    def __init__(self, reader: Engine) -> None:
        """Take the engine to read with."""
        self._reader, self._here = reader, _Here()

    @contextmanager
    def one(self) -> Iterator[None]:
        """Be in a moment; one within another is the same."""
        here = self._here
        if here.within is not None:
            yield
            return
        try:
            with ExitStack() as here.within:
                yield
        finally:
            here.within = here.connection = here.number = None

    @contextmanager
    def reading(self) -> Iterator[Connection]:
        """Show one state, that of the moment if the thread is in one."""
        here = self._here
        if here.within is None:
            with self._reader.begin() as connection:
                yield connection
            return
        if here.connection is None:
            here.connection = here.within.enter_context(self._reader.connect())
        try:
            yield here.connection
        except BaseException:  # what comes next begins anew: a failed transaction answers no more
            here.connection = here.number = None
            here.within.close()
            raise

    def number(self, ask: Callable[[], int]) -> int:
        """Give the number of the newest change, which within a moment is asked once."""
        here = self._here
        if here.within is None:
            return ask()
        if here.number is None:
            here.number = ask()
        return here.number
