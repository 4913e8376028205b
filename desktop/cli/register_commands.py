"""The commands on the returns held: returns, due, undo, redo, original."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from desktop.cli.archive_options import kept_in, tell_kept
from desktop.cli.formats import formatted, write_json
from desktop.cli.listing import show
from desktop.cli.options import dated, shared
from desktop.cli.returns_out import (
    DUE_COLUMNS,
    RETURN_COLUMNS,
    due_records,
    due_table,
    returns_json,
    returns_records,
    returns_table,
)
from desktop.cli.session import Session, exists
from desktop.cli.typed import NUMBER
from desktop.cli.undoing_out import UNDOING_COLUMNS, undoing_records, undoing_table
from desktop.figures.csv_texts import write_records
from desktop.figures.finding import Finding, Refused, Severity
from desktop.figures.vintage import Vintage
from desktop.figures.wording import N_
from desktop.workflow import archives


@click.command("returns", help=N_("List the returns in the archive."))
@dated
@formatted("table", "csv", "json")
@shared
@click.pass_obj
def returns(session: Session, vintage: Vintage, form: str, archive: str | None) -> None:
    """One line a return: number, name, months, date, what it brought, whether withdrawn."""
    with session.consulted(archive) as office:
        stored = office.returns(vintage)
    if form == "json":
        write_json(returns_json(stored))
    elif form == "csv":
        write_records(returns_records(stored), RETURN_COLUMNS, sys.stdout)
    else:
        show(
            returns_table(stored, session.language),
            N_("The archive holds no return yet. Import a monthly return first."),
            session.language,
        )


@click.command("due", help=N_("List the returns that the publication calendar expects."))
@click.option("--all", "every", is_flag=True, help=N_("List those that came, too."))
@dated
@formatted("table", "csv", "json")
@shared
@click.pass_obj
def due(
    session: Session,
    every: bool,  # noqa: FBT001 - click passes flags by name
    vintage: Vintage,
    form: str,
    archive: str | None,
) -> None:
    """One line a month of a sender: its day, and whether it is to come, late or missing."""
    with session.consulted(archive) as office:
        expected = [d for d in office.due(vintage) if every or d.number is None]
    if form == "csv":
        write_records(due_records(expected), DUE_COLUMNS, sys.stdout)
    elif form == "json":
        write_json(list(due_records(expected)))
    else:
        show(
            due_table(expected, session.language),
            N_("No return is due: only senders whose returns came are expected again."),
            session.language,
        )


@click.command("undo", help=N_("Withdraw a return: it no longer counts; nothing is deleted."))
@click.argument("number", metavar="RETURN", type=NUMBER)
@click.option("--what", is_flag=True, help=N_("Say what it would change; change nothing."))
@formatted("table", "csv", "json", about=N_("How to write what it would change."))
@shared
@click.pass_obj
def undo(
    session: Session,
    number: int,
    what: bool,  # noqa: FBT001 - click passes flags by name
    form: str,
    archive: str | None,
) -> None:
    """Withdraw by the number that `returns` lists; of a withdrawn one, `--what` is for `redo`."""
    if what:
        with session.consulted(archive) as office:
            found = office.undoing(number)
        if form == "csv":
            write_records(undoing_records(found), UNDOING_COLUMNS, sys.stdout)
        elif form == "json":
            write_json(list(undoing_records(found)))
        else:
            show(
                undoing_table(found, session.language),
                N_("No figure that counts would change."),
                session.language,
            )
        return
    with session.standing(archive) as office:
        office.undo(number)
    click.echo(session.language._("Return {number} is withdrawn.", number=number))


@click.command("redo", help=N_("Let a withdrawn return count again."))
@click.argument("number", metavar="RETURN", type=NUMBER)
@shared
@click.pass_obj
def redo(session: Session, number: int, archive: str | None) -> None:
    """Restore by the number that `returns` lists."""
    with session.standing(archive) as office:
        office.redo(number)
    click.echo(session.language._("Return {number} counts again.", number=number))


@click.command("original", help=N_("Write a copy of the file that a return came in."))
@click.argument("number", metavar="RETURN", type=NUMBER)
@click.option(
    "--out", required=True, type=click.Path(path_type=Path), help=N_("The file to write.")
)
@shared
@click.pass_obj
def original(session: Session, number: int, out: Path, archive: str | None) -> None:
    """Write the kept original of the number that `returns` lists, byte for byte."""
    with session.consulted(archive) as office:
        written = office.save_original(number, out)
    click.echo(session.language._("Written: {path}", path=written))


@click.command("upgrade", help=N_("Bring an archive of an earlier version up to date."))
@kept_in
@shared
@click.pass_obj
def upgrade(session: Session, archive: str | None, kept_in: Path) -> None:
    """Open it so that it may be written to, and say what it holds."""
    place = session.place(archive)
    if not exists(place):
        raise Refused(Finding(Severity.ERROR, "no_archive", about=str(place)))
    held, kept = archives.migrate(place, kept_in)
    say = session.language.plural
    click.echo(say("{path} is up to date; it holds {count} return.",
                   "{path} is up to date; it holds {count} returns.",
                   held, path=place))  # fmt: skip
    tell_kept(session, kept)
