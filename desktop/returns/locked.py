"""Workbooks locked with a password: told by their content, opened in memory, never kept open."""

from __future__ import annotations

import logging
import struct
import unicodedata
from collections.abc import Iterator
from io import BytesIO
from typing import NoReturn

from desktop.returns.refusal import UnreadableError

COMPOUND = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
"""How a compound file begins: an old .xls, or any workbook that is locked as a whole."""

_PACKAGE = "EncryptedPackage"
_FILEPASS = 0x2F
_FIRST_RECORDS = 16
"""A lock follows the begin of the file; some writers put a few words in between."""
_RECORD = struct.Struct("<HH")
_EXCELS_OWN = "VelvetSweatshop"
"""The password that Excel itself gives and tries where a workbook is only guarded from changes."""

_MOST_PASSWORD = 255
"""No Office program takes a longer one."""


def unlocked(content: bytes, password: str = "") -> bytes:
    """Give the workbook that a locked one holds; any other content as it is.

    Raises `UnreadableError`: "password_protected" where no password is given, "wrong_password",
    or "unknown_cipher" where a password does not help.
    """
    if not content.startswith(COMPOUND) or not _is_locked(content):
        return content
    for key in _keys(password):
        if (opened := _opened(content, key)) is not None:
            return opened
    raise UnreadableError("wrong_password" if password else "password_protected")


def _keys(password: str) -> Iterator[str]:
    """What to try: the password as typed, and composed as Excel keeps it; then Excel's own."""
    said = password[:_MOST_PASSWORD]
    composed = unicodedata.normalize("NFC", said)
    yield from dict.fromkeys(key for key in (said, composed, _EXCELS_OWN) if key)


def _is_locked(content: bytes) -> bool:
    from desktop.returns.compound import holds, opened  # noqa: PLC0415 - few are compound files

    if holds(content, _PACKAGE):
        return True
    try:
        return _has_filepass(opened(content).workbook)
    except Exception:  # noqa: BLE001 - olefile raises much on damage; the reader judges that
        return False


def _has_filepass(stream: bytes) -> bool:
    """Say whether the workbook's first records hold a lock."""
    at = 0
    for _ in range(_FIRST_RECORDS):
        if at + _RECORD.size > len(stream):
            return False
        kind, length = _RECORD.unpack_from(stream, at)
        if kind == _FILEPASS:
            return True
        at += _RECORD.size + length
    return False


def _opened(content: bytes, key: str) -> bytes | None:
    """Decrypt with a key; None where it is not the right one."""
    import msoffcrypto  # noqa: PLC0415 - as above
    from msoffcrypto.exceptions import (  # noqa: PLC0415 - as above
        DecryptionError,
        FileFormatError,
        InvalidKeyError,
    )

    # It would write the password into a log that asks for everything.
    logging.getLogger("msoffcrypto").setLevel(logging.CRITICAL + 1)
    out = BytesIO()
    try:
        office = msoffcrypto.OfficeFile(BytesIO(content))
        if office.format == "ooxml":
            office.load_key(password=key, verify_password=True)
        else:
            office.load_key(password=key)
        office.decrypt(out)
    except InvalidKeyError:
        return None
    except (DecryptionError, FileFormatError) as error:
        _give_up("unknown_cipher", error)
    except MemoryError:
        raise
    except Exception as error:  # noqa: BLE001 - the library checks little before it unpacks
        _give_up("damaged", error)
    return out.getvalue()


def _give_up(code: str, error: Exception) -> NoReturn:
    # Not chained: what the library raised may hold the key.
    raise UnreadableError(code, found=type(error).__name__) from None
