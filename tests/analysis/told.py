"""A sender's returns of two years, made by hand: ten items, months and years to date."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import date

from desktop.analysis.examining import examined
from desktop.analysis.history import History, Past, span_of, subject_of
from desktop.figures.comparison import Comparison
from desktop.figures.directions import Directions
from desktop.figures.figure import FigureRow, Status
from desktop.figures.month import Month
from desktop.figures.reading import DateOrigin, Reading
from desktop.figures.series import SCALE

ITEMS = (
    "COFFEE", "RICE", "TEA", "RUBBER", "CASHEW", "PEPPER", "TEXTILE", "FOOTWEAR", "ELEC", "WOOD",
)  # fmt: skip
"""The first six have a quantity too."""
COUNTED = ITEMS[:6]
JUNE = Month(2025, 6)
MILLION = 1_000_000


def month_value(item: str, month: Month) -> float:
    """US dollars of a month: every item has its size, its season, and grows by a tenth a year."""
    size = (40 + 17 * ITEMS.index(item)) * MILLION
    season = 1 + ((month.number * 5 + ITEMS.index(item) * 3) % 13 - 6) / 30
    return round(size * season * 1.1 ** (month.year - 2024), -2)


def to_date(item: str, month: Month) -> float:
    """US dollars from January to a month."""
    return sum(month_value(item, Month(month.year, n)) for n in range(1, month.number + 1))


def figure(
    item: str, month: Month, value: float, *, basis: str = "month", measure: str = "value",
    status: Status = Status.PRELIMINARY,
) -> FigureRow:  # fmt: skip
    """One figure in a cell of its own, printed in million US dollars or thousand tonnes."""
    unit, factor = {"value": ("USD", MILLION), "quantity": ("t", 1000)}.get(measure, ("index", 1))
    start = Month(month.year, 1) if basis == "cumulative" else month
    column = "CDEFGH"[2 * (basis == "cumulative") + (measure == "value")]
    column = "M" if unit == "index" else column
    return FigureRow(
        "export", measure, item, "WORLD", "ALL", "", unit, basis, start.ordinal, month.ordinal,
        status.value, round(value * SCALE), "14.XK", f"{column}{9 + ITEMS.index(item)}",
        f"{value / factor:g}" if unit == "index" else repr(value / factor), item.title(),
    )  # fmt: skip


def rows_of(month: Month, status: Status = Status.PRELIMINARY) -> list[FigureRow]:
    """A month's return: value and quantity of the month and of the year to date."""
    rows = []
    for item in ITEMS:
        spans = {"month": month_value(item, month)}
        if month.number > 1:
            spans["cumulative"] = to_date(item, month)
        for basis, value in spans.items():
            rows.append(figure(item, month, value, basis=basis, status=status))
            if item in COUNTED:
                tonnes = value / 2000
                rows.append(
                    figure(item, month, tonnes, basis=basis, measure="quantity", status=status)
                )
    return rows


def reading_of(rows: Sequence[FigureRow], directions: Directions | None = None) -> Reading:
    """A reading of rows."""
    made = Reading(
        "june.xlsx", "hash", "gso_monthly", "GSO", JUNE, None, DateOrigin.CALENDAR, tuple(rows)
    )
    return replace(made, directions=directions) if directions else made


def history_to(month: Month, months: int = 24) -> History:
    """What the returns of the months before, and of this one, told."""
    history = History()
    for back in range(months):
        tell(history, rows_of(month - back), month - back)
    return history


def tell(history: History, rows: Iterable[FigureRow], month: Month, number: int = 0) -> None:
    """Add a return of a month to a history."""
    day = (month + 1).day(6).isoformat()
    for row in rows:
        rank = (day, Status(row.status).rank, number)
        past = Past(rank, row.value, row.unit, number or month.ordinal, day, f"{month}.xlsx")
        history.add(subject_of(row), span_of(row), [past])


def june(
    rows: Sequence[FigureRow],
    history: History | None = None,
    directions: Directions | None = None,
    same_month: History | None = None,
    *,
    whole: bool = True,
) -> Comparison:
    """Examine a return of June 2025 after those of the two years before."""
    before = history_to(JUNE - 1) if history is None else history
    reading = reading_of(rows, directions)
    told = before, same_month or History(), date(2025, 7, 6)
    return examined(Comparison(), reading, *told, whole=whole)


def changed(rows: Iterable[FigureRow], cell: str, times: float) -> list[FigureRow]:
    """The same rows, with another number in one cell, as printed and as read."""
    return [
        row._replace(value=round(row.value * times), printed=repr(float(row.printed) * times))
        if row.cell == cell
        else row
        for row in rows
    ]
