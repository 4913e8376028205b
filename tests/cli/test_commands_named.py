"""Commands are read when asked for: a window opens without any, a command without others."""

from __future__ import annotations

import subprocess
import sys

import click

from desktop import workflow
from desktop.cli.commands_named import Commands

HEAVY = "pandas", "numpy", "sqlalchemy", "desktop.workflow.office", "desktop.returns"


def test_every_command_stands_under_its_own_name():
    commands = Commands()
    assert len(commands) > 20
    for name, command in commands.items():
        assert isinstance(command, click.Command)
        assert command.name == name


def test_every_name_of_the_workflow_is_found():
    assert {name: getattr(workflow, name).__name__ for name in workflow.__all__} == {
        name: name for name in workflow.__all__
    }


def test_up_to_the_first_paint_no_command_is_read_and_nothing_that_an_errand_needs():
    code = f"""
import sys
from desktop.cli import door
from desktop.gui import application, window
print(*[name for name in {HEAVY!r} if name in sys.modules])
print(*[name for name in sys.modules if name.startswith("desktop.cli.") and "_command" in name])
"""
    told = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert told.stdout.split("\n") == ["", "", ""]
