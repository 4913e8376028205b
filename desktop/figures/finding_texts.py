"""The sentence and the remedy of every finding, by code.

Blanks: {sheet} {cell} {place} {found} {expected} {about}.
"""

from __future__ import annotations

from desktop.figures.finding import Finding
from desktop.figures.wording import N_, Language

TEXTS: dict[str, tuple[str, str]] = {
    # returns
    "not_a_workbook": (
        N_("{about} is not an Excel workbook."),
        N_("Open it in Excel and save it as .xlsx, then import that file."),
    ),
    # archive
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
