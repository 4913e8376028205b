"""Overviews to report on: Viet Nam's 2025 as published, told by the real analysis."""

from __future__ import annotations

from datetime import UTC, date, datetime
from decimal import Decimal

import pandas as pd
import pytest

from desktop.analysis.overview import overview
from desktop.figures.figure import FIGURE_COLUMNS, FigureRow, Status, scaled
from desktop.figures.month import Month
from desktop.figures.period import Basis
from desktop.figures.reading import DateOrigin
from desktop.figures.received import StoredReturn
from desktop.figures.series import Flow, Measure, Ownership, Series, Unit
from desktop.figures.target import Target, TargetChange, TargetMeasure
from desktop.figures.warning_rules import Rule
from desktop.figures.wording import language
from desktop.workflow import Office
from desktop.workflow.example import TARGETS_2025

EXPORTS = {  # million US dollars, latest figures
    2022: (
        31885.2,
        23352.7,
        34749.4,
        33253.3,
        30858.2,
        33073.4,
        30746.6,
        35033.0,
        30037.7,
        30509.7,
        29119.7,
        29096.4,
    ),
    2023: (
        23645.5,
        26124.8,
        29787.1,
        28167.4,
        28324.6,
        29940.7,
        30157.1,
        32817.5,
        30758.5,
        32324.6,
        31188.8,
        31484.3,
    ),
    2024: (
        34530.82,
        24683.83,
        33666.13,
        31104.08,
        32294.06,
        34456.01,
        36752.03,
        38085.6,
        34077.62,
        35982.87,
        34369.71,
        35528.99,
    ),
    2025: (
        33158.92,
        31167.13,
        38567.64,
        37739.82,
        39570.0,
        39490.0,
        42401.88,
        43494.65,
        42877.38,
        42049.21,
        39946.59,
        44050.04,
    ),
}
IMPORTS = {
    2024: (
        30898.42,
        23314.04,
        30867.65,
        29883.6,
        32701.34,
        31222.75,
        34077.36,
        33742.36,
        31758.45,
        33814.1,
        33478.58,
        35005.01,
    ),
    2025: (
        30060.51,
        32746.36,
        36874.47,
        36837.54,
        39083.58,
        36660.0,
        40056.08,
        39790.21,
        39906.63,
        39445.2,
        38589.54,
        44686.57,
    ),
}
PRINTED = {6: (219_830, Decimal("114.4")), 1: (33_158.92, Decimal("96.0"))}
ITEMS = {  # January to June 2025, million US dollars, and growth as printed
    "ELEC": (47_700, "139.9"),
    "MACHINERY": (26_900, "116.1"),
    "PHONES": (26_900, "99.1"),
    "TEXTILE": (18_700, "112.3"),
    "FOOTWEAR": (11_900, "110.1"),
    "COFFEE": (5_400, "167.5"),
    "SEAFOOD": (5_100, "115.9"),
    "STEEL": (3_700, "77.3"),
    "TOYS": (3_300, "203.0"),
}
HELD = {"ELEC": 33_662}
"""Last year as published month by month, where the growth printed is on a revised base."""
MARKETS = {
    "US": (70_900, "128.2"),
    "CN": (29_100, "104.2"),
    "KR": (13_700, "111.9"),
    "JP": (12_800, "111.8"),
    "HK": (7_700, "127.5"),
    "NL": (6_300, "101.7"),
    "RU": (1_000, "90.0"),
}
SECTORS = {Ownership.DOMESTIC: (58_160, "112.1"), Ownership.FDI: (161_670, "115.3")}
TWELVE = Target(Flow.EXPORT, TargetMeasure.GROWTH, 2025, 0.12, 0.12)


class Books:
    """Figures as they would leave the archive, written down in millions of US dollars."""

    def __init__(self, file="02-Bieu-T6.2025.xlsx", sheet="14.XK", reported_on="2025-07-06"):
        self.rows = []
        self.origin = (1, file, "GSO", reported_on, 1)
        self.sheet = sheet

    def put(self, millions, end, basis, status=Status.PRELIMINARY, **subject):
        series = Series(**{"flow": Flow.EXPORT, **subject})
        growth = series.measure is Measure.GROWTH_VALUE
        start = end if basis is Basis.MONTH else Month(end.year, 1)
        value = scaled(Decimal(str(millions)) * (1 if growth else 1_000_000))
        unit = Unit.INDEX if growth else Unit.USD
        cell = f"D{len(self.rows) + 9}"
        figure = FigureRow(
            series.flow, series.measure, series.item, series.market, series.ownership,
            series.province, unit, basis, start.ordinal, end.ordinal, status, value,
            self.sheet, cell, str(millions), series.item,
        )  # fmt: skip
        self.rows.append((*figure, *self.origin))

    def months(self, flow, year, values, status=Status.PRELIMINARY, leave_out=()):
        for number, value in enumerate(values, 1):
            if number not in leave_out:
                last = status if number == len(values) else Status.PRELIMINARY
                self.put(value, Month(year, number), Basis.MONTH, last, flow=flow)

    def to_date(self, value, end, index=None, *, held=None, **subject):
        self.put(value, end, Basis.CUMULATIVE, **subject)
        if index is not None:
            self.put(index, end, Basis.CUMULATIVE, measure=Measure.GROWTH_VALUE, **subject)
            before = Decimal(held or Decimal(str(value)) * 100 / Decimal(index))
            self.put(round(before, 1), end - 12, Basis.CUMULATIVE, **subject)

    def frame(self):
        return pd.DataFrame(self.rows, columns=list(FIGURE_COLUMNS))


@pytest.fixture(scope="session")
def story():
    """Tell the year 2025 up to a month; leave out or change what the test is about."""

    def told(
        through=6,
        *,
        targets=(TWELVE,),
        years=EXPORTS,
        imports=IMPORTS,
        leave_out=(),
        status=Status.PRELIMINARY,
        parts=True,
        sectors=None,
        printed=True,
        exports=None,
        books=None,
        **question,
    ):
        books = books or Books()
        end = Month(2025, through)
        for year, values in years.items():
            if year == 2025:
                values = (exports or values)[:through]  # noqa: PLW2901 - the year as told
            missing = leave_out if year == 2025 else ()
            books.months(Flow.EXPORT, year, values, status, missing)
        for year, values in imports.items():
            books.months(Flow.IMPORT, year, values[: through if year == 2025 else 12])
        if printed and through in PRINTED and exports is None:
            value, index = PRINTED[through]
            books.put(value, end, Basis.CUMULATIVE, status)
            books.put(index, end, Basis.CUMULATIVE, measure=Measure.GROWTH_VALUE)
        if parts and through == 6:
            for item, (value, index) in ITEMS.items():
                books.to_date(value, end, index, held=HELD.get(item), item=item)
            for market, (value, index) in MARKETS.items():
                books.to_date(value, end, index, market=market)
            for ownership, (value, index) in (sectors or told.sectors).items():
                books.to_date(value, end, index, ownership=ownership)
        return overview(books.frame(), targets, year=2025, through=end, **question)

    told.sectors, told.books = dict(SECTORS), Books
    return told


@pytest.fixture(scope="session")
def june(story):
    """The first half of 2025 against +12 %."""
    return story()


@pytest.fixture(params=["vi", "en"], scope="session")
def each_language(request):
    """Vietnamese, then English."""
    return language(request.param)


@pytest.fixture(scope="session")
def vi():
    """Vietnamese."""
    return language("vi")


@pytest.fixture(scope="session")
def en():
    """English."""
    return language("en")


@pytest.fixture(scope="session")
def made_at():
    """A fixed moment."""
    return datetime(2025, 7, 7, 8, 30, tzinfo=UTC)


@pytest.fixture(scope="session")
def stored():
    """A return in the archive."""

    def returned(number=1, name="02-Bieu-T6.2025.xlsx", **more):
        known = {
            "content_hash": "7f3a" * 16,
            "sender": "GSO",
            "layout": "gso_monthly",
            "month": Month(2025, 6),
            "reported_on": date(2025, 7, 6),
            "date_origin": DateOrigin.CALENDAR,
            "imported_at": "2025-07-07T08:00:00+00:00",
            "imported_by": "Lan",
            "figures": 318,
        }
        return StoredReturn(number=number, name=name, **{**known, **more})

    return returned


WHY = "=1+1 đã họp với hiệp hội"
EARLIER = Target(
    Flow.BALANCE,
    TargetMeasure.SURPLUS,
    2025,
    25e9,
    25e9,
    document="@Kế hoạch đầu năm",
    issued_on=date(2025, 1, 8),
)


@pytest.fixture(scope="session")
def full_office(sample_archive, tmp_path_factory):
    """An office with the samples, several targets, one of them changed, and a silenced warning."""
    place = tmp_path_factory.mktemp("full") / "archive.sqlite3"
    place.write_bytes(sample_archive)
    moment = datetime(2025, 8, 12, 9, tzinfo=UTC)
    with Office(place, clock=lambda: moment, user="Lan") as office:
        office.change_targets(TargetChange(added=(EARLIER, *TARGETS_2025)))
        office.silence(Rule.DEPENDENCE, "market:US", 2, WHY)
        yield office


@pytest.fixture(scope="session")
def reports(full_office):
    """The report on the samples, by language."""
    return {code: full_office.report(language(code)) for code in ("vi", "en")}


@pytest.fixture(params=["vi", "en"], scope="session")
def report(request, reports):
    """The report in Vietnamese, then in English."""
    return reports[request.param]
