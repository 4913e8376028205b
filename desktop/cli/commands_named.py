"""Which commands there are by name; each is read when it is asked for.

What stands behind a command brings the libraries of its errand: a window opens without them, and a
command without those of the others.
"""

from __future__ import annotations

from collections.abc import Iterator, MutableMapping
from importlib import import_module

import click

from desktop.cli.library_texts import translate
from desktop.figures.collector import uncollected
from desktop.figures.wording import Language

_PLACES = {
    "read": "commands.read",
    "import": "commands.import_",
    "returns": "register_commands.returns",
    "due": "register_commands.due",
    "undo": "register_commands.undo",
    "redo": "register_commands.redo",
    "original": "register_commands.original",
    "upgrade": "register_commands.upgrade",
    "figures": "commands.figures",
    "target": "target_setting.target",
    "status": "target_commands.status",
    "summary": "summary_commands.summary",
    "placeholders": "summary_commands.placeholders",
    "report": "report_commands.report",
    "demo": "demo_command.demo",
    "structure": "structure_commands.structure",
    "balance": "balance_command.balance",
    "path": "path_commands.path",
    "watch": "watch_command.watch",
    "provenance": "provenance_commands.provenance",
    "revisions": "provenance_commands.revisions",
    "outlook": "outlook_commands.outlook",
    "backtest": "outlook_commands.backtest",
    "scenario": "scenario_commands.scenario",
    "warnings": "warning_commands.warnings",
    "notes": "note_commands.notes",
    "names": "name_commands.names",
    "layouts": "teaching_commands.layouts",
    "archive": "archive_commands.archive_group",
    "office": "office_commands.office",
    "groupings": "grouping_commands.groupings",
}
"""Where each stands in `desktop.cli`: the module, and the command in it."""


class Commands(MutableMapping[str, click.Command]):
    """The commands in a language; click asks for one, and its help for all."""

    def __init__(self) -> None:
        """Read none yet."""
        self._read: dict[str, click.Command] = {}
        self.spoken: Language | None = None
        """The language that they are told in; as they are written without one."""

    def __getitem__(self, name: str) -> click.Command:
        """Give a command, in the language spoken by now."""
        found = self._read.get(name)
        if found is None:
            room, _, place = _PLACES[name].partition(".")
            with uncollected():  # libraries are no garbage
                found = self._read[name] = getattr(import_module(f"desktop.cli.{room}"), place)
        if self.spoken is not None:
            translate(found, self.spoken)
        return found

    def __setitem__(self, name: str, command: click.Command) -> None:
        """Put a command in the place of another."""
        self._read[name] = command

    def __delitem__(self, name: str) -> None:
        """Commands are not taken away."""
        raise TypeError(name)

    def __iter__(self) -> Iterator[str]:
        """Name them."""
        return iter(_PLACES)

    def __len__(self) -> int:
        """Count them."""
        return len(_PLACES)
