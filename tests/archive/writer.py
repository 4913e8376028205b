"""A program that stores returns while others do the same; run by `test_together`.

Arguments: the archive, the program's own name, and how many returns it stores.
"""

from __future__ import annotations

import sys

from desktop.archive import Archive
from tests.archive.made import reading, row, store


def main(place: str, name: str, count: int) -> None:
    """Store returns that print the same figures as everybody else's, and some of their own."""
    with Archive.open(place, patience=30) as archive:
        for n in range(count):
            rows = [row(n, item=f"I{i}") for i in range(150)]
            own = [row(n, item=f"{name}{n}-{i}") for i in range(50)]
            assert store(archive, reading(*rows, *own, name=f"{name}-{n}")) is not None


if __name__ == "__main__":
    main(sys.argv[1], sys.argv[2], int(sys.argv[3]))
