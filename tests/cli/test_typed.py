"""What is typed is read or refused in the user's language, and help is whole in it."""

from __future__ import annotations

import re
from datetime import UTC, datetime

import click
import pytest

from desktop.cli.door import door, run_command

NOW = datetime(2025, 7, 12, tzinfo=UTC)


@pytest.fixture
def refused(capsys, tmp_path):
    """Run a command line that is misused; gives what is said on standard error."""

    def run(*line):
        assert run_command(["--archive", str(tmp_path / "a.sqlite3"), *line], lambda: NOW) == 2
        return capsys.readouterr().err

    return run


@pytest.mark.parametrize(
    ("line", "vi", "en"),
    [
        ("status --year 99", "99 không phải năm", "99 is not a year"),
        ("status --year 2025 --through 2024-06", "2024-06 không thuộc", "2024-06 is not in 2025"),
        ("status --as-of 20250510", "20250510 không phải", "20250510 is not a day written"),
        ("figures -k 2025-W2-1", "2025-W2-1 không phải", "2025-W2-1 is not a day, nor"),
        ("undo abc", "abc không phải là số nguyên", "abc is not a whole number"),
        ("structure --basis year", "'rolling_12'", "'rolling_12'"),
        ("scenario compare A", "cần 2 giá trị", "takes 2 values"),
        ("status --yaer 2025", "'--year'", "'--year'"),
        ("warnings silence", "Chọn một trong", "Choose from"),
    ],
)
def test_what_cannot_be_meant_is_refused_in_both_languages(refused, line, vi, en):
    assert vi in refused(*line.split(), "--language", "vi")
    assert en in refused(*line.split(), "--language", "en")


def test_every_command_takes_a_language():
    every = dict(_commands(door))
    taking = {
        name for name, command in every.items()
        if any("--language" in option.opts for option in command.params)
    }  # fmt: skip
    assert taking == set(every)


def test_help_is_whole_in_vietnamese_after_it_was_told_in_english(capsys):
    for language in ("en", "vi"):
        assert run_command(["--language", language, "--help"], lambda: NOW) == 0
    english, _, told = capsys.readouterr().out.partition("Cách dùng")
    assert "[OPTIONS]" in english
    assert "[TÙY_CHỌN]" in told
    assert "..." not in re.sub(r"\[THAM_SỐ\]\.\.\.", "", told)  # nothing is cut off
    run_command(["target", "set", "--language", "vi", "--help"], lambda: NOW)
    assert not re.search(r"\b(TEXT|INTEGER|RANGE|PERCENT)\b", capsys.readouterr().out)


def _commands(group, path=""):
    for name, command in group.commands.items():
        yield f"{path}{name}", command
        if isinstance(command, click.Group):
            yield from _commands(command, f"{path}{name} ")
