"""What helps with a finding in a window: its own means, a command where nothing else does."""

from __future__ import annotations

import re

import pytest

from desktop.figures.finding import Finding, Severity
from desktop.figures.finding_texts import TEXTS, remedy
from desktop.figures.wording import language

COMMAND = re.compile(
    r"--\w|`|\barchive (restore|migrate|copy)\b|\boffice init\b|\bcommand\b|\bLệnh\b"
    r"|: groupings history|“warnings rules”",
    re.I,
)
TERMINALS_OWN = {
    "copy_unfinished",  # found by commands that a window has no counterpart of
    "figures_of_nation_alone",
    "more_than_a_sheet",
    "no_such_groupings",
}


@pytest.mark.parametrize("code", ["vi", "en"])
def test_no_remedy_in_the_window_is_a_command(code):
    lang = language(code)
    told = {
        of: remedy(Finding(Severity.ERROR, of, expected="x"), lang, in_window=True) for of in TEXTS
    }
    assert {of for of, done in told.items() if COMMAND.search(done)} == TERMINALS_OWN


def test_the_terminal_keeps_its_commands():
    damaged = Finding(Severity.ERROR, "archive_damaged", about="a.sqlite3")
    assert "archive restore" in remedy(damaged, language("en"))
    assert "archive restore" not in remedy(damaged, language("en"), in_window=True)
