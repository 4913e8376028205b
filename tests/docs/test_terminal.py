"""Every command of docs/terminal.md and of the readme, in its order, on the sample archive."""

import re
import shlex
from datetime import UTC, datetime

import pytest
from click.testing import CliRunner

from desktop.cli.door import door
from desktop.cli.session import Session
from desktop.figures.wording import language

pytestmark = pytest.mark.slow

NOW = datetime(2026, 7, 12, 12, tzinfo=UTC)


@pytest.fixture
def told(tmp_path, monkeypatch, root):
    """Run a command as typed in a checkout, whose archive the demonstration has filled."""
    monkeypatch.chdir(tmp_path)
    (tmp_path / "sample_data").symlink_to(root / "sample_data")

    def run(line):
        words = ["--archive", "demo/archive.sqlite3", *shlex.split(line)[1:]]
        done = CliRunner().invoke(door, words, obj=Session(language("en"), lambda: NOW))
        if done.exception and not isinstance(done.exception, SystemExit):
            raise done.exception
        assert done.exit_code == 0, f"{line}\n{done.output}"
        return done.output

    run("export-tracker demo --no-window")
    return run


@pytest.mark.parametrize("page", ["docs/terminal.md", "README.md"])
def test_every_command_of_the_page_runs(told, page, root):
    lines = re.findall(r"^export-tracker ([^#\n]*)", (root / page).read_text("utf-8"), re.MULTILINE)
    assert len(lines) > 5
    for line in lines:
        assert told(f"export-tracker {line}")
