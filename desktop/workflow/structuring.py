"""The errands on growth and structure: what trade consists of, and what made it grow."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import partial
from typing import TYPE_CHECKING, NamedTuple

from desktop.figures.finding import Finding, Refused, Severity
from desktop.figures.groupings import Dimension, Scheme, schemes
from desktop.figures.month import MONTHS_PER_YEAR, Month
from desktop.figures.series import NATIONAL, TOTAL, TRADE, WORLD, Flow, Measure
from desktop.figures.target import Scope, is_group
from desktop.figures.vintage import LATEST, Vintage
from desktop.workflow.errands import NEWEST, YearAsked
from desktop.workflow.on_archive import OnArchive

if TYPE_CHECKING:
    from desktop.analysis.lines import Book
    from desktop.analysis.results import Overview, Progress
    from desktop.analysis.structure_results import (
        Bridge,
        Detail,
        Split,
        Structure,
        StructureWithin,
        Window,
    )
    from desktop.analysis.structure_view import BalanceView, View
    from desktop.analysis.tracing.structure import Desk
    from desktop.workflow.kept_frames import KeptFrames
    from desktop.workflow.laid_books import LaidBooks

_MEASURES = (Measure.VALUE, Measure.GROWTH_VALUE, Measure.QUANTITY, Measure.GROWTH_QUANTITY)
_YEARS_BEFORE = 2
"""The last twelve months of a year before reach into the year before that."""


class _Wanted(NamedTuple):
    """Which figures are laid out: those that end in the years to one, of all or of one code."""

    vintage: Vintage
    year: int
    items: tuple[str, ...] | None = None
    markets: tuple[str, ...] | None = None


def _within(vintage: Vintage, year: int, market: str, item: str) -> _Wanted:
    """What is laid out to look within a market, an item, or (by market) both."""
    from desktop.analysis.structure.within import codes_within  # noqa: PLC0415 - after first paint

    if market:
        return _Wanted(vintage, year, markets=codes_within(market))
    return _Wanted(vintage, year, items=codes_within(item))


class Structuring(OnArchive):
    """The errands on structure; `Office` brings the archive."""

    _kept: KeptFrames
    _books: LaidBooks

    def groupings(self) -> Mapping[str, Scheme]:
        """Every scheme by which items or markets can be grouped, by code."""
        return schemes()

    def structure(
        self,
        through: Month,
        vintage: Vintage = LATEST,
        *,
        window: Window | None = None,
        groupings: Sequence[str] = (),
    ) -> Structure | None:
        """What made trade grow through a month; None where no figure of those years is held.

        `window` is the year to date if left out, `groupings` are codes of schemes. Raises
        `Refused` for a scheme that there is not.
        """
        from desktop.analysis.structure.answer import structure  # noqa: PLC0415 - after first paint
        from desktop.analysis.structure_results import Window  # noqa: PLC0415 - as above

        chosen = [self._scheme(code) for code in groupings]
        wanted = _Wanted(vintage, through.year)
        with self._lock:  # one at a time goes on from what is remembered
            values, quantities = self._laid_out(wanted)
            if values is None:
                return None
            return structure(
                values, quantities, through, window=window or Window.TO_DATE, vintage=vintage,
                groupings=chosen, known=self.groupings(), remembered=self._books.remembered(wanted),
            )  # fmt: skip

    def detail(
        self,
        flow: Flow,
        of: str,
        through: Month,
        vintage: Vintage = LATEST,
        *,
        by: Dimension = Dimension.ITEM,
        window: Window | None = None,
        grouping: str = "",
    ) -> Detail | None:
        """One market by item, or (`by` market) one item by market; None where nothing is held.

        `of` may be a group's code. Raises `Refused` for a scheme that there is not.
        """
        from desktop.analysis.structure.answer import detail  # noqa: PLC0415 - after first paint
        from desktop.analysis.structure.asked import Asked  # noqa: PLC0415 - as above
        from desktop.analysis.structure_results import Window  # noqa: PLC0415 - as above

        scheme = self._scheme(grouping) if grouping else None
        one = (of, "") if by is Dimension.ITEM else ("", of)
        values, quantities = self._laid_out(_within(vintage, through.year, *one))
        if values is None:
            return None
        asked = Asked(flow, by, window or Window.TO_DATE, through, of)
        return detail(values, quantities, asked, scheme)

    def view(
        self,
        asked: YearAsked = NEWEST,
        *,
        window: Window | None = None,
        groupings: Sequence[str] = (),
    ) -> View | None:
        """The structure beside the overview of a year; None while there is none.

        Raises `Refused` for a scheme that there is not.
        """
        from desktop.analysis.structure.paths import paths_of  # noqa: PLC0415 - after first paint
        from desktop.analysis.structure_view import View  # noqa: PLC0415 - as above

        with self.one_moment():
            seen = self.overview(asked)
            if seen is None:
                return None
            found = self.structure(seen.through, asked.vintage, window=window, groupings=groupings)
        return View(seen, found, paths_of(found, seen)) if found else None

    def bridge_of(
        self,
        through: Month,
        vintage: Vintage = LATEST,
        *,
        window: Window | None = None,
        market: str = "",
        item: str = "",
    ) -> Bridge | None:
        """The balance with one market by item, or in one item by market, against a year before.

        Either may be a group; with both it is of the item's trade with the market. None where
        nothing of it is held.
        """
        from desktop.analysis.structure.answer import bridge_of  # noqa: PLC0415 - after first paint
        from desktop.analysis.structure_results import Window  # noqa: PLC0415 - as above

        values, _ = self._laid_out(_within(vintage, through.year, market, item))
        if values is None:
            return None
        return bridge_of(values, through, window or Window.TO_DATE, market=market, item=item)

    def balance_view(
        self,
        asked: YearAsked = NEWEST,
        *,
        window: Window | None = None,
        market: str = "",
        item: str = "",
    ) -> BalanceView | None:
        """The balance by month and against a year before: of all trade, a market or an item.

        Either may be a group; with both it is of the item's trade with the market. None where
        nothing of it is held.
        """
        from desktop.analysis.structure.answer import parts_within  # noqa: PLC0415 - as below
        from desktop.analysis.structure.course import (  # noqa: PLC0415 - after first paint
            course_of,
            course_within,
            published_of,
        )
        from desktop.analysis.structure_view import BalanceView  # noqa: PLC0415 - as above

        view = self.view(asked, window=window)
        if view is None:
            return None
        if not market and not item:
            course = course_of(view.overview)
            return BalanceView(view, course, view.structure.bridge, "", "")
        last, vintage = view.overview.through, asked.vintage
        bridge = self.bridge_of(last, vintage, window=window, market=market, item=item)
        values, _ = self._laid_out(_within(vintage, last.year, market, item))
        if bridge is None or values is None:
            return None
        single = not (is_group(market) or is_group(item))
        told = published_of(values, item, market, last) if single else None
        course = course_within(parts_within(values, last, market=market, item=item), last, told)
        return BalanceView(view, course, bridge, market, item)

    def part_progress(
        self, seen: Overview, flow: Flow, vintage: Vintage = LATEST, *, item: str, market: str
    ) -> Progress | None:
        """How an item, a market or an item within a market stands, beside its year's overview.

        Either may be a group. None where nothing of it is held.
        """
        from desktop.analysis.part_progress import (  # noqa: PLC0415 - after first paint
            part_progress,
        )

        values, _ = self._laid_out(_within(vintage, seen.through.year, market, item))
        return part_progress(values, seen, flow, item=item, market=market) if values else None

    def overview_within(
        self, asked: YearAsked = NEWEST, *, item: str, market: str
    ) -> Overview | None:
        """How a market, an item or an item within a market stands, as an overview of it alone.

        Either may be a group. None where nothing of it is held in the two years.
        """
        from desktop.analysis.part_progress import (  # noqa: PLC0415 - after first paint
            overview_within,
        )

        with self.one_moment():
            seen = self.held_overview(asked)
            sold, bought = (
                self.part_progress(seen, flow, asked.vintage, item=item, market=market)
                for flow in TRADE
            )
            if sold is None and bought is None:
                return None
            ask = partial(self.detail, Flow.EXPORT, through=seen.through, vintage=asked.vintage)
            items = ask(market, by=Dimension.ITEM) if market else None
            markets = ask(item, by=Dimension.MARKET) if item else None
        splits = (items.split if items else None, markets.split if markets else None)
        scope = Scope(Flow.EXPORT, item or TOTAL, market or WORLD)
        return overview_within(seen, scope, (sold, bought), splits)

    def structure_within(
        self,
        through: Month,
        vintage: Vintage = LATEST,
        *,
        window: Window | None = None,
        groupings: Sequence[str] = (),
        item: str,
        market: str,
    ) -> StructureWithin | None:
        """What a market, an item or an item within a market consists of, and what made it grow.

        As `structure` tells it of all trade. Either may be a group. None where no figure of those
        years is held; raises `Refused` for a scheme that there is not.
        """
        from desktop.analysis.structure.narrowed import (  # noqa: PLC0415 - after first paint
            structure_within,
        )

        with self.one_moment():
            whole = self.structure(through, vintage, window=window, groupings=groupings)
            every, quantities = self._laid_out(_Wanted(vintage, through.year))
            within, _ = self._laid_out(_within(vintage, through.year, market, item))
            if whole is None or every is None or within is None:
                return None

            def split(flow: Flow, by: Dimension, grouping: str) -> Split | None:
                of = market if by is Dimension.ITEM else item
                found = self.detail(
                    flow, of, through, vintage, by=by, window=window, grouping=grouping
                )
                return found.split if found else None

            bridge = self.bridge_of(through, vintage, window=window, market=market, item=item)
            schemes_asked = [self._scheme(code) for code in groupings]
            return structure_within(
                whole,
                (every, quantities, within),
                split,
                bridge,
                schemes_asked,
                item=item,
                market=market,
            )

    def _structure_desk(
        self, through: Month, vintage: Vintage, *, item: str, market: str
    ) -> Desk | None:
        """Lay out what structure is made of; None where nothing is held."""
        from desktop.analysis.tracing.structure import Desk  # noqa: PLC0415 - after first paint

        year = through.year
        narrowed = bool(item or market)
        wanted = _within(vintage, year, market, item) if narrowed else _Wanted(vintage, year)
        values, quantities = self._laid_out(wanted)
        return Desk(values, quantities, through) if values else None

    def _scheme(self, code: str) -> Scheme:
        known = self.groupings()
        if code not in known:
            raise Refused(
                Finding(Severity.ERROR, "no_grouping", found=code, expected=", ".join(known))
            )
        return known[code]

    def _laid_out(self, wanted: _Wanted) -> tuple[Book | None, Book | None]:
        """Values and quantities, kept until what they are laid out of changes."""
        with self._lock:
            kept = self._kept.look(
                self.archive,
                wanted.vintage,
                items=wanted.items,
                markets=wanted.markets,
                measures=_MEASURES,
                provinces=(NATIONAL,),
                start=Month(wanted.year - _YEARS_BEFORE, 1),
                end=Month(wanted.year, MONTHS_PER_YEAR),
                split_by_both=bool(wanted.items or wanted.markets),
                every_release=True,  # a superseded return may tell what an earlier month became
            )
            return self._books.of(wanted, kept, first_release=wanted.vintage.first_release)
