"""Years whose seasons were no season: left out of the path unless an official wants them in."""

from __future__ import annotations

from desktop.figures.wording import N_

EXCEPTIONAL = {
    2009: N_("the world financial crisis"),
    2020: N_("the pandemic"),
    2023: N_("the slump in orders from abroad"),
}
"""Calendar years, and why. Exports fell in 2009, in 2023, and from April to June of 2020."""
