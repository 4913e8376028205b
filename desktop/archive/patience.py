"""A connection that waits for a server only while that is at work: a silent one is given up.

A firewall that forgets a connection, or a machine that hangs, leaves who asks waiting for hours:
nothing comes, neither an answer nor an end. So after a moment another connection asks the server
what the first one's session does there. Only what needs the driver's own library stands here.
"""

from __future__ import annotations

from time import monotonic
from typing import Any, TypeVar

import psycopg
from psycopg.abc import PQGen

from desktop.archive.unanswered import GLANCE, Unanswered

_MOMENT = 1.0
"""Seconds in which a server that is well has answered nearly everything."""
_PATIENCE = 3.9
"""Seconds after which one who waits is told, if nothing says that the server is at work."""
_AFTER_DOUBT = 0.5
"""Seconds for an answer that was on its way when the server was asked."""
_AT_WORK = 5.0
"""Seconds until a server that was found at work is asked again."""
AGAIN_SECONDS = 2
"""Whole seconds to reach the server by another way; the driver takes none shorter."""
_REACHED = 1.9
"""Seconds for its answer there: a server that has let one in is there, and may be very busy."""
SILENT = "the server does not answer any more"
_WORKING = "active"
_ASKED = "SELECT pg_backend_pid(), (SELECT state FROM pg_stat_activity WHERE pid = %s)"

_Result = TypeVar("_Result")


class PatientConnection(psycopg.Connection[Any]):
    """Raises `psycopg.OperationalError` in the place of an answer that will not come.

    Whoever waits for news waits as long as they said.
    """

    moment = _MOMENT
    unanswered = Unanswered()
    """Who is told of silence; by a connection that only looks, nobody."""

    def wait(self, gen: PQGen[_Result], *args: Any, **options: Any) -> _Result:
        """Wait for an answer; see `psycopg.Connection.wait`."""
        if options.get("timeout") is None:
            gen = self._watched(gen)
        return super().wait(gen, *args, **options)

    def _watched(self, gen: PQGen[_Result]) -> PQGen[_Result]:
        """Pass on what the driver waits for, and look now and then whether it makes sense."""
        since, doubted = monotonic(), False
        # Whether it is there is asked before anything is begun; what is under way has its time.
        until = since + (GLANCE if self.autocommit and self.unanswered.lasting else self.moment)
        try:
            wanted = next(gen)
            while True:
                ready = yield wanted
                if not ready and monotonic() > until:
                    working = self._at_work(since + _PATIENCE)
                    if not working and doubted:
                        self._give_up()
                    doubted = not working
                    until = monotonic() + (_AT_WORK if working else _AFTER_DOUBT)
                    since = until - self.moment if working else since
                wanted = gen.send(ready)
        except StopIteration as end:
            answer: _Result = end.value
            return answer

    def _give_up(self) -> None:
        self.pgconn.finish()
        raise psycopg.OperationalError(SILENT)

    def _at_work(self, late: float) -> bool:
        """Ask the server by another connection whether this one's session is at work there.

        Gives up where nothing is known by then, or can be.
        """
        # A question whether the server is there: it is not.
        if self.autocommit or monotonic() + AGAIN_SECONDS > late:
            self.unanswered.begin()
            self._give_up()
        told = self.info
        try:
            with PatientConnection.connect(
                told.dsn, password=told.password or None, autocommit=True,
                connect_timeout=AGAIN_SECONDS,
            ) as other:  # fmt: skip
                other.moment = min(_REACHED, late - monotonic())
                own, state = other.execute(_ASKED, (told.backend_pid,)).fetchone() or (0, None)
                # A pool of the server's side gives numbers of its own: then nobody knows.
                known = own == other.info.backend_pid
        except psycopg.Error:
            self.unanswered.begin()
            self._give_up()
            raise
        return bool(state == _WORKING or not known)


def answers(*place: Any, **told: Any) -> bool:
    """Say whether a server says anything to who comes, were it that he is not let in."""
    try:
        with PatientConnection.connect(
            *place, **{**told, "connect_timeout": AGAIN_SECONDS, "autocommit": True}
        ) as reached:
            reached.moment = _REACHED
            reached.execute("SELECT 1")
    except psycopg.errors.ConnectionTimeout:
        return False
    except psycopg.Error as error:
        return SILENT not in str(error)
    return True
