"""Who may do what on a server, tried with plain SQL as each role: the database itself refuses."""

from __future__ import annotations

from contextlib import contextmanager
from dataclasses import replace
from datetime import UTC, datetime, timedelta, timezone

import psycopg
import pytest

from desktop.archive import Archive, as_seen, sharing
from desktop.archive.rights import Role
from desktop.figures.finding import Refused
from desktop.figures.happening import of_desk
from desktop.figures.note import Note
from desktop.figures.series import Flow
from desktop.figures.target import Target, TargetChange, TargetMeasure
from desktop.figures.vintage import Vintage
from tests.archive.made import NOON, add_target, reading, row, store, values

HANOI, HUE = "VN-HN", "VN-26"


@contextmanager
def plain(address):
    """Give a connection past the program; what it does is taken back."""
    with psycopg.connect(address) as connection:
        yield connection
        connection.rollback()


INSERTS = {
    "returns": "INSERT INTO returns (content_hash, name, sender, layout, reported_on, date_origin,"
    " figures, findings, province) SELECT content_hash, name, sender, layout, reported_on,"
    " date_origin, figures, findings, '{province}' FROM returns LIMIT 1",
    "events": "INSERT INTO events (kind, return_id, happened_at, caused_by)"
    " VALUES ('{kind}', 1, '2025-07-12', 'me')",
    "targets": "INSERT INTO targets (flow, measure, year, low, high, item, market, document)"
    " VALUES ('export', 'value', 2025, 1, 1, 'TOTAL', 'WORLD', '')",
}


def refused(address, statement):
    with plain(address) as connection, pytest.raises(psycopg.errors.InsufficientPrivilege):
        connection.execute(statement)


def allowed(address, statement):
    with plain(address) as connection:
        assert connection.execute(statement).rowcount > 0


@pytest.mark.parametrize("who", ["viewer", "editor", "approver", "keeper", "hanoi"])
def test_everybody_reads_what_counts(accounts, who):
    with Archive.open(accounts[who], read_only=True) as archive:
        assert values(archive) == [2, 1]


@pytest.mark.parametrize("table", INSERTS)
def test_a_viewer_writes_nothing(accounts, table):
    refused(accounts["viewer"], INSERTS[table].format(province="", kind="imported"))
    refused(accounts["viewer"], "UPDATE current_figures SET value = 0")


def test_the_program_tells_a_viewer_so(accounts):
    with Archive.open(accounts["viewer"]) as archive, pytest.raises(Refused, match="forbidden"):
        store(archive, reading(row(9), name="x"))


def test_an_editor_writes_and_overwrites_nothing(accounts):
    allowed(accounts["editor"], INSERTS["targets"])
    allowed(accounts["editor"], INSERTS["returns"].format(province=""))
    for deed in ("UPDATE events SET caused_by = 'x'", "DELETE FROM events", "TRUNCATE events",
                 "UPDATE figures SET value = 0", "DELETE FROM returns"):  # fmt: skip
        refused(accounts["editor"], deed)


def test_an_editor_approves_nothing(accounts):
    refused(accounts["editor"], INSERTS["events"].format(kind="approved"))


def test_a_provinces_editor_touches_nothing_national(accounts):
    for province in ("", HUE):
        refused(accounts["hanoi"], INSERTS["returns"].format(province=province))
    for kind in ("imported", "withdrawn", "submitted", "approved"):
        refused(accounts["hanoi"], INSERTS["events"].format(kind=kind))
    refused(accounts["hanoi"], INSERTS["targets"])
    refused(accounts["hanoi"], f"UPDATE office_members SET province = '{HUE}'")
    for change in ("UPDATE current_figures SET value = 0", "DELETE FROM current_figures"):
        refused(accounts["hanoi"], change)


def test_what_a_province_submits_counts_when_it_is_approved(accounts):
    with Archive.open(accounts["hanoi"]) as province:
        number = store(province, reading(row(5, item="COFFEE"), name="Hà Nội"))
        assert values(province) == [2, 1]
        (own,) = (r for r in province.returns() if r.waiting)
        assert (own.number, own.province) == (number, HANOI)
        assert store(province, reading(row(5, item="COFFEE"), name="Hà Nội")) is None
    with Archive.open(accounts["hue"]) as other:
        assert [r.name for r in other.returns()] == ["national"]
        with pytest.raises(Refused):
            other.content(number)
    with plain(accounts["hue"]) as connection:
        for table in ("figures", "events"):
            seen = f"SELECT count(*) FROM {table} WHERE return_id = {number}"
            assert connection.execute(seen).fetchone() == (0,)
    with Archive.open(accounts["editor"]) as editor:
        for deed in (editor.approve, editor.restore):
            with pytest.raises(Refused, match="forbidden"):
                deed(number, at=NOON, by="Lan")
    with Archive.open(accounts["approver"]) as approver:
        approver.approve(number, at=NOON, by="Lan")
        assert values(approver) == [5, 2, 1]
        with pytest.raises(Refused, match="not_waiting"):
            approver.reject(number, at=NOON, by="Lan")
    with Archive.open(accounts["hue"]) as other:
        assert [r.name for r in other.returns()] == ["national", "Hà Nội"]


def test_what_was_submitted_stays_as_the_approver_sees_it(accounts):
    """Not even a province adds a figure to its own return by plain SQL."""
    with Archive.open(accounts["hanoi"]) as province:
        number = store(province, reading(row(6, item="TEA"), name="Hà Nội 2"))
    more = (
        "INSERT INTO figures SELECT detail, period_id, series_id, return_id, repeat + 1, unit_id, "
        f"status, value, sheet_id, cell, printed, label_id FROM figures WHERE return_id = {number}"
    )
    refused(accounts["hanoi"], more)
    with Archive.open(accounts["approver"]) as approver:
        approver.approve(number, at=NOON, by="Lan")
    refused(accounts["hanoi"], more)


@pytest.mark.parametrize(
    "deed",
    [
        "INSERT INTO terms (id, text) VALUES (2000000000, 'far ahead')",
        "INSERT INTO periods VALUES (2000000000, 1, 1, 'month')",
        "INSERT INTO rule_sets VALUES (2000000000, '')",
        "INSERT INTO events (id, kind, happened_at, caused_by) "
        "VALUES (2000000000, 'note_added', '2025-07-12T23:00:00+23:00', 'me')",
    ],
)
def test_nobody_takes_a_number_out_of_turn(accounts, deed):
    """A number far ahead, written by plain SQL, would stand in everybody's way."""
    for who in ("editor", "approver", "hanoi"):
        refused(accounts[who], deed)


def test_what_waits_is_approved_or_rejected_as_other_returns_are_redone_and_undone(accounts):
    with Archive.open(accounts["hue"]) as province:
        good = store(province, reading(row(6, item="PEPPER"), name="Huế 1"))
        bad = store(province, reading(row(7, item="PEPPER"), name="Huế 2"))
        assert [r.waiting for r in province.returns() if r.number in (good, bad)] == [True, True]
    with Archive.open(accounts["approver"]) as approver:
        assert approver.undoing(good).back
        approver.restore(good, at=NOON, by="Lan")
        approver.withdraw(bad, at=NOON, by="Lan")
        assert 6 in values(approver)
        assert 7 not in values(approver)
        assert [h.deed for h in approver.since(0) if h.about.startswith("Huế")] == [
            "submitted", "submitted", "approved", "rejected",
        ]  # fmt: skip


def test_what_the_office_imports_itself_decides_nothing_that_a_province_submitted(accounts):
    """The same file from a province waits, or was rejected: the office's own is one of its own."""
    for n, who in enumerate(("editor", "approver"), 8):
        book = reading(row(n, item="TEA"), name=f"by Huế and the {who}")
        with Archive.open(accounts["hue"]) as province:
            drafts = [store(province, book), store(province, reading(row(99), name=f"bad {n}"))]
        with Archive.open(accounts["approver"]) as approver:
            approver.reject(drafts[1], at=NOON, by="Lan")
        with Archive.open(accounts[who]) as office:
            own = [store(office, book), store(office, reading(row(99), name=f"bad {n}"))]
            assert not {None, *drafts} & {*own}
            assert store(office, book) is None
            waiting = {r.number: r.waiting for r in office.returns()}
            assert [waiting[number] for number in (*drafts, *own)] == [True, False, False, False]
        with Archive.open(accounts["hanoi"]) as another:
            assert {*own} <= {r.number for r in another.returns()}
            assert {n, 99} <= {*values(another)}
            another_sees = {r.number for r in another.returns()}
            assert not another_sees & {*drafts}
        with Archive.open(accounts["editor"]) as office:
            for number in own:
                office.withdraw(number, at=NOON, by="Lan")


def test_what_was_rejected_and_counts_after_all_is_seen_by_all(accounts):
    with Archive.open(accounts["hue"]) as province:
        number = store(province, reading(row(98, item="SILK"), name="after all"))
    with Archive.open(accounts["approver"]) as approver:
        approver.reject(number, at=NOON, by="Lan")
        with Archive.open(accounts["hanoi"]) as another:
            assert number not in {r.number for r in another.returns()}
        approver.restore(number, at=NOON, by="Lan")
    with Archive.open(accounts["hanoi"]) as another:
        assert number in {r.number for r in another.returns()}
        assert 98 in values(another)
    with Archive.open(accounts["approver"]) as approver:
        approver.withdraw(number, at=NOON, by="Lan")


def test_the_server_signs_what_was_done(accounts):
    hanoi, now = timezone(timedelta(hours=7)), datetime.now(UTC)
    with Archive.open(accounts["editor"], desk="PC 7") as archive:
        number = store(archive, reading(row(1), name="signed"))
        archive.withdraw(number, at=NOON.astimezone(hanoi), by="somebody else")
        last = archive.since(0)[-1]
    assert last.at.endswith("+07:00")
    assert abs(datetime.fromisoformat(last.at) - now) < timedelta(minutes=1)
    assert last.by == accounts["editor"].partition("//")[2].partition("@")[0]
    assert last.desk == "PC 7"


def test_the_order_of_what_was_known_is_the_servers_whatever_desks_clocks_say(accounts):
    """One desk is a year behind, the other a year ahead: what was known then is as it happened."""
    wrong = [NOON - timedelta(days=400), NOON + timedelta(days=4000)]
    with Archive.open(accounts["editor"]) as archive:
        before = archive.changes
        for at, n in zip(reversed(wrong), (0, 1), strict=True):
            archive.add_note(Note(NOON.date(), f"note {n}"), at=at, by="x")
            archive.set_rules(f"[late]\ndays = {n + 1}\n", at=at, by="x")
        told = [datetime.fromisoformat(one.at) for one in archive.since(before)]
        assert told == sorted(told)
        texts = {note.text for note in archive.notes(Vintage(known_by=told[-1]))}
        assert {"note 0", "note 1"} <= texts
        assert archive.rules(Vintage(known_by=told[-1])).text == "[late]\ndays = 2\n"
        assert archive.rules(Vintage(known_by=told[0] - timedelta(seconds=1))) is None


def test_no_event_is_written_at_a_time_of_ones_own(accounts):
    with plain(accounts["editor"]) as connection:
        said = connection.execute(
            "INSERT INTO events (kind, happened_at, caused_by, desk) "
            "VALUES ('note_added', '2025-07-12T23:00:00+23:00', 'me', '') RETURNING happened_at"
        )
        (at,) = said.fetchone()
    assert at.endswith("+00:00")


def test_a_desk_knows_its_own_changes_from_those_of_the_same_account_elsewhere(accounts):
    """Of two names that begin alike, too."""
    address = accounts["editor"]
    with Archive.open(address, desk="PC 7") as here, Archive.open(address, desk="PC 71") as there:
        seen = here.changes
        here.add_note(Note(NOON.date(), "here"), at=NOON, by="")
        there.add_note(Note(NOON.date(), "there"), at=NOON, by="")
        own = [of_desk(told.desk, "PC 7") for told in here.since(seen)]
    assert own == [True, False]


def test_somebody_who_left_is_let_in_no_more(accounts):
    login = accounts["viewer"].partition("//")[2].partition("@")[0].replace("viewer", "leaver")
    sharing.admit(accounts["owner"], login, Role.VIEWER)
    address = sharing.address_for(accounts["owner"], login)
    with Archive.open(address, read_only=True) as archive:
        assert values(archive)
        sharing.dismiss(accounts["owner"], login)
        with pytest.raises(Refused, match="archive_password"):  # whoever is in sees nothing more
            archive.figures()
    with pytest.raises(Refused, match="archive_password"):
        Archive.open(address, read_only=True)
    assert login not in {name for name, *_ in sharing.members(accounts["owner"])}


def test_a_provinces_editor_who_left_does_not_become_the_offices(accounts):
    """An open connection outlives the account: it must not be anybody's without a province."""
    login = f"leaver_{accounts['owner'].rpartition('/')[2]}"
    sharing.admit(accounts["owner"], login, Role.EDITOR, HUE)
    with Archive.open(sharing.address_for(accounts["owner"], login)) as archive:
        store(archive, reading(row(8, item="CASHEW"), name="Huế 3"))
        sharing.dismiss(accounts["owner"], login)
        with pytest.raises(Refused, match="archive_password"):
            archive.add_note(Note(NOON.date(), "after all"), at=NOON, by="x")


def test_an_account_may_not_take_a_roles_name(accounts):
    base = accounts["owner"].rpartition("/")[2]
    with pytest.raises(Refused, match="login_taken"):
        sharing.admit(accounts["owner"], f"{base}_editor", Role.VIEWER)


def test_only_an_editor_can_be_of_one_province(accounts):
    with pytest.raises(Refused, match="province_not_editor"):
        sharing.admit(accounts["owner"], "x", Role.VIEWER, HANOI)


def test_another_desks_word_hides_nothing_from_that_desk(accounts):
    """Whoever may write can say any desk; the account is the server's own word."""
    with Archive.open(accounts["editor"], desk="PC 7") as here:
        seen = here.changes
        here.add_note(Note(NOON.date(), "ours"), at=NOON, by="")
        with Archive.open(accounts["approver"], desk="PC 7") as forged:
            forged.add_note(Note(NOON.date(), "theirs"), at=NOON, by="")
        assert [of_desk(told.desk, "PC 7") for told in here.since(seen)] == [True, False]


def test_another_desks_word_does_not_let_anybody_overwrite_unseen(accounts):
    target = Target(Flow.EXPORT, TargetMeasure.GROWTH, 2031, 0.1, 0.1)
    with (
        Archive.open(accounts["editor"], desk="PC 7") as here,
        Archive.open(accounts["approver"], desk="PC 7") as forged,
    ):
        seen = here.changes
        add_target(forged, target)
        again = TargetChange(added=(replace(target, low=0.2, high=0.2),))
        with pytest.raises(Refused, match="target_changed_meanwhile"), as_seen(seen):
            here.change_targets(again, at=NOON, by="")
