"""The errand on the overview: how a year stands, and the figures that it is made of."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING, Any

from desktop.figures.finding import Finding, Refused, Severity
from desktop.figures.month import MONTHS_PER_YEAR, Month
from desktop.figures.provinces import MERGED
from desktop.figures.series import NATIONAL, TOTAL, TRADE, WORLD, Flow, Measure
from desktop.figures.vintage import LATEST, Vintage
from desktop.workflow.errands import NEWEST, Choices
from desktop.workflow.home import NATION
from desktop.workflow.kept_answers import OF_PATHS, OF_RETURNS, OF_TARGETS, KeptAnswers
from desktop.workflow.outlooks import DETAIL_YEARS, PART_YEARS
from desktop.workflow.pathing import Pathing

if TYPE_CHECKING:
    from collections.abc import Sequence

    import pandas as pd

    from desktop.analysis.results import Overview
    from desktop.figures.phasing import PathChoice
    from desktop.figures.target import Target
    from desktop.workflow.bounded_figures import Bounded, BoundedFigures
    from desktop.workflow.errands import YearAsked
    from desktop.workflow.home import Home

_OVERVIEW_MEASURES = (Measure.VALUE, Measure.GROWTH_VALUE)


class Overviewing(Pathing):
    """The errand on the overview; `Office` brings the archive, the clock and the user."""

    _bounded: BoundedFigures
    _answers: KeptAnswers

    def overview(self, asked: YearAsked = NEWEST) -> Overview | None:
        """How the year stands; None while the archive has no total export figure."""
        from desktop.analysis.overview import overview  # noqa: PLC0415 - pandas comes after first paint

        vintage, through = asked.vintage, asked.through
        year = through.year if through else asked.year
        with self.archive.one_moment():
            targets = self._targets_in_force(vintage)
            bounded = self._bounded_figures(vintage, year, targets)
            whole = partial(
                overview,
                targets=targets,
                year=asked.year,
                through=through,
                vintage=vintage,
                phasing=asked.phasing,
                choices=self._paths_chosen(vintage),
                beside=self._target_frames(targets, vintage),
            )
            home = self.home(vintage)
        told = whole(bounded) if bounded else None
        if bounded is None or not (told is None or told.year == bounded.year):
            told = whole(self._overview_figures(vintage))
        if told is None or home == NATION:
            return told
        return of_home(told, home)

    def held_overview(self, asked: YearAsked = NEWEST) -> Overview:
        """How the year stands; raises `Refused` where nothing of what is asked is held."""
        overview = self.overview(asked)
        if overview is None:
            raise Refused(self.nothing_told(asked.vintage))
        held = f"{overview.years[0]}–{overview.years[-1]}"
        if overview.year not in overview.years:
            raise Refused(not_held(str(overview.year), held))
        if asked.through and asked.through > overview.months[-1]:
            raise Refused(
                not_held(str(asked.through), f"{overview.months[0]}..{overview.months[-1]}")
            )
        return overview

    def _overview_figures(self, vintage: Vintage) -> pd.DataFrame:
        with self._lock:
            return self._kept.ask(
                self.archive,
                vintage,
                measures=_OVERVIEW_MEASURES,
                provinces=(NATIONAL,),
                split_by_both=False,
                every_release=True,  # a superseded return may tell what an earlier month became
            )

    def _figures_for(self, targets: Sequence[Target], vintage: Vintage) -> pd.DataFrame:
        """Give all years of what targets are set for, but for what lies beside the overview."""
        bounded = self._bounded_figures(vintage, None, targets)
        return bounded.frame if bounded else self._overview_figures(vintage)

    def _bounded_figures(
        self, vintage: Vintage, year: int | None, targets: Sequence[Target]
    ) -> Bounded | None:
        """Give a year and what its overview needs: all years of what targets are set for."""
        from desktop.analysis.targets.every import series_wanted  # noqa: PLC0415 - pandas comes late
        from desktop.workflow.target_figures import is_beside  # noqa: PLC0415 - as above

        of_parts = [t for t in targets if t.item != TOTAL or t.market != WORLD]
        seasons = frozenset(s for s in series_wanted(of_parts) if not is_beside(s))
        with self._lock:
            return self._bounded.ask(
                self.archive, vintage, year, _OVERVIEW_MEASURES, throughout=seasons
            )

    def _outlook_figures(self, vintage: Vintage, year: int) -> Bounded | None:
        """Give totals of all years, items and markets of the last few; None without a total."""
        return self._with_parts(vintage, year, PART_YEARS)

    def _watched_figures(self, vintage: Vintage, year: int) -> Bounded | None:
        """Give what `_outlook_figures` gives, with items and markets of two years."""
        return self._with_parts(vintage, year, 2)

    def _with_parts(self, vintage: Vintage, year: int, years: int) -> Bounded | None:
        with self._lock:
            return self._bounded.ask(
                self.archive, vintage, year, _OVERVIEW_MEASURES, years - 1, TRADE
            )

    def _detail_figures(self, vintage: Vintage, year: int, flow: Flow) -> pd.DataFrame:
        """Give items within markets of the last few years, one flow."""
        with self._lock:
            found = self._kept.ask(
                self.archive,
                vintage,
                flow=flow,
                provinces=(NATIONAL,),
                measures=(Measure.VALUE,),
                start=Month(year - DETAIL_YEARS + 1, 1),
                end=Month(year, MONTHS_PER_YEAR),
                every_release=True,
            )
        return found[(found["item"] != TOTAL) & (found["market"] != WORLD)]

    def _looked_at(self, vintage: Vintage, **wanted: Any) -> pd.DataFrame:
        """Give what the archive gives, kept until something of it changes."""
        with self._lock:
            if wanted["every_release"]:
                return self._kept.ask(self.archive, vintage, **wanted)
            asked = tuple(sorted(wanted.items()))
            return self._answers.ask(self.archive, OF_RETURNS, self._settled, vintage, asked)

    def _settled(self, vintage: Vintage, asked: tuple[tuple[str, Any], ...]) -> pd.DataFrame:
        return self._kept.fresh(self.archive, vintage, **dict(asked))

    def choices(self, vintage: Vintage = LATEST) -> Choices:
        """What the choosers can offer: months of a vintage, and the days of every other."""
        archive, ask = self.archive, self._answers.ask
        with self._lock, archive.one_moment():
            months = self.months(vintage)
            reported = ask(archive, OF_RETURNS, archive.reported)
            return Choices(tuple(months), tuple(reported), tuple(archive.days()))

    def months(self, vintage: Vintage = LATEST) -> list[Month]:
        """Give the months that a year or a page can be asked for, the oldest first."""
        with self._lock:
            return self._bounded.months(self.archive, vintage, _OVERVIEW_MEASURES)

    def _targets_in_force(self, vintage: Vintage) -> list[Target]:
        """Give `counting_targets`, which are not asked for again where nobody changed any."""
        day = vintage.today(self._clock().date())
        with self._lock:
            kept = Vintage(day, known_by=vintage.known_by)
            targets = self._answers.ask(self.archive, OF_TARGETS, self.archive.targets, kept)
            return self._seen_at_home(targets, vintage)

    def _paths_chosen(self, vintage: Vintage) -> list[PathChoice]:
        with self._lock:
            choices = self._answers.ask(self.archive, OF_PATHS, self.archive.path_choices, vintage)
            home = self.home(vintage) if choices else NATION
            return [home.inside(choice) for choice in choices]


def of_home(told: Overview, home: Home) -> Overview:
    """Say whose trade it is, and which units it was made of, as far as they are compared with."""
    told = replace(told, province=home.named(told.through))
    if Month(told.year - 1, 1) >= MERGED:
        return told
    exports, imports = (
        replace(flow, summed_units=home.parts, lacking_units=home.lacking)
        for flow in (told.exports, told.imports)
    )
    return replace(told, exports=exports, imports=imports)


def not_held(asked: str, held: str) -> Finding:
    """Say that a year or month is not held, and which are."""
    return Finding(Severity.ERROR, "year_not_held", found=asked, expected=held)
