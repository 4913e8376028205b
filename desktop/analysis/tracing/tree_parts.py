"""What a part is within its whole: ``target:1.part:item=COFFEE.share``, to papers and cells."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

from desktop.analysis.tracing import compared
from desktop.analysis.tracing.aims import MARK, Aim, base, of_scope, over
from desktop.analysis.tracing.remainders import asked_of, given_out
from desktop.analysis.tracing.structure.spans import less_all
from desktop.analysis.tracing.trace import Trace, TraceUnit, said
from desktop.figures.month import MONTHS_PER_YEAR
from desktop.figures.target_split import Split, split_of
from desktop.figures.wording import N_

if TYPE_CHECKING:
    from desktop.analysis.lines import Book
    from desktop.analysis.tree_results import TargetTree, TreeRow
    from desktop.figures.target import Target

_NAME = re.compile(rf"{MARK}\d+\.part:([^=]+)=(.+)\.([a-z_]+)")


class PartAsked(NamedTuple):
    """A part of a split by its code, and which of its numbers is asked for."""

    split: Split
    code: str
    number: str

    def within(self, tree: TargetTree) -> TreeRow | None:
        """Find the part's row; None where the tree has no such part."""
        return next((r for r in tree.parts if self.split.code(r.scope) == self.code), None)

    @property
    def text(self) -> str:
        """What stands in a name after the target's number."""
        return f"part:{self.split.text}={self.code}.{self.number}"


@dataclass(frozen=True, eq=False)
class Within:
    """A part and its whole: the whole with its figures, those of the part on the whole's base."""

    tree: TargetTree
    row: TreeRow
    whole: Aim
    aims: Mapping[int, Aim]
    books: tuple[Book, ...]


def part_asked(name: str) -> PartAsked | None:
    """Read which part's number a name asks for; None for any other name."""
    found = _NAME.fullmatch(name)
    split = split_of(found[1]) if found else None
    return PartAsked(split, found[2], found[3]) if found and split else None


def part_base(asked: Within) -> Trace:
    """The part's year before, of the same months, as the whole's base has it."""
    target, what = asked.whole.target, said(N_("The part's same months of the year before"))
    begun = target.start - MONTHS_PER_YEAR
    return of_scope(
        asked.books, target, begun, target.months, what, asked.row.base, asked.row.scope
    )


def base_share(asked: Within) -> Trace:
    """The part's share of the whole's year before."""
    return over(N_("Share of the whole's year before"), part_base(asked), base(asked.whole))


def share(asked: Within) -> Trace:
    """The part's share of what the whole asks for."""
    return over(N_("Share of what the whole asks for"), _value(asked), _whole(asked))


def growth(asked: Within) -> Trace:
    """The growth that the part's target means."""
    return compared.grown(said(N_("Growth that the target means")), _value(asked), part_base(asked))


def contribution(asked: Within) -> Trace:
    """What the part's target adds to the whole's growth."""
    more = less_all(
        said(N_("What the part is to bring beyond its year before")), _value(asked),
        [part_base(asked)], said(N_("the first less the second")),
    )  # fmt: skip
    text = N_("Points of the whole's growth that the part is to bring")
    return over(text, more, base(asked.whole), TraceUnit.POINTS)


NUMBERS = {
    "base": part_base,
    "base_share": base_share,
    "share": share,
    "growth": growth,
    "contribution": contribution,
}
"""The numbers of a part, by the names that its row has for them."""


def part_traced(asked: Within, number: str) -> Trace | None:
    """Give a number of a part; None where there is none of that name."""
    tracer = NUMBERS.get(number)
    return tracer(asked) if tracer and getattr(asked.row, number) is not None else None


def part_names(targets: Sequence[Target]) -> Iterator[str]:
    """Name the numbers of the parts that have a target, of whatever they may be parts of."""
    for whole, split, parts in given_out(targets):
        for part in parts:
            for number in NUMBERS:
                yield f"{MARK}{whole.number}.{PartAsked(split, split.code(part), number).text}"


def _value(asked: Within) -> Trace:
    return asked_of(asked.row, asked.aims, _whole(asked))


def _whole(asked: Within) -> Trace:
    return asked_of(asked.tree.whole, asked.aims, None)
