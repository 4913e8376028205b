"""The balance: exports less imports, to date, last year, its change, and of the month."""

from __future__ import annotations

from typing import TYPE_CHECKING

from desktop.analysis.tracing import compared, flows
from desktop.analysis.tracing.inquiry import EXPORTS, IMPORTS, subject
from desktop.analysis.tracing.trace import said, said_to_date
from desktop.figures.month import MONTHS_PER_YEAR
from desktop.figures.wording import N_

if TYPE_CHECKING:
    from collections.abc import Callable

    from desktop.analysis.tracing.inquiry import Inquiry, Subject
    from desktop.analysis.tracing.trace import Said, Trace
    from desktop.figures.month import Month

_FORMULA = N_("exports less imports")
_TO_DATE = N_("Trade balance, January to {month}")
_ALONE = N_("Trade balance in {month}")


def cumulative(asked: Inquiry, _about: Subject) -> Trace:
    """January to the month."""
    return _less(asked, to_date(asked.through), compared.value)


def last_year(asked: Inquiry, _about: Subject) -> Trace:
    """The same months of last year."""
    return _less(asked, to_date(asked.through - MONTHS_PER_YEAR), compared.base)


def change(asked: Inquiry, about: Subject) -> Trace:
    """By how much it moved since last year."""
    what = said_to_date(
        N_("Change of the trade balance, January to {month}"),
        N_("Change of the trade balance in {month}"),
        asked.through,
    )
    inputs = cumulative(asked, about), last_year(asked, about)
    return flows.less(what, *inputs, said(N_("this year's balance less last year's")))


def month(asked: Inquiry, _about: Subject) -> Trace:
    """The month by itself."""
    return _less(asked, said(_ALONE, month=asked.through), flows.month)


def to_date(month: Month) -> Said:
    """Name the balance from January to a month."""
    return said_to_date(_TO_DATE, _ALONE, month)


def _less(asked: Inquiry, what: Said, flow: Callable[[Inquiry, Subject], Trace]) -> Trace:
    sold, bought = (flow(asked, subject(code)) for code in (EXPORTS, IMPORTS))
    return flows.less(what, sold, bought, said(_FORMULA))
