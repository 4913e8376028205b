"""The door: which command was asked for, and how its end is told.

Exit status: 0 done, 1 refused with findings, 2 usage, 3 a fault of ours, 4 nothing new (`summary
--if-new`), 130 stopped.
"""

from __future__ import annotations

import errno
import logging
import os
import sys
import tempfile
from collections.abc import Callable
from datetime import datetime
from pathlib import Path

import click

from desktop import __version__
from desktop.cli.commands_named import Commands
from desktop.cli.library_texts import speak, translate_alone
from desktop.cli.options import shared
from desktop.cli.session import Session, language_in, system_language
from desktop.figures.collector import uncollected
from desktop.figures.finding import Cancelled, Finding, Refused, Severity
from desktop.figures.finding_texts import in_words
from desktop.figures.wording import N_, Language, language
from desktop.workflow import default_location
from desktop.workflow.places import call_ahead

logging.getLogger("sqlalchemy").addHandler(logging.NullHandler())
"""What its pool of connections says of a server that went stands behind our own sentence."""

DONE, REFUSED, USAGE, BROKEN, STOPPED = 0, 1, 2, 3, 130
_FULL = (errno.ENOSPC, errno.EDQUOT)
_commands = Commands()


@click.group(
    "export-tracker",
    commands=_commands,
    invoke_without_command=True,
    help=N_("Monthly trade returns in, progress against the year's target out."),
)
@click.version_option(__version__, message="%(version)s")
@shared
@click.pass_context
def door(context: click.Context, archive: str | None) -> None:
    """Open the window where no command is named."""
    session = context.ensure_object(Session)
    session.location = archive
    if context.invoked_subcommand is None:
        with uncollected():  # what it is made of is no garbage; later the window collects itself
            from desktop.gui.application import run  # noqa: PLC0415 - Qt only for a window

            place = str(session.place(archive))
            left = run(
                session.open_office, place=place, language=session.asked,
                first_language=system_language(),
            )  # fmt: skip
        context.exit(left)


def run_command(arguments: list[str], clock: Callable[[], datetime]) -> int:
    """Run a command line; every known error ends in one sentence on standard error."""
    for word in arguments:
        call_ahead(word.removeprefix("--archive="))
    asked = language_in(arguments)
    spoken = language(asked or system_language())
    speak(spoken)
    translate_alone(door, spoken)
    _commands.spoken = spoken
    try:
        result = _run(arguments, Session(spoken, clock, asked=asked))
    except Refused as refusal:
        for finding in refusal.findings:
            click.echo(in_words(finding, spoken), err=True)
        return REFUSED
    except click.UsageError as error:
        error.show()
        return USAGE
    except (click.Abort, Cancelled, KeyboardInterrupt):
        click.echo(spoken._("Stopped; nothing is half done."), err=True)
        return STOPPED
    except SystemExit as left:
        return left.code if isinstance(left.code, int) else REFUSED
    except Exception as fault:  # noqa: BLE001 - the last door: a report, never a traceback
        click.echo(_broken(fault, clock(), spoken), err=True)
        return BROKEN
    return result if isinstance(result, int) else DONE


def _run(arguments: list[str], session: Session) -> object:
    """Run it to its last written line; a full disk behind standard output is none of our faults."""
    try:
        result = door.main(arguments, "export-tracker", standalone_mode=False, obj=session)
        if sys.stdout:  # a program without a console has none
            sys.stdout.flush()
    except OSError as error:
        if error.errno not in _FULL:
            raise
        _write_no_more()
        what = session.language._("What was asked for")
        raise Refused(Finding(Severity.ERROR, "disk_full", about=what)) from error
    return result


def _write_no_more() -> None:
    """Let go of what standard output still holds, or Python would fail of it once more at its end.

    https://docs.python.org/3/library/signal.html#note-on-sigpipe
    """
    nowhere = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nowhere, sys.stdout.fileno())
    os.close(nowhere)


def _broken(fault: Exception, moment: datetime, spoken: Language) -> str:
    """Keep a report of a fault of ours, and say where it lies."""
    for folder in (default_location().parent, Path(tempfile.gettempdir())):
        report = folder / f"fault-{moment:%Y%m%d-%H%M%S}.log"
        try:
            folder.mkdir(parents=True, exist_ok=True)
            _keep_report(fault, report)
        except OSError:
            continue
        return spoken._("Something went wrong on our side; a report is in {path}.", path=report)
    return spoken._("Something went wrong on our side: {fault}.", fault=repr(fault))


def _keep_report(fault: Exception, report: Path) -> None:
    handler = logging.FileHandler(report, encoding="utf-8")
    log = logging.getLogger("desktop")
    log.addHandler(handler)
    log.error("export-tracker %s", __version__, exc_info=fault)
    log.removeHandler(handler)
    handler.close()
