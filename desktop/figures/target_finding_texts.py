"""The sentence and the remedy of every finding about targets, by code."""

from __future__ import annotations

from desktop.figures.wording import N_

TARGET_TEXTS: dict[str, tuple[str, str]] = {
    "not_a_target_form": (
        N_("{about} holds no form of targets: its headings are missing."),
        N_("Write a new form with this program, and fill that in."),
    ),
    "form_day_unread": (
        N_("{place}: {found} is no day."),
        N_("Write it as a date, or as 2026-01-08."),
    ),
    "form_measure_unread": (
        N_("{place}: {found} is no measure."),
        N_("Choose growth, value, surplus or share from the list."),
    ),
    "form_number_is_text": (
        N_("{place} holds a number as text: {found}."),
        N_("It was read; nothing needs to be done."),
    ),
    "form_percent_of_value": (
        N_("{place} holds a percentage, {found}, where a value is asked for."),
        N_("Choose growth as its measure, or write billion USD."),
    ),
    "form_row_twice": (
        N_("{place} states a target for the same as {about}."),
        N_("Keep one of the two rows."),
    ),
    "form_scope_by_name": (
        N_("{place} holds no code; {found} was taken for {about}."),
        N_("Is it what is meant? If not, write its code there and read the form again."),
    ),
    "form_scope_unread": (
        N_("{place}: {found} does not say what the target is of."),
        N_("Write the flow, then what of it: export; item:COFFEE."),
    ),
    "target_changed_meanwhile": (
        N_("{found} changed the target of {about} since you looked; nothing is set yet."),
        N_("Look at what stands now, then set yours if it is meant so."),
    ),
    "no_such_target": (
        N_("There is no target {about}."),
        N_("Look its number up in the list of targets."),
    ),
    "target_amount_unread": (
        N_("{found} is no amount."),
        N_("Write a number: billion USD of a value or surplus, a percentage of growth or a share."),
    ),
    "target_balance_by_shares": (
        N_("A balance is not given out by shares: some of its parts stand below zero."),
        N_("Set the targets of its parts one by one."),
    ),
    "target_counts_already": (
        N_("Target {about} counts already; nothing was changed."),
        N_("Nothing needs to be done."),
    ),
    "target_fraction_or_percent": (
        N_("{found} may mean {found} per cent, or {expected}."),
        N_("Write the percentage with its sign: “{expected}” or “{found}%”."),
    ),
    "province_grown": (
        N_(
            "{expected} has been larger since 1 July 2025: {about} became part of it. The document "
            "is of before, and the target would be of the larger unit."
        ),
        N_("Set it for the months to June 2025, or confirm that the larger unit is meant."),
    ),
    "province_merged": (
        N_(
            "{found} became part of {expected} on 1 July 2025, which is {found} and {about} "
            "together since. The target would be of the larger unit."
        ),
        N_("Set it for the months to June 2025, or confirm that the larger unit is meant."),
    ),
    "target_growth_doubtful": (
        N_(
            "{about}: growth of {found}% on the year before. No year on record came near it; usual "
            "is {expected}%."
        ),
        N_("Check the unit and the decimal mark, or confirm that it is meant so."),
    ),
    "target_issued_later": (
        N_("{about}: its document is of a day to come, {found}. It is not in force before that."),
        N_("If the day errs, take the target back and set it again with the right one."),
    ),
    "target_document_older": (
        N_(
            "{about}: target {expected}, by a document of {found}, is newer and stays in force; "
            "this one is kept on record."
        ),
        N_("If this one is to count, give it the day of the document that supersedes that one."),
    ),
    "targets_at_odds": (
        N_(
            "{about}: exports and imports as asked for leave {found} bn USD, the surplus asked "
            "for is {expected}."
        ),
        N_("Change one of the three, unless the surplus is meant as the least that is wanted."),
    ),
    "target_growth_too_low": (
        N_("A target is above −100%: nothing would be left."),
        N_("Check the sign and the percentage."),
    ),
    "target_months_unread": (
        N_("{found} names no months that a target can have."),
        N_("Write a year (2026), a fiscal year (2025-07..2026-06) or a half-year (2026-H1)."),
    ),
    "target_not_a_number": (
        N_("{about} is no amount that a target can have."),
        N_("Give a growth rate or a value in US dollars."),
    ),
    "target_nothing_to_split": (
        N_("No target in force to be split has the number {about}."),
        N_("Set the whole's target first; the list of targets has the numbers."),
    ),
    "target_no_total": (
        N_("No target of exports is set for {about}."),
        N_("Set the year's target first, then give it out."),
    ),
    "target_not_split_so": (
        N_("A target of {about} cannot be split by {found}."),
        N_("Choose another split: item, group:SCHEME, market, bloc:SCHEME or province."),
    ),
    "target_nothing_to_allocate": (
        N_("Nothing is left to be given out by {found}."),
        N_("Every part with figures of the year before has its target; change one of them."),
    ),
    "target_over_allocated": (
        N_("The parts of {about} ask for {found} bn USD more than the whole's {expected} bn USD."),
        N_("Lower a part, or raise the whole."),
    ),
    "target_parts_above_whole": (
        N_("The year before, the parts ({found} bn USD) sum to more than the whole ({expected})."),
        N_("Look for the part that errs, or for one that is counted twice."),
    ),
    "target_parts_overlap": (
        N_("Parts of {found} overlap: {about} stand in several, so that no share is theirs alone."),
        N_("Split by a scheme whose groups do not overlap, or set the parts one by one."),
    ),
    "target_base_not_positive": (
        N_("{about}: its base comes to {found} bn USD: no growth can be asked of that."),
        N_("Ask for a value instead; the target is kept, and is not judged."),
    ),
    "target_no_base_then": (
        N_("{about}: as known on {found}, the year before was not complete."),
        N_("Set it with a later day for its base, or import the returns of that time."),
    ),
    "target_no_base": (
        N_(
            "{about}: the archive lacks the figures of the year before that it is measured against."
        ),
        N_("Import that year's returns; the target is kept, and is judged from then on."),
    ),
    "target_of_no_trade": (
        N_("{found} is neither exports, imports nor their balance."),
        N_("State a target of exports, imports or the balance."),
    ),
    "target_overlaps": (
        N_("Its months overlap those of target {about}, {found}, of the same."),
        N_("Take that target back first, or state the same months; a half-year within is allowed."),
    ),
    "target_range_reversed": (
        N_("A range ends after it starts."),
        N_("Give its lower end first."),
    ),
    "target_same_day": (
        N_("Target {about} says otherwise of the same, by a document of the same day, {found}."),
        N_("Take that target back first, or give the day of the document that supersedes it."),
    ),
    "target_share_of_itself": (
        N_("A share needs something to be a share of: the whole is always 100% of itself."),
        N_("Name an item, a market or a province."),
    ),
    "target_share_out_of_range": (
        N_("A share of a whole lies between 0 and 100%."),
        N_("Check the percentage; that of a deficit is negative."),
    ),
    "target_surplus_by_itself": (
        N_("A surplus is stated of the balance, and the balance only as a surplus or a share."),
        N_("State a surplus, or name exports or imports."),
    ),
    "target_too_long": (
        N_("A target is for one to twelve months, not {found}."),
        N_("Set one target a year."),
    ),
    "target_unknown_name": (
        N_("{found} is no item, market, province or group that the catalogues know."),
        N_("Near names: {expected}. Write the one that is meant."),
    ),
    "target_item_of_imports": (
        N_("{found} is an item of imports: exports do not list it."),
        N_("Set the target of imports."),
    ),
    "target_name_unclear": (
        N_("{found} may be several: {expected}."),
        N_("Write the one that is meant."),
    ),
    "target_value_too_large": (
        N_("{found} bn USD is more than the whole world trades in a year."),
        N_("Check the unit: amounts are in billion USD, as 454.2 is 454,200 million."),
    ),
    "target_value_not_positive": (
        N_("A value is above zero."),
        N_("Give the value of the whole period; a deficit is a surplus below zero."),
    ),
    "target_withdrawn_already": (
        N_("Target {about} was taken back already; nothing was changed."),
        N_("Nothing needs to be done."),
    ),
}

TARGET_WITHOUT_NEAR_NAMES = {
    "target_unknown_name": N_("Write the code, or the name as the catalogues have it."),
}
"""Remedies where no name is near enough to be offered."""
