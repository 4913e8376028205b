"""How far figures move: the measured revisions of the office, and what is unusual."""

from __future__ import annotations

from dataclasses import replace

import pytest

from desktop.analysis.revisions import (
    balance_triangle,
    by_age,
    by_release,
    flips,
    statuses,
    to_latest,
    triangle,
    unusual,
    usual,
)
from desktop.figures.figure import Status
from desktop.figures.month import Month
from desktop.figures.series import Flow, Series
from desktop.figures.warning_rules import shipped_rules

EXPORTS, IMPORTS = Series(Flow.EXPORT), Series(Flow.IMPORT)
ESTIMATE, PRELIMINARY = Status.ESTIMATE, Status.PRELIMINARY


@pytest.fixture(scope="module")
def exports(two_releases):
    """The triangle of monthly exports since 2014."""
    return triangle(two_releases, EXPORTS)


def test_estimates_were_off_by_3_3_per_cent_on_average(exports):
    """Of the figure as it stands now; the largest is March 2020, 20.0 % of the estimate."""
    found = usual(exports, ESTIMATE)
    assert found.count == 125  # September 2020 has no first release on record
    assert found.mean_error == pytest.approx(0.033, abs=0.0005)
    assert found.largest == pytest.approx(0.200, abs=0.0005)
    assert found.largest_month == Month(2020, 3)
    assert found.mean_signed > 0  # estimates are low more often than high


def test_preliminary_figures_move_less(exports):
    found = usual(exports, PRELIMINARY)
    assert found.mean_absolute < 0.01
    assert found.spread < usual(exports, ESTIMATE).spread / 3
    assert [s for s in statuses(exports) if s is not Status.ACTUAL] == [ESTIMATE, PRELIMINARY]


def test_the_balance_changed_its_sign_in_19_of_114_months(two_releases):
    """The last 114 months of which both flows have a first release."""
    balance = balance_triangle(two_releases, EXPORTS, IMPORTS)
    until = [r for r in balance.rows if r.month <= Month(2024, 12) and len(r.releases) > 1]
    assert len(until) == 114
    assert len([f for f in flips(balance) if f.month <= Month(2024, 12)]) == 19


def test_sizes_by_release_and_by_age(printer):
    printer.of_return("2025-03-06").month(100, "2025-02", status=ESTIMATE)
    printer.of_return("2025-04-06").month(104, "2025-02").month(50, "2025-03", status=ESTIMATE)
    printer.of_return("2025-05-06").month(102, "2025-02").month(49, "2025-03")
    found = triangle(printer.frame(), EXPORTS)
    second, third = by_release(found).items()
    assert (second[0], second[1].count) == (2, 2)
    assert second[1].mean_absolute == pytest.approx(0.03)
    assert second[1].mean_signed == pytest.approx(0.01)
    assert (third[0], third[1].count, third[1].mean_signed) == (3, 1, pytest.approx(0.02))
    ages = by_age(found, (1, 2, 12))
    assert {age: size.count for age, size in ages.items()} == {1: 2, 2: 1}
    assert usual(found, ESTIMATE, months=2).mean_signed == pytest.approx(0.02)
    assert usual(found, PRELIMINARY) is None


def test_a_month_told_once_says_nothing_of_revisions(printer):
    printer.of_return("2025-03-06").month(100, "2025-02")
    assert to_latest(triangle(printer.frame(), EXPORTS)) is None


def _year_of_small_revisions(printer, last):
    """Print twelve months, each revised by a tenth to four tenths per cent, the last by `last`."""
    for number in range(1, 13):
        later = 1000 * (1 + last) if number == 12 else 1000 + 1 + number % 4
        printer.of_return(f"2024-{number:02d}-28").month(1000, f"2024-{number:02d}")
        printer.of_return(f"2025-{number:02d}-15").month(later, f"2024-{number:02d}")
    return triangle(printer.frame(), EXPORTS)


def test_a_revision_is_unusual_against_its_own_history(printer):
    (found,) = unusual(_year_of_small_revisions(printer, -0.03))
    assert (str(found.month), f"{found.told_on}") == ("2024-12", "2025-12-15")
    assert found.change == pytest.approx(-0.03)
    assert found.usual == pytest.approx(0.003)
    assert (found.rank, found.known, found.number) == (1, 11, 2)
    assert found.robust_z > shipped_rules().revision.robust_z


@pytest.mark.parametrize("last", [0.0, 0.004])
def test_a_revision_of_the_usual_size_is_not(printer, last):
    assert unusual(_year_of_small_revisions(printer, last)) == ()


def test_the_thresholds_are_data(printer):
    shipped = shipped_rules().revision
    strict = replace(shipped, robust_z=1.0, fewest=3, least=0.0)
    patient = replace(shipped, fewest=12)
    assert unusual(_year_of_small_revisions(printer, 0.01), patient) == ()
    assert unusual(_year_of_small_revisions(printer, 0.01), strict)
