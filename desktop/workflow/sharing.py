"""An archive that an office shares: set up on a server, its accounts, what provinces submit."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from desktop.figures.finding import Finding, Refused
from desktop.figures.month import Month
from desktop.figures.received import Allowed
from desktop.workflow.on_archive import OnArchive

ROLES = ("viewer", "editor", "approver", "keeper")
"""What an account may do, each with what the one before may."""


@dataclass(frozen=True, slots=True)
class Account:
    """A colleague's account: `role` is one of `ROLES`, `province` empty for the whole office."""

    login: str
    role: str
    province: str


@dataclass(frozen=True, slots=True)
class Invitation:
    """What a colleague is to be sent; the password is told once, and kept nowhere."""

    account: Account
    address: str
    password: str


def set_up(location: str, kept_in: Path) -> Path | None:
    """Make an archive and its roles on a server's database; may be done again at any time.

    One of an earlier schema is brought up to date; the copy of it in the folder `kept_in` is given.
    """
    from desktop.archive import sharing  # noqa: PLC0415 - brings the database's libraries

    return sharing.set_up(location, kept_in)


def admit(location: str, login: str, role: str, province: str = "", *, now: Month) -> Invitation:
    """Make a colleague's account, or change it; `province` is a name, as of the month `now`.

    Raises `Refused` for a province that nobody knows, or for one of another role than editor.
    """
    from desktop.archive import sharing  # noqa: PLC0415 - as above
    from desktop.archive.rights import Role  # noqa: PLC0415 - as above
    from desktop.figures.target_names import province_code  # noqa: PLC0415 - brings every catalogue

    unit = province_code(province, now) if province else ""
    password = sharing.admit(location, login, Role(role), unit)
    return Invitation(Account(login, role, unit), sharing.address_for(location, login), password)


def invitation_address(location: str, login: str) -> str:
    """Give the address that a colleague of an account types."""
    from desktop.archive import sharing  # noqa: PLC0415 - as above

    return sharing.address_for(location, login)


def accounts(location: str) -> list[Account]:
    """Give the accounts, by login."""
    from desktop.archive import sharing  # noqa: PLC0415 - as above

    return [Account(*told) for told in sharing.members(location)]


def dismiss(location: str, login: str) -> None:
    """Let an account in no more; what it did stays."""
    from desktop.archive import sharing  # noqa: PLC0415 - as above

    sharing.dismiss(location, login)


def keep_password(location: str, secret: str | None) -> None:
    """Keep the password of an address in the system's keyring; None lets it be forgotten."""
    from desktop.archive import sharing  # noqa: PLC0415 - as above

    sharing.keep_password(location, secret)


def reach(location: str, secret: str = "") -> Finding | None:
    """Try an address, and keep a password that was given; None where the archive is there.

    Else what stands in the way; in the place of a password that did not help the one before it
    is kept. Where the system has no keyring it is remembered while the program runs.
    """
    from desktop.archive import Archive, sharing  # noqa: PLC0415 - as above

    try:
        before = sharing.kept_password(location)
        if secret:
            sharing.keep_or_remember(location, secret)
        try:
            with Archive.open(location, read_only=True):
                return None
        except Refused:
            if secret:
                sharing.keep_or_remember(location, before)
            raise
    except Refused as refusal:
        return refusal.findings[0]


class Approving(OnArchive):
    """What provinces submit, decided on: a part of `Office`."""

    def allowed(self) -> Allowed:
        """Say what may be done with returns that came: by this account, or where none is asked."""
        found = self.archive.allowed()  # which finds out whether it can be written
        return Allowed(undo=False, decide=False) if self._read_only else found

    def approve(self, number: int) -> None:
        """Let a return that waits count; `Refused` where it does not wait, or may not be."""
        self.archive.approve(number, at=self._clock(), by=self._user)

    def reject(self, number: int) -> None:
        """Let a return that waits not count; `Refused` as `approve`."""
        self.archive.reject(number, at=self._clock(), by=self._user)
