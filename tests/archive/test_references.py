"""On a server no figure refers to what is not there, whoever writes it, and by whatever words."""

from __future__ import annotations

from contextlib import contextmanager

import psycopg
import pytest

from desktop.archive import Archive, copying, sharing
from desktop.archive.rights import Role
from desktop.figures.finding_texts import remedy, sentence
from desktop.figures.wording import language
from tests.archive.made import reading, row, store, values

COLUMNS = ("period_id", "series_id", "return_id", "unit_id", "sheet_id", "label_id")
NOWHERE = 1_000_000_000
REFUSED = psycopg.errors.ForeignKeyViolation


@pytest.fixture(scope="module")
def office(server, tmp_path_factory):
    """Give the addresses of a keeper and of an editor, of an archive with two figures."""
    owner = server.archive()
    sharing.set_up(owner, tmp_path_factory.mktemp("kept"))
    login = f"editor_of_{owner.rpartition('/')[2]}"
    sharing.admit(owner, login, Role.EDITOR)
    with Archive.open(owner) as archive:
        store(archive, reading(row(1), row(2, item="RICE", province="Huế")))
    return owner, sharing.address_for(owner, login)


@contextmanager
def plain(address):
    """Give a connection past the program; what it does is taken back."""
    with psycopg.connect(address) as connection:
        yield connection
        connection.rollback()


def again(connection, table, **other):
    """Write every figure of a table once more, of a period and a return of their own.

    But for what is `other`. Give how many there are.
    """
    told = {"period_id": 77, "return_id": 77, "cell": "cell", **other}
    connection.execute("INSERT INTO periods VALUES (77, 77, 77, 'month')")
    connection.execute(
        "INSERT INTO returns (id, content_hash, name, sender, layout, reported_on, date_origin, "
        "figures, findings) SELECT 77, content_hash, '', '', '', '2025-07-12', 'given', 2, '[]' "
        "FROM returns"
    )
    names = [name for (name,) in connection.execute(
        "SELECT attname FROM pg_attribute WHERE attrelid = %s::regclass AND attnum > 0 "
        "ORDER BY attnum", (table,)
    )]  # fmt: skip
    values = ", ".join(str(told.get(name, name)) for name in names)
    return connection.execute(f"INSERT INTO {table} SELECT {values} FROM {table}").rowcount


@pytest.mark.parametrize("table", ["figures", "current_figures"])
@pytest.mark.parametrize("column", COLUMNS)
def test_no_figure_refers_to_what_is_not_there(office, table, column):
    with plain(office[0]) as connection:
        assert again(connection, table) == 2
    with plain(office[0]) as connection, pytest.raises(REFUSED, match=f"{column} {NOWHERE}"):
        again(connection, table, **{column: NOWHERE})


def test_one_among_many_is_found(office):
    with plain(office[0]) as connection, pytest.raises(REFUSED, match="label_id 0"):
        again(connection, "figures", label_id="CASE detail WHEN 0 THEN label_id ELSE 0 END")


@pytest.mark.parametrize("odd", [{"status": 4}, {"status": -1}, {"detail": 1}])
def test_nor_stands_on_a_shelf_or_in_a_state_that_there_is_not(office, odd):
    (name,) = odd
    with plain(office[0]) as connection, pytest.raises(REFUSED, match=f"{name} {odd[name]}"):
        again(connection, "figures", **odd)


def test_what_the_same_transaction_wrote_before_is_there(office):
    with plain(office[0]) as connection:
        connection.execute("INSERT INTO terms VALUES (1000, 'new')")
        assert again(connection, "figures", sheet_id=1000) == 2


@pytest.mark.parametrize(
    "deed",
    [
        "UPDATE current_figures SET return_id = 77",
        # What moves to another partition does not escape.
        "UPDATE current_figures SET detail = 4 - detail, unit_id = 77 WHERE detail = 0",
        "UPDATE current_figures SET series_id = 77 WHERE detail > 1",
        "INSERT INTO current_figures SELECT * FROM current_figures "
        "ON CONFLICT (detail, period_id, series_id) DO UPDATE SET label_id = 77",
        "MERGE INTO current_figures AS c USING current_figures AS d ON c.series_id = d.series_id "
        "WHEN MATCHED THEN UPDATE SET sheet_id = 77",
        "MERGE INTO current_figures AS c USING current_figures AS d ON false WHEN NOT MATCHED THEN "
        "INSERT VALUES (0, 77, d.series_id, 1, 1, 1, 1, 1, '', '', 1)",
        "WITH more AS (INSERT INTO current_figures VALUES (0, 77, 1, 1, 1, 1, 1, 1, '', '', 1) "
        "RETURNING 1) SELECT * FROM more",
    ],
)
def test_nor_by_any_other_words(office, deed):
    with plain(office[0]) as connection, pytest.raises(REFUSED):
        connection.execute(deed)
    with plain(office[1]) as connection, pytest.raises(psycopg.errors.InsufficientPrivilege):
        connection.execute(deed)  # nobody but the database writes what is shown


@pytest.mark.parametrize(
    ("part", "detail"), [("figures", 0), ("figures_nation", 0), ("figures_areas", 2)]
)
def test_nor_by_copy_or_in_a_partition(office, part, detail):
    """Only who owns the archive writes so: rights of rows do not let others."""
    line = f"{detail},77,1,1,0,1,1,1,1,a,a,1"
    with plain(office[0]) as connection:
        with pytest.raises(REFUSED, match="period_id 77"):
            copied(connection, part, line)
        connection.rollback()
        texts = line.replace("a,a", "'a','a'")
        with pytest.raises(REFUSED, match="period_id 77"):
            connection.execute(f"INSERT INTO {part} VALUES ({texts})")


def copied(connection, part, line):
    """Copy a line into a table."""
    with connection.cursor().copy(f"COPY {part} FROM STDIN (FORMAT csv)") as copy:
        copy.write(line)


@pytest.mark.parametrize(
    "deed",
    [
        "ALTER TABLE figures DISABLE TRIGGER USER",
        "DROP TRIGGER figures_refers_by_insert ON figures",
        "SET session_replication_role = replica",
        "CREATE TEMP TABLE terms (id integer, text text)",
        "CREATE OR REPLACE FUNCTION archive_refers() RETURNS trigger LANGUAGE plpgsql AS "
        "$$ BEGIN RETURN NULL; END $$",
    ],
)
def test_who_writes_may_not_take_the_look_up_away(office, deed):
    with plain(office[1]) as connection, pytest.raises(psycopg.errors.InsufficientPrivilege):
        connection.execute(deed)


def test_a_check_tells_of_figures_that_refer_to_nothing(server):
    address = server.archive()
    with Archive.open(address) as archive:
        store(archive, reading(row(1), row(2, item="RICE")))
        assert values(archive) == [2, 1]
    with psycopg.connect(address) as past:
        past.execute("SET session_replication_role = replica")
        past.execute(f"UPDATE figures SET label_id = {NOWHERE}")
        past.execute(f"UPDATE current_figures SET label_id = {NOWHERE}")
    (finding,) = copying.check(address)
    assert (finding.code, finding.about) == ("figures_refer_to_nothing", "4")
    for told in map(language, ("vi", "en")):
        assert sentence(finding, told)
        assert remedy(finding, told)
