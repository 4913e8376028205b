"""A return that is compared and stored in one go; a server writes while the rest is compared."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from sqlalchemy import Connection

from desktop.archive import comparing, filing
from desktop.archive.comparing import Begun
from desktop.archive.connected import on_server
from desktop.archive.filing import Filing
from desktop.archive.memory import Memory
from desktop.archive.originals import Packed
from desktop.figures.comparison import Comparison
from desktop.figures.reading import Reading


class Unwanted(Exception):  # noqa: N818 - no error: the transaction is given up
    """What was found speaks against storing a return that was written already."""

    def __init__(self, found: Comparison) -> None:
        """Carry what was found."""
        super().__init__()
        self.found = found


def take_in(
    connection: Connection,
    memory: Memory,
    reading: Reading,
    content: Callable[[], Packed],
    filed: Filing,
    unless: Callable[[Comparison], object],
    compared: Comparison | None = None,
) -> tuple[Comparison, int | None]:
    """Compare a reading and store it; see `filing.store`.

    Nothing is stored, and no number given, where `unless` speaks against what was found. Raises
    `Unwanted` where that is known only after something was written, which is to be undone.
    `compared` is what was found before; see `figures.comparison.Grounds`.
    """
    asked = connection, memory, reading, filed.reported_on
    if compared and compared.grounds and compared.grounds.same(comparing.grounds_of(*asked)):
        begun = Begun(compared, lambda: compared)
    else:
        begun = comparing.begun(*asked)
    counted, ahead = begun.counted, on_server(connection)
    found = counted if ahead else begun.examined()
    if unless(found):
        return begun.examined() if ahead else found, None

    def examine() -> None:
        nonlocal found
        found = begun.examined()
        if unless(found):
            raise Unwanted(found)

    filed = replace(filed, brings=(counted.new, len(counted.changed)))
    if ahead:
        filed = replace(filed, meanwhile=examine)
    number = filing.store(connection, memory, reading, content(), filed)
    return found, number
