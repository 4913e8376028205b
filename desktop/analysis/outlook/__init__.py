"""The outlook of a year: both flows, the balance, every target's chance, the parts (floor 1)."""

from desktop.analysis.outlook.answer import outlook, with_scenarios
from desktop.analysis.outlook.results import (
    BalanceOutlook,
    Band,
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
    "Assumed", "BalanceOutlook", "Band", "FlowOutlook", "Joint", "Lever", "Move", "Outlook",
    "PartOutlook", "PartsOutlook", "Record", "Rule", "Seen", "TargetChance", "Unsaid", "outlook",
    "with_scenarios",
]  # fmt: skip
