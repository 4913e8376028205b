"""What the database keeps to itself, whoever writes: originals, the turn, what is shown, drafts."""

from __future__ import annotations

import hashlib
import zlib

import psycopg
import pytest

from desktop.archive import Archive, copying, sharing
from desktop.archive.postgresql import LOCK
from desktop.archive.rights import Role
from desktop.figures.finding import Refused
from tests.archive.made import AUGUST_6, NOON, content_of, reading, row, store, values
from tests.archive.test_rights import plain, refused

FORBIDDEN = psycopg.errors.InsufficientPrivilege
ORIGINAL = "INSERT INTO originals VALUES (%s, %s, %s)"
RETURN = (
    "INSERT INTO returns (content_hash, name, sender, layout, reported_on, date_origin, figures, "
    "findings, province) VALUES (%s, 'x', 'x', 'x', '2025-07-12', 'given', 0, '[]', %s) "
    "RETURNING id"
)
EVENT = "INSERT INTO events (kind, return_id, happened_at, caused_by) VALUES (%s, %s, '', '')"


def hashed(content):
    return hashlib.sha256(content).hexdigest()


@pytest.mark.parametrize("who", ["editor", "approver", "hanoi"])
@pytest.mark.parametrize(
    ("content_hash", "packing", "body"),
    [
        (hashed(b"another"), "zlib", zlib.compress(b"mine", 0)),
        (hashed(b"mine"), "none", zlib.compress(b"mine", 0)),
        (hashed(b"mine"), "zlib", zlib.compress(b"mine" * 99, 9)),
        (hashed(b"mine"), "zlib", zlib.compress(b"mine", 0) + b"more"),
        (hashed(b"mine"), "zlib", b"\x00\x00" + zlib.compress(b"mine", 0)[2:]),
        (hashed(b""), "zlib", b"\x78\x01\x01\x00\x00\x00\x00    "),
    ],
    ids=["another hash", "not packed so", "squeezed", "more behind", "no beginning", "no sum"],
)
def test_an_original_stands_under_the_hash_of_what_it_holds(
    accounts, who, content_hash, packing, body
):
    with plain(accounts[who]) as connection, pytest.raises(FORBIDDEN):
        connection.execute(ORIGINAL, (content_hash, packing, body))


@pytest.mark.parametrize("size", [0, 1, 65535, 65536, 300_000])
def test_an_original_of_any_size_comes_back(accounts, size):
    content = bytes(n * n % 251 for n in range(size))
    with plain(accounts["editor"]) as connection:
        connection.execute(ORIGINAL, (hashed(content), "zlib", zlib.compress(content, 0)))
        found = connection.execute(
            "SELECT body FROM originals WHERE content_hash = %s", (hashed(content),)
        )
        assert zlib.decompress(bytes(found.fetchone()[0])) == content


def test_what_is_read_back_is_held_to_its_hash(accounts):
    """Be it that somebody had the server's files in hand."""
    with Archive.open(accounts["editor"]) as archive:
        number = store(archive, reading(row(31), name="spoilt"))
        assert archive.content(number) == ("spoilt", content_of("spoilt"))
        with psycopg.connect(accounts["owner"]) as past:
            past.execute("SET session_replication_role = replica")
            told = (zlib.compress(b"another"), hashed(content_of("spoilt")))
            past.execute("UPDATE originals SET body = %s WHERE content_hash = %s", told)
        with pytest.raises(Refused, match="original_damaged"):
            archive.content(number)
        archive.withdraw(number, at=NOON, by="Lan")


@pytest.mark.parametrize(("who", "province"), [("editor", ""), ("hanoi", "VN-HN")])
@pytest.mark.parametrize("told", [False, True])
def test_a_return_that_no_event_tells_of_is_not_kept(accounts, who, province, told):
    content = f"{who} {told}".encode()
    with psycopg.connect(accounts[who]) as connection:
        connection.execute(ORIGINAL, (hashed(content), "zlib", zlib.compress(content, 0)))
        (number,) = connection.execute(RETURN, (hashed(content), province)).fetchone()
        if told:
            connection.execute(EVENT, ("submitted" if province else "imported", number))
            connection.commit()
        else:
            with pytest.raises(FORBIDDEN, match="nothing tells"):
                connection.commit()


SPOILT = [
    ("'2025-07-12'", "'12 July'"),
    ("'2025-07-12'", "'2025-7-12'"),
    ("'given'", "'guessed'"),
    ("'[]'", "'{}'"),
    ("'[]'", "'none'"),
    ("'[]'", '\'[{"severity": "error", "code": "x"}]\''),
]


@pytest.mark.parametrize(("good", "bad"), SPOILT)
def test_a_return_that_no_list_could_tell_of_is_not_kept(accounts, good, bad):
    content = b"unreadable"
    for who, province in (("editor", ""), ("hanoi", "VN-HN")):
        with plain(accounts[who]) as connection:
            connection.execute(ORIGINAL, (hashed(content), "zlib", zlib.compress(content, 0)))
            with pytest.raises(psycopg.Error) as refusal:
                connection.execute(RETURN.replace(good, bad), (hashed(content), province))
            assert refusal.value.sqlstate in {"42501", "22007", "22023", "22P02"}


@pytest.mark.parametrize("who", ["editor", "hanoi"])
def test_an_original_without_a_return_is_not_kept(accounts, who):
    with psycopg.connect(accounts[who]) as connection:
        connection.execute(ORIGINAL, (hashed(b"alone"), "zlib", zlib.compress(b"alone", 0)))
        with pytest.raises(FORBIDDEN, match="nothing tells"):
            connection.commit()


@pytest.mark.parametrize("kind", ["imported", "submitted", "approved", "rejected", "restored",
                                  "counts", ""])  # fmt: skip
def test_events_follow_on_what_was_before(accounts, kind):
    """Return 1 counts: nothing but that it is withdrawn can be told of it, by whomever."""
    for who in ("editor", "approver", "keeper", "owner"):
        with plain(accounts[who]) as connection, pytest.raises(FORBIDDEN):
            connection.execute(EVENT, (kind, 1))


def test_a_province_takes_back_nothing_that_was_approved(accounts):
    with Archive.open(accounts["hanoi"]) as province:
        number = store(province, reading(row(41, item="TEA"), name="approved"))
    with Archive.open(accounts["approver"]) as approver:
        approver.approve(number, at=NOON, by="Lan")
    refused(accounts["hanoi"], EVENT.replace("%s", "{}").format("'submitted'", number))


def test_a_viewer_cannot_keep_others_from_writing(accounts):
    refused(accounts["viewer"], "SELECT archive_turn()")
    refused(accounts["viewer"], "LOCK TABLE alembic_version IN ROW SHARE MODE")
    with plain(accounts["viewer"]) as viewer:
        viewer.execute("SELECT pg_advisory_lock(%s)", (LOCK,))
        viewer.execute("LOCK TABLE events, alembic_version, current_figures IN ACCESS SHARE MODE")
        viewer.execute("SELECT count(*) FROM figures")
        with Archive.open(accounts["editor"], patience=0.05) as archive:
            number = store(archive, reading(row(51), name="all the same"))
            archive.withdraw(number, at=NOON, by="Lan")


def test_a_viewer_cannot_keep_a_keeper_from_bringing_an_archive_up_to_date(accounts, tmp_path):
    """The lock of who builds where there is nothing yet is everybody's to take."""
    with psycopg.connect(accounts["viewer"], autocommit=True) as viewer:
        viewer.execute("SELECT pg_advisory_lock(%s)", (LOCK,))
        sharing.set_up(accounts["keeper"], tmp_path)
        assert viewer.execute("SELECT pg_advisory_unlock(%s)", (LOCK,)).fetchone() == (True,)


def test_who_waits_learns_which_colleague_writes(accounts):
    login = accounts["approver"].partition("//")[2].partition("@")[0]
    with plain(accounts["approver"]) as approver:
        approver.execute("SELECT archive_turn()")
        with (
            Archive.open(accounts["editor"], patience=0.05) as archive,
            pytest.raises(Refused, match="archive_held") as told,
        ):
            store(archive, reading(row(52), name="waits"))
    assert told.value.findings[0].found == login


def test_who_is_dismissed_holds_nobody_up_any_more(accounts):
    login = f"holds_{accounts['owner'].rpartition('/')[2]}"
    sharing.admit(accounts["keeper"], login, Role.EDITOR)
    with psycopg.connect(sharing.address_for(accounts["owner"], login)) as holder:
        holder.execute("SELECT archive_turn()")
        sharing.dismiss(accounts["keeper"], login)
        with Archive.open(accounts["editor"], patience=0.05) as archive:
            number = store(archive, reading(row(53), name="goes on"))
            archive.withdraw(number, at=NOON, by="Lan")
        with pytest.raises(psycopg.OperationalError):
            holder.execute("SELECT 1")


def test_what_is_shown_follows_each_event_of_an_editor(accounts):
    """Older and newer returns, taken back and brought back: it is what the history gives."""
    with Archive.open(accounts["editor"]) as archive:
        before = values(archive)
        older = store(archive, reading(row(61, item="SHOES"), row(62, item="BAGS"), name="older"))
        newer = store(archive, reading(row(63, item="SHOES"), name="newer"), AUGUST_6)
        late = store(archive, reading(row(64, item="SHOES"), row(65, item="HATS"), name="late"))
        assert sorted(set(values(archive)) - set(before)) == [62, 63, 65]
        archive.withdraw(newer, at=NOON, by="Lan")
        assert len({61, 64} & set(values(archive))) == 1
        archive.restore(newer, at=NOON, by="Lan")
        assert 63 in values(archive)
        for number in (older, newer, late):
            archive.withdraw(number, at=NOON, by="Lan")
        assert values(archive) == before
    assert {found.code for found in copying.check(accounts["owner"])} <= {"original_damaged"}


def labelled(label, *, name, item="SILK"):
    return reading(row(71, item=item, province="Huế")._replace(label=label), name=name)


def seen(address, table, column):
    with plain(address) as connection:
        return {text for (text,) in connection.execute(f"SELECT {column} FROM {table}")}


def test_what_only_a_draft_speaks_of_other_provinces_do_not_see(accounts):
    with Archive.open(accounts["hanoi"]) as hanoi:
        number = store(hanoi, labelled("Secret silk", name="secret", item="SECRET"))
        assert [told.label for told in hanoi.undoing(number).back] == ["Secret silk"]
    for table, column, told in (("terms", "text", "Secret silk"), ("series", "item", "SECRET")):
        assert told in seen(accounts["hanoi"], table, column)
        assert told in seen(accounts["viewer"], table, column)
        assert told not in seen(accounts["hue"], table, column)
    with Archive.open(accounts["approver"]) as approver:
        approver.approve(number, at=NOON, by="Lan")
    with Archive.open(accounts["hue"]) as hue:
        assert "Secret silk" in set(hue.figures()["label"])


def test_a_number_that_was_guessed_shows_nobody_what_it_stands_for(accounts):
    """A province that writes it into a draft of its own would see what it names."""
    with Archive.open(accounts["hanoi"]) as hanoi:
        store(hanoi, labelled("Guessed", name="guessed", item="GUESSED"))
    with plain(accounts["owner"]) as connection:
        (term,) = connection.execute("SELECT id FROM terms WHERE text = 'Guessed'").fetchone()
    content = b"guesses"
    with plain(accounts["hue"]) as hue:
        hue.execute(ORIGINAL, (hashed(content), "zlib", zlib.compress(content, 0)))
        (number,) = hue.execute(RETURN, (hashed(content), "VN-26")).fetchone()
        with pytest.raises(FORBIDDEN, match="another's draft"):
            hue.execute(
                "INSERT INTO figures SELECT detail, period_id, series_id, %s, 0, unit_id, status, "
                "value, sheet_id, cell, printed, %s FROM figures WHERE return_id = 1 LIMIT 1",
                (number, term),
            )


def test_two_provinces_may_speak_of_the_same_before_either_is_seen(accounts):
    """Also in the same file; each sees its own, and both what the office uses as well."""
    for who in ("hanoi", "hue"):
        with Archive.open(accounts[who]) as archive:
            number = store(archive, labelled("Shared", name="one file", item="SHARED"))
            assert [told.label for told in archive.undoing(number).back] == ["Shared"]
            assert archive.content(number)[1] == content_of("one file")
    login = f"third_{accounts['owner'].rpartition('/')[2]}"
    sharing.admit(accounts["owner"], login, Role.EDITOR, "VN-SG")
    third = sharing.address_for(accounts["owner"], login)
    assert "Shared" not in seen(third, "terms", "text")
    with Archive.open(third) as archive:
        assert "Shared" not in set(archive.figures()["label"])
        with Archive.open(accounts["editor"]) as editor:
            store(editor, labelled("Shared", name="the office's", item="SHARED"))
        assert "Shared" in set(archive.figures()["label"])


def test_a_keeper_admits_and_what_is_built_belongs_to_the_archives_owner(accounts, tmp_path):
    login = f"late_{accounts['owner'].rpartition('/')[2]}"
    sharing.set_up(accounts["keeper"], tmp_path)
    assert sharing.admit(accounts["keeper"], login, Role.VIEWER)
    sharing.dismiss(accounts["keeper"], login)
    with plain(accounts["owner"]) as connection:
        owners = connection.execute(
            "SELECT DISTINCT proowner::regrole::text FROM pg_proc WHERE proname LIKE 'archive%' "
            "UNION SELECT tableowner FROM pg_tables WHERE schemaname = 'public'"
        )
        assert owners.fetchall() == [("postgres",)]


def test_one_account_does_not_take_every_connection(accounts):
    limits = "SELECT rolname, rolconnlimit FROM pg_roles WHERE rolconnlimit <> -1"
    login = accounts["viewer"].partition("//")[2].partition("@")[0]
    with psycopg.connect(accounts["owner"], autocommit=True) as owner:
        limited = dict(owner.execute(limits).fetchall())
        assert limited[login] == 30
        assert not any(name.startswith("keeper") for name in limited)
        try:
            owner.execute(f'ALTER ROLE "{login}" CONNECTION LIMIT 0')
            with pytest.raises(Refused, match="archive_crowded"):
                Archive.open(accounts["viewer"])
        finally:
            owner.execute(f'ALTER ROLE "{login}" CONNECTION LIMIT -1')


def test_what_drafts_of_an_earlier_release_speak_of_is_hidden_when_it_is_migrated(
    accounts, tmp_path
):
    """What they share with a return that counts, and with the draft's own province, stays seen."""
    with Archive.open(accounts["hanoi"]) as hanoi:
        store(hanoi, labelled("Old silk", name="old draft", item="OLD"))
    with psycopg.connect(accounts["owner"]) as owner:
        owner.execute("DELETE FROM office_drafted")
        owner.execute("ALTER TABLE events DROP COLUMN origin")
        owner.execute("UPDATE alembic_version SET version_num = '0014'")
    names = (("terms", "text", "Old silk"), ("series", "item", "OLD"))
    for table, column, told in names:
        assert told in seen(accounts["hue"], table, column)
    Archive.open(accounts["owner"], kept_in=tmp_path).close()
    for table, column, told in names:
        assert told not in seen(accounts["hue"], table, column)
        assert told in seen(accounts["hanoi"], table, column)
    assert "TỔNG TRỊ GIÁ" in seen(accounts["hue"], "terms", "text")
    with psycopg.connect(accounts["owner"]) as owner:
        login = accounts["viewer"].partition("//")[2].partition("@")[0]
        limit = "SELECT rolconnlimit FROM pg_roles WHERE rolname = %s"
        assert owner.execute(limit, (login,)).fetchone() == (30,)
