"""The sentence and the remedy of every finding, by code.

Blanks: {sheet} {cell} {place} {found} {expected} {about}. A sentence names its own place (or the
file, where it is about the whole file), so whoever shows it sets neither place nor file before it.
A finding whose cell is a range ("D9:M44") is about many cells and has a sentence for many.
"""

from __future__ import annotations

from desktop.figures.checking_texts import CHECKING_MANY, CHECKING_TEXTS
from desktop.figures.file_finding_texts import FILE_TEXTS
from desktop.figures.finding import Finding
from desktop.figures.groupings_finding_texts import (
    GROUPINGS_TEXTS,
    GROUPINGS_WITHOUT_NEAR_CODES,
)
from desktop.figures.knowledge_texts import KNOWLEDGE_TEXTS
from desktop.figures.layout_finding_texts import LAYOUT_TEXTS
from desktop.figures.many_finding_texts import RETURN_MANY
from desktop.figures.note_finding_texts import NOTE_TEXTS
from desktop.figures.numbers_told import flow_told, months_told, numbers_told, time_told
from desktop.figures.office_finding_texts import OFFICE_TEXTS
from desktop.figures.path_finding_texts import PATH_TEXTS
from desktop.figures.question_texts import QUESTION_TEXTS
from desktop.figures.report_finding_texts import REPORT_TEXTS
from desktop.figures.return_finding_texts import RETURN_TEXTS, WITHOUT_NEAR_NAMES
from desktop.figures.scenario_finding_texts import SCENARIO_TEXTS
from desktop.figures.target_finding_texts import TARGET_TEXTS, TARGET_WITHOUT_NEAR_NAMES
from desktop.figures.template_finding_texts import (
    TEMPLATE_TEXTS,
    TEMPLATE_WITHOUT_NEAR_NAMES,
)
from desktop.figures.warning_finding_texts import WARNING_TEXTS
from desktop.figures.window_finding_texts import IN_WINDOW
from desktop.figures.wording import N_, Language

TEXTS: dict[str, tuple[str, str]] = {
    **FILE_TEXTS,
    **RETURN_TEXTS,
    **CHECKING_TEXTS,
    **KNOWLEDGE_TEXTS,
    **LAYOUT_TEXTS,
    **TARGET_TEXTS,
    **OFFICE_TEXTS,
    **PATH_TEXTS,
    **QUESTION_TEXTS,
    **NOTE_TEXTS,
    **REPORT_TEXTS,
    **WARNING_TEXTS,
    **GROUPINGS_TEXTS,
    **TEMPLATE_TEXTS,
    **SCENARIO_TEXTS,
    # archive
    "archive_busy": (
        N_("Another program is writing to the archive {about}."),
        N_("Wait a moment, then try again."),
    ),
    "row_unreadable": (
        N_("Row {about} of the table {found} cannot be read; this program did not write it."),
        N_("Whoever keeps the archive brings back a copy from before that row was written."),
    ),
    "archive_damaged": (
        N_("The archive {about} is damaged."),
        N_("Bring back the last backup of this archive: archive restore FILE."),
    ),
    "archive_disk": (
        N_("The drive failed while the archive {about} was read or written."),
        N_("Check the drive and its connection, then try again."),
    ),
    "archive_disk_full": (
        N_("Nothing was stored: the drive of the archive {about} is full."),
        N_("Free some space on the drive, then try again."),
    ),
    "archive_gone": (
        N_("The archive {about} is not there any more."),
        N_("Connect its drive or share, or put its file back, and try again."),
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
        N_(
            'Run: export-tracker upgrade --archive "{about}". Earlier versions cannot read it '
            "from then on; opening it in the window does the same."
        ),
    ),
    "archive_place_unknown": (
        N_("This program cannot keep an archive in {about}."),
        N_("Give the path of a file, or the address postgresql://NAME@SERVER/DATABASE."),
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
    "same_day_behind": (
        N_("Figures that differ from {about} (of this date, saved later; it prevails): {found}."),
        N_("If this is the correction: undo that return, or import this under a later date."),
    ),
    "same_day_undecided": (
        N_("Figures that differ from {about}, of this date (which is later is unknown): {found}."),
        N_("Undo the return that errs, or import the correction under a later date."),
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
    "path_too_long": (
        N_("{about} was not written: its path is too long."),
        N_("Choose a shorter name, or a folder nearer to the top of the drive."),
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
    "folder_for_file": (
        N_("{about} is a folder, not a file."),
        N_("Name the file itself."),
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
    "month_to_come": (
        N_("{about} speaks of {found}, a month that has not begun."),
        N_("Check the year in its headings, then import it again."),
    ),
    "report_to_come": (
        N_("{about} cannot have come out on {found}: that day is still to come."),
        N_("Give the day on which it came out, then import it again."),
    ),
    "no_series": (
        N_("{about} holds no monthly series."),
        N_("Give a CSV file with the columns series, year, month, value."),
    ),
    "no_series_columns": (
        N_("{about} lacks columns of a monthly series: {found}."),
        N_("Give a CSV file with the columns series, year, month, value."),
    ),
    "no_year_to_try": (
        N_("{about} holds no whole year of those that the outlook is to be tried in."),
        N_("Ask for other years, or for none: all are tried then."),
    ),
    "no_workbooks": (
        N_("There is no workbook in {about}."),
        N_("Name the files, or a folder that holds .xlsx or .xls files."),
    ),
    "folder_lost": (
        N_("The folder {about} could not be listed to its end: its drive or share went away."),
        N_("Connect it again, or copy the files to this computer, then import them again."),
    ),
    "file_for_folder": (
        N_("{about} is a file, not a folder."),
        N_("Name the folder that is to be watched."),
    ),
    "watched_folder_lost": (
        N_("The watched folder {about} cannot be reached."),
        N_("It is looked into again by itself once it is back; check the drive or the network."),
    ),
    "folder_not_made": (
        N_("The folder {about} cannot be made."),
        N_("Choose a folder that you may write to."),
    ),
    "not_named_xlsx": (
        N_("{about} is not named as a workbook."),
        N_("Give the summary a name that ends in .xlsx."),
    ),
    "would_overwrite_archive": (
        N_("{about} is the archive itself; nothing was written."),
        N_("Choose another name for the summary."),
    ),
    "would_overwrite_another": (
        N_("{about} is another archive; nothing was written."),
        N_("Choose another name or folder, then try again."),
    ),
    "nothing_of": (
        N_("The archive has no figures of {found} for those months."),
        N_("Import a return that tells them first."),
    ),
    "no_grouping": (
        N_("There is no grouping {found}."),
        N_("Choose one of {expected}."),
    ),
    "year_not_held": (
        N_("The archive has no exports of {found}; it holds {expected}."),
        N_("Ask for one of these, or import that year's returns."),
    ),
    "nothing_to_report": (
        N_("The archive holds no total export figure to report on."),
        N_("Import a monthly return first."),
    ),
    "nothing_by_then": (
        N_("No total export figure had been told by then; the archive holds some by now."),
        N_("Ask for a later day."),
    ),
    "provinces_alone": (
        N_("The archive holds the exports of {found} provinces and none of the nation."),
        N_(
            "The year's status tells how each stands. Import the nation's return, or keep one "
            "province's returns in an archive of their own."
        ),
    ),
}

_CHECKS = (
    "check_", "scale_", "column_scale_", "usual_",
    "target_over_allocated", "target_parts_above_whole", "target_value_too_large",
    "target_fraction_or_percent", "target_growth_doubtful", "target_base_not_positive",
    "shares_not_whole",
)  # fmt: skip
"""Codes of findings that compute, and write numbers of their own, begin so."""
_CLOCKS = ("clock_ahead", "clock_behind")
"""Codes of findings that found a number of minutes."""
MANY = {**RETURN_MANY, **CHECKING_MANY}
"""Sentences for a finding about many cells: {found} counts them, {about} names the first."""


def sentence(finding: Finding, language: Language) -> str:
    """Give the finding as one sentence in a language."""
    many = MANY.get(finding.code) if ":" in finding.cell else None
    return _filled(finding, language, many or TEXTS[finding.code][0])


_WITHOUT_NEAR_NAMES = (
    WITHOUT_NEAR_NAMES
    | TARGET_WITHOUT_NEAR_NAMES
    | GROUPINGS_WITHOUT_NEAR_CODES
    | TEMPLATE_WITHOUT_NEAR_NAMES
)


def remedy(finding: Finding, language: Language, *, in_window: bool = False) -> str:
    """Say what to do about the finding; `in_window` by the window's own means."""
    bare = _WITHOUT_NEAR_NAMES.get(finding.code) if not finding.expected else None
    own = IN_WINDOW.get(finding.code) if in_window else None
    return _filled(finding, language, own or bare or TEXTS[finding.code][1])


def in_words(finding: Finding, language: Language, *, in_window: bool = False) -> str:
    """Give the finding's sentence and, behind it, what to do about it."""
    done = remedy(finding, language, in_window=in_window)
    return f"{sentence(finding, language)} {done}"


def _filled(finding: Finding, language: Language, text: str) -> str:
    found, expected, about = (
        told if f"“{{{blank}}}”" in text else months_told(told, language)  # quoted: as printed
        for blank, told in (
            ("found", finding.found), ("expected", finding.expected), ("about", finding.about),
        )
    )  # fmt: skip
    if finding.code.startswith(_CHECKS):  # what others found stands as it was printed
        found, expected, about = (numbers_told(t, language) for t in (found, expected, about))
    if finding.code in _CLOCKS:
        found = time_told(finding.found, language)
    return language._(
        text,
        sheet=finding.sheet,
        cell=finding.cell,
        place=finding.place,
        found=found,
        expected=expected,
        about=flow_told(about, language),
    )
