"""The sentence and the remedy of every finding about templates and what is made again, by code."""

from __future__ import annotations

from desktop.figures.wording import N_

TEMPLATE_TEXTS: dict[str, tuple[str, str]] = {
    "placeholder_unknown": (
        N_("{found} in {place} names nothing that is known."),
        N_("The nearest names: {expected}. The command placeholders lists all of them."),
    ),
    "placeholder_option": (
        N_("{found} in {place} asks for {expected}, which there is not."),
        N_("Options are in=million, as=number, decimals=1; of a table top=10, columns=name,value."),
    ),
    "placeholder_broken": (
        N_("In {place} a placeholder begins with two braces and does not end: {found}."),
        N_("Close it with two braces."),
    ),
    "placeholder_in_formula": (
        N_("{place} is a formula with {found} in it, which cannot be filled."),
        N_("Put the placeholder into a cell of its own, and let the formula refer to that cell."),
    ),
    "placeholder_table_in_text": (
        N_("{found} in {place} is a table within a text."),
        N_("Give the table a cell of its own, with room beneath and beside it."),
    ),
    "placeholder_no_value": (
        N_("{found} in {place} has no value: it is not known."),
        N_("The cell was left empty; in a text a dash stands for it."),
    ),
    "template_another": (
        N_("{about} is not the template that the report was made of."),
        N_("Give the template as it was then, or fill this one as a new report."),
    ),
    "template_not_beside": (
        N_("The template that {about} was made of is not beside it."),
        N_("Name the template, or put it into the report's folder."),
    ),
    "template_fixed_formula": (
        N_("{place} takes cells by {found}, which does not follow rows that are put in."),
        N_("Leave as many empty rows beneath the table as it needs, or ask for fewer with top=."),
    ),
    "template_fixed_array": (
        N_("{place}: the array formula of {found} would be torn apart by rows that are put in."),
        N_("Leave as many empty rows beneath the table as it needs, or ask for fewer with top=."),
    ),
    "template_fixed_format": (
        N_("A format or rule of {place} looks at {found}, which does not follow rows put in."),
        N_("Leave as many empty rows beneath the table as it needs, or ask for fewer with top=."),
    ),
    "template_fixed_pivot": (
        N_("{place}: the pivot table there would be torn apart by rows that are put in."),
        N_("Leave as many empty rows beneath the table as it needs, or ask for fewer with top=."),
    ),
    "template_too_long": (
        N_("{place} has no room for as many rows as its tables need."),
        N_("Ask for fewer rows with top=, or move what stands at the sheet's end."),
    ),
    "template_no_room": (
        N_("{found} in {place} ({expected} cells) would write over what stands in {about}."),
        N_("Make room there, or ask for fewer: top=5, columns=name,value."),
    ),
    "template_empty": (
        N_("{about} has no placeholder to be filled."),
        N_("Put some into its cells; the command placeholders lists all of them."),
    ),
    "template_locked": (
        N_("{about} is locked with a password."),
        N_("Give the password, or save the template without one."),
    ),
    "template_old": (
        N_("{about} is of the old binary form, or no workbook."),
        N_("Open it in Excel and save it as .xlsx."),
    ),
    "template_no_workbook": (
        N_("{about} is no Excel workbook."),
        N_("Give a file that Excel saved as .xlsx, .xlsm, .xltx or .xltm."),
    ),
    "template_damaged": (
        N_("{about} is damaged."),
        N_("Open it in Excel, let it be repaired, and save it again."),
    ),
    "template_too_large": (
        N_("{about} is too large to be a template."),
        N_("Take out what is not needed, pictures above all."),
    ),
    "carries_nothing": (
        N_("{about} does not carry what is needed to make it again."),
        N_("Give a summary or a report that this program wrote."),
    ),
    "of_another_archive": (
        N_("{about} was made of another archive."),
        N_("Open the archive it was made of, then make it again."),
    ),
    "template_kept_whole": (
        N_("{about} is the template, which is never written over."),
        N_("Give the report a name of its own."),
    ),
    "template_needs_xlsm": (
        N_("The template may hold macros, and {about} is not named for them."),
        N_("Name the report .xlsm; the macros are kept as they are, and never run."),
    ),
}

TEMPLATE_WITHOUT_NEAR_NAMES: dict[str, str] = {
    "placeholder_unknown": N_("The command placeholders lists all that there are."),
}
