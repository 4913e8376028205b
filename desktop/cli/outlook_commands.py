"""The commands on where a year will end: outlook, backtest."""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import Any

import click
from rich.console import Console

from desktop.cli import outlook_out
from desktop.cli.options import MONTH, YEAR, MonthParameter, Session, refuse_contradiction, shared
from desktop.figures.month import MONTHS_PER_YEAR, Month
from desktop.figures.wording import N_
from desktop.workflow.landing_files import Asked, backtest_of, outlook_of

FILE = click.Path(path_type=Path)
CALENDARS = {"auto": None, "lunar": True, "plain": False}


class ThroughParameter(MonthParameter):
    """A month written YYYY-MM, or its number alone (1-12) where the year is given."""

    def convert(
        self, value: Any, param: click.Parameter | None, ctx: click.Context | None
    ) -> Month:
        """Parse, or fail as a usage error."""
        year = ctx.params.get("year") if ctx else None
        if year and isinstance(value, str) and value.isdecimal():
            value = f"{year}-{value}"
        return super().convert(value, param, ctx)


_series = click.option(
    "--series", "file", type=FILE, required=True, metavar="FILE.csv",
    help=N_("A file of monthly series: series, year, month, value."),
)  # fmt: skip
_calendar = click.option(
    "--calendar", type=click.Choice(tuple(CALENDARS)), default="auto", show_default=True,
    help=N_("Whether the year turns on the lunar new year; by default as the figures show."),
)  # fmt: skip
_break = click.option(
    "--break", "break_at", type=MONTH,
    help=N_("First month of a new definition: none before it counts."),
)  # fmt: skip


@click.command("outlook", help=N_("Say where the year will end, and how sure that is."))
@_series
@click.option("--year", type=YEAR, is_eager=True, help=N_("The year; by default the newest."))
@click.option("--through", type=ThroughParameter(), help=N_("The last month to count."))
@_calendar
@_break
@click.option("--format", "form", type=click.Choice(("table", "csv", "json")), default="table",
              help=N_("How to write it."))  # fmt: skip
@shared
@click.pass_obj
def outlook(
    session: Session,
    file: Path,
    year: int | None,
    through: Month | None,
    calendar: str,
    break_at: Month | None,
    form: str,
    archive: str | None,  # noqa: ARG001 - every command takes it
) -> None:
    """Write the landing of every series in a file."""
    if through is None or through != Month((year or through.year) - 1, MONTHS_PER_YEAR):
        refuse_contradiction(session, year, through)
    found = outlook_of(file, Asked(year, through, CALENDARS[calendar], break_at))
    if form == "json":
        json.dump(outlook_out.as_json(found, session.language), sys.stdout, ensure_ascii=False,
                  indent=1, allow_nan=False)  # fmt: skip
        sys.stdout.write("\n")
    elif form == "csv":
        outlook_out.write_quantiles(found, sys.stdout)
    else:
        outlook_out.show(found, session.language, Console())


@click.command("backtest", help=N_("Say how good the outlook would have been in past years."))
@_series
@click.option("--from", "first", type=YEAR, help=N_("The first year; by default the earliest."))
@click.option("--to", "last", type=YEAR, help=N_("The last year; by default the newest complete."))
@click.option("--out", type=FILE, required=True, metavar="FILE.csv",
              help=N_("Where all quantiles are written."))  # fmt: skip
@_calendar
@_break
@shared
@click.pass_obj
def backtest(
    session: Session,
    file: Path,
    first: int | None,
    last: int | None,
    out: Path,
    calendar: str,
    break_at: Month | None,
    archive: str | None,  # noqa: ARG001 - every command takes it
) -> None:
    """Write 199 quantiles for every origin, and the track record as a table."""
    asked = Asked(lunar=CALENDARS[calendar], break_at=break_at)
    tracks = backtest_of(file, out, asked, first, last)
    outlook_out.show_tracks(tracks, session.language, Console())
