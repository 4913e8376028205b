"""The sentence and the remedy of every finding about an archive that a server keeps, by code."""

from __future__ import annotations

from desktop.figures.wording import N_

_DATED_BY_SERVER = N_(
    "What you do is dated by the server's clock; set this computer's right all the same."
)
_PUT_BACK = N_(
    "On a server run office init ADDRESS again, which puts them back; "
    "else bring back the last backup: archive restore FILE."
)
_LOOK_FIRST = N_("Look at what stands now, then keep yours if it is meant so.")

OFFICE_TEXTS: dict[str, tuple[str, str]] = {
    "archive_certificate": (
        N_("The server of {about} could not prove that it is the right one."),
        N_(
            "Ask the keeper for its certificate, and name the file at the end of the address: "
            "?sslrootcert=FILE."
        ),
    ),
    "archive_certificate_date": (
        N_("The certificate of the server of {about} is not valid today."),
        N_(
            "Look at this computer's date; if it is right, ask the keeper to renew the certificate."
        ),
    ),
    "archive_certificate_file": (
        N_("The file that should hold the certificate for {about} is not there, or holds none."),
        N_("Look at the path of that file: it is the certificate that the keeper sent you."),
    ),
    "archive_certificate_host": (
        N_("The certificate of the server of {about} is made out to another name."),
        N_("Type the server's name as the keeper wrote it to you."),
    ),
    "archive_door": (
        N_("The server of {about} lets nobody in from this computer in that way."),
        N_(
            "Ask the keeper to let this computer's address in (pg_hba.conf), as docs/office.md "
            "says."
        ),
    ),
    "archive_no_server": (
        N_("What answers at {about} is no server of archives."),
        N_("Check the server's name and its port as the keeper wrote them to you."),
    ),
    "archive_no_tls": (
        N_("The server of {about} does not encrypt what is sent; nothing was sent to it."),
        N_("Ask the keeper to let the server encrypt (TLS), as docs/office.md says."),
    ),
    "archive_crowded": (
        N_("The server of {about} takes no more connections."),
        N_("Close windows that nobody needs; if it lasts, ask the keeper to let more in."),
    ),
    "archive_forbidden": (
        N_("You do not have the right to do this in {about}."),
        N_("Ask the keeper of the archive for it."),
    ),
    "archive_held": (
        N_("{found} has been writing to {about} since {expected}; others wait."),
        N_("Try again in a minute; if it lasts, ask {found}, or the keeper of the archive."),
    ),
    "archive_password": (
        N_("The server of {about} did not accept the name or the password."),
        N_("Store the password again: office password ADDRESS."),
    ),
    "archive_replica": (
        N_("The server of {about} only follows another: nothing can be changed there."),
        N_("Type the address of the first server to make changes."),
    ),
    "replica_left_behind": (
        N_("The server only follows another and has lost it: it tells what was known on {found}."),
        N_("Ask the first server for newer figures, and tell its keeper."),
    ),
    "archive_server_gone": (
        N_("The server of {about} does not answer."),
        N_("Check the network; if others cannot reach it either, tell its keeper."),
    ),
    "clock_ahead": (
        N_("The clock of this computer is {found} ahead of the server's."),
        _DATED_BY_SERVER,
    ),
    "archive_pool": (
        N_("The pool of connections before {about} lets nobody in who says how long to wait."),
        N_("Tell its keeper: pgbouncer wants ignore_startup_parameters = options."),
    ),
    "news_by_asking": (
        N_("The pool of connections before the server passes no news on; it is asked for them."),
        N_("Nothing needs to be done: what others do is shown half a second later."),
    ),
    "clock_behind": (
        N_("The clock of this computer is {found} behind the server's."),
        _DATED_BY_SERVER,
    ),
    "copy_differs": (
        N_("The copy in {about} differs from the archive, in {found}: it was changed meanwhile."),
        N_("Begin again with an empty place."),
    ),
    "copy_target_not_empty": (
        N_("Nothing was copied: {about} holds an archive in use."),
        N_("Name a place that is empty or does not exist yet."),
    ),
    "copy_unfinished": (
        N_("The copy in {about} was broken off, and is not whole."),
        N_("Run the same command again: it goes on where it stopped."),
    ),
    "figures_missing": (
        N_("{about} has another number of figures than when it was stored: {found}."),
        N_("Bring back the last backup: archive restore FILE."),
    ),
    "shown_figures_differ": (
        N_("{about} figures shown now are not those that the returns give."),
        N_("Bring back the last backup: archive restore FILE."),
    ),
    "original_missing": (
        N_("The original of {about} is not in the archive any more."),
        N_("Bring back the last backup: archive restore FILE."),
    ),
    "events_missing": (
        N_("{about} entries are missing from the record of who did what."),
        N_("Bring back the last backup: archive restore FILE."),
    ),
    "events_of_nothing": (
        N_("{about} entries in the record of who did what tell of nothing that is there."),
        N_("Bring back the last backup: archive restore FILE."),
    ),
    "nothing_told_of": (
        N_("The record of who did what does not tell how {about} things came into the archive."),
        N_("Bring back the last backup: archive restore FILE."),
    ),
    "figures_refer_to_nothing": (
        N_("{about} figures refer to a series, period, return or text that is not there."),
        N_("Bring back the last backup: archive restore FILE."),
    ),
    "figures_of_nation_alone": (
        N_(
            "The archive holds more figures than a sheet has rows ({expected}): "
            "these are the nation's alone."
        ),
        N_("Ask for those of a province by --province NAME, or for one year by --year YEAR."),
    ),
    "more_than_a_sheet": (
        N_("{about} figures are more than a sheet has rows ({expected})."),
        N_("Ask for one year at a time, by --year YEAR."),
    ),
    "columns_missing": (
        N_("Columns of the archive's tables were taken away ({about}): {found}."),
        N_("Bring back the last backup of this archive: archive restore FILE."),
    ),
    "guards_missing": (
        N_(
            "Guards that keep the archive's history as written were taken away or changed "
            "({about}): {found}."
        ),
        _PUT_BACK,
    ),
    "rules_missing": (
        N_("Rules of who may do what were taken away or changed ({about}): {found}."),
        _PUT_BACK,
    ),
    "indexes_missing": (
        N_("Indexes by which the archive is read were taken away ({about}): {found}."),
        _PUT_BACK,
    ),
    "archive_owners": (
        N_("Of {about} somebody gave to other accounts, so that nothing can be put back: {found}."),
        N_(
            "Have whoever looks after the server give each back to the account that owns the rest "
            "(ALTER TABLE or FUNCTION … OWNER TO), then do the same once more."
        ),
    ),
    "login_taken": (
        N_("{about} is the name of a group of accounts."),
        N_("Choose another name for the account."),
    ),
    "no_keyring": (
        N_("This system keeps no passwords for programs: nothing was stored for {about}."),
        N_("Set up the system's keyring, or a .pgpass file as PostgreSQL describes it."),
    ),
    "no_such_account": (
        N_("The archive knows no account {about}."),
        N_("See the accounts: office members."),
    ),
    "not_a_server": (
        N_("{about} is a file; accounts are for an archive on a server."),
        N_("Give an address: postgresql://NAME@SERVER/DATABASE."),
    ),
    "not_waiting": (
        N_("Return {about} does not wait to be approved."),
        N_("See the returns: those that wait are marked."),
    ),
    "province_not_editor": (
        N_("Only an editor can be of one province: {about} was not admitted."),
        N_("Leave the province out, or admit as editor."),
    ),
    "not_kept_before": (
        N_(
            "{about} was not brought up to date: what it holds could not be kept in {found} before."
        ),
        N_("Name a folder that has room and can be written: --backup FOLDER. Nothing was changed."),
    ),
    "server_older": (
        N_("The archive {about} waits for its keeper to bring it up to date for this version."),
        N_(
            'The keeper runs: export-tracker archive migrate --archive "{found}". '
            "Until then use the version that you used before."
        ),
    ),
    "groupings_changed_meanwhile": (
        N_("{found} put other groupings in force since you looked; yours are not kept yet."),
        _LOOK_FIRST,
    ),
    "layout_changed_meanwhile": (
        N_("{found} changed the layout “{about}” since you looked; yours is not kept yet."),
        _LOOK_FIRST,
    ),
    "name_changed_meanwhile": (
        N_("{found} decided otherwise on “{about}” since you looked; yours is not kept yet."),
        _LOOK_FIRST,
    ),
    "path_changed_meanwhile": (
        N_("{found} chose another path for this target since you looked; yours is not kept yet."),
        _LOOK_FIRST,
    ),
    "rules_changed_meanwhile": (
        N_("{found} put other rules in force since you looked; yours are not kept yet."),
        _LOOK_FIRST,
    ),
    "scenario_changed_meanwhile": (
        N_("{found} changed the scenario “{about}” since you looked; yours is not kept yet."),
        _LOOK_FIRST,
    ),
    "silence_changed_meanwhile": (
        N_("{found} silenced this warning, or let it be heard again, since you looked."),
        _LOOK_FIRST,
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
