"""The figures of what targets are set for, no more than those: every release of some series."""

from __future__ import annotations

from collections.abc import Callable, Collection, Sequence
from typing import TYPE_CHECKING

import pandas as pd

from desktop.analysis.targets.scopes import UNTIL_MERGED
from desktop.figures.series import NATIONAL, TOTAL, WORLD, Measure, Series

if TYPE_CHECKING:
    from desktop.figures.month import Month
    from desktop.figures.vintage import Vintage


Ask = Callable[..., pd.DataFrame]
"""Gives the figures that `Archive.figures` gives, as of a vintage, by its filters."""


def is_beside(series: Series) -> bool:
    """Say whether a series is none of those that an overview is made of."""
    return series.province != NATIONAL or (series.item != TOTAL and series.market != WORLD)


def every_release(
    ask: Ask, series: Collection[Series], vintage: Vintage, since: Month | None = None
) -> pd.DataFrame:
    """Give the values of some series, and of some others; `FIGURE_COLUMNS`.

    The nation and its provinces are asked for apart: they are split in ways of their own. No
    figure ends before `since`; of a return that tells of it all that is newer is there as well.
    """
    of_nation = {s for s in series if s.province == NATIONAL}
    asked = [some for some in (of_nation, set(series) - of_nation) if some]
    return together([_asked(ask, some, vintage, since) for some in asked])


def together(frames: Sequence[pd.DataFrame]) -> pd.DataFrame:
    """Give frames as one."""
    return frames[0] if len(frames) == 1 else pd.concat(frames, ignore_index=True)


def _asked(
    ask: Ask, series: Collection[Series], vintage: Vintage, since: Month | None
) -> pd.DataFrame:
    return ask(
        vintage,
        items=sorted({s.item for s in series}),
        markets=sorted({s.market for s in series}),
        measures=(Measure.VALUE,),
        provinces=tuple(sorted({s.province.removeprefix(UNTIL_MERGED) for s in series})),
        start=since,
        split_by_both=any(s.item != TOTAL and s.market != WORLD for s in series),
        every_release=True,
    )
