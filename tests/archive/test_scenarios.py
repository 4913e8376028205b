"""Scenarios are kept with who and when, superseded by name, taken back and brought back."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest

from desktop.figures.finding import Refused
from desktop.figures.month import Month
from desktop.figures.scenario import Scenario, ScenarioChange, Shock
from tests.archive.made import NOON

TARIFF = Scenario("US 46%", Month(2025, 8), (Shock(market="US", tariff=0.46, volume=-0.2),), "n")


def keep(archive, *scenarios, by="Lan", at=NOON):
    return archive.change_scenarios(ScenarioChange(added=scenarios), at=at, by=by)


def test_a_scenario_is_kept_once_with_who_and_when(archive):
    (kept,) = keep(archive, TARIFF).added
    assert kept == replace(TARIFF, made_by="Lan", made_at=NOON.isoformat(), number=kept.number)
    again = keep(archive, TARIFF, by="Minh", at=NOON + timedelta(days=1))
    assert (again.added, again.standing) == ((), (kept,))
    assert archive.scenarios() == [kept]


def test_another_version_supersedes_and_the_older_one_stays(archive):
    milder = replace(TARIFF, name="us  46%", shocks=(Shock(market="US", volume=-0.1),))
    keep(archive, TARIFF)
    keep(archive, milder, by="Minh")
    held = archive.scenarios()
    assert [s.made_by for s in held] == ["Lan", "Minh"]
    assert held[0].key == held[1].key


def test_a_change_is_undone_and_done_again_and_nothing_is_lost(archive):
    done = keep(archive, TARIFF)
    undone = archive.change_scenarios(done.undone, at=NOON, by="Lan")
    assert [s.withdrawn for s in archive.scenarios()] == [True]
    redone = archive.change_scenarios(undone.undone, at=NOON, by="Lan")
    assert [s.withdrawn for s in archive.scenarios()] == [False]
    with pytest.raises(Refused) as refused:
        archive.change_scenarios(ScenarioChange(restored=redone.restored), at=NOON, by="Lan")
    assert refused.value.findings[0].code == "scenario_counts_already"


def test_what_is_not_there_is_refused_and_nothing_half_done(archive):
    before = archive.changes
    for wanted in (ScenarioChange((TARIFF,), withdrawn=(7,)), ScenarioChange(restored=(7,))):
        with pytest.raises(Refused) as refused:
            archive.change_scenarios(wanted, at=NOON, by="Lan")
        assert refused.value.findings[0].code == "no_such_scenario"
    assert (archive.changes, archive.scenarios()) == (before, [])


def test_one_from_elsewhere_keeps_its_author_and_day(archive):
    elsewhere = replace(TARIFF, made_by="Hoa", made_at="2025-05-01T08:00:00+07:00")
    (kept,) = keep(archive, elsewhere).added
    assert (kept.made_by, kept.made_at) == ("Hoa", "2025-05-01T08:00:00+07:00")
