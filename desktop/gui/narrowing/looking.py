"""What a shown number is about, as what every page can be narrowed to: a market, an item, a month.

It is read from the number's name in the registry: ``imports+market:CN+item:ELEC@month.value``.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from desktop.figures.groupings import dimension_of
from desktop.figures.series import OTHER, TOTAL, TRADE, WORLD
from desktop.figures.wording import N_, Language
from desktop.gui.narrowing.chips import focus_name

if TYPE_CHECKING:
    from desktop.figures.month import Month
    from desktop.figures.series import Series
    from desktop.figures.target import Scope

LOOK = N_("Look at {name} alone")
_PARTS = re.compile(r"\b(item|market)[:=]([^+@=]+)")
_OF_A_GROUP = re.compile(r"\.part:group:[^=]+=(.+)")
_MONTH = "month"
Looked = Mapping[str, Any]
"""What is to be looked at, as `Session.focus_on` takes it: "market", "item", "month"."""


def about(name: str, through: Month | None = None) -> Looked:
    """Say what a number is about; a month only where it is of that month alone."""
    subject = name.rpartition(".")[0]
    found: dict[str, Any] = {k: code for k, code in _PARTS.findall(subject) if code != OTHER}
    grouped = _OF_A_GROUP.search(subject)
    if grouped and (dimension := dimension_of(grouped[1])):
        found[dimension.value] = grouped[1]
    if found and through is not None and subject.endswith(f"@{_MONTH}"):
        found[_MONTH] = through
    return found


def about_scope(scope: Scope | Series) -> Looked:
    """Say what a target, or a series of trade, is about."""
    if scope.flow not in TRADE:
        return {}
    told = (("market", scope.market, WORLD), ("item", scope.item, TOTAL))
    return {kind: code for kind, code, whole in told if code not in {whole, OTHER}}


def last_of(looked: Looked) -> Looked:
    """Leave the part itself of what a line is about: not what it is a part of, nor its month."""
    parts = [kind for kind in looked if kind != _MONTH][-1:]
    return {kind: looked[kind] for kind in parts}


def look_words(looked: Looked, lang: Language) -> dict[str, str]:
    """Word each look that is offered, by its kind."""
    return {
        kind: lang._(
            LOOK, name=lang.month(held) if kind == _MONTH else focus_name(kind, held, lang)
        )
        for kind, held in looked.items()
    }
