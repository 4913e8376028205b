"""What a ranking is called: whose figures, over which months."""

from __future__ import annotations

from desktop.analysis.structure.names import name_in
from desktop.analysis.structure_results import Split, Window
from desktop.analysis.structure_view import View
from desktop.figures.groupings import Dimension
from desktop.figures.series import Flow
from desktop.figures.wording import Language


def period_words(view: View, lang: Language) -> str:
    """Name the months that a view compares."""
    through = view.overview.through
    if view.structure.window is Window.MONTH:
        return lang.month(through)
    if view.structure.window is Window.TO_DATE:
        return lang.plural("{count} month", "{count} months", through.number)
    return lang._("12 months to {month}", month=lang.month(through))


def ranked_title(split: Split, view: View, lang: Language) -> str:
    """Say what is ranked, over which months."""
    period = period_words(view, lang)
    flow = (
        lang._("Exports, {period}", period=period)
        if split.flow is Flow.EXPORT
        else lang._("Imports, {period}", period=period)
    )
    if not split.of:
        return flow
    other = Dimension.MARKET if split.dimension is Dimension.ITEM else Dimension.ITEM
    name = name_in(split.flow, other, split.of, lang)
    return f"{name} · {flow}"
