"""Unusual revisions by series, kept while the figures that tell of them stay the same."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    import pandas as pd

    from desktop.analysis.warnings.results import EarlyWarning
    from desktop.figures.month import Month
    from desktop.figures.series import Series
    from desktop.figures.warning_rules import Revision

    Found = tuple[EarlyWarning, ...]


class KeptRevisions:
    """What was found in one frame, which is that of an unchanged archive; from any thread."""

    def __init__(self) -> None:
        """Begin with nothing."""
        self._kept: tuple[Any, dict[tuple[Series, Revision, Month | None], Found]] = (None, {})

    def of(
        self, figures: pd.DataFrame, series: Series, rule: Revision, since: Month | None
    ) -> Found:
        """Give what `revised` tells of one series."""
        from desktop.analysis.warnings.revised import revised  # noqa: PLC0415 - pandas comes late

        kept = self._kept
        if kept[0] is not figures:
            self._kept = kept = (figures, {})
        held, key = kept[1], (series, rule, since)
        if key not in held:
            held[key] = tuple(revised(figures, [series], rule, since=since))
        return held[key]
