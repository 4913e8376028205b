"""A year of real returns, to be told again for other years and for every province.

The statistics office's and the customs' books of 2024 in `sample_data`: which items are traded
with which markets, how their months differ, and how large they are, is theirs.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

import pandas as pd

from desktop.analysis.history import SUBJECT_FIELDS
from desktop.archive.rows import FIRMNESS
from desktop.figures.figure import ROW_COLUMNS
from desktop.figures.places import sample
from desktop.figures.reading import Reading
from desktop.figures.series import TOTAL, WORLD
from desktop.returns import read_return

YEAR = 2024
SUBJECT = list(ROW_COLUMNS[:SUBJECT_FIELDS])
SPAN = ["basis", "period_start", "period_end"]


@dataclass(frozen=True)
class Templates:
    """The books of a year, and their figures: a row for each, with the number of its book."""

    books: tuple[Reading, ...]
    every: int = 1
    """Only one of so many subjects is told of, beside the totals."""

    @cached_property
    def rows(self) -> pd.DataFrame:
        """Every figure once per book, with `ROW_COLUMNS`, `book`, `subject` and `firmness`."""
        frames = [
            pd.DataFrame(list(book.rows), columns=list(ROW_COLUMNS)).assign(book=number)
            for number, book in enumerate(self.books)
        ]
        rows = pd.concat(frames, ignore_index=True)
        rows["firmness"] = rows["status"].map(FIRMNESS)
        rows = rows.sort_values(["book", "firmness"], ascending=[True, False], kind="stable")
        rows = rows.drop_duplicates(["book", *SUBJECT, *SPAN]).reset_index(drop=True)
        rows["subject"] = rows.groupby(SUBJECT, sort=True).ngroup()
        whole = (rows["item"] == TOTAL) & (rows["market"] == WORLD)
        return rows[whole | (rows["subject"] % self.every == 0)].reset_index(drop=True)

    @cached_property
    def subjects(self) -> pd.DataFrame:
        """What the figures are about, by `subject`."""
        return self.rows.drop_duplicates("subject").set_index("subject").sort_index()[SUBJECT]


def templates(every: int = 1) -> Templates:
    """Read the books, which takes some seconds; for `every` see `Templates`."""
    found = [
        *sample("gso", ".").resolve().glob(f"*{YEAR}.xlsx"),
        *sample("customs", ".").resolve().glob(f"{YEAR}-*.xlsx"),
    ]
    return Templates(tuple(read_return(path) for path in sorted(found)), every)
