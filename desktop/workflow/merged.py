"""What a unit of today was before July 2025: the sum of those that it was made of."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pandas as pd

from desktop.figures.figure import FIGURE_COLUMNS, Status
from desktop.figures.provinces import MERGED
from desktop.figures.series import NATIONAL, Measure

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

_OF_THE_NEW = (MERGED + 1).first_day.isoformat()
"""From this day on a return under a name that lived on is of the larger unit, last year too."""
_ALIKE = (
    "flow", "measure", "item", "market", "ownership", "unit", "basis", "period_start", "period_end",
)  # fmt: skip
_READ = ("sheet", "cell", "printed", "label", "source_file", "sender")
_SUMMED = frozenset({Measure.VALUE.value, Measure.QUANTITY.value})
_JOINED = " + "
_FIRMNESS = {status.value: status.rank for status in Status}

Row = dict[str, Any]


def added_up(
    before: pd.DataFrame, own: pd.DataFrame, parts: Sequence[str], unit: str
) -> pd.DataFrame:
    """Give a unit's own rows, and with them what its parts told before July 2025, added up.

    A figure is told wherever all parts tell it, as of each day on which one of them did; its
    place names the cells of all of them. What the unit of today says of the months before is
    none of the part's whose name it bears.

    Args:
        before: Rows with `FIGURE_COLUMNS` of periods until June 2025, of whatever province.
        own: The unit's own, seen as the whole.
        parts: The units that it was made of.
        unit: Its name today.
    """
    late = (before["province"] == unit) & (before["reported_on"] >= _OF_THE_NEW)
    ours = before["province"].isin(parts) & before["measure"].isin(_SUMMED) & ~late
    told = before[ours].sort_values(["reported_on", "return_rank"], kind="stable")
    found: list[Row] = []
    for _, rows in told.groupby(list(_ALIKE), sort=False, observed=True):
        found += _releases(rows.to_dict("records"), parts)
    if not found:
        return own
    sums = pd.DataFrame(found, columns=list(FIGURE_COLUMNS)).astype(own.dtypes.to_dict())
    return pd.concat([own, sums], ignore_index=True)


def _releases(rows: Sequence[Mapping[Any, Any]], parts: Sequence[str]) -> Iterator[Row]:
    """Give the sum as of each day from which on all parts tell the figure; rows by their days."""
    held: dict[str, Mapping[Any, Any]] = {}
    for at, row in enumerate(rows):
        held[row["province"]] = row
        day_goes_on = rows[at + 1 :] and rows[at + 1]["reported_on"] == row["reported_on"]
        if len(held) == len(parts) and not day_goes_on:
            yield _sum([held[part] for part in parts], newest=row)


def _sum(rows: Sequence[Mapping[Any, Any]], newest: Mapping[Any, Any]) -> Row:
    joined = {name: _JOINED.join(str(row[name]) for row in rows) for name in _READ}
    status = min((row["status"] for row in rows), key=_FIRMNESS.__getitem__)
    value = sum(row["value"] for row in rows)
    return {**newest, **joined, "status": status, "value": value, "province": NATIONAL}
