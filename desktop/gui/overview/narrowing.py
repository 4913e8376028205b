"""The overview's ranking within what every page is narrowed to: a market, an item, a month."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from desktop.analysis.results import Contribution
from desktop.analysis.structure_results import Split, Window
from desktop.figures.groupings import Dimension, group_named
from desktop.figures.series import Flow
from desktop.gui.structure.answer import months_asked

if TYPE_CHECKING:
    from collections.abc import Callable

    from desktop.figures.month import Month
    from desktop.gui.session import Focus, Selection
    from desktop.workflow import Office


@dataclass(frozen=True, slots=True)
class Narrowed:
    """Items and markets within a focus; `overview` is of the months that it is beside."""

    focus: Focus
    items: tuple[Contribution, ...]
    markets: tuple[Contribution, ...]


def question(
    selection: Selection, focus: Focus
) -> Callable[[Office, Any], Narrowed | None]:  # fmt: skip
    """Give the errand that ranks exports within a focus."""
    year, through, window = months_asked(selection, focus, Window.TO_DATE)

    def ask(office: Office, progress: Any) -> Narrowed | None:
        view = office.view(year, through, selection.vintage, window=window)
        if view is None:
            return None
        progress(0, 0, "")
        on, whole = view.overview.through, view.structure.exports

        def within(code: str, by: Dimension, all_of_it: Split) -> Split:
            found = code and office.detail(
                Flow.EXPORT, code, on, selection.vintage, by=by, window=window
            )
            return found.split if found else all_of_it

        return Narrowed(
            focus,
            _told(within(focus.market, Dimension.ITEM, whole.items), focus.item, on),
            _told(within(focus.item, Dimension.MARKET, whole.markets), focus.market, on),
        )

    return ask


def _told(split: Split, own: str, on: Month) -> tuple[Contribution, ...]:
    """Tell the parts that have a figure; of a group that is focused on its members alone."""
    group = group_named(own)
    members = group.members(on) if group else None
    return tuple(
        Contribution(
            p.code, p.value, p.base, p.growth, p.growth_printed, p.share, p.contribution,
            None, p.status, None,
        )
        for p in split.parts
        if p.value is not None and p.status and (members is None or p.code in members)
    )  # fmt: skip
