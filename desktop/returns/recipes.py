"""The layouts we know, each by what is particular to it; everything else is the same engine."""

from __future__ import annotations

import re

from desktop.returns import industry, nso_wide, province_form
from desktop.returns.headings import Span
from desktop.returns.labels import PartnerLabels, SectorLabels
from desktop.returns.recipe import Recipe
from desktop.returns.table import Table
from desktop.returns.text import folded

_CUSTOMS = re.compile(r"\bhai quan\b|\bcustoms\b")
_PARTNERS = re.compile(r"\b(?:thi truong|nuoc|vung lanh tho|countr|market|partner|territor)")
_HISTORY_MONTHS = 6


def _is_customs(table: Table) -> bool:
    return any(_CUSTOMS.search(folded(line)) for line in table.above)


def _has_partners(table: Table) -> bool:
    return bool(_PARTNERS.search(folded(table.label_heading)))


def _is_history(table: Table) -> bool:
    months = [c for c in table.columns if c.heading.span is Span.MONTH and not c.heading.compared]
    return len(months) > _HISTORY_MONTHS


RECIPES = (
    *industry.RECIPES,
    province_form.RECIPE,
    *nso_wide.RECIPES,
    Recipe("customs_5x", "CUSTOMS", _has_partners, PartnerLabels),
    Recipe("gso_history", "GSO", _is_history, SectorLabels),
    Recipe("customs_2x", "CUSTOMS", _is_customs, SectorLabels),
    Recipe("gso_monthly", "GSO", lambda _: True, SectorLabels),
)
"""The first that fits is taken."""


def recipe_for(table: Table) -> Recipe:
    """Choose the layout of a table."""
    return next(recipe for recipe in RECIPES if recipe.fits(table))
