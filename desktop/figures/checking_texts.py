"""The sentences and remedies of what is odd when a return is held against earlier ones.

Merged into `finding_texts.TEXTS` and `finding_texts.MANY`, which say what the blanks are.
"""

from __future__ import annotations

from desktop.figures.wording import N_

_UNIT = N_("Compare with the sender's earlier returns; set the unit if it is another one.")
_COLUMN = N_("Set the unit of the column, or confirm it as it is; then it is read again.")
_INDEX = N_("A mean lies between what it is made of: compare with the printed table.")
_PLACES = N_("Exchange the two columns, or confirm them as they are; nothing is stored before.")
_MONTHS = N_("Say which month the column is about; nothing is stored before.")

CHECKING_TEXTS: dict[str, tuple[str, str]] = {
    "check_growth": (
        N_("Growth of {about}: {found} at {place}, but the file's own figures give {expected}."),
        N_("Ask the sender which is right; the growth computed here goes by the figures."),
    ),
    "check_growth_by_archive": (
        N_("Growth printed at {place}: {found}; on the base held here {expected} ({about})."),
        N_("The office may have revised last year's figure; ask it for the base it used."),
    ),
    "check_index_again": (
        N_("Index printed at {place}: {found}; an earlier return has {expected} ({about})."),
        N_("The office revised it by much, or one of the two is misprinted; ask it which."),
    ),
    "check_index_to_date": (
        N_(
            "{about}: {found} to date at {place} is outside the index before it and the month's,"
            " {expected}."
        ),
        _INDEX,
    ),
    "check_index_to_date_by_archive": (
        N_(
            "{found} to date at {place} is outside the index held before and the month's,"
            " {expected} ({about})."
        ),
        _INDEX,
    ),
    "check_index_within_parts": (
        N_("{about}: {found} at {place} is outside the range of its parts, {expected}."),
        _INDEX,
    ),
    "check_month_by_cumulatives": (
        N_("Month printed at {place}: {found}; by the cumulatives {expected} ({about})."),
        N_("Earlier months were revised by much, or one of the three figures is misprinted."),
    ),
    "check_forecast_above_to_date": (
        N_("{about}: {found} for the year at {place} is less than {expected}, which has come."),
        N_("See whether the heading names the year where it means a month, or a figure is wrong."),
    ),
    "check_months_within_cumulative": (
        N_("{about}: {found} to date at {place} is less than its months together, {expected}."),
        N_("See whether a month was left out of the sum."),
    ),
    "check_partners_sum": (
        N_("{about}: {found} at {place}, but the partners add up to {expected}."),
        N_("See whether a partner is missing, or stands in a row that is hidden or has no name."),
    ),
    "check_partners_within": (
        N_("{about}: {found} at {place} is less than its partners together, {expected}."),
        N_("Compare the figures with the printed table."),
    ),
    "column_scale_billion_usd": (
        N_("{found} figures in the column of {place} are probably in billion USD ({about})."),
        _COLUMN,
    ),
    "column_scale_digit": (
        N_("{found} figures in the column of {place} are ten or a hundred times off ({about})."),
        _COLUMN,
    ),
    "column_scale_million_usd": (
        N_("{found} figures in the column of {place} are probably in million USD ({about})."),
        _COLUMN,
    ),
    "column_scale_pieces": (
        N_("{found} figures in the column of {place} are probably in single pieces ({about})."),
        _COLUMN,
    ),
    "column_scale_thousand_pieces": (
        N_("{found} figures in the column of {place} are probably in thousand pieces ({about})."),
        _COLUMN,
    ),
    "column_scale_thousand_tonnes": (
        N_("{found} figures in the column of {place} are probably in thousand tonnes ({about})."),
        _COLUMN,
    ),
    "column_scale_thousand_usd": (
        N_("{found} figures in the column of {place} are probably in thousand USD ({about})."),
        _COLUMN,
    ),
    "column_scale_tonnes": (
        N_("{found} figures in the column of {place} are probably in tonnes ({about})."),
        _COLUMN,
    ),
    "column_scale_unit": (
        N_("{found} figures in the column of {place} are probably in another unit ({about})."),
        _COLUMN,
    ),
    "column_scale_usd": (
        N_("{found} figures in the column of {place} are probably in single USD ({about})."),
        _COLUMN,
    ),
    "content_of_other_month": (
        N_("{place} stands under {found}, but the column holds {expected} (by {about} figures)."),
        _MONTHS,
    ),
    "exchanged_bases": (
        N_(
            "The columns of {place} and {expected}, month and year to date, have changed places:"
            " by {about} figures a month would exceed its year to date."
        ),
        _PLACES,
    ),
    "exchanged_flows": (
        N_(
            "The table of {place} is like the other flow's: exports and imports have probably"
            " changed places (by {about} figures)."
        ),
        N_("Say whether the table shows exports or imports; nothing is stored before."),
    ),
    "exchanged_measures": (
        N_(
            "The columns of {place} and {expected}, value and quantity, have probably changed"
            " places: {about} prices would be turned over."
        ),
        _PLACES,
    ),
    "exchanged_months": (
        N_(
            "The columns of {place} and {expected}, two months, have probably changed places:"
            " only so do {about} printed growths follow."
        ),
        _PLACES,
    ),
    "exchanged_years": (
        N_(
            "The columns of {place} and {expected}, this year and last, have probably changed"
            " places (by {about} figures)."
        ),
        _PLACES,
    ),
    "misprinted": (
        N_("{about}: {found} at {place}; by the other figures of the file it must be {expected}."),
        N_("Take the computed number, keep the printed one, or ask the sender."),
    ),
    "months_exchanged": (
        N_("The columns of {found} and {expected} have changed places ({place}; {about} figures)."),
        _MONTHS,
    ),
    "reissue": (
        N_("This is a re-issue of return {expected} ({about}); figures that differ: {found}."),
        N_("Compare the two below; the newer one counts, and the older one is kept."),
    ),
    "reissue_alike": (
        N_("This is a re-issue of return {expected} ({about}); no figure differs."),
        N_("Nothing needs to be done."),
    ),
    "reissued_since": (
        N_("Return {expected} ({about}) is newer, of this month; figures that differ: {found}."),
        N_("Compare the two below; the newer one counts, and this one is kept beside it."),
    ),
    "scale_billion_usd": (
        N_("{about}: {found} at {place}, usually about {expected}: probably billion USD."),
        _UNIT,
    ),
    "scale_digit": (
        N_("{about}: {found} at {place}, usually about {expected}: probably a digit is lost."),
        N_("Compare with the sender's earlier returns; correct the cell if it is misprinted."),
    ),
    "scale_million_usd": (
        N_("{about}: {found} at {place}, usually about {expected}: probably million USD."),
        _UNIT,
    ),
    "scale_pieces": (
        N_("{about}: {found} at {place}, usually about {expected}: probably single pieces."),
        _UNIT,
    ),
    "scale_thousand_pieces": (
        N_("{about}: {found} at {place}, usually about {expected}: probably thousand pieces."),
        _UNIT,
    ),
    "scale_thousand_tonnes": (
        N_("{about}: {found} at {place}, usually about {expected}: probably thousand tonnes."),
        _UNIT,
    ),
    "scale_thousand_usd": (
        N_("{about}: {found} at {place}, usually about {expected}: probably thousand USD."),
        _UNIT,
    ),
    "scale_tonnes": (
        N_("{about}: {found} at {place}, usually about {expected}: probably tonnes."),
        _UNIT,
    ),
    "scale_unit": (
        N_("{about}: {found} at {place}, usually about {expected}: probably another unit."),
        _UNIT,
    ),
    "scale_usd": (
        N_("{about}: {found} at {place}, usually about {expected}: probably single USD."),
        _UNIT,
    ),
    "stale_cell": (
        N_(
            "{about}: {found} at {place} is to the digit what {expected} printed for the month"
            " before, while the rest of its column changed."
        ),
        N_("See whether the cell was left from last month; correct it, or ask the sender."),
    ),
}

_SUMS = N_("{found} figures of {place} do not agree with those they belong to ({about}).")

_INDICES = N_("{found} indices of {place} are out of the range that others leave them ({about}).")

CHECKING_MANY: dict[str, str] = {
    "stale_cell": N_(
        "{found} cells of {place} are to the digit those of the month before ({about})."
    ),
    "check_growth": N_("{found} growths of {place} do not follow from the figures ({about})."),
    "check_growth_by_archive": N_(
        "{found} growths of {place} are far from those on the base held here ({about})."
    ),
    "check_month_by_cumulatives": N_(
        "{found} months of {place} are far from the step between the cumulatives ({about})."
    ),
    "check_index_again": _INDICES,
    "check_index_to_date": _INDICES,
    "check_index_to_date_by_archive": _INDICES,
    "check_index_within_parts": _INDICES,
    "check_partners_sum": _SUMS,
    "check_partners_within": _SUMS,
    "check_forecast_above_to_date": N_(
        "{found} forecasts of {place} are less than what has come of the year ({about})."
    ),
    "check_months_within_cumulative": N_(
        "{found} cumulatives of {place} are less than their months together ({about})."
    ),
}
"""Sentences for a finding about many cells: {found} counts them, {about} names the first."""
