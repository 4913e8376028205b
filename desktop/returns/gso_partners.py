"""The statistics office's table of exports, imports or both by main market, a column a period."""

from __future__ import annotations

import re

from desktop.returns.customs import is_customs
from desktop.returns.found_table import Table
from desktop.returns.partner_labels import MarketLabels
from desktop.returns.recipe import Recipe
from desktop.returns.text import folded

BY_PARTNER = re.compile(
    r"\btheo (?:(?:mot so|cac|nhom|khoi|chau luc|khu vuc),? ?(?:va )?)*(?:nuoc|thi truong|doi tac)"
    r"|\bthi truong (?:xuat|nhap|xk|nk)|\bby (?:\w+ )?(?:countr|market|partner)"
    r"|^(?:main |major )?(?:export|import) (?:markets|partners)"
    r"|\b(?:sang|vao|den|toi|tu|voi) (?:(?:mot so|cac|nhung) (?:thi truong|nuoc|doi tac)"
    r"|(?:thi truong|doi tac) (?:chu yeu|chinh|lon|chu luc|trong diem)\b)"
    r"|\b(?:to|from|with) (?:the )?(?:main|major|some|selected|key|principal) (?:\w+ )?"
    r"(?:countr|market|partner)"
)
"""What a title says, folded, of a table by partner."""
_PARTNER_HEAD = re.compile(
    r"^(?:ten )?(?:thi truong|(?:khoi )?nuoc|vung lanh tho|doi tac|countr|markets?|partners?)"
)
_GOODS = re.compile(r"\b(?:mat hang|nhom hang|commodit|items?|products?)")


def has_partners(table: Table) -> bool:
    """Say whether a table's rows are partners and no goods stand beneath them."""
    title, heading = folded(table.title.text), folded(table.label_heading)
    partners = BY_PARTNER.search(title) or _PARTNER_HEAD.search(heading)
    goods = _GOODS.search(title) or _GOODS.search(heading) or table.unit_column
    return bool(partners) and not goods


def _fits(table: Table) -> bool:
    return has_partners(table) and not is_customs(table)


RECIPE = Recipe("gso_partners", "GSO", _fits, MarketLabels, names_partners=True)
