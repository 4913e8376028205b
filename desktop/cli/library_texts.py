"""The sentences of click itself, in our language catalogue: usage, options, misuse."""

from __future__ import annotations

import gettext
import os

import click

from desktop.figures.places import resource
from desktop.figures.wording import DOMAIN, N_, Language


def plural(one: str, many: str) -> tuple[str, str]:
    """Mark a text that goes by number for the catalogue."""
    return one, many


TEXTS = (
    N_("Usage:"),
    N_("Options"),
    N_("Commands"),
    N_("Show this message and exit."),
    N_("Show the version and exit."),
    N_("Error: {message}"),
    N_("Try '{command} {option}' for help."),
    N_("Missing argument"),
    N_("Missing option"),
    N_("Missing parameter"),
    N_("Invalid start character for option ({option})"),
    N_("Missing command."),
    N_("No such command {name!r}."),
    N_("No such option {name!r}."),
    N_("Option {name!r} does not take a value."),
    N_("Invalid value: {message}"),
    N_("Invalid value for {param_hint}: {message}"),
    N_("{value} is not in the range {range}."),
    N_("default: {default}"),
    N_("required"),
    N_("(dynamic)"),
    N_("Argument {name!r} takes {nargs} values."),
    N_("Choose from:\n\t{choices}"),
)
"""As click's own code has them; gettext looks them up in our catalogue once `speak` was called."""

PLURALS = (
    plural("Got unexpected extra argument ({args})", "Got unexpected extra arguments ({args})"),
    plural("Option {name!r} requires an argument.", "Option {name!r} requires {nargs} arguments."),
    plural("Did you mean {possibility}?", "(Did you mean one of: {possibilities}?)"),
    plural("{value!r} is not {choice}.", "{value!r} is not one of {choices}."),
)


def speak(language: Language) -> None:
    """Let click, which asks the process's gettext, find its texts in our catalogue."""
    os.environ["LANGUAGE"] = language.code
    gettext.bindtextdomain(DOMAIN, str(resource("translations")))
    gettext.textdomain(DOMAIN)


WORDS = (
    N_("[OPTIONS]"), N_("COMMAND [ARGS]..."), N_("[COMMAND] [ARGS]..."), N_("TEXT"), N_("NUMBER"),
    N_("PATH"), N_("PATH|URL"), N_("FILE"), N_("FOLDER"), N_("FILE_OR_FOLDER"), N_("FROM"),
    N_("TO"), N_("NAME"), N_("NAME NAME"), N_("CODE"), N_("SERIES"), N_("SUBJECT"), N_("SPLIT"),
    N_("RETURN"), N_("LAYOUT"), N_("PLAN"), N_("ADDRESS"), N_("ACCOUNT"), N_("DAY"),
    N_("FINGERPRINT"), N_("PERCENT"), N_("BILLION USD"),
)  # fmt: skip
"""What stands for what is typed, in the line on a command's usage and beside its options."""

_OTHERWISE = {"whole number": "NUMBER", "directory": "FOLDER", "files": "FILE", "out": "FILE"}
"""What click or our code calls by another name."""

_helps: dict[int, str | None] = {}
_metavars: dict[int, str] = {}
"""As written, by holder, so that a second language starts from the source again."""


def translate(command: click.Command, spoken: Language) -> None:
    """Put every help text of a command, its options and its sub-commands into a language."""
    translate_alone(command, spoken)
    if isinstance(command, click.Group):
        for inner in command.commands.values():
            translate(inner, spoken)


def translate_alone(command: click.Command, spoken: Language) -> None:
    """Put the help texts of a command and its options into a language, not its sub-commands'."""
    command.options_metavar = spoken._(WORDS[0])
    command.help = _help_of(command, spoken)
    command.short_help = command.help  # told whole: click would cut it off at the line's end
    for option in command.params:
        if isinstance(option, click.Option):
            option.help = _help_of(option, spoken)
        option.metavar = _metavar_of(option, spoken)
    if isinstance(command, click.Group):
        command.subcommand_metavar = spoken._(WORDS[2 if command.invoke_without_command else 1])


def _help_of(holder: click.Command | click.Option, spoken: Language) -> str | None:
    source = _helps.setdefault(id(holder), holder.help)
    return spoken._(source) if source else source


def _metavar_of(option: click.Parameter, spoken: Language) -> str | None:
    """Give what stands for an option's or an argument's value; None for what click writes best."""
    source = _metavars.setdefault(id(option), option.metavar or "")
    named = option.name if isinstance(option, click.Argument) else option.type.name
    word = source or _OTHERWISE.get(named or "", named or "").upper()
    if word not in WORDS:
        return source or None
    told = spoken._(word)
    if isinstance(option, click.Argument) and not source:
        told = told if option.required else f"[{told}]"
        return told if option.nargs == 1 else f"{told}..."
    return told
