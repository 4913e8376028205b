"""How prose writes numbers: to find what a sentence tells and does not name."""

from __future__ import annotations

import re

from desktop.figures.wording import BILLION, MILLION
from desktop.reports.content.report import Unit

_NUMERAL = re.compile(r"\d+(?:[.,]\d+)*")


def numerals(text):
    """Give every number written in a text, as written."""
    return _NUMERAL.findall(text)


def writings(number, lang):
    """Give every way in which prose may write a number, without its unit."""
    value = abs(number.value)
    if number.unit is Unit.COUNT:
        return {lang.number(value)}
    if number.unit is Unit.USD:
        amounts = [(value / BILLION, 0), (value / BILLION, 1), (value / BILLION, 2)]
        amounts += [(value / MILLION, 0), (value / MILLION, 1), (value / MILLION, 2)]
        amounts += [(0.01, 2)] if 0 < value < 0.005 * MILLION else []  # said to be less than it
        return {lang.number(amount, decimals) for amount, decimals in amounts}
    ways = {lang.number(value * 100, decimals) for decimals in (0, 1)}
    return ways | {lang.number(1 + number.value, decimals) for decimals in (0, 1)}


def unexplained(sentence, lang, periods):
    """Give the numbers in a sentence that none of those it names explains, nor the period."""
    known = {way for number in sentence.numbers for way in writings(number, lang)} | periods
    return [told for told in numerals(sentence.text) if told not in known]
