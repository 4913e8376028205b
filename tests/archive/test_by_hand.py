"""A schema that was changed by hand: the check names what, and setting up again puts it back."""

from __future__ import annotations

import pytest

from desktop.archive import Archive, copying, server_guards, sharing
from desktop.archive.rights import Role
from desktop.figures.finding import Refused
from desktop.figures.finding_texts import in_words
from desktop.figures.wording import language
from tests.archive.made import reading, row, store

GUARDS, RULES, INDEXES = "guards_missing", "rules_missing", "indexes_missing"


def new_office(server, kept):
    """Give the address of an archive with accounts, and what does a statement there."""
    address = server.archive()
    name = address.rpartition("/")[2]
    sharing.set_up(address, kept)
    sharing.admit(address, f"editor_{name}", Role.EDITOR)
    with Archive.open(address) as archive:
        store(archive, reading(row(1), row(2, item="RICE")))
    assert copying.check(address) == []
    return address, lambda sql: server.run(sql.format(editor=f"{name}_editor"), name)


@pytest.fixture(scope="module")
def office(server, tmp_path_factory):
    """An office whose tests put all back."""
    return new_office(server, tmp_path_factory.mktemp("office"))


@pytest.fixture
def spoilt(server, tmp_path):
    """An office that stays as its test leaves it."""
    return new_office(server, tmp_path)


DEEDS = (
    ("DROP TRIGGER events_signed ON events", GUARDS, "events_signed"),
    ("CREATE OR REPLACE TRIGGER returns_readable BEFORE INSERT ON returns FOR EACH ROW "
     "EXECUTE FUNCTION archive_is_legible()", GUARDS, "returns_readable"),
    ("CREATE OR REPLACE FUNCTION archive_is_append_only() RETURNS trigger LANGUAGE plpgsql "
     "AS $$ BEGIN RETURN NEW; END $$", GUARDS, "archive_is_append_only"),
    ("ALTER FUNCTION archive_refers() SECURITY INVOKER", GUARDS, "archive_refers"),
    ("ALTER FUNCTION archive_shows() RESET search_path", GUARDS, "archive_shows"),
    ("DROP POLICY returns_seen ON returns", RULES, "returns_seen"),
    ("ALTER POLICY figures_seen ON figures USING (true)", RULES, "figures_seen"),
    ("CREATE POLICY mine ON events FOR INSERT WITH CHECK (true)", RULES, "mine"),
    ("ALTER TABLE returns DISABLE ROW LEVEL SECURITY", RULES, "returns"),
    ("GRANT UPDATE ON events TO {editor}", RULES, "events ({editor}: UPDATE)"),
    ("GRANT UPDATE (value) ON figures TO {editor}", RULES, "figures ({editor}: UPDATE)"),
    ("GRANT SELECT ON targets TO PUBLIC", RULES, "targets (PUBLIC: SELECT)"),
    ("GRANT DELETE ON silences TO pg_monitor", RULES, "silences (pg_monitor: DELETE)"),
    ("REVOKE SELECT ON notes FROM PUBLIC, {viewer}", RULES, "notes"),
    ("GRANT EXECUTE ON FUNCTION archive_turn() TO {viewer}", RULES,
     "archive_turn ({viewer}: EXECUTE)"),
    ("GRANT EXECUTE ON FUNCTION archive_asked(text, integer[]) TO PUBLIC", RULES,
     "archive_asked (PUBLIC: EXECUTE)"),
    ("REVOKE EXECUTE ON FUNCTION archive_numbers_terms(text[]) FROM {editor}", RULES,
     "archive_numbers_terms"),
    ("DROP INDEX ix_events_return_id", INDEXES, "ix_events_return_id"),
)  # fmt: skip


def held(office, tmp_path, *deeds):
    """Do the deeds; the check names each and nothing else; setting up again puts all back."""
    address, do = office
    base = address.rpartition("/")[2]
    wanted: dict[str, list[str]] = {}
    for deed, code, named in deeds:
        groups = {"viewer": f"{base}_viewer", "editor": f"{base}_editor"}
        do(deed.replace("{viewer}", groups["viewer"]))
        wanted.setdefault(code, []).append(named.format(**groups))
    told = {finding.code: finding for finding in copying.check(address)}
    assert {code: one.found.split(", ") for code, one in told.items()} == {
        code: sorted(names) for code, names in wanted.items()
    }
    for code, names in wanted.items():
        assert told[code].about == str(len(names))
        assert all(name in in_words(told[code], language("vi")) for name in names)
    sharing.set_up(address, tmp_path)
    if "mine" in wanted.get(RULES, ()):  # what the program never made is the keeper's to take away
        do("DROP POLICY mine ON events")
    assert copying.check(address) == []


def test_what_was_changed_by_hand_is_named_and_put_back(office, tmp_path):
    held(office, tmp_path, *DEEDS)


def test_setting_up_goes_to_the_server_a_few_times_whatever_there_is_to_do(office, tmp_path, asked):
    address, do = office
    do("DROP TRIGGER events_signed ON events")
    do("DROP POLICY returns_seen ON returns")
    asked.clear()
    sharing.set_up(address, tmp_path)
    assert 0 < len(asked) < 25
    assert copying.check(address) == []


def test_a_guard_that_stands_and_does_nothing_is_named_and_put_back(office, tmp_path):
    sleeping = "ALTER TABLE events ENABLE REPLICA TRIGGER events_signed"
    held(office, tmp_path, (sleeping, GUARDS, "events_signed"))


@pytest.mark.slow
@pytest.mark.parametrize("deed", DEEDS)
def test_each_of_it_alone_is_named_and_put_back(office, tmp_path, deed):
    held(office, tmp_path, deed)


def test_a_table_that_was_given_to_another_is_named_by_who_cannot_read_it(spoilt, server):
    address, do = spoilt
    base = address.rpartition("/")[2]
    server.run(f"CREATE ROLE other_{base}", base)
    do(f"ALTER TABLE returns OWNER TO other_{base}")
    do(f"REVOKE SELECT ON returns FROM {base}_viewer")
    asking = address.replace("postgres@", f"editor_{base}@")
    (finding,) = copying.check(asking)
    assert finding.code == RULES
    assert f"returns (other_{base})" in finding.found


def test_what_was_given_to_another_is_for_who_looks_after_the_server(spoilt, server, tmp_path):
    """Nobody else can give it back, and what is done in its owner's name would be refused."""
    address, do = spoilt
    base = address.rpartition("/")[2]
    server.run(f"CREATE ROLE other_{base}", base)
    do(f"ALTER FUNCTION archive_shows() OWNER TO other_{base}")
    do(f"ALTER TABLE notes OWNER TO other_{base}")
    (finding,) = copying.check(address)
    owned = f"archive_shows (other_{base}), notes (other_{base})"
    assert (finding.code, finding.found) == (RULES, owned)
    with pytest.raises(Refused, match="archive_owners") as refused:
        sharing.set_up(address, tmp_path)
    assert owned in in_words(refused.value.findings[0], language("vi"))
    do("ALTER FUNCTION archive_shows() OWNER TO postgres")
    do("ALTER TABLE notes OWNER TO postgres")
    sharing.set_up(address, tmp_path)
    assert copying.check(address) == []


@pytest.mark.parametrize("table", ["events", "alembic_version"])
def test_what_tells_of_the_archive_is_named_alone_where_it_was_given_away(spoilt, server, table):
    """Whoever owns the rest owns the archive."""
    address, do = spoilt
    base = address.rpartition("/")[2]
    server.run(f"CREATE ROLE other_{base}", base)
    do(f"ALTER TABLE {table} OWNER TO other_{base}")
    (finding,) = copying.check(address)
    assert (finding.code, finding.found) == (RULES, f"{table} (other_{base})")


def test_an_accounts_table_that_is_gone_is_named(spoilt):
    address, do = spoilt
    do("ALTER TABLE office_members RENAME TO away")
    codes = {finding.code: finding.found for finding in copying.check(address)}
    assert codes[RULES] == "office_members"


def test_what_an_office_keeps_beside_the_archive_is_its_own_affair(office, server):
    address, do = office
    do("CREATE TABLE beside (x integer)")
    do("GRANT SELECT ON beside TO PUBLIC")
    do("CREATE ROLE reporting")
    do("GRANT SELECT ON returns TO reporting")
    assert copying.check(address) == []
    do("DROP OWNED BY reporting")
    do("DROP ROLE reporting")


def test_a_copy_of_the_database_has_rights_of_its_own_once_it_is_set_up(office, server, tmp_path):
    """The server keeps the rights of the first one's groups in it, which it cannot check."""
    address, _ = office
    copy = server.copy_of(address)
    (finding,) = copying.check(copy)
    assert finding.code == RULES
    sharing.set_up(copy, tmp_path)
    assert copying.check(copy) == []
    assert copying.check(address) == []


@pytest.fixture
def part(office):
    """Give a partition of the figures."""
    with Archive.open(office[0]) as archive, archive._reading() as connection:
        return server_guards.parts(connection)["figures"][0]


RIGHTS = ("SELECT", "INSERT", "UPDATE", "DELETE", "TRUNCATE")


def given_of(part, what):
    return f"GRANT {what} ON {part} TO {{editor}}", RULES, f"{part} ({{editor}}: {what})"


def test_what_is_given_of_a_partition_is_named_and_taken_back(office, part, tmp_path, server):
    held(office, tmp_path, *(given_of(part, what) for what in RIGHTS))
    # Whom no rule of rows holds anyway, as who copies the database, may read it in parts as well.
    address, _ = office
    base = address.rpartition("/")[2]
    server.run(f"CREATE ROLE copier_{base} BYPASSRLS", base)
    server.run(f"GRANT SELECT ON {part} TO copier_{base}", base)
    assert copying.check(address) == []
    server.run(f"DROP OWNED BY copier_{base}", base)


@pytest.mark.slow
@pytest.mark.parametrize("what", RIGHTS)
def test_each_that_is_given_alone_is_named_and_taken_back(office, part, tmp_path, what):
    held(office, tmp_path, given_of(part, what))
