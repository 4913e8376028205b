"""Rows that nobody can read: a server takes none, and one that stands in a file is named."""

from __future__ import annotations

import sqlite3
from contextlib import closing

import psycopg
import pytest
from sqlalchemy import create_engine

from desktop.archive import Archive, copying
from desktop.archive.legible import TRIGGERS
from desktop.archive.server_guards import unguarded
from desktop.figures.directions import LearnedLayout
from desktop.figures.finding import Refused
from desktop.figures.layout_files import layout_to_json
from desktop.figures.month import Month
from desktop.figures.scenario import Scenario, Shock
from desktop.figures.scenario_files import scenario_to_json
from tests.archive.test_rights import plain

TARGET = {
    "flow": "export", "measure": "growth", "year": 2025, "low": 120_000, "high": 120_000,
    "item": "TOTAL", "market": "WORLD", "document": "", "issued_on": "2025-02-05",
    "province": "", "first_month": 1, "months": 12, "base_as_of": None,
}  # fmt: skip
LINEAR = '{"phasing": "linear", "shares": [], "with_exceptional": false, "holiday_days": []}'
PATH = {
    "flow": "export", "item": "TOTAL", "market": "WORLD", "province": "",
    "first_month": 24300, "last_month": 24311, "body": LINEAR,
}  # fmt: skip
SILENCE = {
    "rule": "falling", "subject": "x", "first_month": 24300, "last_month": 24303,
    "reason": "known",
}  # fmt: skip
NOTE = {"day": "2025-04-02", "body": "Tariffs", "shipped": ""}
DECISION = {
    "sender": "gso", "kind": "item", "flow": "export", "name_key": "gao", "label": "Gạo",
    "code": "RICE", "decided_at": "2025-01-01T00:00:00+00:00", "decided_by": "Lan",
}  # fmt: skip
SCENARIO = {
    "name_key": "tariff",
    "body": scenario_to_json(Scenario("Tariff", Month(2025, 8), (Shock(tariff=0.2),))),
}
LAYOUT = {
    "name": "Table 1", "sender": "gso", "made_at": "2025-01-01T00:00:00+00:00", "made_by": "Lan",
    "body": layout_to_json(LearnedLayout("Table 1", "gso", ())),
}  # fmt: skip
GOOD = {
    "targets": TARGET, "path_choices": PATH, "silences": SILENCE, "notes": NOTE,
    "decisions": DECISION, "scenarios": SCENARIO, "layouts": LAYOUT,
}  # fmt: skip
TOLD = {  # the event that tells of a row
    "targets": ("target_set", "target_id"), "path_choices": ("path_chosen", "path_choice_id"),
    "silences": ("warning_silenced", "silence_id"), "notes": ("note_added", "note_id"),
    "decisions": ("name_decided", "decision_id"), "scenarios": ("scenario_kept", "scenario_id"),
    "layouts": ("layout_learned", "layout_id"),
}  # fmt: skip
BAD = [
    ("targets", {"flow": "sideways"}),
    ("targets", {"measure": "mood"}),
    ("targets", {"first_month": 13}),
    ("targets", {"months": 0}),
    ("targets", {"issued_on": "yesterday"}),
    ("targets", {"base_as_of": "2025-02-30"}),
    ("targets", {"issued_on": "infinity"}),
    ("targets", {"issued_on": "12025-01-01"}),
    ("targets", {"base_as_of": "-infinity"}),
    ("path_choices", {"flow": "sideways"}),
    ("path_choices", {"body": "{"}),
    ("path_choices", {"body": LINEAR.replace("linear", "wavy")}),
    ("path_choices", {"body": LINEAR.replace('"shares": []', '"shares": ["1/0"]')}),
    ("path_choices", {"body": LINEAR.replace('"shares": []', '"shares": [null]')}),
    ("path_choices", {"body": LINEAR.replace("[]", f'["{"1" * 5000}"]', 1)}),
    ("path_choices", {"body": LINEAR.replace('"shares": [], ', "")}),
    ("path_choices", {"body": LINEAR.replace(', "holiday_days": []', "")}),
    ("path_choices", {"body": LINEAR.replace('"holiday_days": []', '"holiday_days": [[1]]')}),
    ("path_choices", {"body": LINEAR.replace('days": []', 'days": [[1, "b"]]')}),
    ("path_choices", {"body": LINEAR.replace('days": []', 'days": [[[1], 2]]')}),
    ("path_choices", {"body": LINEAR.replace('days": []', 'days": [[1, null]]')}),
    ("silences", {"rule": "gloom"}),
    ("notes", {"day": "never"}),
    ("notes", {"day": "12025-01-01"}),
    ("decisions", {"kind": "mood"}),
]
ALONE = [
    ("scenarios", {"body": "{}"}),
    ("scenarios", {"body": "["}),
    ("layouts", {"body": "{}"}),
    ("layouts", {"body": LAYOUT["body"].replace("plans", "plants")}),
]
"""What stands by itself: where it cannot be read the others can."""
ODD = [
    ("silences", {"first_month": -5}),
    ("targets", {"year": 9999}),
    ("path_choices", {"last_month": 0}),
    ("path_choices", {"body": LINEAR.replace('days": []', 'days": [[13, 2]]')}),
    ("path_choices", {"body": LINEAR.replace('days": []', 'days": [[1, 99]]')}),
]
"""What can be read, and is of no month that anybody reaches."""


DATED = (
    "INSERT INTO returns (content_hash, name, sender, layout, reported_on, date_origin, figures,"
    " findings, province) SELECT content_hash, name, sender, layout, '{day}', date_origin, figures,"
    " findings, '' FROM returns LIMIT 1"
)


def statement(table, row, mark):
    return f"INSERT INTO {table} ({', '.join(row)}) VALUES ({', '.join([mark] * len(row))})"


def ask(archive, table):
    return {
        "targets": archive.targets, "path_choices": archive.path_choices,
        "silences": archive.silences, "notes": archive.notes, "decisions": archive.decisions,
        "scenarios": archive.scenarios, "layouts": archive.layouts,
    }[table]()  # fmt: skip


def put(place, table, row):
    """Write a row into a file by hand, and the event that tells of it; give its number."""
    kind, column = TOLD[table]
    with closing(sqlite3.connect(place)) as connection, connection:
        number = connection.execute(statement(table, row, "?"), list(row.values())).lastrowid
        connection.execute(
            f"INSERT INTO events (kind, {column}, happened_at, caused_by)"
            " VALUES (?, ?, '2025-07-12T00:00:00+00:00', 'by hand')",
            (kind, number),
        )
    return number


@pytest.mark.parametrize("who", ["editor", "approver"])
@pytest.mark.parametrize(("table", "wrong"), [*BAD, *ALONE, *ODD])
def test_a_server_takes_no_row_that_nobody_can_read(accounts, who, table, wrong):
    row = GOOD[table] | wrong
    with plain(accounts[who]) as connection, pytest.raises(psycopg.Error):
        connection.execute(statement(table, row, "%s"), list(row.values()))


@pytest.mark.parametrize("day", ["12025-01-01", "infinity"])
def test_a_server_takes_no_return_of_a_day_that_nobody_can_read(accounts, day):
    with plain(accounts["editor"]) as connection:
        with connection.transaction(force_rollback=True):
            connection.execute(DATED.format(day="2025-01-01"))
        with pytest.raises(psycopg.errors.InsufficientPrivilege):
            connection.execute(DATED.format(day=day))


def test_a_server_takes_days_and_shares_as_they_are_typed(accounts):
    typed = LINEAR.replace('"shares": []', '"shares": ["1/3", "2/3"]')
    row = PATH | {"body": typed.replace('days": []', 'days": [[1, 5], [2, 13]]')}
    with plain(accounts["editor"]) as connection:
        added = connection.execute(statement("path_choices", row, "%s"), list(row.values()))
        assert added.rowcount == 1


@pytest.mark.parametrize("table", TOLD)
def test_a_server_takes_rows_as_the_program_writes_them(accounts, table):
    row = GOOD[table]
    with plain(accounts["editor"]) as connection:
        added = connection.execute(statement(table, row, "%s"), list(row.values()))
        assert added.rowcount == 1


def test_the_guards_are_missed_where_somebody_took_them_away(accounts):
    with psycopg.connect(accounts["owner"], autocommit=True) as owner:
        owner.execute("DROP TRIGGER targets_legible ON targets")
        try:
            engine = create_engine(accounts["owner"].replace("://", "+psycopg://", 1))
            with engine.connect() as connection:
                assert "targets_legible" in unguarded(connection)
            engine.dispose()
        finally:
            owner.execute(f"CREATE TRIGGER targets_legible {TRIGGERS['targets_legible']}")


@pytest.mark.file_only
@pytest.mark.parametrize(("table", "wrong"), BAD)
def test_a_row_that_stands_in_a_file_is_named(tmp_path, table, wrong):
    place, row = tmp_path / "archive.sqlite3", GOOD[table] | wrong
    with Archive.open(place):
        pass
    number = put(place, table, row)
    with Archive.open(place) as archive, pytest.raises(Refused) as told:
        ask(archive, table)
    (finding,) = told.value.findings
    assert (finding.code, finding.found, finding.about) == ("row_unreadable", table, str(number))


@pytest.mark.file_only
@pytest.mark.parametrize("table", TOLD)
def test_a_good_row_of_a_file_is_read(tmp_path, table):
    place, row = tmp_path / "archive.sqlite3", GOOD[table]
    with Archive.open(place) as archive:
        before = len(ask(archive, table))
    put(place, table, row)
    with Archive.open(place) as archive:
        assert len(ask(archive, table)) == before + 1


@pytest.mark.file_only
@pytest.mark.parametrize(("table", "wrong"), ALONE)
def test_a_scenario_or_layout_that_nobody_can_read_is_left_out_and_told_by_the_check(
    tmp_path, table, wrong
):
    place, good = tmp_path / "archive.sqlite3", GOOD[table]
    with Archive.open(place):
        pass
    kept = put(place, table, good)
    number = put(place, table, good | wrong)  # newer, and of the same name
    with Archive.open(place) as archive:
        assert [one.number for one in ask(archive, table)] == [kept]
    (finding,) = copying.check(place)
    assert (finding.code, finding.found, finding.about) == ("row_unreadable", table, str(number))


@pytest.mark.file_only
def test_the_check_names_a_row_that_stops_its_readers(tmp_path):
    place = tmp_path / "archive.sqlite3"
    with Archive.open(place):
        pass
    number = put(place, "notes", NOTE | {"day": "never"})
    (finding,) = copying.check(place)
    assert (finding.code, finding.found, finding.about) == ("row_unreadable", "notes", str(number))
