"""Which numbers the page of the outlook shows where, for the question where they come from."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from functools import partial
from typing import TYPE_CHECKING

from desktop.figures.groupings import Dimension
from desktop.figures.month import MONTHS_PER_YEAR, Month
from desktop.figures.series import Flow
from desktop.figures.target import Scope
from desktop.figures.wording import N_
from desktop.gui.narrowing.looking import Looked, about_scope
from desktop.gui.outlook.numbers_within import BAND, of_answer, of_flow, of_month, of_part
from desktop.gui.provenance.offer import Number, Offer, OfRow

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from desktop.analysis.outlook import Outlook, PartsOutlook
    from desktop.gui.charts.plot import Plot
    from desktop.gui.outlook.within import Within
    from desktop.gui.parts.grid import GridView

_OF_A_FLOW = ("median", "growth", "known", "base", *BAND[1:])
_OF_A_PART = ("median", "growth", "known", *BAND[1:])
_OVER = ("month", "month_last_year")
_OVER_TO_DATE = ("cumulative", "path", "base_cumulative")
_MOVED = {
    "change": N_("Change since the month before"),
    "change_by_news": N_("Change by the newest month"),
    "change_by_revision": N_("Change by revisions"),
    "change_by_tet": N_("Change by Tết"),
}
_FLOWS = ("exports", "imports", "balance")
_ASKED = (0.5, 0.8)
"""The chances that levers are asked for, in the order in which they are told."""
_NARROWED = frozenset({"chances", "levers"})
"""Tables that tell of what pages are narrowed to under the same names."""
Shown = Callable[[], "Outlook | None"]
Narrowed = Callable[[], "Within | None"]


def offers_of(
    tables: Mapping[str, GridView], charts: tuple[Plot, Plot], answer: QWidget, shown: Shown,
    narrowed: Narrowed, parts: Callable[[Dimension], PartsOutlook | None],
) -> list[Offer]:  # fmt: skip
    """Offer the question on the answer, every table, and the months of both charts.

    `charts` are to date and month by month. `shown` is what the tables of targets and levers tell
    of; `narrowed` what all else is of, None while it is of all trade. `parts` are those that the
    tables of items and markets list.
    """
    rows: dict[str, Callable[[Outlook, int], Sequence[str]]] = {
        "flows": _flow,
        "chances": _chance,
        "items": partial(_part, Dimension.ITEM),
        "markets": partial(_part, Dimension.MARKET),
        "levers": _lever,
        "seen": _seen,
        "record": _record,
    }
    scopes: dict[str, Callable[[int], Looked]] = {
        "chances": partial(_aim, shown),
        "items": partial(_listed, parts, Dimension.ITEM),
        "markets": partial(_listed, parts, Dimension.MARKET),
    }
    within: dict[str, Callable[[Within, int], Sequence[Number]]] = {
        "flows": of_flow,
        "items": lambda held, row: of_part(held, Dimension.ITEM, row),
        "markets": lambda held, row: of_part(held, Dimension.MARKET, row),
    }

    def of_row(name: str, row: int) -> Sequence[Number]:
        told, held = shown(), narrowed()
        if held is not None and name not in _NARROWED:
            return within[name](held, row) if name in within else ()
        found = rows[name](told, row) if told else ()
        return tuple(Number(f"outlook:{n}", told.through) for n in found) if told else ()

    made = [_of_rows(t, partial(of_row, name), scopes.get(name)) for name, t in tables.items()]
    made += [
        Offer(chart, partial(_month, shown, narrowed, chart, which))
        for chart, which in zip(charts, ("", "alone_"), strict=True)
    ]
    return [*made, Offer(answer, partial(_answer, shown, narrowed))]


def of_sentences(shown: Shown, narrowed: Narrowed) -> Sequence[Number]:
    """Give what the sentences on the median tell: its makings, and the growth that would do."""
    told = shown()
    parts = told.exports.landing.parts if told and not narrowed() else None
    if told is None or parts is None:
        return ()
    names = ["level", "season_lift", *(["tet_weight"] if parts.lunar_month else [])]
    names += ["underlying_growth", *(f"needed_{round(n.chance * 100)}" for n in told.needed)]
    return tuple(Number(f"outlook:exports.{name}", told.through) for name in names)


def of_moves(shown: Shown, narrowed: Narrowed) -> Sequence[Number]:
    """Give what the sentence on the median's way since the month before tells."""
    told = shown()
    if told is None or narrowed() or told.exports.move is None:
        return ()
    names = ("change", "change_by_news", "change_by_revision", "change_by_tet")
    return tuple(Number(f"outlook:exports.{name}", told.through, _MOVED[name]) for name in names)


def of_month_rows(shown: Shown, narrowed: Narrowed, which: str) -> OfRow:
    """Give what a table of months shows in a row: `which` is "alone_", or empty for to date."""
    return lambda row, _column: _of_month(shown, narrowed, row, which)


def _answer(shown: Shown, narrowed: Narrowed) -> Sequence[Number]:
    told = shown()
    if held := narrowed():
        return of_answer(held)
    if told is None or told.exports.band is None:
        return ()
    of_all = next((c for c in told.chances if c.target.scope == Scope(Flow.EXPORT)), None)
    names = [f"exports.{name}" for name in _OF_A_FLOW]
    if of_all and of_all.chance is not None:
        names.insert(1, f"target:{of_all.target.number}.chance")
    return tuple(Number(f"outlook:{name}", told.through) for name in names)


def _of_rows(
    table: GridView, of_row: Callable[[int], Sequence[Number]],
    scope: Callable[[int], Looked] | None = None,
) -> Offer:  # fmt: skip
    def here() -> Sequence[Number]:
        row = table.currentIndex().row()
        return of_row(row) if row >= 0 else ()

    def looked() -> Looked:
        return scope(table.currentIndex().row()) if scope else {}

    return Offer(table, here, scope=looked if scope else None)


def _aim(shown: Shown, row: int) -> Looked:
    told = shown()
    chances = told.chances if told else ()
    return about_scope(chances[row].scope) if 0 <= row < len(chances) else {}


def _listed(
    parts: Callable[[Dimension], PartsOutlook | None], dimension: Dimension, row: int
) -> Looked:  # fmt: skip
    held = parts(dimension)
    return {dimension.value: held.parts[row].code} if held and 0 <= row < len(held.parts) else {}


def _flow(told: Outlook, row: int) -> Sequence[str]:
    shown = _FLOWS if told.balance else _FLOWS[:2]
    return [f"{shown[row]}.{name}" for name in _OF_A_FLOW] if row < len(shown) else ()


def _chance(told: Outlook, row: int) -> Sequence[str]:
    if row >= len(told.chances) or told.chances[row].chance is None:
        return ()
    return (f"target:{told.chances[row].target.number}.chance",)


def _part(dimension: Dimension, told: Outlook, row: int) -> Sequence[str]:
    parts = told.parts_of(Flow.EXPORT, dimension)
    if parts is None or row >= len(parts.parts):
        return ()
    code = parts.parts[row].code
    return [f"{dimension.value}:{code}.{name}" for name in _OF_A_PART]


def _lever(told: Outlook, row: int) -> Sequence[str]:
    if row >= len(told.levers):
        return ()
    held = told.levers[row]
    known = [f"lever_{round(c * 100)}" for c, n in zip(_ASKED, held.needed, strict=True) if n]
    about = f"{held.dimension.value}:{held.code}"
    return [f"{about}.{name}" for name in ("lever_growth", *known)]


def _seen(told: Outlook, row: int) -> Sequence[str]:
    """The newest month stands first."""
    newest_first = told.exports.seen[::-1]
    if row >= len(newest_first):
        return ()
    held = newest_first[row]
    names = ("median", "low", "high", *(["chance"] if held.chance is not None else []))
    return [f"exports@{held.month}.seen_{name}" for name in names]


def _record(told: Outlook, row: int) -> Sequence[str]:
    """The mean of the years stands first, then the newest."""
    record = told.exports.record
    years = sorted(record.by_year, reverse=True) if record else []
    if record is None or row > len(years):
        return ()
    about = f"exports@{years[row - 1]}" if row else "exports"
    return [f"{about}.error_{rule.value}" for rule in record.errors]


def _month(shown: Shown, narrowed: Narrowed, chart: Plot, which: str) -> Sequence[Number]:
    return _of_month(shown, narrowed, chart.slot, which)


def _of_month(shown: Shown, narrowed: Narrowed, slot: int | None, which: str) -> Sequence[Number]:
    """Name a month to come by its band; one that is over by its figure."""
    told = shown()
    if held := narrowed():
        return of_month(held, slot, alone=bool(which))
    if told is None or slot is None or slot >= MONTHS_PER_YEAR:
        return ()
    month = Month(told.year, slot + 1)
    if month <= told.through:
        names = _OVER if which else _OVER_TO_DATE
        return tuple(Number(f"exports.{name}", month) for name in names)
    if all(point.month != month for point in told.exports.fan):  # only last year's is shown
        name = "last_year" if which else "cumulative_last_year"
        return (Number(f"exports@{month}.{name}", told.through),)
    about = f"outlook:exports@{month}"
    return tuple(Number(f"{about}.{which}{name}", told.through) for name in BAND)
