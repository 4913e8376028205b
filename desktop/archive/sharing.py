"""An archive that an office shares: set up on its server, with an account for each colleague."""

from __future__ import annotations

import secrets
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path, PurePath
from typing import Any

from sqlalchemy import Connection

from desktop.archive import by_hand, keys, opening, rights, server_guards
from desktop.archive.place import PATIENCE
from desktop.archive.postgresql import RULING, is_replica
from desktop.archive.refusals import explained, refused
from desktop.archive.rights import Role
from desktop.archive.server_place import ServerPlace
from desktop.figures.finding import Refused

_LETTERS = "abcdefghjkmnpqrstuvwxyzABCDEFGHJKLMNPQRSTUVWXYZ23456789"
_LONG = 20
_TRUSTED = "sslrootcert"
_READ_ONLY = "archive_read_only"


def set_up(location: str, kept_in: Path) -> Path | None:
    """Make the archive's tables and roles on a server's database; may be done again at any time.

    An archive of an earlier schema is copied into the folder `kept_in` before it is migrated; the
    copy is given. Raises `Refused` where the account may not do that, the database is another
    program's, or a part of it another account's.
    """
    place = _server(location)
    with _keeping(place, kept_in=kept_in, how=place.building) as connection:
        if strange := by_hand.owned_by_others(connection):
            found = ", ".join(f"{name} ({who})" for name, who in strange)
            raise refused("archive_owners", place.name, found=found)
        server_guards.guard(connection)
        rights.set_up(connection)
    return place.kept


def admit(location: str, login: str, role: Role, province: str = "") -> str:
    """Make an account, or give it another role and password; give the password, once.

    Only an editor may be of a `province`.
    """
    if province and role is not Role.EDITOR:
        raise refused("province_not_editor", login)
    password = "".join(secrets.choice(_LETTERS) for _ in range(_LONG))
    with _keeping(_server(location)) as connection:
        rights.admit(connection, login, role, province, password)
    return password


def members(location: str) -> list[tuple[str, str, str]]:
    """Give the accounts: login, role and province, by login."""
    with _keeping(_server(location)) as connection:
        return rights.members(connection)


def dismiss(location: str, login: str) -> None:
    """Let an account in no more, and out where it is in, whatever it holds up."""
    place = _server(location)
    with _keeping(place) as connection:
        if login not in {name for name, *_ in rights.members(connection)}:
            raise refused("no_such_account", login)
        rights.dismiss(connection, login)
    if login != place.url.username:
        with _keeping(place) as connection:
            rights.end(connection, login)


def address_for(location: str, login: str) -> str:
    """Give the address that a colleague types, who has the certificate in a folder of their own."""
    url = _server(location).url.set(drivername="postgresql", username=login)
    asked = dict(url.query)
    if isinstance(named := asked.get(_TRUSTED), str):
        asked[_TRUSTED] = PurePath(named).name
    return url.set(query=asked).render_as_string()


def keep_password(location: str, secret: str | None) -> None:
    """Keep the password of an address in the system's keyring; None lets it be forgotten."""
    keys.keep(_server(location).url, secret)


def keep_or_remember(location: str, secret: str | None) -> None:
    """Keep a password; where the system has no keyring, only while the program runs."""
    try:
        keep_password(location, secret)
    except Refused as refusal:
        if refusal.findings[0].code != "no_keyring":
            raise
        keys.remember(_server(location).url, secret)


def kept_password(location: str) -> str | None:
    """Give what is kept for an address, or remembered; None where nothing is."""
    return keys.password(_server(location).url)


@contextmanager
def _keeping(
    place: ServerPlace, *, kept_in: Path | None = None, how: Mapping[str, Any] = RULING
) -> Iterator[Connection]:
    engine = opening.open_engine(place, read_only=False, patience=PATIENCE, kept_in=kept_in)
    try:
        writer = engine.execution_options(**how)
        with explained(place.name), writer.begin() as connection:
            yield connection
    except Refused as refusal:
        # What makes accounts is refused there as to who may only read, without a word why.
        if refusal.findings[0].code == _READ_ONLY and is_replica(engine):
            raise refused("archive_replica", place.name) from refusal
        raise
    finally:
        engine.dispose()


def _server(location: str) -> ServerPlace:
    place = opening.place_of(location)
    if not isinstance(place, ServerPlace):
        raise refused("not_a_server", location)
    return place
