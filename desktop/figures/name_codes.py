"""What the codes of names mean: which catalogue has them, and what they are called."""

from __future__ import annotations

from collections.abc import Sequence

from desktop.figures.catalogue import Catalogue, industries, items, markets
from desktop.figures.directions import LEAVE_OUT, NameKind
from desktop.figures.series import NEW, TRADE
from desktop.figures.wording import N_

KINDS = {
    NameKind.ITEM: N_("item"),
    NameKind.MARKET: N_("market"),
    NameKind.PROVINCE: N_("province"),
    NameKind.INDUSTRY: N_("industry"),
}
"""What the kinds are called."""


def catalogues(kind: NameKind, flow: str = "") -> Sequence[Catalogue]:
    """The catalogues that codes of a kind come from: of both flows, where none is named.

    Provinces have none: their codes are their names.
    """
    if kind is NameKind.ITEM:
        return [items(way) for way in TRADE if flow in {"", way.value}]
    if kind is NameKind.MARKET:
        return [markets()]
    return [industries()] if kind is NameKind.INDUSTRY else []


def name_of_code(kind: NameKind, code: str, language: str, flow: str = "") -> str:
    """Name of a code in a language ("vi" or "en"); empty for what is left out."""
    if code == LEAVE_OUT:
        return ""
    known = (c for c in catalogues(kind, flow) if code in c)
    return next((c.name(code, language) for c in known), code.removeprefix(NEW))
