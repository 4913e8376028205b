"""The same tables with numbers in other guises, totals last, last year hidden beside this one."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from random import Random

from desktop.figures.figure import FigureRow
from desktop.returns import titles
from desktop.returns.grid import Value
from desktop.returns.units import units
from tests.corpus.books import Book, Leaf, Place, place_of
from tests.corpus.shapes import Change, Variant, heading_rows, opened, pairs, same


def _printed(leaf: Leaf) -> Iterator[tuple[Place, FigureRow, float]]:
    """Where each figure that is a number stands now."""
    for figure in leaf.figures:
        row, column = place_of(figure)
        at = leaf.rows.get(row, row), leaf.columns.get(column, column)
        value = leaf.cells[at]
        if isinstance(value, float):
            yield at, figure, value


def _grouped(value: float) -> str:
    digits = repr(value)
    after = 0 if digits.endswith(".0") or "e" in digits else len(digits.partition(".")[2])
    return f"{value:,.{after}f}".translate(str.maketrans(",.", ".,"))


def written(name: str, write: Callable[[str], str]) -> Variant:
    """Every number as a text, in another guise."""

    def variant(book: Book, _: Random) -> Change:
        for leaf in book.tables:
            for at, _, value in list(_printed(leaf)):
                leaf.cells[at] = write(_grouped(value))
        return same

    variant.__name__ = name
    return variant


def growth(name: str, change: Callable[[float], float], shown: str = "") -> Variant:
    """Growth as a change, in per cent or of one."""

    def variant(book: Book, _: Random) -> Change | None:
        done = False
        for leaf in book.tables:
            found = [of for of in _printed(leaf) if of[1].unit == "index"]
            if len(found) < sum(f.unit == "index" for f in leaf.figures):
                return None  # some of it stands as text
            for at, _figure, value in found:
                leaf.cells[at], done = float(f"{change(value):.9g}"), True
                leaf.formats[at] = shown or leaf.formats.get(at, "")
        return same if done else None

    variant.__name__ = name
    return variant


def total_last(book: Book, _: Random) -> Change | None:
    """The total beneath everything else."""
    for leaf in book.tables:
        whole = {
            leaf.rows.get(r, r) for f in leaf.figures if (f.item, f.ownership) == ("TOTAL", "ALL")
            for r in (place_of(f)[0],)
        }  # fmt: skip
        if len(whole) != 1:
            return None
        (first,), last = whole, leaf.data_rows[-1]
        leaf.merged = [a for a in leaf.merged if a.top < first or a.top > last]
        turned = {first: last, **{row: row - 1 for row in range(first + 1, last + 1)}}
        leaf.move(lambda row, turned=turned: turned.get(row, row), lambda column: column)  # type: ignore[misc]  # bound at once
    return same


def units_beneath_measures(book: Book, _: Random) -> Change | None:
    """The unit of each column in a row between the headings and the figures."""
    for leaf in book.tables:
        notes = [p for p, t in leaf.heads() if units(t).money and not titles.title(t)]
        said = {
            leaf.columns.get(c, c): "(Triệu USD)" if f.unit == "USD" else "(Nghìn tấn)"
            for f in leaf.figures if f.unit in {"USD", "t", "pcs"} for c in (place_of(f)[1],)
        }  # fmt: skip
        rows = heading_rows(leaf)
        if len(notes) != 1 or not rows or len({f.flow for f in leaf.figures}) > 1:
            return None
        opened(leaf, rows=[rows[-1]])
        del leaf.cells[notes[0]]
        leaf.cells |= {(rows[-1] + 1, column): text for column, text in said.items()}
    return same


def last_year_hidden(book: Book, _: Random) -> Change | None:
    """Columns that nobody sees, before the first, under a copy of its headings."""
    for leaf in book.tables:
        rows = heading_rows(leaf)
        if not rows or len({f.flow for f in leaf.figures}) > 1:
            return None
        first, last = pairs(leaf)[0]
        wide = last - first + 1
        leaf.move(lambda row: row, lambda c, at=first, by=wide: c + by if c >= at else c)  # type: ignore[misc]  # bound at once
        for row in range(rows[0], leaf.data_rows[-1] + 1):
            for column in range(first, last + 1):
                value: Value | None = leaf.cells.get((row, column + wide))
                if value is not None:
                    hidden = value * 0.9 if isinstance(value, float) else value
                    leaf.cells[row, column] = hidden
        leaf.hidden_columns.append((first, last))
    return same


VARIANTS: tuple[Variant, ...] = (
    written("thin_blanks", lambda text: text.replace(".", "\u2009")),
    written("narrow_blanks", lambda text: text.replace(".", "\u202f")),
    written("blanks_of_no_width", lambda text: f"\u200b{text}\u200b"),
    written("apostrophes", lambda text: f"'{text}"),
    written("stars_behind_numbers", lambda text: f"{text}*"),
    written("notes_behind_numbers", lambda text: f"{text} (1)"),
    growth("growth_in_per_cent", lambda index: index - 100),
    growth("growth_of_one", lambda index: (index - 100) / 100),
    growth("growth_of_one_shown", lambda index: (index - 100) / 100, "0.0%"),
    total_last, units_beneath_measures, last_year_hidden,
)  # fmt: skip
