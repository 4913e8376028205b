"""The door: which command was asked for, and how its end is told.

Exit status: 0 done, 1 refused with findings, 2 usage, 3 a fault of ours, 4 nothing new (`summary
--if-new`), 130 stopped.
"""

from __future__ import annotations

import logging
import tempfile
from collections.abc import Callable
from datetime import datetime
from pathlib import Path

import click

from desktop import __version__
from desktop.cli import (
    archive_commands,
    balance_command,
    commands,
    demo_command,
    grouping_commands,
    name_commands,
    note_commands,
    office_commands,
    outlook_commands,
    path_commands,
    provenance_commands,
    register_commands,
    report_commands,
    scenario_commands,
    structure_commands,
    summary_commands,
    target_commands,
    target_setting,
    teaching_commands,
    warning_commands,
    watch_command,
)
from desktop.cli.library_texts import speak, translate
from desktop.cli.options import shared
from desktop.cli.session import Session, language_in, system_language
from desktop.figures.finding import Cancelled, Refused
from desktop.figures.finding_texts import in_words
from desktop.figures.wording import N_, Language, language
from desktop.workflow import default_location

logging.getLogger("sqlalchemy").addHandler(logging.NullHandler())
"""What its pool of connections says of a server that went stands behind our own sentence."""

DONE, REFUSED, USAGE, BROKEN, STOPPED = 0, 1, 2, 3, 130
COMMANDS = (
    commands.read, commands.import_, register_commands.returns, register_commands.due,
    register_commands.undo, register_commands.redo, register_commands.original,
    register_commands.upgrade, commands.figures, target_setting.target, target_commands.status,
    summary_commands.summary, summary_commands.placeholders, report_commands.report,
    demo_command.demo,
    structure_commands.structure, balance_command.balance,
    path_commands.path, watch_command.watch,
    provenance_commands.provenance, provenance_commands.revisions,
    outlook_commands.outlook, outlook_commands.backtest, scenario_commands.scenario,
    warning_commands.warnings,
    note_commands.notes,
    name_commands.names, teaching_commands.layouts, archive_commands.archive_group,
    office_commands.office, grouping_commands.groupings,
)  # fmt: skip


@click.group(
    "export-tracker",
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
        from desktop.gui.application import run  # noqa: PLC0415 - Qt is only needed for a window

        place = str(session.place(archive))
        context.exit(run(session.open_office, place=place, language=session.asked))


for _command in COMMANDS:
    door.add_command(_command)


def run_command(arguments: list[str], clock: Callable[[], datetime]) -> int:
    """Run a command line; every known error ends in one sentence on standard error."""
    asked = language_in(arguments)
    spoken = language(asked or system_language())
    speak(spoken)
    translate(door, spoken)
    try:
        result = door.main(
            arguments,
            "export-tracker",
            standalone_mode=False,
            obj=Session(spoken, clock, asked=asked),
        )
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
