"""What a number of structure is about, as it is named: ``imports+market:CN+item:ELEC@month``.

First the flow (exports, if none is named; or the balance), then, where one of them is looked into,
the market whose items or the item whose markets are meant, then the part; behind ``@`` the window.
A part is an item, a market, a group of either, a sector, or the rest that no part holds:
``rest:item``, ``rest:market``, ``rest:SCHEME``.
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from enum import StrEnum
from typing import TYPE_CHECKING

from desktop.analysis.structure.asked import Asked, Singles
from desktop.analysis.structure.told import Told
from desktop.analysis.structure.within import singles_within
from desktop.analysis.structure_results import Window
from desktop.analysis.tracing.inquiry import Subject
from desktop.figures.groupings import Dimension, Group, Scheme, every_code, group_named, schemes
from desktop.figures.series import TOTAL, WORLD, Flow, Measure, Ownership, Series
from desktop.figures.target import is_group

if TYPE_CHECKING:
    from desktop.analysis.lines import Book
    from desktop.figures.month import Month

WINDOW_MARK, JOINED = "@", "+"
_FLOWS = {"exports": Flow.EXPORT, "imports": Flow.IMPORT, "balance": Flow.BALANCE}
_SECTORS = {"domestic": Ownership.DOMESTIC, "fdi": Ownership.FDI}
NO_CRUDE = "fdi_without_crude"
REST = "rest"
ALL = "all"
"""Of what is looked into, the whole: ``market:US+all``."""


class SpotKind(StrEnum):
    """What sort of part it is."""

    WHOLE = "whole"
    ONE = "one"
    GROUP = "group"
    REST = "rest"
    SECTOR = "sector"


@dataclass(frozen=True, eq=False)
class Desk:
    """The figures laid out: values of both flows, quantities if any, and the last month."""

    values: Book
    quantities: Book | None
    through: Month
    _told: dict[Window, Told] = field(default_factory=dict, repr=False)

    def singles(self, asked: Asked) -> Singles:
        """Read a whole and its parts; of a group both are added up over its members."""
        return singles_within(self.told(asked.window), asked)

    def told(self, window: Window) -> Told:
        """Lay out what is told of all series in a window, once."""
        if window not in self._told:
            self._told[window] = Told(self.values, window, self.through)
        return self._told[window]

    def holds(self, series: Series) -> bool:
        """Say whether anything is held of a series."""
        book = self.values if series.measure is Measure.VALUE else self.quantities
        return book is not None and series in book.printed.series


@dataclass(frozen=True, slots=True)
class Spot:
    """What is asked about. `of` is the item or market that is looked into; empty for all.

    `code` is the part's: of an item, market, group, sector; of a rest that of its scheme, if any.
    """

    flow: Flow
    window: Window = Window.TO_DATE
    kind: SpotKind = SpotKind.WHOLE
    dimension: Dimension = Dimension.ITEM
    code: str = ""
    of: str = ""

    @property
    def text(self) -> str:
        """Its name in the registry, without the window."""
        flow = next(name for name, flow in _FLOWS.items() if flow is self.flow)
        other = Dimension.MARKET if self.dimension is Dimension.ITEM else Dimension.ITEM
        bare = self.kind is SpotKind.WHOLE and not self.of
        parts = [flow] if self.flow is not Flow.EXPORT or bare else []
        parts += [f"{other.value}:{self.of}"] if self.of else []
        if self.kind is SpotKind.REST:
            parts.append(f"{REST}:{self.code or self.dimension.value}")
        elif self.kind is SpotKind.SECTOR:
            parts.append(self.code)
        elif self.code:
            parts.append(f"{self.dimension.value}:{self.code}")
        elif self.of:
            parts.append(ALL)
        return JOINED.join(parts)

    @property
    def name(self) -> str:
        """Its name in the registry."""
        to_date = self.window is Window.TO_DATE
        return self.text if to_date else f"{self.text}{WINDOW_MARK}{self.window.value}"

    @property
    def group(self) -> Group | None:
        """The group that it is, if it is one."""
        return group_named(self.code) if self.kind is SpotKind.GROUP else None

    @property
    def scheme(self) -> Scheme | None:
        """The scheme whose rest it is, if it is one's."""
        return schemes().get(self.code) if self.kind is SpotKind.REST else None

    def asked(self, through: Month) -> Asked:
        """What the split that it stands in was asked."""
        return Asked(self.flow, self.dimension, self.window, through, self.of)

    def whole(self) -> Spot:
        """What it is a part of."""
        return replace(self, kind=SpotKind.WHOLE, code="")

    def part(self, code: str) -> Spot:
        """Another part of the same whole: an item, a market or a group."""
        kind = SpotKind.GROUP if is_group(code) else SpotKind.ONE
        return replace(self, kind=kind, code=code)

    def leg(self, flow: Flow) -> Spot:
        """The same of exports or imports, of which a balance is made."""
        return replace(self, flow=flow)

    def series(self, measure: Measure = Measure.VALUE) -> Series:
        """The series of a whole, a single part or a sector; of a rest, that of the whole."""
        if self.kind is SpotKind.SECTOR:
            owner = _SECTORS.get(self.code, Ownership.FDI)
            return Series(self.flow, measure, ownership=owner)
        code = "" if self.kind is SpotKind.REST else self.code
        item, market = code or TOTAL, self.of or WORLD
        if self.dimension is Dimension.MARKET:
            item, market = self.of or TOTAL, code or WORLD
        return Series(self.flow, measure, item, market)

    def subject(self, measure: Measure = Measure.VALUE) -> Subject:
        """Its series with its name."""
        return Subject(self.text, self.series(measure))


def spot_of(text: str) -> Spot | None:
    """Read a name without its number; None where it is none."""
    head, mark, tail = text.rpartition(WINDOW_MARK)
    if mark and tail not in set(Window):
        return None
    words = (head if mark else tail).split(JOINED)
    flow = _FLOWS.get(words[0])
    words = words[1:] if flow else words
    found = Spot(flow or Flow.EXPORT, Window(tail) if mark else Window.TO_DATE)
    if not words:
        return found
    narrowed = _narrowed(found, words[:-1])
    return _part(narrowed, words[-1]) if narrowed else None


def _narrowed(spot: Spot, words: list[str]) -> Spot | None:
    """Take what is looked into: the parts are of the other dimension then."""
    if not words:
        return spot
    scope, _, code = words[0].partition(":")
    if len(words) > 1 or scope not in set(Dimension) or not code:
        return None
    other = Dimension.MARKET if scope == Dimension.ITEM.value else Dimension.ITEM
    return replace(spot, of=code, dimension=other)


def _part(spot: Spot, word: str) -> Spot | None:
    if word == ALL:
        return spot if spot.of else None
    if word in _SECTORS or word == NO_CRUDE:
        return None if spot.of else replace(spot, kind=SpotKind.SECTOR, code=word)
    scope, _, code = word.partition(":")
    if scope == REST:
        return _rest(spot, code)
    fits = scope in set(Dimension) and (not spot.of or scope == spot.dimension.value)
    if not fits or not code:
        return None
    dimension = Dimension(scope)
    if is_group(code):
        group = group_named(code)
        known = group is not None and schemes()[group.scheme].dimension is dimension
        return replace(spot, kind=SpotKind.GROUP, dimension=dimension, code=code) if known else None
    return replace(spot, kind=SpotKind.ONE, dimension=dimension, code=code)


def _rest(spot: Spot, of: str) -> Spot | None:
    if of in set(Dimension) and (not spot.of or of == spot.dimension.value):
        return replace(spot, kind=SpotKind.REST, dimension=Dimension(of), code="")
    scheme = schemes().get(of)
    if scheme is None or (spot.of and scheme.dimension is not spot.dimension):
        return None
    return replace(spot, kind=SpotKind.REST, dimension=scheme.dimension, code=of)


def members(spot: Spot, desk: Desk) -> list[Spot]:
    """The members of a group that anything is held of."""
    group = spot.group
    assert group is not None  # only a group has members
    codes = group.members(desk.through) & every_code(spot.dimension, spot.flow)
    single = [spot.part(code) for code in sorted(codes)]
    return [one for one in single if is_held(one, desk)]


def within(spot: Spot, on: Month) -> list[Spot]:
    """What a spot is the sum of where a group is looked into: within each member; else itself."""
    group = group_named(spot.of) if is_group(spot.of) else None
    if group is None:
        return [spot]
    other = Dimension.MARKET if spot.dimension is Dimension.ITEM else Dimension.ITEM
    codes = group.members(on) & every_code(other, spot.flow)
    return [replace(spot, of=code) for code in sorted(codes)]


def summands(spot: Spot, on: Month) -> list[Spot]:
    """What a spot is the sum of, each of a single series: itself, or what groups in it stand for.

    Empty for a group of which nothing is of the flow.
    """
    group = spot.group
    if group is None:
        return within(spot, on)
    codes = sorted(group.members(on) & every_code(spot.dimension, spot.flow))
    return [one for code in codes for one in within(spot.part(code), on)]


def is_held(spot: Spot, desk: Desk) -> bool:
    """Say whether anything is held of a whole, a single part, a sector or a group."""
    if spot.kind is SpotKind.GROUP:
        return bool(members(spot, desk))
    return any(desk.holds(one.series()) for one in within(spot, desk.through))
