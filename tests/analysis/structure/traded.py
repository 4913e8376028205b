"""Books of trade made by hand, for the analysis of growth and structure."""

from __future__ import annotations

from desktop.analysis.lines import laid_out
from desktop.analysis.rows import QUANTITIES
from desktop.analysis.structure.answer import structure
from desktop.figures.figure import Status
from desktop.figures.month import Month
from desktop.figures.period import Basis, Period
from desktop.figures.series import SCALE, Flow, Measure, Series, Unit

JUNE = Month(2025, 6)
IMPORT = Flow.IMPORT


def quantity(printer, amount, end, basis=Basis.MONTH, unit=Unit.TONNES, **subject):
    """Print a quantity in its unit."""
    series = Series(**{"flow": Flow.EXPORT, "measure": Measure.QUANTITY, **subject})
    month = Month.parse(end)
    period = Period.month(month) if basis is Basis.MONTH else Period.to_date(month)
    printer._add(series, period, unit, amount * SCALE, Status.PRELIMINARY, str(amount))


def books(frame):
    """Lay a frame out: values, and quantities if there are any."""
    return laid_out(frame), laid_out(frame, amounts=QUANTITIES)


def told(printer, through=JUNE, **asked):
    """Say what was printed consists of."""
    return structure(*books(printer.frame()), through, **asked)


def half_years(printer, base, now, year=2025, **subject):
    """Print January to June of a year and of the year before; None is not printed."""
    for amount, of in ((base, year - 1), (now, year)):
        if amount is not None:
            printer.to_date(amount, f"{of}-06", **subject)
