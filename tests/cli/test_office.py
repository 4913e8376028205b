"""A shared archive from the terminal: set up, colleagues admitted, a province's return approved."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest
from click.testing import CliRunner

from desktop.archive import Archive
from desktop.cli.door import door
from desktop.cli.session import Session
from desktop.figures.finding import Refused
from desktop.figures.places import sample
from desktop.figures.wording import language
from tests.archive.made import reading, row, store

NOW = datetime(2026, 7, 12, 12, tzinfo=UTC)


def run(*arguments, typed=None, code=0):
    """Run a command, and give what it wrote; a refusal is raised."""
    session = Session(language("en"), lambda: NOW)
    told = CliRunner().invoke(door, [str(a) for a in arguments], obj=session, input=typed)
    if told.exception and not isinstance(told.exception, SystemExit):
        raise told.exception
    assert told.exit_code == code
    return told.output


@pytest.fixture
def address(server):
    """Give the address of an archive that was set up."""
    address = server.empty()
    assert "is ready." in run("office", "init", address)
    return address


def login(address, name):
    """Give a login of a database's own: roles belong to the whole server."""
    return f"{name}_{address.rpartition('/')[2]}"


def admitted(address, name, *options):
    """Admit somebody; give the address and the password that were told."""
    said = run("office", "admit", address, login(address, name), *options)
    words = said.split()
    return words[words.index("password", words.index("office")) + 1].strip("'"), words[-1]


def test_setting_up_again_changes_nothing(address):
    with Archive.open(address) as archive:
        store(archive, reading(row(1)))
    run("office", "init", address)
    with Archive.open(address) as archive:
        assert len(archive.returns()) == 1


def test_what_a_colleague_is_to_be_sent_is_told(server):
    """By the window as by the terminal; the keeper's own certificate is a file to send along."""
    address = server.empty()
    place, database = address.partition("@")[2].split("/")
    way = f"{address}?sslmode=prefer&sslrootcert=/etc/ssl/our ca.crt"
    said = run("office", "init", way)
    assert "postgresql://ACCOUNT@" in said
    who = login(address, "lan")
    letter = run("office", "admit", way, who).splitlines()
    told = {line.split()[0]: line.split(maxsplit=1)[1] for line in letter if line[:4] == "    "}
    assert told["Server"] == place
    assert told["Database"] == database
    assert told["Account"] == who
    assert told["Certificate"] == "the file our ca.crt, sent along"
    assert any(line.endswith("ca.crt'") and who in line for line in letter)


def test_what_a_province_submits_waits_until_it_is_approved(address):
    theirs, _ = admitted(address, "hue", "--as", "editor", "--province", "Huế")
    approver, _ = admitted(address, "lan", "--as", "approver")
    book = sample("gso", "02-Bieu-T01.2025.xlsx")
    assert run("import", book, "--archive", theirs).endswith("(return 1, to be approved)\n")
    listed = ("returns", "--format", "csv", "--archive", approver)
    assert run(*listed).splitlines()[1].endswith(",TP. Huế,yes")
    assert run("office", "approve", 1, "--archive", approver) == "Return 1 counts.\n"
    assert run(*listed).splitlines()[1].endswith(",TP. Huế,no")
    with pytest.raises(Refused, match="not_waiting"):
        run("office", "reject", 1, "--archive", approver)


def test_accounts_are_listed_and_dismissed(address):
    admitted(address, "minh", "--as", "keeper")
    who = login(address, "minh")
    assert who in run("office", "members", address)
    assert "no more" in run("office", "dismiss", address, who)
    assert who not in run("office", "members", address)
    with pytest.raises(Refused, match="no_such_account"):
        run("office", "dismiss", address, who)


def test_a_password_is_kept_in_the_keyring_alone_and_used(address, server, drawer):
    theirs, word = admitted(address, "lan", "--as", "viewer")
    server.must_say_a_password(login(address, "lan"))
    with pytest.raises(Refused, match="archive_password"):
        run("returns", "--archive", theirs)
    run("office", "password", theirs, typed="wrong\n")
    with pytest.raises(Refused, match="archive_password"):
        run("returns", "--archive", theirs)
    said = run("office", "password", theirs, typed=f"{word}\n")
    assert word not in said
    run("returns", "--archive", theirs)
    assert list(drawer.kept.values()) == [word]
    run("office", "password", theirs, "--forget")
    assert drawer.kept == {}


def test_an_unknown_province_is_refused(address):
    with pytest.raises(Refused):
        run("office", "admit", address, "x", "--as", "editor", "--province", "Atlantis")


def test_a_file_has_no_accounts(tmp_path):
    with pytest.raises(Refused, match="not_a_server"):
        run("office", "init", tmp_path / "kho.sqlite3")
