"""What is told of a file that cannot be opened or read, or holds nothing: sentence and remedy."""

from __future__ import annotations

from desktop.figures.wording import N_

FILE_TEXTS: dict[str, tuple[str, str]] = {
    "file_gone": (
        N_("{about} is not there."),
        N_("Check the name, the drive and the network share, then choose the file again."),
    ),
    "lost_midway": (
        N_("{about} could not be read to its end: its drive or network share went away."),
        N_("Connect it again, or copy the file to this computer, then import it again."),
    ),
    "may_not_be_read": (
        N_("{about} may not be read: it belongs to others, or another program holds it."),
        N_("Close it there, or ask for the right to read it, then try again."),
    ),
    "own_summary": (
        N_("{about} is a summary that this program wrote, not a return."),
        N_("Import the returns themselves; a summary with its sheet of data can be read back."),
    ),
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
    "macros_shut": (
        N_("{about} holds macros; none of them was run."),
        N_("Nothing needs to be done: only cells are read."),
    ),
    "mail_file": (
        N_("{about} is an e-mail, not an Excel workbook."),
        N_("Open it, save the workbook that is attached to it, then import that file."),
    ),
    "no_file": (
        N_("{about} is no file: a folder, a pipe or a device."),
        N_("Choose the workbook itself."),
    ),
    "open_in_excel": (
        N_("{about} is open in Excel: what was read is what was last saved there."),
        N_("Save it in Excel if something was changed, then read it again."),
    ),
    "no_figures": (
        N_("{about} holds a table of trade, but none of its figures could be read."),
        N_("See the other findings; correct the workbook, then import it again."),
    ),
    "no_table": (
        N_("No table of exports or imports was recognised in {about}."),
        N_(
            "Check that this is a monthly return; if it is, say once how it is read "
            "(“Correct…” in the review)."
        ),
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
        N_(
            "Open it in Excel or LibreOffice, save it with “Save As” as “Excel Workbook (.xlsx)”,"
            " then import that file."
        ),
    ),
    "packed_file": (
        N_("{about} is a packed folder ({found}), not an Excel workbook."),
        N_("Unpack it, then import the workbook that is inside."),
    ),
    "password_protected": (
        N_("{about} is locked with a password; nothing of it was read."),
        N_("Give its password; ask the sender for it, or for a copy without one."),
    ),
    "pdf_file": (
        N_("{about} is a PDF, whatever its name says."),
        N_("Ask the sender for the workbook that it was printed from."),
    ),
    "picture_file": (
        N_("{about} is a picture ({found}), not an Excel workbook."),
        N_("Ask the sender for the workbook that it shows."),
    ),
    "plain_text": (
        N_("{about} is plain text, in which no table of trade was found."),
        N_("See whether it is the right file; ask the sender for the workbook."),
    ),
    "reader_crashed": (
        N_("{about} made the reading process end; nothing of it was read."),
        N_("Open it in Excel and save it anew; if that fails too, send it to the developers."),
    ),
    "reader_failed": (
        N_("{about} could not be read because of a fault in this program."),
        N_("Send the file and the log to the developers."),
    ),
    "reader_not_started": (
        N_("{about} could not be read: this computer lets the program start no reading process."),
        N_("Ask whoever looks after the computer to allow it; other files fail alike."),
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
    "unknown_cipher": (
        N_("{about} is locked in a way that a password alone does not open here."),
        N_("Open it in Excel with the password, save a copy without one, and import the copy."),
    ),
    "unsafe_file": (
        N_("{about} holds declarations that no workbook has, and was not read."),
        N_("Do not open it; ask the sender where it comes from."),
    ),
    "web_page": (
        N_("{about} is a web page that was named like a workbook."),
        N_("Open it in Excel and save it as .xlsx, then import that file."),
    ),
    "word_file": (
        N_("{about} is a Word document, not an Excel workbook."),
        N_("Ask the sender for the workbook, or copy its table into a new one and import that."),
    ),
    "wrong_password": (
        N_("The password given does not open {about}; nothing of it was read."),
        N_("Type it anew: mind capitals and the Vietnamese keyboard. The sender knows it."),
    ),
}
