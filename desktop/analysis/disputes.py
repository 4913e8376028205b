"""Other returns of the same sender for the same month: what they tell otherwise."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence

from desktop.analysis.history import History, Past
from desktop.analysis.laid import Laid
from desktop.figures.comparison import Change
from desktop.figures.figure import FigureRow
from desktop.figures.finding import Finding, Severity

_MOST_SHARED = 2
"""Two returns of one month that share less than half of their figures are two parts of one."""
_ALIKE = "reissue_alike"


def disputes(
    own: Laid, same_month: History, reported_on: str
) -> tuple[list[Change], list[Finding]]:
    """Give the figures that the newest other return of that month tells otherwise, and say so.

    Where several came with the same day none is the newest, and each is compared.
    It is a re-issue where the newer of the two repeats most of what the older one printed;
    exports and imports that come in two workbooks are none.
    """
    if not same_month:
        return [], []
    met: dict[int, list[tuple[FigureRow, Past]]] = defaultdict(list)
    lines, spans = same_month.lines(own.subjects), own.spans
    for row, line, column in zip(own.rows, own.lines, own.columns, strict=True):
        for past in lines[line].releases(spans[column]):
            met[past.number].append((row, past))
    alike = [pairs for pairs in met.values() if len(pairs) * _MOST_SHARED > len(own.rows)]
    if not alike:
        return [], []
    newest = max(past.reported_on for pairs in alike for _, past in pairs)
    of_day = [pairs for pairs in alike if pairs[0][1].reported_on == newest]
    of_day.sort(key=lambda pairs: max(past.rank for _, past in pairs), reverse=True)
    differing = [_differing(pairs) for pairs in of_day]
    if not any(differing):
        return [], [_said(of_day[0][0][1], 0, reported_on)]
    each = zip(of_day, differing, strict=True)
    said = [_said(pairs[0][1], len(changes), reported_on) for pairs, changes in each]
    told = [finding for finding in said if finding.code != _ALIKE]
    return [change for changes in differing for change in changes], told


def _differing(pairs: Sequence[tuple[FigureRow, Past]]) -> list[Change]:
    return [
        Change(row, past.value, past.reported_on, past.file)
        for row, past in pairs
        if (past.value, past.unit) != (row.value, row.unit)
    ]


def _said(past: Past, differing: int, reported_on: str) -> Finding:
    """Say which return is told again, and how many of its figures differ."""
    if not differing:
        return Finding(Severity.NOTE, _ALIKE, expected=str(past.number), about=past.file)
    code = "reissue" if reported_on >= past.reported_on else "reissued_since"
    return Finding(
        Severity.WARNING, code, found=str(differing), expected=str(past.number), about=past.file
    )
