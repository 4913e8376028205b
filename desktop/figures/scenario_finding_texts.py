"""The sentence and the remedy of every finding about scenarios, by code."""

from __future__ import annotations

from desktop.figures.wording import N_

SCENARIO_TEXTS: dict[str, tuple[str, str]] = {
    "no_such_scenario": (
        N_("There is no scenario {about}."),
        N_("Look its name up in the list of scenarios."),
    ),
    "not_a_scenario": (
        N_("{about} holds no scenario of this program: {found}."),
        N_("Choose a file that this program wrote."),
    ),
    "scenario_counts_already": (
        N_("Version {about} of the scenario counts already; nothing was changed."),
        N_("Nothing needs to be done."),
    ),
    "scenario_diverted_nowhere": (
        N_("In {about} a share is diverted of what no market loses."),
        N_("Name the market that takes less, and by how much."),
    ),
    "scenario_entry_unread": (
        N_("{found} is no part of an assumption."),
        N_("Write name=value with semicolons between: {expected}."),
    ),
    "scenario_shock_empty": (
        N_("An assumption of {about} changes nothing."),
        N_("Say a change of volume or price, or what comes on top each month."),
    ),
    "scenario_shock_kind": (
        N_("An assumption of {about} names goods for a market, or a market for goods."),
        N_("Name goods as the item, partners as the market."),
    ),
    "scenario_shock_range": (
        N_("An assumption of {about} is out of range."),
        N_("Volume and price lie between −100% and +1000%, a diverted share between 0 and 100%."),
    ),
    "scenario_withdrawn_already": (
        N_("Version {about} of the scenario was removed already."),
        N_("Nothing needs to be done."),
    ),
    "scenario_without_name": (
        N_("A scenario needs a name, of eighty letters at most."),
        N_("Give it a short one that tells it from the others."),
    ),
    "scenario_without_shock": (
        N_("The scenario {about} assumes nothing yet."),
        N_("Add an assumption."),
    ),
    "scenarios_too_few": (
        N_("Two different scenarios are compared; {found} was given."),
        N_("Name another one."),
    ),
}
