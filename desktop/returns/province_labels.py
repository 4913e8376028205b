"""Row labels of the provinces' form: a total for each flow, its sectors and items beneath."""

from __future__ import annotations

import re

from desktop.figures.series import TOTAL, Flow, Ownership
from desktop.returns.headings import flow
from desktop.returns.labels import Kind, SectorLabels, Subject
from desktop.returns.names import CATALOGUES_ONLY, Names
from desktop.returns.text import folded

_TOTAL_OF_FLOW = re.compile(
    r"^(?:[ivx]+[.)]? |\d+[.)]? |- ?)?(?:tong )?(?:(?:kim ngach|gia tri|tri gia|hang hoa) )?"
    r"(?:xuat khau|nhap khau|xk|nk)(?: hang hoa)?(?: (?:tren dia ban|toan tinh|cua tinh)\b.*)?$"
)


class ProvinceLabels:
    """As the statistics office's, but "Kim ngạch xuất khẩu", or "XUẤT KHẨU" alone, is a total."""

    def __init__(
        self, way: Flow | None, ownership: Ownership, names: Names = CATALOGUES_ONLY
    ) -> None:
        self._names = names
        self._ownership = ownership
        self._items = SectorLabels(way, ownership, names)

    def knows(self, label: str) -> bool:
        """Say whether the label is in the catalogue, whatever stands above it."""
        return bool(_TOTAL_OF_FLOW.search(folded(label))) or self._items.knows(label)

    def read(self, label: str, *, has_figures: bool) -> Subject:
        """Read the next row's label; call it once per row, from the top."""
        way = flow(label) if _TOTAL_OF_FLOW.search(folded(label)) else None
        if way is None:
            return self._items.read(label, has_figures=has_figures)
        self._items = SectorLabels(way, self._ownership, self._names)
        kind = Kind.ROW if has_figures else Kind.SECTION
        return Subject(kind, TOTAL, ownership=self._ownership, flow=way)
