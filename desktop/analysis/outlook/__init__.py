"""The outlook of a year: both flows, the balance, every target's chance, the parts (floor 1)."""

from desktop.analysis.outlook.answer import outlook
from desktop.analysis.outlook.results import (
    BalanceOutlook,
    Band,
    FlowOutlook,
    Joint,
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

__all__ = [
    "BalanceOutlook", "Band", "FlowOutlook", "Joint", "Move", "Outlook", "PartOutlook",
    "PartsOutlook", "Record", "Rule", "Seen", "TargetChance", "Unsaid", "outlook",
]  # fmt: skip
