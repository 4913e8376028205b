"""A program that dies while it stores a return; run by `test_together`.

Arguments: the archive, and how the statement begins that the program no longer comes to; after a
bar another, where engines differ.
"""

from __future__ import annotations

import os
import sys

from desktop.archive import Archive
from tests.archive.made import AUGUST_6, reading, row, store
from tests.archive.overheard import overhear

DEAD = 9


def main(place: str, last: str) -> None:
    """Store a return that revises many figures and brings new ones, and die in the middle."""
    opened = []

    def come_to(statement: str) -> None:
        if opened and statement.startswith(tuple(last.split("|"))):
            os._exit(DEAD)

    overhear(come_to)
    with Archive.open(place) as archive:
        opened.append(archive)
        rows = [row(n + 0.5, item=f"I{n}") for n in range(400)]
        store(archive, reading(*rows, name="b"), AUGUST_6)


if __name__ == "__main__":
    main(*sys.argv[1:])
