"""The same tables as other hands type them: slips, numbers as text, columns and lines added."""

from __future__ import annotations

import re
from collections.abc import Callable
from decimal import Decimal
from random import Random

from desktop.returns import headings, titles
from desktop.returns.text import folded
from desktop.returns.units import units
from tests.corpus.books import Book, Leaf, Place, place_of
from tests.corpus.shapes import Change, Variant, heading_rows, opened, pairs, same

# ---- slips -------------------------------------------------------------------------------------

_SLIPS = (
    ("Thực hiện", ("Thưc hiên", "Thục hiện", "Thực hiên", "Thực hện", "Thựchiện", "Thực  hiện")),
    (
        "Ước tính",
        ("Uớc tính", "Ứơc tính", "Ước  tính", "Ướctính", "Ước tín", "ước tinh", "Ước tímh"),
    ),
    ("Cộng dồn", ("Công dồn", "Cộng đồn", "Cộngdồn", "Cộng don")),
    ("tháng", ("thang", "thàng", "thánh", "thág", "tháng ", "thảng", "thnág")),
    ("năm", ("nam", "nắm", "Năm", "nâm")),
    ("so với", ("so vơi", "sovới", "so vói", "So với")),
    ("cùng kỳ", ("cùng kì", "cùngkỳ", "cung kỳ", "cùng  kỳ")),
    ("Sơ bộ", ("Sơ bô", "So bộ", "Sơbộ")),
    ("Lượng", ("Luợng", "Lương", "Lựơng", "LƯỢNG")),
    ("Trị giá", ("Tri giá", "Trị gía", "Trịgiá", "Trị giá ")),
)


def slips(book: Book, chance: Random) -> Change:
    """A slip in every heading."""
    for leaf in book.tables:
        for place, text in list(leaf.heads()):
            if titles.title(text) and not headings.read(text).number:
                continue
            known = [(w, ways) for w, ways in _SLIPS if w in text]
            if known:
                word, ways = chance.choice(known)
                leaf.cells[place] = text.replace(word, chance.choice(ways), 1)
    return same


def glued(book: Book, _: Random) -> Change:
    """Words and numbers without the blank between them."""
    for leaf in book.tables:
        for place, text in list(leaf.heads()):
            if headings.read(text).span is not headings.Span.NONE:
                leaf.cells[place] = re.sub(r"\b(tháng|năm|quý) ", r"\1", text)
    return same


# ---- numbers -----------------------------------------------------------------------------------


def _numbers(leaf: Leaf) -> list[Place]:
    columns, rows = set(leaf.value_columns), set(leaf.data_rows)
    return [
        p for p, v in leaf.cells.items()
        if p[0] in rows and p[1] in columns and isinstance(v, float)
    ]  # fmt: skip


def _written(value: float, thousands: str, point: str, least: int = 0) -> str:
    number = Decimal(repr(value))
    digits = max(least, -int(number.as_tuple().exponent)) if number % 1 else least
    plain = f"{number:,.{digits}f}"
    return plain.translate(str.maketrans({",": thousands, ".": point}))


def as_text(name: str, thousands: str, point: str, share: float, least: int = 0) -> Variant:
    """Numbers that stand as text, all of them or some."""

    def variant(book: Book, chance: Random) -> Change:
        for leaf in book.tables:
            for place in _numbers(leaf):
                value = leaf.cells[place]
                if isinstance(value, float) and chance.random() < share:
                    leaf.cells[place] = _written(value, thousands, point, least)
        return same

    variant.__name__ = name
    return variant


def marks_for_nothing(book: Book, chance: Random) -> Change:
    """Dashes, dots and blanks where nothing is printed."""
    for leaf in book.tables:
        for row in leaf.data_rows:
            for column in leaf.value_columns:
                if (row, column) not in leaf.cells:
                    mark = chance.choice(("-", "…", "...", " ", "\u00a0", "–", "x", "''", "- "))
                    leaf.cells[row, column] = mark.replace("''", "")
        leaf.cells = {p: v for p, v in leaf.cells.items() if v != ""}
    return same


def counted_in(money: str, weight: str, by: int) -> Variant:
    """Values and quantities in units a thousand times smaller."""

    def variant(book: Book, _: Random) -> Change | None:
        for leaf in book.tables:
            notes = [p for p, t in leaf.heads() if units(t).money and not titles.title(t)]
            if len(notes) != 1 or len({r.flow for r in leaf.figures}) > 1:
                return None
            leaf.cells[notes[0]] = f"{weight}; {money}"
            for row in leaf.figures:
                was = place_of(row)
                place = leaf.rows.get(was[0], was[0]), leaf.columns.get(was[1], was[1])
                value = leaf.cells[place]
                if row.unit not in {"index", "pcs"} and isinstance(value, float):
                    power = by if row.unit == "USD" else 3
                    leaf.cells[place] = float(Decimal(repr(value)).scaleb(power))
        return same

    variant.__name__ = "units_" + folded(f"{weight} {money}").replace(" ", "_")
    return variant


# ---- columns -----------------------------------------------------------------------------------


def numbered_columns(book: Book, chance: Random) -> Change:
    """A line of column numbers beneath the headings: A, B, 1, 2, 3."""
    for leaf in book.tables:
        first = leaf.data_rows[0]
        opened(leaf, rows=[first - 1])
        row = leaf.data_rows[0] - 1
        way: Callable[[int], str | float] = chance.choice(
            (
                float,
                lambda n: f"({n})",
                str,
                lambda n: f"({n})=({n - 1})/2",
            )
        )
        for number, column in enumerate(leaf.value_columns, start=1):
            leaf.cells[row, column] = way(number)
        leaf.cells[row, 1] = "A"
    return same


def running_numbers(book: Book, _: Random) -> Change:
    """A column of running numbers before the names."""
    for leaf in book.tables:
        leaf.move(lambda row: row, lambda column: column + 1)
        top = min(r for (r, c), v in leaf.cells.items() if c >= leaf.value_columns[0])
        leaf.cells[heading_rows(leaf)[0] if heading_rows(leaf) else top, 1] = "STT"
        for number, row in enumerate(leaf.data_rows, start=1):
            leaf.cells[row, 1] = float(number)
    return same


def codes_unheaded(book: Book, _: Random) -> Change:
    """Somebody's codes before the names, typed as texts, beneath no heading."""
    for leaf in book.tables:
        leaf.move(lambda row: row, lambda column: column + 1)
        for number, row in enumerate(leaf.data_rows, start=1):
            leaf.cells[row, 1] = f"{number:03}"
    return same


def added(name: str, words: str, numbers: Callable[[Random], float]) -> Variant:
    """One more pair of columns, which is none of ours, somewhere among the others."""

    def variant(book: Book, chance: Random) -> Change | None:
        for leaf in book.tables:
            rows = heading_rows(leaf)
            groups = pairs(leaf)
            if not rows or any(
                a.right > b for a in leaf.merged for _, b in groups
                if a.top in rows and a.left <= b < a.right
            ):  # fmt: skip
                return None
            after = chance.choice(groups)[1]
            opened(leaf, columns=[after])
            opened(leaf, columns=[after + 1])
            named = next(
                (
                    r for r in range(leaf.data_rows[0] - 1, 0, -1)
                    if any(
                        headings.measure(str(leaf.cells.get((r, c), "")))
                        for c in leaf.value_columns
                    )
                ),
                None,
            )  # fmt: skip
            if named is None:
                return None
            now = max(r.period_end for r in leaf.figures)
            month, year = now % 12 + 1, now // 12
            leaf.cells[rows[0], after + 1] = words.format(
                m=month, y=year, before=(month - 2) % 12 + 1
            )
            leaf.cells[named, after + 1], leaf.cells[named, after + 2] = "Lượng", "Trị giá"
            for row in leaf.data_rows:
                leaf.cells[row, after + 1] = numbers(chance)
                leaf.cells[row, after + 2] = numbers(chance)
        return same

    variant.__name__ = name
    return variant


def _share(chance: Random) -> float:
    return round(chance.uniform(0, 100), 1)


def _change(chance: Random) -> float:
    return round(chance.uniform(60, 150), 1)


def units_in_measures(book: Book, _: Random) -> Change | None:
    """Units within the words over the columns: "Trị giá (Triệu USD)", none above the table."""
    for leaf in book.tables:
        notes = [p for p, t in leaf.heads() if units(t).money and not titles.title(t)]
        if len(notes) != 1:
            return None
        del leaf.cells[notes[0]]
        growth = {c for a, b in pairs(leaf) for c in range(a, b + 1) if _is_growth(leaf, a)}
        for place, text in list(leaf.heads()):
            said = headings.measure(text)
            if said and headings.read(text).span is headings.Span.NONE and place[1] not in growth:
                unit = "Nghìn tấn" if said.value == "quantity" else "Triệu USD"
                leaf.cells[place] = f"{text} ({unit})"
    return same


def _is_growth(leaf: Leaf, column: int) -> bool:
    return any(
        r.unit == "index" for r in leaf.figures
        if leaf.columns.get(place_of(r)[1], place_of(r)[1]) == column
    )  # fmt: skip


VARIANTS: tuple[Variant, ...] = (
    slips, glued,
    as_text("text_comma_all", ".", ",", 1.0), as_text("text_point_all", ",", ".", 1.0),
    as_text("text_blank_groups", " ", ",", 1.0), as_text("text_some", ".", ",", 0.2),
    as_text("text_one_decimal", ".", ",", 1.0, 1),
    marks_for_nothing,
    counted_in("Nghìn USD", "Tấn", 3),
    numbered_columns, running_numbers, codes_unheaded,
    added("growth_on_month", "Tháng {m} năm {y} so với tháng trước (%)", _change),
    added("growth_on_month_named", "Tháng {m} so với tháng {before} (%)", _change),
    added("shares", "Tỷ trọng {m} tháng năm {y} (%)", _share),
    added("of_plan", "% so với kế hoạch năm {y}", _share),
    units_in_measures,
)  # fmt: skip
