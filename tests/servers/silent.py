"""A way to a server that may go silent: nothing comes through any more, and nobody is told."""

from __future__ import annotations

import select
import socket
import threading
from collections.abc import Iterator
from contextlib import contextmanager, suppress

_AT_ONCE = 65_536
_GLANCE = 0.05


class Way:
    """Passes on what comes, both ways, until `silent` names the ways that it forgets.

    One that is `deaf` takes no news either: who comes is let in, and never answered.
    """

    def __init__(self, port: int) -> None:
        """Take the port of the server that it leads to."""
        self._server = port
        self._door = socket.create_server(("127.0.0.1", 0))
        self.port = self._door.getsockname()[1]
        self.deaf = self._over = False
        self._forgotten: set[socket.socket] = set()
        self._pairs: list[tuple[socket.socket, socket.socket]] = []
        self._threads = [threading.Thread(target=self._let_in)]
        self._threads[0].start()

    def forget(self) -> None:
        """Forget the connections that there are, as a firewall does; new ones come through."""
        self._forgotten.update(one for pair in self._pairs for one in pair)

    def close(self) -> None:
        """End it."""
        self._over = True
        for thread in self._threads:
            thread.join()
        for one in (self._door, *(one for pair in self._pairs for one in pair)):
            one.close()

    def _let_in(self) -> None:
        while not self._over:
            if not select.select([self._door], [], [], _GLANCE)[0]:
                continue
            pair = self._door.accept()[0], socket.create_connection(("127.0.0.1", self._server))
            self._pairs.append(pair)
            if self.deaf:
                self._forgotten.update(pair)
            self._threads.append(threading.Thread(target=self._pass_on, args=pair))
            self._threads[-1].start()

    def _pass_on(self, one: socket.socket, other: socket.socket) -> None:
        to = {one: other, other: one}
        with suppress(OSError):
            while not self._over:
                for heard in select.select([one, other], [], [], _GLANCE)[0]:
                    came = heard.recv(_AT_ONCE)
                    if not came:
                        return
                    if heard not in self._forgotten:
                        to[heard].sendall(came)


@contextmanager
def way_to(port: int) -> Iterator[Way]:
    """Give a way to a server's port."""
    way = Way(port)
    try:
        yield way
    finally:
        way.close()
