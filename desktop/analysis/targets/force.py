"""Which target is in force, and which it superseded."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from desktop.figures.target import Scope, Target

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from desktop.figures.series import Flow


def in_force(
    targets: Sequence[Target], *, flow: Flow, year: int, as_of: date | None = None
) -> Target | None:
    """Give the newest target of a flow's total for a year, of those issued by a day.

    A target without a date of issue always counts, and is older than every dated one.
    """
    total = Scope(flow)
    ours = [t for t in issued_by(targets, as_of) if t.scope == total and t.is_of_year(year)]
    return max(ours, key=lambda t: t.precedence, default=None)


def issued_by(targets: Iterable[Target], as_of: date | None) -> list[Target]:
    """Give the targets that were issued by a day, or without a date, and not taken back."""
    return [
        t
        for t in targets
        if not t.withdrawn and (as_of is None or t.issued_on is None or t.issued_on <= as_of)
    ]


def versions(targets: Iterable[Target], as_of: date | None = None) -> list[tuple[Target, ...]]:
    """Group the targets issued by a day by what they are about; the last of each is in force."""
    by_key: dict[object, list[Target]] = {}
    for target in sorted(issued_by(targets, as_of), key=lambda t: t.precedence):
        by_key.setdefault(target.key, []).append(target)
    return [tuple(group) for group in by_key.values()]
