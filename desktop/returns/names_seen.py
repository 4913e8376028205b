"""The names of one workbook: how many the catalogues have, and all others with their places."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from desktop.figures.catalogue import LISTED
from desktop.figures.directions import NameKind
from desktop.figures.finding import Finding
from desktop.figures.name_codes import name_of_code
from desktop.figures.names import name_key
from desktop.figures.reading import Ask, NameHow, NameSeen, Question
from desktop.figures.series import TOTAL, TRADE, WORLD, Flow
from desktop.returns.item_names import bare_name
from desktop.returns.labels import Kind, Subject, without_mark
from desktop.returns.names import Names
from desktop.returns.suggestions import near

UNDECIDED = {
    Kind.UNKNOWN_ITEM: NameKind.ITEM,
    Kind.UNKNOWN_MARKET: NameKind.MARKET,
    Kind.UNKNOWN_PROVINCE: NameKind.PROVINCE,
    Kind.UNKNOWN_INDUSTRY: NameKind.INDUSTRY,
}
"""What is asked about a row of which kind."""
_UNKNOWN = frozenset(kind.value for kind in UNDECIDED)

_LOOKED_UP = 500
"""Near names are looked for so often in one workbook; one that needs more is in no layout known."""

_Name = tuple[NameKind, str, str]
"""Kind, flow, and the name itself: by its key, or as printed."""


class NamesSeen:
    """What a workbook's rows are named, gathered row by row."""

    def __init__(self) -> None:
        """Start with no name."""
        self._matched: set[_Name] = set()
        self._labels: dict[_Name, str] = {}
        self._codes: dict[_Name, str] = {}
        self._cells: dict[tuple[_Name, str], dict[str, None]] = {}
        self._near: dict[_Name, tuple[str, ...]] = {}

    def matches(self, names: Names, subject: Subject, label: str) -> bool:
        """Say whether a row needs no noting by its place: a catalogue's name, counted, or none."""
        is_row = subject.kind is Kind.ROW
        kind, flow = asked_about(subject)
        if (not is_row and subject.kind in UNDECIDED) or names.remembered(kind, label, flow):
            return False
        if is_row and _names_something(subject):
            self._matched.add((kind, flow, label))
        return True

    def take(self, names: Names, subject: Subject, label: str, place: tuple[str, str]) -> None:
        """Note a name that no catalogue has, with its place (sheet, cell)."""
        kind, flow = asked_about(subject)
        sheet, cell = place
        name = kind, flow, name_key(_bare(label))
        self._labels.setdefault(name, _bare(label))
        self._cells.setdefault((name, sheet), {})[cell] = None
        if subject.kind not in UNDECIDED:
            self._codes[name] = names.remembered(kind, label, flow)
        elif name not in self._near and len(self._near) < _LOOKED_UP:
            self._near[name] = near(kind, _bare(label), flow, names.new_names(kind, flow))

    def near_names(self, subject: Subject, label: str) -> str:
        """Vietnamese names near an undecided one, for a sentence; empty where none is."""
        kind, flow = asked_about(subject)
        codes = self._near.get((kind, flow, name_key(_bare(label))), ())
        return ", ".join(name_of_code(kind, code, "vi", flow) for code in codes)

    @property
    def matched(self) -> int:
        """How many different names the catalogues have, in one spelling or several."""
        return len({(kind, flow, name_key(label)) for kind, flow, label in self._matched})

    def seen(self) -> tuple[NameSeen, ...]:
        """Every other name, once a sheet."""
        return tuple(
            NameSeen(
                NameHow.REMEMBERED if name in self._codes else NameHow.UNDECIDED,
                name[0], name[1], self._labels[name], sheet, tuple(cells),
                self._codes.get(name, ""),
                self._near.get(name, ()),
            )
            for (name, sheet), cells in self._cells.items()
        )  # fmt: skip


def questions(names: Iterable[NameSeen]) -> Iterator[Question]:
    """Ask about every undecided name, where it stands first."""
    asked: set[_Name] = set()
    for name in names:
        key = name.kind, name.flow, name_key(name.label)
        if name.how is NameHow.UNDECIDED and key not in asked:
            asked.add(key)
            yield Question(
                Ask.NAME, name.sheet, name.cells[0], name.label, name.label, name.suggestions,
                flow=name.flow,
            )  # fmt: skip


def once_a_name(findings: Sequence[Finding]) -> list[Finding]:
    """Tell every unknown name of a sheet once, however many rows bear it."""
    told: dict[object, Finding] = {}
    for number, found in enumerate(findings):
        unknown = found.code in _UNKNOWN
        key = (found.code, found.sheet, name_key(_bare(found.found))) if unknown else number
        told.setdefault(key, found)
    return list(told.values())


def _bare(label: str) -> str:
    """The name itself, without its number and the footnote's mark."""
    return bare_name(without_mark(label)) or label


def asked_about(subject: Subject) -> tuple[NameKind, str]:
    """What kind of name a row bears, and in which flow; only items differ by flow."""
    unsettled = None if subject.kind is Kind.ROW else UNDECIDED.get(subject.kind)
    kind = unsettled or _kind(subject)
    said = kind is NameKind.ITEM and subject.flow in TRADE
    return kind, subject.flow.value if said and subject.flow else ""


def _names_something(subject: Subject) -> bool:
    whole = subject.item == TOTAL and subject.market in {WORLD, LISTED}
    return bool(subject.province) or not whole


def _kind(subject: Subject) -> NameKind:
    """What a row's label names; a total counts as an item."""
    if subject.flow is Flow.INDUSTRY:
        return NameKind.INDUSTRY
    if subject.province:
        return NameKind.PROVINCE
    of_market = subject.item == TOTAL and _names_something(subject)
    return NameKind.MARKET if of_market else NameKind.ITEM
