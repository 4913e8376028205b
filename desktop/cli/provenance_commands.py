"""The commands that say where numbers come from and how they were revised."""

from __future__ import annotations

import sys

import click

from desktop.cli import provenance_out, revisions_out
from desktop.cli.formats import formatted, write_json
from desktop.cli.options import asked, dated, shared
from desktop.cli.session import Session
from desktop.cli.tables import terminal
from desktop.cli.typed import MONTH
from desktop.figures.csv_texts import write_records
from desktop.figures.month import Month
from desktop.figures.series import Measure
from desktop.figures.vintage import Vintage
from desktop.figures.wording import N_
from desktop.workflow import YearAsked

_MEASURES = click.Choice((Measure.VALUE.value, Measure.QUANTITY.value))


@click.command("provenance", help=N_("Say what a shown number was made of, down to the cells."))
@click.argument("name", required=False)
@asked
@formatted("table", "json")
@shared
@click.pass_obj
def provenance(
    session: Session,
    name: str | None,
    asked: YearAsked,
    form: str,
    archive: str | None,
) -> None:
    """Write the tree of a number such as exports.cumulative; without a name, list the names."""
    with session.consulted(archive) as office:
        if name is None:
            _list(office.shown_numbers(asked), form)
            return
        trace = office.trace(name, asked)
    if form == "json":
        told = {"name": name, **provenance_out.trace_json(trace, session.language)}
        write_json(told)
    else:
        terminal(markup=True).print(provenance_out.trace_tree(trace, session.language))


def _list(names: list[str], form: str) -> None:
    if form == "json":
        write_json(names)
    else:
        click.echo("\n".join(names))


@click.command(
    "revisions", help=N_("Say what each release told of a series, and how far it moved.")
)
@click.argument("series")
@click.option("--cumulative", is_flag=True, help=N_("January to each month, not the month alone."))
@click.option("--measure", type=_MEASURES, default=Measure.VALUE.value,
              help=N_("Value or quantity."))  # fmt: skip
@click.option("--since", type=MONTH, help=N_("The first month to show."))
@dated
@formatted("table", "csv", "json")
@shared
@click.pass_obj
def revisions(
    session: Session,
    series: str,
    cumulative: bool,  # noqa: FBT001 - click passes flags by name
    measure: str,
    since: Month | None,
    vintage: Vintage,
    form: str,
    archive: str | None,
) -> None:
    """Write the revision triangle of exports, imports, balance, item:COFFEE, market:US …."""
    with session.consulted(archive) as office:
        triangle = office.revisions(
            series,
            cumulative=cumulative,
            measure=Measure(measure),
            vintage=vintage,
        )
    triangle = triangle.since(since) if since else triangle
    if form == "csv":
        write_records(revisions_out.revision_records(triangle), revisions_out.COLUMNS, sys.stdout)
    elif form == "json":
        write_json(revisions_out.revisions_json(triangle))
    else:
        revisions_out.show(triangle, session.language, terminal())
