"""How a season is told: in a few words for a legend, in full for whoever must defend the path."""

from __future__ import annotations

from typing import TYPE_CHECKING

from desktop.analysis.season import SeasonNote
from desktop.figures.exceptional import EXCEPTIONAL
from desktop.figures.phasing import Phasing
from desktop.figures.wording import N_

if TYPE_CHECKING:
    from desktop.analysis.season import HolidayEffect, Season
    from desktop.figures.wording import Language

NOTES = {
    SeasonNote.EXCEPTIONAL_KEPT: N_(
        "Exceptional years count too: fewer than three would be left without them."
    ),
    SeasonNote.OF_TOTAL: N_(
        "Too few complete years are held of it: it follows the season of the total."
    ),
    SeasonNote.OF_TRADE: N_("A surplus follows the season of exports and imports together."),
    SeasonNote.OF_TARGETS: N_(
        "The path of the surplus is the path of exports less that of imports."
    ),
    SeasonNote.TOO_FEW_YEARS: N_("No path: fewer than three complete years are held."),
    SeasonNote.NO_LAST_YEAR: N_("No path: last year is not complete."),
    SeasonNote.NOT_TYPED: N_("No path: the typed shares do not fit the period."),
}


def years_told(season: Season, language: Language) -> str:
    """Name the years that shape a path: "2015–2024 without 2020, 2023"; empty for none."""
    if not season.years:
        return ""
    if len(season.years) == 1:
        return str(season.years[0])
    span = f"{season.years[0]}–{season.years[-1]}"
    without = sorted({*season.left_out, *season.incomplete})
    if not without:
        return span
    odd = ", ".join(map(str, without))
    return language._("{years} without {left_out}", years=span, left_out=odd)


def told(season: Season, language: Language) -> tuple[str, ...]:
    """Say in full how a path is found: what it follows, what is left out, where Tết is put."""
    lines = [_follows(season, language)]
    if season.left_out:
        odd = "; ".join(_odd(year, language) for year in season.left_out)
        lines.append(language._("Left out as exceptional: {years}.", years=odd))
    if season.incomplete:
        gaps = ", ".join(map(str, season.incomplete))
        lines.append(language._("Left out since a month is missing: {years}.", years=gaps))
    if season.holiday:
        lines.append(_tet(season.holiday, language))
    if season.note:
        lines.append(language._(NOTES[season.note]))
    return tuple(line for line in lines if line)


def _follows(season: Season, language: Language) -> str:
    if season.shares is None:
        return ""
    if season.kind is Phasing.SEASONAL:
        return language._(
            "The path gives each month its mean share of the year in {years}; newer years weigh "
            "more.",
            years=years_told(season, language),
        )
    if season.kind is Phasing.LAST_YEAR:
        return language._("The path gives each month its share of {year}.", year=season.years[0])
    if season.kind is Phasing.TYPED:
        return language._("The path follows typed shares.")
    return language._("The path is a straight line, which no season follows.")


def _odd(year: int, language: Language) -> str:
    """Name an exceptional year; a fiscal year may have begun in the ordinary one before it."""
    why = EXCEPTIONAL.get(year) or EXCEPTIONAL.get(year + 1)
    return f"{year} ({language._(why)})" if why else str(year)


def _tet(holiday: HolidayEffect, language: Language) -> str:
    days = ", ".join(
        language._("{days} of {window} days in {month}", days=days, window=holiday.window,
                   month=language.month_name(number))
        for number, days in holiday.days
    )  # fmt: skip
    loss = language.percent(holiday.loss)
    return language._(
        "Tết takes {loss} from a month that holds all of it; here {days}.", loss=loss, days=days
    )
