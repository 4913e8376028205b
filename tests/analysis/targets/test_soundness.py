"""What cannot be a target is said, one finding each, with its sentence in both languages."""

from __future__ import annotations

import pytest

from desktop.analysis.targets.soundness import faults
from desktop.figures.finding_texts import remedy, sentence
from desktop.figures.series import Flow
from desktop.figures.target import TargetMeasure
from desktop.figures.wording import language
from tests.analysis.targets.conftest import target

GROWTH, VALUE = TargetMeasure.GROWTH, TargetMeasure.VALUE
SURPLUS, SHARE = TargetMeasure.SURPLUS, TargetMeasure.SHARE
FISCAL = target(60, number=7, year=2025, first_month=7)


@pytest.mark.parametrize(
    ("wrong", "code"),
    [
        (target(0.16, 0.15, measure=GROWTH), "target_range_reversed"),
        (target(-1, measure=GROWTH), "target_growth_too_low"),
        (target(0), "target_value_not_positive"),
        (target(12, measure=SHARE), "target_share_out_of_range"),
        (target(0.12, measure=SHARE), "target_share_of_itself"),
        (target(454_195_000), "target_value_too_large"),
        (target(-454_195_000, measure=SURPLUS, flow=Flow.BALANCE), "target_value_too_large"),
        (target(30, measure=SURPLUS), "target_surplus_by_itself"),
        (target(30, flow=Flow.BALANCE), "target_surplus_by_itself"),
        (target(30, flow=Flow.INDUSTRY), "target_of_no_trade"),
        (target(30, months=13), "target_too_long"),
        (target(30, item="NOTHING"), "target_unknown_name"),
        (target(30, item="FTA/CPTPP"), "target_unknown_name"),
        (target(30, market="MARD/FISHERY"), "target_unknown_name"),
        (target(30, province="Atlantis"), "target_unknown_name"),
    ],
)
def test_what_cannot_be_a_target_is_said(wrong, code):
    found = faults(wrong)
    assert code in [finding.code for finding in found]
    for spoken in ("vi", "en"):
        assert all(sentence(f, language(spoken)) and remedy(f, language(spoken)) for f in found)


@pytest.mark.parametrize(
    "right",
    [
        target(0.12, measure=GROWTH), target(-34, measure=SURPLUS, flow=Flow.BALANCE),
        target(-0.05, measure=SHARE, flow=Flow.BALANCE, market="CN"),
        target(0.4, measure=SHARE, market="US"),
        target(65, item="MARD/AGRO_FORESTRY_FISHERY"), target(9, market="CONTINENT/AFRICA"),
        target(9, province="Bắc Ninh"), target(9, flow=Flow.IMPORT, item="FABRIC"),
    ],
)  # fmt: skip
def test_what_officials_set_is_sound(right):
    assert faults(right) == ()


@pytest.mark.parametrize("year", [2024, 2026])
def test_fiscal_years_that_overlap_are_refused(year):
    (found,) = faults(target(60, year=year, first_month=8 if year == 2024 else 1), (FISCAL,))
    assert (found.code, found.about, found.found) == ("target_overlaps", "7", "2025-07..2026-06")


@pytest.mark.parametrize(
    "fine",
    [
        target(60, year=2026, first_month=7), target(60, year=2025, first_month=7),
        target(30, year=2026, months=6), target(60, year=2026, item="ELEC"),
        target(0.5, year=2026, item="ELEC", measure=SHARE),
    ],
)  # fmt: skip
def test_other_years_the_same_year_and_a_half_within_stand_beside_it(fine):
    assert faults(fine, (FISCAL,)) == ()
