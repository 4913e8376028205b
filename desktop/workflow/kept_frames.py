"""Frames of figures that are kept, and brought up to date by what came and what went."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cached_property
from typing import TYPE_CHECKING, Any

from desktop.figures.figure import FIGURE_COLUMNS
from desktop.figures.series import NATIONAL
from desktop.workflow.home import NATION, OF_ANY, Home, home_of

if TYPE_CHECKING:
    import pandas as pd

    from desktop.analysis.rows import Taken
    from desktop.archive import Archive
    from desktop.archive.one_return import Columns
    from desktop.figures.vintage import Vintage

    Part = pd.DataFrame | Columns

_MOST = 14
"""So many frames are kept; of more the one that was asked for first goes."""
_LIGHT = 40_000
"""Rows of a frame that is kept a while longer, for an undo to go back to."""
_MOST_PARTS = 8
"""Of so many parts a frame is put together at the latest."""
_MOST_RETURNS = 4
"""Of so many returns it is kept what they tell, until every frame has taken its share."""


class State:
    """The rows of a frame, whatever the number of the archive's change; told apart by identity."""


@dataclass(eq=False)
class Kept:
    """Parts of a frame, the archive's change it is of, and the returns it counts with their ranks.

    Where another state was followed by rows alone, `before` is that state and `newer` these rows.
    `earlier` is what was kept before this: an undo goes back to it.
    """

    changes: int
    counted: dict[int, int]
    parts: tuple[Part, ...]
    state: State = field(default_factory=State)
    before: State | None = None
    newer: Columns | None = None
    earlier: Kept | None = None

    @cached_property
    def frame(self) -> pd.DataFrame:
        """The frame, put together when somebody looks at it."""
        self.parts = (_ranked(_joined(self.parts), self.counted),)
        if self.earlier and self.earlier.state is self.before:
            self.earlier.stand_in(self.parts[0])
        return self.parts[0]

    @property
    def columns(self) -> Taken:
        """The rows by column: what was read at once is made no frame for that."""
        from desktop.analysis.rows import columns_of, taken  # noqa: PLC0415 - after first paint
        from desktop.archive.found import Found  # noqa: PLC0415 - as above

        one = self.parts[0] if len(self.parts) == 1 else None
        return taken(one) if isinstance(one, Found) else columns_of(self.frame)

    def stand_in(self, longer: pd.DataFrame) -> None:
        """Take the first rows of a frame, which are these, in place of rows of its own."""
        vars(self).pop("frame", None)
        self.parts = (longer[: self.rows],)

    @property
    def rows(self) -> int:
        """How many rows there are."""
        return sum(len(part["value"]) for part in self.parts)

    @property
    def light(self) -> bool:
        """Whether it is small enough to be kept a while longer."""
        return self.rows <= _LIGHT


@dataclass(frozen=True, eq=False)
class _Asked:
    """The filters of a frame, and whose figures are seen as those of the nation."""

    wanted: dict[str, Any]
    home: Home = NATION

    def read(self, archive: Archive, vintage: Vintage, **more: Any) -> Part:
        """Read what is asked for."""
        found = archive.found(vintage, **self.home.asked(self.wanted), **more)
        return found if self.home == NATION else self.home.seen(found.frame())


class KeptFrames:
    """Frames of every release, by what was asked; an unchanged archive gives the same object.

    A frame of every release is the rows of the returns that count, so a return that comes adds
    its rows, and one that goes takes them along: the others are not read again.
    """

    def __init__(self) -> None:
        """Begin with none."""
        self._held: dict[Any, Kept] = {}
        self._come = _Come()
        self._homes: dict[Vintage, tuple[int, int | None, Home]] = {}

    def ask(self, archive: Archive, vintage: Vintage, **wanted: Any) -> pd.DataFrame:
        """Give the frame that `Archive.figures` gives, in any order of its rows.

        `wanted` are its filters, `every_release` among them.
        """
        return self.look(archive, vintage, **wanted).frame

    def look(
        self, archive: Archive, vintage: Vintage, changes: int | None = None, **wanted: Any
    ) -> Kept:
        """Give the frame, and how it came to be; of the `home` where the nation is asked for.

        `changes` is the number of the archive's last change, where it was just asked for.
        """
        changes = archive.changes if changes is None else changes
        if wanted.get("provinces") == (NATIONAL,):
            asked = _Asked(wanted, self.home(archive, vintage, changes))
            return self._look(archive, vintage, changes, asked)
        return self._look(archive, vintage, changes, _Asked(wanted))

    def fresh(self, archive: Archive, vintage: Vintage, **wanted: Any) -> pd.DataFrame:
        """Give the frame of what is wanted once; of the `home` where the nation is asked for."""
        nations = wanted.get("provinces") == (NATIONAL,)
        home = self.home(archive, vintage) if nations else NATION
        return _framed(_Asked(wanted, home).read(archive, vintage))

    def home(self, archive: Archive, vintage: Vintage, changes: int | None = None) -> Home:
        """Say whose trade the archive is about, where nobody says it."""
        changes = archive.changes if changes is None else changes
        last, teller, home = self._homes.get(vintage, (-1, None, NATION))
        # It is the nation's as long as a return counts that once told of the nation's exports.
        if last == changes or teller in self._come.counted(archive, vintage, changes):
            return home
        teller = archive.teller(vintage, **OF_ANY, provinces=(NATIONAL,))
        home = NATION if teller else _only_unit(archive.figures(vintage, **OF_ANY))
        if len(self._homes) >= _MOST:
            self._homes.clear()
        self._homes[vintage] = changes, teller, home
        return home

    def _look(self, archive: Archive, vintage: Vintage, changes: int, asked: _Asked) -> Kept:
        key = (vintage, asked.home, tuple(sorted(asked.wanted.items())))
        held = self._held.pop(key, None)
        if held is None or held.changes != changes:
            held = self._up_to_date(held, archive, vintage, changes, asked)
        self._held[key] = held
        while len(self._held) > _MOST:
            del self._held[next(iter(self._held))]
        return held

    def _up_to_date(
        self,
        held: Kept | None,
        archive: Archive,
        vintage: Vintage,
        changes: int,
        asked: _Asked,
    ) -> Kept:
        counted = self._come.counted(archive, vintage, changes)
        if held is None or asked.home.parts:  # what is added up of several returns is added anew
            # Of a return that came meanwhile nothing is kept: the next time it is new.
            return Kept(changes, counted, (_of(asked.read(archive, vintage), counted),))
        if held.counted == counted:
            held.changes = changes
            return held
        found, last = held.earlier, held if held.light else None
        held.earlier = None
        if found is None or found.counted != counted:
            found = self._changed(held, archive, vintage, asked, Kept(changes, counted, ()))
        found.changes, found.earlier = changes, last
        return found

    def _changed(
        self, held: Kept, archive: Archive, vintage: Vintage, asked: _Asked, now: Kept
    ) -> Kept:
        """Add what came to what stays; where nothing went the parts stay apart."""
        come = {n: rank for n, rank in now.counted.items() if n not in held.counted}
        newer = self._come.share(archive, vintage, come, asked) if come else None
        added = () if newer is None else (newer,)
        if held.counted.keys() - now.counted.keys():
            now.parts = (_of(held.frame, now.counted), *added)
            return now
        apart = held.parts if len(held.parts) < _MOST_PARTS else (held.frame,)
        now.parts, now.before, now.newer = (*apart, *added), held.state, newer
        return now


class _Come:
    """What the returns that came last tell, read once for all frames; and which returns count."""

    def __init__(self) -> None:
        self._counted: tuple[Any, dict[int, int]] = (None, {})
        self._told: dict[tuple[int, int], Taken] = {}

    def counted(self, archive: Archive, vintage: Vintage, changes: int) -> dict[int, int]:
        """Give the numbers of the returns that count, with their ranks."""
        if self._counted[0] != (vintage, changes):
            self._counted = (vintage, changes), archive.counted(vintage)
        return self._counted[1]

    def share(
        self,
        archive: Archive,
        vintage: Vintage,
        come: dict[int, int],
        asked: _Asked,
    ) -> Columns:
        """Give what a frame takes of what the returns tell.

        Of items within markets, which may be very many, only those that are wanted are read.
        """
        import numpy as np  # noqa: PLC0415 - after first paint

        from desktop.analysis.rows import joined  # noqa: PLC0415 - as above

        wanted = asked.wanted
        provincial = asked.home != NATION or wanted["provinces"] != (NATIONAL,)
        if wanted.get("split_by_both", True) or provincial:
            part = asked.read(archive, vintage, returns=tuple(come))
            return {name: np.asarray(part[name]) for name in FIGURE_COLUMNS}
        told = [_narrowed(self._by(archive, *one), wanted) for one in come.items()]
        return told[0] if len(told) == 1 else joined(told)

    def _by(self, archive: Archive, number: int, rank: int) -> Taken:
        from desktop.analysis.rows import taken  # noqa: PLC0415 - after first paint

        told = self._told.pop((number, rank), None) or taken(archive.told_by(number, rank=rank))
        self._told[number, rank] = told
        while len(self._told) > _MOST_RETURNS:
            del self._told[next(iter(self._told))]
        return told


def _only_unit(totals: pd.DataFrame) -> Home:
    columns = (totals[name].tolist() for name in ("province", "basis", "period_end"))
    return home_of(zip(*columns, strict=True))


def _narrowed(told: Taken, wanted: dict[str, Any]) -> Taken:
    """Take the rows of a flow, some measures, items and markets, of periods that end in months."""
    import numpy as np  # noqa: PLC0415 - as above

    ends = told["period_end"]
    taken = np.full(len(ends), fill_value=True)
    for column, name in (("measure", "measures"), ("item", "items"), ("market", "markets")):
        if wanted.get(name) is not None:
            codes = frozenset(wanted[name])
            taken &= np.array([code in codes for code in told[column].tolist()], np.bool_)
    if flow := wanted.get("flow"):
        taken &= told["flow"] == flow.value
    if start := wanted.get("start"):
        taken &= ends >= start.ordinal
    if end := wanted.get("end"):
        taken &= ends <= end.ordinal
    return told.of(taken.nonzero()[0])


def _of(part: Part, counted: dict[int, int]) -> Part:
    import numpy as np  # noqa: PLC0415 - as above

    numbers = np.asarray(part["return_id"])
    if counted.keys() >= set(np.unique(numbers).tolist()):
        return part
    frame = _framed(part)
    return frame[frame["return_id"].isin(counted.keys())]


def _ranked(frame: pd.DataFrame, counted: dict[int, int]) -> pd.DataFrame:
    """Give each row the rank that its return has now."""
    import numpy as np  # noqa: PLC0415 - as above
    import pandas as pd  # noqa: PLC0415 - as above

    places, numbers = pd.factorize(frame["return_id"].to_numpy())
    ranks = np.array([counted[number] for number in numbers.tolist()], np.int64)[places]
    as_they_are = np.array_equal(ranks, frame["return_rank"].to_numpy())
    return frame if as_they_are else frame.assign(return_rank=ranks)


def _joined(parts: tuple[Part, ...]) -> pd.DataFrame:
    import pandas as pd  # noqa: PLC0415 - after first paint

    first, *others = map(_framed, parts)
    return pd.concat([first, *others], ignore_index=True) if others else first


def _framed(part: Part) -> pd.DataFrame:
    import pandas as pd  # noqa: PLC0415 - as above

    from desktop.archive.found import Found  # noqa: PLC0415 - as above

    if isinstance(part, pd.DataFrame):
        return part
    if isinstance(part, Found):
        return part.frame()
    texts = {name: "str" for name, column in part.items() if column.dtype == object}
    return pd.DataFrame(dict(part)).astype(texts)
