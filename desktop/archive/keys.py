"""The password of a server's archive: in the system's own keyring, nowhere else of ours.

Where a system has none, one that was typed is remembered while the program runs, and written
nowhere. Where nothing is kept, PostgreSQL's own ways are left: a `.pgpass` file, or no password.
"""

from __future__ import annotations

from importlib.util import find_spec

from sqlalchemy import URL

from desktop.archive.refusals import refused

_SERVICE = "export-tracker"
_remembered: dict[str, str] = {}
"""Passwords by what they would be kept under."""


def password(url: URL) -> str | None:
    """Give the password that is kept for an address, or remembered; None where neither is."""
    if (typed := _remembered.get(name_of(url))) is not None:
        return typed
    if find_spec("keyring") is None:
        return None
    import keyring  # noqa: PLC0415 - only who connects to a server needs it
    from keyring.errors import KeyringError  # noqa: PLC0415 - as above

    try:
        return keyring.get_password(_SERVICE, name_of(url))
    except KeyringError:
        return None


def keep(url: URL, secret: str | None) -> None:
    """Keep a password, or with None let it be forgotten; `Refused` where there is no keyring."""
    if find_spec("keyring") is None:
        raise refused("office_not_installed", name_of(url))
    import keyring  # noqa: PLC0415 - as above
    from keyring.errors import KeyringError, PasswordDeleteError  # noqa: PLC0415 - as above

    try:
        if secret is None:
            keyring.delete_password(_SERVICE, name_of(url))
        else:
            keyring.set_password(_SERVICE, name_of(url), secret)
            _remembered.pop(name_of(url), None)
    except PasswordDeleteError:
        return
    except KeyringError as error:
        raise refused("no_keyring", name_of(url)) from error


def remember(url: URL, secret: str | None) -> None:
    """Remember a password while the program runs, or with None forget it."""
    if secret is None:
        _remembered.pop(name_of(url), None)
    else:
        _remembered[name_of(url)] = secret


def name_of(url: URL) -> str:
    """Name that a password is kept under: who, and at which server's which database."""
    port = f":{url.port}" if url.port else ""
    return f"{url.username or ''}@{url.host or 'localhost'}{port}/{url.database}"
