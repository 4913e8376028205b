"""Frames of figures that are kept, and brought up to date by what came and what went."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    import pandas as pd

    from desktop.archive import Archive
    from desktop.figures.vintage import Vintage

_MOST = 8
"""So many frames are kept; of more the one that was asked for first goes."""


@dataclass(frozen=True, slots=True, eq=False)
class _Held:
    """A frame, the archive's state it is of, and the returns that it counts with their ranks."""

    changes: int
    counted: dict[int, int]
    frame: pd.DataFrame


class KeptFrames:
    """Frames of every release, by what was asked; an unchanged archive gives the same object.

    A frame of every release is the rows of the returns that count, so a return that comes adds
    its rows, and one that goes takes them along: the others are not read again.
    """

    def __init__(self) -> None:
        """Begin with none."""
        self._held: dict[Any, _Held] = {}

    def ask(self, archive: Archive, vintage: Vintage, **wanted: Any) -> pd.DataFrame:
        """Give the frame that `Archive.figures` gives, in any order of its rows.

        `wanted` are its filters, `every_release` among them.
        """
        key = (vintage, tuple(sorted(wanted.items())))
        changes = archive.changes
        held = self._held.pop(key, None)
        if held is None or held.changes != changes:
            held = _up_to_date(held, archive, vintage, changes, wanted)
        self._held[key] = held
        while len(self._held) > _MOST:
            del self._held[next(iter(self._held))]
        return held.frame


def _up_to_date(
    held: _Held | None, archive: Archive, vintage: Vintage, changes: int, wanted: dict[str, Any]
) -> _Held:
    counted = archive.counted(vintage)
    if held and held.counted == counted:
        return _Held(changes, counted, held.frame)
    if held is None:
        frame = archive.figures(vintage, **wanted)
    else:
        frame = _changed(held, archive, vintage, counted, wanted)
    # Of a return that came meanwhile nothing is kept: the next time it is new.
    return _Held(changes, counted, _of(frame, counted))


def _changed(
    held: _Held, archive: Archive, vintage: Vintage, counted: dict[int, int], wanted: dict[str, Any]
) -> pd.DataFrame:
    import pandas as pd  # noqa: PLC0415 - after first paint

    frame, come = held.frame, sorted(counted.keys() - held.counted.keys())
    if held.counted.keys() - counted.keys():
        frame = _of(frame, counted)
    if come:
        newer = archive.figures(vintage, **wanted, returns=come)
        frame = pd.concat([frame, newer], ignore_index=True) if len(newer) else frame
    return frame.assign(return_rank=frame["return_id"].map(counted))


def _of(frame: pd.DataFrame, counted: dict[int, int]) -> pd.DataFrame:
    theirs = frame["return_id"].isin(counted.keys())
    return frame if theirs.all() else frame[theirs]
