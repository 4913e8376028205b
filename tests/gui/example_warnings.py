"""Warnings made by hand for the window's tests, and what an office answers about them."""

from __future__ import annotations

from dataclasses import replace

from desktop.analysis.warnings.results import (
    EarlyWarning,
    Evidence,
    Fact,
    Gravity,
    WarningsReport,
)
from desktop.figures.figure import Source, Status
from desktop.figures.month import Month
from desktop.figures.series import Flow, Series
from desktop.figures.silence import Silence
from desktop.figures.warning_rules import Rule
from desktop.workflow.errands import NEWEST, YearAsked

JUNE = Month(2025, 6)
TO_JUNE = (Month(2025, 1), JUNE)
CELL = Source("02-Bieu-T6.2025.xlsx", "23.XK tháng", "J29", "3.700", "2025-07-06", Status.ESTIMATE)


def falling(item: str, fall: float, since: int = 5) -> EarlyWarning:
    """Give a falling item."""
    series = Series(Flow.EXPORT, item=item)
    evidence = (
        Evidence(Fact.GROWTH, series, TO_JUNE, -fall, (CELL,)),
        Evidence(Fact.VALUE, series, TO_JUNE, 3.7e9, (CELL, CELL)),
    )
    return EarlyWarning(
        Rule.FALLING, f"item:{item}", series, Gravity.WATCH, fall, 0.02, Month(2025, since), JUNE,
        evidence,
    )  # fmt: skip


def dependence() -> EarlyWarning:
    """Give the dependence on one market, with an item beneath it."""
    us = Series(Flow.EXPORT, market="US")
    wood = Evidence(Fact.SHARE, replace(us, item="WOOD"), TO_JUNE, 0.558, (CELL,))
    share = Evidence(Fact.SHARE, us, TO_JUNE, 0.323, (CELL,))
    return EarlyWarning(
        Rule.DEPENDENCE, "market:US", us, Gravity.ALARM, 0.323, 0.3, Month(2025, 1), JUNE,
        (share,), (wood,),
    )  # fmt: skip


WARNINGS = (dependence(), *(falling(item, 0.2) for item in ("STEEL", "RICE", "PETROL")))


class ExampleWarnings:
    """Answers on warnings as `workflow.Office` does."""

    empty: bool
    held: Silence | None = None

    def warnings(self, asked: YearAsked = NEWEST) -> WarningsReport:
        """Give the four warnings, the one that was silenced marked and last."""
        told = [self._marked(warning) for warning in WARNINGS]
        ordered = sorted(told, key=lambda w: w.silence is not None)
        return WarningsReport(JUNE, tuple(ordered), ((Rule.STOCKS, "no_indices"),))

    def _marked(self, warning: EarlyWarning) -> EarlyWarning:
        held = self.held
        mine = held and (held.rule, held.subject) == (warning.rule, warning.subject)
        return replace(warning, silence=held if mine else None)

    def silence(self, rule: Rule, subject: str, months: int, reason: str) -> Silence:
        """Keep one silence."""
        self.held = Silence(rule, subject, JUNE, JUNE + months, reason, "lan", "", 1)
        return self.held

    def lift_silence(self, number: int) -> None:
        """Forget it."""
        assert self.held
        assert self.held.number == number
        self.held = None
