"""Who reports and who is the partner, where lines above a table say so by name: databases do."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from desktop.figures.series import HERE, UNKNOWN
from desktop.returns.item_names import market_code
from desktop.returns.plans import words

_SAID = words.pattern(
    r"^(?:(?P<reporter>report(?:er|ing)|declarant)|(?:trad(?:e|ing) )?partner|counterpart|doi tac"
    r"|국가명?|상대국가?|相手国|国名|貿易夥伴|贸易伙伴|國家|国家|ประเทศ(?:คู่ค้า)?)"
    r"(?: (?:countr(?:y|ies)|area|economy|thuong mai))?s?\s*(?P<then>[:=]\s*)?(?P<who>.*)$"
)
_BEHIND = re.compile("[:=\uff1a\uff1d]")
_BRACKETED = re.compile(r"\(([^()]{4,})\)")
"""Shorter ones are units and marks: "(MT)" is no Malta."""


@dataclass(frozen=True, slots=True)
class Parties:
    """Names of who reports and of its partner, each empty where no line says it.

    `others` are the lines that speak of neither.
    """

    reporter: str
    partner: str
    others: tuple[str, ...]

    @property
    def market(self) -> str:
        """Code of the partner; ``UNKNOWN`` where none is said, or nobody knows it."""
        return market_code(self.partner) if self.partner else UNKNOWN


def parties(lines: Iterable[str]) -> Parties:
    """Take what is said of either from lines, behind its name or in the cell beside it."""
    found: dict[bool, str] = {}
    others: list[str] = []
    rest = list(lines)
    while rest:
        line = rest.pop(0)
        said = _SAID.match(words.plain(line))
        if said is None or (said["who"] and not said["then"]):
            others.append(line)
            continue
        who = _BEHIND.split(line, maxsplit=1)[-1] if said["who"] else _next(rest)
        found.setdefault(said["reporter"] is not None, who.strip())
    return Parties(found.get(True, ""), found.get(False, ""), tuple(others))


def _next(rest: list[str]) -> str:
    return rest.pop(0) if rest else ""


def bracketed(line: str) -> str:
    """Code of a country that a line names in brackets: "Trade of Japan (Viet Nam)"; else empty."""
    codes = (market_code(name.strip()) for name in _BRACKETED.findall(line))
    return next((code for code in codes if len(code) == len(HERE)), "")
