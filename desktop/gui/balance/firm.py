"""How firm the figures are that a step of the bridge, or the balance with a partner, rests on."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from desktop.analysis.structure.bridge import moved_most
from desktop.figures.series import TRADE, Flow
from desktop.gui.charts.firmness import firm_words

if TYPE_CHECKING:
    from desktop.analysis.structure_results import FlowStructure, Part, Step
    from desktop.analysis.structure_view import BalanceView
    from desktop.figures.wording import Language


@dataclass(frozen=True, slots=True)
class Firm:
    """Words for status and release; within a market or an item, those of the months told."""

    told: BalanceView
    lang: Language

    def of_whole(self) -> str:
        """Of both flows together: the last month that is told."""
        last = self.told.view.overview.through
        month = next((m for m in self.told.course.months if m.month == last), None)
        return firm_words(month.status, month.reported_on, self.lang) if month else ""

    def of_stairs(self, *, by_partner: bool) -> tuple[str, ...]:
        """Of each line of the bridge: nothing is said of a year before."""
        bridge, whole = self.told.bridge, self.of_whole()
        steps = [self.of_partner(p.code) for p in moved_most(bridge)] if by_partner else [
            self.of_step(step) for step in bridge.steps
        ]  # fmt: skip
        return ("", *steps, *([whole] if by_partner else []), whole)

    def of_step(self, step: Step) -> str:
        """Of an item of one flow; of all others that of the whole."""
        if self.told.market or self.told.item:
            return self.of_whole()
        part = self._flow(step.flow).items.part(step.code)
        return self._words((part,)) if part else self.of_whole()

    def of_partner(self, code: str) -> str:
        """Of a market's exports and imports: the less firm status, the newer release."""
        if self.told.item:
            return self.of_whole()
        return self._words(tuple(self._flow(flow).markets.part(code) for flow in TRADE))

    def _flow(self, flow: Flow) -> FlowStructure:
        structure = self.told.view.structure
        return structure.exports if flow is Flow.EXPORT else structure.imports

    def _words(self, parts: tuple[Part | None, ...]) -> str:
        held = [part for part in parts if part and part.status]
        status = min((p.status for p in held if p.status), key=lambda s: s.rank, default=None)
        released = max((s.reported_on for p in held for s in p.sources), default="")
        return firm_words(status, released, self.lang)
