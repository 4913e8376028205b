"""The same returns and decisions in a file and on a server: every answer is the same."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest
from click.testing import CliRunner

from desktop.archive import copying
from desktop.cli.door import door
from desktop.cli.session import Session
from desktop.figures.places import sample
from desktop.figures.wording import language

pytestmark = [pytest.mark.slow, pytest.mark.file_only]

NOW = datetime(2025, 8, 8, 12, tzinfo=UTC)
DONE = (
    ("import", str(sample("gso"))),
    ("import", str(sample("customs"))),
    ("import", str(sample("industry"))),
    ("target", "set", "--year", "2025", "--growth", "12%", "--document", "Resolution 1",
     "--issued-on", "2025-01-05"),
    ("target", "set", "--year", "2025", "--flow", "export", "--market", "US", "--growth", "15%"),
    ("path", "set", "--year", "2025", "--phasing", "linear"),
    ("notes", "add", "2025-06-03", "Đình công cảng Hải Phòng"),
    ("undo", "3"),
    ("undo", "5"),
    ("redo", "3"),
)  # fmt: skip
ASKED = (
    ("status", "--format", "json"),
    ("status", "--format", "json", "--through", "2025-03"),
    ("status", "--format", "json", "--as-of", "2025-05-01"),
    ("status", "--format", "json", "--first-release"),
    ("status", "--format", "json", "--known-by", "2025-08-08"),
    ("warnings", "--format", "json"),
    ("warnings", "backtest", "--format", "json"),
    ("outlook", "--format", "json"),
    ("structure", "--format", "json"),
    ("balance", "--format", "json"),
    ("revisions", "exports", "--format", "json"),
    ("provenance", "--format", "json"),
    ("provenance", "exports.cumulative", "--format", "json"),
    ("figures", "--format", "csv"),
    ("figures", "--format", "csv", "--first-release"),
    ("returns", "--format", "json"),
    ("due", "--format", "json"),
    ("target", "list", "--format", "json"),
)


def run(place, *words):
    """Run a command on an archive; give its exit status and what it wrote, without the place."""
    told = CliRunner().invoke(
        door, [*words, "--archive", str(place)], obj=Session(language("en"), lambda: NOW)
    )
    if told.exception and not isinstance(told.exception, SystemExit):
        raise told.exception
    return told.exit_code, told.output.replace(str(place), "ARCHIVE")


def test_every_answer_is_the_same_to_the_letter(server, tmp_path):
    file, address = tmp_path / "kho.sqlite3", server.archive()
    for words in DONE:
        here, there = run(file, *words), run(address, *words)
        assert here[0] == 0, (words, here)
        assert there == here
    for words in ASKED:
        here, there = run(file, *words), run(address, *words)
        assert here[0] == 0, (words, here)
        assert len(here[1]) > 100, words
        assert there == here, words
    held = {one.table: one for one in copying.contents(file)}
    for one in copying.contents(address):
        assert one.rows == held[one.table].rows
