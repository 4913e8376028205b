"""The origin of goods: an item sold fast to one market while it is bought fast from one country."""

from __future__ import annotations

from dataclasses import replace

import pytest

from desktop.analysis.lines import laid_out
from desktop.analysis.warnings.origin import origin
from desktop.analysis.warnings.results import Fact, Gravity
from desktop.analysis.warnings.sight import Sight
from desktop.figures.month import Month
from desktop.figures.series import Flow, Series
from desktop.figures.warning_rules import Origin

RULE = Origin(
    active=True,
    market="US",
    export_growth=0.30,
    import_growth=0.30,
    least_export=100,
    least_import=100,
    least_ratio=0.25,
)
STEEL = Series(Flow.EXPORT, item="STEEL")
SEVERAL = frozenset({"ASEAN"})


@pytest.fixture
def traded(printer):
    """A printer of quarters: steel sold to the United States grew from 300 to 600 million."""
    printer.of_return("2025-04-06")
    _quarter(printer, (100, 100, 100), (100, 250, 250), item="STEEL", market="US")
    return printer


def _quarter(printer, base, now, **subject):
    printer.year(base, 2024, **subject).year(now, 2025, **subject)


def _bought(printer, base, now, market, item="STEEL"):
    each = [(amount / 3,) * 3 for amount in (base, now)]
    _quarter(printer, *each, flow=Flow.IMPORT, item=item, market=market)


def _told(printer, **changed):
    book = laid_out(printer.frame(), every_subject=True)
    seen = Sight(lambda *_: book, Month(2025, 3), tuple(book.printed.series))
    return list(origin(seen, replace(RULE, **changed), [STEEL], SEVERAL))


def test_the_country_whose_imports_gained_most_is_named_with_all_its_figures(traded):
    _bought(traded, 150, 270, "CN")
    _bought(traded, 150, 240, "KR")

    (warning,) = _told(traded)

    assert (warning.subject, warning.partner) == ("item:STEEL@US", "CN")
    assert warning.size == pytest.approx(120 / 300)
    assert warning.gravity is Gravity.WATCH
    told = [(e.fact, e.series.flow, e.series.market, e.amount) for e in warning.evidence]
    assert told == [
        (Fact.GROWTH, Flow.EXPORT, "US", pytest.approx(1.0)),
        (Fact.VALUE, Flow.EXPORT, "US", 600e6),
        (Fact.BASE, Flow.EXPORT, "US", 300e6),
        (Fact.GROWTH, Flow.IMPORT, "CN", pytest.approx(0.8)),
        (Fact.VALUE, Flow.IMPORT, "CN", 270e6),
        (Fact.BASE, Flow.IMPORT, "CN", 150e6),
    ]
    assert all(e.sources for e in warning.evidence)


def test_it_stands_since_both_rose_together(traded):
    """To January nothing more was sold than a year before: the rise begins in February."""
    _bought(traded, 150, 270, "CN")
    (warning,) = _told(traded)
    assert (warning.since, warning.through) == (Month(2025, 2), Month(2025, 3))


def test_imports_that_gained_half_of_what_exports_gained_are_an_alarm(traded):
    _bought(traded, 150, 300, "CN")
    (warning,) = _told(traded)
    assert warning.gravity is Gravity.ALARM


@pytest.mark.parametrize(
    ("base", "now", "market", "item"),
    [
        pytest.param(400, 510, "CN", "STEEL", id="imports that grew by less than 30 %"),
        pytest.param(20, 99, "CN", "STEEL", id="imports under 100 million"),
        pytest.param(100, 174, "CN", "STEEL", id="under a quarter of what exports gained"),
        pytest.param(150, 270, "US", "STEEL", id="the same market"),
        pytest.param(150, 270, "WORLD", "STEEL", id="all countries together"),
        pytest.param(150, 270, "ASEAN", "STEEL", id="a bloc"),
        pytest.param(150, 270, "CN", "WOOD", id="another item"),
        pytest.param(150, 270, "CN", "TOTAL", id="all items together"),
    ],
)
def test_nothing_is_told_of(traded, base, now, market, item):
    _bought(traded, base, now, market, item)
    assert not _told(traded)


@pytest.mark.parametrize(
    ("changed", "speaks"),
    [
        ({"export_growth": 1.0}, True),
        ({"export_growth": 1.01}, False),
        ({"import_growth": 0.8}, True),
        ({"import_growth": 0.81}, False),
        ({"least_export": 600}, True),
        ({"least_export": 601}, False),
        ({"least_import": 270}, True),
        ({"least_import": 271}, False),
        ({"least_ratio": 0.4}, True),
        ({"least_ratio": 0.41}, False),
        ({"market": "JP"}, False),
    ],
)
def test_an_office_sets_each_threshold(traded, changed, speaks):
    _bought(traded, 150, 270, "CN")
    assert bool(_told(traded, **changed)) is speaks
