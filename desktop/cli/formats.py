"""The formats in which commands write what they found: the option that chooses one, and JSON."""

from __future__ import annotations

import json
import sys
from collections.abc import Callable
from typing import Any

import click

from desktop.figures.wording import N_

Option = Callable[[Callable[..., Any]], Callable[..., Any]]


_ABOUT = N_("How to write it.")
_ABOUT_CSV = N_(
    "How to write it. In CSV an apostrophe stands before a text that a spreadsheet would take for "
    "a formula."
)


def formatted(*formats: str, about: str = "") -> Option:
    """Add the option that chooses one of several formats, by default the first."""
    words = about or (_ABOUT_CSV if "csv" in formats else _ABOUT)
    return click.option(
        "--format", "form", type=click.Choice(formats), default=formats[0], help=words
    )


def write_json(found: object) -> None:
    """Write to standard output, letters as they are; what is no number has no place in JSON."""
    json.dump(found, sys.stdout, ensure_ascii=False, indent=1, allow_nan=False)
    click.echo()
