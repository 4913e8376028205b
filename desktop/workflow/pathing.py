"""The errands on paths: how a target is to be spread, and what a wish would come to."""

from __future__ import annotations

from typing import TYPE_CHECKING

from desktop.figures.phasing import BY_SEASON, PathChoice, PathWish, chosen
from desktop.figures.target import Scope, Target, TargetMeasure
from desktop.figures.vintage import LATEST, Vintage
from desktop.workflow.home import NATION
from desktop.workflow.targeting import Targeting

if TYPE_CHECKING:
    from desktop.analysis.season import Season
    from desktop.figures.month import Month


class Pathing(Targeting):
    """The errands on paths; `Office` brings the archive, the clock, the user and the figures."""

    def path_choices(self, vintage: Vintage = LATEST) -> list[PathChoice]:
        """Every choice that had been made, oldest first; of one scope the last counts."""
        choices = self.archive.path_choices(vintage)
        home = self.home(vintage) if choices else NATION
        return [home.inside(choice) for choice in choices]

    def choose_path(self, choice: PathChoice) -> PathChoice:
        """Keep how the path of a scope and period is to be spread; it supersedes earlier ones."""
        home = self.home()
        made = self.archive.choose_path(home.outside(choice), at=self._clock(), by=self._user)
        return home.inside(made)

    def path_wish(
        self, scope: Scope, start: Month, months: int = 12, vintage: Vintage = LATEST
    ) -> PathWish:
        """How the path of a scope and period is spread."""
        return chosen(self.path_choices(vintage), about(scope, start, months).scope)

    def season(
        self,
        scope: Scope,
        start: Month,
        months: int = 12,
        wish: PathWish | None = None,
        vintage: Vintage = LATEST,
    ) -> Season:
        """What a wish for a path comes to, on the figures of a vintage; nothing is kept.

        Without a wish, what the path follows.
        """
        from desktop.analysis.targets.every import Evidence  # noqa: PLC0415 - pandas comes late
        from desktop.analysis.targets.seasons import season_of  # noqa: PLC0415 - as above

        target = Target(
            scope.flow, TargetMeasure.VALUE, start.year, 1.0, 1.0, scope.item, scope.market,
            province=scope.province, first_month=start.number, months=months,
        )  # fmt: skip
        beside = self._target_frames([target], vintage)
        figures = beside.added_to(self._figures_for([target], vintage))
        evidence = Evidence(lambda: figures, vintage)
        return season_of(target, evidence, wish or self.path_wish(scope, start, months, vintage))


def about(scope: Scope, start: Month, months: int, wish: PathWish = BY_SEASON) -> PathChoice:
    """Make a choice for a scope and period."""
    return PathChoice(
        scope.flow, start, start + (months - 1), wish, scope.item, scope.market, scope.province
    )
