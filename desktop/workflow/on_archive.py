"""What the parts of the office have in common: the archive, the clock, the user, the overview."""

from __future__ import annotations

from typing import TYPE_CHECKING

from desktop.figures.finding import Finding, Severity
from desktop.figures.vintage import LATEST, Vintage
from desktop.workflow.errands import NEWEST

if TYPE_CHECKING:
    import threading
    from contextlib import AbstractContextManager
    from datetime import datetime
    from pathlib import Path

    import pandas as pd

    from desktop.analysis.results import Overview
    from desktop.archive import Archive
    from desktop.workflow.bounded_figures import Bounded
    from desktop.workflow.errands import YearAsked
    from desktop.workflow.home import Home
    from desktop.workflow.kept_frames import KeptFrames


class OnArchive:
    """Where each part of `Office` begins: errands of one kind, on what the whole of it brings."""

    location: str | Path
    desk: str
    _user: str
    _read_only: bool
    _lock: threading.RLock
    _kept: KeptFrames

    @property
    def archive(self) -> Archive:
        """The archive."""
        raise NotImplementedError

    def one_moment(self) -> AbstractContextManager[None]:
        """Answer all that is asked within from one state of the archive."""
        raise NotImplementedError

    def _clock(self) -> datetime:
        """Give the moment that changes are stamped with."""
        raise NotImplementedError

    def home(self, vintage: Vintage = LATEST) -> Home:
        """Whose trade the archive is about: the nation's, or that of the one province it holds."""
        with self._lock:
            return self._kept.home(self.archive, vintage)

    def overview(self, asked: YearAsked = NEWEST) -> Overview | None:
        """How the year stands; None while the archive has no total export figure."""
        raise NotImplementedError

    def held_overview(self, asked: YearAsked = NEWEST) -> Overview:
        """How the year stands; raises `Refused` where nothing of what is asked is held."""
        raise NotImplementedError

    def nothing_told(self, vintage: Vintage = LATEST) -> Finding:  # noqa: ARG002 - others look
        """Say why there is nothing to report on."""
        return Finding(Severity.ERROR, "nothing_to_report")

    def _overview_figures(self, vintage: Vintage) -> pd.DataFrame:
        """Give what an overview is made of, of all years."""
        raise NotImplementedError

    def _outlook_figures(self, vintage: Vintage, year: int) -> Bounded | None:
        """Give totals of all years, items and markets of the last few; None without a total."""
        raise NotImplementedError
