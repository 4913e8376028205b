"""Measure it: ``python -m tests.benchmarks.office [--figures N] [--clients N] [--seconds S]``.

``--archive URL`` measures one that was grown before, on a server of this machine.
"""

from __future__ import annotations

import argparse
import os
import platform
import sys
import time
from collections.abc import Iterator
from contextlib import ExitStack
from pathlib import Path
from tempfile import gettempdir

import psycopg

from desktop.archive import sharing
from desktop.archive.rights import Role
from tests.benchmarks.office.crowd import crowd
from tests.benchmarks.office.pages import imports, pages
from tests.servers.growing import Growth
from tests.servers.loading import load
from tests.servers.postgresql import server
from tests.servers.questions import TARGETS, office_at

EDITOR = "measured_editor"
"""An account that imports, for whom the database minds every row."""
SETTINGS = {
    # As docs/office.md has them, and what is committed is on the disk.
    "shared_buffers": "3GB", "effective_cache_size": "10GB", "random_page_cost": "1.1",
    "maintenance_work_mem": "1GB", "max_wal_size": "6GB", "max_connections": "500",
    "wal_level": "replica", "fsync": "on", "synchronous_commit": "on", "full_page_writes": "on",
}  # fmt: skip


def main() -> None:
    """Grow an archive on a server of its own, ask, print, and let go of it."""
    given = _given()
    _say(f"{platform.machine()}, {os.cpu_count()} cores, Python {platform.python_version()}")
    with ExitStack() as held:
        if given.archive:
            lines = asked(given.archive, given)
        else:
            lines = measured(held.enter_context(server(**SETTINGS)).archive(), given)
        try:
            for line in lines:
                _say(line)
        except TimeoutError as error:
            sys.exit(str(error))


def measured(address: str, given: argparse.Namespace) -> Iterator[str]:
    """Fill the archive and measure it, a line at a time."""
    start = time.perf_counter()
    count = load(address, Growth(given.figures))
    yield f"{count:,} figures loaded in {time.perf_counter() - start:.0f} s"
    with office_at(address) as office:
        office.change_targets(TARGETS)
    yield from asked(address, given)


def asked(address: str, given: argparse.Namespace) -> Iterator[str]:
    """Measure an archive, a line at a time."""
    yield from _sizes(address)
    yield from pages(address)
    sharing.set_up(address, Path(gettempdir()))
    sharing.admit(address, EDITOR, Role.EDITOR)
    yield from imports(sharing.address_for(address, EDITOR))
    for thinking in (given.every, 0):
        yield from crowd(address, given.clients, given.seconds, thinking)


def _sizes(address: str) -> Iterator[str]:
    sizes = """
    SELECT whole, pg_size_pretty(sum(pg_table_size(relid))),
    pg_size_pretty(sum(pg_indexes_size(relid)))
    FROM (VALUES ('figures'), ('current_figures')) AS t (whole), pg_partition_tree(whole) GROUP BY 1
    """
    with psycopg.connect(address) as plain:
        for name, tables, indexes in plain.execute(sizes).fetchall():
            yield f"{name}: {tables}, indexes {indexes}"


def _given() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="tests.benchmarks.office", description=__doc__)
    parser.add_argument("--figures", type=int, default=1_000_000)
    parser.add_argument("--clients", type=int, default=20)
    parser.add_argument("--seconds", type=float, default=20)
    parser.add_argument("--every", type=float, default=10, help="seconds between two questions")
    parser.add_argument("--archive", help="the address of one that was grown before")
    return parser.parse_args()


def _say(line: str) -> None:
    sys.stdout.write(f"{line}\n")
    sys.stdout.flush()


if __name__ == "__main__":
    main()
