"""What the errands are asked with, and what they give back: choices, templates that were filled."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from desktop.figures.vintage import LATEST, Vintage

if TYPE_CHECKING:
    from datetime import date
    from pathlib import Path

    from desktop.figures.finding import Finding
    from desktop.figures.month import Month
    from desktop.figures.phasing import Phasing


@dataclass(frozen=True, slots=True)
class Choices:
    """What can be asked for: months with a total export figure, and days to be asked as of.

    `report_dates` are those that returns came out on, `told_on` those on which this archive was
    told something; newest first.
    """

    months: tuple[Month, ...]
    report_dates: tuple[date, ...]
    told_on: tuple[date, ...] = ()


@dataclass(frozen=True, slots=True)
class YearAsked:
    """Which year is asked about, up to which month, as known when, and on which path.

    None asks for the newest year, its newest month, and the path in force.
    """

    year: int | None = None
    through: Month | None = None
    vintage: Vintage = LATEST
    phasing: Phasing | None = None


@dataclass(frozen=True, slots=True)
class ReportChoices(YearAsked):
    """What a report is asked to tell.

    `item` and `market` are codes, of groups too, of what it says more of.
    """

    item: str = ""
    market: str = ""

    @classmethod
    def of(cls, asked: YearAsked, item: str = "", market: str = "") -> ReportChoices:
        """Ask the same of a report, and that it says more of an item or a market."""
        return cls(asked.year, asked.through, asked.vintage, asked.phasing, item, market)


NEWEST = ReportChoices()


@dataclass(frozen=True, slots=True)
class FilledTemplate:
    """A template that was filled: how many placeholders, which have no value, what was kept.

    `kept` counts what was handed on untouched by its kind, a text of the catalogue: charts,
    images, drawings, macros.
    """

    path: Path
    answered: int
    findings: tuple[Finding, ...]
    kept: tuple[tuple[str, int], ...]
