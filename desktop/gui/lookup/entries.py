"""What can be found: pages, actions, markets, items and months, with every name they go by."""

from __future__ import annotations

import csv
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import cache

from desktop.figures.catalogue import Catalogue, items, markets
from desktop.figures.groupings import Dimension, every_code, schemes
from desktop.figures.month import Month
from desktop.figures.places import resource
from desktop.figures.series import TRADE
from desktop.figures.wording import LANGUAGES, N_, language


class Kind(StrEnum):
    """What an entry is; equals are listed in this order."""

    PAGE = "page"
    ACTION = "action"
    MARKET = "market"
    ITEM = "item"
    BLOC = "bloc"
    GROUP = "group"
    MONTH = "month"
    ARCHIVE = "archive"
    LINK = "link"


KIND_WORDS = {
    Kind.PAGE: N_("Page"),
    Kind.ACTION: N_("Action"),
    Kind.MARKET: N_("Market"),
    Kind.ITEM: N_("Item"),
    Kind.BLOC: N_("Group of markets"),
    Kind.GROUP: N_("Group of items"),
    Kind.MONTH: N_("Month"),
    Kind.ARCHIVE: N_("Archive"),
    Kind.LINK: N_("Link"),
}
_ICONS = {
    Kind.PAGE: "overview", Kind.ACTION: "action", Kind.MARKET: "markets",
    Kind.ITEM: "sectors", Kind.BLOC: "markets", Kind.GROUP: "sectors",
    Kind.MONTH: "calendar", Kind.ARCHIVE: "archive", Kind.LINK: "chevron-right",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Entry:
    """One thing to find: its code, its names in both languages, further spellings, its keys."""

    kind: Kind
    code: str
    vi: str
    en: str
    also: tuple[str, ...] = ()
    keys: str = ""
    picture: str = ""

    @property
    def key(self) -> str:
        """The name under which it is remembered: ``market:US``."""
        return f"{self.kind.value}:{self.code}"

    @property
    def icon(self) -> str:
        """The icon before it."""
        return self.picture or _ICONS[self.kind]

    def title(self, code: str) -> str:
        """Give its name in a language ("vi" or "en")."""
        return self.vi if code == "vi" else self.en


def worded(kind: Kind, code: str, text: str, *, keys: str = "", picture: str = "") -> Entry:
    """Make an entry of a text of the language catalogue."""
    vi, en = (language(code)._(text).rstrip("…") for code in LANGUAGES)
    also = _said().get(f"{kind.value}:{code}", ())
    return Entry(kind, code, vi, en, also, keys, picture)


@cache
def catalogue_entries() -> tuple[Entry, ...]:
    """Every single market, and every item of either flow."""
    found: dict[str, Entry] = {}
    for flow in TRADE:
        for kind, catalogue, dimension in (
            (Kind.MARKET, markets(), Dimension.MARKET),
            (Kind.ITEM, items(flow), Dimension.ITEM),
        ):
            for entry in _entries(kind, catalogue, every_code(dimension, flow)):
                before = found.get(entry.key)
                found[entry.key] = entry if before is None else _joined(before, entry)
    return tuple(found.values())


def group_entries() -> Iterable[Entry]:
    """Blocs, continents and groups of goods, an office's own too, by name and scheme."""
    for scheme in schemes().values():
        kind = Kind.BLOC if scheme.dimension is Dimension.MARKET else Kind.GROUP
        for group in scheme.groups:
            called = tuple(f"{name} {scheme.code}" for name in (group.vi, group.en))
            yield Entry(kind, group.code, group.vi, group.en, (*called, *_said().get(
                f"{kind.value}:{group.code}", ())))  # fmt: skip


def _entries(kind: Kind, catalogue: Catalogue, codes: frozenset[str]) -> Iterable[Entry]:
    spellings: dict[str, list[str]] = defaultdict(list)
    for spelling, code in catalogue.spellings:
        spellings[code].append(spelling)
    for name in catalogue:
        if name.code in codes:
            said = _said().get(f"{kind.value}:{name.code}", ())
            also = tuple(dict.fromkeys(s for s in (*spellings[name.code], *said) if s))
            yield Entry(kind, name.code, name.vi, name.en or name.vi, also)


@cache
def _said() -> dict[str, tuple[str, ...]]:
    """What people call a thing that no table prints: good for finding it, for nothing else."""
    with resource("search_words.csv").open(encoding="utf-8", newline="") as lines:
        return {line["entry"]: tuple(line["words"].split("|")) for line in csv.DictReader(lines)}


def _joined(one: Entry, other: Entry) -> Entry:
    also = dict.fromkeys((*one.also, other.vi, other.en, *other.also))
    return Entry(one.kind, one.code, one.vi, one.en, tuple(also))


def month_entries(months: Sequence[Month]) -> tuple[Entry, ...]:
    """The months, newest first, as they are written and as they are typed in a hurry."""
    vi, en = (language(code) for code in ("vi", "en"))
    return tuple(
        Entry(
            Kind.MONTH,
            str(month),
            vi.month(month).capitalize(),
            en.month(month),
            (
                f"{month.number}/{month.year}", f"{month.number:02d}/{month.year}", str(month),
                f"T{month.number}/{month.year}",
                f"{en.month_tick(month.number)} {month.year}",
                f"tháng {month.number} năm {month.year}",
            ),
        )
        for month in sorted(months, reverse=True)
    )  # fmt: skip
