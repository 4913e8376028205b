"""What is told about returns where a finding is about many cells, by code."""

from __future__ import annotations

from desktop.figures.wording import N_

_SUMS = N_("{found} figures of {place} do not agree with those they belong to ({about}).")

RETURN_MANY: dict[str, str] = {
    "ambiguous_number": N_(
        "{found} texts of {place} may be read in two ways and were left out ({about})."
    ),
    "check_fdi_sum": _SUMS,
    "check_from_mid_sum": _SUMS,
    "check_halves_sum": _SUMS,
    "check_item_sum": _SUMS,
    "check_items_within_total": _SUMS,
    "check_members_sum": _SUMS,
    "check_members_within": _SUMS,
    "check_month_within_cumulative": _SUMS,
    "check_partner_sum": _SUMS,
    "check_previous_plus_month": _SUMS,
    "check_provinces_sum": _SUMS,
    "check_to_mid_sum": _SUMS,
    "check_sector_sum": _SUMS,
    "check_sector_within_item": _SUMS,
    "contradicting_rows": N_("{found} figures of {place} stood otherwise before ({about})."),
    "superseded_row": N_("{found} figures of {place} are firmer elsewhere ({about})."),
    "date_for_number": N_(
        "{found} cells of {place} are formatted as dates instead of numbers ({about})."
    ),
    "leading_zeros": N_("{found} texts of {place} are codes with leading zeros ({about})."),
    "error_cell": N_("{found} cells of {place} hold errors instead of numbers ({about})."),
    "no_cached_value": N_("{found} formulas of {place} were never computed ({about})."),
    "text_in_error": N_("{found} titles, headings or names of {place} are errors ({about})."),
    "text_uncomputed": N_(
        "{found} titles, headings or names of {place} are formulas that were never computed "
        "({about})."
    ),
    "no_unit": N_("{found} figures of {place} have no unit, and were left out ({about})."),
    "plan_apart": N_(
        "{found} plans of {place} are a sector's, or not in US dollars: not proposed ({about})."
    ),
    "not_a_number": N_("{found} cells of {place} hold something else than numbers ({about})."),
    "out_of_range": N_(
        "{found} cells of {place} hold more than any trade can be, and were left out ({about})."
    ),
    "bracketed_number": N_(
        "{found} numbers of {place} stand in brackets, and none was taken ({about})."
    ),
    "negative_trade": N_(
        "{found} figures of {place} are less than nothing, as no trade can be ({about})."
    ),
    "part_of_a_row": N_(
        "{found} rows of {place} are parts of the rows above them, and were left out ({about})."
    ),
    "repeated_row": N_("{found} figures of {place} repeat what stood before ({about})."),
    "unit_assumed": N_(
        "{found} figures of {place} print no unit; single pieces were taken ({about})."
    ),
    "unit_by_price": N_(
        "{found} figures of {place} print no unit; by the price, thousands were taken ({about})."
    ),
    "beneath_unknown_name": N_(
        "{found} rows of {place} stand beneath names that are not known, and were left out "
        "({about})."
    ),
    "before_any_partner": N_(
        "{found} rows of {place} stand before the first partner, and were left out ({about})."
    ),
    "nameless_row": N_(
        "{found} rows of {place} have figures but no name, and were left out ({about})."
    ),
    "left_out_by_decision": N_(
        "{found} rows of {place} were left out, as was decided of their names ({about})."
    ),
    "unknown_province": N_(
        "{found} provinces of {place} are not known, and were left out ({about})."
    ),
    "unknown_item": N_(
        "{found} items of {place} are not in the catalogue, and were left out ({about})."
    ),
    "unknown_industry": N_(
        "{found} industries of {place} are not in the catalogue, and were left out ({about})."
    ),
    "unknown_market": N_(
        "{found} markets of {place} are not in the catalogue, and were left out ({about})."
    ),
    "units_disagree": N_(
        "{found} figures of {place} were left out, as two units are named: {expected} ({about})."
    ),
    "unit_beside_unit": N_(
        "{found} cells of {place} name another unit than their column; none was taken ({about})."
    ),
    "uncounted_unit": N_(
        "{found} figures of {place} are counted in {expected}; none was taken ({about})."
    ),
    "unknown_unit": N_(
        "{found} figures of {place} are in an unknown unit, {expected}; none was taken ({about})."
    ),
}
"""Sentences for a finding about many cells: {found} counts them, {about} names the first."""
