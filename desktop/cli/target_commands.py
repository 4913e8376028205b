"""The commands on the year: status, summary, target set and target list."""

from __future__ import annotations

import json
import sys
from dataclasses import replace
from datetime import date
from pathlib import Path

import click
from rich.box import SIMPLE_HEAD
from rich.console import Console
from rich.table import Table

from desktop.analysis.results import Phasing
from desktop.analysis.structure_results import Window
from desktop.cli import status_out
from desktop.cli.options import (
    DAY,
    SHARE,
    YEAR,
    Session,
    asked,
    refuse_contradiction,
    shared,
    vintage,
)
from desktop.cli.structure_commands import by_structure
from desktop.figures.month import Month
from desktop.figures.series import TRADE, Flow
from desktop.figures.target import Target, TargetMeasure
from desktop.figures.wording import BILLION, N_, Language

PHASINGS = click.Choice([p.value for p in Phasing if p is not Phasing.TYPED])
BILLIONS = click.FloatRange(0, 1e6, min_open=True)
LEAST_GROWTH = -1.0
FLOWS = click.Choice([f.value for f in TRADE])


@click.command("status", help=N_("Say how the year stands against its target."))
@asked
@click.option("--phasing", type=PHASINGS, help=N_("How the path is spread."))
@click.option("--format", "form", type=click.Choice(("table", "json")), default="table",
              help=N_("How to write it."))  # fmt: skip
@by_structure
@shared
@click.pass_obj
def status(  # noqa: PLR0913, PLR0917 - click passes options by name
    session: Session,
    year: int | None,
    through: Month | None,
    as_of: date | None,
    first_release: bool,  # noqa: FBT001 - click passes flags by name
    phasing: str | None,
    form: str,
    basis: Window,
    groupings: tuple[str, ...],
    archive: str | None,
) -> None:
    """Write the status, in JSON with the structure; ratios are fractions there."""
    refuse_contradiction(session, year, through)
    with session.consulted(archive) as office:
        chosen = vintage(as_of, first_release=first_release)
        overview = office.held_overview(year, through, chosen, _phasing(phasing))
        if form == "json":
            told = office.structure(overview.through, chosen, window=basis, groupings=groupings)
            overview = replace(overview, structure=told)
    if form == "json":
        click.echo(json.dumps(status_out.as_json(overview), ensure_ascii=False, indent=1))
    else:
        status_out.show(overview, session.language, Console())


@click.command("summary", help=N_("Write the summary workbook."))
@click.option(
    "--out", required=True, type=click.Path(path_type=Path), help=N_("The file to write.")
)
@asked
@click.option("--phasing", type=PHASINGS, help=N_("How the path is spread."))
@shared
@click.pass_obj
def summary(
    session: Session,
    out: Path,
    year: int | None,
    through: Month | None,
    as_of: date | None,
    first_release: bool,  # noqa: FBT001 - click passes flags by name
    phasing: str | None,
    archive: str | None,
) -> None:
    """Write it in the language that is spoken."""
    refuse_contradiction(session, year, through)
    with session.consulted(archive) as office:
        written = office.write_summary(
            out,
            session.language,
            year=year,
            through=through,
            vintage=vintage(as_of, first_release=first_release),
            phasing=_phasing(phasing),
        )
    click.echo(session.language._("Written: {path}", path=written))


def _phasing(asked: str | None) -> Phasing | None:
    """Give the way that is asked for; None for what was chosen, which is the season at first."""
    return Phasing(asked) if asked else None


@click.group("target", help=N_("Set and list the targets of the years."))
@shared
@click.pass_obj
def target(session: Session, archive: str | None) -> None:
    """Group the commands on targets."""
    session.location = archive or session.location


@target.command("set", help=N_("Set a target; it supersedes the one before."))
@click.option("--year", type=YEAR, required=True, help=N_("The year it is for."))
@click.option("--growth", type=SHARE, help=N_("Growth on the year before: 12%."))
@click.option("--value", type=BILLIONS, help=N_("The annual value, billion USD: 454.2."))
@click.option("--high-growth", type=SHARE, help=N_("Upper end of a growth range."))
@click.option("--high-value", type=BILLIONS, help=N_("Upper end of a value range, billion USD."))
@click.option("--flow", type=FLOWS, default="export", help=N_("Exports or imports."))
@click.option("--document", default="", help=N_("The document that sets it."))
@click.option("--issued-on", type=DAY, help=N_("The day of the document."))
@shared
@click.pass_obj
def target_set(  # noqa: PLR0913, PLR0917 - one parameter an option
    session: Session,
    year: int,
    growth: float | None,
    value: float | None,
    high_growth: float | None,
    high_value: float | None,
    flow: str,
    document: str,
    issued_on: date | None,
    archive: str | None,
) -> None:
    """Add a target, by growth or by value."""
    say = session.language._
    if (growth is None) == (value is None):
        raise click.UsageError(say("Give either --growth or --value."))
    if (high_value if growth is not None else high_growth) is not None:
        raise click.UsageError(say("The upper end of a range is stated as its lower end is."))
    if growth is not None:
        measure, low, high = TargetMeasure.GROWTH, growth, high_growth
    else:
        measure, low = TargetMeasure.VALUE, (value or 0) * BILLION
        high = None if high_value is None else high_value * BILLION
    if not low > LEAST_GROWTH or (high is not None and high < low):
        raise click.UsageError(say("A target is above −100%, and a range ends after it starts."))
    made = Target(
        Flow(flow), measure, year, low, low if high is None else high,
        document=document, issued_on=issued_on,
    )  # fmt: skip
    with session.office(archive) as office:
        kept = office.set_target(made)
    click.echo(f"{kept.number}: {_stated(kept, session.language)}")


@target.command("list", help=N_("List the targets, superseded ones too."))
@click.option("--format", "form", type=click.Choice(("table", "json")), default="table",
              help=N_("How to write it."))  # fmt: skip
@shared
@click.pass_obj
def target_list(session: Session, form: str, archive: str | None) -> None:
    """One line a target."""
    with session.consulted(archive) as office:
        targets = office.targets()
    if form == "json":
        json.dump([_record(t) for t in targets], sys.stdout, ensure_ascii=False, indent=1)
        click.echo()
        return
    say = session.language._
    table = Table(box=SIMPLE_HEAD, pad_edge=False)
    for heading in (say("No."), say("Year"), say("Target"), say("Document"), say("Issued on")):
        table.add_column(heading)
    for t in targets:
        day = session.language.date(t.issued_on) if t.issued_on else ""
        table.add_row(str(t.number), str(t.year), _stated(t, session.language), t.document, day)
    Console().print(table)


def _stated(t: Target, language: Language) -> str:
    flow = language._("exports") if t.flow is Flow.EXPORT else language._("imports")
    if t.measure is TargetMeasure.GROWTH:
        low, high = language.percent(t.low, sign=True), language.percent(t.high, sign=True)
    else:
        low, high = (language._("{x} bn USD", x=language.billions(v)) for v in (t.low, t.high))
    return f"{t.year} {flow} {low}" + ("" if t.high == t.low else f" – {high}")


def _record(t: Target) -> dict[str, object]:
    return {
        "number": t.number,
        "year": t.year,
        "flow": t.flow.value,
        "item": t.item,
        "market": t.market,
        "measure": t.measure.value,
        "low": t.low,
        "high": t.high,
        "document": t.document,
        "issued_on": t.issued_on.isoformat() if t.issued_on else None,
    }
