"""The commands on targets: set, list, remove, bring back, allocate, export, import."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Sequence
from datetime import date
from pathlib import Path
from typing import Any

import click

from desktop.cli import targets_out
from desktop.cli.formats import formatted, write_json
from desktop.cli.listing import show
from desktop.cli.options import dated, group, of_vintage, shared
from desktop.cli.session import Session
from desktop.cli.tables import terminal
from desktop.cli.target_options import SPLIT, merger, of_a_target, target_of
from desktop.cli.typed import DAY, NUMBER, YEAR
from desktop.figures.finding import Finding, Refused
from desktop.figures.finding_texts import remedy, sentence
from desktop.figures.target import Target, TargetChange
from desktop.figures.target_doubts import asked_of, named
from desktop.figures.target_names import scope_name
from desktop.figures.target_split import Split
from desktop.figures.target_texts import stated
from desktop.figures.vintage import LATEST, Vintage
from desktop.figures.wording import N_
from desktop.workflow import Office

_sure = click.option("--sure", is_flag=True, help=N_("Set it though it looks like a slip."))


target = group("target", N_("Set, list, give out and exchange targets."))


@target.command("set", help=N_("Set a target; it supersedes the one before."))
@of_a_target
@_sure
@shared
@click.pass_obj
def target_set(session: Session, /, archive: str | None, sure: bool, **given: Any) -> None:  # noqa: FBT001 - click passes flags by name
    """Add a target, and say where it is odd or its base is not held yet."""
    session.know_groupings(archive)
    made, merged = target_of(session, given), merger(given)
    with session.office(archive) as office:
        found = [*merged, *office.doubts_about(TargetChange((made,)))]
        doubts = named(found, (made,), session.language)
        _refuse_doubtful(doubts, session, sure=sure)
        before = _in_force(made, office)
        kept = office.set_target(made)
        click.echo(f"{kept.number}: {stated(kept, session.language)}")
        now = _in_force(made, office)
        if before and now and before.number != now.number:
            click.echo(_superseded(before, session))
        _tell([*doubts, *_about(kept, office, session)], session)


def _in_force(made: Target, office: Office) -> Target | None:
    """Give the target that is in force for the scope and period of one."""
    ours = [t for t in office.counting_targets() if t.key == made.key]
    return max(ours, key=lambda t: t.precedence, default=None)


def _superseded(before: Target, session: Session) -> str:
    """Say which target of the same scope and period counts no more, and that it is kept."""
    return session.language._(
        "It supersedes target {number}: {stated}. That one stays on record.",
        number=before.number, stated=stated(before, session.language),
    )  # fmt: skip


def _refuse_doubtful(doubts: Sequence[Finding], session: Session, *, sure: bool) -> None:
    """Raise `Refused` with what must be confirmed, unless it is; say how."""
    if (asked := asked_of(doubts)) and not sure:
        say = session.language._
        click.echo(say("Nothing was set. If it is meant so, repeat it with --sure."), err=True)
        raise Refused(*asked)


def _tell(findings: Iterable[Finding], session: Session) -> None:
    for finding in findings:
        said = sentence(finding, session.language)
        place = f"{finding.place}: " if finding.cell and finding.place not in said else ""
        click.echo(f"{place}{said} {remedy(finding, session.language)}", err=True)


def _about(kept: Target, office: Office, session: Session) -> list[Finding]:
    """Say where there is nothing to hold a target against: growth needs its base."""
    from desktop.workflow.target_doubts import no_base  # noqa: PLC0415 - pandas comes late

    if kept.is_share or (kept.issued_on and kept.issued_on > session.clock().date()):
        return []
    held = [
        (version, progress)
        for progress in office.standing_targets()
        for version in progress.versions
        if version.target.number == kept.number
    ]
    if held and held[0][0].low is not None:
        return []
    about = scope_name(kept.scope, session.language)
    return [no_base(held[0][1] if held else None, about)]


@target.command("list", help=N_("List the targets, superseded ones too."))
@click.option("--all", "every", is_flag=True, help=N_("List those taken back, too."))
@dated
@formatted("table", "json")
@shared
@click.pass_obj
def target_list(
    session: Session,
    every: bool,  # noqa: FBT001 - click passes flags by name
    vintage: Vintage,
    form: str,
    archive: str | None,
) -> None:
    """One line a target."""
    with session.consulted(archive) as office:
        targets = office.targets(vintage, withdrawn=every)
    day = vintage.today(session.clock().date())
    if form == "json":
        write_json(targets_out.records(targets, day))
        return
    show(
        targets_out.table(targets, session.language, day),
        N_("No target is set. Set one: target set --year 2026 --growth 12%."),
        session.language,
    )


@target.command("remove", help=N_("Take a target back: it counts no more; nothing is deleted."))
@click.argument("number", type=NUMBER)
@shared
@click.pass_obj
def target_remove(session: Session, number: int, archive: str | None) -> None:
    """Take back by the number that `list` gives."""
    with session.standing(archive) as office:
        office.change_targets(TargetChange(withdrawn=(number,)))
    click.echo(session.language._("Target {number} is taken back.", number=number))


@target.command("restore", help=N_("Let a target that was taken back count again."))
@click.argument("number", type=NUMBER)
@shared
@click.pass_obj
def target_restore(session: Session, number: int, archive: str | None) -> None:
    """Bring back by the number that `list --all` gives."""
    with session.standing(archive) as office:
        office.change_targets(TargetChange(restored=(number,)))
    click.echo(session.language._("Target {number} counts again.", number=number))


@target.command("tree", help=N_("Hold a target against its parts."))
@click.argument("number", type=NUMBER, required=False)
@click.option("--by", "split", type=SPLIT, required=True, help=N_("What its parts are."))
@click.option("--year", type=YEAR, help=N_("The year; by default the newest."))
@of_vintage
@formatted("table", "json")
@shared
@click.pass_obj
def target_tree(
    session: Session,
    number: int | None,
    split: Split,
    year: int | None,
    vintage: Vintage,
    form: str,
    archive: str | None,
) -> None:
    """Parts, what is given out, and the remainder."""
    with session.consulted(archive) as office:
        whole = office.target_named(number, year, vintage)
        tree = office.target_tree(whole, split, vintage)
        joint = office.tree_joint(tree, vintage) if tree else None
    if form == "json":
        write_json(targets_out.tree_json(tree, joint))
    elif tree:
        targets_out.show_tree(tree, session.language, terminal(), joint)


@target.command("allocate", help=N_("Give out what is left of a target by last year's shares."))
@click.argument("number", type=NUMBER, required=False)
@click.option("--by", "split", type=SPLIT, required=True, help=N_("What its parts are."))
@click.option("--year", type=YEAR, help=N_("The year; by default the newest."))
@click.option("--dry-run", is_flag=True, help=N_("Say what would be given; write nothing."))
@click.option("--document", default="", help=N_("The document that sets it."))
@click.option("--issued-on", type=DAY, help=N_("The day of the document."))
@of_vintage
@formatted("table", "json")
@shared
@click.pass_obj
def target_allocate(  # noqa: PLR0913, PLR0917 - one parameter an option
    session: Session,
    number: int | None,
    split: Split,
    year: int | None,
    dry_run: bool,  # noqa: FBT001 - click passes flags by name
    document: str,
    issued_on: date | None,
    vintage: Vintage,
    form: str,
    archive: str | None,
) -> None:
    """Set a target for each part that has figures and no target; the others keep theirs."""
    if vintage != LATEST and not dry_run:
        raise click.UsageError(
            session.language._(
                "What is set counts from now on: ask as of a day or of first releases by --dry-run."
            )
        )
    with session.consulted(archive) if dry_run else session.office(archive) as office:
        whole = office.target_named(number, year, vintage)
        tree, given = office.allocation(whole, split, vintage)
        if not dry_run:
            office.allocate(whole, split, document=document, issued_on=issued_on)
    if form == "json":
        found = targets_out.allocation_json(tree, given)
        write_json(found)
    else:
        targets_out.show_allocation(tree, given, session.language, terminal())


@target.command("export", help=N_("Write the form in which targets are set in Excel."))
@click.argument("out", metavar="FILE.xlsx", type=click.Path(path_type=Path))
@click.option("--by", "split", type=SPLIT, default="item", help=N_("What its parts are."))
@click.option("--year", type=YEAR, help=N_("The year; by default the newest."))
@of_vintage
@shared
@click.pass_obj
def target_export(
    session: Session,
    out: Path,
    split: Split,
    year: int | None,
    vintage: Vintage,
    archive: str | None,
) -> None:
    """Write it in the language that is spoken."""
    with session.consulted(archive) as office:
        written = office.export_target_form(out, session.language, split, year, vintage)
    click.echo(session.language._("Written: {path}", path=written))


@target.command("import", help=N_("Read a form back, and set the targets that changed."))
@click.argument("file", metavar="FILE.xlsx", type=click.Path(path_type=Path))
@click.option("--dry-run", is_flag=True, help=N_("Say what would change; write nothing."))
@_sure
@shared
@click.pass_obj
def target_import(
    session: Session,
    file: Path,
    dry_run: bool,  # noqa: FBT001 - click passes flags by name
    sure: bool,  # noqa: FBT001 - as above
    archive: str | None,
) -> None:
    """All rows or none: a row that cannot be a target is told by its cell, and nothing is set."""
    with session.consulted(archive) if dry_run else session.office(archive) as office:
        found = office.preview_target_form(file)
        told = named(found.findings, found.change.added, session.language)
        if not dry_run and not found.refused:
            _refuse_doubtful(told, session, sure=sure)
        _tell(told, session)
        if found.refused:
            why = N_("Nothing is set before the rows that err are put right.")
            click.echo(session.language._(why), err=True)
            sys.exit(1)
        for line in targets_out.change_lines(found, session.language):
            click.echo(line)
        if not dry_run:
            office.accept_target_form(found)
