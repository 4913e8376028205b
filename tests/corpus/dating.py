"""The same tables in months that nobody here has, and with titles and headings that lie."""

from __future__ import annotations

from collections.abc import Callable
from random import Random

from desktop.figures.figure import FigureRow
from desktop.figures.month import Month
from desktop.figures.period import Basis, Period
from desktop.figures.series import Flow
from desktop.returns import headings, titles
from desktop.returns.text import decoded
from tests.corpus.books import Book, Leaf, Place, place_of
from tests.corpus.shapes import Change, Variant, heading_rows, pairs

_COUNTED = {Basis.CUMULATIVE, Basis.QUARTER, Basis.YEAR}
Meaning = tuple[str, Period, str]
"""Words over a group of columns, and the period and status that they mean."""


def newest(book: Book) -> Month | None:
    """The newest month that a book has figures of."""
    rows = [row for leaf in book.tables for row in leaf.figures if row.basis == Basis.MONTH]
    return max((Month.from_ordinal(row.period_end) for row in rows), default=None)


# ---- tables of other kinds of months -----------------------------------------------------------


def of_kind(name: str, kind: Callable[[Month], tuple[Meaning, Meaning, Meaning]]) -> Variant:
    """Keep an earlier figure, the month and a growth, and date them as `kind` says."""

    def variant(book: Book, _: Random) -> Change | None:
        now = newest(book)
        if now is None:
            return None
        meanings = kind(now)
        gone: set[tuple[str, int]] = set()
        new: dict[tuple[str, int], Meaning] = {}
        for leaf in book.tables:
            chosen = _three(leaf, now)
            if chosen is None:
                return None
            for group in pairs(leaf):
                columns = {(decoded(leaf.origin), c) for c in _originals(leaf, group)}
                if group in chosen:
                    new |= dict.fromkeys(columns, meanings[chosen.index(group)])
                else:
                    gone |= columns
            _redraw(leaf, chosen, [words for words, _, _ in meanings])
        return lambda row: _as_meant(row, new.get((row.sheet, place_of(row)[1])))

    variant.__name__ = name
    return variant


def _three(leaf: Leaf, now: Month) -> list[tuple[int, int]] | None:
    """An earlier or longer figure, the month, and a growth: the groups of columns of each."""
    by_column = {leaf.columns.get(c, c): r for r in leaf.figures for c in (place_of(r)[1],)}
    found: dict[str, tuple[int, int]] = {}
    for group in pairs(leaf):
        row = by_column[group[0]]
        is_now = row.basis == Basis.MONTH and row.period_end == now.ordinal
        kind = "growth" if row.unit == "index" else "month" if is_now else "other"
        found.setdefault(kind, group)
    one_flow = len({r.flow for r in leaf.figures}) == 1
    if found.keys() != {"growth", "month", "other"} or not heading_rows(leaf) or not one_flow:
        return None
    if any(a.right - a.left > 1 for a in leaf.merged if a.top in heading_rows(leaf)):
        return None
    return [found["other"], found["month"], found["growth"]]


def _originals(leaf: Leaf, group: tuple[int, int]) -> list[int]:
    wanted = range(group[0], group[1] + 1)
    real = {c for _, c in map(place_of, leaf.figures)}
    return [c for c in real if leaf.columns.get(c, c) in wanted]


def _redraw(leaf: Leaf, kept: list[tuple[int, int]], words: list[str]) -> None:
    rows, left = heading_rows(leaf), leaf.value_columns[0]
    for row, column in list(leaf.cells):
        in_group = any(a <= column <= b for a, b in kept)
        if column >= left and row >= rows[0] and (row in rows or not in_group):
            del leaf.cells[row, column]
    leaf.merged = [a for a in leaf.merged if a.top not in rows]
    for (first, _), text in zip(kept, words, strict=True):
        leaf.cells[rows[0], first] = text
    for place, text in list(leaf.heads()):
        if place[0] < rows[0] and headings.read(text).number:
            leaf.cells[place] = _title(leaf)


def _title(leaf: Leaf) -> str:
    return f"8. Hàng hoá {'xuất' if leaf.figures[0].flow == Flow.EXPORT else 'nhập'} khẩu"


def _as_meant(row: FigureRow, meaning: Meaning | None) -> FigureRow | None:
    if meaning is None:
        return None
    _, period, status = meaning
    return row._replace(
        basis=period.basis.value, period_start=period.start.ordinal, period_end=period.end.ordinal,
        status=status,
    )  # fmt: skip


def _january(words: str, before: Callable[[int], Period], status: str, base: str) -> Variant:
    """A January book: what stands before the month is last December, last year, or a year ago."""

    def kind(now: Month) -> tuple[Meaning, Meaning, Meaning]:
        year = now.year + 1
        month = Period.month(Month(year, 1))
        growth = f"Tháng 01 năm {year} {base.format(y=year - 1)} (%)"
        return (
            (words.format(y=year - 1), before(year - 1), status),
            (f"Ước tính tháng 01 năm {year}", month, "estimate"),
            (growth, month, "estimate"),
        )

    named = words.format(y="Y").replace(" ", "_")
    return of_kind(f"january_{named}", kind)


def _december(year: int) -> Period:
    return Period.month(Month(year, 12))


def _last_january(year: int) -> Period:
    return Period.month(Month(year, 1))


def _forecast(now: Month) -> tuple[Meaning, Meaning, Meaning]:
    """Nine months, the quarter, and what the whole year is thought to bring."""
    year = now.year
    return (
        (f"Thực hiện 9 tháng năm {year}", Period.to_date(Month(year, 9)), "actual"),
        (f"Ước tính năm {year}", Period.year(year, forecast=True), "estimate"),
        (f"9 tháng năm {year} so với 9 tháng năm {year - 1} (%)", Period.to_date(Month(year, 9)),
         "actual"),
    )  # fmt: skip


def _half_year(now: Month) -> tuple[Meaning, Meaning, Meaning]:
    """The second quarter beside six months."""
    year = now.year
    june = Month(year, 6)
    return (
        (f"Ước tính quý II năm {year}", Period.quarter(year, 2), "estimate"),
        (f"Ước tính 6 tháng đầu năm {year}", Period.to_date(june), "estimate"),
        (f"6 tháng đầu năm {year} so với cùng kỳ năm trước (%)", Period.to_date(june), "estimate"),
    )


def _last_year_beside(now: Month) -> tuple[Meaning, Meaning, Meaning]:
    """The same months of last year printed beside this year's."""
    year = now.year
    return (
        (f"Thực hiện 8 tháng năm {year - 1}", Period.to_date(Month(year - 1, 8)), "actual"),
        (f"Ước tính 8 tháng năm {year}", Period.to_date(Month(year, 8)), "estimate"),
        (f"8 tháng năm {year} so với 8 tháng năm {year - 1} (%)", Period.to_date(Month(year, 8)),
         "estimate"),
    )  # fmt: skip


def _december_of_year(now: Month) -> tuple[Meaning, Meaning, Meaning]:
    """December and the year under their shortest names."""
    year = now.year
    return (
        (f"Ước {year}", Period.year(year), "estimate"),
        (f"ƯTH tháng 12/{year}", Period.month(Month(year, 12)), "estimate"),
        (f"Năm {year}/{year - 1} (%)", Period.year(year), "estimate"),
    )


# ---- titles and headings that lie --------------------------------------------------------------


def stale_title(back: int, *, both: bool) -> Variant:
    """The title, of one table or of both, is that of an earlier month's book."""

    def variant(book: Book, _: Random) -> Change | None:
        now = newest(book)
        if now is None:
            return None
        was = now - back
        for leaf in book.tables[: None if both else 1]:
            first = heading_rows(leaf)[:1] or [leaf.data_rows[0]]
            lines = [p for p, t in sorted(leaf.heads()) if p[0] < first[0] and titles.title(t)]
            if not lines or len(_claimed(leaf)) < 2:
                return None
            for place, text in list(leaf.heads()):
                if place[0] < first[0] and place not in lines and headings.read(text).number:
                    del leaf.cells[place]
            to_date = f" và {was.number} tháng" if was.number > 1 else ""
            said = f"{_title(leaf)} tháng {was.number}{to_date} năm {was.year}"
            leaf.cells[lines[0]] = said
            for place in lines[1:]:
                del leaf.cells[place]
        return lambda row: row

    variant.__name__ = f"stale_title_{back}_{'both' if both else 'one'}"
    return variant


def _claimed(leaf: Leaf) -> set[tuple[str, bool]]:
    """Kinds of columns that end with the newest month."""
    last = max(r.period_end for r in leaf.figures if r.basis != Basis.YEAR_FORECAST)
    return {(r.basis, r.unit == "index") for r in leaf.figures if r.period_end == last}


def one_heading(name: str, change: Callable[[Month], Month]) -> Variant:
    """One heading over the month, the year to date or a growth names another month or year."""

    def variant(book: Book, chance: Random) -> Change | None:
        now = newest(book)
        leaf = chance.choice(book.tables)
        by_column = {leaf.columns.get(c, c): r for r in leaf.figures for c in (place_of(r)[1],)}
        groups = [
            g for g in pairs(leaf)
            if now and (r := by_column[g[0]]).period_end == now.ordinal
            and r.basis in _COUNTED | {Basis.MONTH} and (r.unit == "index" or r.status != "actual")
        ]  # fmt: skip
        if now is None or len(groups) < 3:
            return None
        group = chance.choice(groups)
        row = by_column[group[0]]
        spoken = [(p, t) for p, t in leaf.heads()
                  if group[0] <= p[1] <= group[1] and p[0] in heading_rows(leaf)]  # fmt: skip
        edited = _edited(leaf, spoken, row, now, change(now))
        return (lambda row: row) if edited else None

    variant.__name__ = name
    return variant


def _edited(
    leaf: Leaf, spoken: list[tuple[Place, str]], row: FigureRow, now: Month, said: Month
) -> bool:
    """Write another month, or year, where the heading names its own."""
    for place, text in sorted(spoken):
        before, *base = text.split("so với")
        new = before
        if said.year != now.year:
            new = before.replace(str(now.year), str(said.year))
        else:
            for form in (f"{now.number:02} ", f"{now.number} ", f"{now.number}/"):
                if form in f"{before} ":
                    new = f"{before} ".replace(form, f"{said.number}{form[-1]}", 1).rstrip()
                    break
        if new.strip() != before.strip():
            leaf.cells[place] = "so với".join([new + (" " if base else ""), *base])
            return (
                headings.read(new).number != 0 or headings.read(new).year is not None or bool(row)
            )
    return False


def _month_on(month: Month) -> Month:
    return Month(month.year, month.number % 12 + 1)


def _month_back(month: Month) -> Month:
    return Month(month.year, (month.number - 2) % 12 + 1)


VARIANTS: tuple[Variant, ...] = (
    _january("Thực hiện tháng 12 năm {y}", _december, "actual", "so với tháng 01 năm {y}"),
    _january("Thực hiện tháng 12 năm trước", _december, "actual", "so với cùng kỳ năm trước"),
    _january("Sơ bộ năm {y}", Period.year, "preliminary", "so với cùng kỳ năm trước"),
    _january("Ước tính năm {y}", Period.year, "estimate", "so với tháng 1 năm {y}"),
    _january("Thực hiện cả năm {y}", Period.year, "actual", "so với cùng kỳ năm {y}"),
    _january("Chính thức năm {y}", Period.year, "final", "so với cùng kỳ"),
    _january("Thực hiện 12 tháng năm {y}", lambda y: Period.to_date(Month(y, 12)), "actual",
             "so với cùng kỳ năm {y}"),
    _january("Thực hiện tháng 01 năm {y}", _last_january, "actual", "so với tháng 01 năm {y}"),
    _january("TH T12/{y}", _december, "actual", "so T1/{y}"),
    *(of_kind(k.__name__.strip("_"), k)
      for k in (_forecast, _half_year, _last_year_beside, _december_of_year)),
    *(stale_title(back, both=both) for back in (1, 3, 12) for both in (False, True)),
    one_heading("heading_a_month_on", _month_on),
    one_heading("heading_a_month_back", _month_back),
    one_heading("heading_a_year_back", lambda m: m - 12),
    one_heading("heading_a_year_on", lambda m: m + 12),
)  # fmt: skip
