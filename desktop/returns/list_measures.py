"""What each row of a long list says of itself: its measure, its way of trade, its unit.

"Goods, Value of Exports, FOB, US Dollars" in a column of indicators, "Millions" in one of scales.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from functools import lru_cache

from desktop.figures.record import record
from desktop.figures.series import Flow, Measure
from desktop.returns import headings
from desktop.returns.grid import Value
from desktop.returns.heading_block import Column
from desktop.returns.list_heads import Columns, Said
from desktop.returns.list_periods import cell
from desktop.returns.sheet import Sheet
from desktop.returns.text import folded
from desktop.returns.titles import title
from desktop.returns.units import NO_UNITS, Units, units

_TRIED = 12
_PLAIN = re.compile(r"^(?:(?:obs )?values?|amount|gia tri|so lieu|data|so)\b(?!.*\()")
"""Heads numbers of which each row says what they are."""
_ADJUSTED = re.compile(r"\b(?:adjusted|seasonal\w*|dieu chinh|binh quan|average|percent\w*|%)")
_TERMS = re.compile(r"\bcost,? insurance,?(?: and| &)? freight\b|\bfree on board\b", re.IGNORECASE)
"""How values are counted: their freight is no matter of its own."""
_TRADE = re.compile(r"\b(?:merchandise|goods|trade|hang hoa)\b")
_WEIGHT = re.compile(r"\bweight\b")
_SCALES = {0: "", 1: "", 3: "thousand", 6: "million", 9: "billion", 1e3: "thousand", 1e6: "million"}
_NO_SCALE = frozenset({"", "units", "unit", "ones", "none"})


@record
class Told:
    """What a row's indicator says; `is_known` is False for what is no plain trade in goods."""

    is_known: bool
    measure: Measure | None = None
    flow: Flow | None = None
    units: Units = NO_UNITS


@lru_cache(maxsize=1024)
def told_by(text: str) -> Told:
    """Read the indicator of a row."""
    text = _TERMS.sub(" ", text)
    read, announced, plain = headings.read(text), title(text), folded(text)
    if read.compared or read.left_out or _ADJUSTED.search(plain):
        return Told(is_known=False)
    if announced and announced.left_out:
        return Told(is_known=False)
    measure, flow, said = headings.measure(text), headings.flow(text), units(text)
    if measure is None and said:
        measure = Measure.VALUE if said.money else Measure.QUANTITY
    if measure is None and flow is None and _WEIGHT.search(plain):
        measure = Measure.QUANTITY
    plain_trade = flow is not None or bool(_TRADE.search(plain))
    known = measure in {Measure.VALUE, Measure.QUANTITY} or plain_trade
    return Told(known, measure, flow, said)


def are_understood(sheet: Sheet, columns: Columns, rows: Sequence[int]) -> bool:
    """Say whether some indicator of a list is one of trade; a list without any needs none."""
    if Said.MEASURE not in columns:
        return True
    said = [cell(sheet, n, columns[Said.MEASURE]) for n in rows[:_TRIED]]
    texts = [text for text in said if isinstance(text, str)]
    return bool(texts) and any(told_by(text).is_known for text in texts)


def say_way(sheet: Sheet, columns: Columns, rows: Sequence[int]) -> bool:
    """Say whether the rows' indicators name the way of trade."""
    if Said.MEASURE not in columns:
        return False
    said = (cell(sheet, n, columns[Said.MEASURE]) for n in rows[:_TRIED])
    return any(isinstance(text, str) and told_by(text).flow for text in said)


def measured(
    sheet: Sheet, columns: Columns, rows: Sequence[int], values: Sequence[Column]
) -> tuple[Column, ...]:
    """Leave the measure of a column of plain values to its rows, where these say it.

    A unit alone says it only in a list whose rows name money, too: that of goods that are weighed
    may stand beside values.
    """
    if len(values) != 1 or not _PLAIN.search(folded(values[0].text)):
        return tuple(values)
    if Said.MEASURE not in columns:
        said = [unit_text(sheet, columns, n) for n in rows[:_TRIED]] if Said.UNIT in columns else []
        if not any(units(text).money for text in said):
            return tuple(values)
    return (replace(values[0], measure=None, heading=replace(values[0].heading, measure=None)),)


def unit_text(sheet: Sheet, columns: Columns, number: int) -> str:
    """What a row's cells say of its unit, its scale before it."""
    said = _text(cell(sheet, number, columns[Said.UNIT])) if Said.UNIT in columns else ""
    scale = cell(sheet, number, columns[Said.SCALE]) if Said.SCALE in columns else None
    word = _SCALES.get(scale, "?") if isinstance(scale, float) else _text(scale)
    return said if folded(word) in _NO_SCALE else f"{word} {said}".strip()


def _text(value: Value | None) -> str:
    return value if isinstance(value, str) else ""


def said_beside(told: Told, unit: Units) -> Measure | None:
    """The measure of a row by its indicator, where its unit does not say the same."""
    if told.measure is None or not unit:
        return told.measure
    same = (told.measure is Measure.VALUE) is (unit.money is not None)
    return None if same else told.measure
