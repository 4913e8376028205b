"""Two who keep the same thing: the second sees what the first did before it may overwrite that."""

from __future__ import annotations

import threading
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace

import pytest

from desktop.archive import Archive, as_seen
from desktop.figures.finding import Refused
from desktop.figures.finding_texts import remedy, sentence
from desktop.figures.phasing import BY_SEASON
from desktop.figures.scenario import ScenarioChange
from desktop.figures.series import Flow
from desktop.figures.target import Target, TargetChange, TargetMeasure
from desktop.figures.wording import language
from tests.archive.made import NOON, add_target
from tests.archive.test_knowledge import LAYOUT, SAM
from tests.archive.test_path_choices import CHOICE
from tests.archive.test_scenarios import TARIFF
from tests.archive.test_silencing import STEEL

STAMP = {"at": NOON, "by": "Lan"}
GROWTH = Target(Flow.EXPORT, TargetMeasure.GROWTH, 2025, 0.1, 0.1)
DEEDS = {
    "name": lambda a, n, by: a.add_decisions([replace(SAM, code=f"NEW:{n}")], at=NOON, by=by),
    "layout": lambda a, n, by: a.add_layout(replace(LAYOUT, plans=(replace(
        LAYOUT.plans[0], last_row=n),)), at=NOON, by=by),
    "path": lambda a, n, by: a.choose_path(
        replace(CHOICE, wish=replace(BY_SEASON, holiday_days=((1, n),))), at=NOON, by=by),
    "scenario": lambda a, n, by: a.change_scenarios(
        ScenarioChange((replace(TARIFF, note=str(n)),)), at=NOON, by=by),
    "silence": lambda a, n, by: a.add_silence(replace(STEEL, reason=str(n)), at=NOON, by=by),
    "target": lambda a, n, by: add_target(a, replace(GROWTH, low=0.1, high=n), by=by),
    "rules": lambda a, n, by: a.set_rules(f"[late]\ndays = {n}\n", at=NOON, by=by),
}  # fmt: skip
"""What keeps the same thing, each time otherwise."""


@pytest.fixture
def desks(place):
    """Give one archive at two desks, as its officials have it open."""
    with Archive.open(place, desk="PC 1") as lan, Archive.open(place, desk="PC 2") as minh:
        yield lan, minh


def test_a_correction_is_not_refused_by_its_own_steps_where_a_desk_has_no_name(place):
    with Archive.open(place) as archive:
        first = add_target(archive, GROWTH, by="Lan")
        corrected = TargetChange((replace(GROWTH, high=0.2),), withdrawn=(first.number,))
        with as_seen(archive.changes):
            done = archive.change_targets(corrected, **STAMP)
        assert [target.high for target in done.added] == [0.2]


@pytest.mark.parametrize("kind", DEEDS)
def test_what_a_colleague_did_since_is_seen_before_it_is_overwritten(desks, kind):
    lan, minh = desks
    keep = DEEDS[kind]
    with as_seen(lan.changes):
        keep(lan, 1, "Lan")
        keep(lan, 2, "Lan")  # one's own is no surprise
    seen = lan.changes
    keep(minh, 3, "Minh")
    before = lan.changes
    with pytest.raises(Refused, match=f"{kind}_changed_meanwhile") as refused, as_seen(seen):
        keep(lan, 4, "Lan")
    assert lan.changes == before
    (finding,) = refused.value.findings
    assert finding.found == "Minh"
    for told in map(language, ("vi", "en")):
        assert "Minh" in sentence(finding, told) or kind == "silence"
        assert remedy(finding, told)
    with as_seen(lan.changes):
        keep(lan, 4, "Lan")
    assert lan.since(before)[-1].by == "Lan"


def test_another_thing_of_a_colleague_hinders_nobody(desks):
    lan, minh = desks
    seen = lan.changes
    minh.add_decisions([replace(SAM, label="Sâm đá", code="NEW:Sâm đá")], at=NOON, by="Minh")
    minh.choose_path(replace(CHOICE, item="RICE"), at=NOON, by="Minh")
    with as_seen(seen):
        assert lan.add_decisions([SAM], **STAMP) == 1
        assert lan.choose_path(CHOICE, **STAMP)


def test_the_same_said_twice_is_no_quarrel(desks):
    lan, minh = desks
    seen = lan.changes
    minh.add_decisions([SAM], at=NOON, by="Minh")
    with as_seen(seen):
        assert lan.add_decisions([SAM], **STAMP) == 0


def test_of_many_at_one_moment_one_wins_and_the_others_are_told(place):
    """They looked at the same and keep at once: the database lets them in one by one."""
    Archive.open(place).close()
    desks = [Archive.open(place, desk=f"PC {n}") for n in range(4)]
    seen, begin = desks[0].changes, threading.Barrier(4)

    def keep(number):
        begin.wait()
        try:
            with as_seen(seen):
                return desks[number].add_decisions(
                    [replace(SAM, code=f"NEW:{number}")], at=NOON, by=str(number)
                )
        except Refused as refusal:
            return refusal.findings[0].code

    with ThreadPoolExecutor(4) as pool:
        told = list(pool.map(keep, range(4)))
    assert sorted(told, key=str) == [1, *["name_changed_meanwhile"] * 3]
    (kept,) = desks[0].decisions()
    assert kept.code == f"NEW:{told.index(1)}"
    for desk in desks:
        desk.close()
