"""What is asked before a target is set: it can be meant, and is more likely a slip."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from desktop.figures.finding import Finding, Severity
from desktop.figures.target import Scope, Target
from desktop.figures.target_form import scope_text
from desktop.figures.target_names import FLOW_NAMES, scope_name
from desktop.figures.wording import Language

ASKED = frozenset(
    {"target_growth_doubtful", "province_merged", "province_grown", "target_changed_meanwhile"}
)
"""Codes of doubts that an official must confirm; others are only said."""

_OF_A_WHOLE = (-0.3, 0.5)
"""A year's growth of Viet Nam's exports and imports was between -13 and +40 % from 2001 to 2025."""
_OF_A_PART = (-0.8, 3.0)
"""Small markets grow faster: Africa's smallest trebled in half of 2025."""


def growth_doubt(scope: Scope, growth: Iterable[float | None]) -> Finding | None:
    """Doubt a growth that the years on record never came near; None where none is so.

    `growth` are the fractions that a target asks for, or that its value means on its base.
    """
    least, most = _OF_A_WHOLE if scope.is_total else _OF_A_PART
    odd = [rate for rate in growth if rate is not None and not least <= rate <= most]
    if not odd:
        return None
    usual = f"{100 * least:.1f} … {100 * most:.1f}"
    found = f"{100 * max(odd, key=abs):,.1f}"
    return Finding(
        Severity.WARNING, "target_growth_doubtful", found=found, expected=usual,
        about=scope_text(scope),
    )  # fmt: skip


def asked_of(doubts: Iterable[Finding]) -> tuple[Finding, ...]:
    """Give those that an official must confirm."""
    return tuple(doubt for doubt in doubts if doubt.code in ASKED)


def named(
    doubts: Iterable[Finding], targets: Iterable[Target], language: Language
) -> list[Finding]:  # fmt: skip
    """Name what doubts are about where they have a scope's code: ``export; item:COFFEE``.

    Months may stand in brackets behind it. Named are flows as a whole, and what targets are of.
    """
    scopes = (*(Scope(flow) for flow in FLOW_NAMES), *(t.scope for t in targets))
    names = {scope_text(scope): scope_name(scope, language) for scope in scopes}

    def name(about: str) -> str:
        code, parted, months = about.partition(" (")
        return f"{names.get(code, code)}{parted}{months}"

    return [replace(doubt, about=name(doubt.about)) for doubt in doubts]
