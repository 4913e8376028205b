"""Frames laid out for warnings, kept while the same frames are looked at."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import pandas as pd

    from desktop.analysis.lines import Book
    from desktop.analysis.rows import Amounts

_MOST = 8
"""So many frames are kept; of more the one that was asked for first goes."""


class SeenBooks:
    """Books by the frame that they were laid out of, which is that of an unchanged archive."""

    def __init__(self) -> None:
        """Begin with none."""
        self._held: dict[tuple[int, bool], tuple[pd.DataFrame, Book | None]] = {}

    def of(self, figures: pd.DataFrame, amounts: Amounts, *, first_release: bool) -> Book | None:
        """Lay every subject of a frame out; None where none counts."""
        from desktop.analysis.lines import laid_out  # noqa: PLC0415 - pandas comes late

        key = (id(figures), first_release)
        held = self._held.pop(key, None)
        if held is None or held[0] is not figures:
            held = (figures, laid_out(figures, first_release=first_release, amounts=amounts))
        self._held[key] = held
        for gone in list(self._held)[:-_MOST]:
            self._held.pop(gone, None)
        return held[1]
