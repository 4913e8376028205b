"""The password of locked workbooks: from a file or typed unseen, never on the command line."""

from __future__ import annotations

import sys
from collections.abc import Callable
from dataclasses import replace
from functools import wraps
from pathlib import Path
from typing import Any

import click

from desktop.figures.directions import Directions
from desktop.figures.wording import N_
from desktop.workflow.text_files import text_of

_STANDARD_INPUT = "-"


def with_password(function: Callable[..., Any]) -> Callable[..., Any]:
    """Add `--password-file` to a command, which gets the password within its `directions`.

    The command line itself is seen by everybody on the machine, so it takes no password.
    """

    @wraps(function)
    def command(*args: Any, password: Path | None, directions: Directions, **rest: Any) -> Any:
        said = said_password(password) if password else ""
        return function(*args, directions=replace(directions, password=said), **rest)

    return click.option(
        "--password-file",
        "password",
        type=click.Path(path_type=Path, allow_dash=True),
        metavar="FILE",
        help=N_("The password of locked workbooks: the file's first line; - asks for it."),
    )(command)


def said_password(file: Path) -> str:
    """Give the password that a file holds, or that is typed; `Refused` where it cannot be read."""
    if str(file) == _STANDARD_INPUT:
        if sys.stdin.isatty():
            ask = click.get_current_context().obj.language._("Password")
            return str(click.prompt(ask, hide_input=True, err=True))
        return sys.stdin.readline().rstrip("\r\n")
    lines = text_of(file).splitlines()
    return lines[0] if lines else ""
