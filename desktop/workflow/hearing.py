"""What others do to the archive while somebody looks at it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import timedelta
from typing import TYPE_CHECKING

from desktop.figures.finding import Finding, Severity
from desktop.figures.happening import of_desk
from desktop.workflow.own_groupings import OwnGroupings

if TYPE_CHECKING:
    from desktop.figures.happening import Happening

_ODD = timedelta(minutes=1)
"""From so much on a clock that is wrong is told."""

_REGROUPED = "groupings_set"

Heard = tuple[int, "tuple[Happening, ...]"]
"""Number of the last change, and what others did since the last time."""


class Hearing(OwnGroupings):
    """What an office hears. Its methods may be called from one worker thread at a time."""

    @property
    def changes(self) -> int:
        """Number of the archive's last change."""
        return self.archive.changes

    def clock_doubt(self) -> Finding | None:
        """Say that this desk's clock is a minute or more off the server's; None where it is not."""
        ahead = self.archive.clock_ahead
        if abs(ahead) < _ODD:
            return None
        code = "clock_behind" if ahead > timedelta(0) else "clock_ahead"
        minutes = str(round(abs(ahead) / timedelta(minutes=1)))
        return Finding(Severity.WARNING, code, found=minutes)

    def following_doubt(self) -> Finding | None:
        """Say that the server only follows another and has lost it; None where all is well."""
        until = self.archive.left_behind
        if until is None:
            return None
        found = f"{until.astimezone():%Y-%m-%d %H:%M}"
        return Finding(Severity.WARNING, "replica_left_behind", found=found)

    def news_doubt(self) -> Finding | None:
        """Say that news come by asking only, since `hearing` began; None where they are told."""
        code = self.archive.news_doubt
        return Finding(Severity.NOTE, code) if code else None

    @contextmanager
    def as_seen(self, number: int | None) -> Iterator[None]:
        """Let what is kept here be refused where it would overwrite what colleagues did since.

        `number` is that of the last change that the official has seen; None overwrites knowingly.
        """
        from desktop.archive import as_seen  # noqa: PLC0415 - brings the database's libraries

        with as_seen(number):
            yield

    @contextmanager
    def hearing(self, since: int | None = None) -> Iterator[Callable[[float], Heard]]:
        """Give what waits, for so many seconds at most, for what others do, and tells it.

        It may come back sooner with nothing.

        `since` is the number of the last change that is known already; without one it is now.
        Raises `Refused` where the archive is out of reach, then or later.
        """
        archive = self.archive
        last = archive.changes if since is None else since
        looked = False

        def hear(seconds: float) -> Heard:
            nonlocal last, looked
            if looked and not wait(seconds):
                return last, ()
            looked = True  # the first time for what was done before one listened
            found = archive.since(last) if archive.changes != last else []
            last = found[-1].number if found else last
            if any(h.deed == _REGROUPED for h in found):
                self.lay_groupings()
            return last, tuple(h for h in found if not of_desk(h.desk, self.desk))

        with archive.listening() as wait:
            yield hear
