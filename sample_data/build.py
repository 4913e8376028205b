"""Build the sample workbooks from the published figures: ``python sample_data/build.py [OUT]``.

OUT is where the folders gso, customs, history and next are written; the folder of this script
unless given. Equal figures give equal bytes.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path

HERE = Path(__file__).resolve().parent
if __name__ == "__main__":  # run by path: the project's own packages lie one folder up
    sys.path.insert(0, str(HERE.parent))

from sample_data.builder import customs, gso_books, history  # noqa: E402 - see above
from sample_data.builder.grid import Book, write  # noqa: E402 - see above


def books() -> Iterator[Book]:
    """Give every sample workbook."""
    yield from gso_books.books()
    yield from customs.books()
    yield from history.books()


def main(arguments: list[str]) -> None:
    """Write every sample workbook below the folder named, or beside this script."""
    out = Path(arguments[0]) if arguments else HERE
    for book in books():
        print(write(book, out))


if __name__ == "__main__":
    main(sys.argv[1:])
