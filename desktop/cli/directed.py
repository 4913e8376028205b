"""The options that say how a workbook is read: by a layout's file, by a file of directions."""

from __future__ import annotations

from pathlib import Path

import click

from desktop.cli.typed import FILE
from desktop.figures.directions import AS_IT_STANDS, Directions, Knowledge
from desktop.figures.wording import N_
from desktop.workflow.directing import read_directions, read_layouts


def _knowledge(_: click.Context, __: click.Parameter, files: tuple[Path, ...]) -> Knowledge:
    return read_layouts(files)


def _directions(_: click.Context, __: click.Parameter, file: Path | None) -> Directions:
    return read_directions(file) if file else AS_IT_STANDS


by_layout = click.option(
    "--layout",
    "knowledge",
    type=FILE,
    multiple=True,
    metavar="FILE",
    callback=_knowledge,
    help=N_("Read by a layout that was taught, from its file."),
)
"""The command gets what the files say as `knowledge`; a file that is no layout is `Refused`."""

by_directions = click.option(
    "--directions",
    type=FILE,
    metavar="FILE",
    callback=_directions,
    help=N_("Read as a file of directions says (see layouts propose)."),
)
"""The command gets what the file says as `directions`; a file that says nothing is `Refused`."""
