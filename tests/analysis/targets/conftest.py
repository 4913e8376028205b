"""Targets against what a printer printed."""

from __future__ import annotations

from datetime import date

import pytest

from desktop.analysis.overview import overview
from desktop.analysis.targets.every import TargetFrames
from desktop.figures.series import Flow
from desktop.figures.target import Target, TargetMeasure


def target(low, high=None, measure=TargetMeasure.VALUE, **more):
    """Give a target of 2025; amounts of a value in millions of US dollars."""
    times = 1 if measure in (TargetMeasure.GROWTH, TargetMeasure.SHARE) else 1e6
    given = {"flow": Flow.EXPORT, "year": 2025, **more}
    top = low if high is None else high
    return Target(measure=measure, low=low * times, high=top * times, **given)


@pytest.fixture
def standing():
    """Say how the targets stand, in millions, from what a printer printed."""

    def progress(printer, *targets, then=None, **question):
        beside = TargetFrames(then={day: p.frame() for day, p in (then or {}).items()})
        numbered = [t if t.number else _numbered(t, n) for n, t in enumerate(targets, 1)]
        return overview(printer.frame(), numbered, beside=beside, **question).targets

    return progress


def _numbered(given, number):
    return Target(**{**{f: getattr(given, f) for f in given.__slots__}, "number": number})


@pytest.fixture
def four_years(printer):
    """Exports of 100 a month in 2021-2024, 120 in January to June 2025; imports always 90."""
    for year in range(2021, 2025):
        printer.of_return(f"{year + 1}-01-06").year([100] * 12, year)
        printer.year([90] * 12, year, flow=Flow.IMPORT)
    printer.of_return("2025-07-06").year([120] * 6, 2025).year([90] * 6, 2025, flow=Flow.IMPORT)
    return printer


JANUARY_8 = date(2025, 1, 8)
