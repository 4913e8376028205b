"""A listing in the terminal; an empty one says why it is empty and what fills it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from desktop.cli.tables import terminal

if TYPE_CHECKING:
    from rich.table import Table

    from desktop.figures.wording import Language


def show(table: Table, nothing: str, language: Language) -> None:
    """Print the table; `nothing` (a text of the catalogue) where it has no row."""
    if table.row_count:
        terminal().print(table)
    else:
        click.echo(language._(nothing))
