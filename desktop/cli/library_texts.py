"""The sentences of click itself, in our language catalogue: usage, options, misuse."""

from __future__ import annotations

import gettext
import os

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
    N_("{value!r} is not a valid {number_type}."),
    N_("{value} is not in the range {range}."),
    N_("default: {default}"),
    N_("required"),
    N_("(dynamic)"),
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
