"""Offices' forms with figures that are known, to be changed as offices change them.

A form is a sheet's cells; those that hold a `Known` hold its number, and say what it must be
read as, wherever a change moves it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from decimal import Decimal
from pathlib import Path
from typing import Any, NamedTuple

from openpyxl import Workbook

from desktop.figures.reading import Reading
from desktop.returns import read_return
from desktop.returns.grid import address
from tests.returns.made import summary

MILLION = 1_000_000
TO_DATE = ("cumulative", "2025-01..2025-03")


class Known(NamedTuple):
    """A number that stands in a cell, and what it is; `amount` is what one of it counts."""

    printed: Any
    number: float
    item: str
    market: str = ""
    measure: str = "value"
    basis: str = "month"
    months: str = "2025-03"
    status: str = "estimate"
    amount: Decimal = Decimal(1)
    unit: str = "USD"

    def says(self, cell: str) -> str:
        """Write it as `made.summary` writes what was read."""
        who = f"{self.item} {self.market}".rstrip()
        value = Decimal(str(self.number)) * self.amount
        return (
            f"{cell} {who} {self.measure} {self.basis} {self.months} {self.status} "
            f"{float(value):g} {self.unit}"
        )


@dataclass
class Form:
    """One sheet: its cells by row and column, its merged areas."""

    name: str = "BC"
    cells: dict[tuple[int, int], Any] = field(default_factory=dict)
    merged: list[tuple[int, int, int, int]] = field(default_factory=list)

    def put(self, row: int, column: int, *values: Any) -> None:
        """Put values side by side."""
        for at, value in enumerate(values, column):
            if value is not None:
                self.cells[row, at] = value

    def column(self, row: int, column: int, *values: Any) -> None:
        """Put values beneath one another."""
        for at, value in enumerate(values, row):
            self.put(at, column, value)

    def move(self, place: Callable[[int, int], tuple[int, int]]) -> None:
        """Move every cell to another place; merged areas are given up."""
        self.cells = {place(*at): value for at, value in self.cells.items()}
        self.merged = []

    def known(self, change: Callable[[Known], Any]) -> None:
        """Change the figures."""
        for at, value in self.cells.items():
            if isinstance(value, Known):
                self.cells[at] = change(value)

    @property
    def last(self) -> tuple[int, int]:
        """How far it reaches."""
        return max(row for row, _ in self.cells), max(column for _, column in self.cells)

    def expected(self) -> list[str]:
        """What must be read."""
        return [k.says(address(*at)) for at, k in self.cells.items() if isinstance(k, Known)]


def read(path: Path, *forms: Form) -> Reading:
    """Write the forms to a workbook and read it."""
    book = Workbook()
    assert book.active is not None
    book.remove(book.active)
    for form in forms:
        sheet = book.create_sheet(form.name)
        for (row, column), value in form.cells.items():
            sheet.cell(row, column, value.printed if isinstance(value, Known) else value)
        for top, left, bottom, right in form.merged:
            sheet.merge_cells(start_row=top, start_column=left, end_row=bottom, end_column=right)
    book.save(path)
    return read_return(path)


def figures(reading: Reading) -> list[str]:
    """What was read, growth apart."""
    return [summary(row) for row in reading.rows if row.unit != "index"]


GOODS = (
    ("Thủy sản", "SEAFOOD", None, 742.5), ("Rau quả", "FRUITVEG", None, 421.3),
    ("Hạt điều", "CASHEW", 54.3, 371.2), ("Cà phê", "COFFEE", 151.2, 872.1),
    ("Gạo", "RICE", 1012.3, 520.3), ("Dệt, may", "TEXTILE", None, 3012.3),
    ("Giày dép", "FOOTWEAR", None, 1921.3),
)  # fmt: skip
MARKETS = (("Hoa Kỳ", "US", 0.25), ("Trung Quốc", "CN", 0.2), ("Đức", "DE", 0.1))


def money(number: float, item: str, market: str = "", amount: int = MILLION) -> Known:
    """A month's value."""
    number = round(number, 1)
    return Known(number, number, item, market, amount=Decimal(amount))


def to_date(known: Known) -> Known:
    """The year to date beside a month's figure."""
    number = round(known.number * 2.9, 1)
    basis, months = TO_DATE
    return known._replace(printed=number, number=number, basis=basis, months=months)


def values() -> Form:
    """A department's table of values: the month before, the month, the year to date, growth."""
    form = Form()
    form.put(1, 1, "KIM NGẠCH XUẤT KHẨU THÁNG 3 NĂM 2025")
    form.put(3, 6, "Đơn vị tính: triệu USD")
    form.put(4, 1, "STT", "Mặt hàng", "Thực hiện tháng 2/2025", "Ước tháng 3/2025",
             "Lũy kế 3 tháng/2025", "So cùng kỳ (%)")  # fmt: skip
    for at, (name, item, _, value) in enumerate((("Tổng số", "TOTAL", None, 9000.0), *GOODS)):
        now = money(value, item)
        before = money(value * 0.9, item)._replace(months="2025-02", status="actual")
        form.put(5 + at, 1, at or None, name, before, now, to_date(now), 104.1 + at)
    return form


def weighed() -> Form:
    """Quantities in tonnes and values in thousand USD, with a column of units."""
    form = Form()
    form.put(1, 1, "XUẤT KHẨU HÀNG HÓA THÁNG 3 NĂM 2025")
    form.put(3, 1, "STT", "Tên hàng", "ĐVT", "Tháng 3/2025", None, "3 tháng/2025")
    form.put(4, 4, "Số lượng", "Trị giá (1.000 USD)", "Số lượng", "Trị giá (1.000 USD)")
    form.merged += [(3, 4, 3, 5), (3, 6, 3, 7)]
    for at, (name, item, many, value) in enumerate(GOODS):
        now = money(value * 1000, item, amount=1000)
        form.put(5 + at, 1, at + 1, name, "Tấn" if many else None)
        form.put(5 + at, 5, now, None, to_date(now))
        if many:
            tonnes = Known(many * 1000, many * 1000, item, measure="quantity", unit="t")
            form.put(5 + at, 4, tonnes, None, to_date(tonnes))
    return form


def goods_above(*, capitals: bool = False, head: str = "Mặt hàng/Thị trường") -> Form:
    """Goods, and beneath each the markets that it goes to, in one column."""
    form = Form()
    form.put(1, 1, "XUẤT KHẨU HÀNG HÓA THÁNG 3 NĂM 2025")
    form.put(2, 4, "Đơn vị: triệu USD")
    form.put(4, 1, "STT", head, "Tháng 3/2025", "3 tháng/2025")
    row = 5
    for at, (name, item, _, value) in enumerate(GOODS, 1):
        now = money(value, item)
        form.put(row, 1, at, name.upper() if capitals else name, now, to_date(now))
        for below, (market, code, part) in enumerate(MARKETS, row + 1):
            now = money(value * part, item, code)
            form.put(below, 2, market, now, to_date(now))
        row += 1 + len(MARKETS)
    return form


def partners() -> Form:
    """The customs' table: partners in capitals, goods of each beneath, in capitals as well."""
    form = Form()
    form.put(1, 1, "XUẤT KHẨU HÀNG HÓA THEO THỊ TRƯỜNG VÀ MẶT HÀNG THÁNG 3 NĂM 2025")
    form.put(2, 4, "Đơn vị: triệu USD")
    form.put(4, 1, "STT", "Thị trường/Mặt hàng", "Tháng 3/2025", "3 tháng/2025")
    row = 5
    for at, (market, code, part) in enumerate(MARKETS, 1):
        now = money(9000 * part, "TOTAL", code)
        form.put(row, 1, at, market.upper(), now, to_date(now))
        for below, (name, item, _, value) in enumerate(GOODS[at:], row + 1):
            now = money(value * part, item, code)
            form.put(below, 2, name.upper(), now, to_date(now))
        row += 1 + len(GOODS[at:])
    return form


def divided(form: Form, last: int, *, again: Iterable[int] = ()) -> tuple[Form, Form]:
    """Put the rows behind the last of the first sheet on another, with some of its rows again."""
    heads = list(again)
    first, second = Form(form.name, merged=form.merged), Form(f"{form.name} (2)")
    for (row, column), value in form.cells.items():
        if row <= last:
            first.put(row, column, value)
        else:
            second.put(row - last + len(heads), column, value)
        if row in heads:
            second.put(heads.index(row) + 1, column, value)
    return first, second


def replaced(form: Form, old: str, new: str | None) -> None:
    """Put another text in the place of one; None takes it away."""
    at = next(place for place, value in form.cells.items() if value == old)
    form.cells[at] = new
    if new is None:
        del form.cells[at]


def weighed_in(unit: str, tonnes: str, items: Iterable[str] = ()) -> Callable[[Form], None]:
    """Print the quantities of some goods, or of all, in another unit."""
    chosen = frozenset(items)

    def change(form: Form) -> None:
        for (row, column), value in list(form.cells.items()):
            if (
                isinstance(value, Known)
                and value.unit == "t"
                and (not chosen or value.item in chosen)
            ):
                printed = float(Decimal(str(value.number)) / Decimal(tonnes))
                form.cells[row, column] = value._replace(
                    printed=printed, number=printed, amount=Decimal(tonnes)
                )
                form.cells[row, 3] = unit

    return change


def periods(
    heads: Iterable[tuple[str, str, str]], title: str = "XUẤT KHẨU HÀNG HÓA NĂM 2025"
) -> Form:
    """Values of periods side by side: the text over each, its basis and its months."""
    form = Form()
    form.put(1, 1, title)
    form.put(2, 3, "Đơn vị: triệu USD")
    form.put(4, 1, "STT", "Mặt hàng")
    for column, (text, basis, months) in enumerate(heads, 3):
        form.put(4, column, text or None)
        for row, (name, item, _, value) in enumerate(GOODS, 5):
            form.put(row, 1, row - 4, name)
            known = money(value * (1 + column / 20), item)
            form.put(row, column, known._replace(basis=basis, months=months))
    return form
