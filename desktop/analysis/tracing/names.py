"""The registry of shown numbers: every one has a name, ``exports.cumulative``, ``market:US.share``.

A name is a subject and a number of it. Windows, commands and templates of documents name numbers
in this way; whoever asks by a name is given the value with all that it was made of.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from difflib import get_close_matches
from typing import TYPE_CHECKING

from desktop.analysis.tracing import balances, compared, flows, paces, revised
from desktop.analysis.tracing.inquiry import EXPORTS, IMPORTS, Inquiry, Subject, subject

if TYPE_CHECKING:
    from desktop.analysis.tracing.trace import Trace

Tracer = Callable[[Inquiry, Subject], "Trace"]

COMPARED: Mapping[str, Tracer] = {
    "cumulative": compared.value,
    "base_cumulative": compared.base,
    "growth": compared.growth,
    "growth_printed": compared.printed,
    "cumulative_revision": revised.cumulative,
    "month_revision": revised.month,
}
"""What is told of every subject but the balance."""

OF_A_FLOW: Mapping[str, Tracer] = {
    **COMPARED,
    "month": flows.month,
    "month_last_year": flows.month_last_year,
    "month_growth": flows.month_growth,
    "month_growth_printed": flows.month_growth_printed,
    "sum_of_months": flows.sum_of_months,
    "difference": flows.difference,
    "base_year": compared.base_year,
    "target": flows.target,
    "target_high": flows.target_high,
    "target_growth": flows.target_growth,
    "share_of_target": flows.share_of_target,
    "path": flows.path,
    "path_share": flows.season_share,
    "gap": flows.gap,
    "gap_share": flows.gap_share,
    "monthly_average": flows.monthly_average,
    "required_total": flows.rest,
    "required_monthly": flows.required_monthly,
    "required_growth": flows.required_growth,
    **paces.OF_A_FLOW,
}
OF_A_PART: Mapping[str, Tracer] = {
    **COMPARED,
    "share": compared.share,
    "contribution": compared.contribution,
}
OF_THE_BALANCE: Mapping[str, Tracer] = {
    "cumulative": balances.cumulative,
    "last_year": balances.last_year,
    "change": balances.change,
    "month": balances.month,
}
BALANCE = "balance"
_MOST = 6


def names(asked: Inquiry) -> Iterator[str]:
    """Every name that has an answer here, in the order of showing."""
    for code in (EXPORTS, IMPORTS, BALANCE, *asked.parts()):
        yield from (f"{code}.{number}" for number in numbers(code))


def numbers(code: str) -> Mapping[str, Tracer]:
    """The numbers that are told of a subject, by their names."""
    if code == BALANCE:
        return OF_THE_BALANCE
    return OF_A_FLOW if code in {EXPORTS, IMPORTS} else OF_A_PART


def traced(asked: Inquiry, name: str) -> Trace | None:
    """Give a number by its name with all that it was made of; None where there is no such name."""
    code, _, number = name.strip().rpartition(".")
    flow, mark, month = code.partition(paces.MONTH_MARK)
    if mark and flow in {EXPORTS, IMPORTS}:
        return paces.month_traced(asked, subject(flow), month, number)
    known = code in {EXPORTS, IMPORTS, BALANCE} or code in asked.parts()
    tracer = numbers(code).get(number) if known else None
    return tracer(asked, subject(code)) if tracer else None


def near_names(asked: Inquiry, name: str) -> tuple[str, ...]:
    """Give the names that one was probably meant to be, the nearest first."""
    every = list(names(asked))
    folded = {known.casefold(): known for known in every}
    close = get_close_matches(name.strip().casefold(), folded, _MOST, 0.6)
    return tuple(folded[known] for known in close)
