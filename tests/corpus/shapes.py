"""The same tables in other places: sheets, rows, columns, merged and divided headings."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Iterable
from random import Random

from desktop.figures.figure import FigureRow
from desktop.returns import headings
from desktop.returns.text import decoded
from tests.corpus.books import Area, Book, Fault, Leaf, place_of

Change = Callable[[FigureRow], FigureRow | None]
"""What becomes of a figure; None where it is no longer to be read."""
Variant = Callable[[Book, Random], Change | None]
"""Changes a book; gives what becomes of its figures, or None where it has nothing to change."""


def same(row: FigureRow) -> FigureRow:
    """Nothing changes for a figure."""
    return row


def sheets_renamed(book: Book, chance: Random) -> Change:
    """Other names, another order."""
    names = {leaf.name: f"{chance.choice(('Bieu', 'Sheet', 'XK', 'biểu '))}{n}"
             for n, leaf in enumerate(book.leaves)}  # fmt: skip
    for leaf in book.leaves:
        leaf.name = names[leaf.name]
    chance.shuffle(book.leaves)
    return same


def rows_inserted(book: Book, chance: Random) -> Change:
    """An empty row beneath the title, the headings and some of the figures."""
    for leaf in book.tables:
        first = leaf.data_rows[0]
        after = {1, max(1, first - 1), *chance.sample(leaf.data_rows[1:], k=3)}
        opened(leaf, rows=after)
    return same


def moved(book: Book, chance: Random) -> Change:
    """The table somewhere else on its sheet."""
    down, right = chance.randint(1, 9), chance.randint(1, 6)
    for leaf in book.tables:
        leaf.move(lambda row: row + down, lambda column: column + right)
    return same


def spaced(book: Book, chance: Random) -> Change:
    """An empty column behind some of the columns."""
    for leaf in book.tables:
        columns = leaf.value_columns
        chosen = [c for c in columns[1::2] if chance.random() < 0.7] or columns[-1:]
        opened(leaf, columns=chosen)
    return same


def joined_spacers(book: Book, _: Random) -> Change | None:
    """No empty columns between the columns."""
    done = False
    for leaf in book.tables:
        used = {c for _, c in leaf.cells} | set(leaf.value_columns)
        last = leaf.value_columns[-1]
        gone = [c for c in range(leaf.value_columns[0], last) if c not in used]
        if gone:
            done = True
            leaf.hidden_columns = [
                (a, b) for a, b in leaf.hidden_columns if not set(range(a, b + 1)) <= set(gone)
            ]
            leaf.merged = [
                a for a in leaf.merged if not set(range(a.left, a.right + 1)) <= set(gone)
            ]
            leaf.move(lambda row: row, _closing(gone))
    return same if done else None


def label_columns_joined(book: Book, _: Random) -> Change | None:
    """Names of goods in one column, where there were two."""
    done = False
    for leaf in book.tables:
        left, rows = (
            leaf.value_columns[0],
            set(range(leaf.data_rows[0] - 1, leaf.data_rows[-1] + 1)),
        )
        columns = {c for r, c in leaf.cells if c < left and r in rows}
        if len(columns) < 2 or any(sum((r, c) in leaf.cells for c in columns) > 1 for r in rows):
            continue
        done = True
        for (row, column), text in list(leaf.labels()):
            del leaf.cells[row, column]
            leaf.cells[row, min(columns)] = text
    return same if done else None


def unmerged(book: Book, _: Random) -> Change:
    """Headings that stand in the first of their cells, none merged."""
    for leaf in book.tables:
        leaf.merged = []
    return same


def headings_divided(book: Book, _: Random) -> Change | None:
    """Each line of a heading over two rows, its last word on the second."""
    done = False
    for leaf in book.tables:
        rows = heading_rows(leaf)
        if not rows:
            continue
        done = True
        opened(leaf, rows=rows)
        for (row, column), text in list(leaf.heads()):
            words = text.split(" ")
            if row in heading_rows(leaf) and column >= leaf.value_columns[0] and len(words) > 1:
                leaf.cells[row, column] = " ".join(words[:-1])
                leaf.cells[row + 1, column] = words[-1]
                for a in list(leaf.merged):
                    if (a.top, a.left) == (row, column):
                        leaf.merged.remove(a)
                        leaf.merged.append(a._replace(bottom=row))
                        leaf.merged.append(a._replace(top=row + 1))
    return same if done else None


def headings_joined(book: Book, _: Random) -> Change | None:
    """All lines of a heading in its first row."""
    done = False
    for leaf in book.tables:
        rows, firsts = heading_rows(leaf), [left for left, _ in pairs(leaf)]
        for column in firsts:
            lines = [(r, str(_plain(leaf.cells[r, column]))) for r in rows
                     if (r, column) in leaf.cells]  # fmt: skip
            if len(lines) > 1:
                done = True
                for row, _line in lines[1:]:
                    del leaf.cells[row, column]
                leaf.cells[lines[0][0], column] = " ".join(line for _, line in lines)
    return same if done else None


def scratch(book: Book, chance: Random) -> Change:
    """Somebody's own sums at the right of the table."""
    for leaf in book.tables:
        right = max(leaf.value_columns) + 2
        top = leaf.data_rows[0] - chance.randint(1, 3)
        free = right + max((c - right + 1 for _, c in leaf.cells if c >= right), default=0)
        leaf.cells[top, free] = chance.choice(("utt3", "t4/t3", "SS", "kiểm tra", "10t"))
        for row in leaf.data_rows:
            leaf.cells[row, free] = float(chance.randint(1, 90_000)) / 10
            leaf.cells[row, free + 1] = chance.choice((0.0, 1.5, "x", Fault("#DIV/0!")))
    return same


def hidden_row(book: Book, chance: Random) -> Change:
    """A row that nobody sees."""
    gone = set()
    for leaf in book.tables:
        row = chance.choice(leaf.data_rows[3:])
        leaf.hidden_rows.add(row)
        gone.add((decoded(leaf.origin), row))
    return lambda row: None if (row.sheet, place_of(row)[0]) in gone else row


def hidden_column(book: Book, chance: Random) -> Change:
    """A column that nobody sees."""
    gone = set()
    for leaf in book.tables:
        column = chance.choice(leaf.value_columns)
        leaf.hidden_columns.append((column, column))
        gone.add((decoded(leaf.origin), column))
    return lambda row: None if (row.sheet, place_of(row)[1]) in gone else row


def error_cells(book: Book, chance: Random) -> Change:
    """An error, and a formula that nobody computed, in cells of figures."""
    gone = set()
    for leaf in book.tables:
        for row, fault in zip(chance.sample(leaf.figures, 2), ("#REF!", ""), strict=True):
            place = place_of(row)
            leaf.cells[place] = Fault(fault)
            gone.add((decoded(leaf.origin), place))
    return lambda row: None if (row.sheet, place_of(row)) in gone else row


def columns_permuted(book: Book, chance: Random) -> Change | None:
    """Groups of columns in another order, each with all that stands in it."""
    done = False
    for leaf in book.tables:
        groups = pairs(leaf)
        apart = {frozenset(range(a, b + 1)) for a, b in groups}
        across = any(
            {c for c in range(a.left, a.right + 1) if c >= leaf.value_columns[0]} not in apart
            for a in leaf.merged
            if a.top in heading_rows(leaf) and a.right >= leaf.value_columns[0]
        )  # fmt: skip
        # Columns that lean on the words left of them, or stand under one heading, stay.
        if across or len({b - a for a, b in groups}) != 1 or not _each_speaks(leaf, groups):
            continue
        order = groups[:]
        chance.shuffle(order)
        goes = {
            old + n: new + n
            for (old, end), (new, _) in zip(groups, order, strict=True)
            for n in range(end - old + 1)
        }
        body = set(range(heading_rows(leaf)[0], leaf.data_rows[-1] + 1))
        cells = {}
        for (row, column), value in leaf.cells.items():
            cells[row, goes.get(column, column) if row in body else column] = value
        leaf.cells = cells
        leaf.merged = [
            replace_area(a, goes) if a.top in body and a.left in goes else a for a in leaf.merged
        ]
        leaf.columns = {c: goes.get(leaf.columns.get(c, c), leaf.columns.get(c, c))
                        for c in {place_of(row)[1] for row in leaf.figures}}  # fmt: skip
        done = True
    return same if done else None


def _each_speaks(leaf: Leaf, groups: list[tuple[int, int]]) -> bool:
    rows = heading_rows(leaf)
    return all(
        any(
            headings.read(str(_plain(leaf.cells.get((r, c), "")))).number
            for r in rows
            for c in range(a, b + 1)
        )
        for a, b in groups
    )


def replace_area(merged: Area, goes: dict[int, int]) -> Area:
    """Move a merged area with its columns."""
    return merged._replace(left=goes[merged.left], right=goes.get(merged.right, merged.right))


def pairs(leaf: Leaf) -> list[tuple[int, int]]:
    """First and last column of each group that one heading heads: quantity and value."""
    measures: dict[int, str] = {}
    for row in leaf.figures:
        column = leaf.columns.get(place_of(row)[1], place_of(row)[1])
        measures[column] = f"{row.basis} {row.period_start} {row.period_end} {row.unit == 'index'}"
    groups: list[tuple[int, int]] = []
    for column in sorted(measures):
        if groups and measures[groups[-1][0]] == measures[column]:
            groups[-1] = (groups[-1][0], column)
        else:
            groups.append((column, column))
    return groups


def heading_rows(leaf: Leaf) -> list[int]:
    """Rows that head columns, but for the last one, which names measures."""
    left = leaf.value_columns[0]
    rows = sorted({r for (r, c), t in leaf.heads() if c >= left})
    named = [r for r in rows if any(
        headings.measure(t) and headings.read(t).span is headings.Span.NONE
        for (at, _), t in leaf.heads() if at == r
    )]  # fmt: skip
    last = named[-1] if named else leaf.data_rows[0]
    dated = [
        r for r in rows
        if r < last and any(
            headings.read(str(_plain(v))).span is not headings.Span.NONE
            or headings.read(str(_plain(v))).status
            for (at, c), v in leaf.cells.items() if at == r and c >= left
        )
    ]  # fmt: skip
    return list(range(dated[0], last)) if dated else []


def opened(leaf: Leaf, *, rows: Iterable[int] = (), columns: Iterable[int] = ()) -> None:
    """Put an empty row or column behind each of these."""
    leaf.move(_opening(rows), _opening(columns))


def _opening(after: Iterable[int]) -> Callable[[int], int]:
    known = sorted(after)
    return lambda number: number + sum(number > a for a in known)


def _closing(gone: Iterable[int]) -> Callable[[int], int]:
    known = sorted(gone)
    return lambda number: number - bisect_right(known, number)


def _plain(value: object) -> object:
    return int(value) if isinstance(value, float) and value.is_integer() else value


VARIANTS: tuple[Variant, ...] = (
    sheets_renamed, rows_inserted, moved, spaced, joined_spacers, label_columns_joined, unmerged,
    headings_divided, headings_joined, scratch, hidden_row, hidden_column,
    error_cells, columns_permuted,
)  # fmt: skip
