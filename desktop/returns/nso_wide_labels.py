"""Row labels of the statistics office's wide workbooks: items with their sectors, and partners."""

from __future__ import annotations

import re

from desktop.figures.catalogue import LISTED
from desktop.figures.directions import LEAVE_OUT
from desktop.figures.series import OTHER, TOTAL, UNKNOWN, Flow, Ownership
from desktop.returns.item_names import is_total
from desktop.returns.labels import Kind, SectorLabels, Subject
from desktop.returns.names import CATALOGUES_ONLY, Names
from desktop.returns.text import folded

_WITHOUT_CRUDE = re.compile(
    r"\bkhong (?:ke|bao gom|gom|tinh) dau tho\b|\b(?:excluding|excl\.?|without) crude\b"
)
_FDI = re.compile(
    r"\b(?:ke ca|bao gom ca|gom ca) dau tho\b|\b(?:including|incl\.?) crude\b"
    r"|\bkhu vuc co von\b|\bdt(?:tt)?nn\b"
)
_ITEMS_HEAD = re.compile(r"^nhom\s?/\s?mat hang\b")
_PARTNERS_HEAD = re.compile(
    r"^(?:trong do|t/do|of which)\b"
    r"|^(?:mot so|cac) (?:nuoc|thi truong|vung lanh tho).*\bkh[ao]c\b"
    r"|^other (?:countries|markets)\b"
)


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
        if _WITHOUT_CRUDE.search(plain):
            return Subject(Kind.ROW, OTHER, ownership=Ownership.FDI, flow=self._flow)
        if _FDI.search(plain):
            return Subject(Kind.ROW, TOTAL, ownership=Ownership.FDI, flow=self._flow)
        return self._items.read(label, has_figures=has_figures)


class WidePartnerLabels:
    """Rows of blocs, their members, and other partners; the total is that of the listed ones."""

    def __init__(
        self, flow: Flow | None, ownership: Ownership, names: Names = CATALOGUES_ONLY
    ) -> None:
        self._names = names
        self._flow = flow
        self._ownership = ownership

    def knows(self, label: str) -> bool:
        """Say whether the label is a known partner."""
        return self._names.market(label) != UNKNOWN

    def read(self, label: str, *, has_figures: bool) -> Subject:
        """Read the next row's label; call it once per row, from the top."""
        if not has_figures or _PARTNERS_HEAD.search(folded(label)):
            return Subject(Kind.SECTION, flow=self._flow)
        market = LISTED if is_total(label) else self._names.market(label)
        if market == UNKNOWN:
            return Subject(Kind.UNKNOWN_MARKET, flow=self._flow)
        kind = Kind.LEFT_OUT if market == LEAVE_OUT else Kind.ROW
        return Subject(kind, TOTAL, market, self._ownership, self._flow)
