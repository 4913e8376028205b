"""What a summary tells beside the overview: structure, warnings, revisions, outlook, figures."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import pandas as pd

    from desktop.analysis.outlook.narrowed import PartAhead
    from desktop.analysis.outlook.results import Outlook
    from desktop.analysis.outlook.scenario_results import Assumed
    from desktop.analysis.results import Progress
    from desktop.analysis.revisions.since import RevisedSince
    from desktop.analysis.structure_results import Structure
    from desktop.analysis.warnings.results import WarningsReport


@dataclass(frozen=True, slots=True)
class PartTold:
    """How what a report was narrowed to stands: codes of an item, a market, or of groups."""

    item: str
    market: str
    exports: Progress | None
    imports: Progress | None
    ahead: PartAhead | None


@dataclass(frozen=True, slots=True)
class Beside:
    """The answers that stand beside an overview; a sheet whose answer is None is left out.

    `scenarios` are those in force with what each would change of the outlook.
    `part` is what the report says more of.
    `again` is the command that makes the same summary once more.
    `data` holds every figure of the year and the year before, with `FIGURE_COLUMNS`; of the
    `nation_alone` where a sheet has no room for what provinces told.
    """

    structure: Structure | None = None
    warnings: WarningsReport | None = None
    revised: RevisedSince | None = None
    outlook: Outlook | None = None
    scenarios: tuple[Assumed, ...] = ()
    again: str = ""
    data: pd.DataFrame | None = None
    part: PartTold | None = None
    nation_alone: bool = False


NOTHING_BESIDE = Beside()
