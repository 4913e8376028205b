"""The sentence and the remedy of every finding about warnings and their rules, by code."""

from __future__ import annotations

from desktop.figures.wording import N_

WARNING_TEXTS: dict[str, tuple[str, str]] = {
    "no_months_to_try": (
        N_("No month of {found} can be tried; the archive holds {expected}."),
        N_("Name months that are held, the first before the last."),
    ),
    "no_such_silence": (
        N_("There is no silence {about}."),
        N_("Look its number up in the list of silences."),
    ),
    "rule_unknown": (
        N_("{about}: there is no rule or threshold {found}."),
        N_("Use one of these: {expected}."),
    ),
    "rule_value_amiss": (
        N_("{about}: {found} is no threshold that can be used."),
        N_("Write a number that is not negative, true or false, or a code in quotes, as shipped."),
    ),
    "rule_no_fraction": (
        N_("{about}: {found} is no fraction."),
        N_("Write {expected} where the threshold is so many per cent."),
    ),
    "rule_above_whole": (
        N_("{about}: {found} is more than the threshold can be."),
        N_("Write at most {expected}: 1 is the whole, 0.3 is 30 per cent."),
    ),
    "rule_market_unknown": (
        N_("{about}: {found} is no market's code."),
        N_("Write a code such as {expected}, in quotes."),
    ),
    "rules_not_read": (
        N_("{about} is no file of rules: line {found} cannot be read."),
        N_("Start again from what “warnings rules” writes."),
    ),
    "silence_without_reason": (
        N_("A warning is silenced only with a reason."),
        N_("Say in a few words why it need not be shown."),
    ),
    "warning_unknown": (
        N_("No warning {found} stands now."),
        N_("Those that stand: {expected}."),
    ),
}
