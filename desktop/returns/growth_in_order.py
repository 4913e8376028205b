"""Growth that stands behind several figures: "Tháng 3 | 3 tháng | So cùng kỳ | So cùng kỳ"."""

from __future__ import annotations

from collections.abc import Sequence

from desktop.figures.series import Measure
from desktop.returns.heading_block import Column
from desktop.returns.heading_texts import says_same_period
from desktop.returns.headings import Compared, Heading
from desktop.returns.spans import Span

Kind = tuple[Compared | None, Measure | None]


def in_their_order(columns: Sequence[Column]) -> dict[int, Heading]:
    """The figure that each growth is of where as many growths as figures stand behind these.

    Of one growth alone, or of fewer or more than figures of its measure, nothing is said here.
    """
    found: dict[int, Heading] = {}
    levels: list[Column] = []
    growths: list[Column] = []
    for column in columns:
        heading = column.heading
        if heading.compared and heading.span in {Span.NONE, Span.YEAR}:  # "2025/2024"
            growths.append(column)
        elif heading.compared or heading.left_out == "plan" or says_same_period(column.text):
            continue
        else:
            if growths:
                found |= _paired(levels, growths)
                levels, growths = [], []
            levels.append(column)
    return found | _paired(levels, growths)


def _paired(levels: Sequence[Column], growths: Sequence[Column]) -> dict[int, Heading]:
    newest = max((c.heading.year or 0 for c in levels), default=0)
    of_now = [
        c for c in levels if (c.heading.year or newest) == newest and not c.heading.years_back
    ]
    kinds: dict[Kind, list[Column]] = {}
    for growth in growths:
        kinds.setdefault((growth.heading.compared, _measure(growth)), []).append(growth)
    found: dict[int, Heading] = {}
    for (_, measure), alike in kinds.items():
        own = [c for c in of_now if measure is None or _measure(c) in {None, measure}]
        if len(alike) > 1 and len(own) == len(alike):
            pairs = zip(alike, own, strict=True)
            found |= {growth.number: level.heading for growth, level in pairs}
    return found


def _measure(column: Column) -> Measure | None:
    return column.measure or column.heading.measure
