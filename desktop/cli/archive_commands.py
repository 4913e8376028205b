"""The commands on whole archives: copy, backup, restore, check, migrate."""

from __future__ import annotations

from pathlib import Path

import click

from desktop.cli.options import group, shared, spoken
from desktop.cli.progress_bar import progress_bar
from desktop.cli.register_commands import upgrade
from desktop.cli.session import Session
from desktop.cli.typed import WholeNumber
from desktop.figures.finding import Refused
from desktop.figures.wording import N_
from desktop.workflow import archives
from desktop.workflow.archives import Copied

PLACE = click.Path(path_type=str)


archive_group = group("archive", N_("Copy, back up, bring back and check whole archives."))


@archive_group.command("copy", help=N_("Copy an archive to an empty place: a file or a server."))
@click.argument("source", metavar="FROM", type=PLACE)
@click.argument("target", metavar="TO", type=PLACE)
@spoken
@click.pass_obj
def copy(session: Session, source: str, target: str) -> None:
    """Copy, compare, and say how much; a copy that was broken off goes on."""
    with progress_bar() as progress:
        done = archives.copy(source, target, progress)
    _tell(session, done)


@archive_group.command("backup", help=N_("Write the archive into a file, while it is in use too."))
@click.argument("out", metavar="FILE_OR_FOLDER", type=PLACE)
@click.option(
    "--keep",
    type=WholeNumber(1, 10_000),
    default=None,
    help=N_("Keep so many backups in the folder; older ones are removed."),
)
@click.option(
    "--if-new",
    is_flag=True,
    help=N_("Write nothing where the folder's newest backup holds all that was done since."),
)
@shared
@click.pass_obj
def backup(
    session: Session, out: str, keep: int | None, archive: str | None, *, if_new: bool
) -> None:
    """Write a file; into a folder under a name that tells the moment."""
    place = session.place(archive)
    if if_new and (held := archives.up_to_date_backup(place, Path(out))):
        click.echo(session.language._("Nothing was done since {path} was written.", path=str(held)))
        return
    with progress_bar() as progress:
        done = archives.backup(place, out, now=session.clock(), keep=keep or 0, progress=progress)
    _tell(session, done)
    if done.gone:
        words = session.language.plural(
            "{count} older backup was removed.", "{count} older backups were removed.",
            len(done.gone),
        )  # fmt: skip
        click.echo(words)


@archive_group.command("restore", help=N_("Bring a backup back into an empty archive."))
@click.argument("file", type=click.Path(path_type=Path))
@shared
@click.pass_obj
def restore(session: Session, file: Path, archive: str | None) -> None:
    """Copy a backup to the archive's place, which holds nothing yet."""
    with progress_bar() as progress:
        done = archives.copy(file, session.place(archive), progress)
    _tell(session, done)


@archive_group.command("check", help=N_("Say whether an archive is sound: hashes, sums, figures."))
@shared
@click.pass_obj
def check(session: Session, archive: str | None) -> None:
    """Check; what does not hold is told, and gives the exit code of a refusal."""
    place = session.place(archive)
    with progress_bar() as progress:
        found = archives.check(place, progress)
    if found:
        raise Refused(*found)
    click.echo(session.language._("{path} is sound.", path=place))


archive_group.add_command(upgrade, "migrate")


def _tell(session: Session, done: Copied) -> None:
    lang = session.language
    words = lang.plural(
        "{path} holds {count} return and {figures} figures; both were compared.",
        "{path} holds {count} returns and {figures} figures; both were compared.",
        done.returns, path=done.place, figures=lang.number(done.figures),
    )  # fmt: skip
    click.echo(words)
