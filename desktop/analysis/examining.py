"""A return held against what its sender said before: movements, contradictions, doubts."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from desktop.analysis.disputes import disputes
from desktop.analysis.history import History
from desktop.analysis.movers import movers
from desktop.figures.comparison import Comparison
from desktop.figures.reading import Reading


def examined(
    counted: Comparison,
    reading: Reading,
    by_then: History,
    same_month: History,
    reported_on: date,
) -> Comparison:
    """Fill in what a comparison says beyond counting.

    `by_then` is what the sender told by the day of the return, `same_month` what its other
    returns for the same month tell, whatever their day.
    """
    differing, said = disputes(reading.rows, same_month, reported_on.isoformat())
    already_said = {finding.about for finding in counted.findings}
    rows = {(change.row.sheet, change.row.cell) for change in differing}
    rivals = [c for c in counted.disputed if (c.row.sheet, c.row.cell) not in rows]
    return replace(
        counted,
        disputed=(*differing, *rivals),
        movers=movers(reading.rows, by_then, counted.changed),
        findings=(*counted.findings, *(f for f in said if f.about not in already_said)),
    )
