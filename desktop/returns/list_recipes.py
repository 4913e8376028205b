"""Whose a long list is."""

from __future__ import annotations

import re

from desktop.figures.series import NATIONAL
from desktop.returns.found_table import Table
from desktop.returns.list_labels import ListLabels
from desktop.returns.recipe import Recipe
from desktop.returns.text import folded

_GOODS = re.compile(r"\b(?:hang|san pham|commodit|items?|products?|goods)")
_MARKETS = re.compile(r"\b(?:thi truong|nuoc|quoc gia|lanh tho|doi tac|countr|market|partner)")
_REPORTER = re.compile(r"\breport(?:er|ing)|\bdeclarant|\bcounterpart")
_CUSTOMS = re.compile(r"\b(?:hai quan|customs)\b")


def _is_list(table: Table) -> bool:
    return table.periods_in_rows


def _is_customs(table: Table) -> bool:
    """Say whether a list is the customs': they alone count goods by market."""
    plain = folded(table.label_heading)
    both = bool(_GOODS.search(plain) and _MARKETS.search(plain))
    said = any(_CUSTOMS.search(folded(line)) for line in table.above)
    return table.periods_in_rows and (both or said)


def _is_abroad(table: Table) -> bool:
    """Say whether a list is another country's, or a database's of several, ours among them."""
    reported = _REPORTER.search(folded(table.label_heading))
    return table.periods_in_rows and (table.province != NATIONAL or bool(reported))


RECIPES = (
    Recipe("list_abroad", "", _is_abroad, ListLabels, zeros_are_blanks=True, names_partners=True),
    Recipe("customs_list", "CUSTOMS", _is_customs, ListLabels, names_partners=True),
    Recipe("gso_list", "GSO", _is_list, ListLabels, names_partners=True),
)
