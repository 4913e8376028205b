"""The season that a path follows, as the terminal writes it."""

from __future__ import annotations

from typing import Any

from desktop.analysis.results import Progress
from desktop.analysis.season import Season
from desktop.analysis.season_wording import NOTES, years_told
from desktop.analysis.wording import PHASINGS
from desktop.figures.wording import Language


def season_json(season: Season | None) -> dict[str, Any] | None:
    """Give a season by stable keys: shares and weights as fractions, days of Tết by month."""
    if season is None:
        return None
    holiday = season.holiday
    return {
        "kind": season.kind.value,
        "start": str(season.start),
        "years": [
            {"year": year, "weight": float(weight)}
            for year, weight in zip(season.years, season.weights, strict=True)
        ],
        "left_out": list(season.left_out),
        "incomplete": list(season.incomplete),
        "holiday_loss": holiday and holiday.loss,
        "holiday_days": {str(month): days for month, days in holiday.days} if holiday else None,
        "holiday_typed": bool(holiday and holiday.typed),
        "note": season.note and season.note.value,
        "shares": [float(share) for share in season.shares] if season.shares else None,
    }


def season_words(progress: Progress, language: Language) -> str:
    """Say in a cell of the table what the path follows, or why there is none to a target."""
    season = progress.season
    if season is None or progress.target_usd is None:
        return "–"
    if season.shares is None:
        return language._(NOTES[season.note]) if season.note else "–"
    return years_told(season, language) or language._(PHASINGS[season.kind])
