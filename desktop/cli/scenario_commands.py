"""The commands on scenarios: add, list, show, remove, compare, export, import."""

from __future__ import annotations

from pathlib import Path

import click

from desktop.cli import scenario_out
from desktop.cli.formats import formatted, write_json
from desktop.cli.options import asked, group, known, shared
from desktop.cli.session import Session
from desktop.cli.tables import terminal
from desktop.cli.typed import FILE, MONTH
from desktop.figures.finding import Finding, Refused, Severity
from desktop.figures.month import Month
from desktop.figures.scenario import Scenario
from desktop.figures.scenario_typing import shock
from desktop.figures.vintage import Vintage
from desktop.figures.wording import N_
from desktop.workflow import YearAsked

scenario = group("scenario", N_("What is assumed of the months to come, kept by name."))


@scenario.command("add", help=N_("Keep a scenario; it supersedes the one of its name."))
@click.argument("name")
@click.option("--from", "since", type=MONTH, required=True, help=N_("Its first month."))
@click.option("--shock", "shocks", multiple=True, required=True, metavar="TEXT",
              help=N_("market=US; item=WOOD; tariff=46%; volume=-25%; price=-3%; diverted=30%; "
                      "to=EU,JP; monthly=0.5 (bn USD on top); flow=import. Several may be given; "
                      "of those about the same trade the narrowest counts."))  # fmt: skip
@click.option("--note", default="", help=N_("In your own words what is assumed, and why."))
@shared
@click.pass_obj
def add(
    session: Session,
    name: str,
    since: Month,
    shocks: tuple[str, ...],
    note: str,
    archive: str | None,
) -> None:
    """Keep it, and say what is assumed."""
    session.know_groupings(archive)
    wanted = Scenario(name, since, tuple(shock(text) for text in shocks), note)
    _keep(session, wanted, archive)


@scenario.command("list", help=N_("List the scenarios in force; --all those superseded too."))
@click.option("--all", "every", is_flag=True, help=N_("Superseded and removed versions too."))
@known
@formatted("table", "json")
@shared
@click.pass_obj
def list_(
    session: Session,
    every: bool,  # noqa: FBT001 - click passes flags by name
    vintage: Vintage,
    form: str,
    archive: str | None,
) -> None:
    """One line a scenario."""
    with session.consulted(archive) as office:
        held = office.scenario_versions(vintage) if every else office.scenarios(vintage)
    if form == "json":
        write_json([scenario_out.scenario_record(s) for s in held])
    else:
        scenario_out.show_list(held, session.language)


@scenario.command("show", help=N_("Say what a scenario assumes, and who assumed it when."))
@click.argument("name")
@known
@formatted("table", "json")
@shared
@click.pass_obj
def show(session: Session, name: str, vintage: Vintage, form: str, archive: str | None) -> None:
    """Write one scenario."""
    with session.consulted(archive) as office:
        found = office.scenario_named(name, vintage)
    if form == "json":
        write_json(scenario_out.scenario_record(found))
    else:
        scenario_out.show_scenario(found, session.language, terminal())


@scenario.command("remove", help=N_("Take a scenario back; nothing is deleted."))
@click.argument("name")
@shared
@click.pass_obj
def remove(session: Session, name: str, archive: str | None) -> None:
    """Take it back with all its versions."""
    with session.office(archive) as office:
        office.remove_scenario(name)
    click.echo(session.language._("Scenario {name} is removed.", name=name))


@scenario.command("compare", help=N_("Say what two scenarios would change, side by side."))
@click.argument("names", nargs=2, metavar="NAME NAME")
@asked
@formatted("table", "json")
@shared
@click.pass_obj
def compare(
    session: Session,
    names: tuple[str, str],
    asked: YearAsked,
    form: str,
    archive: str | None,
) -> None:
    """Write both beside the outlook without them."""
    with session.consulted(archive) as office:
        both = [office.scenario_named(name, asked.vintage) for name in names]
        if both[0].key == both[1].key:
            raise Refused(Finding(Severity.ERROR, "scenarios_too_few", found=names[0]))
        outlook, found = office.assumed(both, asked)
    if form == "json":
        told = [scenario_out.assumed_json(one, session.language) for one in found]
        write_json({"scenarios": told})
    else:
        scenario_out.show_effects(outlook, found, session.language, terminal())


@scenario.command("export", help=N_("Write a scenario as a small text file."))
@click.argument("name")
@click.argument("out", type=FILE)
@shared
@click.pass_obj
def export(session: Session, name: str, out: Path, archive: str | None) -> None:
    """Write it with its author and day."""
    with session.consulted(archive) as office:
        office.export_scenario(name, out)
    click.echo(session.language._("Written: {path}", path=out))


@scenario.command("import", help=N_("Keep a scenario that a file holds."))
@click.argument("file", type=FILE)
@shared
@click.pass_obj
def import_(session: Session, file: Path, archive: str | None) -> None:
    """Keep it with the author and day that the file names."""
    with session.office(archive) as office:
        wanted = office.read_scenario(file)
    _keep(session, wanted, archive)


def _keep(session: Session, wanted: Scenario, archive: str | None) -> None:
    with session.office(archive) as office:
        done = office.keep_scenario(wanted)
    for kept in (*done.added, *done.standing):
        scenario_out.show_scenario(kept, session.language, terminal())
