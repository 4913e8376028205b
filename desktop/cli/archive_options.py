"""What the commands that bring an archive up to date share: where its copy goes, and saying so."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import click

from desktop.cli.session import Session
from desktop.figures.wording import N_
from desktop.workflow.places import migration_copies


def kept_in(command: Callable[..., Any]) -> Callable[..., Any]:
    """Add the option that names the folder for what a server's archive held before."""
    return click.option(
        "--backup", "kept_in", type=click.Path(path_type=Path), default=migration_copies,
        help=N_("Folder for the copy of a server's archive that is taken before it is changed; by "
                "default in your data directory."),
    )(command)  # fmt: skip


def tell_kept(session: Session, kept: Path | None) -> None:
    """Say where the copy is, where one was taken."""
    if kept is not None:
        click.echo(session.language._("What it held before is kept in {path}.", path=str(kept)))
