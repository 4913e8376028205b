"""A listing without a row says why, and what fills it; the archive asked is not made in passing."""

import json
from datetime import UTC, datetime

import pytest

from desktop.cli.door import run_command

LISTINGS = {
    "returns": "Import a monthly return",
    "due": "only senders whose returns came",
    "layouts list": "layouts propose FILE",
    "names list": "An import asks",
    "notes list --year 1990": "notes add",
    "path list": "the seasonal one",
    "scenario list": "scenario add",
    "target list": "target set",
    "warnings silences": "No warning is silenced",
}


@pytest.mark.parametrize("words", LISTINGS)
def test_an_empty_listing_says_why(words, tmp_path, capsys):
    place = tmp_path / "none.sqlite3"

    def told(*more):
        line = [*words.split(), "--archive", str(place), "--language", "en", *more]
        assert run_command(line, lambda: datetime(2025, 7, 12, tzinfo=UTC)) == 0
        return capsys.readouterr().out

    assert LISTINGS[words] in told()
    assert json.loads(told("--format", "json")) == []
    assert not place.exists()
