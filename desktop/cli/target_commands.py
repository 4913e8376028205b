"""The commands on the year: status and summary."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import date
from pathlib import Path

import click
from rich.console import Console

from desktop.analysis.results import Phasing
from desktop.analysis.structure_results import Window
from desktop.cli import status_out, warnings_out
from desktop.cli.options import Session, asked, refuse_contradiction, shared, vintage
from desktop.cli.structure_commands import by_structure
from desktop.figures.month import Month
from desktop.figures.summary_sheets import ALL_SHEETS, sheets_named
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
            report = office.warnings(overview.year, overview.through, chosen)
    if form == "json":
        record = status_out.as_json(overview) | warnings_out.as_json(report, session.language)
        click.echo(json.dumps(record, ensure_ascii=False, indent=1))
    else:
        status_out.show(overview, session.language, Console())


@click.command("summary", help=N_("Write the summary workbook."))
@click.option(
    "--out", required=True, type=click.Path(path_type=Path), help=N_("The file to write.")
)
@asked
@click.option("--phasing", type=PHASINGS, help=N_("How the path is spread."))
@click.option(
    "--sheets",
    default=",".join(ALL_SHEETS),
    show_default=True,
    help=N_("Which sheets, by commas. One that others take figures from is hidden instead."),
)
@shared
@click.pass_obj
def summary(  # noqa: PLR0913, PLR0917 - click passes options by name
    session: Session,
    out: Path,
    year: int | None,
    through: Month | None,
    as_of: date | None,
    first_release: bool,  # noqa: FBT001 - click passes flags by name
    phasing: str | None,
    sheets: str,
    archive: str | None,
) -> None:
    """Write it in the language that is spoken."""
    refuse_contradiction(session, year, through)
    wanted = sheets_named(sheets)
    with session.consulted(archive) as office:
        written = office.write_summary(
            out,
            session.language,
            year=year,
            through=through,
            vintage=vintage(as_of, first_release=first_release),
            phasing=_phasing(phasing),
            sheets=wanted,
        )
    click.echo(session.language._("Written: {path}", path=written))


def _phasing(asked: str | None) -> Phasing | None:
    """Give the way that is asked for; None for what was chosen, which is the season at first."""
    return Phasing(asked) if asked else None
