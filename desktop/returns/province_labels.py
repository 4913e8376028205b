"""Row labels of the provinces' form: a total for each flow, its sectors and items beneath."""

from __future__ import annotations

import re

from desktop.figures.series import TOTAL, Flow, Ownership
from desktop.returns.headings import flow
from desktop.returns.labels import Kind, SectorLabels, Subject, without_mark
from desktop.returns.names import CATALOGUES_ONLY, Names
from desktop.returns.text import folded

_TOTAL_OF_FLOW = re.compile(
    r"^(?:[ivx]+[.)]? |\d+[.)]? |- ?)?(?:tong )?(?:(?:kim ngach|gia tri|tri gia|hang hoa) )?"
    r"(?:xuat khau|nhap khau|xk|nk)(?: hang hoa)?(?: (?:tren dia ban|toan tinh|cua tinh)\b.*)?$"
)


def _way_of(label: str) -> Flow | None:
    """The flow whose total a label is; None for any other label."""
    return flow(label) if _TOTAL_OF_FLOW.search(folded(without_mark(label))) else None


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
        return _way_of(label) is not None or self._items.knows(label)

    def read(self, label: str, *, has_figures: bool) -> Subject:
        """Read the next row's label; call it once per row, from the top."""
        way = _way_of(label)
        if way is None:
            return self._items.read(label, has_figures=has_figures)
        self._items = SectorLabels(way, self._ownership, self._names)
        kind = Kind.ROW if has_figures else Kind.SECTION
        return Subject(kind, TOTAL, ownership=self._ownership, flow=way)
