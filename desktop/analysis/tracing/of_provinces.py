"""Numbers of one of several provinces: named ``exports+province:NAME.cumulative``."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from desktop.analysis.tracing.inquiry import EXPORTS
from desktop.analysis.tracing.names import names
from desktop.analysis.tracing.trace import Named, Said

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from desktop.analysis.tracing.inquiry import Inquiry
    from desktop.analysis.tracing.trace import Trace

MARK = "province:"
_JOINED = "+"


def province_asked(name: str) -> tuple[str, str] | None:
    """Give the province and the number within it, of exports where no flow is named; else None."""
    about, _, number = name.strip().rpartition(".")
    flow, mark, province = about.partition(MARK)
    if not mark or not province or (flow and not flow.endswith(_JOINED)):
        return None
    return province, f"{flow.removesuffix(_JOINED) or EXPORTS}.{number}"


def name_within(province: str, name: str) -> str:
    """Name a number of a province as it is asked for in an archive of several."""
    about, _, number = name.rpartition(".")
    return f"{about}{_JOINED}{MARK}{province}.{number}"


def province_names(told: Mapping[str, Inquiry]) -> Iterator[str]:
    """Every name that has an answer, province by province."""
    for province, asked in told.items():
        yield from (name_within(province, name) for name in names(asked))


def of_province(trace: Trace, province: str) -> Trace:
    """Name the province wherever a number of it is named."""
    return replace(
        trace,
        what=_named(trace.what, province),
        formula=trace.formula and _named(trace.formula, province),
        inputs=tuple(of_province(part, province) for part in trace.inputs),
    )


def _named(told: Said, province: str) -> Said:
    return Said(told.text, {key: _blank(blank, province) for key, blank in told.blanks.items()})


def _blank(blank: object, province: str) -> object:
    if isinstance(blank, Named):
        return Named(f"{blank.code}{_JOINED}{MARK}{province}")
    return _named(blank, province) if isinstance(blank, Said) else blank
