"""What is told about layouts, plans and directions: sentence and remedy by code."""

from __future__ import annotations

from desktop.figures.wording import N_

_REPAIR = N_("Correct the plan where it is shown, then have the file read again.")

LAYOUT_TEXTS: dict[str, tuple[str, str]] = {
    "answer_no_number": (
        N_("{place}: the answer {found} is no number, and the cell was left out."),
        N_("Type a number with a point before its decimals, or leave the cell out."),
    ),
    "area_unsaid": (
        N_("{sheet} does not say whose trade it is; its figures are kept apart."),
        N_("Choose the country or the province in the table's plan."),
    ),
    "whose_assumed": (
        N_("{place}: {about} does not say whose trade it is; by its names it was taken as ours."),
        N_("If it is another country's, choose whose trade it is in the table's plan."),
    ),
    "whose_unsaid": (
        N_("{place}: {about} does not say whose trade it is; it was not taken for Viet Nam's."),
        N_("Choose whose trade it is, and confirm how the table is proposed to be read."),
    ),
    "read_in_box": (
        N_("{sheet}: “{found}” stands in a text box above the table and was read as its title."),
        N_("Nothing needs to be done."),
    ),
    "read_in_header": (
        N_("{sheet}: “{found}” stands in the printed header and was read as a title."),
        N_("Nothing needs to be done."),
    ),
    "said_in_box": (
        N_("{sheet}: “{found}” stands in a text box, in no cell; it was not read."),
        N_("Write it into a cell above the table, then import the file again."),
    ),
    "said_in_header": (
        N_("{sheet}: “{found}” stands in the printed header, in no cell; it was not read."),
        N_("Write it into a cell above the table, then import the file again."),
    ),
    "said_in_note": (
        N_("{place}: “{found}” stands in a note on the cell; it was not read."),
        N_("Write it into a cell above the table, then import the file again."),
    ),
    "said_in_properties": (
        N_("The properties of {about} say “{found}”, its sheets do not; it was not read."),
        N_("Write it into a cell above the table, then import the file again."),
    ),
    "layout_file_wrong": (
        N_("{about} is no file of layouts or directions: {found}."),
        N_("Use a file that this program wrote, or correct it where it is wrong."),
    ),
    "layout_damaged": (
        N_("{about} breaks off or is damaged at line {found}; nothing of it was taken over."),
        N_("Have the layout exported again: the file may have been cut off on its way."),
    ),
    "layout_newer": (
        N_("{about} was written by a newer version of this program."),
        N_("Update the program on this computer."),
    ),
    "layout_not_there": (
        N_("No table of {about} fits the layout {found}."),
        N_("Check that it is the right layout, or teach a new one on this file."),
    ),
    "columns_alike": (
        N_("By their heading, columns {found} on {sheet} hold one and the same: nothing was read."),
        N_("Point at every row of the heading, or say of each column what it holds."),
    ),
    "columns_deny": (
        N_(
            "By their headings, columns {found} on {sheet} are of one and the same ({about}), but "
            "hold different numbers: neither was read."
        ),
        N_("Say of each column what it holds."),
    ),
    "growth_unclear": (
        N_("“{found}” over {place}: an index or a change, no number tells; it was left out."),
        N_("Say in the review what the column holds; it is remembered for the sender."),
    ),
    "heading_mute": (
        N_("By this heading, no column of {about} on {sheet} says its month: nothing was read."),
        N_("Point at every row of the heading, or say of each column what it holds."),
    ),
    "left_out_by_answer": (
        N_("{place} was left out as an official decided ({found}, {about})."),
        N_("Nothing needs to be done."),
    ),
    "plan_column_twice": (
        N_("The plan for {about} on {sheet} names column {found} twice."),
        _REPAIR,
    ),
    "plan_headings": (
        N_("The plan for {about} on {sheet} has headings ({found}) among or below its rows."),
        _REPAIR,
    ),
    "plan_period": (
        N_("The plan for {about} on {sheet}: column {expected} ends before it begins ({found})."),
        _REPAIR,
    ),
    "plan_rows": (
        N_("The plan for {about} on {sheet} has no rows: {found}."),
        _REPAIR,
    ),
    "plan_sheet": (
        N_("There is no sheet {sheet} for the plan of {about}."),
        N_("Check that the directions belong to this file."),
    ),
    "plan_without_labels": (
        N_("The plan for {about} on {sheet} has no column that names the rows."),
        _REPAIR,
    ),
    "plan_without_values": (
        N_("The plan for {about} on {sheet} has no column of figures."),
        _REPAIR,
    ),
    "plan_word": (
        N_("The plan for {about} on {sheet} says {found}, which means nothing here."),
        _REPAIR,
    ),
    "unknown_layout": (
        N_("No known layout fits {about}; a reading is proposed, and nothing is taken yet."),
        N_("Check what is proposed, correct it by pointing, and confirm it."),
    ),
    "no_such_sheet": (
        N_("{about} has no sheet named {found}."),
        N_("Open the file again; it was changed in the meantime."),
    ),
}
