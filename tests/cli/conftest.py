"""What the terminal's tests share: a command line run at a moment, a keyring of the test's own."""

from datetime import UTC, datetime

import pytest

from desktop.cli.door import run_command
from desktop.figures.places import sample
from desktop.workflow import Office
from tests.servers.drawer import own_keyring

NOW = datetime(2025, 7, 12, 9, 30, tzinfo=UTC)


@pytest.fixture(scope="session")
def two_junes(tmp_path_factory):
    """An archive with June's returns of two years, to be asked."""
    place = tmp_path_factory.mktemp("structure") / "archive.sqlite3"
    books = [
        sample("gso", "03-Bieu-6.2024.xlsx"),
        sample("gso", "02-Bieu-T6.2025.xlsx"),
        *(sample("customs", f"{y}-T06T-5{n}(VN-SB).xlsx") for y in (2024, 2025) for n in "XN"),
    ]
    with Office(place, clock=lambda: NOW, user="tester") as office:
        assert all(o.number for o in office.take_in(books))
    return place


@pytest.fixture
def command(capsys):
    """Run a command line; gives (exit status, standard output, standard error)."""

    def run(*words, now=NOW, language="en", archive=None):
        capsys.readouterr()  # what was said before is none of this command's
        where = () if archive is None else ("--archive", archive)
        spoken = () if language is None else ("--language", language)
        status = run_command([str(word) for word in (*where, *spoken, *words)], lambda: now)
        said = capsys.readouterr()
        return status, said.out, said.err

    return run


@pytest.fixture
def drawer():
    """Give a keyring of the test's own."""
    with own_keyring() as own:
        yield own
