"""The command that watches a folder: one line for each return as it arrives."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator
from pathlib import Path
from time import sleep
from typing import Any

import click

from desktop.cli.figures_out import finding_record
from desktop.cli.formats import formatted
from desktop.cli.options import shared
from desktop.cli.returns_out import outcome_line, preview_line
from desktop.cli.session import Session
from desktop.figures.finding import Finding, Refused, Severity
from desktop.figures.finding_texts import in_words
from desktop.figures.wording import N_
from desktop.workflow import Office, Outcome, Preview, Scan, Watch

SETTLING_SECONDS = 2.0
"""Between the two looks that must find a file the same before it is opened."""
EVERY_SECONDS = 10.0


@click.command("watch", help=N_("Watch a folder: say what each return that appears would bring."))
@click.argument("folder", type=click.Path(path_type=Path))
@click.option("--once", is_flag=True, help=N_("Look once and end, for a scheduler."))
@click.option("--import", "take_in", is_flag=True, help=N_("Import each return at once."))
@formatted("text", "json")
@shared
@click.pass_obj
def watch(
    session: Session,
    folder: Path,
    once: bool,  # noqa: FBT001 - click passes flags by name
    take_in: bool,  # noqa: FBT001 - as above
    form: str,
    archive: str | None,
) -> None:
    """Write one line (one JSON object) a return that the archive does not have."""
    if folder.is_file():
        raise Refused(Finding(Severity.ERROR, "file_for_folder", about=str(folder)))
    opened = session.office(archive) if take_in else session.consulted(archive)
    failed = False
    with opened as office:
        for scan in _looks(Watch(folder), office, session, once=once):
            for arrival in scan.arrivals:
                outcome = _taken(office, arrival.path, take_in=take_in)
                if _preview(outcome).passed_over:
                    continue
                failed |= _refused(outcome)
                _tell(outcome, arrival.content_hash, form, session)
            for finding in scan.findings:
                failed = True
                _complain(finding, session)
    if failed:
        sys.exit(1)


def _looks(watched: Watch, office: Office, session: Session, *, once: bool) -> Iterator[Scan]:
    """Look again and again, or twice for once; give what no look before has given."""
    told: set[object] = set()
    lost = False
    for turn in range(2) if once else iter(int, 1):
        scan = watched.scan(office.contents)
        if not scan.reached and not lost:
            _say_lost(watched.folder, session, once=once)
        lost = not scan.reached
        if not once or turn:
            yield _untold(scan, told)
        if not once or not turn:
            sleep(SETTLING_SECONDS if once or scan.settling else EVERY_SECONDS)


def _say_lost(folder: Path, session: Session, *, once: bool) -> None:
    severity = Severity.ERROR if once else Severity.WARNING
    finding = Finding(severity, "watched_folder_lost", about=str(folder))
    if once:
        raise Refused(finding)
    _complain(finding, session)


def _untold(scan: Scan, told: set[object]) -> Scan:
    arrivals = tuple(a for a in scan.arrivals if a.content_hash not in told)
    findings = tuple(f for f in scan.findings if f not in told)
    told.update(a.content_hash for a in arrivals)
    told.update(findings)
    return Scan(arrivals, scan.settling, findings, scan.reached)


def _taken(office: Office, path: Path, *, take_in: bool) -> Preview | Outcome:
    (found,) = office.take_in([path]) if take_in else office.preview([path])
    return found


def _preview(found: Preview | Outcome) -> Preview:
    return found if isinstance(found, Preview) else found.preview


def _refused(found: Preview | Outcome) -> bool:
    return found.refused if isinstance(found, Outcome) else found.reading.refused


def _findings(found: Preview | Outcome) -> tuple[Finding, ...]:
    if isinstance(found, Preview):
        return found.findings
    told = found.preview.findings
    return (*told, found.finding) if found.finding and found.finding not in told else told


def _tell(found: Preview | Outcome, content_hash: str, form: str, session: Session) -> None:
    if form == "json":
        click.echo(json.dumps(_record(found, content_hash, session), ensure_ascii=False))
    else:
        spoken = session.language
        click.echo(
            preview_line(found, spoken)
            if isinstance(found, Preview)
            else outcome_line(found, spoken)
        )
        for finding in _findings(found):
            if finding.severity is not Severity.NOTE:
                _complain(finding, session)
    sys.stdout.flush()  # whoever reads it through a pipe waits for this line


def _record(found: Preview | Outcome, content_hash: str, session: Session) -> dict[str, Any]:
    preview = _preview(found)
    reading, compared = preview.reading, preview.comparison
    return {
        "file": str(preview.path),
        "content_hash": content_hash,
        "sender": reading.sender,
        "layout": reading.layout,
        "month": str(reading.month) if reading.month else None,
        "reported_on": preview.reported_on.isoformat(),
        "figures": len(reading.rows),
        "new": compared.new,
        "changed": len(compared.changed),
        "same": compared.same,
        "older": compared.older,
        "refused": _refused(found),
        "number": None if isinstance(found, Preview) else found.number,
        "findings": [
            finding_record(preview.path.name, f, session.language) for f in _findings(found)
        ],
    }


def _complain(finding: Finding, session: Session) -> None:
    words = in_words(finding, session.language)
    click.echo(words, err=True)
