"""A summary asked for as this archive knew it is the summary that was made then."""

from __future__ import annotations

import itertools
import zipfile
from dataclasses import replace
from datetime import date, datetime, timedelta, timezone

import pytest

from desktop.figures.month import Month
from desktop.figures.phasing import PathChoice, PathWish, Phasing
from desktop.figures.places import sample
from desktop.figures.series import Flow
from desktop.figures.target import Target, TargetChange, TargetMeasure
from desktop.figures.vintage import LATEST, Vintage
from desktop.figures.warning_rules import Rule, shipped_rules
from desktop.figures.wording import language
from desktop.workflow import Office, ReportChoices, YearAsked
from tests.journeys.test_rebuilding import values

pytestmark = pytest.mark.slow

HANOI = timezone(timedelta(hours=7))
MARCH, APRIL, JUNE = "03-Bieu-T3.2025.xlsx", "02.-Bieu-T4.2025.xlsx", "02-Bieu-T6.2025.xlsx"
GROWTH = Target(Flow.EXPORT, TargetMeasure.GROWTH, 2025, 0.12, 0.12)
YEAR = Month(2025, 1), Month(2025, 12)


class Desk:
    """An office whose clock is set, and the summaries that were sent from it."""

    def __init__(self, folder):
        self.folder, self.now, self.sent = folder, datetime(2025, 5, 8, 9, 0, 7, tzinfo=HANOI), []
        self.office = Office(folder / "a.sqlite3", clock=lambda: self.now, user="Lan")

    def take_in(self, *names):
        outcomes = self.office.take_in([sample("gso", n) for n in names])
        return [outcome.number for outcome in outcomes]

    def send(self, vintage=LATEST):
        """Write a summary of what is known now; some days pass."""
        out = self.write(f"sent {len(self.sent)}", vintage)
        self.sent.append((self.now, vintage, out))
        self.now += timedelta(days=18, hours=3)

    def write(self, name, vintage):
        return self.office.write_summary(
            self.folder / f"{name}.xlsx", language("vi"), ReportChoices(vintage=vintage)
        )


@pytest.fixture(scope="module")
def desk(tmp_path_factory):
    """Five summaries, and between them all that can alter the answer for an earlier day."""
    desk = Desk(tmp_path_factory.mktemp("known"))
    office = desk.office
    (april,) = desk.take_in(APRIL)
    office.set_target(GROWTH)  # without a date
    desk.send()
    desk.take_in(MARCH)  # which had been forgotten: older, and reported earlier
    desk.send()
    office.undo(april)
    (late,) = office.warnings().spoken
    silence = office.silence(late.rule, late.subject, 3, "the server is repaired")
    (twelve,) = office.targets()
    office.put_target(replace(GROWTH, low=0.15, high=0.16))
    desk.send()
    office.redo(april)
    office.lift_silence(silence.number)
    office.choose_path(PathChoice(Flow.EXPORT, *YEAR, PathWish(Phasing.LINEAR)))
    rules = desk.folder / "rules.toml"
    rules.write_text("[falling]\nmonths = 1\nleast_fall = 0.001\n", encoding="utf-8")
    office.set_rules(rules)
    desk.send(Vintage(date(2025, 5, 31)))
    office.change_targets(TargetChange(withdrawn=(twelve.number,)))
    desk.take_in(JUNE)
    desk.send()
    yield desk
    office.close()


def content(path):
    """Every part of a workbook but the one in which it carries how its question was put."""
    with zipfile.ZipFile(path) as book:
        return {name: book.read(name) for name in book.namelist() if "custom" not in name}


def test_every_summary_is_told_again_as_it_was_known(desk):
    told = [values(path) for _, _, path in desk.sent]
    assert all(one != other for one, other in itertools.combinations(told, 2))
    for number, (at, vintage, sent) in enumerate(desk.sent):
        known = Vintage(vintage.as_of, known_by=at)
        again = desk.write(f"again {number}", known)
        assert values(again) == told[number]
        assert content(again) == content(sent)


def test_every_summary_is_made_again_from_itself_to_the_byte(desk):
    for number, (_, _, sent) in enumerate(desk.sent):
        again = desk.office.rebuild_summary(sent, desk.folder / f"rebuilt {number}.xlsx")
        assert again.read_bytes() == sent.read_bytes()


def test_the_day_of_report_alone_does_not_know_what_was_told_late(desk):
    """April's return alone was in on 8 May; asked as of that day, March's counts as well."""
    at, _, sent = desk.sent[0]
    assert values(desk.write("by report", Vintage(at.date()))) != values(sent)


def test_a_summary_says_by_which_command_it_is_made_again_and_by_which_rules(desk):
    shipped, own = shipped_rules().fingerprint, desk.office.rules().rules.fingerprint
    assert desk.office.rules(Vintage(known_by=desk.sent[0][0])).set_by == ""
    for (at, _, sent), as_of, rules, who in (
        (desk.sent[3], "--as-of 2025-05-31", shipped, "chương trình"),
        (desk.sent[4], "--through 2025-06", own, "bởi Lan"),
    ):
        told = [str(value) for value in values(sent).values()]
        (command,) = [text for text in told if "export-tracker summary" in text]
        moment = at.isoformat(timespec="seconds")
        for part in (as_of, f"--known-by {moment}", f"--judged-by {rules}"):
            assert part in command
        (judged,) = [text for text in told if rules in text and text != command]
        assert who in judged


def test_late_returns_are_judged_on_the_day_that_is_asked_for(desk):
    """In May nothing was late; in June the return of May was, and that was silenced a while."""
    may, june, july = (desk.sent[n][0] for n in (1, 2, 3))
    told = [
        desk.office.warnings(YearAsked(vintage=Vintage(known_by=at))) for at in (may, june, july)
    ]
    late = [[w for w in report.warnings if w.rule is Rule.LATE] for report in told]
    assert [len(found) for found in late] == [0, 1, 1]
    assert late[1][0].silence
    assert late[2][0].silence is None
    assert desk.office.due(Vintage(known_by=june)) == desk.office.due(Vintage(known_by=june.date()))
