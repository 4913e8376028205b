"""The catalogues of items, markets and industries: codes, names in both languages, aliases.

Source: ``resources/commodities.csv``, ``markets.csv``, ``market_names.csv`` (CLDR, written by
``market_names.py``) and ``industries.csv``.
"""

from __future__ import annotations

import csv
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache, partial

from desktop.figures.names import name_key
from desktop.figures.places import resource
from desktop.figures.series import NEW, OTHER, TOTAL, TRADE, UNKNOWN, WORLD, Flow

_FLOW_LETTER = {"X": Flow.EXPORT, "M": Flow.IMPORT}
_MARKET_CODE = {"TOTAL": WORLD, "UNKNOWN": OTHER}
"""Codes of the file that are spelt otherwise here: "Nước khác" is a known name."""

_AMBIGUOUS = "!)"
"""Ends an alias that may name something else too ("HQ(!)" the customs): an official must say."""

LISTED = "LISTED"
"""Market code of a total over the partners that a table lists, which are not all."""

GOODS, SERVICES = "GOODS", "SERVICES"
"""Item codes of tables of other countries that count goods and services together."""


@dataclass(frozen=True, slots=True)
class Name:
    """A code with its names. `short_*` is for tight places.

    `part_of` is the item within which this one is printed ("Trong đó: Phôi thép" beneath "Sắt
    thép"); such figures are never added to their whole.
    """

    code: str
    vi: str
    en: str
    short_vi: str = ""
    short_en: str = ""
    group: str = ""
    part_of: str = ""

    def text(self, language: str, *, short: bool = False) -> str:
        """Give the name in a language ("vi" or "en")."""
        full, brief = (self.vi, self.short_vi) if language == "vi" else (self.en, self.short_en)
        return (short and brief) or full


class Catalogue:
    """Names by code, and codes by any spelling of a name.

    `spellings` holds every spelling with its code, in the order of the file.
    """

    def __init__(self, elsewhere: Callable[[str], Name | None] = lambda _: None) -> None:
        """Start empty; `items` and `markets` fill one from a CSV file.

        `elsewhere` names codes of another catalogue: they are called so here, and no more.
        """
        self._elsewhere = elsewhere
        self._names: dict[str, Name] = {}
        self._codes: dict[str, str] = {}
        self._parts: dict[tuple[str, str], str] = {}
        self._wholes: set[str] = set()
        self.spellings: list[tuple[str, str]] = []

    def add(self, name: Name, *aliases: str) -> None:
        """Add a code; the first code to claim a spelling keeps it."""
        self._names.setdefault(name.code, name)
        for spelling in (name.vi, name.en, name.short_vi, name.short_en, *aliases):
            if key := name_key(spelling):
                self._codes.setdefault(key, name.code)
                self.spellings.append((spelling, name.code))
        if name.part_of:
            self._wholes.add(name.part_of)
            self.add_part_names(name, name.vi, name.en, *aliases)

    def add_spelling(self, code: str, spelling: str) -> None:
        """Add another spelling of a code; one that is claimed already keeps its code."""
        self._codes.setdefault(name_key(spelling), code)
        self.spellings.append((spelling, code))

    def add_unspelt(self, name: Name) -> None:
        """Add a code that no label is matched with: whoever reads the table gives it."""
        self._names.setdefault(name.code, name)

    def add_part_names(self, name: Name, *spellings: str) -> None:
        """Add spellings that name a part only beneath its whole ("Nguyên chiếc")."""
        for spelling in spellings:
            self._parts.setdefault((name.part_of, name_key(spelling)), name.code)

    def code(self, label: str) -> str:
        """Code of a label as printed, or ``UNKNOWN``. Exact but for spelling: see `name_key`."""
        return self._codes.get(name_key(label), UNKNOWN)

    def part(self, label: str, whole: str) -> str:
        """Code of a label printed beneath the item `whole`, or ``UNKNOWN`` if none of its parts."""
        return self._parts.get((whole, name_key(label)), UNKNOWN)

    def has_parts(self, code: str) -> bool:
        """Say whether any item is printed within this one."""
        return code in self._wholes

    def part_of(self, code: str) -> str:
        """Code of the item within which an item is printed; empty for one of its own."""
        known = self._names.get(code)
        return known.part_of if known else ""

    def name(self, code: str, language: str, *, short: bool = False) -> str:
        """Name of a code in a language; the code itself where the catalogue lacks it.

        The code of a name that an official gave says the name.
        """
        known = self._names.get(code) or self._elsewhere(code)
        return known.text(language, short=short) if known else code.removeprefix(NEW)

    def known(self, code: str) -> Name | None:
        """The names of a code of this catalogue; None where it lacks it."""
        return self._names.get(code)

    def __contains__(self, code: object) -> bool:
        """Say whether the code is known."""
        return code in self._names

    def __iter__(self) -> Iterator[Name]:
        """Walk the names in the order of the file."""
        return iter(self._names.values())


_WHOLES = (Name(GOODS, "Hàng hóa", "Goods"), Name(SERVICES, "Dịch vụ", "Services"))


@cache
def items(flow: Flow) -> Catalogue:
    """The items of exports or imports (GSO's main items, customs' lists); or the industries."""
    if flow is Flow.INDUSTRY:
        return industries()
    found = Catalogue(partial(_named_of_other, flow))
    found.add(Name(TOTAL, "Tổng trị giá", "Total", "Tổng", "Total"), "Tổng số", "Tổng cộng")
    with resource("commodities.csv").open(encoding="utf-8", newline="") as lines:
        for line in csv.DictReader(lines):
            if _FLOW_LETTER[line["flow"]] is flow:
                _add_item(found, line)
    found.add(Name(OTHER, "Hàng hóa khác", "Other goods"))
    with resource("item_names.csv").open(encoding="utf-8", newline="") as lines:
        for line in csv.DictReader(lines):
            if _FLOW_LETTER[line["flow"]] is flow:
                found.add_spelling(line["id"], line["name"])
    for whole in _WHOLES:
        found.add_unspelt(whole)
    return found


@cache
def item_codes(flow: str) -> frozenset[str]:
    """Codes that items of a way of trade may have; where none is said, those that both have."""
    ways = [Flow(flow)] if flow else [*TRADE]
    return frozenset.intersection(*(frozenset(name.code for name in items(way)) for way in ways))


def _named_of_other(flow: Flow, code: str) -> Name | None:
    """The name of an item of the other way of trade: another country may sell what we only buy."""
    return items(Flow.IMPORT if flow is Flow.EXPORT else Flow.EXPORT).known(code)


def _add_item(found: Catalogue, line: dict[str, str]) -> None:
    vi = line["name_vi_gso"] or line["name_vi_customs"]
    en = line["name_en_gso"] or line["name_en_customs"]
    name = Name(
        line["id"], vi, en, line["short_vi"], line["short_en"], line["sector_group"],
        line["part_of"],
    )  # fmt: skip
    aliases = [line["name_vi_customs"], line["name_en_customs"], *line["aliases"].split("|")]
    found.add(name, *aliases)
    if name.part_of:
        found.add_part_names(name, *line["part_names"].split("|"))


@cache
def industries() -> Catalogue:
    """The industries by VSIC 2007 code: sections, divisions, and classes in books before 2013.

    ``TOTAL`` is industry as a whole (sections B to E). Until 2012 the office printed classes; a
    class that bears its division's name is filed as the division.
    """
    found = Catalogue()
    with resource("industries.csv").open(encoding="utf-8", newline="") as lines:
        for line in csv.DictReader(lines):
            name = Name(line["code"], line["name_vi"], line["name_en"])
            found.add(name, *line["aliases"].split("|"))
    return found


@cache
def markets() -> Catalogue:
    """The markets by ISO 3166-1 alpha-2 code, and the blocs and continents by theirs."""
    found = Catalogue()
    with resource("markets.csv").open(encoding="utf-8", newline="") as lines:
        for line in csv.DictReader(lines):
            code = _MARKET_CODE.get(line["code_iso2"], line["code_iso2"])
            name = Name(code, line["name_vi"], line["name_en"], group=line["continent"])
            aliases = (a for a in line["aliases"].split("|") if not a.endswith(_AMBIGUOUS))
            found.add(name, line["iso3"], *aliases)
    return found


@cache
def foreign_market_names() -> Mapping[str, str]:
    """Codes of markets by `name_key` of what other offices call them, in eleven languages.

    Apart from `markets`, whose spellings are also evidence for how a text is coded.
    """
    with resource("market_names.csv").open(encoding="utf-8", newline="") as lines:
        return {name_key(line["name"]): line["code_iso2"] for line in csv.DictReader(lines)}


@cache
def aggregates() -> frozenset[str]:
    """Codes that stand for several markets or for none: blocs, continents, bonded warehouses."""
    with resource("markets.csv").open(encoding="utf-8", newline="") as lines:
        return frozenset(
            OTHER if line["code_iso2"] == UNKNOWN else line["code_iso2"]
            for line in csv.DictReader(lines)
            if line["type"] == "aggregate"
        )


@cache
def members(bloc: str) -> frozenset[str]:
    """Codes of the markets that belong to a bloc; empty for anything else."""
    with resource("markets.csv").open(encoding="utf-8", newline="") as lines:
        return frozenset(
            line["code_iso2"] for line in csv.DictReader(lines) if bloc in line["blocs"].split(";")
        )
