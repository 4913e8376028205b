"""Which columns of a table hold the plan of a year, or how much of it is reached; and which do not.

A plan of a month or of a quarter, one of growth, and what is left to reach are none of these.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from desktop.figures.period import NOT_TO_DATE
from desktop.figures.series import Flow, Measure
from desktop.returns.binding import Bound
from desktop.returns.heading_words import PLAN
from desktop.returns.headings import Compared
from desktop.returns.spans import Span
from desktop.returns.text import folded

_SHARE = re.compile(r"%|\bty le\b|\bdat\b")
_YEARS = re.compile(r"\bnam\b|\byear|(?:19|20)\d{2}(?!\d)")
_SHORTER = re.compile(
    r"\b(?:thang|t\.? ?\d|quy|q\d|ky|\d{1,2} ?t\b|nua (?:dau|cuoi)|months?|monthly|quarter\w*|half)"
    r"(?!\w)"
)
_TWELVE = re.compile(r"\b12 (?:thang|months?)\b")
_LONGER = re.compile(r"\b[2-9] nam\b|(?:19|20)\d{2} ?- ?(?:20)?\d{2}(?!\d)|\b[2-9][ -]years?\b")
_CHANGE = re.compile(
    r"\bcon (?:lai|phai|thieu)\b|\b(?:thieu|hut|vuot|tang|giam|chenh lech)\b|\+ ?/? ?-"
    r"|\b(?:remain\w*|short\w*|growth|grow|increase|difference|gap)\b"
)
"""What a plan lacks, or by how much it grows: no share of it, and no amount."""
_REACHED = re.compile(r"\bdat\b")
_NEWER = re.compile(r"\b(?:dieu chinh|bo sung|moi|revised|adjusted)\b")
_SHORT = frozenset({Span.MONTH, Span.QUARTER, Span.REPORTED})


def is_about_plans(b: Bound) -> bool:
    """Say whether a column is of a plan at all: its amount, what is reached of it, what lacks."""
    return b.column.heading.left_out == "plan" or b.column.heading.compared is Compared.PLAN


def plans_of_years(bound: Sequence[Bound], year: int) -> dict[tuple[int, Flow | None], Bound]:
    """Give the columns that print plans of whole years, by year and by the flow they are headed by.

    One that names no year is of `year`. Of several an adjusted one counts, else the first.
    """
    found: dict[tuple[int, Flow | None], Bound] = {}
    for b in filter(_prints_plan, bound):
        key = (b.column.heading.year or year, flow_of(b))
        if key not in found or (_is_newer(b) and not _is_newer(found[key])):
            found[key] = b
    return found


def shares_of_plans(bound: Sequence[Bound]) -> dict[Flow | None, Bound]:
    """Give the first column that says how much of the year's plan is reached, by its flow."""
    found: dict[Flow | None, Bound] = {}
    for b in filter(_tells_share, bound):
        found.setdefault(flow_of(b), b)
    return found


def other_plans(bound: Iterable[Bound], taken: Iterable[Bound]) -> Iterator[Bound]:
    """Give the columns of plans from which no target comes, but for shares of a printed plan."""
    numbers = {b.number for b in taken}
    for b in bound:
        if b.number in numbers or _tells_share(b) or b.measure is Measure.QUANTITY:
            continue
        if b.column.heading.left_out == "plan" and (not _is_share(b) or _is_change(_plain(b))):
            yield b


def reached(bound: Sequence[Bound], share: Bound) -> Bound | None:
    """Give the column of the values to date of which a column says how much of the plan they are.

    The newest counts, by its last month, then its length; what is only forecast is judged where
    the share is of the same.
    """
    from_january = [
        b for b in bound
        if is_of_values(b) and b.period and b.period.counts_from_january
        and flow_of(b) is flow_of(share)
    ]  # fmt: skip
    same = [b for b in from_january if b.period == share.period]
    to_date = [b for b in from_january if b.period and b.period.basis not in NOT_TO_DATE]
    return max(same or to_date, key=newest, default=None)


def newest(b: Bound) -> tuple[int, int]:
    """Order columns by their last month, then by their length."""
    return (b.period.end.ordinal, b.period.months) if b.period else (0, 0)


def is_of_values(b: Bound) -> bool:
    """Say whether a column may hold values of a period: its own word, or each row's unit, says."""
    return not b.left_out and not b.growth and b.measure is not Measure.QUANTITY


def flow_of(b: Bound) -> Flow | None:
    """The flow that a column is headed by; None where its rows say it."""
    return b.flow or b.column.heading.flow


def _prints_plan(b: Bound) -> bool:
    if b.column.heading.left_out != "plan" or b.measure is Measure.QUANTITY:
        return False
    plain = _plain(b)
    return not (_is_share(b) or _is_change(plain)) and _is_of_a_year(b, plain, share=False)


def _tells_share(b: Bound) -> bool:
    """Say whether the column tells how much of the year's plan is reached: "so KH năm", "% KH"."""
    if not _is_share(b) or b.measure is Measure.QUANTITY:
        return False
    plain = _plain(b)
    return not _is_change(plain) and _is_of_a_year(b, plain, share=True)


def _is_share(b: Bound) -> bool:
    heading = b.column.heading
    return heading.compared is Compared.PLAN or (
        heading.left_out == "plan" and bool(_SHARE.search(_plain(b)))
    )


def _is_change(plain: str) -> bool:
    return bool(_CHANGE.search(plain)) and not _REACHED.search(plain)


def _is_newer(b: Bound) -> bool:
    return bool(_NEWER.search(_plain(b)))


def _is_of_a_year(b: Bound, plain: str, *, share: bool) -> bool:
    """Say whether the plan is of a year: by what stands behind its name, else over the column.

    What is reached of a plan in six months is reached of the year's; in one month, of that month's.
    """
    said = [found.end() for found in PLAN.finditer(plain)]
    behind = _TWELVE.sub("year", plain[said[-1] :]) if said else ""
    if _LONGER.search(behind):
        return False
    shorter, years = _SHORTER.search(behind), _YEARS.search(behind)
    if shorter or years:
        return not shorter or (years is not None and years.start() < shorter.start())
    heading = b.column.heading
    if share:
        return heading.span not in _SHORT
    return heading.span in {Span.NONE, Span.YEAR}


def _plain(b: Bound) -> str:
    return folded(b.column.text)
