"""Which returns count when a question is asked, and what the archive had been told by then."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date, datetime, time


@dataclass(frozen=True, slots=True)
class Vintage:
    """Which returns count: those reported by a day, and of these the newest or the first.

    - `as_of`: the day by which a return was reported, and a target issued; None counts all.
    - `first_release` asks for each figure as it was first printed instead of as last revised.
    - `known_by`: what this archive itself had been told by then counts and nothing later: what was
      imported, taken back and brought back, the targets, paths, silences, rules and names that were
      decided. A day (by its end, as the acts themselves write their day), or a moment with its time
      zone, to the second; None counts whatever is known now.
    """

    as_of: date | None = None
    first_release: bool = False
    known_by: date | datetime | None = None

    @property
    def decided_by(self) -> tuple[date | datetime | None, ...]:
        """Until when decisions count that bear no day of report: paths, silences, rules, names.

        What was decided after the day that is asked as of does not alter what is said of it.
        """
        return self.as_of, self.known_by

    @property
    def looks_back(self) -> bool:
        """Whether it stays as it was, whatever is decided from now on."""
        return any(self.decided_by)

    def today(self, now: date) -> date:
        """The day that a question is asked on: the earliest of those named, else now."""
        known = self.known_by.date() if isinstance(self.known_by, datetime) else self.known_by
        return min((day for day in (self.as_of, known) if day), default=now)

    def moment(self, now: datetime) -> datetime:
        """The moment up to which it is told what was known here: of a day its last second."""
        if self.known_by is None or isinstance(self.known_by, datetime):
            return self.known_by or now
        return datetime.combine(self.known_by, time(23, 59, 59), now.tzinfo)


_DAY = re.compile(r"\d{4}-\d{2}-\d{2}")


def iso_day(text: str) -> date:
    """Read a day written YYYY-MM-DD; `ValueError` for any other text.

    Python takes every form of ISO 8601, 20260108 and 2026-W02-4 too, which are slips here.
    """
    if not _DAY.fullmatch(text):
        raise ValueError(f"{text!r} is not a day written YYYY-MM-DD")
    return date.fromisoformat(text)


def day_or_moment(text: str) -> date | datetime:
    """Read a day (ISO 8601) or a moment with its time zone; `ValueError` for any other text."""
    if len(text) <= len("YYYY-MM-DD"):
        return iso_day(text)
    moment = datetime.fromisoformat(text)
    if moment.tzinfo is None:
        raise ValueError(f"{text} names no time zone")
    return moment


LATEST = Vintage()
"""Every return counts; the newest figure wins."""
