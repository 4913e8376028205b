"""Grouping schemes: which items or markets are counted together, by whose book, since when.

Source: ``resources/groupings.csv``. A group's code names its scheme: ``MARD/FISHERY``.
"""

from __future__ import annotations

import csv
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from itertools import pairwise

from desktop.figures.catalogue import aggregates, items, markets
from desktop.figures.month import Month
from desktop.figures.places import resource
from desktop.figures.series import HERE, OTHER, TOTAL, TRADE, WORLD, Flow
from desktop.figures.target import SCHEME_MARK

_PARTLY = "~"
_SINCE, _SPAN = ":", ".."
_NO_GOODS = frozenset(
    {TOTAL, OTHER, "DOMESTIC", "FDI", "GSO_FDI_CRUDE", "GSO_FDI_OTHER", "GOODS", "SERVICES"}
)
"""Codes of the catalogue of items that are totals, rests or sectors."""


class Dimension(StrEnum):
    """What a scheme groups."""

    ITEM = "item"
    MARKET = "market"


@dataclass(frozen=True, slots=True)
class Membership:
    """One code in a group, from the first to the last month it belongs (None: always).

    `partly` says that some of it belongs elsewhere, by the scheme's own definition.
    """

    code: str
    since: Month | None = None
    until: Month | None = None
    partly: bool = False

    def holds(self, on: Month | None) -> bool:
        """Say whether it belongs in a month; without one, whether it does today."""
        if on is None:
            return self.until is None
        return (self.since is None or self.since <= on) and (self.until is None or on <= self.until)


@dataclass(frozen=True, slots=True)
class Group:
    """Items or markets that are counted together.

    - `code` is SCHEME/NAME; `part_of` the code of the group within which it lies, if it does.
    - `flow` is set where the group is one of exports or of imports only.
    - `aggregate` is the market code under which an office prints the group's own total, if any.
    - `notes` by language ("vi", "en").
    """

    code: str
    vi: str
    en: str
    memberships: tuple[Membership, ...]
    flow: Flow | None = None
    part_of: str = ""
    aggregate: str = ""
    notes: tuple[str, str] = ("", "")

    @property
    def scheme(self) -> str:
        """Code of its scheme."""
        return self.code.partition(SCHEME_MARK)[0]

    def members(self, on: Month | None = None) -> frozenset[str]:
        """Codes that belong in a month; without one, those that do today."""
        return frozenset(m.code for m in self.memberships if m.holds(on))

    @property
    def partly(self) -> frozenset[str]:
        """Members some of which belong elsewhere."""
        return frozenset(m.code for m in self.memberships if m.partly)

    def name(self, language: str) -> str:
        """Name in a language ("vi" or "en")."""
        return self.vi if language == "vi" else self.en

    def note(self, language: str) -> str:
        """What must be said of it in a language; empty for nothing."""
        return self.notes[0 if language == "vi" else 1]


@dataclass(frozen=True, slots=True)
class Scheme:
    """A way to group items or markets, with its groups in the order they are shown."""

    code: str
    dimension: Dimension
    vi: str
    en: str
    groups: tuple[Group, ...]
    notes: tuple[str, str] = ("", "")

    def name(self, language: str) -> str:
        """Name in a language ("vi" or "en")."""
        return self.vi if language == "vi" else self.en

    def note(self, language: str) -> str:
        """What must be said of it in a language; empty for nothing."""
        return self.notes[0 if language == "vi" else 1]

    def of(self, flow: Flow) -> tuple[Group, ...]:
        """The groups of a flow that lie in no other group."""
        return tuple(self._outer(flow))

    def cuts(self, flow: Flow) -> bool:
        """Whether there is any group of a flow."""
        return next(self._outer(flow), None) is not None

    def _outer(self, flow: Flow) -> Iterator[Group]:
        return (g for g in self.groups if g.flow in (None, flow) and not g.part_of)

    def all_of(self, flow: Flow) -> tuple[Group, ...]:
        """The groups of a flow, those within others too."""
        return tuple(g for g in self.groups if g.flow in (None, flow))

    def shared(self, flow: Flow, on: Month | None = None) -> frozenset[str]:
        """Codes that stand in several groups at once, so that the groups' sum counts them twice."""
        count = Counter(code for group in self.of(flow) for code in group.members(on))
        return frozenset(code for code, times in count.items() if times > 1)

    def left_out(self, flow: Flow, on: Month | None = None) -> frozenset[str]:
        """Codes of the catalogue that stand in no group."""
        held = {code for group in self.of(flow) for code in group.members(on)}
        return every_code(self.dimension, flow) - held

    @property
    def overlapping(self) -> bool:
        """True where a code may stand in several groups: their sum is no total."""
        return any(self.shared(flow) for flow in TRADE)

    def complete(self, flow: Flow) -> bool:
        """True where each code of the catalogue stands in one group: the groups are a partition."""
        return not self.shared(flow) and not self.left_out(flow)


@cache
def every_code(dimension: Dimension, flow: Flow) -> frozenset[str]:
    """What a scheme would have to hold to be complete."""
    if dimension is Dimension.MARKET:
        return frozenset(m.code for m in markets()) - aggregates() - {WORLD, HERE}
    return frozenset(i.code for i in items(flow) if not i.part_of) - _NO_GOODS


_of_the_office: dict[str, Scheme] = {}


def schemes() -> Mapping[str, Scheme]:
    """The schemes that the application comes with, then the office's own, by code, in order."""
    return _every_scheme()


def take_over(office: Mapping[str, Scheme]) -> None:
    """Let an office's own schemes count beside those shipped, in place of what it had before."""
    _of_the_office.clear()
    _of_the_office.update(office)
    _every_scheme.cache_clear()


@cache
def _every_scheme() -> Mapping[str, Scheme]:
    return {**shipped_schemes(), **_of_the_office}


def of_the_office() -> Mapping[str, Scheme]:
    """The office's own schemes."""
    return dict(_of_the_office)


@cache
def shipped_schemes() -> Mapping[str, Scheme]:
    """The schemes that the application comes with, by code, in the order of the file."""
    with resource("groupings.csv").open(encoding="utf-8", newline="") as lines:
        return read_schemes(csv.DictReader(lines))


def read_schemes(lines: Iterable[Mapping[str, str]]) -> dict[str, Scheme]:
    """Read schemes from the columns of ``groupings.csv``; a scheme's own line has no group.

    Members stand side by side: ``GB:2024-12..`` since a month, ``GB:..2020-01`` until one,
    ``WOOD~`` only partly.

    Raises:
        ValueError: A line that cannot be understood; it is named by its scheme and group.
    """
    heads: dict[str, Mapping[str, str]] = {}
    groups: dict[str, list[Group]] = {}
    for line in lines:
        try:
            if line["group"]:
                groups[line["scheme"]].append(_group(line, heads[line["scheme"]]))
            else:
                heads[line["scheme"]] = line
                groups[line["scheme"]] = []
        except (KeyError, ValueError) as error:
            raise ValueError(f"{line.get('scheme')}/{line.get('group')}: {error}") from error
    return {
        code: Scheme(
            code, Dimension(head["dimension"]), head["name_vi"], head["name_en"],
            _checked(groups[code]), (head["note_vi"], head["note_en"]),
        )
        for code, head in heads.items()
    }  # fmt: skip


def _group(line: Mapping[str, str], head: Mapping[str, str]) -> Group:
    scheme, flow = line["scheme"], Flow(line["flow"]) if line["flow"] else None
    group = Group(
        scheme + SCHEME_MARK + line["group"],
        line["name_vi"],
        line["name_en"],
        tuple(_membership(word) for word in line["members"].split()),
        flow,
        scheme + SCHEME_MARK + line["part_of"] if line["part_of"] else "",
        line["aggregate"],
        (line["note_vi"], line["note_en"]),
    )
    known = codes_of(Dimension(head["dimension"]), flow)
    unknown = [m.code for m in group.memberships if m.code not in known]
    if unknown:
        raise ValueError(f"no such code: {', '.join(unknown)}")
    return group


def codes_of(dimension: Dimension, flow: Flow | None) -> frozenset[str]:
    """Codes that may be members of a group of a flow, or of both."""
    return frozenset().union(*(every_code(dimension, f) for f in TRADE if flow in (None, f)))


def _membership(word: str) -> Membership:
    name, _, span = word.partition(_SINCE)
    since, _, until = span.partition(_SPAN)
    return Membership(
        name.removesuffix(_PARTLY),
        Month.parse(since) if since else None,
        Month.parse(until) if until else None,
        name.endswith(_PARTLY),
    )


def _checked(groups: list[Group]) -> tuple[Group, ...]:
    codes = {g.code: g for g in groups}
    for one, other in pairwise(sorted(g.code for g in groups)):
        if one == other:
            raise ValueError(f"{one}: stands twice")
    for group in groups:
        if group.part_of and group.part_of not in codes:
            raise ValueError(f"{group.code}: no such group: {group.part_of}")
        if group.part_of and not group.members() <= codes[group.part_of].members():
            raise ValueError(f"{group.code}: has members that {group.part_of} has not")
    return tuple(groups)


def group_named(code: str) -> Group | None:
    """The group of a code such as ``FTA/CPTPP``; None for no group's code."""
    scheme = schemes().get(code.partition(SCHEME_MARK)[0])
    return next((g for g in scheme.groups if g.code == code), None) if scheme else None


def members_of(code: str, on: Month | None = None) -> frozenset[str]:
    """Give what an item's or market's code stands for in a month: itself, or a group's members.

    A group is named by its own code (``FTA/CPTPP``) or by that of the total which an office
    prints of it (``EU27``).
    """
    group = group_named(code) or _printed_groups().get(code)
    return group.members(on) if group else frozenset({code})


@cache
def _printed_groups() -> Mapping[str, Group]:
    """The groups of which an office prints a total, by its code; of several the first."""
    every = (g for scheme in schemes().values() for g in scheme.groups if g.aggregate)
    found: dict[str, Group] = {}
    for group in every:
        found.setdefault(group.aggregate, group)
    return found


def dimension_of(code: str) -> Dimension | None:
    """Whether a group's code groups items or markets; None for no group's code."""
    return schemes()[code.partition(SCHEME_MARK)[0]].dimension if group_named(code) else None


def schemes_of(dimension: Dimension, flow: Flow) -> tuple[Scheme, ...]:
    """The schemes that can group the items, or the markets, of a flow."""
    return tuple(s for s in schemes().values() if s.dimension is dimension and s.of(flow))
