"""An item, market or group that someone asks to see, by code or name, as it is typed in a hurry.

Looking decides nothing, and what is shown says its name: a name typed without any diacritics is
taken where it can mean one thing only. Labels of returns and targets are matched more strictly.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from functools import cache

from desktop.figures.catalogue import Catalogue, items, markets
from desktop.figures.finding import Finding, Refused, Severity
from desktop.figures.groupings import Dimension
from desktop.figures.names import folded_key
from desktop.figures.near_names import near_names
from desktop.figures.series import NEW, UNKNOWN, Flow
from desktop.figures.target_names import group_spellings, groups_called


def asked_item(text: str, *flows: Flow) -> str:
    """Give the code of an item of the first flow that knows it, or of a group of items.

    Raises `Refused` where none does, with near names, or where it may be several.
    """
    return _first(text, [items(flow) for flow in flows], Dimension.ITEM)


def asked_market(text: str) -> str:
    """Give the code of a market or a bloc; as `asked_item`."""
    return _first(text, [markets()], Dimension.MARKET)


def _first(text: str, catalogues: list[Catalogue], dimension: Dimension) -> str:
    typed = text.strip()
    if typed.startswith(NEW):
        return typed
    for known in catalogues:
        for code in (typed, typed.upper(), known.code(typed)):
            if code in known and code != UNKNOWN:
                return code
    meant = [_plain_spellings(known).get(folded_key(typed), ()) for known in catalogues]
    plain = next(filter(None, meant), ()) if typed.isascii() else ()
    codes = plain or groups_called(typed, dimension)
    if len(codes) > 1:
        raise _refused("target_name_unclear", typed, codes)
    if codes:
        return codes[0]
    spellings = [pair for known in catalogues for pair in known.spellings]
    spellings += group_spellings(dimension)
    raise _refused("target_unknown_name", typed, near_names(typed, spellings))


def _refused(code: str, typed: str, near: Sequence[str]) -> Refused:
    return Refused(Finding(Severity.ERROR, code, found=typed, expected=", ".join(near)))


@cache
def _plain_spellings(known: Catalogue) -> dict[str, tuple[str, ...]]:
    """Codes by their spellings without diacritics."""
    found: defaultdict[str, dict[str, None]] = defaultdict(dict)
    for spelling, code in known.spellings:
        if code != UNKNOWN:
            found[folded_key(spelling)][code] = None
    return {key: tuple(codes) for key, codes in found.items()}
