"""What the checks of a return are called."""

from __future__ import annotations

from desktop.figures.wording import N_, Language

CHECKS = {
    "sector_sum": N_("Domestic + foreign-invested = total"),
    "fdi_sum": N_("Crude oil + other goods = foreign-invested"),
    "item_sum": N_("Items add up to the total"),
    "partner_sum": N_("Items add up to the partner's total"),
    "items_within_total": N_("Items stay within the total"),
    "sector_within_item": N_("A sector's part stays within the item"),
    "members_sum": N_("Members add up to their group"),
    "members_within": N_("Members stay within their group"),
    "partners_sum": N_("Partners add up to the total"),
    "partners_within": N_("Partners stay within the total"),
    "provinces_sum": N_("Provinces add up to their total"),
    "previous_plus_month": N_("Months add up to the cumulative"),
    "halves_sum": N_("Halves add up to the month"),
    "to_mid_sum": N_("Months and the half add up to the 15th"),
    "from_mid_sum": N_("To the 15th and since add up to the month's end"),
    "month_within_cumulative": N_("The month stays within the cumulative"),
    "forecast_above_to_date": N_("The year's forecast is not less than what has come"),
    "months_within_cumulative": N_("The months stay within the cumulative"),
    "month_by_cumulatives": N_("Cumulative less the one held before = month"),
    "growth": N_("Growth follows from the file's own figures"),
    "growth_by_archive": N_("Growth on last year's figure held here"),
    "index_within_parts": N_("An index lies within those of its parts"),
    "index_to_date": N_("An index to date lies between the one before and the month"),
    "index_to_date_by_archive": N_(
        "An index to date lies between the one held before and the month"
    ),
    "index_again": N_("An index is printed again as it was"),
    "usual_level": N_("As large as usual"),
}


def check_name(code: str, language: Language) -> str:
    """Name a check in a language; its code in plain letters where it has no name."""
    return language._(CHECKS[code]) if code in CHECKS else code.replace("_", " ")
