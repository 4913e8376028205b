"""The commands on groupings: those that count, and an office's own."""

from __future__ import annotations

import sys
from collections.abc import Iterable
from datetime import datetime
from pathlib import Path

import click
from rich.box import SIMPLE_HEAD

from desktop.cli.listing import show
from desktop.cli.options import group, known, shared
from desktop.cli.session import Session
from desktop.cli.tables import Table, terminal
from desktop.cli.typed import NUMBER
from desktop.figures.finding import Finding
from desktop.figures.finding_texts import in_words
from desktop.figures.groupings import of_the_office, schemes
from desktop.figures.office_groupings import office_groupings
from desktop.figures.vintage import Vintage
from desktop.figures.wording import N_, Language
from desktop.workflow.office_groupings import check_groupings, export_groupings

FILE = click.argument("file", metavar="FILE.csv", type=click.Path(path_type=Path))


groupings = group("groupings", N_("How items and markets are counted together: yours too."))


@groupings.command("list", help=N_("List the schemes that can be chosen."))
@known
@shared
@click.pass_obj
def groupings_list(session: Session, vintage: Vintage, archive: str | None) -> None:
    """One line a scheme: its code, what it groups, its name, whose it is."""
    with session.consulted(archive) as office:
        office.lay_groupings(vintage)
    say, ours = session.language._, of_the_office()
    table = _table(say("Code"), say("Groups"), say("Name"), say("Whose"))
    for scheme in schemes().values():
        whose = say("your own") if scheme.code in ours else say("the program's")
        name = scheme.name(session.language.code)
        table.add_row(scheme.code, str(len(scheme.groups)), name, whose)
    terminal().print(table)


@groupings.command("check", help=N_("Say what is wrong or odd in a file of groupings."))
@FILE
@shared
@click.pass_obj
def groupings_check(session: Session, file: Path, archive: str | None) -> None:  # noqa: ARG001 - every command has --archive
    """Nothing is changed; ends with 1 where the file could not be used."""
    found = check_groupings(file)
    _tell(found.findings, session.language)
    if found.refused:
        sys.exit(1)
    _say_schemes(list(found.schemes), session.language)


@groupings.command("use", help=N_("Let your own groupings count, for one archive or for all."))
@FILE
@click.option("--everywhere", is_flag=True, help=N_("For every archive that has none of its own."))
@shared
@click.pass_obj
def groupings_use(
    session: Session,
    file: Path,
    everywhere: bool,  # noqa: FBT001 - click passes flags by name
    archive: str | None,
) -> None:
    """Check the file, and keep what it says in the archive, for everybody who works on it."""
    with session.office(archive) as office:
        found = office.use_groupings(file, everywhere=everywhere)
    _tell(found.findings, session.language)
    if found.refused:
        sys.exit(1)
    _say_schemes(list(found.schemes), session.language)


@groupings.command("history", help=N_("List the groupings that the archive had: who, and when."))
@shared
@click.pass_obj
def groupings_history(session: Session, archive: str | None) -> None:
    """One line for each time that they were changed, newest first."""
    with session.consulted(archive) as office:
        kept = office.every_groupings()
    say = session.language._
    table = _table(say("Number"), say("Put in force"), say("By"), say("Schemes"))
    for one in kept:
        codes = ", ".join(office_groupings(one.text, "").schemes) if one.text else say("none")
        when = session.language.moment(datetime.fromisoformat(one.set_at))
        table.add_row(str(one.number), when, one.set_by, codes)
    show(
        table,
        N_("This archive never had groupings of its own. Let some count: groupings use FILE."),
        session.language,
    )


@groupings.command("restore", help=N_("Let groupings count again that the archive had."))
@click.argument("number", type=NUMBER)
@shared
@click.pass_obj
def groupings_restore(session: Session, number: int, archive: str | None) -> None:
    """By their number in the history."""
    with session.office(archive) as office:
        office.restore_groupings(number)
    _say_schemes(list(of_the_office()), session.language)


@groupings.command("remove", help=N_("Let only the program's groupings count again."))
@shared
@click.pass_obj
def groupings_remove(session: Session, archive: str | None) -> None:
    """They stay in the history."""
    with session.office(archive) as office:
        gone = office.forget_groupings()
    click.echo(session.language._("Taken away: {path}", path=gone))


@groupings.command("export", help=N_("Write the program's groupings, to make your own of them."))
@FILE
@click.option("--own", is_flag=True, help=N_("Write those of the archive as they are."))
@shared
@click.pass_obj
def groupings_export(session: Session, file: Path, own: bool, archive: str | None) -> None:  # noqa: FBT001 - as above
    """Under codes that begin with OWN_, so that the file can be used at once."""
    if own:
        with session.consulted(archive) as office:
            office.export_groupings(file)
    else:
        export_groupings(file)
    click.echo(session.language._("Written: {path}", path=file))


def _table(*headings: str) -> Table:
    table = Table(box=SIMPLE_HEAD)
    for heading in headings:
        table.add_column(heading)
    return table


def _say_schemes(codes: list[str], language: Language) -> None:
    words = language._("Can be chosen: {codes}", codes=", ".join(codes))
    click.echo(words)


def _tell(findings: Iterable[Finding], language: Language) -> None:
    for finding in findings:
        click.echo(in_words(finding, language), err=True)
