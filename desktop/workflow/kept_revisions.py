"""Unusual revisions that were found, kept while the figures that tell of them stay the same."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Callable, Hashable, Iterable

    import pandas as pd

    from desktop.analysis.warnings.results import EarlyWarning

    Found = tuple[EarlyWarning, ...]


class KeptRevisions:
    """What was found in one frame, which is that of an unchanged archive; from any thread."""

    def __init__(self) -> None:
        """Begin with nothing."""
        self._kept: tuple[Any, dict[Hashable, Found]] = (None, {})

    def of(
        self, figures: pd.DataFrame, asked: Hashable, find: Callable[[], Iterable[EarlyWarning]]
    ) -> Found:
        """Give what is found of what is asked, in a frame."""
        kept = self._kept
        if kept[0] is not figures:
            self._kept = kept = (figures, {})
        held = kept[1]
        if asked not in held:
            held[asked] = tuple(find())
        return held[asked]
