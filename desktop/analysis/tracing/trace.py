"""A trace: what a number is, how it was worked out in words, and what it was worked out of."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import TYPE_CHECKING

from desktop.analysis.inside_results import Apart
from desktop.analysis.inside_wording import apart_told
from desktop.figures.catalogue import items, markets
from desktop.figures.figure import Source, Status
from desktop.figures.month import Month
from desktop.figures.series import Flow
from desktop.figures.target_names import item_name, market_name
from desktop.figures.wording import N_, Language, capitalised, in_millions

if TYPE_CHECKING:
    from collections.abc import Mapping


class TraceUnit(StrEnum):
    """What a traced number counts. Fractions and points are as everywhere: 0.144 is 14.4 %."""

    USD = "usd"
    FRACTION = "fraction"
    POINTS = "points"
    NUMBER = "number"
    PRICE = "price"
    """US dollars for one tonne or piece."""


class Kind(StrEnum):
    """How a number follows from its inputs, in their order."""

    READ = "read"
    """Printed in a cell, or stated by a document: there are no inputs."""
    SUM = "sum"
    LESS = "less"
    """The first less all others."""
    GROWTH = "growth"
    """The first over the second, less 1."""
    OVER = "over"
    """The first over the second."""
    TIMES = "times"
    GROWN = "grown"
    """The first times 1 and the second."""
    CHANGE_OVER = "change_over"
    """The first less the second, over the third."""
    WEIGHED = "weighed"
    """By a rule that the words tell; the inputs are what it was applied to."""


@dataclass(frozen=True, slots=True)
class Named:
    """A subject named in the reader's language: ``exports``, ``item:COFFEE``, ``market:US``."""

    code: str

    def name(self, language: Language) -> str:
        """Write it."""
        flow, _, partner = self.code.partition("+market:")
        if flow == "imports" and partner and not any(mark in partner for mark in _SEVERAL):
            return language._("imports from {market}", market=market_name(partner, language))
        if any(mark in self.code for mark in _SEVERAL):
            return " · ".join(
                _part_named(word, self.code, language) for word in self.code.split("+")
            )
        scope, _, code = self.code.partition(":")
        if scope == "item":
            return items(Flow.EXPORT).name(code, language.code)
        if scope == "market":
            return language._("exports to {market}", market=markets().name(code, language.code))
        return language._(_SUBJECTS[scope])


_SEVERAL = ("+", "/", "rest:", "province:")


def _part_named(word: str, whole: str, language: Language) -> str:
    """Name one word of a subject that has several."""
    scope, _, code = word.partition(":")
    if scope == "item":
        return item_name(
            code, Flow.IMPORT if whole.startswith("imports") else Flow.EXPORT, language
        )
    if scope == "market":
        return market_name(code, language)
    return code if scope == "province" else language._(_SUBJECTS[scope])


_SUBJECTS = {
    "rest": N_("all that no part holds"),
    "all": N_("all of it"),
    "fdi_without_crude": N_("the foreign-invested sector without crude oil"),
    "exports": N_("exports"),
    "imports": N_("imports"),
    "balance": N_("trade balance"),
    "domestic": N_("exports of the domestic sector"),
    "fdi": N_("exports of the foreign-invested sector"),
}


@dataclass(frozen=True, slots=True)
class Said:
    """Words for the reader: a text of the catalogue and what fills its blanks."""

    text: str
    blanks: Mapping[str, object]


def said(text: str, **blanks: object) -> Said:
    """Say something, to be translated where it is shown; blanks may be months, days, shares."""
    return Said(text, blanks)


def said_to_date(to_date: str, alone: str, month: Month, **blanks: object) -> Said:
    """Say something of January to a month, or of January alone."""
    return Said(alone if month.number == 1 else to_date, {"month": month, **blanks})


@dataclass(frozen=True, slots=True)
class Trace:
    """One number of a tree of provenance; `value` is None where it is not known.

    - `what` names it, `formula` says in words how it follows from `inputs` (`kind`).
    - `source` is the cell that it was printed in, `status` how firm it is.
    - `remark` adds what the cell cannot say: a document, the years that were left out, why a
      cumulative is not the sum of its months.
    """

    what: Said
    value: float | None
    unit: TraceUnit
    kind: Kind = Kind.READ
    formula: Said | None = None
    inputs: tuple[Trace, ...] = ()
    source: Source | None = None
    status: Status | None = None
    remark: Said | Apart | None = None


_LARGE = 100
"""From here on decimals of a count say nothing."""


def leaves(trace: Trace) -> Iterator[Trace]:
    """Every number at the ends of the tree, in the order of reading."""
    if not trace.inputs:
        yield trace
    for part in trace.inputs:
        yield from leaves(part)


def words(told: Said | Apart, language: Language) -> str:
    """Write what was said, in a language."""
    if isinstance(told, Apart):
        return apart_told(told, language)
    blanks = {name: _written(blank, language) for name, blank in told.blanks.items()}
    return language._(told.text, **blanks)


def _written(blank: object, language: Language) -> object:
    if isinstance(blank, Month):
        return language.month(blank)
    if isinstance(blank, Named):
        return blank.name(language)
    if isinstance(blank, Said):
        return words(blank, language)
    if isinstance(blank, date):
        return language.date(blank)
    return language.percent(blank) if isinstance(blank, float) else blank


def title(trace: Trace, language: Language) -> str:
    """Write what a number is, as a line of its own begins."""
    return capitalised(words(trace.what, language))


def amount(trace: Trace, language: Language) -> str:
    """Write the value with its unit; a dash where it is not known."""
    if trace.value is None:
        return "–"
    if trace.unit is TraceUnit.USD:
        return language._(
            "{x} million USD", x=language.millions(trace.value, in_millions((trace.value,)))
        )
    if trace.unit is TraceUnit.FRACTION:
        return language.percent(trace.value, 2)
    if trace.unit is TraceUnit.POINTS:
        return language._("{x} points", x=language.points(trace.value, 2))
    if trace.unit is TraceUnit.PRICE:
        return language._("{x} USD", x=language.number(trace.value, 2))
    whole = trace.value.is_integer() or abs(trace.value) >= _LARGE
    return language.number(trace.value, 0 if whole else 4)
