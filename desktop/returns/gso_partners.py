"""The statistics office's table of exports, imports or both by main market, a column a period."""

from __future__ import annotations

import re

from desktop.figures.directions import LEAVE_OUT
from desktop.figures.series import OTHER, TOTAL, UNKNOWN, WORLD, Flow, Ownership
from desktop.returns.customs import is_customs
from desktop.returns.item_names import bare_name, is_total
from desktop.returns.labels import Kind, Subject
from desktop.returns.names import CATALOGUES_ONLY, Names
from desktop.returns.recipe import Recipe
from desktop.returns.table import Table
from desktop.returns.text import folded

_BY_PARTNER = re.compile(
    r"\btheo (?:(?:mot so|cac|nhom|khoi|chau luc|khu vuc),? ?(?:va )?)*(?:nuoc|thi truong|doi tac)"
    r"|\bthi truong (?:xuat|nhap|xk|nk)|\bby (?:\w+ )?(?:countr|market|partner)"
    r"|^(?:main |major )?(?:export|import) (?:markets|partners)"
)
_PARTNER_HEAD = re.compile(
    r"^(?:ten )?(?:thi truong|(?:khoi )?nuoc|vung lanh tho|doi tac|countr|markets?|partners?)"
)
_GOODS = re.compile(r"\b(?:mat hang|nhom hang|commodit|items?|products?)")
_OTHERS = re.compile(r"^(?:cac )?(?:(?:nuoc|thi truong) )?khac$|^others?(?: \w+)?$")


class MarketLabels:
    """Each row is a partner or a bloc; what is left is that of others, and of no goods."""

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
        bare = bare_name(label)
        if not has_figures or not bare:
            return Subject(Kind.SECTION, flow=self._flow)
        market = self._names.market(bare)
        if market == UNKNOWN and is_total(bare):
            market = WORLD
        elif market == UNKNOWN and _OTHERS.search(folded(bare)):
            market = OTHER
        if market == UNKNOWN:
            return Subject(Kind.UNKNOWN_MARKET, flow=self._flow)
        kind = Kind.LEFT_OUT if market == LEAVE_OUT else Kind.ROW
        return Subject(kind, TOTAL, market, self._ownership, self._flow)


def _fits(table: Table) -> bool:
    """Say whether a table's rows are partners and no goods stand beneath them."""
    title, heading = folded(table.title.text), folded(table.label_heading)
    partners = _BY_PARTNER.search(title) or _PARTNER_HEAD.search(heading)
    goods = _GOODS.search(title) or _GOODS.search(heading) or table.unit_column
    return bool(partners) and not goods and not is_customs(table)


RECIPE = Recipe("gso_partners", "GSO", _fits, MarketLabels, names_partners=True)
