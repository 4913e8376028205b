"""A server is reached in a time that an official waits, whatever stands in the way.

The driver counts each address of a server's name by itself, and not at all how long the name takes
to be looked up. And where a machine is busy, the program itself takes seconds to be read: so a
server is knocked at while that goes on. Needs nothing that takes long to import.
"""

from __future__ import annotations

import socket
from collections.abc import Callable
from concurrent.futures import Future, wait
from contextlib import suppress
from struct import pack
from threading import Event, Thread
from time import monotonic
from typing import Any, Protocol, TypeVar
from urllib.parse import urlsplit

KNOCK_SECONDS = 3.0
"""After which a server that says nothing is not there."""
_STALE_SECONDS = 10.0
"""After which a knock that nobody asked about tells nothing any more."""
_ASKS = pack(">ii", 8, 80877104)
"""PostgreSQL's `GSSENCRequest`: it is answered by a byte, and no log tells of who goes then.

https://www.postgresql.org/docs/15/protocol-message-formats.html
"""
_PORT = 5432


class _Closable(Protocol):
    def close(self) -> None: ...


_Reached = TypeVar("_Reached", bound=_Closable)
_knocks: dict[tuple[str, int], Knock] = {}
"""Those that were begun and not asked about yet, by name and port of the server."""


class Knock:
    """Says whether a server is silent, by all ways that lead there."""

    def __init__(self, host: str, port: int) -> None:
        """Knock, in threads of its own."""
        self.begun = monotonic()
        self._over = Event()
        Thread(target=self._look_up, args=(host, port), daemon=True).start()

    def is_silent(self) -> bool:
        """Wait for an answer of whatever kind until its time is over, and say if none came."""
        self._over.wait(max(0.0, self.begun + KNOCK_SECONDS - monotonic()))
        return not self._over.is_set()

    def _look_up(self, host: str, port: int) -> None:
        try:
            ways = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
        except (OSError, UnicodeError):  # the driver says what is the matter
            self._over.set()
        else:
            for family, *_, place in ways:
                Thread(target=self._try, args=(family, place), daemon=True).start()

    def _try(self, family: int, place: Any) -> None:
        try:
            with socket.socket(family) as way:
                way.settimeout(KNOCK_SECONDS)
                way.connect(place)
                way.sendall(_ASKS)
                way.recv(1)
        except TimeoutError:
            return
        except OSError:  # nobody is there, which the driver says as quickly
            pass
        self._over.set()


def knock(location: str) -> None:
    """Begin to knock at a server, where a place is an address of one."""
    place = _place(location)
    if place and not _is_fresh(_knocks.get(place)):
        _knocks[place] = Knock(*place)


def hear(host: object, port: object) -> None:
    """Wait for a server that was knocked at, once; raises `TimeoutError` where it is silent."""
    begun = None
    with suppress(ValueError):  # several have several ports
        begun = _knocks.pop((str(host).lower(), int(str(port or _PORT))), None)
    if begun is not None and _is_fresh(begun) and begun.is_silent():
        raise TimeoutError


def within(seconds: float, dial: Callable[[], _Reached]) -> _Reached:
    """Give what dialling gives; raises `TimeoutError` where that takes longer.

    What comes later is closed.
    """
    answer: Future[_Reached] = Future()

    def go() -> None:
        try:
            reached = dial()
        except BaseException as error:  # noqa: BLE001 - who waits for it hears of it
            if answer.set_running_or_notify_cancel():
                answer.set_exception(error)
        else:
            if answer.set_running_or_notify_cancel():
                answer.set_result(reached)
            else:
                reached.close()

    try:
        Thread(target=go, daemon=True).start()
        wait([answer], seconds)
    finally:
        given_up = answer.cancel()
    if given_up:
        raise TimeoutError
    return answer.result()


def _is_fresh(begun: Knock | None) -> bool:
    return begun is not None and monotonic() - begun.begun < _STALE_SECONDS


def _place(location: str) -> tuple[str, int] | None:
    with suppress(ValueError):
        told = urlsplit(location)
        if told.scheme.startswith("postgres") and told.hostname:
            return told.hostname, told.port or _PORT
    return None
