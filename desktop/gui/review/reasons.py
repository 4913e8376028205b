"""Why a sheet, a row, a column or a cell was left out, in words."""

from __future__ import annotations

from desktop.figures.wording import N_, Language

_WHY = {
    "no_trade_title": N_("no title of goods exported or imported"),
    "no_columns": N_("no columns of figures"),
    "no_figures": N_("no figures"),
    "empty_form": N_("an empty form"),
    "hidden_sheet": N_("hidden sheet"),
    "quarters": N_("by quarter"),
    "constant_prices": N_("values of production at constant prices"),
    "by_province": N_("industry by province"),
    "services": N_("services"),
    "prices": N_("prices"),
    "shares": N_("shares"),
    "share": N_("shares"),
    "price": N_("prices"),
    "half_month": N_("half a month"),
    "second_half": N_("half a month"),
    "plan": N_("plan"),
    "check_only": N_("growth: used to check"),
    "not_understood": N_("heading not understood"),
    "same_meaning": N_("means the same as a column before it"),
    "compared_period_before": N_("comparison with the period before"),
    "compared_base_year": N_("comparison with the base year"),
    "compared_plan": N_("comparison with the plan"),
    "compared_unknown": N_("comparison with an unknown period"),
    "compared_period": N_("comparison with another period"),
    "pointed_out": N_("as you pointed out"),
    "by_plan": N_("as you pointed out"),
    "left_out_by_answer": N_("as you answered"),
    "left_out_by_decision": N_("as you decided for this name"),
    "unknown_layout": N_("no layout that is known fits"),
    "plan_wrong": N_("cannot be read as you directed"),
    "columns_alike": N_("its heading does not tell the columns apart"),
    "heading_mute": N_("its heading says no month"),
    "unit_column": N_("the column of units"),
    "both_flows": N_("exports and imports together"),
    "numbering": N_("the column of numbers"),
    "number_column": N_("the column of numbers"),
    "hidden_row": N_("hidden row"),
    "hidden_column": N_("hidden column"),
    "no_heading": N_("no heading over it"),
    "no_period": N_("no month or year in the row"),
    "unknown_item": N_("the name is to be decided"),
    "unknown_market": N_("the name is to be decided"),
    "unknown_province": N_("the name is to be decided"),
    "unknown_industry": N_("the name is to be decided"),
    "beneath_unknown_name": N_("belongs to a name that is to be decided"),
    "part_of_a_row": N_("part of the row above it"),
    "stray_numbers": N_("numbers without a name"),
    "ambiguous_number": N_("the number can be read in two ways"),
    "date_for_number": N_("a date instead of a number"),
    "leading_zeros": N_("a code with leading zeros"),
    "error_cell": N_("an error of Excel's"),
    "no_cached_value": N_("a formula without a value"),
    "no_unit": N_("no unit"),
    "unknown_unit": N_("the unit is not known"),
    "not_a_number": N_("no number"),
    "out_of_range": N_("beyond all measure"),
}


def why_words(code: str, lang: Language) -> str:
    """Say why a sheet or a column was left out; the code in plain letters where it has no words."""
    return lang._(_WHY[code]) if code in _WHY else code.replace("_", " ")
