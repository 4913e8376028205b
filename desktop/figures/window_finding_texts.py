"""What to do about a finding where there is a window: by its own fields, not by a command."""

from __future__ import annotations

from desktop.figures.wording import N_

_BRING_BACK = N_("Ask whoever keeps the archive to bring back its last backup.")
_PUT_BACK = N_(
    "Ask whoever keeps the archive: on a server they are put back by setting it up again, "
    "else by bringing back the last backup."
)
IN_WINDOW: dict[str, str] = {
    **dict.fromkeys(
        (
            "archive_damaged",
            "figures_missing",
            "shown_figures_differ",
            "original_missing",
            "events_missing",
            "events_of_nothing",
            "nothing_told_of",
            "figures_refer_to_nothing",
            "columns_missing",
        ),
        _BRING_BACK,
    ),
    "ambiguous_number": N_("Decide how the sheet writes its numbers."),
    **dict.fromkeys(("guards_missing", "rules_missing", "indexes_missing"), _PUT_BACK),
    "archive_certificate": N_(
        "Ask the keeper for its certificate, and choose that file where one connects."
    ),
    "archive_password": N_(
        "Type both again as the keeper wrote them; mind capitals and the Vietnamese keyboard."
    ),
    "archive_place_unknown": N_(
        "Give the path of a file, or a server's name: such as data.office.example, or name:5433."
    ),
    "archive_older": N_(
        "Open it in this window to bring it up to date; earlier versions cannot read it from then "
        "on."
    ),
    "not_kept_before": N_(
        "Make room on the drive, or ask for the right to write there. Nothing was changed."
    ),
    "placeholder_unknown": N_("The nearest names: {expected}. “List of placeholders…” has all."),
    "provinces_alone": N_(
        "The overview tells how each stands, and each may have a target. Import the nation's "
        "return, or keep one province's returns in an archive of their own."
    ),
    "rules_not_read": N_("Mend that line, or drop a file of rules that was in force before."),
    "server_older": N_(
        "Ask whoever keeps the archive to bring it up to date; until then use the version that "
        "you used before."
    ),
    "template_empty": N_("Put some into its cells; “List of placeholders…” has all of them."),
    "no_database": N_("Check the database's name, or ask the keeper whether it was set up."),
    "password_in_address": N_("Leave it out, and type it where one connects to the archive."),
}
"""Remedies by code, where they differ from those of a terminal."""
CONNECTING = frozenset(
    ("archive_certificate", "archive_certificate_file", "archive_certificate_host",
     "archive_password", "no_database", "password_in_address")
)  # fmt: skip
"""Codes of what is mended by connecting anew."""
