"""What tables leave unsaid though it is meant: which column is the quantity, which the value."""

from __future__ import annotations

from random import Random

from desktop.returns import headings
from desktop.returns.grid import Area
from tests.corpus.books import Book, Leaf, Place
from tests.corpus.shapes import Change, Variant, heading_rows, pairs, same


def _without_measures(book: Book) -> list[Leaf]:
    """Take the row away that names the measures; the sheets that had one, with pairs only."""
    found = []
    for leaf in book.tables:
        left = leaf.value_columns[0]
        gone = [
            p for p, t in leaf.heads()
            if p[1] >= left - 1 and headings.measure(t)
            and headings.read(t).span is headings.Span.NONE
        ]  # fmt: skip
        if gone and all(last == first + 1 for first, last in pairs(leaf)):
            found.append(leaf)
        for place in gone:
            del leaf.cells[place]
    return found


def _headings(leaf: Leaf) -> list[tuple[Place, int]]:
    """Places of the headings of pairs, and the last column of each pair."""
    ends = dict(pairs(leaf))
    return [
        ((row, first), last)
        for row in heading_rows(leaf) for first, last in ends.items() if (row, first) in leaf.cells
    ]  # fmt: skip


def measures_unsaid(book: Book, _: Random) -> Change | None:
    """Periods merged over quantity and value, and nothing that says which is which."""
    changed = _without_measures(book)
    for leaf in changed:
        for (row, first), last in _headings(leaf):
            if not any((a.top, a.left) == (row, first) for a in leaf.merged):
                leaf.merged.append(Area(row, first, row, last))
    return same if len(changed) == len(book.tables) else None


def measures_unsaid_unmerged(book: Book, _: Random) -> Change | None:
    """Periods over the quantities alone: over the values stands nothing."""
    changed = _without_measures(book)
    for leaf in changed:
        leaf.merged = []
    return same if len(changed) == len(book.tables) else None


def measures_unsaid_over_values(book: Book, _: Random) -> Change | None:
    """Periods over the values alone: over the quantities stands nothing."""
    changed = _without_measures(book)
    for leaf in changed:
        leaf.merged = []
        for (row, first), last in _headings(leaf):
            leaf.cells[row, last] = leaf.cells.pop((row, first))
    return same if len(changed) == len(book.tables) else None


VARIANTS: tuple[Variant, ...] = (
    measures_unsaid, measures_unsaid_unmerged, measures_unsaid_over_values,
)  # fmt: skip
