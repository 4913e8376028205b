"""The same tables in other words: months, years, letters, spellings, status, units, English."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from random import Random

from desktop.figures.catalogue import items
from desktop.figures.figure import FigureRow
from desktop.figures.month import Month
from desktop.figures.period import Basis, Period
from desktop.figures.series import TOTAL, Flow, Ownership
from desktop.returns import headings, item_names, titles
from desktop.returns.text import folded
from desktop.returns.units import units
from tests.corpus.books import Book, Leaf, place_of
from tests.corpus.lettering import (
    blanks,
    broken_lines,
    bullets,
    capitals,
    decomposed,
    footnote_marks,
    mixed_codes,
    other_tones,
    small_letters,
    tcvn3_with_font,
    tcvn3_without_font,
    unicode_in_old_font,
    vni_with_font,
    within_words,
    wrapped_labels,
)
from tests.corpus.shapes import Change, Variant, heading_rows, pairs, same

WORDS = ("", "Một", "Hai", "Ba", "Tư", "Năm", "Sáu", "Bảy", "Tám", "Chín", "Mười", "Mười một",
         "Mười hai")  # fmt: skip
ENGLISH = ("", "January", "February", "March", "April", "May", "June", "July", "August",
           "September", "October", "November", "December")  # fmt: skip
QUARTERS = ("", "I", "II", "III", "IV")
Wording = Callable[[FigureRow], str]
"""Words over the columns of a figure's period."""


def months_of(row: FigureRow) -> tuple[Month, Month]:
    """First and last month of a figure."""
    return Month.from_ordinal(row.period_start), Month.from_ordinal(row.period_end)


# ---- headings written anew ---------------------------------------------------------------------


def _status(row: FigureRow, words: Sequence[str]) -> str:
    return words[["estimate", "preliminary", "actual", "final"].index(row.status)]


def _plain(row: FigureRow) -> str:
    """As the office wrote from 2002 to 2025."""
    end = months_of(row)[1]
    status = _status(row, ("Ước tính", "Sơ bộ", "Thực hiện", "Chính thức"))
    return _compared(f"{status} {_span(row, end)}", row, f"so với cùng kỳ năm {end.year - 1} (%)")


def _span(row: FigureRow, end: Month, *, first: bool = False) -> str:
    if row.basis == Basis.MONTH:
        return f"tháng {end.number} năm {end.year}"
    if row.basis == Basis.QUARTER:
        return f"quý {QUARTERS[end.number // 3]} năm {end.year}"
    if row.basis == Basis.CUMULATIVE:
        return f"{end.number} tháng{' đầu' if first else ''} năm {end.year}"
    return f"năm {end.year}"


def _compared(level: str, row: FigureRow, base: str) -> str:
    if row.unit != "index":
        return level
    words = level.split(" ", 2)
    return f"{words[2].capitalize()} {base}"


def _slashed(row: FigureRow) -> str:
    """As the office wrote in 2000-2003: "Cộng dồn 7 tháng/2001"."""
    end = months_of(row)[1]
    span = {
        Basis.MONTH: f"tháng {end.number:02}/{end.year}",
        Basis.QUARTER: f"quý {QUARTERS[end.number // 3]}/{end.year}",
        Basis.CUMULATIVE: f"{end.number} tháng/{end.year}",
    }.get(Basis(row.basis), f"cả năm {end.year}")
    status = _status(row, ("Ước tính", "Sơ bộ", "Thực hiện", "Chính thức"))
    if row.unit == "index":
        return f"{span} so với {span.replace(str(end.year), str(end.year - 1))} (%)"
    return f"{status} {span}"


def _abbreviated(row: FigureRow) -> str:
    """Short forms: "Ước TH T6/2024", "8T/2012"."""
    end = months_of(row)[1]
    span = {
        Basis.MONTH: f"T{end.number}/{end.year}",
        Basis.QUARTER: f"Q{QUARTERS[end.number // 3]}/{end.year}",
        Basis.CUMULATIVE: f"{end.number}T/{end.year}",
    }.get(Basis(row.basis), f"Năm {end.year}")
    if row.unit == "index":
        return f"{span} so cùng kỳ (%)"
    return f"{_status(row, ('Ước TH', 'SB', 'TH', 'Chính thức'))} {span}"


def _capital(row: FigureRow) -> str:
    """In capitals, the cumulative by its other names."""
    end = months_of(row)[1]
    span = _span(row, end, first=True)
    if row.unit == "index":
        return f"{span} so với cùng kỳ năm trước (%)".upper()
    lead = "Lũy kế " if row.basis == Basis.CUMULATIVE and row.status == "estimate" else ""
    return f"{_status(row, ('ước tính', 'sơ bộ', 'thực hiện', 'chính thức'))} {lead}{span}".upper()


def _spelt(row: FigureRow) -> str:
    """Months in words: "Thực hiện tháng Tám năm 2011", "Chín tháng năm 2011"."""
    end = months_of(row)[1]
    span = {
        Basis.MONTH: f"tháng {WORDS[end.number]} năm {end.year}",
        Basis.QUARTER: f"quý {QUARTERS[end.number // 3]} năm {end.year}",
        Basis.CUMULATIVE: f"{_counted(end.number)} tháng đầu năm {end.year}",
    }.get(Basis(row.basis), f"cả năm {end.year}")
    if row.unit == "index":
        return f"{span} so với cùng kỳ năm {end.year - 1} (%)"
    return f"{_status(row, ('Ước tính', 'Sơ bộ', 'Thực hiện', 'Chính thức'))} {span}"


def _counted(number: int) -> str:
    return ("bốn" if number == 4 else WORDS[number]).lower()


def _english(row: FigureRow) -> str:
    """As the office's English books have it, with their typing errors."""
    end = months_of(row)[1]
    span = {
        Basis.MONTH: f"{ENGLISH[end.number]} {end.year}",
        Basis.QUARTER: f"{('', '1st', '2sd', '3rd', '4th')[end.number // 3]} quarter of {end.year}",
        Basis.CUMULATIVE: f"{end.number} months of {end.year}",
    }.get(Basis(row.basis), f"the year {end.year}")
    if row.unit == "index":
        return f"{span} versus same period last year (%)"
    return f"{_status(row, ('Estimate', 'Preliminary', 'Performance', 'Official'))} {span}"


def _english_long(row: FigureRow) -> str:
    """The English of others: "Accumulated 9 months of 2020 (Est.)"."""
    end = months_of(row)[1]
    quarter = f"{('', 'First', 'Second', 'Third', 'Fourth')[end.number // 3]} quarter {end.year}"
    to_date = f"the first {_english_count(end.number)} months of {end.year}"
    span = {
        Basis.MONTH: f"{ENGLISH[end.number][:3]}. {end.year}", Basis.QUARTER: quarter,
        Basis.CUMULATIVE: to_date,
    }.get(Basis(row.basis), f"Year {end.year}")  # fmt: skip
    if row.unit == "index":
        return f"{span} compared to the same period of {end.year - 1} (%)"
    return f"{_status(row, ('Estimated', 'Prel.', 'Actual', 'Final'))} {span}"


def _english_count(number: int) -> str:
    names = "one two three four five six seven eight nine ten eleven twelve"
    return names.split(" ")[number - 1]


def reworded(wording: Wording, measures: tuple[str, str] = ("Lượng", "Trị giá")) -> Variant:
    """Write every heading anew."""

    def variant(book: Book, _: Random) -> Change | None:
        for leaf in book.tables:
            if not _head(leaf, wording, measures):
                return None
        return same

    variant.__name__ = f"headings{wording.__name__}"
    return variant


def _head(leaf: Leaf, wording: Wording, measures: tuple[str, str]) -> bool:
    rows = heading_rows(leaf)
    if not rows or len({row.flow for row in leaf.figures}) > 1:
        return False
    left = leaf.value_columns[0]
    by_column = {leaf.columns.get(c, c): r for r in leaf.figures for c in (place_of(r)[1],)}
    for place, text in list(leaf.heads()):
        if place[0] in rows and place[1] >= left and not units(text):
            del leaf.cells[place]
        elif place[0] > rows[-1] and (said := headings.measure(text)):
            leaf.cells[place] = measures[said.value == "value"]
    for row, column in [p for p, v in leaf.cells.items() if isinstance(v, float)]:
        if row in rows and column >= left:
            del leaf.cells[row, column]
    leaf.merged = [a for a in leaf.merged if a.top not in rows]
    for first, _ in pairs(leaf):
        leaf.cells[rows[0], first] = wording(by_column[first])
    return True


# ---- months ------------------------------------------------------------------------------------


def shifted(months: int) -> Variant:
    """The same book some months, or years, on or back; `_plain` names the periods anew.

    A quarter at the end of a quarter, a whole year in December and January's columns are named
    as the office names them.
    """

    def variant(book: Book, _: Random) -> Change | None:
        period = _moving(book, months)
        if period is None:
            return None
        wording = period_wording(period)
        for leaf in book.tables:
            title = next(
                ((p, t) for p, t in sorted(leaf.heads()) if titles.title(t) is not None), None
            )
            if title is None or not _head(leaf, wording, ("Lượng", "Trị giá")):
                return None
            flow = "xuất khẩu" if leaf.figures[0].flow == Flow.EXPORT else "nhập khẩu"
            for place, text in list(leaf.heads()):
                if place[0] < heading_rows(leaf)[0] and headings.read(text).number:
                    leaf.cells[place] = f"8. Hàng hoá {flow}"
            leaf.cells[title[0]] = f"8. Hàng hoá {flow}"
        return lambda row: _redated(row, period(row))

    variant.__name__ = f"months_{months:+}"
    return variant


def _moving(book: Book, months: int) -> Callable[[FigureRow], Period] | None:
    rows = [row for leaf in book.tables for row in leaf.figures]
    monthly = [months_of(r)[1] for r in rows if r.basis == Basis.MONTH]
    if not monthly:
        return None
    now = max(monthly)
    later = now + months
    if now.number == 1 or later.number == 1:  # January's books have columns of their own
        return None
    before = any(
        r.basis in {Basis.CUMULATIVE, Basis.QUARTER} and months_of(r)[1] == now - 1 for r in rows
    )
    if before and later.number == 2:
        return None

    def period(row: FigureRow) -> Period:
        end = months_of(row)[1]
        if row.basis == Basis.MONTH:
            return Period.month(end + months)
        if row.basis == Basis.YEAR_FORECAST or end.year != now.year:
            return Period.year(
                end.year + later.year - now.year,
                forecast=row.basis == "year_forecast" and later.number < 12,
            )
        moved = end + months
        if moved.number == 12:
            return Period.year(moved.year)
        return Period.quarter(moved.year, 1) if moved.number == 3 else Period.to_date(moved)

    return period


def period_wording(period: Callable[[FigureRow], Period]) -> Wording:
    """Name a figure's new period as the office does."""
    return lambda row: _plain(_redated(row, period(row)))


def _redated(row: FigureRow, period: Period) -> FigureRow:
    return row._replace(
        basis=period.basis.value, period_start=period.start.ordinal, period_end=period.end.ordinal
    )


# ---- labels ------------------------------------------------------------------------------------


def english(wording: Wording) -> Variant:
    """The whole book in English."""

    def variant(book: Book, chance: Random) -> Change | None:
        if reworded(wording, ("Volume", "Value"))(book, chance) is None:
            return None
        for leaf in book.tables:
            if len({row.flow for row in leaf.figures}) > 1:
                return None
            _translate(leaf)
        return same

    variant.__name__ = f"all{wording.__name__}"
    return variant


def _translate(leaf: Leaf) -> None:
    flow = Flow(leaf.figures[0].flow)
    by_row = {leaf.rows.get(r, r): f for f in leaf.figures for r in (place_of(f)[0],)}
    first = heading_rows(leaf)[0]
    for place, text in list(leaf.texts()):
        if place[0] in by_row and place[1] < leaf.value_columns[0]:
            leaf.cells[place] = _english_label(by_row[place[0]], text, flow)
        elif units(text) and place[0] <= leaf.data_rows[0]:
            leaf.cells[place] = "1000 tons, Mill. USD"
        elif titles.title(text):
            leaf.cells[place] = f"25. {'Exports' if flow is Flow.EXPORT else 'Imports'} of goods"
        elif place[0] < first:
            del leaf.cells[place]
        elif folded(text).startswith("mat hang"):
            leaf.cells[place] = "MAIN PRODUCTS"
        elif (said := units(text)).pieces and place[0] > leaf.data_rows[-1]:
            stars = re.search(r"\*+", text)
            thousand = "1000 " if said.pieces > 1 else ""
            leaf.cells[place] = f"({stars[0] if stars else '*'}) {thousand}units, Mill. USD"


def _english_label(row: FigureRow, text: str, flow: Flow) -> str:
    if row.item == TOTAL and row.ownership != Ownership.ALL:
        return {"DOMESTIC": "Domestic economic sector", "FDI": "FDI sector"}[row.ownership]
    if row.ownership == Ownership.FDI and row.item == "OTHER":
        return "Others"
    stars = "(*)" if "*" in text and row.item != TOTAL else ""
    within = "Of which: " if item_names.is_within(text) else ""
    return within + items(flow).name(row.item, "en") + stars


# ---- status and units --------------------------------------------------------------------------

_STATUS = {"estimate": "Ước tính", "preliminary": "Sơ bộ", "actual": "Thực hiện",
           "final": "Chính thức"}  # fmt: skip


def other_status(book: Book, chance: Random) -> Change | None:
    """Each column's status another one, its word said in its heading.

    A year that is not over stays an estimate: nobody can have carried it out.
    """
    new: dict[tuple[str, int], str] = {}
    for leaf in book.tables:
        for row in leaf.figures:
            status = chance.choice(list(_STATUS))
            early = row.basis == Basis.YEAR_FORECAST
            new.setdefault((row.basis, row.period_end), "estimate" if early else status)

    def changed(row: FigureRow) -> FigureRow:
        return row._replace(status=new[row.basis, row.period_end])

    for leaf in book.tables:
        if not _head(leaf, lambda row: _plain(changed(row)), ("Lượng", "Trị giá")):
            return None
    return changed


_UNITS = (
    "Nghìn tấn; Triệu USD", "1000 tấn, triệu USD", "Nghìn tấn, triệu đô la Mỹ",
    "ĐVT: Nghìn tấn; Triệu USD", "Đơn vị tính: 1.000 tấn, triệu USD", "(Nghìn tấn, Triệu USD)",
    "Lượng: Nghìn tấn; Trị giá: Triệu USD", "Ngàn tấn - Triệu USD", "Nghìn tấn; Tr.USD",
    "1000 tấn; Triệu đôla Mỹ", "Nghìn tấn; Triệu US$", "nghìn tấn/triệu USD",
)  # fmt: skip


def other_units(book: Book, chance: Random) -> Change | None:
    """The unit note spelt otherwise, in another cell above the table."""
    for leaf in book.tables:
        notes = [p for p, t in leaf.heads() if units(t).money and not titles.title(t)]
        if len(notes) != 1 or not heading_rows(leaf):
            return None
        row = heading_rows(leaf)[0]
        del leaf.cells[notes[0]]
        free = [c for c in range(1, leaf.value_columns[-1] + 1) if (row - 1, c) not in leaf.cells]
        if not free or row < 2:
            return None
        leaf.merged = [a for a in leaf.merged if not a.top <= row - 1 <= a.bottom]
        leaf.cells[row - 1, chance.choice(free)] = chance.choice(_UNITS)
    return same


VARIANTS: tuple[Variant, ...] = (
    *(reworded(w) for w in (_plain, _slashed, _abbreviated, _capital, _spelt)),
    *(english(w) for w in (_english, _english_long)),
    *(shifted(n) for n in (1, -1, 2, 3, 4, 5, 6, -7, 12, -36)),
    tcvn3_with_font, tcvn3_without_font, vni_with_font, unicode_in_old_font, mixed_codes,
    decomposed, blanks, broken_lines, capitals, small_letters, other_tones, footnote_marks,
    bullets, within_words, wrapped_labels, other_status, other_units,
)  # fmt: skip
