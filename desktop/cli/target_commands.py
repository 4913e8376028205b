"""The command on the year: status."""

from __future__ import annotations

import json
from dataclasses import replace

import click
from rich.console import Console

from desktop.analysis.results import Phasing
from desktop.analysis.structure_results import Window
from desktop.cli import status_out, warnings_out
from desktop.cli.options import Session, asked, refuse_contradiction, shared
from desktop.cli.structure_commands import by_structure
from desktop.figures.month import Month
from desktop.figures.vintage import Vintage
from desktop.figures.wording import N_

PHASINGS = click.Choice([p.value for p in Phasing if p is not Phasing.TYPED])


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
    vintage: Vintage,
    phasing: str | None,
    form: str,
    basis: Window,
    groupings: tuple[str, ...],
    archive: str | None,
) -> None:
    """Write the status, in JSON with the structure; ratios are fractions there."""
    refuse_contradiction(session, year, through)
    with session.consulted(archive) as office:
        overview = office.held_overview(year, through, vintage, phasing_asked(phasing))
        if form == "json":
            told = office.structure(overview.through, vintage, window=basis, groupings=groupings)
            overview = replace(overview, structure=told)
            report = office.warnings(overview.year, overview.through, vintage)
    if form == "json":
        record = status_out.as_json(overview) | warnings_out.as_json(report, session.language)
        click.echo(json.dumps(record, ensure_ascii=False, indent=1))
    else:
        status_out.show(overview, session.language, Console())


def phasing_asked(asked: str | None) -> Phasing | None:
    """Give the way that is asked for; None for what was chosen, which is the season at first."""
    return Phasing(asked) if asked else None
