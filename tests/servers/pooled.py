"""A pool of connections before a server: pgbouncer, where the machine has it."""

from __future__ import annotations

import os
import shutil
import subprocess
from contextlib import contextmanager

import psycopg
import pytest

from tests.servers.postgresql import free_port, quiet

PGBOUNCER = shutil.which("pgbouncer", path=f"{os.environ['PATH']}:/usr/sbin")
PASSING = "ignore_startup_parameters = options\n"


@contextmanager
def pool(server, mode, settings=PASSING, *, way=None):
    """Put pgbouncer before a server, or a way to it; give the address of an archive there."""
    if PGBOUNCER is None:
        pytest.skip("pgbouncer is not on this machine")
    port, place = free_port(), server.folder / mode
    place.mkdir()
    (place / "users").write_text('"postgres" ""\n', "utf-8")
    (place / "settings").write_text(
        f"[databases]\n* = host=127.0.0.1 port={way or server.port}\n[pgbouncer]\n"
        f"listen_port = {port}\nlisten_addr = 127.0.0.1\nunix_socket_dir =\nauth_type = trust\n"
        f"auth_file = {place}/users\npool_mode = {mode}\n{settings}",
        "utf-8",
    )
    program = subprocess.Popen([PGBOUNCER, "settings"], **quiet(place, server.as_whom))
    address = server.archive().replace(f":{server.port}/", f":{port}/")
    try:
        _wait(address, program)
        yield address
    finally:
        program.kill()
        program.communicate()
        shutil.rmtree(place)


def _wait(address, program):
    while True:
        try:
            return psycopg.connect(address).close()
        except psycopg.OperationalError:
            assert program.poll() is None


def straight(server, address):
    """Give the address of the same archive past the pool."""
    return server.address(address.rpartition("/")[2])
