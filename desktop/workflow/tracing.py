"""Where shown numbers come from, and what each release said before: provenance and revisions."""

from __future__ import annotations

from difflib import get_close_matches
from typing import TYPE_CHECKING

from desktop.figures.finding import Finding, Refused, Severity
from desktop.figures.groupings import Dimension
from desktop.figures.series import TOTAL, WORLD, Flow, Measure, Series
from desktop.figures.series_names import BALANCE, known_names, series_named
from desktop.figures.vintage import LATEST, Vintage
from desktop.workflow.errands import NEWEST
from desktop.workflow.on_archive import OnArchive

if TYPE_CHECKING:
    from collections.abc import Iterable

    import pandas as pd

    from desktop.analysis.lines import Book
    from desktop.analysis.outlook import Assumed
    from desktop.analysis.results import Overview
    from desktop.analysis.revisions import Triangle
    from desktop.analysis.revisions.since import RevisedSince
    from desktop.analysis.tracing import Inquiry, Trace
    from desktop.analysis.tracing.aims import Aim
    from desktop.analysis.tracing.outlook_series import Foresight
    from desktop.analysis.tracing.structure import Desk, Spot
    from desktop.analysis.tracing.tree_parts import PartAsked
    from desktop.analysis.tree_results import TargetTree, TreeRow
    from desktop.figures.month import Month
    from desktop.figures.target import Scope, Target
    from desktop.figures.target_split import Split
    from desktop.workflow.errands import YearAsked

_NEAR = 6


class Tracing(OnArchive):
    """The errands on provenance and revisions; `Office` brings the archive and the overview."""

    def trace(self, name: str, asked: YearAsked = NEWEST) -> Trace:
        """Give a shown number by its name ("exports.cumulative") with all that it was made of.

        Raises `Refused` where nothing is held, or no number is so named: near names are told.
        """
        from desktop.analysis.tracing import near_names  # noqa: PLC0415 - after first paint
        from desktop.analysis.tracing.of_provinces import province_asked  # noqa: PLC0415 - as above

        if within := province_asked(name):
            return self._province_trace(name, *within, asked)
        inquiry = self._inquiry(asked)
        found = self.traced(name, inquiry, asked.vintage)
        if found is None:
            raise Refused(_no_number(name, near_names(inquiry, name)))
        return found

    def _province_inquiries(self, asked: YearAsked) -> dict[str, Inquiry]:
        """Lay out what is shown of each of several provinces, by its name."""
        raise NotImplementedError

    def _province_trace(self, name: str, province: str, number: str, asked: YearAsked) -> Trace:
        """Give a number of one of several provinces."""
        from desktop.analysis.tracing import near_names, traced  # noqa: PLC0415 - as above
        from desktop.analysis.tracing.of_provinces import (  # noqa: PLC0415 - as above
            name_within,
            of_province,
        )

        told = self._province_inquiries(asked)
        inquiry = told.get(province)
        if inquiry is None:
            known = [name_within(one, "exports.cumulative") for one in told]
            raise Refused(_no_number(name, known[:_NEAR]))
        found = traced(inquiry, number)
        if found is None:
            near = [name_within(province, one) for one in near_names(inquiry, number)]
            raise Refused(_no_number(name, near))
        return of_province(found, province)

    def _structure_desk(
        self, through: Month, vintage: Vintage, *, item: str, market: str
    ) -> Desk | None:
        """Lay out what structure is made of, of one item within markets or the other way round."""
        raise NotImplementedError

    def traced(self, name: str, asked: Inquiry, vintage: Vintage) -> Trace | None:
        """Give a number of an inquiry by its name; None where no number is so named."""
        from desktop.analysis.tracing import traced  # noqa: PLC0415 - as above

        return (
            traced(asked, name)
            or self._structure_trace(name, asked)
            or self._outlook_trace(name, asked.overview)
            or self._scenario_trace(name.strip(), asked.overview)
            or self._target_trace(name.strip(), asked.through, vintage)
            or self._release_trace(name, vintage)
        )

    def _structure_trace(self, name: str, asked: Inquiry) -> Trace | None:
        from desktop.analysis.tracing.structure import (  # noqa: PLC0415 - as above
            PATH,
            SHARE_OF_PATH,
            has_path,
            share_of_path,
            spot_of,
            structure_traced,
        )

        about, _, number = name.strip().rpartition(".")
        spot, vintage = spot_of(about), asked.overview.vintage
        if spot is None:
            return None
        by_item = spot.dimension is Dimension.ITEM
        item, market = ("", spot.of) if by_item else (spot.of, "")
        desk = self._structure_desk(asked.through, vintage, item=item, market=market)
        if desk is None:
            return None
        if number in {PATH, SHARE_OF_PATH} and has_path(spot):
            path = self._path_trace(spot, desk, asked)
            return share_of_path(desk, spot, path) if path and number == SHARE_OF_PATH else path
        return structure_traced(desk, name)

    def _path_trace(self, spot: Spot, desk: Desk, asked: Inquiry) -> Trace | None:
        """Give the path of a part: of its own target, or the total's in its share."""
        from desktop.analysis.tracing import traced  # noqa: PLC0415 - as above
        from desktop.analysis.tracing.structure import (  # noqa: PLC0415 - as above
            own_target,
            spread_path,
        )

        shown = asked.overview
        if own := own_target(spot, shown.targets, shown.year):
            name = f"target:{own.target.number}.path"
            return self._target_trace(name, asked.through, shown.vintage)
        total = traced(asked, f"{spot.whole().text}.path")
        return spread_path(desk, spot, total) if total else None

    def _foresight(self, overview: Overview) -> Foresight | None:
        """Give the outlook of an overview's year with what it is made of; None without any."""
        raise NotImplementedError

    def _outlook_trace(self, name: str, overview: Overview) -> Trace | None:
        from desktop.analysis.tracing.outlooks import (  # noqa: PLC0415 - as above
            MARK,
            narrowed_by,
            outlook_traced,
        )

        name = name.strip()
        asked = self._foresight(overview) if name.startswith(MARK) else None
        found = outlook_traced(asked, name) if asked else None
        if found is None and asked and (codes := narrowed_by(name)):
            item, market = codes
            asked = self._foresight_within(asked, overview, item=item, market=market)
            return outlook_traced(asked, name) if asked else None
        return found

    def _foresight_within(
        self, asked: Foresight, overview: Overview, *, item: str, market: str
    ) -> Foresight | None:
        """Give an outlook with that of what is looked into; None without any."""
        raise NotImplementedError

    def _applied(self, number: str, overview: Overview) -> Assumed | None:
        """Give what a scenario changes of an overview's year, by its number; None without it."""
        raise NotImplementedError

    def _scenario_trace(self, name: str, overview: Overview) -> Trace | None:
        from desktop.analysis.tracing.assumed import (  # noqa: PLC0415 - as above
            assumed_traced,
            scenario_number,
        )

        number = scenario_number(name)
        found = self._applied(number, overview) if number else None
        asked = self._foresight(overview) if found else None
        return assumed_traced(asked, found, name) if asked and found else None

    def _aim(self, number: str, through: Month, vintage: Vintage) -> Aim | None:
        """Give a target in force with the figures it is held against."""
        raise NotImplementedError

    def _target_trace(self, name: str, through: Month, vintage: Vintage) -> Trace | None:
        from desktop.analysis.tracing.aims import (  # noqa: PLC0415 - as above
            MARK,
            aim_traced,
            target_number,
        )
        from desktop.analysis.tracing.remainders import split_asked  # noqa: PLC0415 - as above
        from desktop.analysis.tracing.tree_parts import part_asked  # noqa: PLC0415 - as above

        if not name.startswith(MARK):
            return None
        asked, split = self._aim(target_number(name), through, vintage), split_asked(name)
        if asked and split:
            return self._remainder_trace(asked, split, through, vintage)
        if asked and (part := part_asked(name)):
            return self._part_trace(asked, part, through, vintage)
        return aim_traced(asked, name) if asked else None

    def target_tree(
        self, whole: Target, split: Split, vintage: Vintage = LATEST, through: Month | None = None
    ) -> TargetTree | None:
        """Hold a target in force against its parts."""
        raise NotImplementedError

    def _remainder_trace(
        self, whole: Aim, split: Split, through: Month, vintage: Vintage
    ) -> Trace | None:
        """Give what is left of a target beyond its parts; None where the split does not fit."""
        from desktop.analysis.tracing.remainders import remainder  # noqa: PLC0415 - as above

        tree = self.target_tree(whole.target, split, vintage, through)
        if tree is None or tree.remainder is None:
            return None
        return remainder(tree, self._aims(whole, tree.parts, through, vintage))

    def _aims(
        self, whole: Aim, rows: Iterable[TreeRow], through: Month, vintage: Vintage
    ) -> dict[int, Aim]:
        """Give a whole, and those of the rows that have a target, by the targets' numbers."""
        numbers = [row.target.number for row in rows if row.target]
        aims = {n: aim for n in numbers if (aim := self._aim(str(n), through, vintage))}
        return {whole.target.number: whole, **aims}

    def _base_books(self, whole: Target, scope: Scope, vintage: Vintage) -> tuple[Book, ...]:
        """Lay out what the base of a whole has of a part."""
        raise NotImplementedError

    def _part_trace(
        self, whole: Aim, part: PartAsked, through: Month, vintage: Vintage
    ) -> Trace | None:
        """Give what a part is within its whole; None where the tree has no such part."""
        from desktop.analysis.tracing.tree_parts import (  # noqa: PLC0415 - as above
            Within,
            part_traced,
        )

        tree = self.target_tree(whole.target, part.split, vintage, through)
        row = part.within(tree) if tree else None
        if tree is None or row is None:
            return None
        books = self._base_books(whole.target, row.scope, vintage)
        aims = self._aims(whole, [row], through, vintage)
        return part_traced(Within(tree, row, whole, aims, books), part.number)

    def _release_trace(self, name: str, vintage: Vintage) -> Trace | None:
        """Give a cell of a revision triangle, or a mean of revisions, with what it was made of."""
        from desktop.analysis.tracing.released import (  # noqa: PLC0415 - as above
            release_asked,
            release_traced,
        )
        from desktop.analysis.tracing.usual import (  # noqa: PLC0415 - as above
            usual_asked,
            usual_traced,
        )

        asked, usual = release_asked(name), usual_asked(name)
        told = asked or usual
        if told is None:
            return None
        flow = told.series[0].flow if len(told.series) == 1 else None
        figures = self._releases(told.series[0], vintage, flow=flow)
        return usual_traced(figures, usual) if usual else asked and release_traced(figures, asked)

    def shown_numbers(self, asked: YearAsked = NEWEST) -> list[str]:
        """The names of all numbers that can be asked for; `Refused` where nothing is held."""
        from desktop.analysis.tracing import names  # noqa: PLC0415 - as above
        from desktop.analysis.tracing.aims import aim_names  # noqa: PLC0415 - as above
        from desktop.analysis.tracing.of_provinces import province_names  # noqa: PLC0415 - as above
        from desktop.analysis.tracing.outlooks import outlook_names  # noqa: PLC0415 - as above
        from desktop.analysis.tracing.remainders import remainder_names  # noqa: PLC0415 - as above
        from desktop.analysis.tracing.structure import structure_names  # noqa: PLC0415 - as above
        from desktop.analysis.tracing.tree_parts import part_names  # noqa: PLC0415 - as above

        if told := self._province_inquiries(asked):
            return [*province_names(told)]
        inquiry = self._inquiry(asked)
        desk = self._structure_desk(inquiry.through, asked.vintage, item="", market="")
        foresight = self._foresight(inquiry.overview)
        targets = [p.target for p in inquiry.overview.targets]
        return [
            *names(inquiry),
            *(structure_names(desk) if desk else ()),
            *(outlook_names(foresight) if foresight else ()),
            *aim_names(targets),
            *remainder_names(targets),
            *part_names(targets),
        ]

    def _inquiry(self, asked: YearAsked) -> Inquiry:
        from desktop.analysis.tracing import inquiry  # noqa: PLC0415 - as above

        overview = self.overview(asked)
        if overview is None:
            raise Refused(self.nothing_told(asked.vintage))
        return inquiry(self._overview_figures(asked.vintage), overview)

    def revisions(
        self,
        name: str,
        *,
        cumulative: bool = False,
        measure: Measure = Measure.VALUE,
        vintage: Vintage = LATEST,
    ) -> Triangle:
        """Give the revision triangle of a series by its name ("exports", "item:COFFEE", "balance").

        Raises `Refused` where no series is so named, or nothing of it is held.
        """
        from desktop.analysis.revisions import balance_triangle, triangle  # noqa: PLC0415 - as above

        if name.strip().casefold() == BALANCE:
            exports, imports = Series(Flow.EXPORT, measure), Series(Flow.IMPORT, measure)
            told = self._releases(exports, vintage, flow=None)
            found = balance_triangle(told, exports, imports, cumulative=cumulative)
        else:
            series = series_named(name, measure)
            if series is None:
                raise Refused(_unknown(name))
            told = self._releases(series, vintage, flow=series.flow)
            found = triangle(told, series, cumulative=cumulative)
        if not found.rows:
            raise Refused(Finding(Severity.ERROR, "no_releases", found=name))
        return found

    def revised_since(self, overview: Overview) -> RevisedSince | None:
        """Say what returns changed, since the newest month was told, in months before it."""
        from desktop.analysis.revisions.since import revised_since  # noqa: PLC0415 - as above

        return revised_since(self._overview_figures(overview.vintage), overview)

    def _releases(self, series: Series, vintage: Vintage, *, flow: Flow | None) -> pd.DataFrame:
        return self._kept.fresh(
            self.archive,
            vintage,
            flow=flow,
            items=(series.item,),
            markets=(series.market,),
            ownerships=(series.ownership,),
            measures=(series.measure,),
            provinces=(series.province,),
            split_by_both=series.item != TOTAL and series.market != WORLD,
            every_release=True,
        )


def _no_number(name: str, near: Iterable[str]) -> Finding:
    told = ", ".join(near) or "exports.cumulative"
    return Finding(Severity.ERROR, "unknown_number", found=name, expected=told)


def _unknown(name: str) -> Finding:
    every = {known.casefold(): known for known in known_names()}
    near = [every[n] for n in get_close_matches(name.strip().casefold(), every, _NEAR)]
    told = ", ".join(near) or "exports, imports, balance"
    return Finding(Severity.ERROR, "unknown_series", found=name, expected=told)
