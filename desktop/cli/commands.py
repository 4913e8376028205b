"""The commands on returns and figures: read, import, returns, undo, redo, figures."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterable
from datetime import date
from pathlib import Path

import click
from rich.console import Console

from desktop.cli.figures_out import (
    ARCHIVE_COLUMNS,
    MEASURES,
    READ_COLUMNS,
    archive_record,
    finding_lines,
    read_record,
    write_csv,
    write_json,
    write_table,
)
from desktop.cli.names_out import waiting_lines
from desktop.cli.options import DAY, YEAR, Session, shared, vintage
from desktop.cli.progress_bar import progress_bar
from desktop.cli.returns_out import outcome_line, preview_line, returns_json, returns_table
from desktop.figures.finding import Cancelled, Finding, Refused, Severity
from desktop.figures.finding_texts import remedy, sentence
from desktop.figures.wording import N_
from desktop.workflow import Office, Outcome, Preview

FILES = click.Path(path_type=Path, readable=False)  # whether it can be read is told by a finding
RETURN = click.IntRange(1, 2**31)
FORMATS = click.Choice(("table", "csv", "json"))


_measures = click.option(
    "--measures",
    type=click.Choice(tuple(MEASURES)),
    default=next(iter(MEASURES)),
    show_default=True,
    help=N_("Figures of trade, growth as printed, indices of industry, or all."),
)


@click.command("read", help=N_("Say what workbooks hold; no archive is touched."))
@click.argument("files", nargs=-1, required=True, type=FILES)
@click.option("--format", "form", type=FORMATS, default="table", help=N_("How to write it."))
@_measures
@shared
@click.pass_obj
def read(
    session: Session, files: tuple[Path, ...], form: str, measures: str, archive: str | None
) -> None:
    """Write every figure read; findings go to standard error, one JSON object a line."""
    with session.office(archive) as office, progress_bar() as progress:
        previews = office.read(files, progress)
    for preview in previews:
        for line in finding_lines(preview.path.name, preview.reading.findings, session.language):
            click.echo(line, err=True)
    records = (
        read_record(p.path.name, row)
        for p in previews
        for row in p.reading.rows
        if row.measure in MEASURES[measures]
    )
    _write(records, READ_COLUMNS, form, session)
    if any(p.reading.refused for p in previews):
        sys.exit(1)


def _write(records, columns, form: str, session: Session) -> None:  # type: ignore[no-untyped-def]  # noqa: ANN001 - an iterator of records
    if form == "csv":
        write_csv(records, columns, sys.stdout)
    elif form == "json":
        write_json(records, sys.stdout)
    else:
        write_table(records, Console(), session.language)


@click.command("import", help=N_("Import workbooks (or folders of them) into the archive."))
@click.argument("files", nargs=-1, required=True, type=FILES)
@click.option("--reported-on", type=DAY, help=N_("The day the returns came out, if they err."))
@click.option("--dry-run", is_flag=True, help=N_("Say what would change; write nothing."))
@shared
@click.pass_obj
def import_(
    session: Session,
    files: tuple[Path, ...],
    reported_on: date | None,
    dry_run: bool,  # noqa: FBT001 - click passes flags by name
    archive: str | None,
) -> None:
    """Read, compare, and store unless it is a dry run; one line a file."""
    opened = session.consulted(archive) if dry_run else session.office(archive)
    with opened as office:
        with progress_bar() as progress:
            previews = office.preview(files, progress, reported_on=reported_on)
        if not previews:
            raise Refused(Finding(Severity.ERROR, "no_workbooks", about=str(files[0])))
        refused = (
            _tell_previews(previews, session) if dry_run else _store(office, previews, session)
        )
        for line in waiting_lines(previews, session.language):
            click.echo(line, err=True)
    if refused:
        sys.exit(1)


def _tell_previews(previews: list[Preview], session: Session) -> bool:
    for preview in previews:
        click.echo(preview_line(preview, session.language))
        _complain(preview.findings, session)
    return any(p.reading.refused for p in previews)


def _store(office: Office, previews: list[Preview], session: Session) -> bool:
    """Store, and say of each what became of it; of those before a Ctrl+C as well."""
    try:
        with progress_bar() as progress:
            outcomes = office.accept(previews, progress)
    except Cancelled as stopped:
        _tell_outcomes([o for o in stopped.done if isinstance(o, Outcome)], session)
        raise
    _tell_outcomes(outcomes, session)
    return any(o.refused for o in outcomes)


def _tell_outcomes(outcomes: list[Outcome], session: Session) -> None:
    for outcome in outcomes:
        click.echo(outcome_line(outcome, session.language))
        told = outcome.preview.findings
        extra = outcome.finding if outcome.refused and outcome.finding not in told else None
        _complain((*told, extra) if extra else told, session)


def _complain(findings: Iterable[Finding], session: Session) -> None:
    for finding in findings:
        if finding.severity is not Severity.NOTE:
            words = f"{sentence(finding, session.language)} {remedy(finding, session.language)}"
            click.echo(words, err=True)


@click.command("returns", help=N_("List the returns in the archive."))
@click.option("--format", "form", type=click.Choice(("table", "json")), default="table",
              help=N_("How to write it."))  # fmt: skip
@shared
@click.pass_obj
def returns(session: Session, form: str, archive: str | None) -> None:
    """One line a return: number, name, month, date, figures, whether withdrawn."""
    with session.consulted(archive) as office:
        stored = office.returns()
    if form == "json":
        click.echo(json.dumps(returns_json(stored), ensure_ascii=False, indent=1))
    else:
        Console().print(returns_table(stored, session.language))


@click.command("undo", help=N_("Withdraw a return: it no longer counts; nothing is deleted."))
@click.argument("number", metavar="RETURN", type=RETURN)
@shared
@click.pass_obj
def undo(session: Session, number: int, archive: str | None) -> None:
    """Withdraw by the number that `returns` lists."""
    with session.office(archive) as office:
        office.undo(number)
    click.echo(session.language._("Return {number} is withdrawn.", number=number))


@click.command("redo", help=N_("Let a withdrawn return count again."))
@click.argument("number", metavar="RETURN", type=RETURN)
@shared
@click.pass_obj
def redo(session: Session, number: int, archive: str | None) -> None:
    """Restore by the number that `returns` lists."""
    with session.office(archive) as office:
        office.redo(number)
    click.echo(session.language._("Return {number} counts again.", number=number))


@click.command("original", help=N_("Write a copy of the file that a return came in."))
@click.argument("number", metavar="RETURN", type=RETURN)
@click.option(
    "--out", required=True, type=click.Path(path_type=Path), help=N_("The file to write.")
)
@shared
@click.pass_obj
def original(session: Session, number: int, out: Path, archive: str | None) -> None:
    """Write the kept original of the number that `returns` lists, byte for byte."""
    with session.consulted(archive) as office:
        written = office.save_original(number, out)
    click.echo(session.language._("Written: {path}", path=written))


@click.command("figures", help=N_("Write the figures that count, each with its source."))
@click.option("--as-of", type=DAY, help=N_("Count only returns reported by this day."))
@click.option("--first-release", is_flag=True, help=N_("Figures as first printed."))
@click.option("--year", type=YEAR, help=N_("Only figures of this year."))
@click.option("--format", "form", type=FORMATS, default="csv", help=N_("How to write it."))
@_measures
@shared
@click.pass_obj
def figures(
    session: Session,
    as_of: date | None,
    first_release: bool,  # noqa: FBT001 - click passes flags by name
    year: int | None,
    form: str,
    measures: str,
    archive: str | None,
) -> None:
    """Write one record a figure, by `ARCHIVE_COLUMNS`."""
    with session.consulted(archive) as office:
        frame = office.figures(vintage(as_of, first_release=first_release), year=year)
    rows = (r for r in frame.itertuples(index=False) if r.measure in MEASURES[measures])
    _write((archive_record(r) for r in rows), ARCHIVE_COLUMNS, form, session)
