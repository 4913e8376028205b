"""Unusual revisions among a month's warnings: those lately told, of months that still count."""

import pytest

from desktop.analysis.warnings.revised import lately, revised
from desktop.figures.month import Month
from desktop.figures.series import Flow, Series
from desktop.figures.warning_rules import shipped_rules

EXPORTS = Series(Flow.EXPORT)
RULE = shipped_rules().revision


def told(printer, year, revised_in):
    """Print a year of months, each revised a little a year on, and December by 3 % later."""
    for number in range(1, 13):
        later = 970 if number == 12 else 1001 + number % 4
        day = f"{revised_in}-12-15" if number == 12 else f"{year + 1}-{number:02d}-15"
        printer.of_return(f"{year}-{number:02d}-28").month(1000, f"{year}-{number:02d}")
        printer.of_return(day).month(later, f"{year}-{number:02d}")
    return list(revised(printer.frame(), [EXPORTS], RULE))


@pytest.mark.parametrize(
    ("year", "looked_at", "found"),
    [
        (2024, "2025-11", ["2024-12"]),
        (2024, "2025-12", ["2024-12"]),
        (2024, "2026-01", []),  # growth is on 2025 from now on
        (2024, "2025-10", []),  # not told yet
        (2023, "2025-11", []),  # told now, of a month that nothing is compared with any more
    ],
)
def test_a_revision_is_told_while_it_matters(printer, year, looked_at, found):
    every = told(printer, year, 2025)
    assert [str(w.since) for w in every] == [f"{year}-12"]
    assert [str(w.since) for w in lately(every, Month.parse(looked_at), RULE)] == found
