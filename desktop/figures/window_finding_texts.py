"""What to do about a finding where there is a window: by its own fields, not by a command."""

from __future__ import annotations

from desktop.figures.wording import N_

IN_WINDOW: dict[str, str] = {
    "archive_certificate": N_(
        "Ask the keeper for its certificate, and choose that file where one connects."
    ),
    "archive_password": N_(
        "Type both again as the keeper wrote them; mind capitals and the Vietnamese keyboard."
    ),
    "archive_place_unknown": N_(
        "Give the path of a file, or a server's name: such as data.office.example, or name:5433."
    ),
    "no_database": N_("Check the database's name, or ask the keeper whether it was set up."),
    "password_in_address": N_("Leave it out, and type it where one connects to the archive."),
}
"""Remedies by code, where they differ from those of a terminal."""
CONNECTING = frozenset(
    ("archive_certificate", "archive_certificate_file", "archive_certificate_host",
     "archive_password", "no_database", "password_in_address")
)  # fmt: skip
"""Codes of what is mended by connecting anew."""
