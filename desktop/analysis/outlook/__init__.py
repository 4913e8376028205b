"""The outlook of a year: both flows, the balance, every target's chance, the parts (floor 1)."""

from desktop.analysis.outlook.answer import outlook, with_scenarios, within
from desktop.analysis.outlook.narrowed import FlowAhead, PartAhead
from desktop.analysis.outlook.results import (
    BalanceOutlook,
    Band,
    Fanned,
    FlowOutlook,
    Joint,
    Lever,
    Move,
    Outlook,
    PartOutlook,
    PartsOutlook,
    Record,
    Rule,
    Seen,
    TargetChance,
    Unsaid,
)
from desktop.analysis.outlook.scenario_results import Assumed

__all__ = [
    "Assumed", "BalanceOutlook", "Band", "Fanned", "FlowAhead", "FlowOutlook", "Joint", "Lever",
    "Move", "Outlook", "PartAhead", "PartOutlook", "PartsOutlook", "Record", "Rule", "Seen",
    "TargetChance", "Unsaid", "outlook", "with_scenarios", "within",
]  # fmt: skip
