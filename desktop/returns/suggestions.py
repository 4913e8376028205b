"""Names near an unknown one: offered to the official, never taken."""

from __future__ import annotations

from functools import cache

from desktop.figures.catalogue import Catalogue, Name, industries, items, markets
from desktop.figures.names import folded_key
from desktop.figures.series import Flow

_NEAR = 72
_MOST = 3


def near_items(label: str, flow: Flow) -> tuple[str, ...]:
    """Vietnamese names of at most three items whose spelling is near."""
    return _near(label, items(flow))


def near_markets(label: str) -> tuple[str, ...]:
    """Vietnamese names of at most three markets whose spelling is near."""
    return _near(label, markets())


def near_industries(label: str) -> tuple[str, ...]:
    """Vietnamese names of at most three industries whose spelling is near."""
    return _near(label, industries())


@cache
def _near(label: str, catalogue: Catalogue) -> tuple[str, ...]:
    from rapidfuzz import fuzz, process  # noqa: PLC0415 - only unknown names need it

    names: list[Name] = list(catalogue)
    choices = {name.vi: folded_key(name.vi) for name in names}
    found = process.extract(
        folded_key(label), choices, scorer=fuzz.WRatio, limit=_MOST, score_cutoff=_NEAR
    )
    return tuple(name for _, _, name in found)
