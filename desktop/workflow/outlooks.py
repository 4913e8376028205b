"""The errand on the outlook: where the year will end, and how sure that is."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from desktop.figures.finding import Refused
from desktop.figures.series import TOTAL, TRADE, WORLD, Flow
from desktop.figures.vintage import LATEST, Vintage
from desktop.workflow.errands import NEWEST, YearAsked
from desktop.workflow.on_archive import OnArchive

if TYPE_CHECKING:
    from collections.abc import Iterable

    import pandas as pd

    from desktop.analysis.outlook import Joint, Outlook, PartAhead
    from desktop.analysis.results import Overview
    from desktop.analysis.tracing.outlook_series import Foresight
    from desktop.analysis.tree_results import TargetTree

PART_YEARS = 7
"""Years of items and markets that an outlook looks at, the one asked for among them."""
DETAIL_YEARS = 3
"""Years of items within markets that are looked at, the one asked for among them."""


class Outlooks(OnArchive):
    """The errand on the outlook; `Office` brings the overview and the figures it is made of."""

    def _detail_figures(self, vintage: Vintage, year: int, flow: Flow) -> pd.DataFrame:
        raise NotImplementedError

    def outlook(
        self, asked: YearAsked = NEWEST, *, overview: Overview | None = None
    ) -> Outlook | None:
        """Say where a year will end; None where no figure of trade is held.

        `overview` is the year's, where it is known already. Raises `Refused` where nothing of
        what is asked is held.
        """
        from desktop.analysis.outlook import outlook  # noqa: PLC0415 - after first paint

        with self.one_moment():
            standing = overview or self.held_overview(asked)
            figures = self._outlook_figures(standing.vintage, standing.year)
            detail = self._detail(standing, self._flows_within(standing))
        return None if figures is None else outlook(figures.columns, standing, detail)

    def outlook_within(
        self, overview: Overview, *, item: str = "", market: str = ""
    ) -> PartAhead | None:
        """Say where the year of a market, an item, a group or of both ends; as `outlook`."""
        from desktop.analysis.outlook import within  # noqa: PLC0415 - after first paint

        figures = self._outlook_figures(overview.vintage, overview.year)
        if figures is None:
            return None
        detail = self._detail(overview, TRADE if item and market else (Flow.EXPORT,))
        return within(figures.columns, overview, detail, item=item, market=market)

    def _foresight(self, overview: Overview) -> Foresight | None:
        """Give the outlook of an overview's year with what it is made of; None without any."""
        from desktop.analysis.lines import laid_out  # noqa: PLC0415 - after first paint
        from desktop.analysis.tracing.outlook_series import Foresight  # noqa: PLC0415 - as above

        figures = self._outlook_figures(overview.vintage, overview.year)
        told = self.outlook(overview=overview)
        if figures is None or told is None:
            return None
        book = laid_out(figures.columns, first_release=overview.vintage.first_release)
        return Foresight(told, book) if book else None

    def _foresight_within(
        self, asked: Foresight, overview: Overview, *, item: str, market: str
    ) -> Foresight | None:
        """Give an outlook with that of what is looked into; None without any."""
        from desktop.analysis.lines import laid_out  # noqa: PLC0415 - after first paint

        ahead = self.outlook_within(overview, item=item, market=market)
        if ahead is None or not (item and market):
            return replace(asked, ahead=ahead) if ahead else None
        import pandas as pd  # noqa: PLC0415 - as above

        frame = pd.concat(self._detail(overview, TRADE).values())
        cells = laid_out(frame, first_release=overview.vintage.first_release)
        return replace(asked, ahead=ahead, cells=cells)

    def tree_joint(self, tree: TargetTree, vintage: Vintage = LATEST) -> Joint | None:
        """How likely a target and its parts are all met; None where fewer than two have a chance.

        None too where nothing is held of the target's year.
        """
        from desktop.analysis.outlook.together import joint_of  # noqa: PLC0415 - after first paint

        targets = [row.target for row in (tree.whole, *tree.parts) if row.target]
        if len(targets) < 2:
            return None
        try:
            found = self.outlook(YearAsked(targets[0].year, vintage=vintage))
        except Refused:
            return None
        return joint_of(found, targets) if found else None

    def _detail(self, overview: Overview, flows: Iterable[Flow]) -> dict[Flow, pd.DataFrame]:
        """Fetch what is held of items within markets, where something is asked of them."""
        return {
            flow: self._detail_figures(overview.vintage, overview.year, flow)
            for flow in sorted(set(flows))
        }

    @staticmethod
    def _flows_within(overview: Overview) -> list[Flow]:
        """Give the flows of which a target asks for an item within a market."""
        scopes = [p.scope for p in overview.targets]
        within = {s.flow for s in scopes if s.item != TOTAL and s.market != WORLD}
        return list(TRADE) if Flow.BALANCE in within else sorted(within)
