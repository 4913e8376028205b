"""Each area's figures stand on shelves of their own: kept apart, asked for apart, moved there."""

from __future__ import annotations

import hashlib
import sqlite3
import zlib
from contextlib import closing
from pathlib import Path

import psycopg
import pytest
from sqlalchemy import create_engine

from desktop.archive import Archive, copying, rights, server_guards, sharing
from desktop.archive.migrating import migrate
from desktop.archive.rights import Role
from desktop.archive.shelves import is_split, shelf, shelves
from desktop.figures.provinces import province_names
from desktop.figures.series import NATIONAL, SCALE, TOTAL, WORLD
from tests.archive.made import AUGUST_6, JUNE, reading, row, store, values

HUE = "Huế"
NOTHING = hashlib.sha256(b"").hexdigest()
OLDER = (
    "INSERT INTO originals VALUES ('{hash}', 'zlib', {body})",
    "INSERT INTO returns (id, content_hash, name, sender, layout, month, reported_on, date_origin,"
    " figures, findings) VALUES (9, '{hash}', 'h', 'PROVINCE', 'x', 24305, '2025-07-05', 'given',"
    " 2, '[]')",
    "INSERT INTO events (id, kind, return_id, happened_at, caused_by)"
    " VALUES (1, 'imported', 9, '2025-07-12T12:00:00+00:00', 'Lan')",
    "INSERT INTO periods (id, last_month, first_month, basis) VALUES (9, 24305, 24305, 'month')",
    "INSERT INTO terms (id, text) VALUES (8, 'word'), (9, 'USD')",
    "INSERT INTO series VALUES (8, 'WORLD', 'export', 'TOTAL', 'value', 'ALL', 'Huế', 0),"
    " (9, 'US', 'export', 'RICE', 'value', 'ALL', 'Huế', 1)",
    "INSERT INTO figures VALUES (0, 9, 8, 9, 0, 9, 1, 7000, 8, 'A1', '7', 8),"
    " (1, 9, 9, 9, 0, 9, 1, 5000, 8, 'A2', '5', 8)",
    "INSERT INTO current_figures VALUES (0, 9, 8, 9, 9, 1, 7000, 8, 'A1', '7', 8),"
    " (1, 9, 9, 9, 9, 1, 5000, 8, 'A2', '5', 8)",
)
"""A province's return in an archive of schema 0010: a total, and an item within a market."""


def test_every_area_has_shelves_of_its_own():
    areas = (NATIONAL, "US", *province_names())
    every = shelves(areas, split_by_both=True)
    assert len(every) == 2 * len(areas)
    assert every[:2] == [0, 1]
    assert [n for n in every if not is_split(n)] == shelves(areas, split_by_both=False)
    assert max(every) < 2**31


def test_figures_are_asked_for_by_whose_they_are(archive):
    store(archive, reading(row(1), row(2, item="RICE", market="US")))
    own = row(3, province=HUE), row(4, province=HUE, item="RICE", market="US")
    store(archive, reading(*own, row(5, province="Hà Nội"), name="b"))
    assert values(archive, provinces=(NATIONAL,)) == [2, 1]
    assert values(archive, provinces=(HUE,)) == [4, 3]
    assert values(archive, provinces=(HUE,), split_by_both=False) == [3]
    assert values(archive, provinces=(HUE, NATIONAL), every_release=True) == [2, 4, 1, 3]
    assert values(archive, provinces=()) == []
    assert values(archive) == [2, 4, 1, 3, 5]
    assert values(archive, split_by_both=False) == [1, 3, 5]


@pytest.mark.parametrize("whose", [None, (NATIONAL,), (HUE,), (HUE, NATIONAL)])
@pytest.mark.parametrize("start", [None, JUNE])
def test_every_release_is_found_whether_it_is_split_or_not(archive, whose, start):
    """A server looks what is split up by its months, and the few wholes by their series."""
    told = [
        row(0, province=area, month=month, item=item, market=market)
        for area in (NATIONAL, HUE) for month in (JUNE - 12, JUNE)
        for item in (TOTAL, "RICE", "TEA") for market in (WORLD, "US")
    ]  # fmt: skip
    every = [one._replace(value=n * SCALE) for n, one in enumerate(told)]
    late = [one._replace(value=one.value + 100 * SCALE) for one in every]
    store(archive, reading(*every))
    store(archive, reading(*late, name="b"), AUGUST_6)
    for items in (None, (TOTAL,), ("RICE",), ("RICE", TOTAL)):
        for markets in (None, (WORLD,), ("US",)):
            wanted = [
                one.value / SCALE for one in (*every, *late)
                if one.province in (whose or (NATIONAL, HUE))
                and one.item in (items or (one.item,)) and one.market in (markets or (one.market,))
                and (start is None or one.period_end == start.ordinal)
            ]  # fmt: skip
            asked = {"items": items, "markets": markets, "provinces": whose, "start": start}
            assert sorted(values(archive, every_release=True, **asked)) == sorted(wanted)


def stands_where_it_belongs(location, folder):
    """Bring an older archive up to date; its province's figures stand on the province's shelves."""
    with Archive.open(location, kept_in=folder) as archive:
        assert values(archive, provinces=(HUE,)) == [5, 7]
        assert values(archive, provinces=(HUE,), split_by_both=False) == [7]
        assert values(archive, provinces=(NATIONAL,)) == []
        store(archive, reading(row(8, province=HUE), name="b"))
        assert values(archive, provinces=(HUE,), every_release=True) == [5, 7, 8]
        assert values(archive, provinces=(HUE,)) == [5, 8]
    assert copying.check(location) == []


def older(body):
    """Give the statements that put the province's return in."""
    return [statement.format(hash=NOTHING, body=body) for statement in OLDER]


@pytest.mark.file_only
def test_an_older_file_is_laid_out_anew(place, tmp_path):
    empty = [
        line + ";"
        for line in Path(__file__).with_name("schema_0010.sql").read_text("utf-8").split(";\n")
        if not line.lstrip().startswith("INSERT") or "alembic_version" in line
    ]
    with closing(sqlite3.connect(place, isolation_level=None)) as connection:
        connection.executescript("\n".join(empty))
        for statement in older(f"X'{zlib.compress(b'').hex()}'"):
            connection.execute(statement)
        connection.execute("PRAGMA application_id = 0x45585454")
    stands_where_it_belongs(place, tmp_path)
    with closing(sqlite3.connect(place)) as connection:
        with pytest.raises(sqlite3.Error, match="append-only"):
            connection.execute("UPDATE series SET detail = 0")
        found = {n for (n,) in connection.execute("SELECT DISTINCT detail FROM figures")}
    assert found == {shelf(HUE, split=False), shelf(HUE, split=True)}


def indexes(connection):
    """Name the indexes that a server's archive has."""
    found = "SELECT indexname FROM pg_indexes WHERE indexname LIKE 'ix|_%%' ESCAPE '|'"
    return {name for (name,) in connection.exec_driver_sql(found)}


def test_an_older_servers_archive_is_laid_out_in_partitions(server, tmp_path):
    address = server.empty()
    engine = create_engine(address.replace("://", "+psycopg://"))
    with engine.begin() as connection:
        migrate(connection, "0010")
        of_then = indexes(connection)
        # The guards and rights of today know what came later.
        connection.exec_driver_sql("CREATE TABLE grouping_sets (id integer, body text)")
        connection.exec_driver_sql(
            "ALTER TABLE events ADD grouping_set_id integer, ADD origin text"
        )
        server_guards.guard(connection)
        rights.set_up(connection)
        connection.exec_driver_sql("DROP TABLE grouping_sets")
        connection.exec_driver_sql("ALTER TABLE events DROP grouping_set_id, DROP origin")
        for later in ("archive_sees", "archive_numbered", "archive_numbered_is_told"):
            connection.exec_driver_sql(f"DROP FUNCTION {later} CASCADE")
        for index in indexes(connection) - of_then:
            connection.exec_driver_sql(f"DROP INDEX {index}")
        rights.admit(connection, "looks_on", Role.VIEWER, "", "secret")
        for statement in older(f"'\\x{zlib.compress(b'', 0).hex()}'"):
            connection.exec_driver_sql(statement)
    engine.dispose()
    stands_where_it_belongs(address, tmp_path)
    with Archive.open(sharing.address_for(address, "looks_on")) as archive:
        assert values(archive, provinces=(HUE,)) == [5, 8]
    with psycopg.connect(address, autocommit=True) as plain:
        where = "SELECT tableoid::regclass::text FROM figures WHERE series_id = 9"
        (part,) = plain.execute(where).fetchone()
        assert part.startswith("figures_areas_")
        for deed in (f"DELETE FROM {part}", f"UPDATE {part} SET value = 0", f"TRUNCATE {part}",
                     "UPDATE figures_nation SET value = 0", "TRUNCATE figures_areas"):  # fmt: skip
            with pytest.raises(psycopg.Error, match="append-only"):
                plain.execute(deed)
    viewer = sharing.address_for(address, "looks_on")
    with psycopg.connect(viewer) as plain, pytest.raises(psycopg.errors.InsufficientPrivilege):
        plain.execute(f"SELECT FROM {part}")
