"""Rule "revision": a figure was revised by more than its own history would have one expect."""

from __future__ import annotations

from typing import TYPE_CHECKING

from desktop.analysis.revisions import moved, triangle, unusual
from desktop.analysis.warnings.results import EarlyWarning, Evidence, Fact, Gravity
from desktop.analysis.warnings.subjects import EXPORTS, subject
from desktop.figures.month import Month
from desktop.figures.warning_rules import Revision, Rule

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    import pandas as pd

    from desktop.analysis.revisions import Unusual
    from desktop.figures.series import Series


def revised(
    figures: pd.DataFrame, series: Iterable[Series], rule: Revision, *, since: Month | None = None
) -> Iterator[EarlyWarning]:
    """Tell every unusual revision that the releases of some series hold, oldest first.

    `through` is the month before the release's own, which is what such a release is about. With
    `since` only revisions of a month or later ones are told.
    """
    for one in series:
        for found in unusual(triangle(figures, one), rule, since=since):
            yield _warning(one, found, rule)


def moved_lately(
    figures: pd.DataFrame, series: Iterable[Series], rule: Revision, through: Month
) -> tuple[Series, ...]:
    """Choose the series of which a revision may be told that `lately` chooses; no other can be.

    `figures` hold at least the months from `compared_since` on.
    """
    told = ((through + 1 - rule.within).first_day, (through + 1).last_day)
    since = compared_since(through)
    return moved(figures, series, told=told, since=since, least=rule.least)


def compared_since(through: Month) -> Month:
    """The first month that growth as of a month rests on: revisions of earlier ones are history."""
    return Month(through.year - 1, 1)


def lately(
    found: Iterable[EarlyWarning], through: Month, rule: Revision
) -> tuple[EarlyWarning, ...]:
    """Choose those that were told within the months of the rule, the newest of each series.

    A revision of a month before last year is history: no growth of this year rests on it.
    """
    compared = compared_since(through)
    recent = {
        w.subject: w
        for w in found
        if 0 <= through - w.through <= rule.within and w.since >= compared
    }
    return tuple(recent.values())


def _warning(series: Series, found: Unusual, rule: Revision) -> EarlyWarning:
    one, later = found.revision.first, found.revision.later
    months = (found.month, found.month)
    return EarlyWarning(
        rule=Rule.REVISION,
        subject=subject(series),
        series=series,
        gravity=Gravity.WATCH if series.item == EXPORTS.item else Gravity.NOTICE,
        size=found.robust_z,
        threshold=rule.robust_z,
        since=found.month,
        through=Month.of(found.told_on) - 1,
        evidence=(
            Evidence(Fact.FIRST, series, months, one.value, (one.source,)),
            Evidence(Fact.REVISED, series, months, later.value, (later.source,)),
            Evidence(Fact.USUAL, series, months, found.usual),
        ),
    )
