"""Change real books in ways that do not change their figures, and read them again.

``python -m tests.corpus.metamorphic [VARIANT …] [--folder FOLDER] [--only 2011] [--show 5]``:
recall and false positives of each variant over every book. Exit status 1 where one is not perfect.
"""

from __future__ import annotations

import argparse
import sys
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from random import Random

from tests.corpus import dating, lines, shapes, typed, wordings
from tests.corpus.__main__ import RETURNS
from tests.corpus.books import Book, expected, given, load
from tests.corpus.product import workbooks

VARIANTS = (*shapes.VARIANTS, *wordings.VARIANTS, *dating.VARIANTS, *typed.VARIANTS,
            *lines.VARIANTS)  # fmt: skip


@dataclass
class Outcome:
    """How a variant was read, over all books."""

    books: int = 0
    wanted: int = 0
    right: int = 0
    too_many: int = 0
    failed: list[str] = field(default_factory=list)
    codes: Counter[str] = field(default_factory=Counter)


def outcome(variant: shapes.Variant, books: Iterable[Book], *, seed: int = 7) -> Outcome:
    """Read every book as changed by a variant."""
    result = Outcome()
    for real in books:
        book = real.copy()
        change = variant(book, Random(f"{seed} {book.name}"))
        if change is None:
            continue
        reading = book.read()
        wanted, got = expected(book, change), given(reading)
        result.books += 1
        result.wanted += len(wanted)
        missing, more = wanted.keys() - got.keys(), got.keys() - wanted.keys()
        result.right += len(wanted) - len(missing)
        result.too_many += len(more)
        told = Counter(f.code for f in reading.findings if f.severity != "note")
        result.codes += told - Counter(real.findings)
        if missing or more:
            first = [*sorted(map(str, missing))[:2], "but", *sorted(map(str, more))[:2]]
            result.failed.append(
                f"{book.name}: {len(missing)} missing, {len(more)} too many, {dict(told)}\n      "
                + "\n      ".join(first)
            )
    return result


def main(arguments: Sequence[str]) -> int:
    """Run the variants that are named, or all; gives the exit status."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("variants", nargs="*")
    options.add_argument("--folder", type=Path, default=RETURNS / "gso")
    options.add_argument("--only", default="")
    options.add_argument("--show", type=int, default=0)
    asked = options.parse_args(arguments)
    books = [load(path) for path in workbooks(asked.folder) if asked.only in path.name]
    status = 0
    for variant in VARIANTS:
        name = getattr(variant, "__name__", str(variant))
        if asked.variants and name not in asked.variants:
            continue
        found = outcome(variant, books)
        perfect = 0 < found.right == found.wanted and not found.too_many
        status |= not perfect
        share = 100 * found.right / found.wanted if found.wanted else 0.0
        told = ", ".join(f"{code} {n}" for code, n in found.codes.most_common(4))
        sys.stdout.write(
            f"{name:26} {found.books:4} books {found.wanted:7} figures {share:7.2f} % right "
            f"{found.too_many:6} too many {len(found.failed):4} books off  {told}\n"
        )
        for line in found.failed[: asked.show]:
            sys.stdout.write(f"   {line}\n")
    return status


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
