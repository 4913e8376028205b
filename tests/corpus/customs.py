"""The customs' tables (2X, 5X, 1X, 019.T) as other months and editions print them."""

from __future__ import annotations

from pathlib import Path
from random import Random

from desktop.figures.catalogue import items, markets
from desktop.figures.series import TOTAL, WORLD, Flow
from tests.corpus.books import Book, Leaf, place_of
from tests.corpus.shapes import (
    Change,
    Variant,
    columns_permuted,
    headings_divided,
    moved,
    opened,
    same,
    scratch,
    sheets_renamed,
    spaced,
    unmerged,
)

RECIPES = Path(__file__).resolve().parents[1] / "returns" / "recipes"
_NUMBERING = 1
"""STT stands in the first column, the name in the next."""
_SIGNS = {".": "dots", ",": "commas", "\xa0": "blanks"}
_HEADS = {
    "STT": "No.", "Mặt hàng chủ yếu": "Main commodities", "ĐVT": "Unit",
    "Thị trường/Mặt hàng": "Country/Territory - Main commodities",
    "Số trong tháng báo cáo": "In the reporting month", "Trong tháng": "In the month",
    "So với tháng trước (%)": "Compared with previous month (%)",
    "Cộng dồn đến hết tháng báo cáo": "Accumulated to the end of the reporting month",
    "So với cùng kỳ năm trước (%)": "Compared with the same period of last year (%)",
    "Lũy kế 6 tháng": "Accumulated 6 months", "Lượng": "Volume", "Trị giá (USD)": "Value (USD)",
    "Trị giá": "Value", "XUẤT KHẨU HÀNG HÓA THEO MẶT HÀNG CHỦ YẾU": "EXPORTS BY MAIN COMMODITIES",
    "XUẤT KHẨU HÀNG HÓA THEO THỊ TRƯỜNG VÀ MẶT HÀNG CHỦ YẾU":
        "EXPORTS BY COUNTRY/TERRITORY AND MAIN COMMODITIES",
    "NHẬP KHẨU HÀNG HÓA THEO THỊ TRƯỜNG VÀ MẶT HÀNG CHỦ YẾU":
        "IMPORTS BY COUNTRY/TERRITORY AND MAIN COMMODITIES",
    "Tháng 6 năm 2025 (Sơ bộ)": "June 2025 (Preliminary)", "CỤC HẢI QUAN": "VIETNAM CUSTOMS",
    "Tấn": "Ton", "Chiếc": "Unit", "TỔNG TRỊ GIÁ": "TOTAL",
}  # fmt: skip


def samples() -> list[Path]:
    """The sample workbooks of the customs' layouts, both editions."""
    return sorted(RECIPES.glob("customs_*/*.xlsx"))


def _written(sign: str, point: str) -> Variant:
    """Numbers as texts, whole ones with a sign between their thousands."""

    def variant(book: Book, _: Random) -> Change:
        for leaf in book.tables:
            rows, columns = set(leaf.data_rows), set(leaf.value_columns)
            for place, value in list(leaf.cells.items()):
                if isinstance(value, float) and place[0] in rows and place[1] in columns:
                    leaf.cells[place] = (
                        f"{value:,.0f}".replace(",", sign) if value.is_integer()
                        else str(value).replace(".", point)
                    )  # fmt: skip
        return same

    variant.__name__ = f"text_{_SIGNS[sign]}"
    return variant


def shifted_numbers(book: Book, chance: Random) -> Change:
    """Row numbers of another nomenclature."""
    by = chance.randint(1, 9)
    for leaf in book.tables:
        for row in leaf.data_rows:
            number = leaf.cells.get((row, _NUMBERING))
            if isinstance(number, float):
                leaf.cells[row, _NUMBERING] = number + by
    return same


def without_numbers(book: Book, _: Random) -> Change:
    """No row numbers."""
    for leaf in book.tables:
        for row in leaf.data_rows:
            leaf.cells.pop((row, _NUMBERING), None)
    return same


def numbers_as_text(book: Book, _: Random) -> Change:
    """Row numbers as texts, with a full stop."""
    for leaf in book.tables:
        for row in leaf.data_rows:
            number = leaf.cells.get((row, _NUMBERING))
            if isinstance(number, float):
                leaf.cells[row, _NUMBERING] = f"{number:.0f}."
    return same


def partners_not_in_capitals(book: Book, _: Random) -> Change | None:
    """Partners written as any other name."""
    found = False
    for leaf in book.tables:
        for place, text in list(leaf.labels()):
            code = markets().code(text)
            if text.isupper() and code in markets():
                leaf.cells[place] = markets().name(code, "vi")
                found = True
    return same if found else None


def everything_in_capitals(book: Book, _: Random) -> Change | None:
    """Titles, headings, names in capitals; where partners are, their items keep theirs."""
    if any(row.market != WORLD for leaf in book.tables for row in leaf.figures):
        return None
    for leaf in book.tables:
        leaf.rewrite(str.upper, [place for place, _ in (*leaf.heads(), *leaf.labels())])
    return same


def some_to_date_only(book: Book, chance: Random) -> Change | None:
    """Rows of goods with a year to date and nothing in the month."""
    gone: set[tuple[str, str]] = set()
    for leaf in book.tables:
        months = [f for f in leaf.figures if f.period_start == f.period_end and f.item != TOTAL]
        rows = {place_of(f)[0] for f in months}
        chosen = {row for row in rows if chance.random() < 0.5}
        for figure in months:
            if place_of(figure)[0] in chosen:
                leaf.cells.pop(place_of(figure), None)
                gone.add((leaf.name, figure.cell))
    return (lambda row: None if (row.sheet, row.cell) in gone else row) if gone else None


def total_below(book: Book, _: Random) -> Change | None:
    """The total in the last row of the table."""
    found = False
    for leaf in book.tables:
        rows = leaf.data_rows
        whole = {
            place_of(f)[0] for f in leaf.figures if (f.item, f.market) == (TOTAL, WORLD)
        }  # fmt: skip
        if whole == {rows[0]} and len(rows) > 1:
            first, last = rows[0], rows[-1]
            leaf.move(lambda r, f=first, z=last: z if r == f else r - (f < r <= z), lambda c: c)
            found = True
    return same if found else None


def footers(book: Book, _: Random) -> Change:
    """Notes, a source, a signature and a page's number beneath."""
    for leaf in book.tables:
        last = leaf.data_rows[-1]
        texts = ("Ghi chú: Số liệu sơ bộ, có thể thay đổi.", "Nguồn: Cục Hải quan", "Trang 1/12",
                 "Hà Nội, ngày 10 tháng 7 năm 2025")  # fmt: skip
        for at, text in enumerate(texts, start=2):
            leaf.cells[last + at, _NUMBERING] = text
    return same


def pages(book: Book, _: Random) -> Change | None:
    """A page break: the headings once more in the midst of the rows."""
    for leaf in book.tables:
        rows = leaf.data_rows
        heads = _heading_rows(leaf)
        if len(rows) < len(heads) + 1 or not heads:
            return None
        after = rows[len(rows) // 2]
        count = len(heads)
        leaf.move(lambda r, a=after, n=count: r + n * (r > a), lambda c: c)
        for at, head in enumerate(heads, start=1):
            for (row, column), value in list(leaf.cells.items()):
                if row == head:
                    leaf.cells[after + at, column] = value
    return same


def _heading_rows(leaf: Leaf) -> list[int]:
    """Rows right above the figures with several texts each."""
    above = [p for p, _ in leaf.heads()]
    return sorted({row for row, _ in above if sum(r == row for r, _ in above) > 2})


def split_headings(book: Book, _: Random) -> Change:
    """Nothing is merged, and an empty row stands beneath the headings."""
    for leaf in book.tables:
        leaf.merged = []
        opened(leaf, rows=[leaf.data_rows[0] - 1])
    return same


def english(book: Book, _: Random) -> Change | None:
    """The English edition: headings, units, names."""
    found = False
    for leaf in book.tables:
        if any(row.province for row in leaf.figures):
            return None
        texts = dict(leaf.texts())
        if not any(text in _HEADS for text in texts.values()):
            return None
        found = True
        leaf.rewrite(lambda text: _HEADS.get(text, text))
        by_row = {leaf.rows.get(r, r): f for f in leaf.figures for r in (place_of(f)[0],)}
        for place, text in list(leaf.labels()):
            row = by_row[place[0]]
            if place[1] == _NUMBERING + 1 and text not in _HEADS.values():
                leaf.cells[place] = (
                    items(Flow(row.flow)).name(row.item, "en") if row.item != TOTAL
                    else markets().name(row.market, "en").upper()
                )  # fmt: skip
    return same if found else None


def rows_between(book: Book, _: Random) -> Change:
    """An empty row beneath the title and in the midst of the figures."""
    for leaf in book.tables:
        opened(leaf, rows={1, leaf.data_rows[len(leaf.data_rows) // 2]})
    return same


def headings_over_two_rows(book: Book, chance: Random) -> Change | None:
    """The last word of each heading on a row of its own; provinces' "Trong tháng" stays whole."""
    if any(row.province for leaf in book.tables for row in leaf.figures):
        return None
    return headings_divided(book, chance)


VARIANTS: tuple[Variant, ...] = (
    _written(".", ","), _written(",", "."), _written("\xa0", ","), shifted_numbers,
    without_numbers, numbers_as_text, partners_not_in_capitals, everything_in_capitals,
    some_to_date_only, total_below, footers, pages, split_headings, english, rows_between,
    headings_over_two_rows, columns_permuted, moved, scratch, sheets_renamed, spaced, unmerged,
)  # fmt: skip
