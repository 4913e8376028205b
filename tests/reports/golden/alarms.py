"""Warnings made by hand, one or more of each rule, and how a report tells them."""

from __future__ import annotations

from desktop.analysis.warnings.results import EarlyWarning, Evidence, Fact, Gravity
from desktop.figures.month import Month
from desktop.figures.series import Flow, Series
from desktop.figures.warning_rules import Rule
from desktop.reports.beside import NOTHING_BESIDE
from desktop.reports.content.composing import tell_warning
from desktop.reports.content.saying import Saying

JUNE, HALF = Month(2025, 6), (Month(2025, 1), Month(2025, 6))


def warning(rule, *facts, size=0.2, series=None, **more):
    """A warning that rests on facts: pairs of what they are and how much."""
    about = series or Series(Flow.EXPORT, item="STEEL")
    evidence = tuple(Evidence(fact, about, HALF, amount) for fact, amount in facts)
    return EarlyWarning(rule, "item:STEEL", about, Gravity.WATCH, size, 0.3, JUNE - 5, JUNE,
                        evidence, **more)  # fmt: skip


WARNINGS = {
    "falling": warning(Rule.FALLING, size=0.227),
    "dependence": warning(Rule.DEPENDENCE, size=0.323, series=Series(Flow.EXPORT, market="US")),
    "stocks": warning(Rule.STOCKS, (Fact.STOCKS_GROWTH, 0.151), (Fact.SALES_GROWTH, 0.054)),
    "stocks_while_sales_fall": warning(
        Rule.STOCKS, (Fact.STOCKS_GROWTH, 0.151), (Fact.SALES_GROWTH, -0.021)
    ),
    "price_up": warning(
        Rule.PRICE_VOLUME, (Fact.PRICE_GROWTH, 0.18), (Fact.GROWTH, -0.001), size=0.153
    ),
    "price_doubled": warning(
        Rule.PRICE_VOLUME, (Fact.PRICE_GROWTH, 1.5), (Fact.GROWTH, 1.1), size=0.16
    ),
    "origin": warning(Rule.ORIGIN, (Fact.GROWTH, 0.685), (Fact.GROWTH, 0.543), partner="CN"),
    "origin_many_times": warning(Rule.ORIGIN, (Fact.GROWTH, 3.0), (Fact.GROWTH, 1.2), partner="CN"),
    "revised_down": warning(
        Rule.REVISION, (Fact.FIRST, 10e9), (Fact.REVISED, 9.3e9), (Fact.USUAL, 0.011), size=6.2
    ),
    "revised_up": warning(
        Rule.REVISION, (Fact.FIRST, 10e9), (Fact.REVISED, 10.7e9), (Fact.USUAL, 0.011), size=6.2
    ),
    "never_reached": warning(Rule.PATH, (Fact.BEST_GROWTH, 0.19), size=0.31),
    "best_was_a_fall": warning(Rule.PATH, (Fact.BEST_GROWTH, -0.02), size=0.31),
}


def warned(story, name, language):
    """What is said of a warning; `warning` is its key here."""
    saying = Saying(story(), NOTHING_BESIDE, language)
    tell_warning(saying, WARNINGS[name])
    return {"warning": saying.done()[0]}
