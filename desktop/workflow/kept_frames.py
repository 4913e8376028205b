"""Frames of figures that are kept, and brought up to date by what came and what went."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

from desktop.figures.month import MONTHS_PER_YEAR, Month
from desktop.figures.series import NATIONAL, TOTAL, WORLD, Measure, Series

if TYPE_CHECKING:
    import pandas as pd

    from desktop.archive import Archive
    from desktop.figures.vintage import Vintage

_MOST = 10
"""So many frames are kept; of more the one that was asked for first goes."""
_LIGHT = 40_000
"""Rows of a frame that is kept a while longer, for an undo to go back to."""


@dataclass(frozen=True, slots=True, eq=False)
class Kept:
    """A frame, the archive's state it is of, and the returns that it counts with their ranks.

    Where it is another frame with rows behind, `before` is that frame and `newer` these rows.
    `earlier` is what was kept before this: an undo goes back to it.
    """

    changes: int
    counted: dict[int, int]
    frame: pd.DataFrame
    before: pd.DataFrame | None = None
    newer: pd.DataFrame | None = None
    earlier: Kept | None = None


class KeptFrames:
    """Frames of every release, by what was asked; an unchanged archive gives the same object.

    A frame of every release is the rows of the returns that count, so a return that comes adds
    its rows, and one that goes takes them along: the others are not read again.
    """

    def __init__(self) -> None:
        """Begin with none."""
        self._held: dict[Any, Kept] = {}

    def ask(self, archive: Archive, vintage: Vintage, **wanted: Any) -> pd.DataFrame:
        """Give the frame that `Archive.figures` gives, in any order of its rows.

        `wanted` are its filters, `every_release` among them.
        """
        return self.look(archive, vintage, **wanted).frame

    def look(self, archive: Archive, vintage: Vintage, **wanted: Any) -> Kept:
        """Give the frame, and how it came to be."""
        key = (vintage, tuple(sorted(wanted.items())))
        changes = archive.changes
        held = self._held.pop(key, None)
        if held is None or held.changes != changes:
            held = _up_to_date(held, archive, vintage, changes, wanted)
        self._held[key] = held
        while len(self._held) > _MOST:
            del self._held[next(iter(self._held))]
        return held


def _up_to_date(
    held: Kept | None, archive: Archive, vintage: Vintage, changes: int, wanted: dict[str, Any]
) -> Kept:
    counted = archive.counted(vintage)
    if held is None:
        # Of a return that came meanwhile nothing is kept: the next time it is new.
        return Kept(changes, counted, _of(archive.figures(vintage, **wanted), counted))
    if held.counted == counted:
        return replace(held, changes=changes)
    light = len(held.frame) <= _LIGHT
    last = replace(held, before=None, newer=None, earlier=None) if light else None
    if held.earlier is not None and held.earlier.counted == counted:
        return replace(held.earlier, changes=changes, earlier=last)
    now = Kept(changes, counted, held.frame, earlier=last)
    return _changed(held, now, archive, vintage, wanted)


def _changed(
    held: Kept, now: Kept, archive: Archive, vintage: Vintage, wanted: dict[str, Any]
) -> Kept:
    import pandas as pd  # noqa: PLC0415 - after first paint

    come = sorted(now.counted.keys() - held.counted.keys())
    stay = held.frame
    if held.counted.keys() - now.counted.keys():
        stay = _of(stay, now.counted)
    newer = archive.figures(vintage, **wanted, returns=come) if come else stay[:0]
    frame = pd.concat([stay, newer], ignore_index=True) if len(newer) else stay
    frame = frame.assign(return_rank=frame["return_id"].map(now.counted))
    if stay is not held.frame:
        return replace(now, frame=frame)
    return replace(now, frame=frame, before=held.frame, newer=newer)


def _of(frame: pd.DataFrame, counted: dict[int, int]) -> pd.DataFrame:
    theirs = frame["return_id"].isin(counted.keys())
    return frame if theirs.all() else frame[theirs]


class BoundedFrames:
    """What is needed of a large archive: totals of all years, items and markets of the last few.

    An overview needs those of two years, an outlook of more.
    """

    def __init__(self, kept: KeptFrames) -> None:
        """Begin with nothing joined."""
        self._kept = kept
        self._joined: dict[Any, tuple[list[pd.DataFrame], pd.DataFrame]] = {}

    def ask(
        self,
        archive: Archive,
        vintage: Vintage,
        year: int | None,
        measures: tuple[Measure, ...],
        years_before: int = 1,
        throughout: frozenset[Series] = frozenset(),
    ) -> tuple[int, pd.DataFrame] | None:
        """Give the year, the newest with a total if left out, and its frame; None without any.

        Items and markets are those of the year and of so many `years_before`; what is of the
        series `throughout`, none of which is split by both, those of all years.
        """
        import pandas as pd  # noqa: PLC0415 - after first paint

        totals = self.totals(archive, vintage, measures)
        if not len(totals):
            return None
        last = year or int(totals["period_end"].max()) // MONTHS_PER_YEAR
        start, end = Month(last - years_before, 1), Month(last, MONTHS_PER_YEAR)
        parts = self._kept.ask(archive, vintage, **_bounded(measures), start=start, end=end)
        whole = [totals, *self._of_all_years(archive, vintage, measures, throughout)]
        held = self._joined.get((years_before, throughout))
        if held is None or any(a is not b for a, b in zip(held[0], [*whole, parts], strict=True)):
            others = [f[~f["period_end"].between(start.ordinal, end.ordinal)] for f in whole]
            # Of what is asked throughout the totals are there already.
            others[1:] = [f[(f["item"] != TOTAL) | (f["market"] != WORLD)] for f in others[1:]]
            held = ([*whole, parts], pd.concat([*others, parts], ignore_index=True))
            self._joined[years_before, throughout] = held
            while len(self._joined) > _MOST:
                del self._joined[next(iter(self._joined))]
        return last, held[1]

    def _of_all_years(
        self,
        archive: Archive,
        vintage: Vintage,
        measures: tuple[Measure, ...],
        asked: frozenset[Series],
    ) -> list[pd.DataFrame]:
        if not asked:
            return []
        items, markets = ({getattr(s, name) for s in asked} for name in ("item", "market"))
        named = {"items": tuple(sorted(items)), "markets": tuple(sorted(markets))}
        return [self._kept.ask(archive, vintage, **_bounded(measures), **named)]

    def totals(
        self, archive: Archive, vintage: Vintage, measures: tuple[Measure, ...]
    ) -> pd.DataFrame:
        """Give the totals of both flows of all years, in every release."""
        whole = {"items": (TOTAL,), "markets": (WORLD,)}
        return self._kept.ask(archive, vintage, **_bounded(measures), **whole)


def _bounded(measures: tuple[Measure, ...]) -> dict[str, Any]:
    return {
        "measures": measures, "split_by_both": False, "every_release": True,
        "provinces": (NATIONAL,),
    }  # fmt: skip
