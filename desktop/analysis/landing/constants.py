"""The few constants of the landing, one set for every series.

Chosen on 16 of 31 economies (exports and imports, 2008-2019; drawn by a hash of their names before
any was looked at), with an eye on Viet Nam's exports, and confirmed on the other 15. Standard
deviations named relative are multiples of a series' own monthly noise.
"""

from __future__ import annotations

YEARS_SEEN = 8
"""Full years that a landing looks back on: older ones made it worse."""
LEAST_MONTHS = 24
"""Under two years a season cannot be told from a trend."""

WALK = 0.05
"""Share of a random walk of the level in a month's variance; the rest is noise."""
SWING = 3.5
"""Relative standard deviation of the swing about the trend."""
SWING_KEPT = 0.94
"""What remains of a swing after a month."""

DRIFT_MEAN = 0.03
"""Growth a year that is expected where nothing is known, in logarithms."""
DRIFT_SD = 0.08
LEVEL_SD = 10.0
DRIFT_KEPT = 0.8
"""How much of the past years' growth goes on (a damped trend: Gardner and McKenzie, 1985)."""

WEEKDAY_SD = 0.2
"""Standard deviation of the elasticity to a month's weekdays, about nothing."""

LUNAR_MEAN = -0.2
"""Effect on the logarithm of a month that holds the whole window of the lunar new year."""
LUNAR_SD = 0.1
LUNAR_SHIFT = 1.0
"""Relative standard deviation of what January and February take from each other."""
LUNAR_NOISE = 3.0
"""Relative standard deviation of what either is off by beyond a common month."""
LUNAR_TOGETHER = 2.0
"""Relative standard deviation of what both are off by together."""
FEAST_ODDS = 0.02
"""Odds, before its figures are seen, that a series follows the lunar new year; Islamic feasts."""
RESTLESS_ODDS = 20.0
"""Odds that such a series is restless in January and February beyond the holiday itself."""

ISLAMIC_MEAN = -0.1
"""Effect on the logarithm of a month that holds one of the two great feasts whole."""
ISLAMIC_SD = 0.06

NOISE_SD = 0.03
"""Standard deviation of monthly noise that is expected where nothing is known, in logarithms."""
NOISE_WEIGHT = 6.0
"""How many months' evidence that is worth."""
NOISE_HALF_LIFE = 10.0
"""Months after which a surprise counts half in the present noise: bands widen after surprises."""
BOUND, BEYOND = 2.5, 5.0
"""A month further off than so many standard deviations, its neighbours known, counts less and less,
and from the second on for nothing (Hampel's redescending function)."""
CLEANINGS = 2
MOST_SURPRISED = 4.0
"""A single error counts as no more standard deviations than that in the present noise."""

SPREAD_NEAR, SPREAD_FAR = 1.03, 0.75
"""Scale of the spread with one month left, and with many, so that 80 % bands hold 80 %."""
SPREAD_FADES = 3.0
"""Months after which the first has gone over to the second but for 1/e."""

FREEDOM = 8.0
"""Degrees of freedom of Student's t for what remains of the year."""

WIDEST_BAND = 0.12
"""Wider 80 % bands than this share of the median are told as too early to say."""
SURPRISE = 2.0
"""Standard deviations from which a month is a surprise."""
EXCEPTIONAL_NOISE = 10.0
"""Relative standard deviation added to the months of a year marked as exceptional."""
