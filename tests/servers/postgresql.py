"""A PostgreSQL server on the loopback: begun for the tests, by an account without rights, ended."""

from __future__ import annotations

import itertools
import os
import pwd
import shutil
import socket
import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

import psycopg

from desktop.archive import Archive

_DEBIAN = Path("/usr/lib/postgresql")
_QUICK = {
    # What the tests write need not outlive the machine.
    "fsync": "off",
    "synchronous_commit": "off",
    "full_page_writes": "off",
    "shared_buffers": "64MB",
    "max_connections": "60",
    "wal_level": "minimal",
    "max_wal_senders": "0",
    "log_min_messages": "fatal",
}
_TEMPLATE = "empty_archive"
_WITH_PASSWORD = "says_a_password"


def programs() -> Path | None:
    """Give the folder of the server's programs, the newest there is; None where there is none."""
    by_version = sorted(_DEBIAN.glob("*/bin/initdb"), key=lambda p: int(p.parts[-3]))
    if by_version:
        return by_version[-1].parent
    found = shutil.which("initdb")
    return Path(found).resolve().parent if found else None


class Server:
    """A server that runs. `address` is that of one of its databases."""

    def __init__(self, port: int) -> None:
        """Take the port that it listens to."""
        self.port = port
        self._numbers = itertools.count()
        self._ready = False

    def address(self, database: str, user: str = "postgres") -> str:
        """Give the address of a database, as officials type it."""
        return f"postgresql://{user}@127.0.0.1:{self.port}/{database}"

    def run(self, sql: str, database: str = "postgres") -> None:
        """Have one statement done, outside any transaction."""
        with psycopg.connect(self.address(database), autocommit=True) as connection:
            connection.execute(sql)  # type: ignore[arg-type] - a test's own words

    def empty(self) -> str:
        """Give the address of a database that holds nothing."""
        return self._made("")

    def archive(self) -> str:
        """Give the address of an archive that holds no return; quicker than migrating `empty`."""
        if not self._ready:
            self.run(f"CREATE DATABASE {_TEMPLATE}")
            Archive.open(self.address(_TEMPLATE)).close()
            self._ready = True
        return self._made(f"TEMPLATE {_TEMPLATE} STRATEGY file_copy")

    def copy_of(self, address: str) -> str:
        """Give the address of a copy of a database; whoever looks at that one has to ask again."""
        name = address.rpartition("/")[2]
        self.run(f"ALTER DATABASE {name} ALLOW_CONNECTIONS false")
        self.run(f"SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname='{name}'")
        copy = self._made(f"TEMPLATE {name} STRATEGY file_copy")
        self.run(f"ALTER DATABASE {name} ALLOW_CONNECTIONS true")
        return copy

    def drop(self, address: str) -> None:
        """Let go of a database, whoever still looks at it."""
        self.run(f"DROP DATABASE {address.rpartition('/')[2]} WITH (FORCE)")

    def must_say_a_password(self, login: str) -> None:
        """Let an account in by its password only; every other comes in by its name alone."""
        self.run(f'GRANT {_WITH_PASSWORD} TO "{login}"')

    def _made(self, how: str) -> str:
        name = f"archive_{next(self._numbers)}"
        self.run(f"CREATE DATABASE {name} {how}")
        return self.address(name)


@contextmanager
def server() -> Iterator[Server]:
    """Run a server of one's own; `programs` says whether this machine can."""
    place = Path(tempfile.mkdtemp(prefix="export-tracker-server-"))
    as_whom = {}
    if os.geteuid() == 0:  # the server refuses to run with every right
        account = pwd.getpwnam("postgres")
        os.chown(place, account.pw_uid, account.pw_gid)
        as_whom = {"user": account.pw_uid, "group": account.pw_gid}
    try:
        with _running(place, as_whom) as begun:
            yield begun
    finally:
        shutil.rmtree(place, ignore_errors=True)


@contextmanager
def _running(place: Path, as_whom: dict[str, int]) -> Iterator[Server]:
    folder = programs()
    if folder is None:
        raise FileNotFoundError("initdb")
    quiet = {"stdout": subprocess.DEVNULL, "stderr": subprocess.PIPE, "cwd": place, **as_whom}
    made = ["--no-sync", "--auth=trust", "--username=postgres", "--encoding=UTF8", "--locale=C"]
    subprocess.run([folder / "initdb", *made, "-D", place / "data"], check=True, **quiet)
    rules = place / "data" / "pg_hba.conf"
    asked = f"host all +{_WITH_PASSWORD} 127.0.0.1/32 scram-sha-256\n"
    rules.write_text(asked + rules.read_text("utf-8"), "utf-8")
    port = _free_port()
    options = {**_QUICK, "port": str(port), "unix_socket_directories": str(place)}
    given = [f"-c{name}={value}" for name, value in options.items()]
    program = subprocess.Popen([folder / "postgres", "-D", place / "data", *given], **quiet)
    try:
        subprocess.run(
            [folder / "pg_isready", "-q", "-h", "127.0.0.1", "-p", str(port), "-t", "30"],
            check=False,
        )
        _wait(program, port)
        begun = Server(port)
        begun.run(f"CREATE ROLE {_WITH_PASSWORD} NOLOGIN")
        yield begun
    finally:
        program.terminate()
        with suppress(subprocess.TimeoutExpired):
            program.wait(10)
        program.kill()
        program.communicate()


def _wait(program: subprocess.Popen[bytes], port: int) -> None:
    """Return as soon as the server lets somebody in."""
    while True:
        try:
            psycopg.connect(f"postgresql://postgres@127.0.0.1:{port}/postgres").close()
        except psycopg.OperationalError:
            if program.poll() is not None:
                raise
        else:
            return


def _free_port() -> int:
    with socket.socket() as asked:
        asked.bind(("127.0.0.1", 0))
        return int(asked.getsockname()[1])
