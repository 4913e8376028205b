"""Every command of docs/office.md, in its order, on a server of the test's own."""

from __future__ import annotations

import os
import re
import shlex
import shutil
import subprocess
from datetime import UTC, datetime
from pathlib import Path

import keyring
import psycopg
import pytest
from click.testing import CliRunner

from desktop.archive import Archive
from desktop.cli.door import door
from desktop.cli.session import Session
from desktop.figures.finding import Refused
from desktop.figures.wording import language
from tests.archive.made import reading, row, store
from tests.servers.drawer import Drawer, own_keyring
from tests.servers.postgresql import Server, programs, server

NOW = datetime(2026, 7, 12, 12, tzinfo=UTC)
NAMED, PLACED = "data.office.example", "/etc/postgresql/15/main"
READERS, COPIED = "readers.office.example", "/var/lib/postgresql/15/main"
OPENS_A_WINDOW = re.compile(r"export-tracker --archive \S+$")


class Walk:
    """Goes through the page's commands; what the machine has already is only tried out."""

    def __init__(self, folder: Path, own) -> None:
        self.folder, self.own = folder, own
        self.second: Server | None = None
        self.done: list[str] = []
        self.passwords: dict[str, str] = {}

    def go(self, line: str) -> None:
        """Do one line of the page."""
        self.done.append(line)
        if line.startswith("export-tracker"):
            self._ours(line)
        elif line == "sudo systemctl restart postgresql":
            self.own.restart()
        elif line == "sudo systemctl reload postgresql":
            self.own.run("SELECT pg_reload_conf()")
        elif line.startswith("sudo pg_ctlcluster"):
            self._second(line.rpartition(" ")[2])
        elif line.startswith("sudo -u postgres createuser --replication"):
            self._shell(line, typed="f0llow\nf0llow\n")
        elif line.startswith("sudo -u postgres pg_basebackup"):
            self._shell(line, typed="f0llow\n")
        elif "\\password" in line:
            self._shell(line, typed="k33per\nk33per\n")
            self.passwords["keeper"] = "k33per"
        else:
            self._shell(line)

    def _second(self, deed: str) -> None:
        """Do what is done on the machine of the readers, which is a folder here."""
        data = self.own.folder / "second"
        if deed == "stop":
            data.mkdir()
        elif deed == "start":
            data.chmod(0o700)
            self.second = self.own.beside(data)
            self.second.start()
        elif self.second:
            self._follows(self.second)
            self.second.promote()

    def _follows(self, second: Server) -> None:
        """Hold that the second machine tells what the first was told, and takes nothing itself."""
        kept = f"keeper@localhost:{second.port}/exports"
        keyring.set_password("export-tracker", kept, self.passwords["keeper"])
        addresses = (
            f"postgresql://keeper@{n}/exports?sslrootcert=ca.crt" for n in (NAMED, READERS)
        )
        there, here = map(self._here, addresses)
        with Archive.open(there) as first, Archive.open(here) as replica:
            store(first, reading(row(7, item="TEA"), name="later"))
            with replica.listening() as wait:
                for _ in range(20):
                    wait(0 if replica.changes == first.changes else 1)
            assert replica.figures().equals(first.figures())
            assert replica.left_behind is None
            with pytest.raises(Refused, match="archive_replica"):
                store(replica, reading(row(8), name="refused"))

    def _ours(self, line: str) -> None:
        words = [self._here(word) for word in shlex.split(line)[1:]]
        if OPENS_A_WINDOW.match(line):
            words.append("returns")
        if "*" in line:
            place = next(n for n, word in enumerate(words) if "*" in word)
            words[place] = str(next(self.folder.glob(words[place])))
        account = re.search(r"//(\w+)@", line)
        typed = self.passwords[account[1]] if account and words[1] == "password" else ""
        told = CliRunner().invoke(
            door, words, obj=Session(language("en"), lambda: NOW), input=f"{typed}\n"
        )
        if told.exception and not isinstance(told.exception, SystemExit):
            raise told.exception
        assert told.exit_code == 0, told.output
        if words[:2] == ["office", "admit"]:
            self.passwords[words[3]] = told.output.split()[-1]

    def _here(self, word: str) -> str:
        """Put the test's server in the place of the office's."""
        for theirs, ours in (
            (NAMED, f"localhost:{self.own.port}"),
            (READERS, f"localhost:{self.second.port if self.second else 0}"),
            ("sslrootcert=", "sslmode=verify-full&sslrootcert="),
        ):
            word = word.replace(theirs, ours)
        return word

    def _shell(self, line: str, typed: str = "") -> None:
        for theirs, ours in (
            ("sudo -u postgres ", ""),
            ("sudo apt-get", "apt-get --simulate"),
            ("sudo ", ""),
            (PLACED, str(self.own.data)),
            (NAMED, "localhost"),
            (READERS, "localhost"),
            (COPIED, str(self.own.folder / "second")),
            ("10.0.0.0/8", "127.0.0.1/32"),
        ):
            line = line.replace(theirs, ours)
        if line.startswith("apt-get") and not shutil.which("apt-get"):
            return
        if not self.own.as_whom:
            line = line.replace("-o postgres ", "")
        surroundings = {
            **os.environ, "PATH": f"{programs()}:{os.environ['PATH']}", "LC_ALL": "C.UTF-8",
            "PGHOST": str(self.own.folder), "PGPORT": str(self.own.port), "PGUSER": "postgres",
        }  # fmt: skip
        done = subprocess.run(
            ["bash", "-c", line], cwd=self.folder, env=surroundings, input=typed, text=True,
            capture_output=True, start_new_session=True, check=False,
        )  # fmt: skip
        assert done.returncode == 0, f"{line}\n{done.stdout}\n{done.stderr}"


def commands(page: Path) -> list[str]:
    """Give the commands of a page's blocks, in their order."""
    blocks = re.findall(r"^```sh\n(.*?)^```", page.read_text("utf-8"), re.DOTALL | re.MULTILINE)
    return [line for block in blocks for line in block.splitlines() if line.strip()]


@pytest.fixture
def walk(tmp_path, monkeypatch):
    """Begin in an empty folder, with an archive in a file, a keyring and a server."""
    if programs() is None or not shutil.which("openssl"):
        pytest.skip("PostgreSQL or openssl is not on this machine")
    with Archive.open(tmp_path / "archive.sqlite3") as archive:
        store(archive, reading(row(1), row(2, item="RICE")))
    (tmp_path / "backups").mkdir()
    monkeypatch.chdir(tmp_path)
    with own_keyring(), server(trusting=False, wal_level="replica", max_wal_senders="5") as begun:
        walk = Walk(tmp_path, begun)
        yield walk
        if walk.second:
            walk.second.stop()


def a_timers_account_comes_in(walk, monkeypatch):
    """Hold that PostgreSQL's own file of passwords does where nobody has a keyring."""
    keyring.set_keyring(Drawer())
    address = walk._here(f"postgresql://keeper@{NAMED}/exports?sslrootcert=ca.crt")
    with pytest.raises(Refused, match="archive_password"):
        Archive.open(address)
    kept = walk.folder / "pgpass"
    kept.write_text(f"localhost:{walk.own.port}:exports:keeper:{walk.passwords['keeper']}\n")
    kept.chmod(0o600)
    monkeypatch.setenv("PGPASSFILE", str(kept))
    walk.go(next(line for line in walk.done if "archive backup" in line))
    walk.done.pop()
    monkeypatch.delenv("PGPASSFILE")


def test_the_timers_of_the_page_are_understood(root):
    """Hold that a timer's lines ask for what the program has, and name days that there are."""
    page = (root / "docs" / "office.md").read_text("utf-8")
    asked = re.findall(r"export-tracker (archive backup [^\n\"]+)", page)
    assert len(asked) == 4
    for line in asked:
        session = Session(language("en"), lambda: NOW)
        told = CliRunner().invoke(door, [*shlex.split(line), "--help"], obj=session)
        assert told.exit_code == 0, told.output
    if shutil.which("systemd-analyze"):
        (day,) = re.findall(r"OnCalendar=(.*)", page)
        subprocess.run(["systemd-analyze", "calendar", day], check=True, capture_output=True)


@pytest.mark.slow
def test_every_command_of_the_page_does_what_it_says(walk, root, monkeypatch):
    lines = commands(root / "docs" / "office.md")
    for line in lines:
        walk.go(line)
    assert walk.done == lines
    address = walk._here(f"postgresql://lan@{NAMED}/exports?sslrootcert=ca.crt")
    keyring.set_password("export-tracker", f"lan@localhost:{walk.own.port}/exports",
                         walk.passwords["lan"])  # fmt: skip
    with Archive.open(address) as archive:
        assert len(archive.figures()) == 3  # with that of `_follows`
    with (
        psycopg.connect(address, password=walk.passwords["lan"]) as plain,
        pytest.raises(psycopg.errors.InsufficientPrivilege),
    ):
        plain.execute("SELECT lo_creat(-1)")
    a_timers_account_comes_in(walk, monkeypatch)
    with pytest.raises(Refused, match=r"archive_certificate_host$"):
        Archive.open(address.replace("localhost", "127.0.0.1"))
    with pytest.raises(Refused, match=r"archive_certificate_file$"):
        Archive.open(address.replace("ca.crt", "nowhere.crt"))
    with pytest.raises(Refused, match=r"archive_certificate_file$"):
        Archive.open(address.replace("ca.crt", "server.csr"))
    with pytest.raises(Refused, match=r"archive_certificate$"):  # of no authority that is trusted
        Archive.open(address.replace("sslrootcert=ca.crt", "sslrootcert=server.crt"))
    with pytest.raises(Refused, match="archive_door"):  # as nobody comes in unencrypted
        Archive.open(address.replace("sslmode=verify-full", "sslmode=disable"))
    # The day on which the certificate runs out.
    for line in lines:
        if line.startswith(("openssl x509", "sudo install")):
            walk.go(line.replace("-days 825", "-days 0"))
    walk.own.restart()
    with pytest.raises(Refused, match="archive_certificate_date"):
        Archive.open(address)
