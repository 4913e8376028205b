"""Very large sheets for the benchmarks, in the offices' layouts."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import chain, islice
from pathlib import Path

import openpyxl

from desktop.figures.catalogue import aggregates, items, markets
from desktop.figures.series import HERE, OTHER, TOTAL, UNKNOWN, WORLD, Flow
from desktop.returns.item_names import item_code, market_code

ITEMS = 45
"""Goods that one partner buys, besides all others."""


def many_cells(path: Path, rows: int, columns: int) -> Path:
    """A table of the statistics office's kind, as long and wide as wanted; names come again."""
    book = openpyxl.Workbook(write_only=True)
    sheet = book.create_sheet("14.XK")
    sheet.append(["14. Hàng hóa xuất khẩu"])
    sheet.append(["Triệu USD"])
    sheet.append([None, *(f"Sơ bộ {month}" for month in _months(columns))])
    names = ["Tổng trị giá", "Thủy sản", "Cà phê", "Gạo", "Cao su", "Dệt, may", "Than đá"]
    for number in range(rows):
        name = names[number % len(names)]
        sheet.append([name, *[round(100 + number * 0.37 + n, 2) for n in range(columns)]])
    book.save(path)
    return path


def by_partner(path: Path, rows: int, months: int) -> Path:
    """The customs' table by partner and item over months: every figure is another one."""
    book = openpyxl.Workbook(write_only=True)
    sheet = book.create_sheet("5X")
    sheet.append(["TỔNG CỤC HẢI QUAN"])
    sheet.append(["XUẤT KHẨU HÀNG HÓA THEO THỊ TRƯỜNG VÀ MẶT HÀNG CHỦ YẾU"])
    heads = [(f"Sơ bộ {month}", None) for month in _months(months)]
    sheet.append(["Thị trường/Mặt hàng", "ĐVT", *chain.from_iterable(heads)])
    sheet.append([None, None, *(["Lượng", "Trị giá (USD)"] * months)])
    for line in islice(_partners(months), rows):
        sheet.append(line)
    book.save(path)
    return path


def _partners(months: int) -> Iterator[list[str | int | None]]:
    """Each partner with what it bought in all, then its goods, which add up to that."""
    goods = [*islice(_goods(), ITEMS), "Hàng hóa khác"]
    for number, partner in enumerate(_markets(), start=1):
        bought = [_bought(number, good, months) for good in range(len(goods))]
        dollars = [sum(month) for month in zip(*(line[1::2] for line in bought), strict=True)]
        yield [partner, "USD", *chain.from_iterable((None, month) for month in dollars)]
        yield from ([name, "Tấn", *line] for name, line in zip(goods, bought, strict=True))


def _bought(partner: int, good: int, months: int) -> list[int]:
    """Tonnes and US dollars of each month; a good's price is much the same in all of them."""
    line: list[int] = []
    for month in range(months):
        tonnes = 100 + (partner * 7_919 + good * 104_729 + month * 1_299_709) % 90_001
        line += [tonnes, tonnes * (600 + 137 * good) * (100 + month % 5) // 100]
    return line


def _goods() -> Iterator[str]:
    for name in items(Flow.EXPORT):
        own = not name.part_of and name.code not in {TOTAL, OTHER}
        if own and item_code(name.vi, Flow.EXPORT) == name.code:
            yield name.vi


def _markets() -> Iterator[str]:
    for name in markets():
        if name.code not in aggregates() | {WORLD, OTHER, UNKNOWN, HERE}:
            label = name.vi.upper()
            if market_code(label) == name.code:
                yield label


def _months(columns: int) -> Iterator[str]:
    return (f"tháng {1 + n % 12} năm {2000 + n // 12}" for n in range(columns))
