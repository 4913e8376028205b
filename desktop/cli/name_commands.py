"""The commands on names: list what is decided, decide, forget, export, import."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from desktop.cli.formats import formatted, write_json
from desktop.cli.listing import show
from desktop.cli.names_out import NAME_COLUMNS, decision_record, decisions_table, meaning
from desktop.cli.options import Command, group, known, shared
from desktop.cli.session import Session
from desktop.cli.typed import FILE
from desktop.figures.csv_texts import write_records
from desktop.figures.directions import LEAVE_OUT, NameDecision, NameKind
from desktop.figures.layouts import SENDERS
from desktop.figures.names import name_key
from desktop.figures.series import NEW, TRADE
from desktop.figures.vintage import Vintage
from desktop.figures.wording import N_
from desktop.workflow import Office

KINDS = click.Choice([kind.value for kind in NameKind])
FLOWS = click.Choice([flow.value for flow in TRADE])


def named(command: Command) -> Command:
    """Add what says which name is meant."""
    for option in (
        click.option("--flow", type=FLOWS,
                     help=N_("The flow in which an item means this; by default both.")),
        click.option("--kind", type=KINDS, default=NameKind.ITEM.value, help=N_("What it names.")),
        click.option("--sender", default="",
                     help=N_("Whose name it is: GSO, CUSTOMS … as `returns` lists it.")),
    ):  # fmt: skip
        command = option(command)
    return click.argument("label", metavar="NAME")(command)


names = group("names", N_("Say what names mean that no catalogue has."))


@names.command("list", help=N_("List what was decided."))
@known
@click.option("--sender", help=N_("Only names of this sender."))
@click.option("--kind", type=KINDS, help=N_("Only names of this kind."))
@formatted("table", "csv", "json")
@shared
@click.pass_obj
def names_list(
    session: Session,
    sender: str | None,
    kind: str | None,
    vintage: Vintage,
    form: str,
    archive: str | None,
) -> None:
    """One line a decision in force, by `NAME_COLUMNS`."""
    with session.consulted(archive) as office:
        made = [
            d
            for d in office.decisions(vintage)
            if sender in {None, d.sender} and kind in {None, d.kind.value}
        ]
    if form == "table":
        show(
            decisions_table(made, session.language),
            N_("No name was decided on yet. An import asks about names that no catalogue has."),
            session.language,
        )
    elif form == "csv":
        write_records(map(decision_record, made), NAME_COLUMNS, sys.stdout)
    else:
        write_json(list(map(decision_record, made)))


@names.command("decide", help=N_("Say what a name means, for all further files of its sender."))
@named
@click.argument("code", required=False)
@click.option("--new", "new_name", metavar="NAME", help=N_("It is new: the name it is to have."))
@click.option("--leave-out", is_flag=True, help=N_("Leave out rows of this name."))
@shared
@click.pass_obj
def names_decide(  # noqa: PLR0913, PLR0917 - one parameter an option
    session: Session,
    label: str,
    code: str | None,
    sender: str,
    kind: str,
    flow: str | None,
    new_name: str | None,
    leave_out: bool,  # noqa: FBT001 - click passes flags by name
    archive: str | None,
) -> None:
    """Keep one decision; the newest of a name is in force."""
    say = session.language._
    given = [
        *([code] if code is not None else []),
        *([f"{NEW}{new_name}"] if new_name is not None else []),
        *([LEAVE_OUT] if leave_out else []),
    ]
    if len(given) != 1:
        raise click.UsageError(say("Give one of these: a code, --new or --leave-out."))
    made = NameDecision(sender, NameKind(kind), flow or "", label, given[0])
    with session.office(archive) as office:
        changed = office.decide([made])
        stranger = sender not in {"", *SENDERS} and sender not in _senders(office)
    if stranger:
        words = say("No return and no layout of {sender} is known yet.", sender=sender)
        click.echo(words, err=True)
    if not changed:
        click.echo(say("{name} meant this already.", name=label))
        return
    click.echo(say("{name}: {meaning}", name=label, meaning=meaning(made, session.language)))


def _senders(office: Office) -> set[str]:
    """Give those whose returns came, and those whose layouts were taught."""
    return {r.sender for r in office.returns()} | {layout.sender for layout in office.layouts()}


@names.command("forget", help=N_("Let a name be undecided again."))
@named
@shared
@click.pass_obj
def names_forget(
    session: Session, label: str, sender: str, kind: str, flow: str | None, archive: str | None
) -> None:
    """Forget the decision in force, of either flow if none is named; no earlier one comes back."""
    asked = NameDecision(sender, NameKind(kind), flow or "", label, "")
    with session.office(archive) as office:
        known = [d for d in office.decisions() if _is_meant(d, asked) and flow in {None, d.flow}]
        for decision in known or [asked]:
            office.forget_decision(decision)
    click.echo(session.language._("{name} is undecided again.", name=label))


def _is_meant(decision: NameDecision, asked: NameDecision) -> bool:
    alike = (decision.sender, decision.kind) == (asked.sender, asked.kind)
    return alike and name_key(decision.label) == name_key(asked.label)


@names.command("export", help=N_("Write what was decided as CSV, for another office."))
@click.argument("file", type=FILE)
@shared
@click.pass_obj
def names_export(session: Session, file: Path, archive: str | None) -> None:
    """Write the decisions in force, by `NAME_COLUMNS`."""
    with session.consulted(archive) as office:
        written = office.export_decisions(file)
    click.echo(session.language._("Written: {path}", path=written))


@names.command("import", help=N_("Take over what another office decided, all or nothing."))
@click.argument("file", type=FILE)
@shared
@click.pass_obj
def names_import(session: Session, file: Path, archive: str | None) -> None:
    """Keep the decisions of a file; where one here is newer, it stays in force."""
    with session.office(archive) as office:
        count = office.import_decisions(file)
    text = session.language.plural(
        "{count} decision is now in force.", "{count} decisions are now in force.", count
    )
    click.echo(text)
