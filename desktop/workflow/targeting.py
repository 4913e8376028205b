"""The errands on targets: listing, setting, taking back; and the figures they are held against."""

from __future__ import annotations

import threading
from collections.abc import Sequence
from typing import TYPE_CHECKING

from desktop.figures.finding import Refused
from desktop.figures.series import TOTAL, WORLD, Measure
from desktop.figures.target import Target, TargetChange
from desktop.figures.vintage import Vintage
from desktop.workflow.teaching import Teaching

# Pandas takes longer to import than the window to show itself: it is fetched where it is needed.
if TYPE_CHECKING:
    from collections.abc import Iterable

    import pandas as pd

    from desktop.analysis.targets.every import TargetFrames
    from desktop.figures.series import Series


class Targeting(Teaching):
    """The errands on targets; `Office` brings the archive, the clock, the user and the figures."""

    _lock: threading.RLock
    _beside: dict[tuple[Vintage, frozenset[Series]], tuple[int, pd.DataFrame]]

    def targets(self, *, withdrawn: bool = False) -> list[Target]:
        """Every target, superseded ones too; those taken back only where they are asked for."""
        return self.archive.targets(withdrawn=withdrawn)

    def set_target(self, target: Target) -> Target:
        """Add a target; it supersedes earlier ones of the same scope and period.

        Raises `Refused` where it cannot be one, or contradicts another.
        """
        done = self.change_targets(TargetChange(added=(target,)))
        return (*done.added, *done.standing)[0]

    def change_targets(self, wanted: TargetChange) -> TargetChange:
        """Add, take back and bring back targets, wholly or not at all; say what changed.

        Raises `Refused` with a finding for each target that cannot be one, or contradicts another.
        """
        from desktop.analysis.targets.soundness import faults  # noqa: PLC0415 - as above

        kept = [t for t in self.targets(withdrawn=True) if _will_count(t, wanted)]
        found = [
            fault for n, target in enumerate(wanted.added)
            for fault in faults(target, (*kept, *wanted.added[:n]))
        ]  # fmt: skip
        if found:
            raise Refused(*found)
        return self.archive.change_targets(wanted, at=self._clock(), by=self._user)

    def _target_frames(self, targets: Sequence[Target], vintage: Vintage) -> TargetFrames:
        """Fetch what targets need beyond the figures of the overview."""
        from desktop.analysis.targets.every import (  # noqa: PLC0415 - pandas comes late
            TargetFrames,
            base_days,
            series_wanted,
        )

        wanted = series_wanted(targets)
        detailed = {s for s in wanted if s.item != TOTAL and s.market != WORLD}
        fixed = series_wanted(t for t in targets if t.base_as_of)
        return TargetFrames(
            self._figures_of(detailed, vintage) if detailed else None,
            {
                day: self._figures_of(fixed, Vintage(day))
                for day in base_days(targets, vintage.as_of)
            },
        )

    def _figures_of(self, series: Iterable[Series], vintage: Vintage) -> pd.DataFrame:
        """Fetch every release of some series; kept until the archive changes."""
        key = (vintage, frozenset(series))
        with self._lock:
            changes = self.archive.changes
            held = self._beside.get(key)
            if held and held[0] == changes:
                return held[1]
            frame = self.archive.figures(
                vintage,
                items=sorted({s.item for s in key[1]}),
                markets=sorted({s.market for s in key[1]}),
                measures=(Measure.VALUE,),
                every_release=True,
            )
            fresh = {k: v for k, v in self._beside.items() if v[0] == changes}
            self._beside = {**fresh, key: (changes, frame)}
            return frame


def _will_count(target: Target, wanted: TargetChange) -> bool:
    if target.number in wanted.withdrawn:
        return False
    return not target.withdrawn or target.number in wanted.restored
