"""Row labels of the statistics office's wide workbook of items, with their sectors."""

from __future__ import annotations

import re

from desktop.figures.series import OTHER, TOTAL, Flow, Ownership
from desktop.returns.labels import WITHOUT_CRUDE, Kind, SectorLabels, Subject
from desktop.returns.names import CATALOGUES_ONLY, Names
from desktop.returns.text import folded

_FDI = re.compile(
    r"\b(?:ke ca|bao gom ca|gom ca) dau tho\b|\b(?:including|incl\.?) crude\b"
    r"|\bkhu vuc co von\b|\bdt(?:tt)?nn\b"
)
_ITEMS_HEAD = re.compile(r"^nhom\s?/\s?mat hang\b")


class WideItemLabels:
    """Rows of the total, the foreign-invested sector with and without crude oil, and items.

    Everyone's items stand as plain rows beneath, crude oil among them.
    """

    def __init__(
        self, flow: Flow | None, ownership: Ownership, names: Names = CATALOGUES_ONLY
    ) -> None:
        self._flow = flow
        self._items = SectorLabels(flow, ownership, names)

    def knows(self, label: str) -> bool:
        """Say whether the label is in the catalogue, whatever stands above it."""
        return self._items.knows(label)

    def read(self, label: str, *, has_figures: bool) -> Subject:
        """Read the next row's label; call it once per row, from the top."""
        plain = folded(label)
        if _ITEMS_HEAD.search(plain):
            return Subject(Kind.SECTION, flow=self._flow)
        if WITHOUT_CRUDE.search(plain):
            return Subject(Kind.ROW, OTHER, ownership=Ownership.FDI, flow=self._flow)
        if _FDI.search(plain):
            return Subject(Kind.ROW, TOTAL, ownership=Ownership.FDI, flow=self._flow)
        return self._items.read(label, has_figures=has_figures)
