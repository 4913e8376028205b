"""Growth and structure of a page, warm and after one more return, against plain pandas."""

from __future__ import annotations

import itertools
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

import pandas as pd

from desktop.analysis.laid_on import laid_on
from desktop.analysis.lines import Book, laid_out
from desktop.analysis.rows import QUANTITIES, VALUES, columns_of
from desktop.analysis.structure.answer import structure
from desktop.figures.catalogue import aggregates, markets
from desktop.figures.figure import Status
from desktop.figures.groupings import schemes
from desktop.figures.month import Month
from desktop.figures.series import TOTAL, WORLD
from tests.benchmarks.samples import sample_office
from tests.benchmarks.timing import Row, compare

JUNE = Month(2025, 6)
MARKETS = 150
RANKS = {status.value: status.rank for status in Status}
KEY = ["flow", "item", "market", "ownership", "province", "measure", "basis", "period_end"]


def rows() -> Iterator[Row]:
    """Both flows, two years, the samples' items and 150 markets; every release of each figure."""
    with tempfile.TemporaryDirectory() as name, sample_office(Path(name)) as office:
        frame = _with_markets(
            office.archive.figures(
                measures=("value", "growth_value", "quantity"), split_by_both=False,
                every_release=True, start=Month(2024, 1), end=Month(2025, 12),
            )
        )  # fmt: skip
    chosen = [schemes()[code] for code in ("GSO", "CONTINENT", "FTA")]
    values, quantities = laid_out(frame), laid_out(frame, amounts=QUANTITIES)
    assert values is not None
    yield compare(
        f"structure of a page, figures laid out ({len(values.printed.series)} series)",
        lambda: structure(values, quantities, JUNE, groupings=chosen),
        "plain pandas, growth and shares",
        lambda: _plain(frame),
        clock=time.process_time,
    )
    newest = frame["reported_on"].max()
    before, more = frame[frame["reported_on"] < newest], frame[frame["reported_on"] == newest]
    held = [laid_out(before, amounts=a) for a in (VALUES, QUANTITIES)]
    yield compare(
        f"a return of {len(more)} figures laid on them",
        lambda: _laid_on(held, more),
        "plain pandas, growth and shares",
        lambda: _plain(frame),
        clock=time.process_time,
    )


def _laid_on(held: list[Book | None], more: pd.DataFrame) -> list[Book | None]:
    told = columns_of(more)
    return [laid_on(b, told, a) for b, a in zip(held, (VALUES, QUANTITIES), strict=True) if b]


def _with_markets(frame: pd.DataFrame) -> pd.DataFrame:
    """Fill up to 150 markets: figures of listed ones stand again under codes not listed."""
    held = set(frame["market"]) - {WORLD}
    spare = sorted({m.code for m in markets()} - held - aggregates() - {WORLD, "VN"})
    wanted = spare[: MARKETS - len(held)]
    copies = [
        frame[frame["market"] == market].assign(market=code)
        for code, market in zip(wanted, itertools.cycle(sorted(held)))
    ]
    return pd.concat([frame, *copies], ignore_index=True)


def _plain(frame: pd.DataFrame) -> list[pd.DataFrame]:
    """The newest figure of each series, and value, growth, share and contribution of parts."""
    told = frame[frame["measure"].eq("value") & frame["basis"].eq("cumulative")]
    told = told.assign(firm=told["status"].map(RANKS))
    told = told.sort_values(["reported_on", "firm", "return_rank"]).drop_duplicates(
        KEY, keep="last"
    )
    now, base = (
        told[told["period_end"] == month.ordinal].set_index(KEY[:5])["value"]
        for month in (JUNE, JUNE - 12)
    )
    both = pd.DataFrame({"now": now, "base": base}).reset_index()
    tables = []
    for flow, of in itertools.product(("export", "import"), ("item", "market")):
        other, whole = ("market", WORLD) if of == "item" else ("item", TOTAL)
        part = both[both["flow"].eq(flow) & both[other].eq(whole) & both["ownership"].eq("ALL")]
        total = part[part[of].eq(TOTAL if of == "item" else WORLD)].iloc[0]
        parts = part.assign(
            growth=part["now"] / part["base"] - 1,
            share=part["now"] / total["now"],
            contribution=(part["now"] - part["base"]) / total["base"],
        )
        tables.append(parts.sort_values("now", ascending=False))
    return tables
