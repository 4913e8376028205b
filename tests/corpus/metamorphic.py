"""Change real books in ways that do not change their figures, and read them again.

``python -m tests.corpus.metamorphic [VARIANT …] [--folder FOLDER] [--only 2011] [--show 5]``:
recall and false positives of each variant over every book. Exit status 1 where one is not perfect:
a figure may be missing only where nobody could know it any more, and the reading says so (`DUE`).
"""

from __future__ import annotations

import argparse
import sys
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from random import Random
from typing import NamedTuple

from desktop.figures.reading import Reading
from desktop.returns.grid import Area, area, letters
from tests.corpus import dating, guises, lines, shapes, siblings, typed, unsaid, wordings
from tests.corpus.__main__ import RETURNS
from tests.corpus.books import Book, Kept, expected, given, load
from tests.corpus.product import workbooks

VARIANTS = (*shapes.VARIANTS, *wordings.VARIANTS, *dating.VARIANTS, *typed.VARIANTS,
            *lines.VARIANTS, *siblings.VARIANTS, *guises.VARIANTS, *unsaid.VARIANTS)  # fmt: skip


class Due(NamedTuple):
    """What a reading must say where a variant takes away what tells, and in how many books.

    `codes` are those of findings with a question that is needed, or why a column is left out.
    """

    codes: frozenset[str]
    books: int


def _due(codes: str, books: int) -> Due:
    return Due(frozenset(codes.split()), books)


DUE = {
    "heading_a_month_on": _due("months_differ", 2),
    "heading_a_month_back": _due("months_differ", 2),
    "heading_a_year_back": _due("months_differ", 2),
    "heading_a_year_on": _due("compared_unknown compared_base_year not_understood", 5),
    "text_point_all": _due("ambiguous_number", 1),
    "beside_each_other": _due("no_figures", 1),
}
"""Two December books say their month twice, once in each table; growth between years that are two
apart is growth of neither, and a December book has no next year to date; a year that only titles
beside each other name is asked for; texts of three digits behind the point alone are written either
way."""


@dataclass
class Outcome:
    """How a variant was read, over all books; `asked` are figures that nobody could know."""

    books: int = 0
    wanted: int = 0
    right: int = 0
    asked: int = 0
    asking: int = 0
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
        due = DUE.get(variant.__name__)
        if due and missing and not more and all(_told(due.codes, k, reading) for k in missing):
            result.asked += len(missing)
            result.asking += 1
            missing = set()
        result.right += len(wanted.keys() & got.keys())
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


def perfect(name: str, found: Outcome) -> bool:
    """Say whether every figure was right, or was asked for in no more books than is due."""
    allowed = DUE[name].books if name in DUE else 0
    whole = found.right > 0 and found.right + found.asked == found.wanted
    return whole and not found.too_many and found.asking <= allowed


def _told(codes: frozenset[str], missing: Kept, reading: Reading) -> bool:
    """Say whether a figure's cell is asked for, or its column left out, for that reason."""
    *_, sheet, cell = missing
    where = area(str(cell))
    columns = (c for s in reading.sheets if s.name == sheet for c in s.columns)
    if any(c.why in codes and c.letter == letters(where.left) for c in columns):
        return True
    found = [f for f in reading.findings if f.code in codes and f.severity == "error"]
    needed = any(q.needed for q in reading.questions)
    if not reading.rows:
        return needed and bool(found)
    return needed and any(f.sheet == sheet and _covers(area(f.cell), where) for f in found)


def _covers(whole: Area, cell: Area) -> bool:
    rows = whole.top <= cell.top <= whole.bottom
    return rows and whole.left <= cell.left <= whole.right


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
        status |= not perfect(name, found)
        share = 100 * found.right / found.wanted if found.wanted else 0.0
        told = ", ".join(f"{code} {n}" for code, n in found.codes.most_common(4))
        sys.stdout.write(
            f"{name:26} {found.books:4} books {found.wanted:7} figures {share:7.2f} % right "
            f"{found.too_many:6} too many {found.asked:5} asked {len(found.failed):4} books off"
            f"  {told}\n"
        )
        for line in found.failed[: asked.show]:
            sys.stdout.write(f"   {line}\n")
    return status


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
