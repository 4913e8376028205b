"""Learning from one series' months: drift, weekdays, and whether the lunar new year counts."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from desktop.analysis.landing import constants as c
from desktop.analysis.landing.calendar_effects import weekdays
from desktop.analysis.landing.mixing import mixed
from desktop.analysis.landing.posterior import Posterior, Regressors, first_noise, posterior
from desktop.analysis.landing.structure import COMMON, STRUCTURES, Span, Structure, prepared
from desktop.figures.month import MONTHS_PER_YEAR

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from desktop.analysis.landing.history import History
    from desktop.figures.month import Month

    Array = NDArray[np.float64]


def learned(history: History, start: Month, logs: Array, left: int) -> tuple[bool, Posterior]:
    """Learn from logarithms (n) from a month on, and look `left` months ahead.

    Where nobody said whether the year turns on the lunar new year, it does if the figures say so
    clearly. If it does, January and February are taken as restless beyond it, unless the figures
    speak against that clearly.

    Returns:
        Whether the lunar new year counts, and what was learned.
    """
    pupil = _Pupil(history, start, logs, left)
    if history.lunar is False or not history.calendar.covers(start, len(logs) + left):
        return False, pupil.learn(pupil.under(COMMON))
    steady = pupil.under(COMMON, lunar=True)
    if history.lunar is None:
        without = pupil.under(COMMON)
        if steady.evidence - without.evidence + np.log(c.LUNAR_ODDS) <= 0:
            return False, pupil.learn(without)
    restless = pupil.under(COMMON, lunar=True, restless=True)
    if restless.evidence - steady.evidence + np.log(c.RESTLESS_ODDS) > 0:
        return True, pupil.learn(restless, lunar=True, restless=True)
    return True, pupil.learn(steady, lunar=True)


@dataclass(frozen=True, slots=True)
class _Pupil:
    history: History
    start: Month
    logs: Array
    left: int

    def learn(self, common: Posterior, *, lunar: bool = False, restless: bool = False) -> Posterior:
        """Ask the other structures too, and weigh all by their evidence."""
        others = [self.under(s, lunar=lunar, restless=restless) for s in STRUCTURES[1:]]
        return mixed([common, *others], [s.odds for s in STRUCTURES])

    def under(
        self, structure: Structure, *, lunar: bool = False, restless: bool = False
    ) -> Posterior:
        """Learn under one structure."""
        span = Span(self.start.number, len(self.logs), self.left, restless, self._extra())
        return posterior(self.logs, prepared(structure, span), self._regressors(lunar=lunar))

    def _extra(self) -> tuple[tuple[int, float], ...]:
        """Noise beyond the common: of exceptional years, and of a figure yet to be revised."""
        known, said = len(self.logs), self.history.exceptional
        noise = {
            place: c.EXCEPTIONAL_NOISE**2
            for place in (range(known) if said else ())
            if (self.start + place).year in said
        }
        if self.history.revision:
            relative = (self.history.revision / first_noise(self.logs)) ** 2
            noise[known - 1] = noise.get(known - 1, 0.0) + relative
        return tuple(noise.items())

    def _regressors(self, *, lunar: bool) -> Regressors:
        """The level, the drift (a year), the weekdays and the lunar new year, as columns."""
        known, months = len(self.logs), len(self.logs) + self.left
        years = np.arange(1 - known, self.left + 1) / MONTHS_PER_YEAR
        drift = np.where(years > 0, c.DRIFT_KEPT * years, years)
        columns = [np.ones(months), drift, weekdays(self.start, months)]
        mean, sd = [0.0, 0.0, 0.0], [c.LEVEL_SD, c.DRIFT_SD, c.WEEKDAY_SD]
        if lunar:
            columns.append(self.history.calendar.column(self.start, months))
            mean.append(c.LUNAR_MEAN)
            sd.append(c.LUNAR_SD)
        offset = c.DRIFT_MEAN * years
        return Regressors(np.array(columns).T, np.array(mean), np.array(sd), offset)
