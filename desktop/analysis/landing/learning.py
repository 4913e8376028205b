"""Learning from one series' months: drift, weekdays, and which moving feasts count."""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from desktop.analysis.landing import constants as c
from desktop.analysis.landing.calendar_effects import islamic_feasts, weekdays
from desktop.analysis.landing.mixing import mixed
from desktop.analysis.landing.posterior import Posterior, Regressors, first_noise, posterior
from desktop.analysis.landing.structure import COMMON, STRUCTURES, Span, Structure, prepared
from desktop.figures.month import MONTHS_PER_YEAR

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from desktop.analysis.landing.history import History
    from desktop.figures.month import Month

    Array = NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Feasts:
    """Which moving feasts a series is taken to follow.

    `restless`: January and February err beyond the lunar new year itself.
    """

    lunar: bool = False
    restless: bool = False
    islamic: bool = False


NO_FEASTS, ISLAMIC = Feasts(), Feasts(islamic=True)
STEADY, RESTLESS = Feasts(lunar=True), Feasts(lunar=True, restless=True)


def learned(history: History, start: Month, logs: Array, left: int) -> tuple[Feasts, Posterior]:
    """Learn from logarithms (n) from a month on, and look `left` months ahead.

    Where nobody said whether the year turns on the lunar new year, it does if the figures say so
    clearly. If it does, January and February are taken as restless beyond it, unless the figures
    speak against that clearly. If it does not, the feasts of the Islamic year count where the
    figures say so clearly.

    Returns:
        The feasts that count, and what was learned.
    """
    pupil = _Pupil(history, start, logs, left, first_noise(logs))
    plain = None if history.lunar else pupil.under(COMMON, NO_FEASTS)
    if history.lunar is not False and history.calendar.covers(start, len(logs) + left):
        steady = pupil.under(COMMON, STEADY)
        if plain is None or _likelier(steady, plain, c.FEAST_ODDS):
            restless = pupil.under(COMMON, RESTLESS)
            if _likelier(restless, steady, c.RESTLESS_ODDS):
                return RESTLESS, pupil.learn(restless, RESTLESS)
            return STEADY, pupil.learn(steady, STEADY)
    plain = plain or pupil.under(COMMON, NO_FEASTS)
    islamic = pupil.under(COMMON, ISLAMIC)
    if _likelier(islamic, plain, c.FEAST_ODDS):
        return ISLAMIC, pupil.learn(islamic, ISLAMIC)
    return NO_FEASTS, pupil.learn(plain, NO_FEASTS)


def _likelier(one: Posterior, other: Posterior, odds: float) -> bool:
    return one.evidence - other.evidence + math.log(odds) > 0


@dataclass(frozen=True, slots=True)
class _Pupil:
    history: History
    start: Month
    logs: Array
    left: int
    noise: float

    def learn(self, common: Posterior, feasts: Feasts) -> Posterior:
        """Ask the other structures too, and weigh all by their evidence."""
        regressors = self._regressors(feasts)
        others = [self.under(structure, feasts, regressors) for structure in STRUCTURES[1:]]
        return mixed([common, *others], [s.odds for s in STRUCTURES])

    def under(
        self, structure: Structure, feasts: Feasts, regressors: Regressors | None = None
    ) -> Posterior:
        """Learn under one structure."""
        known, extra = len(self.logs), self._extra()
        span = Span(self.start.number, known, self.left, feasts.restless, extra)
        return posterior(
            self.logs, prepared(structure, span), regressors or self._regressors(feasts), self.noise
        )

    def _extra(self) -> tuple[tuple[int, float], ...]:
        """Noise beyond the common: of exceptional years, and of a figure yet to be revised."""
        known, said = len(self.logs), self.history.exceptional
        noise = {
            place: c.EXCEPTIONAL_NOISE**2
            for place in (range(known) if said else ())
            if (self.start + place).year in said
        }
        if self.history.revision:
            relative = (self.history.revision / self.noise) ** 2
            noise[known - 1] = noise.get(known - 1, 0.0) + relative
        return tuple(noise.items())

    def _regressors(self, feasts: Feasts) -> Regressors:
        """The level, the drift (a year), the weekdays and the feasts, as columns."""
        known, months = len(self.logs), len(self.logs) + self.left
        years = np.arange(1 - known, self.left + 1) / MONTHS_PER_YEAR
        drift = np.where(years > 0, c.DRIFT_KEPT * years, years)
        columns = [np.ones(months), drift, weekdays(self.start, months)]
        mean, sd = [0.0, 0.0, 0.0], [c.LEVEL_SD, c.DRIFT_SD, c.WEEKDAY_SD]
        if feasts.islamic:
            columns.append(islamic_feasts(self.start, months))
            mean.append(c.ISLAMIC_MEAN)
            sd.append(c.ISLAMIC_SD)
        if feasts.lunar:
            columns.append(self.history.calendar.column(self.start, months))
            mean.append(c.LUNAR_MEAN)
            sd.append(c.LUNAR_SD)
        offset = c.DRIFT_MEAN * years
        return Regressors(np.array(columns).T, np.array(mean), np.array(sd), offset)
