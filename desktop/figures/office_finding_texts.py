"""The sentence and the remedy of every finding about an archive that a server keeps, by code."""

from __future__ import annotations

from desktop.figures.wording import N_

OFFICE_TEXTS: dict[str, tuple[str, str]] = {
    "archive_certificate": (
        N_("The server of {about} could not prove that it is the right one."),
        N_(
            "Ask the keeper for its certificate, and name the file at the end of the address: "
            "?sslrootcert=FILE."
        ),
    ),
    "archive_forbidden": (
        N_("You do not have the right to do this in {about}."),
        N_("Ask the keeper of the archive for it."),
    ),
    "archive_password": (
        N_("The server of {about} did not accept the name or the password."),
        N_("Store the password again: office password ADDRESS."),
    ),
    "archive_server_gone": (
        N_("The server of {about} does not answer."),
        N_("Check the network; if others cannot reach it either, tell its keeper."),
    ),
    "no_database": (
        N_("The server has no database called as in {about}."),
        N_("Check the address, or ask the keeper to set it up: office init ADDRESS."),
    ),
    "office_not_installed": (
        N_("This copy of the program cannot reach servers such as {about}."),
        N_('Install it with its part for offices: pip install "export-tracker[office]".'),
    ),
    "password_in_address": (
        N_("A password does not belong into an address, where others can read it: {about}."),
        N_("Leave it out, and store it in the system's keyring: office password ADDRESS."),
    ),
}
