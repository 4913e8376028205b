"""The errand on an archive of several provinces: how each stands where no nation is told of."""

from __future__ import annotations

from typing import TYPE_CHECKING

from desktop.figures.finding import Finding, Refused, Severity
from desktop.figures.month import MONTHS_PER_YEAR, Month
from desktop.figures.series import TOTAL, WORLD, Flow, Measure
from desktop.figures.vintage import LATEST, Vintage
from desktop.workflow.errands import NEWEST
from desktop.workflow.home import OF_ANY, homes_of
from desktop.workflow.overviewing import Overviewing, not_held, of_home

if TYPE_CHECKING:
    import pandas as pd

    from desktop.analysis.provinces import Provinces
    from desktop.analysis.results import Overview
    from desktop.analysis.tracing import Inquiry
    from desktop.workflow.errands import YearAsked
    from desktop.workflow.home import Home


class OfProvinces(Overviewing):
    """The errand on several provinces; `Office` brings the archive, the clock and the user."""

    def provinces(self, asked: YearAsked = NEWEST) -> Provinces | None:
        """How each province stands; None where the nation is told of, or fewer than two are.

        Raises `Refused` where no province tells of the year.
        """
        from desktop.analysis.provinces import side_by_side  # noqa: PLC0415 - pandas comes late

        year, told = self._each(asked)
        if not told:
            return None
        found = side_by_side(year, [one for _, one in told if one])
        if len(found.silent) == len(found.each):
            years = {year for one in found.each for year in one.years}
            raise Refused(not_held(str(year), f"{min(years)}–{max(years)}"))
        return found

    def _province_inquiries(self, asked: YearAsked) -> dict[str, Inquiry]:
        """Lay out what is shown of each province, by its name; nothing of one that told nothing."""
        from desktop.analysis.tracing import inquiry  # noqa: PLC0415 - pandas comes late

        _, told = self._each(asked)
        return {one.province: inquiry(seen, one) for seen, one in told if one and one.months}

    def _each(self, asked: YearAsked) -> tuple[int, list[tuple[pd.DataFrame, Overview | None]]]:
        """Give the year, and each province's figures with how it stands; none but of several."""
        with self.archive.one_moment():
            homes = self._several(asked.vintage)
            if not homes:
                return 0, []
            frame = self.archive.figures(
                asked.vintage, items=(TOTAL,), markets=(WORLD,), split_by_both=False,
                measures=(Measure.VALUE, Measure.GROWTH_VALUE), every_release=True,
            )  # fmt: skip
            year = asked.through.year if asked.through else asked.year or _newest(frame)
            seen = [(home, home.seen(frame)) for home in homes]
            return year, [(rows, self._standing(home, rows, asked, year)) for home, rows in seen]

    def nothing_told(self, vintage: Vintage = LATEST) -> Finding:
        """Say why there is nothing to report: no figure is held, or none then, or of the nation."""
        if homes := self._several(vintage):
            return Finding(Severity.ERROR, "provinces_alone", found=str(len(homes)))
        if vintage != LATEST and self.months():
            return Finding(Severity.ERROR, "nothing_by_then")
        return super().nothing_told(vintage)

    def _several(self, vintage: Vintage) -> list[Home]:
        if self.months(vintage):
            return []
        totals = self.archive.figures(vintage, **OF_ANY)
        columns = (totals[name].tolist() for name in ("province", "basis", "period_end"))
        homes = homes_of(zip(*columns, strict=True))
        return homes if len(homes) > 1 else []

    def _newest(self, vintage: Vintage = LATEST) -> Month | None:
        """Give the newest month of the nation, or of any province where none is told of it."""
        found = super()._newest(vintage)
        if found or not self._several(vintage):
            return found
        ends = self.archive.figures(vintage, **OF_ANY)["period_end"]
        return Month.from_ordinal(int(ends.max()))

    def _standing(
        self, home: Home, seen: pd.DataFrame, asked: YearAsked, year: int
    ) -> Overview | None:
        from desktop.analysis.overview import overview  # noqa: PLC0415 - pandas comes late

        vintage = asked.vintage
        told = overview(
            seen,
            home.own(self._targets_in_force(vintage)),
            year=year,
            through=asked.through,
            vintage=vintage,
            phasing=asked.phasing,
            choices=home.own(self._paths_chosen(vintage)),
        )
        return of_home(told, home) if told else None


def _newest(frame: pd.DataFrame) -> int:
    told = (frame["flow"] == Flow.EXPORT.value) & (frame["measure"] == Measure.VALUE.value)
    return int(frame.loc[told, "period_end"].max()) // MONTHS_PER_YEAR
