"""What a name means to its sender: as the catalogues have it, else as an official decided."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import cached_property, lru_cache

from desktop.figures.catalogue import industries, markets
from desktop.figures.directions import NameDecision, NameKind
from desktop.figures.month import Month
from desktop.figures.names import name_key
from desktop.figures.provinces import is_merged_away, province_named
from desktop.figures.series import NEW, UNKNOWN, Flow
from desktop.returns.item_names import bare_name, item_code, market_code

_Name = tuple[NameKind, str, str]


class Names:
    """The names of one sender's tables.

    The catalogues come first and are exact but for spelling (`name_key`), so that no decision
    changes what a catalogue's name means. Every method gives a code, `LEAVE_OUT`, or ``UNKNOWN``.
    """

    def __init__(
        self, sender: str = "", decisions: Iterable[NameDecision] = (), month: Month | None = None
    ) -> None:
        """Take the decisions in force; those of other senders are passed over.

        `month` is what the table is about: names of provinces mean others since July 2025.
        """
        self.month = month
        self._sender = sender
        self._decisions = decisions

    def item(self, label: str, flow: Flow | None) -> str:
        """Code of an item; where the columns say which way goods go, one that both ways have."""
        code = item_code(label, flow or Flow.EXPORT)
        if flow is None and code != item_code(label, Flow.IMPORT):
            code = UNKNOWN
        return code if code != UNKNOWN else self.decided(NameKind.ITEM, label, flow or "")

    def market(self, label: str) -> str:
        """Code of a market or bloc."""
        code = market_code(label)
        return code if code != UNKNOWN else self.decided(NameKind.MARKET, label)

    def province(self, label: str, month: Month | None = None) -> str:
        """Name of a province, as it was in the month."""
        name = province_named(label, month)
        return name if name != UNKNOWN else self.decided(NameKind.PROVINCE, label)

    def industry(self, label: str, code: str) -> str:
        """Code of an industry, given what its catalogue says of the label."""
        return code if code != UNKNOWN else self.decided(NameKind.INDUSTRY, label)

    def remembered(self, kind: NameKind, label: str, flow: str = "") -> str:
        """Code by which a decision settled a name; empty where a catalogue, or nothing, did."""
        if not self._by_key:
            return ""
        code = self.decided(kind, label, flow)
        return "" if code == UNKNOWN or _in_catalogue(kind, label, flow) else code

    def decided(self, kind: NameKind, label: str, flow: str = "") -> str:
        """What was decided of a name for this flow, or for both; ``UNKNOWN`` where nothing was."""
        if not self._by_key:
            return UNKNOWN
        for key in dict.fromkeys((name_key(label), name_key(bare_name(label)))):
            for way in dict.fromkeys((flow, "")):
                code = self._by_key.get((kind, way, key))
                if code is not None:
                    return code
        return UNKNOWN

    def new_names(self, kind: NameKind, flow: str = "") -> tuple[tuple[str, str], ...]:
        """Names that officials made for this sender, each with its code."""
        made = {
            code
            for (k, way, _), code in self._by_key.items()
            if (k, way) in {(kind, flow), (kind, "")}
        }
        return tuple(
            (code.removeprefix(NEW), code) for code in sorted(made) if code.startswith(NEW)
        )

    @cached_property
    def _by_key(self) -> Mapping[_Name, str]:
        return _meanings(self._sender, tuple(self._decisions))


@lru_cache(maxsize=8)
def _meanings(sender: str, decisions: tuple[NameDecision, ...]) -> Mapping[_Name, str]:
    """Codes by kind, flow and key; kept, since one sender's books come one after another."""
    return {(d.kind, d.flow, name_key(d.label)): d.code for d in decisions if d.sender == sender}


def _in_catalogue(kind: NameKind, label: str, flow: str) -> bool:
    if kind is NameKind.ITEM:
        return bool(flow) and item_code(label, Flow(flow)) != UNKNOWN
    if kind is NameKind.PROVINCE:
        unit = province_named(label)
        return unit != UNKNOWN and not is_merged_away(unit)
    known = markets() if kind is NameKind.MARKET else industries()
    return known.code(label) != UNKNOWN


CATALOGUES_ONLY = Names()
"""For tables of which nothing was decided."""
