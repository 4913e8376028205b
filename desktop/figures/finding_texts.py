"""The sentence and the remedy of every finding, by code.

Blanks: {sheet} {cell} {place} {found} {expected} {about}.
"""

from __future__ import annotations

from desktop.figures.finding import Finding
from desktop.figures.wording import N_, Language

TEXTS: dict[str, tuple[str, str]] = {
    # returns: the whole file
    "cannot_open": (
        N_("{about} cannot be opened: {found}."),
        N_("Check that the file is there and that you may read it, then try again."),
    ),
    "damaged": (
        N_("{about} is damaged or cut off."),
        N_("Ask the sender for the file again, or open it in Excel and save it anew."),
    ),
    "empty_file": (
        N_("{about} is empty."),
        N_("Ask the sender for the file again."),
    ),
    "empty_form": (
        N_("{about} is an empty form: its table is there, but no figure is filled in."),
        N_("Ask the sender for the form with its figures."),
    ),
    "lock_file": (
        N_("{about} is only Excel's note that {found} is open somewhere."),
        N_("Import {found} itself."),
    ),
    "no_figures": (
        N_("{about} holds a table of trade, but none of its figures could be read."),
        N_("See the other findings; correct the workbook, then import it again."),
    ),
    "no_table": (
        N_("No table of exports or imports was recognised in {about}."),
        N_("Check that this is a monthly return; if it is, send it to the developers."),
    ),
    "not_a_workbook": (
        N_("{about} is not an Excel workbook."),
        N_("Open it in Excel and save it as .xlsx, then import that file."),
    ),
    "only_lookalikes": (
        N_("{about} has tables of trade, but none by month ({found})."),
        N_("Choose the monthly return; quarters, services and prices are not imported."),
    ),
    "other_format": (
        N_("{about} is a spreadsheet of another kind ({found})."),
        N_("Open it in Excel and save it as .xlsx, then import that file."),
    ),
    "password_protected": (
        N_("{about} is protected by a password."),
        N_("Open it in Excel with the password, save a copy without one, and import the copy."),
    ),
    "plain_text": (
        N_("{about} is plain text, not an Excel workbook."),
        N_("Open it in Excel and save it as .xlsx, then import that file."),
    ),
    "reader_crashed": (
        N_("{about} made the reading process end; nothing of it was read."),
        N_("Open it in Excel and save it anew; if that fails too, send it to the developers."),
    ),
    "reader_failed": (
        N_("{about} could not be read because of a fault in this program."),
        N_("Send the file and the log to the developers."),
    ),
    "reader_out_of_memory": (
        N_("{about} needs more than {found} MB of memory to read; a return does not."),
        N_("Copy the tables into a new workbook and import that."),
    ),
    "reader_timed_out": (
        N_("{about} was not read within {found} seconds; a return is."),
        N_("Copy the tables into a new workbook and import that."),
    ),
    "too_large": (
        N_("{about} is far larger than any return."),
        N_("Copy the tables into a new workbook and import that."),
    ),
    "unsafe_file": (
        N_("{about} holds declarations that no workbook has, and was not read."),
        N_("Do not open it; ask the sender where it comes from."),
    ),
    "web_page": (
        N_("{about} is a web page that was named like a workbook."),
        N_("Open it in Excel and save it as .xlsx, then import that file."),
    ),
    "wrong_month": (
        N_("The title of {sheet} names {expected}, but its columns are about {found}."),
        N_("Ask the sender which month it is; correct the title or the columns, then import."),
    ),
    "province_unsaid": (
        N_("{sheet} does not say which province it comes from; its figures are kept apart."),
        N_("Write the province into a title above the table, then import it again."),
    ),
    "year_unsaid": (
        N_("{sheet} does not say which year it is about."),
        N_("Write month and year into a title above the table, then import it again."),
    ),
    "zeros_left_out": (
        N_("{found} zeros of {sheet} stand where nothing was counted ({about}); none was taken."),
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
    "check_item_sum": (
        N_("{about}: {found} at {place}, but the items add up to {expected}."),
        N_("Compare the figures with the printed table."),
    ),
    "check_items_within_total": (
        N_("{about}: {found} at {place} is less than its items together, {expected}."),
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
    "check_previous_plus_month": (
        N_("{about}: {found} to date at {place}, but the months add up to {expected}."),
        N_("Compare the figures with the printed table."),
    ),
    "check_sector_sum": (
        N_("{about}: {found} at {place}, but the two sectors add up to {expected}."),
        N_("Compare the figures with the printed table."),
    ),
    "contradicting_rows": (
        N_("{place} gives {found} for a figure that stood as {expected} before: {about}."),
        N_("The first one was kept; ask the sender which is right."),
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
        N_("Write it into a title above the table, then import it again."),
    ),
    "hidden_rows": (
        N_("{found} hidden rows of {sheet} were left out ({about})."),
        N_("Show the rows in Excel if they belong to the return, then import it again."),
    ),
    "months_differ": (
        N_("{sheet} is about {found}, the rest of the workbook about {expected}."),
        N_("Check that the sheet was not left over from another month."),
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
    "stray_numbers": (
        N_("Numbers stand in the heading row {found} ({place}) and were left out."),
        N_("Nothing needs to be done."),
    ),
    "text_numbers": (
        N_("{found} numbers of {sheet} stand as text and were read as numbers ({about} …)."),
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
        N_("Near names: {expected}. Correct the name, or have it added to the catalogue."),
    ),
    "unknown_market": (
        N_("{place}: the market {found} is not in the catalogue; its figures were left out."),
        N_("Near names: {expected}. Correct the name, or have it added to the catalogue."),
    ),
    # archive
    "archive_busy": (
        N_("Another program is writing to the archive {about}."),
        N_("Wait a moment, then try again."),
    ),
    "archive_damaged": (
        N_("The archive {about} is damaged."),
        N_("Bring back the last backup of this file."),
    ),
    "archive_disk": (
        N_("The drive failed while the archive {about} was read or written."),
        N_("Check the drive and its connection, then try again."),
    ),
    "archive_disk_full": (
        N_("Nothing was stored: the drive of the archive {about} is full."),
        N_("Free some space on the drive, then try again."),
    ),
    "archive_is_folder": (
        N_("{about} is a folder, not an archive."),
        N_("Name the archive's file in the folder."),
    ),
    "archive_newer": (
        N_("The archive {about} was made by a newer version of this program."),
        N_("Update the program on this computer."),
    ),
    "archive_older": (
        N_("The archive {about} was made by an earlier version and is not brought up to date yet."),
        N_("Open it once so that it may be written to."),
    ),
    "archive_place_unknown": (
        N_("This program cannot keep an archive in {about}."),
        N_("Give the path of a file."),
    ),
    "archive_read_only": (
        N_("The archive {about} may only be read."),
        N_("Ask for the right to write to the file and its folder, or work on a copy."),
    ),
    "archive_unreachable": (
        N_("The archive {about} cannot be reached or created."),
        N_("Check the path, the drive, and your right to write there."),
    ),
    "counts_already": (
        N_("Return {about} counts already; nothing was changed."),
        N_("Nothing needs to be done."),
    ),
    "figure_too_large": (
        N_("{place} holds a number beyond all measure: {found}. Nothing of the file was stored."),
        N_("Correct the cell, then import the file again."),
    ),
    "imported_again_since": (
        N_("Return {about} was withdrawn, and the same file was imported again since."),
        N_("Withdraw the newer import first."),
    ),
    "no_archive": (
        N_("There is no archive {about}."),
        N_("Check the path, or import a return to begin one."),
    ),
    "no_such_return": (
        N_("The archive holds no return {about}."),
        N_("Look its number up in the list of returns."),
    ),
    "not_an_archive": (
        N_("{about} is not an archive of this program."),
        N_("Choose the archive's own file, or a new name."),
    ),
    "nothing_to_store": (
        N_("{about} holds no figure that could be stored."),
        N_("Check that it is the right file."),
    ),
    "original_damaged": (
        N_("The kept original of {about} is damaged; its figures are not."),
        N_("Bring back the last backup of the archive, or ask the sender for the file."),
    ),
    "target_not_a_number": (
        N_("{about} is no amount that a target can have."),
        N_("Give a growth rate or a value in US dollars."),
    ),
    "withdrawn_already": (
        N_("Return {about} is withdrawn already; nothing was changed."),
        N_("Nothing needs to be done."),
    ),
    # reports
    "disk_full": (
        N_("{about} was not written: the disk is full."),
        N_("Free some space, or choose another drive, then try again."),
    ),
    "folder_missing": (
        N_("There is no folder {about}."),
        N_("Make the folder first, or choose another one."),
    ),
    "not_written": (
        N_("{about} was not written: {found}."),
        N_("Choose another name or folder, then try again."),
    ),
    "target_is_folder": (
        N_("{about} is a folder, not a file."),
        N_("Give the file a name of its own."),
    ),
    "target_not_writable": (
        N_("{about} cannot be written: it is open in another program, or protected."),
        N_("Close it there, or choose another name or folder."),
    ),
    # workflow
    "no_such_file": (
        N_("There is no file {about}."),
        N_("Check the name and the folder, then try again."),
    ),
    "file_vanished": (
        N_("{about} can no longer be read: it was moved, deleted, or its drive is gone."),
        N_("Bring the file back, then import it again."),
    ),
    "file_changed": (
        N_("{about} has changed since it was reviewed; nothing of it was stored."),
        N_("Review the file again."),
    ),
    "already_in": (
        N_("{about} is in the archive already; nothing was added."),
        N_("Nothing needs to be done."),
    ),
    "nothing_to_report": (
        N_("The archive holds no total export figure to report on."),
        N_("Import a monthly return first."),
    ),
}


def sentence(finding: Finding, language: Language) -> str:
    """Give the finding as one sentence in a language."""
    return _filled(finding, language, 0)


def remedy(finding: Finding, language: Language) -> str:
    """Say what to do about the finding."""
    return _filled(finding, language, 1)


def _filled(finding: Finding, language: Language, part: int) -> str:
    return language._(
        TEXTS[finding.code][part],
        sheet=finding.sheet,
        cell=finding.cell,
        place=finding.place,
        found=finding.found,
        expected=finding.expected,
        about=finding.about,
    )
