"""Figures for many years and every province, generated from a year of real returns.

The nation and each province send every book of the year, for so many years; of every third month
the customs' tables come again as final, revised by as much as the offices' own were. Which items
and markets a province trades in is drawn; large provinces in more of them than small ones.
"""

from __future__ import annotations

import math
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cached_property

import numpy as np
import pandas as pd

from desktop.archive.shelves import shelf
from desktop.figures.month import MONTHS_PER_YEAR
from desktop.figures.provinces import MERGED, units_of
from desktop.figures.series import NATIONAL, TOTAL, WORLD
from tests.servers.templates import SPAN, YEAR, Templates, templates

LAST_YEAR = 2025
_MOST_YEARS, _MOST_FIGURES = 20, 50_000_000
_EVERY = 3
"""So many months are told for one that is told again, finally."""
_LATER = 75
"""So many days later."""
_DAYS_A_YEAR = 365.25
_GROWTH = 1.09
_REVISED = {"month": 0.009, "cumulative": 0.0015}
"""What revisions amount to since 2024-08, measured."""
_FINAL = 3
_TAIL = 0.7
_SPREADS = 0.04, 0.15
"""How far a year lies off the usual growth: of a total, which is to be foreseen, and of a part."""


@dataclass(frozen=True)
class Growth:
    """So many figures, or nearly: areas, years, and the returns that tell of them."""

    wanted: int
    seed: int = 0
    source: Templates = field(default_factory=templates)
    at_least: int = 3

    @property
    def years(self) -> range:
        """The years told of; the more figures, the more."""
        share = math.sqrt(self.wanted / _MOST_FIGURES)
        count = min(max(round(_MOST_YEARS * share), self.at_least), _MOST_YEARS)
        return range(LAST_YEAR - count + 1, LAST_YEAR + 1)

    @cached_property
    def areas(self) -> dict[str, float]:
        """The nation, which tells all, and each province with the share of it that it tells."""
        names = sorted(units_of(MERGED))
        rows = self.source.rows
        a_year = len(rows) + int(rows["book"].isin(self._again).sum())
        left = self.wanted - len(self.years) * a_year
        weights = np.arange(1, len(names) + 1) ** -_TAIL
        low, high = 0.0, 1e6
        for _ in range(60):
            middle = (low + high) / 2
            told = np.minimum(weights * middle, 1).sum() * a_year * len(self.years)
            low, high = (middle, high) if told < left else (low, middle)
        shares = np.minimum(weights * high, 1)
        return {NATIONAL: 1.0, **dict(zip(names, shares.tolist(), strict=True))}

    @cached_property
    def _again(self) -> list[int]:
        return [
            number for number, book in enumerate(self.source.books)
            if book.sender == "CUSTOMS" and book.month and book.month.number % _EVERY == 0
        ]  # fmt: skip

    @cached_property
    def returns(self) -> pd.DataFrame:
        """Every return in the order of its day: area, year, book, final, reported, number."""
        told = [(book, False) for book in range(len(self.source.books))]
        told += [(book, True) for book in self._again]
        every = [(area, year, *one) for area in self.areas for year in self.years for one in told]
        found = pd.DataFrame(every, columns=["area", "year", "book", "final"])
        days = np.array([book.reported_on for book in self.source.books], "datetime64[D]")
        moved = ((found["year"] - YEAR) * _DAYS_A_YEAR).astype("int64").to_numpy()
        later = np.where(found["final"], _LATER, 0)
        found["reported_on"] = (days[found["book"]] + moved + later).astype(str)
        found = found.sort_values(["reported_on", "area", "book"]).reset_index(drop=True)
        found["number"] = found.index + 1
        return found

    @cached_property
    def periods(self) -> pd.DataFrame:
        """Every span of the years, numbered."""
        spans = self.source.rows[SPAN].drop_duplicates()
        every = pd.concat(
            [_moved(spans, year) for year in self.years], ignore_index=True
        ).drop_duplicates()
        every = every.sort_values(["period_end", "period_start", "basis"]).reset_index(drop=True)
        every["period_id"] = every.index + 1
        return every

    @cached_property
    def terms(self) -> dict[str, int]:
        """Every unit, sheet and label, numbered."""
        rows = self.source.rows
        words = sorted({w for name in ("unit", "sheet", "label") for w in rows[name].unique()})
        return {word: number for number, word in enumerate(words, 1)}

    @cached_property
    def series(self) -> pd.DataFrame:
        """What every area tells of, numbered, area by area."""
        drawn, subjects = np.random.default_rng(self.seed), self.source.subjects
        whole = (subjects["item"] == TOTAL) & (subjects["market"] == WORLD)
        every = []
        for area, share in self.areas.items():
            kept = subjects[whole | (drawn.random(len(subjects)) < share)]
            sizes = 1.0 if area == NATIONAL else drawn.lognormal(-3, 1, len(kept))
            every.append(kept.assign(province=area, size=sizes))
        found = pd.concat(every).reset_index()
        split = (found["item"] != TOTAL) & (found["market"] != WORLD)
        found["detail"] = [
            shelf(area, split=one) for area, one in zip(found["province"], split, strict=True)
        ]
        total = (found["item"] == TOTAL) & (found["market"] == WORLD)
        found["spread"] = np.where(total, *_SPREADS)
        found["series_id"] = found.index + 1
        return found

    def figures(self) -> Iterator[pd.DataFrame]:
        """Give the figures area by area, in the order of their returns; see `schema.figures`."""
        for number, area in enumerate(self.areas):
            yield self._of(area, np.random.default_rng((self.seed, number)))

    def _of(self, area: str, drawn: np.random.Generator) -> pd.DataFrame:
        told = self.returns[self.returns["area"] == area]
        own = self.series.loc[self.series["province"] == area,
                              ["subject", "series_id", "detail", "size", "spread"]]  # fmt: skip
        rows = self.source.rows.merge(own, on="subject")
        for name in ("unit", "sheet", "label"):
            rows[f"{name}_id"] = rows[name].map(self.terms)
        every = told[["number", "year", "book", "final", "reported_on"]].merge(
            rows[["book", *SPAN, "series_id", "detail", "size", "spread", "firmness", "value",
                  "cell", "unit_id", "sheet_id", "label_id"]], on="book"
        )  # fmt: skip
        every = _moved(every, every["year"]).merge(self.periods, on=SPAN)
        every["value"] = self._amounts(every, drawn)
        every["status"] = np.where(every["final"], _FINAL, every["firmness"])
        every["printed"] = (every["value"] // 1000).astype(str)
        every = every.rename(columns={"number": "return_id"}).assign(repeat=0)
        return every.sort_values(["return_id", "detail", "period_id", "series_id"])

    def _amounts(self, every: pd.DataFrame, drawn: np.random.Generator) -> pd.Series:
        shape = int(every["series_id"].max()) + 1, len(self.years)
        own = drawn.standard_normal(shape)
        # A book of January tells of the year before, as that year's own books do.
        told = (every["period_end"] // MONTHS_PER_YEAR - self.years[0]).clip(lower=0)
        yearly = np.exp(every["spread"] * own[every["series_id"], told])
        grown = _GROWTH ** (every["year"] - YEAR).astype(float)
        revised = np.where(every["final"], every["basis"].map(_REVISED).fillna(0), 0)
        off = 1 + revised * drawn.standard_normal(len(every))
        amounts = every["value"] * grown * yearly * every["size"] * off
        return amounts.round().astype("int64")


def _moved(rows: pd.DataFrame, year: int | pd.Series) -> pd.DataFrame:
    months = (year - YEAR) * MONTHS_PER_YEAR
    starts, ends = rows["period_start"] + months, rows["period_end"] + months
    return rows.assign(period_start=starts, period_end=ends)
