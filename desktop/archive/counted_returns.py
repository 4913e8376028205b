"""The archive's part that says which returns count, and what one of them tells."""

from __future__ import annotations

from collections.abc import Collection
from datetime import date
from typing import TYPE_CHECKING, Any

from desktop.archive import frames, one_return, sent
from desktop.archive.asking import Wanted
from desktop.archive.connected import Connected
from desktop.archive.refusals import refused
from desktop.figures.month import Month
from desktop.figures.received import Sent
from desktop.figures.series import NATIONAL
from desktop.figures.vintage import LATEST, Vintage

if TYPE_CHECKING:
    from collections.abc import Sequence

    from desktop.archive.found import Found
    from desktop.archive.one_return import Columns, Newest


class CountedReturns(Connected):
    """Gives returns by column; `Archive` brings what it stored last."""

    _names: frames.Register
    _name: str
    _newest: Newest | None

    def newest_sent(self, senders: Collection[str], vintage: Vintage = LATEST) -> list[Sent]:
        """Give the returns that tell which of these senders' are late; see `sent`."""
        with self._reading() as connection:
            return sent.newest_sent(connection, senders, vintage)

    def told_by(self, number: int, *, rank: int, province: str = NATIONAL) -> Columns:
        """Give what a return tells of a province's trade, or the nation's, by `FIGURE_COLUMNS`.

        What is split by item and by market at once is left out. `rank` is the return's own, of
        `counted`. Raises `Refused` where the archive contradicts itself.
        """
        newest = self._newest
        if newest and newest.kept.number == number and province == NATIONAL:
            return newest.columns(rank)  # what was just stored is not read again
        with self._reading() as connection:
            try:
                return one_return.told_by(connection, number, province, rank)
            except LookupError as error:
                raise refused("archive_damaged", self._name) from error

    def found(self, vintage: Vintage = LATEST, **wanted: Any) -> Found:
        """Give figures by column, in no order; `wanted` are the filters of `Archive.figures`."""
        return self._found(vintage, Wanted(**wanted))

    def _found(self, vintage: Vintage, wanted: Wanted) -> Found:
        with self._reading() as connection:
            state = self._state(connection)
            return frames.found(connection, vintage, wanted, self._names, state, self._name)

    def holds_more_than(
        self, count: int, *, start: Month | None = None, end: Month | None = None
    ) -> bool:
        """Say whether more figures than so many are shown now, of all areas, in some months."""
        wanted = Wanted(start=start, end=end)
        with self._reading() as connection:
            return frames.holds_more_than(connection, count, wanted)

    def teller(self, vintage: Vintage, *, provinces: Sequence[str], **wanted: Any) -> int | None:
        """Give one of the returns that tell of figures of some provinces; None where none does.

        `wanted` are more filters of `Archive.figures`.
        """
        with self._reading() as connection:
            asked = Wanted(**wanted, provinces=provinces)
            return frames.teller(connection, vintage, asked)

    def counted(self, vintage: Vintage = LATEST) -> dict[int, int]:
        """Give the numbers of the returns that a vintage counts, with their `return_rank`."""
        with self._reading() as connection:
            return self._names.counted(connection, vintage, self._state(connection))

    def reported(self) -> list[date]:
        """The days that the returns which count are reported on, newest first."""
        with self._reading() as connection:
            return self._names.reported(connection, self._state(connection))
