"""The commands that read workbooks and write figures: read, import, figures."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import date
from functools import partial
from pathlib import Path

import click

from desktop.cli.checks_out import write_checks
from desktop.cli.directed import by_directions, by_layout
from desktop.cli.figures_out import (
    ARCHIVE_COLUMNS,
    MEASURES,
    READ_COLUMNS,
    archive_record,
    finding_lines,
    read_record,
    write_table,
)
from desktop.cli.formats import formatted, write_json
from desktop.cli.names_out import waiting_lines
from desktop.cli.options import of_vintage, shared
from desktop.cli.passwords import with_password
from desktop.cli.progress_bar import progress_bar
from desktop.cli.returns_out import outcome_line, preview_line
from desktop.cli.session import Session
from desktop.cli.tables import terminal
from desktop.cli.typed import DAY, YEAR
from desktop.figures.csv_texts import write_records
from desktop.figures.directions import Directions, Knowledge
from desktop.figures.figure_list import SHEET_ROWS
from desktop.figures.finding import Cancelled, Finding, Refused, Severity
from desktop.figures.finding_texts import in_words
from desktop.figures.month import MONTHS_PER_YEAR, Month
from desktop.figures.reading import Check
from desktop.figures.target_names import province_code
from desktop.figures.vintage import Vintage
from desktop.figures.wording import N_
from desktop.workflow import Office, Outcome, Preview

FILES = click.Path(path_type=Path, readable=False)  # whether it can be read is told by a finding
Tell = Callable[[str], None]


_measures = click.option(
    "--measures",
    type=click.Choice(tuple(MEASURES)),
    default=next(iter(MEASURES)),
    show_default=True,
    help=N_("Figures of trade, growth as printed, indices of industry, or all."),
)


_HERE = {"no_table": N_("In a terminal, `layouts propose` does so.")}
"""What the window's remedy for a finding comes to here."""


@click.command("read", help=N_("Say what workbooks hold; no archive is touched."))
@click.argument("files", nargs=-1, required=True, type=FILES)
@formatted("table", "csv", "json")
@_measures
@click.option("--checks", is_flag=True, help=N_("Write the checks in place of the figures."))
@by_layout
@by_directions
@with_password
@shared
@click.pass_obj
def read(
    session: Session,
    files: tuple[Path, ...],
    form: str,
    measures: str,
    checks: bool,  # noqa: FBT001 - click passes flags by name
    knowledge: Knowledge,
    directions: Directions,
    archive: str | None,
) -> None:
    """Write every figure read; findings go to standard error, one JSON object a line."""
    with session.office(archive) as office, progress_bar() as progress:
        said = dict.fromkeys(files, directions)
        previews = office.read(files, progress, knowledge=knowledge, directions=said)
    _refuse_nothing(previews, files)
    for preview in previews:
        for line in finding_lines(preview.path.name, preview.reading.findings, session.language):
            click.echo(line, err=True)
    records = (
        read_record(p.path.name, row)
        for p in previews
        for row in p.reading.rows
        if row.measure in MEASURES[measures]
    )
    if checks:
        write_checks(_checked(previews), form, session.language)
    else:
        _write(records, READ_COLUMNS, form, session)
    if any(p.reading.refused for p in previews):
        sys.exit(1)


def _refuse_nothing(previews: Sequence[Preview], files: Sequence[Path]) -> None:
    if not previews:
        raise Refused(Finding(Severity.ERROR, "no_workbooks", about=str(files[0])))


def _checked(previews: Iterable[Preview]) -> list[tuple[str, Check]]:
    return [(p.path.name, check) for p in previews for check in p.checks]


def _write(
    records: Iterable[Mapping[str, str]], columns: tuple[str, ...], form: str, session: Session
) -> None:
    if form == "csv":
        write_records(records, columns, sys.stdout)
    elif form == "json":
        write_json(list(records))
    else:
        write_table(records, terminal(), session.language)


@click.command("import", help=N_("Import workbooks (or folders of them) into the archive."))
@click.argument("files", nargs=-1, required=True, type=FILES)
@click.option("--reported-on", type=DAY, help=N_("The day the returns came out, if they err."))
@click.option("--dry-run", is_flag=True, help=N_("Say what would change; write nothing."))
@click.option(
    "--checks",
    "form",
    type=click.Choice(("table", "csv", "json")),
    help=N_("Write every check so; what becomes of the files goes to standard error."),
)
@by_directions
@with_password
@shared
@click.pass_obj
def import_(
    session: Session,
    files: tuple[Path, ...],
    reported_on: date | None,
    dry_run: bool,  # noqa: FBT001 - click passes flags by name
    form: str | None,
    directions: Directions,
    archive: str | None,
) -> None:
    """Read, compare, and store unless it is a dry run; one line a file."""
    said = dict.fromkeys(files, directions)
    tell = partial(click.echo, err=form is not None)
    if dry_run:
        with session.consulted(archive) as office, progress_bar() as progress:
            previews = office.preview(files, progress, reported_on=reported_on, directions=said)
        refused = _tell_previews(previews, session, tell)
    else:
        with session.office(archive) as office:
            outcomes = _stored(office, files, reported_on, said, session, tell, whole=bool(form))
        previews = [outcome.preview for outcome in outcomes]
        refused = any(outcome.refused for outcome in outcomes)
    _refuse_nothing(previews, files)
    if form:
        write_checks(_checked(previews), form, session.language)
    for line in waiting_lines(previews, session.language):
        click.echo(line, err=True)
    if refused:
        sys.exit(1)


def _tell_previews(previews: list[Preview], session: Session, tell: Tell) -> bool:
    for preview in previews:
        tell(preview_line(preview, session.language))
        _complain(preview.findings, session)
    return any(p.reading.refused or p.undecided for p in previews)


def _stored(
    office: Office,
    files: Sequence[Path],
    reported_on: date | None,
    said: Mapping[Path, Directions],
    session: Session,
    tell: Tell,
    *,
    whole: bool,
) -> list[Outcome]:
    """Read and store, and say of each what became of it; of those before a Ctrl+C as well."""
    try:
        with progress_bar() as progress:
            outcomes = office.take_in(
                files, progress, reported_on=reported_on, directions=said, whole=whole
            )
    except Cancelled as stopped:
        _tell_outcomes([o for o in stopped.done if isinstance(o, Outcome)], session, tell)
        raise
    _tell_outcomes(outcomes, session, tell)
    return outcomes


def _tell_outcomes(outcomes: list[Outcome], session: Session, tell: Tell) -> None:
    down: Finding | None = None
    for outcome in outcomes:
        tell(outcome_line(outcome, session.language))
        told = outcome.preview.findings
        extra = outcome.finding if outcome.refused and outcome.finding not in told else None
        said, down = down, outcome.archive_down  # of the archive, once for all files
        anew = extra is not None and not (said and _told_alike(extra, said, session))
        _complain((*told, extra) if extra and anew else told, session)


def _told_alike(one: Finding, other: Finding, session: Session) -> bool:
    """Say whether two are one sentence: a server that is gone is met in more than one way."""
    return in_words(one, session.language) == in_words(other, session.language)


def _complain(findings: Iterable[Finding], session: Session) -> None:
    for finding in findings:
        if finding.severity is not Severity.NOTE:
            here = _HERE.get(finding.code)
            words = in_words(finding, session.language)
            click.echo(f"{words} {session.language._(here)}" if here else words, err=True)


@click.command("figures", help=N_("Write the figures that count, each with its source."))
@of_vintage
@click.option("--year", type=YEAR, help=N_("Only figures of this year."))
@click.option("--province", help=N_("Only figures of this province."))
@formatted("csv", "table", "json")
@_measures
@shared
@click.pass_obj
def figures(
    session: Session,
    vintage: Vintage,
    year: int | None,
    province: str | None,
    form: str,
    measures: str,
    archive: str | None,
) -> None:
    """Write one record a figure, by `ARCHIVE_COLUMNS`."""
    with session.consulted(archive) as office:
        month = Month(year, MONTHS_PER_YEAR) if year else Month.of(session.clock().date())
        whose = province_code(province, month) if province else None
        left_out = whose is None and office.outgrows_a_sheet(year=year)
        frame = office.figures(vintage, year=year, province=whose)
    frame = frame[frame["measure"].isin(MEASURES[measures])]
    for code, said in (("figures_of_nation_alone", left_out),
                       ("more_than_a_sheet", len(frame) >= SHEET_ROWS)):  # fmt: skip
        if said:
            note = Finding(Severity.NOTE, code, about=str(len(frame)), expected=str(SHEET_ROWS))
            words = in_words(note, session.language)
            click.echo(words, err=True)
    rows = frame.itertuples(index=False)
    _write((archive_record(r) for r in rows), ARCHIVE_COLUMNS, form, session)
