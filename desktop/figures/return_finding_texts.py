"""What is told about returns: sentence and remedy by code."""

from __future__ import annotations

from desktop.figures.wording import N_

RETURN_TEXTS: dict[str, tuple[str, str]] = {
    "list_row_unread": (
        N_("{place}: “{found}” is not understood here; the figure of this row was left out."),
        N_("Write a word or a code as the other rows have it."),
    ),
    # returns: what the whole file says
    "wrong_month": (
        N_("{place} is about {found}, but the rest of its table about {expected}."),
        N_("Ask the sender which month it is; correct the title or the heading, then import."),
    ),
    "month_outvoted": (
        N_("{place} is about {found}, but title and headings mostly about {expected}: taken so."),
        N_("See whether the figures are those of {expected}; if not, answer with the other month."),
    ),
    "month_denied": (
        N_("{place}: the year to date is as much as {found} such months, not {expected}."),
        N_("See whether the headings name the right month; ask the sender."),
    ),
    "month_too_large": (
        N_("{place} is as much as about {found} months of the country's trade, not one."),
        N_("See whether the headings name the right month; ask the sender."),
    ),
    "total_too_small": (
        N_("{about} at {place} is far less than the country's trade was."),
        N_("See whether the return is a province's or of some goods only, and in what it counts."),
    ),
    "title_of_other_month": (
        N_("The title at {place} is about {found}, but the headings beneath it about {expected}."),
        N_("Say which of the two months it is; nothing is stored before."),
    ),
    "plan_found": (
        N_("{place}: the plan for {expected} ({about}) is {found} million USD."),
        N_("Set it as a target if it holds."),
    ),
    "plan_unread": (
        N_("{place}: no target is proposed of the plan under “{found}”."),
        N_("Targets are proposed of one plan of a whole year, in US dollars; set others yourself."),
    ),
    "plan_apart": (
        N_("{place}: the plan of “{found}” is a sector's, or not in US dollars: not proposed."),
        N_("Nothing needs to be done."),
    ),
    "province_unsaid": (
        N_("{sheet} does not say which province it comes from; its figures are kept apart."),
        N_(
            "Say in the review whose trade it is (“Correct…”), or write the province into a title "
            "above the table."
        ),
    ),
    "year_unsaid": (
        N_("{sheet} does not say which year it is about."),
        N_(
            "Say in the review which month it is about, or write month and year into a title above "
            "the table."
        ),
    ),
    "zeros_left_out": (
        N_("Zeros of {sheet} stand where nothing was counted; none was taken: {found} ({about})."),
        N_("Nothing needs to be done."),
    ),
    # returns: a sheet, a row, a cell
    "ambiguous_number": (
        N_("{place} holds the text {found}, which may be read in two ways; it was left out."),
        N_("Type it as a number in Excel, then import the file again."),
    ),
    "check_fdi_sum": (
        N_("{about}: {found} at {place}, but crude oil and other goods add up to {expected}."),
        N_("Compare the figures with the printed table."),
    ),
    "check_from_mid_sum": (
        N_("{about}: {found} to date at {place}, but to the 15th and since it is {expected}."),
        N_("Compare the figures with the printed table."),
    ),
    "check_halves_sum": (
        N_("{about}: {found} at {place}, but the two halves of the month add up to {expected}."),
        N_("Compare the figures with the printed table."),
    ),
    "check_to_mid_sum": (
        N_("{about}: {found} to the 15th at {place}, but the months and the half are {expected}."),
        N_("Compare the figures with the printed table."),
    ),
    "check_item_sum": (
        N_("{about}: {found} at {place}, but the items add up to {expected}."),
        N_("Compare the figures with the printed table."),
    ),
    "check_items_within_total": (
        N_("{about}: {found} at {place} is less than its items together, {expected}."),
        N_("Compare the figures with the printed table."),
    ),
    "check_sector_within_item": (
        N_("{about}: {found} at {place} is less than what a sector has of it, {expected}."),
        N_("See whether the sector's row is of this item, or of all items beneath it."),
    ),
    "check_members_sum": (
        N_("{about}: {found} at {place}, but the members printed add up to {expected}."),
        N_("See whether a member is missing, or stands in a row that is hidden or has no name."),
    ),
    "check_members_within": (
        N_("{about}: {found} at {place} is less than its members together, {expected}."),
        N_("Compare the figures with the printed table."),
    ),
    "check_month_within_cumulative": (
        N_("{about}: {found} to date at {place} is less than the month alone, {expected}."),
        N_("Compare the figures with the printed table."),
    ),
    "check_partner_sum": (
        N_("{about}: {found} at {place}, but the partner's items add up to {expected}."),
        N_("Compare the figures with the printed table."),
    ),
    "check_provinces_sum": (
        N_("{about}: {found} at {place}, but the provinces add up to {expected}."),
        N_("Compare the figures with the printed table."),
    ),
    "check_previous_plus_month": (
        N_("{about}: {found} to date at {place}, but the months add up to {expected}."),
        N_("Compare the figures with the printed table."),
    ),
    "check_sector_sum": (
        N_("{about}: {found} at {place}, but the two sectors add up to {expected}."),
        N_("Compare the figures with the printed table."),
    ),
    "contradicting_tables": (
        N_("{place} gives {found} for a total that {about} gives as {expected}: neither was read."),
        N_("Check that one title does not say exports where imports are meant, then import again."),
    ),
    "few_items": (
        N_("The items beneath {place} add up to {found}, far less than the total of {expected}."),
        N_("Check that no rows were cut off; ask the sender for the whole table."),
    ),
    "hidden_table": (
        N_("{sheet} is hidden and was left out, though its title speaks of trade: {about}."),
        N_("Show the sheet in Excel if it belongs to the return, then import the file again."),
    ),
    "headings_missing": (
        N_("{place} announces a table of trade, but no headings stand over its figures."),
        N_("Write the month and the measure over each column, then import the file again."),
    ),
    "no_exports": (
        N_("{about} holds imports, but no table of exports was read."),
        N_("Check that no sheet is missing; ask the sender for the whole workbook."),
    ),
    "no_imports": (
        N_("{about} holds exports, but no table of imports was read."),
        N_("Check that no sheet is missing; ask the sender for the whole workbook."),
    ),
    "out_of_range": (
        N_("{place} holds {found}, more than any trade can be, and was left out ({about})."),
        N_("Ask the sender for the figure; the others were read."),
    ),
    "bracketed_number": (
        N_("{place} holds {found} ({about}); trade is never below nothing, and none was taken."),
        N_("Say in the review whether the brackets mean a minus, or the number as it stands."),
    ),
    "brackets_are_minus": (
        N_("{found} numbers of {sheet} in brackets are less than nothing, by the total ({about})."),
        N_("Check whether they correct earlier months."),
    ),
    "brackets_are_marks": (
        N_(
            "{found} numbers of {sheet} in brackets are read as they stand, by the total ({about})."
        ),
        N_("Nothing needs to be done."),
    ),
    "negative_trade": (
        N_("{place}: {found} ({about}) is less than nothing, as no trade can be."),
        N_("Check whether it is a correction of earlier months; ask the sender for the figure."),
    ),
    "unknown_unit": (
        N_("{place}: {found} is in an unknown unit, {expected}, and was left out ({about})."),
        N_("Figures must be in US dollars; ask the sender for a table in that unit."),
    ),
    "uncounted_unit": (
        N_("{place}: {found} is counted in {expected}, and was left out ({about})."),
        N_("Only US dollars, tonnes and pieces are kept; correct the unit if it is misprinted."),
    ),
    "sector_beyond_item": (
        N_("{place}: {found} is more than all of {expected} above it, and was left out."),
        N_("If it heads a list of its own, put that under a title of its own, and import again."),
    ),
    "ends_early": (
        N_("{place}: the figures end on {found}, before their month does, and were left out."),
        N_("Import the return of the whole month when it is out."),
    ),
    "unit_beside_unit": (
        N_("{place}: {found} names another unit than its column, and was left out ({about})."),
        N_("Type the number in the unit of its column, or say one unit over all of them."),
    ),
    "units_disagree": (
        N_("{place}: {found} was left out, as two units are named for it: {expected} ({about})."),
        N_("Say which of the two it is; the sender should name one."),
    ),
    "contradicting_rows": (
        N_("{place} gives {found} for a figure that stood as {expected} before: {about}."),
        N_("The first one was kept; ask the sender which is right."),
    ),
    "superseded_row": (
        N_("{place} gives {found}; {expected} is firmer, and counts: {about}."),
        N_("Nothing is to be done where the estimate came first; else ask the sender."),
    ),
    "date_for_number": (
        N_("{place} is formatted as a date and shows {found} instead of a number ({about})."),
        N_("Format the cell as a number in Excel, retype the figure, and import the file again."),
    ),
    "text_in_error": (
        N_("{place} holds the error {found} where a title, a heading, a unit or a name stands."),
        N_("Write the text into the cell in Excel, then import the file again."),
    ),
    "text_uncomputed": (
        N_("{place}: the formula of a title, a heading, a unit or a name was never computed."),
        N_("Open the workbook in Excel, save it, and import it again."),
    ),
    "leading_zeros": (
        N_("{place} holds {found}, a code with leading zeros and not a number ({about})."),
        N_("If it is a figure, type it as a number in Excel, then import the file again."),
    ),
    "error_cell": (
        N_("{place} holds the error {found} instead of a number ({about})."),
        N_("Ask the sender for the figure; the others were read."),
    ),
    "growth_scale": (
        N_("Growth in the column of {place} is not printed as an index and was brought to one."),
        N_("Nothing needs to be done; growth only serves to check."),
    ),
    "flow_unsaid": (
        N_("{sheet} does not say whether it speaks of exports or of imports."),
        N_("Say it in the review (“Correct…”), or write it into a title above the table."),
    ),
    "flow_by_name": (
        N_("{sheet}: only the name {found} says whether it speaks of exports or of imports."),
        N_("See whether that is so; better, write it into a title above the table."),
    ),
    "hidden_column": (
        N_("The column of {place} is hidden and was left out: {found}."),
        N_("Show the column in Excel if it belongs to the return, then import it again."),
    ),
    "hidden_rows": (
        N_("Hidden rows of {sheet} were left out: {found} ({about})."),
        N_("Show the rows in Excel if they belong to the return, then import it again."),
    ),
    "months_differ": (
        N_("{place} is about {found}, the rest of the workbook about {expected}."),
        N_("Take out the sheet of the other month, or correct its headings, then import again."),
    ),
    "name_says_half_month": (
        N_("The name {about} says {expected}, but the tables hold no such half of a month."),
        N_("The tables count; check that the right file was sent."),
    ),
    "name_says_other_month": (
        N_("The name {about} says {expected}, but the tables are about {found}."),
        N_("The tables count; check that the right file was sent."),
    ),
    "no_cached_value": (
        N_("{place} holds a formula that was never computed ({about})."),
        N_("Open the workbook in Excel, save it, and import it again."),
    ),
    "no_unit": (
        N_("{place}: {found} has no unit, and was left out ({about})."),
        N_("Write the unit above the table, then import the file again."),
    ),
    "not_a_number": (
        N_("{place} holds {found} instead of a number ({about})."),
        N_("Ask the sender for the figure; the others were read."),
    ),
    "part_of_a_row": (
        N_("{place}: {found} is part of the row above it, and was left out."),
        N_("Nothing needs to be done."),
    ),
    "repeated_row": (
        N_("{place} repeats a figure that stood before: {about}."),
        N_("Nothing needs to be done."),
    ),
    "column_unread": (
        N_("The heading “{found}” over {place} does not tell its figures; they were left out."),
        N_("Say in the review what the column holds; it is remembered for the sender."),
    ),
    "status_unsaid": (
        N_("The heading “{found}” over {place} does not say how firm its figures are."),
        N_("Say in the review whether they are estimates; it is remembered for the sender."),
    ),
    "reported_later": (
        N_("The day of report printed in {about}, {found}, is to come; today's was taken."),
        N_("Give the day on which it was reported, if it was another."),
    ),
    "title_words": (
        N_("“{found}” ({place}) may narrow the table “{about}”, which waits to be confirmed."),
        N_("Say in the review what the table holds; it is remembered for the sender."),
    ),
    "sum_of_some": (
        N_("{place}: {found} is the sum of what “{about}” lists, and was left out."),
        N_("Nothing needs to be done."),
    ),
    "stray_numbers": (
        N_("Numbers stand in the heading row {found} ({place}) and were left out."),
        N_("Nothing needs to be done."),
    ),
    "text_numbers": (
        N_("Numbers of {sheet} stand as text and were read as numbers: {found} ({about})."),
        N_("Nothing needs to be done."),
    ),
    "unit_by_price": (
        N_("{place}: no unit is printed for {about}; by the price, thousands were taken."),
        N_("Check the unit with the sender."),
    ),
    "unit_assumed": (
        N_("{place}: no unit is printed for {about}; single pieces were taken."),
        N_("Check the unit with the sender."),
    ),
    "unit_inferred": (
        N_("{sheet} prints no unit; with a total of {found} it was taken to be {expected}."),
        N_("Check the unit with the sender."),
    ),
    "unknown_item": (
        N_("{place}: the item {found} is not in the catalogue; its figures were left out."),
        N_("Near names: {expected}. Decide what it means; it is remembered for the sender."),
    ),
    "beneath_unknown_name": (
        N_("{place}: {found} stands beneath {about}, a name that is not known, and was left out."),
        N_("Decide what the name means, then read the file again."),
    ),
    "before_any_partner": (
        N_("{place}: {found} stands before the first partner; whose it is, nothing says."),
        N_("Put the partner's row above it, as on the page before, then read the file again."),
    ),
    "nameless_row": (
        N_("{place}: figures stand in a row without a name, and were left out."),
        N_("Type the name beside them, then read the file again."),
    ),
    "rows_unread": (
        N_(
            "{place}: {found} rows of known names with figures from here on belong to no table "
            "that was found, and were left out."
        ),
        N_("Type the table's title and headings above them, then read the file again."),
    ),
    "left_out_by_decision": (
        N_("{place}: {found} was left out, as was decided of this name."),
        N_("Nothing needs to be done; the decision can be forgotten."),
    ),
    "unknown_province": (
        N_("{place}: the province {found} is not known; its figures were left out."),
        N_("Near names: {expected}. Decide what it means; it is remembered for the sender."),
    ),
    "unknown_industry": (
        N_("{place}: the industry {found} is not in the catalogue; its indices were left out."),
        N_("Near names: {expected}. Decide what it means; it is remembered for the sender."),
    ),
    "unknown_market": (
        N_("{place}: the market {found} is not in the catalogue; its figures were left out."),
        N_("Near names: {expected}. Decide what it means; it is remembered for the sender."),
    ),
}

WITHOUT_NEAR_NAMES: dict[str, str] = dict.fromkeys(
    ("unknown_industry", "unknown_item", "unknown_market", "unknown_province"),
    N_("Decide what it means; it is remembered for the sender."),
)
"""Remedies where no name is near enough to be offered."""
