"""The same tables as books that nobody here has may print them: other columns, units and titles."""

from __future__ import annotations

import re
from decimal import Decimal
from random import Random

from desktop.figures.figure import FigureRow
from desktop.returns import headings, titles
from desktop.returns.headings import Span
from desktop.returns.text import folded
from desktop.returns.units import units
from tests.corpus.books import Area, Book, Leaf, Place, place_of
from tests.corpus.shapes import Change, Variant, heading_rows, opened, pairs, same

_ROMAN = ("", "I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X", "XI", "XII")
_YEAR = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)")


def _by_column(leaf: Leaf) -> dict[int, FigureRow]:
    return {leaf.columns.get(c, c): f for f in leaf.figures for c in (place_of(f)[1],)}


def _by_row(leaf: Leaf) -> dict[int, FigureRow]:
    return {leaf.rows.get(r, r): f for f in leaf.figures for r in (place_of(f)[0],)}


def _title(leaf: Leaf) -> tuple[Place, str] | None:
    return next(((p, t) for p, t in sorted(leaf.heads()) if titles.title(t)), None)


def _note(leaf: Leaf) -> Place | None:
    """The one cell above the table that names its units."""
    found = [p for p, t in leaf.heads() if units(t).money and not titles.title(t)]
    return found[0] if len(found) == 1 else None


def in_years(by: int) -> Variant:
    """The whole book some years on or back, every year that it prints with it."""

    def variant(book: Book, _: Random) -> Change:
        for leaf in book.tables:
            top = leaf.data_rows[0]
            leaf.rewrite(lambda text: _YEAR.sub(lambda year: str(int(year[0]) + by), text))
            for place, value in list(leaf.cells.items()):
                if place[0] < top and isinstance(value, float) and _YEAR.fullmatch(f"{value:.0f}"):
                    leaf.cells[place] = value + by
        return lambda row: row._replace(
            period_start=row.period_start + 12 * by, period_end=row.period_end + 12 * by
        )

    variant.__name__ = f"in_years_{by:+}"
    return variant


def without_columns(name: str, *, growth: bool) -> Variant:
    """Nothing but quantities and values, or nothing but values and their growth."""

    def variant(book: Book, _: Random) -> Change | None:
        for leaf in book.tables:
            found = _by_column(leaf)
            gone = {
                c for c, f in found.items()
                if (f.unit == "index" if growth else "quantity" in f.measure)
            }  # fmt: skip
            if not gone or gone == set(found) or len({f.flow for f in leaf.figures}) > 1:
                return None
            rows = heading_rows(leaf)
            for first, last in pairs(leaf):
                kept = [c for c in range(first, last + 1) if c in found and c not in gone]
                for row in rows if kept and first in gone else ():
                    if (row, first) in leaf.cells:
                        leaf.cells[row, kept[0]] = leaf.cells.pop((row, first))
            top = rows[0] if rows else leaf.data_rows[0] - 2
            leaf.cells = {p: v for p, v in leaf.cells.items() if p[1] not in gone or p[0] < top}
            leaf.merged = [a for a in leaf.merged if a.top not in rows]
            leaf.figures = [
                f for f in leaf.figures
                if leaf.columns.get(place_of(f)[1], place_of(f)[1]) not in gone
            ]  # fmt: skip
        return same

    variant.__name__ = name
    return variant


def counted_as(name: str, note: str, money: int = 0, weight: int = 0) -> Variant:
    """The unit note in other signs; values and quantities as many powers of ten larger."""

    def variant(book: Book, _: Random) -> Change | None:
        for leaf in book.tables:
            place = _note(leaf)
            if place is None or len({f.flow for f in leaf.figures}) > 1:
                return None
            leaf.cells[place] = note
            for figure in leaf.figures:
                row, column = place_of(figure)
                at = leaf.rows.get(row, row), leaf.columns.get(column, column)
                value = leaf.cells[at]
                if isinstance(value, float) and figure.unit in {"USD", "t"}:
                    power = money if figure.unit == "USD" else weight
                    leaf.cells[at] = float(Decimal(repr(value)).scaleb(power))
        return same

    variant.__name__ = name
    return variant


def short_measures(book: Book, _: Random) -> Change:
    """KL for quantities, TG for values."""
    for leaf in book.tables:
        for place, text in list(leaf.heads()):
            said = headings.measure(text)
            alone = headings.read(text).span is Span.NONE and not titles.title(text)
            if said and alone and not units(text):
                leaf.cells[place] = "KL" if said.value == "quantity" else "TG"
    return same


def units_behind_names(book: Book, _: Random) -> Change:
    """The unit of weight in brackets behind each name."""
    for leaf in book.tables:
        weighed = {
            leaf.rows.get(r, r) for f in leaf.figures
            if (f.measure, f.unit) == ("quantity", "t") for r in (place_of(f)[0],)
        }  # fmt: skip
        for place, text in list(leaf.labels()):
            if place[0] in weighed and "*" not in text:
                leaf.cells[place] = f"{text} (nghìn tấn)"
    return same


def unit_above_title(book: Book, _: Random) -> Change | None:
    """The unit note in a row of its own above the title."""
    for leaf in book.tables:
        place = _note(leaf)
        if place is None or _title(leaf) is None:
            return None
        said = leaf.cells.pop(place)
        leaf.move(lambda row: row + 1, lambda column: column)
        leaf.cells[1, place[1]] = said
    return same


def title_s_number_apart(book: Book, _: Random) -> Change | None:
    """The table's number in a cell of its own."""
    done = False
    for leaf in book.tables:
        found = _title(leaf)
        said = re.match(r"(\d+)\. (.*)", found[1]) if found else None
        if found and said:
            row, column = found[0]
            leaf.cells[row, column], leaf.cells[row, column + 1] = float(said[1]), said[2]
            done = True
    return same if done else None


def quarters_untitled(book: Book, _: Random) -> Change | None:
    """Tables of quarters whose titles do not say so."""
    done = False
    for leaf in book.leaves:
        for place, text in list(leaf.texts()):
            if not leaf.figures and "các quý" in text:
                leaf.cells[place] = text.split(" các quý", maxsplit=1)[0]
                done = True
    return same if done else None


def copies_untitled(book: Book, _: Random) -> Change:
    """Somebody's copy of each table, its title gone, on a sheet of its own."""
    for leaf in book.tables:
        other = leaf.copy()
        other.figures, other.name = [], f"tam {leaf.name}"[:31]
        for place, text in leaf.heads():
            if titles.title(text):
                del other.cells[place]
        book.leaves.append(other)
    return same


def roman_months(book: Book, _: Random) -> Change | None:
    """Months in Roman numbers."""
    done = False
    for leaf in book.tables:
        for place, text in list(leaf.heads()):
            said = re.sub(
                r"(?<=tháng )\d{1,2}(?= năm|/)", lambda n: _ROMAN[int(n[0])], text, flags=re.I
            )
            done |= said != text
            leaf.cells[place] = said
    return same if done else None


def beside_each_other(book: Book, _: Random) -> Change | None:
    """Imports at the right of exports on one sheet."""
    if len(book.tables) != 2 or any(len({f.flow for f in t.figures}) > 1 for t in book.tables):
        return None
    one, other = book.tables
    if any((t.hidden_columns or t.hidden_rows) for t in book.tables):
        return None
    right = max(c for _, c in one.cells) + 2
    other.move(lambda row: row, lambda column: column + right)
    one.cells |= other.cells
    one.formats |= other.formats
    one.merged += other.merged
    one.hidden_rows |= other.hidden_rows
    other.cells, other.fonts, other.formats, other.merged = {}, {}, {}, list[Area]()
    other.name = one.name
    book.leaves = [leaf for leaf in book.leaves if leaf is not other] + [other]
    return same


def names_go_on_beneath(book: Book, _: Random) -> Change | None:
    """Long names over two rows, the figures on the first."""
    done = False
    for leaf in book.tables:
        found = _by_row(leaf)
        long = sorted(
            (p, t) for p, t in leaf.labels()
            if len(t.split(" ")) > 4 and found[p[0]].ownership == "ALL" and "*" not in t
            and found[p[0]].item not in {"TOTAL", "OTHER"} and not t[:1].islower()
            and not folded(t).startswith(("trong", "tr", "-", "of which"))
        )[::2]  # fmt: skip
        opened(leaf, rows=[p[0] for p, _ in long])
        for down, ((row, column), text) in enumerate(long):
            words = text.split(" ")
            leaf.cells[row + down, column] = " ".join(words[:3])
            leaf.cells[row + down + 1, column] = " ".join(words[3:])
            done = True
    return same if done else None


VARIANTS: tuple[Variant, ...] = (
    *map(in_years, (-2, 1, 4)),
    without_columns("without_growth", growth=True),
    without_columns("without_quantities", growth=False),
    counted_as("units_short", "Ng. tấn; Tr.USD"), counted_as("units_of_t", "1000 T; triệu $"),
    counted_as("units_in_digits", "1.000 tấn - 1.000.000 USD"),
    counted_as("units_of_dollars", "Lượng: tấn; trị giá: nghìn đô la", 3, 3),
    short_measures, units_behind_names, unit_above_title, title_s_number_apart, quarters_untitled,
    copies_untitled, roman_months, beside_each_other, names_go_on_beneath,
)  # fmt: skip
