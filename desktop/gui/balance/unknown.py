"""Why there is no balance: said in the place of what is not drawn."""

from __future__ import annotations

from typing import TYPE_CHECKING

from desktop.analysis.structure_results import Unsaid
from desktop.figures.series import Flow
from desktop.figures.wording import N_

if TYPE_CHECKING:
    from desktop.analysis.structure_view import BalanceView
    from desktop.figures.wording import Language

_NOT_HELD = (Unsaid.NO_FIGURE, Unsaid.NO_BASE)
_OF_ALL = {
    Flow.EXPORT: N_("No return held tells the exports of these months."),
    Flow.IMPORT: N_("No return held tells the imports of these months."),
}
_OF_PART = {
    Flow.EXPORT: N_("No return held tells its exports in these months."),
    Flow.IMPORT: N_("No return held tells its imports in these months."),
}


def flow_unknown(answer: BalanceView, lang: Language) -> str:
    """Say which flow no month of the year tells; nothing where some month has a balance."""
    months = answer.course.months
    if any(m.balance is not None for m in months):
        return ""
    held = {Flow.EXPORT: [m.exports for m in months], Flow.IMPORT: [m.imports for m in months]}
    missing = [flow for flow, usd in held.items() if all(v is None for v in usd)]
    if len(missing) == 1:
        return lang._((_OF_PART if answer.market or answer.item else _OF_ALL)[missing[0]])
    return "" if missing else lang._("No return held tells both flows of any of these months.")


def change_unknown(answer: BalanceView, lang: Language) -> str:
    """Say why nothing leads from last year's balance to this one's, where that is not held."""
    if answer.bridge.reason not in _NOT_HELD:
        return ""
    return flow_unknown(answer, lang) or lang._(
        "No return held tells both flows of these months and of a year before."
    )
