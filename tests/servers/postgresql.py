"""A PostgreSQL server on the loopback: begun for the tests, by an account without rights, ended."""

from __future__ import annotations

import itertools
import os
import pwd
import shutil
import signal
import socket
import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Any

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
    # In its own folder: nothing is left in the machine's memory by one that was killed.
    "dynamic_shared_memory_type": "mmap",
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

    def __init__(
        self, port: int, folder: Path, as_whom: dict[str, int], settings: dict[str, str]
    ) -> None:
        """Take its port, its folder, the account that it runs under, and settings of its own."""
        self._settings = {**_QUICK, **settings, "port": str(port)}
        self.port, self.folder, self.as_whom = port, folder, as_whom
        self.data = folder / "data"
        self._numbers = itertools.count()
        self._ready = False
        self._program: subprocess.Popen[bytes] | None = None

    def start(self) -> None:
        """Start, and return as soon as it lets somebody in."""
        options = {**self._settings, "unix_socket_directories": str(self.folder)}
        given = [f"-c{name}={value}" for name, value in options.items()]
        folder = programs()
        self._program = subprocess.Popen(
            [folder / "postgres", "-D", self.data, *given],
            # Whoever follows another looks for certificates at home, which must be its own.
            env={**os.environ, "HOME": str(self.folder)},
            **quiet(self.folder, self.as_whom),
        )
        self._wait()

    def stop(self) -> None:
        """Stop at once, whoever is in."""
        program, self._program = self._program, None
        if program is None:
            return
        program.send_signal(signal.SIGINT)
        with suppress(subprocess.TimeoutExpired):
            program.wait(10)
        program.kill()
        program.communicate()

    def kill(self) -> None:
        """End it as a machine that loses its power does; who was let in is left alone."""
        program, self._program = self._program, None
        assert program is not None  # it runs
        program.kill()
        program.communicate()

    def beside(self, data: Path) -> Server:
        """Give a server of the same settings on another folder of data, at a port of its own."""
        if self.as_whom:
            for path in (data, *data.rglob("*")):
                os.chown(path, self.as_whom["user"], self.as_whom["group"])
        other = Server(free_port(), self.folder, self.as_whom, self._settings)
        other.data = data
        return other

    def promote(self) -> None:
        """Follow nobody any more."""
        self.run("SELECT pg_promote()")

    def restart(self) -> None:
        """Stop and start, by its settings as they are now."""
        self.stop()
        self.start()

    def follow_another(self) -> None:
        """Be a replica from now on, if one whose server has nothing new to tell."""
        self.stop()
        (self.data / "standby.signal").touch()
        self.start()

    def _wait(self) -> None:
        while True:
            try:
                psycopg.connect(self._inside("postgres")).close()
            except psycopg.OperationalError:
                if self._program is None or self._program.poll() is not None:
                    raise
            else:
                return

    def _inside(self, database: str) -> str:
        """Address by the socket in its folder, where it asks for no password."""
        return f"host={self.folder} port={self.port} user=postgres dbname={database}"

    def address(self, database: str, user: str = "postgres") -> str:
        """Give the address of a database, as officials type it."""
        return f"postgresql://{user}@127.0.0.1:{self.port}/{database}"

    def run(self, sql: str, database: str = "postgres") -> None:
        """Have one statement done, outside any transaction."""
        with psycopg.connect(self._inside(database), autocommit=True) as connection:
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
def server(*, trusting: bool = True, **settings: str) -> Iterator[Server]:
    """Run a server of one's own; `programs` says whether this machine can.

    It lets everybody in by name, but for those of `must_say_a_password`; one that is not
    `trusting` lets nobody in but who is on the machine and its superuser.
    """
    place = Path(tempfile.mkdtemp(prefix="export-tracker-server-"))
    as_whom = {}
    if os.geteuid() == 0:  # the server refuses to run with every right
        account = pwd.getpwnam("postgres")
        os.chown(place, account.pw_uid, account.pw_gid)
        as_whom = {"user": account.pw_uid, "group": account.pw_gid}
    begun = Server(free_port(), place, as_whom, settings)
    try:
        _make(begun, trusting=trusting)
        begun.start()
        begun.run(f"CREATE ROLE {_WITH_PASSWORD} NOLOGIN")
        yield begun
    finally:
        begun.stop()
        shutil.rmtree(place, ignore_errors=True)


def quiet(place: Path, as_whom: dict[str, int]) -> dict[str, Any]:
    """Options of a program that runs in a folder, under an account, and says nothing."""
    # What nobody reads would fill a pipe one day, and hold the program up.
    return {"stdout": subprocess.DEVNULL, "stderr": subprocess.DEVNULL, "cwd": place, **as_whom}


def _make(begun: Server, *, trusting: bool) -> None:
    made = ["--no-sync", "--auth=trust", "--username=postgres", "--encoding=UTF8", "--locale=C"]
    command = [programs() / "initdb", *made, "-D", begun.data]
    subprocess.run(command, check=True, **quiet(begun.folder, begun.as_whom))
    rules = begun.data / "pg_hba.conf"
    asked = f"host all +{_WITH_PASSWORD} 127.0.0.1/32 scram-sha-256\n"
    rest = rules.read_text("utf-8") if trusting else "local all postgres trust\n"
    rules.write_text(asked + rest if trusting else rest, "utf-8")


def free_port() -> int:
    """Give a port of the loopback that nobody has."""
    with socket.socket() as asked:
        asked.bind(("127.0.0.1", 0))
        return int(asked.getsockname()[1])
