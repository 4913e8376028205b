"""Why a chart of a year is empty: nothing is held of it, nor of the year before."""

from __future__ import annotations

from typing import TYPE_CHECKING

from desktop.analysis.wording import REASONS

if TYPE_CHECKING:
    from desktop.analysis.results import Progress
    from desktop.figures.wording import Language


def nothing_known(progress: Progress, lang: Language) -> str:
    """Say that there is nothing to draw; empty where there is."""
    known = any(
        amount is not None
        for p in progress.months
        for amount in (p.value, p.cumulative, p.last_year, p.required, p.path)
    )
    return "" if known else lang._(REASONS[progress.reason])
