"""Revisions that were found before are told again only while nothing else is known."""

from __future__ import annotations

from datetime import UTC, datetime

from desktop.figures.places import sample
from desktop.figures.vintage import LATEST, Vintage
from desktop.figures.warning_rules import Rule
from desktop.workflow import Office, YearAsked

NOW = datetime(2025, 8, 12, 9, tzinfo=UTC)


def test_an_office_that_was_asked_all_along_warns_as_one_that_was_not(tmp_path):
    place = tmp_path / "archive.sqlite3"
    *early, last = sorted(sample("gso").iterdir())
    rules = tmp_path / "rules.toml"
    rules.write_text("[revision]\nrobust_z = 0.5\nfewest = 3\nleast = 0.0\n", encoding="utf-8")

    def office():
        return Office(place, clock=lambda: NOW, user="Lan")

    with office() as asked:
        asked.set_rules(rules)
        asked.accept(asked.preview(early))
        day = Vintage(max(r.reported_on for r in asked.returns()))
        before = asked.warnings()
        assert asked.warnings() == before
        asked.accept(asked.preview([last]))
        told = [asked.warnings(YearAsked(vintage=vintage)) for vintage in (LATEST, day, LATEST)]
    with office() as fresh:
        assert told == [
            fresh.warnings(YearAsked(vintage=vintage)) for vintage in (LATEST, day, LATEST)
        ]
    assert any(w.rule is Rule.REVISION for w in before.warnings)
