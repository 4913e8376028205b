"""The commands on groupings: those that count, and an office's own."""

from __future__ import annotations

import sys
from collections.abc import Iterable
from pathlib import Path

import click
from rich.box import SIMPLE_HEAD
from rich.console import Console
from rich.table import Table

from desktop.cli.options import Session, shared
from desktop.figures.finding import Finding
from desktop.figures.finding_texts import remedy, sentence
from desktop.figures.groupings import of_the_office, schemes
from desktop.figures.wording import N_, Language
from desktop.workflow.office_groupings import (
    check_groupings,
    export_groupings,
    forget_groupings,
    lay_groupings,
    use_groupings,
)

FILE = click.argument("file", metavar="FILE.csv", type=click.Path(path_type=Path))


@click.group("groupings", help=N_("How items and markets are counted together: yours too."))
@shared
@click.pass_obj
def groupings(session: Session, archive: str | None) -> None:
    """Group the commands on groupings."""
    session.location = archive or session.location


@groupings.command("list", help=N_("List the schemes that can be chosen."))
@shared
@click.pass_obj
def groupings_list(session: Session, archive: str | None) -> None:
    """One line a scheme: its code, what it groups, its name, whose it is."""
    _tell(lay_groupings(session.place(archive)), session.language)
    say, ours = session.language._, of_the_office()
    table = Table(box=SIMPLE_HEAD, pad_edge=False)
    for heading in (say("Code"), say("Groups"), say("Name"), say("Whose")):
        table.add_column(heading)
    for scheme in schemes().values():
        whose = say("your own") if scheme.code in ours else say("the program's")
        name = scheme.name(session.language.code)
        table.add_row(scheme.code, str(len(scheme.groups)), name, whose)
    Console().print(table)


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
    """Check the file, and keep a copy where it is found from now on."""
    found = use_groupings(file, session.place(archive), everywhere=everywhere)
    _tell(found.findings, session.language)
    if found.refused:
        sys.exit(1)
    _say_schemes(list(found.schemes), session.language)


@groupings.command("remove", help=N_("Let only the program's groupings count again."))
@shared
@click.pass_obj
def groupings_remove(session: Session, archive: str | None) -> None:
    """Take the kept copy away."""
    place = forget_groupings(session.place(archive))
    click.echo(session.language._("Taken away: {path}", path=place))


@groupings.command("export", help=N_("Write the program's groupings, to make your own of them."))
@FILE
@shared
@click.pass_obj
def groupings_export(session: Session, file: Path, archive: str | None) -> None:  # noqa: ARG001 - as above
    """Under codes that begin with OWN_, so that the file can be used at once."""
    export_groupings(file)
    click.echo(session.language._("Written: {path}", path=file))


def _say_schemes(codes: list[str], language: Language) -> None:
    words = language._("Can be chosen: {codes}", codes=", ".join(codes))
    click.echo(words)


def _tell(findings: Iterable[Finding], language: Language) -> None:
    for finding in findings:
        click.echo(f"{sentence(finding, language)} {remedy(finding, language)}", err=True)
