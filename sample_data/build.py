"""Build the sample workbooks from the published figures: ``python sample_data/build.py [OUT]``.

OUT is where the folders gso, customs, history, industry, half_months and next are written; the
folder of this script unless given. Equal figures give equal bytes. ``--sources LIST.csv`` writes
where every printed number is from.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path

HERE = Path(__file__).resolve().parent
if __name__ == "__main__":  # run by path: the project's own packages lie one folder up
    sys.path.insert(0, str(HERE.parent))

from sample_data.builder import customs, gso_books, gso_industry, half_months, history  # noqa: E402 - see above
from sample_data.builder.grid import Book, write  # noqa: E402 - see above
from sample_data.builder.provenance import write_list  # noqa: E402 - see above


def books() -> Iterator[Book]:
    """Give every sample workbook."""
    yield from gso_books.books()
    yield from customs.books()
    yield from history.books()
    yield from gso_industry.books()
    yield from half_months.books()


def main(arguments: Sequence[str]) -> None:
    """Write every sample workbook below the folder named, or beside this script."""
    parser = argparse.ArgumentParser(description="Build the sample workbooks.")
    parser.add_argument("out", nargs="?", type=Path, default=HERE)
    parser.add_argument("--sources", type=Path, metavar="CSV")
    options = parser.parse_args(arguments)
    made = list(books())
    for book in made:
        print(write(book, options.out))
    if options.sources:
        write_list(made, options.sources)


if __name__ == "__main__":
    main(sys.argv[1:])
