"""The situations that the golden sentences are told of: each a year's overview, or a part of it."""

from __future__ import annotations

import numpy as np

from desktop.analysis.landing.results import Landing, Parts
from desktop.analysis.lines import laid_out
from desktop.analysis.outlook.results import (
    BalanceOutlook,
    Band,
    FlowOutlook,
    Move,
    Needed,
    Outlook,
    Record,
    Rule,
    TargetChance,
)
from desktop.analysis.results import Phasing
from desktop.analysis.structure.answer import structure
from desktop.figures.figure import Status
from desktop.figures.month import Month
from desktop.figures.series import Flow, Ownership
from desktop.figures.target import Target, TargetMeasure
from desktop.figures.vintage import LATEST
from desktop.reports.beside import NOTHING_BESIDE, Beside
from desktop.reports.content import on_target, on_trade
from desktop.reports.content.saying import Saying
from tests.reports.conftest import EXPORTS
from tests.reports.golden.alarms import WARNINGS, warned

JUNE = Month(2025, 6)
LAST = EXPORTS[2024]


def target(low, high=None, measure=TargetMeasure.GROWTH):
    return (Target(Flow.EXPORT, measure, 2025, low, low if high is None else high),)


def scaled(factor, months=12):
    """The months of 2024, times a factor."""
    return tuple(round(factor * value, 2) for value in LAST[:months])


def alone(*exports, imports=None):
    """A year of equal months, and the year before with a thousandth more or less."""
    flows = {2024: (30_000,) * 12, 2025: exports}
    return {"years": flows, "imports": imports or {}, "printed": False, "parts": False}


def bought(now, before=30_000):
    """Imports of as many millions in every month."""
    return {2024: (before,) * 12, 2025: (now,) * 12}


BARE = {"printed": False, "parts": False}
SITUATIONS = {
    "half_year": {},
    "half_year_estimate": {"status": Status.ESTIMATE, "parts": False},
    "one_sector": {"sectors": {Ownership.FDI: (161_670, "115.3")}},
    "first_month": {"through": 1},
    "first_month_estimate": {"through": 1, "status": Status.ESTIMATE},
    "first_month_without_december": {
        "through": 1, "years": {2025: (33_000,)}, "imports": {}, **BARE,
    },
    "second_month": {"through": 2},
    "record_month": {"through": 8},
    "no_change": {"exports": LAST, **BARE},
    "change_rounds_to_nothing": {"exports": scaled(1.0003), **BARE},
    "change_rounds_to_a_tenth": {"exports": scaled(1.0006), **BARE},
    "fall_rounds_to_a_tenth": {"exports": scaled(0.9994), **BARE},
    "twice": {"exports": scaled(2), **BARE},
    "just_over_twice": {"exports": scaled(2.002), **BARE},
    "two_and_a_half_times": {"exports": scaled(2.5, 3), "through": 3, **BARE},
    "twelve_times": {"exports": scaled(12.04, 3), "through": 3, **BARE},
    "halved": {"exports": scaled(0.5), **BARE},
    "missing_months": {"leave_out": (3, 4), **BARE},
    "missing_newest_but_one": {"leave_out": (5,), **BARE},
    "no_last_year": {"years": {2025: (30_000,) * 6}, "imports": {}, **BARE},
    "no_target": {"targets": ()},
    "range": {"targets": target(0.15, 0.16)},
    "target_falls": {"targets": target(-0.03)},
    "target_in_value": {"targets": target(430e9, 440e9, TargetMeasure.VALUE), "through": 11},
    "one_month_left": {"through": 11},
    "over_and_beyond": {"through": 12},
    "over_and_short": {"through": 12, "targets": target(500e9, measure=TargetMeasure.VALUE)},
    "reached_early": {"through": 11, "targets": target(400e9, measure=TargetMeasure.VALUE)},
    "far_below": {"exports": scaled(0.9), **BARE},
    "straight_line": {"phasing": Phasing.LINEAR},
    "deficit": {"imports": {2024: (20_000,) * 12, 2025: (45_000,) * 6}},
    "deficit_both_years": alone(*(29_000,) * 6, imports=bought(31_000, 32_000)),
    "balanced": alone(*(30_000,) * 6, imports=bought(30_000)),
    "balance_rounds_to_nothing": alone(*(30_000.004,) * 6, imports=bought(30_000)),
    "surplus_of_millions": alone(*(30_075,) * 6, imports=bought(30_000)),
    "millions_only": {
        "years": {2024: (81,) * 12, 2025: (83.25,) * 6}, "imports": {}, "targets": (), **BARE,
    },
    "a_billion_by_rounding": {
        "years": {2024: (81,) * 12, 2025: (166.6,) * 6}, "imports": {}, "targets": (), **BARE,
    },
    "thousands_of_billions": {
        "years": {2024: (300_000,) * 12, 2025: (301_000,) * 6}, "imports": {}, "targets": (),
        **BARE,
    },
}  # fmt: skip


def said(story, name, language):
    """All that a report says of a situation, by the keys of its sentences."""
    told = story(**SITUATIONS[name])
    saying = Saying(told, NOTHING_BESIDE, language)
    blocks = (
        on_target.headline_sentences(saying), on_trade.trade_sentences(saying),
        on_trade.exports_sentences(saying), on_trade.markets_sentences(saying),
        on_trade.imports_sentences(saying), on_trade.balance_sentences(saying),
        on_target.target_sentences(saying), on_trade.notes_sentences(saying),
    )  # fmt: skip
    return {s.key: s for block in blocks for s in block}


STRUCTURES = {
    "parts": {"US": (70_900, 60_000), "CN": (29_100, 28_000), "KR": (13_700, 13_000)},
    "flipped_partner": {"US": (12_000, 9_000), "CN": (9_000, 12_000)},
    "no_base": {"US": (70_900, None)},
    "small_balances": {"US": (5, 5)},
    "ties": {"US": (12_000, 12_000), "CN": (12_000, 12_000), "KR": (12_000, 12_000)},
}
"""Exports to each market now and a year before; imports from them follow, see `structured`."""


SECTORS = ((Ownership.DOMESTIC, 58_160, 72_220), (Ownership.FDI, 161_670, 139_980))
GOODS = (
    ("ELEC", "ELEC", 47_700, 34_000), ("COFFEE", "STEEL", 5_400, 3_200),
    ("TOYS", "COTTON", 999.9, 490), ("RICE", "PLASTMAT", 1_000, 1_400),
)  # fmt: skip
"""An item of exports and one of imports; now, of imports half as much, and a year before."""


def structured(story, name, language):
    """What is said of a made structure: items, markets and sectors of both flows."""
    books = story.books()
    to_date(books, 219_830, 190_684)
    to_date(books, 212_260, 178_800, flow=Flow.IMPORT)
    for sold, bought_item, now, before in GOODS:
        to_date(books, now, before, item=sold)
        to_date(books, now / 2, before, flow=Flow.IMPORT, item=bought_item)
    for market, (now, before) in STRUCTURES[name].items():
        to_date(books, now, before, market=market)
        to_date(books, _bought(name, market, now), before and 10_000, flow=Flow.IMPORT,
                market=market)  # fmt: skip
    for owner, out, back in SECTORS:
        to_date(books, out, out - 900, ownership=owner)
        to_date(books, back, back - 900, flow=Flow.IMPORT, ownership=owner)
    beside = Beside(structure=structure(laid_out(books.frame()), None, JUNE))
    saying = Saying(story(parts=False), beside, language)
    blocks = (
        on_trade.exports_sentences(saying), on_trade.imports_sentences(saying),
        on_trade.markets_sentences(saying), on_trade.balance_sentences(saying),
    )  # fmt: skip
    return {s.key: s for block in blocks for s in block}


def _bought(name, market, now):
    if name == "small_balances":
        return now + 1
    return {"US": 9_000, "CN": 84_700, "KR": 13_700}[market] if name == "parts" else 10_500


def to_date(books, now, before, **subject):
    from desktop.figures.period import Basis  # noqa: PLC0415 - one noun of one function

    books.put(now, JUNE, Basis.CUMULATIVE, **subject)
    if before is not None:
        books.put(before, JUNE - 12, Basis.CUMULATIVE, **subject)


def band(median, low, high):
    return Band(median, (median, median), (low, high), (low, high))


def outlook(**changed):
    """Where a year may end; what is changed is what a case is about."""
    told = {
        "growth": 0.157, "band": band(469.3e9, 455.9e9, 483.4e9), "chance": 0.92,
        "chance_high": None, "target": target(0.12)[0],
        "move": Move(-2.54e9, 0.66e9, 0.0, -3.2e9, -0.9),
        "needed": (Needed(0.5, 0.091, 0.161), Needed(0.8, 0.13, 0.161)),
        "balance": band(23.9e9, 12.7e9, 35.1e9), "reasons": (), "through": JUNE,
        "parts": None, **changed,
    }  # fmt: skip
    landing = Landing(2025, told["through"], 219.8e9, 405.5e9, 469.3e9, (1.0,), told["reasons"],
                      told["parts"], log_mean=np.zeros(6))  # fmt: skip
    record = Record((2017, 2024), {Rule.LANDING: 0.026, Rule.LINEAR: 0.067}, {}, 1)
    exports, imports = (
        FlowOutlook(flow, landing, 219.8e9, 405.5e9, told["band"], told["growth"],
                    Status.PRELIMINARY, (), (), told["move"], record)
        for flow in (Flow.EXPORT, Flow.IMPORT)
    )  # fmt: skip
    asked = told["target"]
    chances = (
        (TargetChance(asked, 454.2e9, None, told["chance"], told["chance_high"], None),)
        if asked else ()
    )  # fmt: skip
    balance = BalanceOutlook(7.6e9, 24.8e9, told["balance"], 0.5)
    return Outlook(2025, told["through"], LATEST, exports, imports, balance, chances, None, (),
                   told["needed"])  # fmt: skip


OUTLOOKS = {
    "likely": {},
    "even": {"chance": 0.5},
    "unlikely": {"chance": 0.12},
    "never_certain": {"chance": 0.99},
    "two_ends": {"chance": 0.81, "chance_high": 0.46, "target": target(0.15, 0.16)[0]},
    "no_plan": {"target": None, "needed": ()},
    "year_shrinks": {"growth": -0.021, "band": band(396.9e9, 380e9, 412e9)},
    "year_doubles": {"growth": 1.5, "band": band(1_013e9, 900e9, 1_100e9)},
    "nothing_moved": {"move": Move(0.0, 0.0, 0.0, 0.0, 0.0)},
    "moved_by_tet": {"move": Move(4.1e9, -0.4e9, 3.0e9, 1.5e9, 0.4)},
    "balance_may_flip": {"balance": band(1.2e9, -5e9, 7e9)},
    "balance_even": {"balance": band(0.0, -3e9, 3e9)},
    "made_of": {"parts": Parts(40.2e9, 0.009, -0.14, Month(2025, 1), 0.087)},
    "made_of_falling": {"parts": Parts(712e6, -0.031, 0.052, Month(2025, 2), -0.012)},
    "made_of_level_alone": {"parts": Parts(40.2e9, 0.0002, None, None, 0.0)},
    "months_may_fall": {"needed": (Needed(0.5, -0.021, 0.034), Needed(0.8, 0.0, 0.034))},
}


def foretold(story, name, language):
    """What is said of a made outlook."""
    saying = Saying(story(), NOTHING_BESIDE, language)
    return {s.key: s for s in on_target.outlook_sentences(saying, outlook(**OUTLOOKS[name]))}


TELLERS = {
    "": (SITUATIONS, said),
    "structure": (STRUCTURES, structured),
    "outlook": (OUTLOOKS, foretold),
    "warning": (WARNINGS, warned),
}
