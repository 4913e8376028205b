"""Landings as the terminal writes them: JSON with stable keys, CSV of quantiles, tables."""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence
from itertools import chain
from typing import IO, Any

from rich.box import SIMPLE_HEAD
from rich.console import Console

from desktop.analysis.landing.measures import GROWTHS
from desktop.analysis.landing.results import PROBABILITIES, Landing, Parts
from desktop.analysis.landing.wording import sentence
from desktop.cli.tables import Table, share
from desktop.figures.csv_texts import write_rows
from desktop.figures.wording import Language
from desktop.workflow.landing_files import (
    BACKTEST_COLUMNS,
    SeriesLanding,
    SeriesTrack,
    quantile_lines,
    written,
)

_SHOWN = (0.1, 0.9)
_TABLE_GROWTHS = (0.05, 0.10, 0.15)
_DIGITS = 3
"""Digits of a figure beyond the first, where it has a fraction at all."""


def as_json(found: Iterable[SeriesLanding], language: Language) -> dict[str, Any]:
    """Give landings by stable keys, in the unit of each series; None is "not known"."""
    return {"series": [_record(one.name, one.landing, language) for one in found]}


def _record(name: str, landing: Landing, language: Language) -> dict[str, Any]:
    chances = {f"{g:g}": landing.chance_of_growth(g) for g in GROWTHS}
    return {
        "series": name,
        "year": landing.year,
        "through": str(landing.through),
        "known": written(landing.known),
        "last_year": None if landing.base is None else written(landing.base),
        "median": None if landing.median is None else written(landing.median),
        "quantiles": {
            f"{p:.3f}": written(q) for p, q in zip(PROBABILITIES, landing.quantiles, strict=False)
        },
        "probabilities": {g: None if p is None else round(p, 4) for g, p in chances.items()},
        "parts": landing.parts and _parts(landing.parts),
        "reasons": [
            {
                "code": reason.why.value,
                "month": reason.month and str(reason.month),
                "amount": None if reason.amount is None else written(reason.amount),
                "sentence": sentence(reason, language),
            }
            for reason in landing.reasons
        ],
    }


def _parts(parts: Parts) -> dict[str, Any]:
    return {
        "run_rate": written(parts.run_rate),
        "season": written(parts.season),
        "lunar": None if parts.lunar is None else written(parts.lunar),
        "lunar_month": parts.lunar_month and str(parts.lunar_month),
        "drift": written(parts.drift),
    }


def write_quantiles(found: Iterable[SeriesLanding], out: IO[str]) -> None:
    """Write every quantile, by the columns of a backtest."""
    rows = chain.from_iterable(quantile_lines(one.name, one.landing) for one in found)
    write_rows(rows, BACKTEST_COLUMNS, out)


def show(found: Sequence[SeriesLanding], language: Language, console: Console) -> None:
    """Write landings as a table, and their reasons below."""
    say = language._
    table = Table(box=SIMPLE_HEAD)
    table.add_column(say("Series"))
    growths = (f"≥{language.percent(g, 0, sign=True)}" for g in _TABLE_GROWTHS)
    headings = (say("Known to"), say("Known"), say("Median"), say("80% band"), *growths)
    table.add_numbers(*headings)
    for one in found:
        table.add_row(one.name, *_cells(one.landing, language))
    console.print(table)
    for one in found:
        for reason in one.landing.reasons:
            console.print(
                f"{one.name}: {sentence(reason, language)}", markup=False, highlight=False
            )


def _cells(landing: Landing, language: Language) -> list[str]:
    low, high = (_figure(landing.quantile(p), language) for p in _SHOWN)
    through = landing.through
    return [
        f"{language.month_tick(through.number)} {through.year}",
        _figure(landing.known if landing.quantiles else None, language),
        _figure(landing.median, language),
        "–" if landing.median is None else f"{low} … {high}",
        *(share(landing.chance_of_growth(g), language, 0) for g in _TABLE_GROWTHS),
    ]


def _figure(value: float | None, language: Language) -> str:
    if value is None:
        return "–"
    size = math.floor(math.log10(abs(value))) if value else 0
    return language.number(value, min(max(_DIGITS - size, 0), 12))


def show_tracks(found: Sequence[SeriesTrack], language: Language, console: Console) -> None:
    """Write the track record of every series, and how many origins have no number."""
    say = language._
    table = Table(box=SIMPLE_HEAD)
    table.add_column(say("Series"))
    table.add_numbers(
        say("Origins"),
        say("Error"),
        "CRPS",
        say("In the 80% band"),
        say("In the 95% band"),
        say("Width of 80%"),
        "Brier",
    )
    for one in found:
        table.add_row(one.name, *_track_cells(one, language))
    console.print(table)
    for one in found:
        if one.silent:
            why = one.silent[-1].reasons[-1]
            count = language.plural(
                "{count} origin without a number", "{count} origins without a number",
                len(one.silent),
            )  # fmt: skip
            console.print(f"{one.name}: {count}. {sentence(why, language)}", markup=False,
                          highlight=False)  # fmt: skip


def _track_cells(one: SeriesTrack, language: Language) -> list[str]:
    track = one.track
    if track is None:
        return ["0", *["–"] * 6]
    percents = (track.error, track.crps)
    bands = (track.held_80, track.held_95)
    return [
        str(track.landings),
        *(language.percent(p, 2) for p in percents),
        *(language.percent(p, 0) for p in bands),
        language.percent(track.width_80),
        "–" if track.brier is None else language.number(track.brier, 3),
    ]
