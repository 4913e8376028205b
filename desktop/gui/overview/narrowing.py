"""The overview's ranking within what every page is narrowed to: a market, an item, a month."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

from desktop.analysis.contributions import of_split
from desktop.analysis.results import Contribution
from desktop.analysis.structure_results import Split, Window
from desktop.figures.groupings import Dimension, group_named
from desktop.figures.series import TRADE, Flow
from desktop.gui.structure.answer import months_asked
from desktop.workflow import YearAsked

if TYPE_CHECKING:
    from collections.abc import Callable

    from desktop.analysis.results import Overview, Progress
    from desktop.analysis.structure_results import Part
    from desktop.analysis.structure_view import BalanceView, PartPath, View
    from desktop.figures.month import Month
    from desktop.gui.session import Focus
    from desktop.workflow import Office


@dataclass(frozen=True, slots=True)
class Narrowed:
    """What the overview tells within a focus.

    - `items` and `markets` are ranked within it, of the months that it is beside.
    - `progress`: how the market or item in focus stands in the year to date, None where nothing
      is held of it; a month alone is of all exports. `drawn` is the same for charts, of no month
      where nothing is held.
    - `part` and `path`: what it is of all exports, and its share of the total's path, where it is
      one market or item or a group. `balance`: the balance with it, by month too; `imports` as
      `progress` is of exports.
    """

    focus: Focus
    items: tuple[Contribution, ...]
    markets: tuple[Contribution, ...]
    progress: Progress | None = None
    part: Part | None = None
    path: PartPath | None = None
    balance: BalanceView | None = None
    imports: Progress | None = None
    drawn: Progress | None = None

    def standing(self, overview: Overview) -> Progress | None:
        """How what is in focus stands: a part, or all exports where a month alone is."""
        return self.progress if self.focus.market or self.focus.item else overview.exports


def question(
    selection: YearAsked, focus: Focus
) -> Callable[[Office, Any], Narrowed | None]:  # fmt: skip
    """Give the errand that tells of exports within a focus."""
    months, window = months_asked(selection, focus, Window.TO_DATE)

    def ask(office: Office, progress: Any) -> Narrowed | None:
        schemes = _schemes(focus)
        view = office.view(months, window=window, groupings=schemes)
        if view is None:
            return None
        progress(0, 0, "")
        on, whole = view.overview.through, view.structure.exports

        def within(code: str, by: Dimension, all_of_it: Split) -> Split | None:
            if not code:
                return all_of_it
            found = office.detail(Flow.EXPORT, code, on, selection.vintage, by=by, window=window)
            return found.split if found else None

        ranked = Narrowed(
            focus,
            _told(within(focus.market, Dimension.ITEM, whole.items), focus.item, on),
            _told(within(focus.item, Dimension.MARKET, whole.markets), focus.market, on),
        )
        progress(0, 0, "")
        return _standing(office, ranked, selection, view)

    return ask


def _standing(office: Office, ranked: Narrowed, selection: YearAsked, view: View) -> Narrowed:
    """Add how what is in focus stands in the year to date, and the balance with it."""
    from desktop.analysis.part_progress import no_progress  # noqa: PLC0415 - after first paint

    focus, vintage = ranked.focus, selection.vintage
    seen = office.overview(selection)
    balance = office.balance_view(selection, market=focus.market, item=focus.item)
    if seen is None or not (focus.market or focus.item):
        return replace(ranked, balance=balance)
    code = focus.market or focus.item
    both = bool(focus.market and focus.item)
    exports = view.structure.exports
    splits = (exports.markets, exports.items, *view.structure.groupings)
    found = (p for s in splits if s.flow is Flow.EXPORT if (p := s.part(code)))
    sold, bought = (
        office.part_progress(seen, flow, vintage, item=focus.item, market=focus.market)
        for flow in TRADE
    )
    return replace(
        ranked,
        progress=sold,
        drawn=sold or no_progress(seen, Flow.EXPORT),
        imports=bought,
        part=None if both else next(found, None),
        path=None if both else view.path(Flow.EXPORT, code),
        balance=balance,
    )


def _schemes(focus: Focus) -> tuple[str, ...]:
    groups = (group_named(code) for code in (focus.market, focus.item))
    return tuple(sorted({group.scheme for group in groups if group}))


def _told(split: Split | None, own: str, on: Month) -> tuple[Contribution, ...]:
    """Tell the parts that have a figure; of a group that is focused on its members alone."""
    if split is None:
        return ()
    group = group_named(own)
    return of_split(split, group.members(on) if group else None)
