"""Why a server's certificate was not trusted; the driver only says that it was not."""

from __future__ import annotations

import socket
import ssl
from collections.abc import Mapping
from contextlib import suppress
from struct import pack

_REFUSED = "certificate verify failed"
_OUT_OF_DATE = "certificate out of date"
_ASKS_TLS = pack(">ii", 8, 80877103)
"""PostgreSQL's `SSLRequest`: its length, and the number that stands for it."""
_AGREES = b"S"
_DATES = (9, 10)
"""OpenSSL's X509_V_ERR_CERT_NOT_YET_VALID and X509_V_ERR_CERT_HAS_EXPIRED."""
_SECONDS = 2.0


def told(said: str, asked: Mapping[str, object]) -> str:
    """Add to what the driver said, where it is so, that the certificate's dates are the reason.

    `asked` is what the driver was asked to connect to.
    """
    if _REFUSED not in said:
        return said
    with suppress(OSError, ValueError):
        if _is_out_of_date(asked):
            return f"{said} ({_OUT_OF_DATE})"
    return said


def _is_out_of_date(asked: Mapping[str, object]) -> bool:
    trusted = str(asked.get("sslrootcert") or "system")
    context = ssl.create_default_context(cafile=None if trusted == "system" else trusted)
    context.check_hostname = False
    place = str(asked.get("host") or "localhost"), int(str(asked.get("port") or 5432))
    with socket.create_connection(place, timeout=_SECONDS) as way:
        way.sendall(_ASKS_TLS)
        if way.recv(1) != _AGREES:
            return False
        try:
            context.wrap_socket(way).close()
        except ssl.SSLCertVerificationError as error:
            return error.verify_code in _DATES
    return False
