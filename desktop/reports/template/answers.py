"""What a placeholder is answered with: a number for a cell, words for a text."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from desktop.analysis.tracing.trace import TraceUnit
from desktop.figures.wording import BILLION, MILLION
from desktop.reports.prose import phrases, trade
from desktop.reports.template.placeholders import DECIMALS, FORM, UNIT

if TYPE_CHECKING:
    from collections.abc import Mapping

    from desktop.analysis.tracing.trace import Trace
    from desktop.figures.wording import Language

_COUNTED = {"usd": 1.0, "thousand": 1e3, "million": MILLION, "billion": BILLION}
_DECIMALS = {"usd": 0, "thousand": 0, "million": 1, "billion": 2}
_CHANGES = frozenset({
    "growth", "growth_printed", "month_growth", "month_growth_printed", "target_growth",
    "required_growth", "cumulative_revision", "month_revision",
})  # fmt: skip
"""Fractions that say by how much something moved; the others are shares."""
_MOVES = frozenset({"gap", "difference", "change"})
"""Amounts that may be below zero, and say so by a word."""


@dataclass(frozen=True, slots=True)
class Answer:
    """One answer: what it is called, its number (None: not known), what that counts; or a text."""

    name: str
    value: float | None = None
    unit: TraceUnit | None = None
    text: str = ""

    @property
    def is_known(self) -> bool:
        """False where there is a gap instead of an answer."""
        return self.value is not None or self.unit is None

    def in_cell(self, options: Mapping[str, str]) -> float | str | None:
        """Give it as a cell of its own holds it: million US dollars, unless another unit is asked.

        Growth and shares are fractions, contributions points (7.3).
        """
        if self.unit is None:
            return self.text
        if self.value is None:
            return None
        if self.unit is TraceUnit.USD:
            return self.value / _COUNTED[options.get(UNIT, "million")]
        return self.value * 100 if self.unit is TraceUnit.POINTS else self.value

    def in_words(self, options: Mapping[str, str], language: Language) -> str:
        """Write it as a sentence has it: tăng 14,4%, 219,83 tỷ USD; or as a bare number."""
        if self.unit is None:
            return self.text
        if self.value is None:
            return "–"
        if options.get(FORM) == "number" or UNIT in options or DECIMALS in options:
            return self._bare(options, language)
        return self._said(self.value, language)

    def _said(self, value: float, language: Language) -> str:
        subject, _, number = self.name.rpartition(".")
        if self.unit is TraceUnit.FRACTION:
            changed = number in _CHANGES
            return phrases.change(value, language) if changed else language.percent(value)
        if self.unit is TraceUnit.POINTS:
            return _moved(value, phrases.points(value, language), language)
        if self.unit is TraceUnit.PRICE:
            return language._("{x} USD", x=language.number(value, 2))
        if self.unit is TraceUnit.NUMBER:
            return language.number(value, self._usual_decimals)
        amount = phrases.amount(value, language)
        if number in _MOVES:
            return _moved(value, amount, language)
        return trade.surplus(value, language) if subject == "balance" else amount

    def _bare(self, options: Mapping[str, str], language: Language) -> str:
        assert self.value is not None
        if self.unit is TraceUnit.USD:
            unit = options.get(UNIT, "million")
            places = int(options.get(DECIMALS, _DECIMALS[unit]))
            return language.number(self.value / _COUNTED[unit], places)
        places = int(options.get(DECIMALS, 1))
        if self.unit is TraceUnit.FRACTION:
            return language.percent(self.value, places)
        if self.unit is TraceUnit.POINTS:
            return language.points(self.value, places)
        return language.number(self.value, int(options.get(DECIMALS, self._usual_decimals)))

    @property
    def _usual_decimals(self) -> int:
        """Prices have two decimals, counts none, indices such as concentration four."""
        if self.unit is TraceUnit.PRICE:
            return 2
        return 0 if self.value is None or self.value.is_integer() else 4


def of_trace(name: str, trace: Trace) -> Answer:
    """Answer with a number that provenance knows."""
    return Answer(name, trace.value, trace.unit)


def _moved(value: float, size: str, language: Language) -> str:
    return (
        language._("up {size}", size=size) if value >= 0 else language._("down {size}", size=size)
    )
