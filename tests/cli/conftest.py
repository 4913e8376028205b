"""What the terminal's tests share: a command line run at a moment, a keyring of the test's own."""

from datetime import UTC, datetime

import pytest

from desktop.cli.door import run_command
from tests.servers.drawer import own_keyring

NOW = datetime(2025, 7, 12, 9, 30, tzinfo=UTC)


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
