"""What the codes of items, markets and groups are called."""

from __future__ import annotations

from desktop.figures.catalogue import items, markets
from desktop.figures.groupings import Dimension, group_named
from desktop.figures.series import OTHER, Flow
from desktop.figures.wording import Language


def name_in(flow: Flow, dimension: Dimension, code: str, language: Language) -> str:
    """Name of an item, a market or a group."""
    if code == OTHER:
        return language._("Other")
    group = group_named(code)
    if group:
        return group.name(language.code)
    known = items(flow) if dimension is Dimension.ITEM else markets()
    return known.name(code, language.code, short=True)
