"""What an overview is made of: totals of all years, items and markets of the last few."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, Any

from desktop.figures.month import MONTHS_PER_YEAR, Month
from desktop.figures.period import NOT_TO_DATE
from desktop.figures.series import NATIONAL, TOTAL, TRADE, WORLD, Flow, Measure, Series

if TYPE_CHECKING:
    import numpy as np
    import numpy.typing as npt
    import pandas as pd

    from desktop.analysis.lines import Book
    from desktop.analysis.rows import Columns, Taken
    from desktop.archive import Archive
    from desktop.figures.vintage import Vintage
    from desktop.workflow.kept_frames import Kept, KeptFrames, Part

_MOST = 6
"""Of so many questions it is kept what was found; of more the one asked first goes."""
_STATES = 2
"""Of each the newest state and the one before: an undo goes back to it."""


@dataclass(eq=False)
class Bounded:
    """A year, and the frames that hold its figures.

    The first frame holds the totals of all years, the last ones (`whole` of them) items and
    markets of the months from `start` to `end`, of all trade or with `of_exports` of these alone;
    between them may stand one of what targets are set for. `before` is an earlier state, of which
    the book goes on.
    """

    year: int
    frames: tuple[Kept, ...]
    whole: int
    start: Month
    end: Month
    of_exports: bool
    first_release: bool
    before: Bounded | None = None

    @cached_property
    def frame(self) -> pd.DataFrame:
        """The figures with `FIGURE_COLUMNS`, joined when somebody looks at them."""
        import pandas as pd  # noqa: PLC0415 - after first paint

        frames = [kept.frame for kept in self.frames]
        parts = frames[: -self.whole]
        taken = [frame[self._taken(at, frame)] for at, frame in enumerate(parts)]
        return pd.concat([*taken, *frames[-self.whole :]], ignore_index=True)

    @cached_property
    def columns(self) -> Taken:
        """The same by column, in any order."""
        from desktop.analysis.rows import joined  # noqa: PLC0415 - after first paint

        parts = [kept.columns for kept in self.frames]
        each = [part.of(self._taken(at, part).nonzero()[0]) for at, part in enumerate(parts)]
        return joined(each)

    @cached_property
    def book(self) -> Book | None:
        """The figures laid out; what came is laid on the book that there was."""
        from desktop.analysis.overview import lay_more, lay_overview  # noqa: PLC0415 - as above

        before, self.before = self.before, None
        newer = self._newer(before) if before and before.book else None
        found = lay_more(before.book, newer) if before and before.book and newer else None
        return found or lay_overview(self.columns, first_release=self.first_release)

    def is_of(self, frames: tuple[Kept, ...]) -> bool:
        """Whether frames are in the state that is found here."""
        return [kept.state for kept in self.frames] == [kept.state for kept in frames]

    def _newer(self, before: Bounded) -> Columns | None:
        """Give what came since; None where something went, or all is read anew."""
        import numpy as np  # noqa: PLC0415 - as above

        from desktop.analysis.rows import taken  # noqa: PLC0415 - as above

        found = []
        for at, (kept, old) in enumerate(zip(self.frames, before.frames, strict=True)):
            if kept.state is old.state:
                continue
            if kept.before is not old.state or kept.newer is None:
                return None
            rows = self._taken(at, kept.newer).nonzero()[0]
            found.append(taken(kept.newer).of(rows))
        found = [part for part in found if len(part["value"])] or found[:1]
        if len(found) == 1:
            return found[0]
        return {name: np.concatenate([part[name] for part in found]) for name in found[0]}

    def _taken(self, at: int, part: Part) -> npt.NDArray[np.bool_]:
        """Say which rows of a frame no last one holds: of all years those that are out of bounds.

        Of what is asked throughout the totals are there already.
        """
        import numpy as np  # noqa: PLC0415 - as above

        ends = np.asarray(part["period_end"])
        outside = (ends < self.start.ordinal) | (ends > self.end.ordinal)
        if self.of_exports:
            outside |= np.asarray(part["flow"]) != Flow.EXPORT.value
        if at >= len(self.frames) - self.whole:
            return np.full(len(ends), fill_value=True)
        if at == 0:
            return outside
        parts = (np.asarray(part["item"]) != TOTAL) | (np.asarray(part["market"]) != WORLD)
        return np.asarray(outside & parts, np.bool_)


class BoundedFigures:
    """What is needed of a large archive: totals of all years, items and markets of the last few.

    An overview needs those of two years, and of exports alone; warnings of imports too, and an
    outlook of more years.
    """

    def __init__(self, kept: KeptFrames) -> None:
        """Begin with nothing found."""
        self._kept = kept
        self._found: dict[Any, list[Bounded]] = {}
        self._ends: dict[int, tuple[Part, frozenset[int]]] = {}

    def ask(
        self,
        archive: Archive,
        vintage: Vintage,
        year: int | None,
        measures: tuple[Measure, ...],
        years_before: int = 1,
        flows: tuple[Flow, ...] = (Flow.EXPORT,),
        throughout: frozenset[Series] = frozenset(),
    ) -> Bounded | None:
        """Give the year, the newest with a total if left out, and its figures; None without any.

        Items and markets are those of the year and of so many `years_before`, of these `flows`;
        what is of the series `throughout`, none of which is split by both, those of all years.
        """
        changes = archive.changes
        totals = self._totals(archive, vintage, measures, changes)
        ends = [part["period_end"].max() for part in totals.parts if len(part["value"])]
        if not ends:
            return None
        last = year or int(max(ends)) // MONTHS_PER_YEAR
        start, end = Month(last - years_before, 1), Month(last, MONTHS_PER_YEAR)
        parts = [
            self._kept.look(archive, vintage, changes, **_bounded(measures), **within)
            for within in _within(last, years_before, flows)
        ]
        more = self._of_all_years(archive, vintage, measures, throughout, changes)
        key = (vintage, last, measures, years_before, flows, throughout)
        states = self._found.pop(key, [])
        frames = (totals, *more, *parts)
        found = next((state for state in states if state.is_of(frames)), None)
        if found is None:
            before = states[0] if states and "book" in vars(states[0]) else None
            only, first = flows == (Flow.EXPORT,), vintage.first_release
            found = Bounded(last, frames, len(parts), start, end, only, first, before)
        others = [state for state in states if state is not found][: _STATES - 1]
        for state in others:
            for put_together in ("frame", "columns"):  # an undo goes back to what was laid out
                vars(state).pop(put_together, None)
        self._found[key] = [found, *others]
        while len(self._found) > _MOST:
            del self._found[next(iter(self._found))]
        return found

    def months(
        self, archive: Archive, vintage: Vintage, measures: tuple[Measure, ...]
    ) -> list[Month]:
        """Give the months with a total export figure, the oldest first."""
        totals = self._totals(archive, vintage, measures)
        ends = frozenset[int]().union(*map(self._told, totals.parts))
        return [Month.from_ordinal(end) for end in sorted(ends)]

    def _told(self, part: Part) -> frozenset[int]:
        """Give the months that a part of the totals tells exports of, and keep them."""
        held = self._ends.pop(id(part), None) or (part, _months_told(part))
        self._ends[id(part)] = held
        while len(self._ends) > _MOST:
            del self._ends[next(iter(self._ends))]
        return held[1]

    def _of_all_years(
        self,
        archive: Archive,
        vintage: Vintage,
        measures: tuple[Measure, ...],
        asked: frozenset[Series],
        changes: int,
    ) -> list[Kept]:
        if not asked:
            return []
        items, markets = ({getattr(s, name) for s in asked} for name in ("item", "market"))
        named = {"items": tuple(sorted(items)), "markets": tuple(sorted(markets))}
        flows = {s.flow for s in asked}
        one = {"flow": flows.pop()} if len(flows) == 1 else {}
        return [self._kept.look(archive, vintage, changes, **_bounded(measures), **named, **one)]

    def _totals(
        self,
        archive: Archive,
        vintage: Vintage,
        measures: tuple[Measure, ...],
        changes: int | None = None,
    ) -> Kept:
        """Give the totals of both flows of all years, in every release."""
        whole = {"items": (TOTAL,), "markets": (WORLD,)}
        return self._kept.look(archive, vintage, changes, **_bounded(measures), **whole)


def _within(last: int, years_before: int, flows: tuple[Flow, ...]) -> list[dict[str, Any]]:
    """Give what to ask for: an overview's exports, which may be kept, and all else apart."""
    own = {"start": Month(last - 1, 1), "end": Month(last, MONTHS_PER_YEAR)}
    parts = [{**own, "flow": flow} for flow in reversed(TRADE) if flow in flows]
    if years_before == 1:
        return parts
    older = {"start": Month(last - years_before, 1), "end": Month(last - 2, MONTHS_PER_YEAR)}
    return [older, *parts]


def _bounded(measures: tuple[Measure, ...]) -> dict[str, Any]:
    return {
        "measures": measures, "split_by_both": False, "every_release": True,
        "provinces": (NATIONAL,),
    }  # fmt: skip


def _months_told(totals: Part) -> frozenset[int]:
    names = ("flow", "measure", "basis", "period_end")
    return frozenset(
        end
        for flow, measure, basis, end in zip(*(totals[n].tolist() for n in names), strict=True)
        if flow == Flow.EXPORT and measure == Measure.VALUE and basis not in NOT_TO_DATE
    )
