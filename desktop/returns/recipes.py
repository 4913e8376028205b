"""The layouts we know, each by what is particular to it; everything else is the same engine."""

from __future__ import annotations

from desktop.returns import (
    customs,
    customs_provinces,
    gso_partners,
    industry,
    list_recipes,
    nso_wide,
    province_form,
)
from desktop.returns.found_table import Table
from desktop.returns.labels import SectorLabels
from desktop.returns.province_plan import proposals
from desktop.returns.recipe import Recipe
from desktop.returns.spans import Span

_HISTORY_MONTHS = 6


def _is_history(table: Table) -> bool:
    months = [c for c in table.columns if c.heading.span is Span.MONTH and not c.heading.compared]
    return len(months) > _HISTORY_MONTHS


def _has_markets_across(table: Table) -> bool:
    return customs.has_markets_across(table) and not customs.is_customs(table)


RECIPES = (
    *list_recipes.RECIPES,
    *industry.RECIPES,
    Recipe("gso_markets_across", "GSO", _has_markets_across, SectorLabels, names_partners=True),
    customs_provinces.RECIPE,
    province_form.BY_MARKET,
    province_form.RECIPE,
    *nso_wide.RECIPES,
    gso_partners.RECIPE,
    customs.BY_PARTNER,
    Recipe("gso_history", "GSO", _is_history, SectorLabels, customs.prepared),
    customs.HALF_MONTHS,
    customs.BY_ITEM,
    Recipe("gso_monthly", "GSO", lambda _: True, SectorLabels, proposals=proposals),
)
"""The first that fits is taken."""


def recipe_for(table: Table) -> Recipe:
    """Choose the layout of a table."""
    return next(recipe for recipe in RECIPES if recipe.fits(table))


def recipe_named(layout: str) -> Recipe | None:
    """Give the recipe of a layout; None where there is none of that name."""
    return next((recipe for recipe in RECIPES if recipe.layout == layout), None)
