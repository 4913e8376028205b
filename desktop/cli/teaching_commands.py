"""The commands that teach a layout: propose how a workbook may be read, then keep it."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from desktop.cli.layout_commands import layouts
from desktop.cli.options import shared
from desktop.cli.progress_bar import progress_bar
from desktop.cli.session import Session
from desktop.cli.typed import FILE
from desktop.figures.directions import AS_IT_STANDS, Directions
from desktop.figures.finding import Finding, Refused, Severity
from desktop.figures.wording import N_
from desktop.workflow.directing import proposed, read_directions, taught

if TYPE_CHECKING:
    from desktop.workflow import Office, Preview

__all__ = ["layouts"]


@layouts.command("propose", help=N_("Say how a workbook is read, or may be read, as directions."))
@click.argument("file", type=FILE)
@shared
@click.pass_obj
def propose(session: Session, file: Path, archive: str | None) -> None:
    """Write directions (JSON) to be corrected, for `read --directions` and `layouts teach`."""
    with session.office(archive) as office:
        preview = _read(office, file)
    click.echo(proposed(preview.reading))


@layouts.command("teach", help=N_("Keep how a workbook is read as a layout of its sender."))
@click.argument("file", type=FILE)
@click.argument("plan", type=FILE)
@click.option("--sender", default="", help=N_("Who sends it, such as US Census."))
@click.option("--name", required=True, help=N_("What the layout is to be called."))
@shared
@click.pass_obj
def teach(
    session: Session, file: Path, plan: Path, sender: str, name: str, archive: str | None
) -> None:
    """Read the workbook by the directions in PLAN; keep them if figures came of it."""
    directions = read_directions(plan)
    with session.office(archive) as office:
        preview = _read(office, file, directions)
        kept = office.learn(taught(preview, name, sender))
    say = session.language
    click.echo(
        say._("Layout {number} is known: {name}, {sender}",
              number=kept.number, name=kept.name, sender=kept.sender)
    )  # fmt: skip
    rows = preview.reading.rows
    click.echo(
        say.plural("{count} figure is read by it.", "{count} figures are read by it.", len(rows))
    )  # fmt: skip


def _read(office: Office, file: Path, directions: Directions = AS_IT_STANDS) -> Preview:
    """Read one workbook; of a folder nobody knows which is meant."""
    if file.is_dir():
        raise Refused(Finding(Severity.ERROR, "folder_for_file", about=str(file)))
    with progress_bar() as progress:
        (preview,) = office.read([file], progress, directions={file: directions})
    return preview
