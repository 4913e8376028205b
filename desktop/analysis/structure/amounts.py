"""One part's amounts before they are put in words of shares and growth: exact, in thousandths."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from desktop.analysis.structure.windows import column, common, course, places, sources
from desktop.analysis.structure_results import Window
from desktop.figures.figure import Source, Status
from desktop.figures.month import MONTHS_PER_YEAR, Month

if TYPE_CHECKING:
    from desktop.analysis.lines import Book
    from desktop.figures.series import Series

_STATUSES = tuple(Status)


@dataclass(frozen=True, slots=True)
class Amounts:
    """A code's amounts in a window and a year before it, in thousandths; None if unknown.

    `common` are the sums of the months that both years have, now and before, and how many these
    are. `alone` are members with a figure in one period only: `base` and `change` leave them out.
    `missing` are members without any. `alike` is set where now and base are not of the same
    things: what of them can be compared.
    """

    code: str
    now: int | None
    base: int | None
    change: int | None
    status: Status | None = None
    sources: tuple[Source, ...] = ()
    base_sources: tuple[Source, ...] = ()
    months: tuple[int | None, ...] = ()
    common: tuple[int, int, int] = (0, 0, 0)
    printed: float | None = None
    unit: str = ""
    base_unit: str = ""
    members: tuple[str, ...] = ()
    alone: tuple[str, ...] = ()
    missing: tuple[str, ...] = ()
    alike: tuple[int, int] | None = None

    @property
    def matched(self) -> tuple[int, int] | None:
        """Now and base of what can be compared; None where nothing can."""
        if self.alike:
            return self.alike
        if self.change is None or self.base is None:
            return None
        return self.base + self.change, self.base


def read(
    book: Book | None, series: Sequence[tuple[str, Series]], window: Window, through: Month
) -> list[Amounts]:
    """Read the amounts of series, each with the code it goes by here; unknown ones are left out."""
    held = [(code, s) for code, s in series if book and s in book.printed.series]
    if book is None or not held:
        return []
    at = places(book, [s for _, s in held])
    now = column(book, at, window, through)
    base = column(book, at, window, through - MONTHS_PER_YEAR)
    line, line_known = course(book, at, through)
    months = zip(line.tolist(), line_known.tolist(), strict=True)
    same = zip(*(a.tolist() for a in common(book, at, through)), strict=True)
    unit = book.printed.rows.unit
    columns = zip(
        held, at.tolist(),
        now.value.tolist(), now.known.tolist(), now.firmness.tolist(), now.rows.T.tolist(),
        base.value.tolist(), base.known.tolist(), base.rows.T.tolist(), months, same, strict=True,
    )  # fmt: skip
    return [
        Amounts(
            code,
            value if known else None,
            before if held_before else None,
            value - before if known and held_before else None,
            _STATUSES[firmness] if known else None,
            sources(book, rows) if known else (),
            sources(book, base_rows) if held_before else (),
            tuple(v if k else None for v, k in zip(*line, strict=True)),
            both,
            _printed(book, place, through) if known and window is Window.TO_DATE else None,
            unit(int(rows[0])) if known else "",
            unit(int(base_rows[0])) if held_before else "",
        )
        for (code, _), place, value, known, firmness, rows, before, held_before, base_rows, line,
            both in columns
    ]  # fmt: skip


def _printed(book: Book, place: int, through: Month) -> float | None:
    found = book.growth_printed((place, through.year - book.printed.first_year, through.number - 1))
    return found and found[0]


def together(code: str, parts: Iterable[Amounts], missing: Iterable[str] = ()) -> Amounts:
    """Add amounts up: all that is known now; base and change of what is known in both periods."""
    known = [p for p in parts if p.now is not None or p.base is not None]
    both = [p for p in known if p.change is not None]
    now = [p.now for p in known if p.now is not None]
    return Amounts(
        code,
        sum(now) if now else None,
        sum(p.base for p in both if p.base is not None) if both else None,
        sum(p.change for p in both if p.change is not None) if both else None,
        min((p.status for p in known if p.status), key=lambda s: s.rank, default=None),
        tuple(source for p in known for source in p.sources),
        tuple(source for p in both for source in p.base_sources),
        _course(known),
        members=tuple(p.code for p in known),
        alone=tuple(p.code for p in known if p.change is None),
        missing=tuple(sorted(missing)),
    )


def _course(parts: Sequence[Amounts]) -> tuple[int | None, ...]:
    """Month by month what is known of all; a month that one lacks is unknown."""
    return tuple(
        None if None in amounts else sum(a for a in amounts if a is not None)
        for amounts in zip(*(p.months for p in parts), strict=True)
    )
