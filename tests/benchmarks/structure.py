"""Growth and structure of a page, from scratch and after one more return.

Two years of both flows: the items of all markets together and the markets of all items together,
150 of them, which is what the two pages tell of; not every item by every market, of which a page
shows one market's or one item's (`detail`). The return is the newest of the samples: the
month and the year to date of each market of exports, so that every row of the page and all that
is summed of them changes. One item's correction is the least that a return may tell.

After a return: it is laid on the figures that are laid out (which rows count, which year-to-date
figure is the best informed), and what a page shows in a window of 1920 x 1080 is said again, as the
window asks it (`PAGES`): of markets the ranking's 28 lines in sight with rest and total, of all
lines names, paths and the room that they need, what the map asks of them (value, base, growth,
status, order), concentration, and the balance with the market looked at; the same by continent; of
items every row, as the months of all are drawn, with prices; of the balance its steps and every
partner. Totals, order, shares, points and groups are worked out for it. Several returns are put
together. They come one after another, as they do while the program runs (`SETTLED`); the first of
all stands apart. Not in it: reading the return, which comes by column, and placing what it tells by
subject and month, which is done when it is stored (`make_ready`: 0.4 ms of 288 figures); rows that
nobody scrolled to; words of lines in sight; the cells that figures were read from (asked for by a
pointer or a click); what is found when the page is drawn (new and fast items); and what reports
alone tell (clubs, sectors). Beside each stands what it takes where every row of everything is made
and looked at.
"""

from __future__ import annotations

import gc
import itertools
import statistics
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from functools import cache
from pathlib import Path
from typing import Any

import numpy as np
import pandas as pd

from desktop.analysis.laid_on import laid_on
from desktop.analysis.lines import Book, laid_out
from desktop.analysis.ready import make_ready
from desktop.analysis.results import Overview
from desktop.analysis.rows import QUANTITIES, VALUES, Taken, joined
from desktop.analysis.structure.answer import structure
from desktop.analysis.structure.paths import paths_of
from desktop.analysis.structure.remembered import Remembered
from desktop.analysis.structure_results import Split, Structure
from desktop.analysis.structure_view import View
from desktop.figures.catalogue import aggregates, markets
from desktop.figures.figure import Status
from desktop.figures.groupings import Scheme, schemes
from desktop.figures.month import Month
from desktop.figures.series import TOTAL, WORLD
from desktop.figures.wording import language
from desktop.gui.structure.ordering import Order
from desktop.gui.structure.parts import ranked
from tests.benchmarks.samples import sample_office
from tests.benchmarks.timing import Row, compare, row, timed
from tests.gui.example_overview import overview

JUNE = Month(2025, 6)
MARKETS = 150
CHAINS, TURNS, SETTLED = 5, 30, 10
"""So often everything is laid out, and so many returns come after one another.

Python makes what it runs quicker as it runs again, and so do processors: of a program that has run
for a while those after the first few tell. On a processor that is shared with others its time comes
in two paces, each for tenths of a second: a compiler's work beside it keeps step, so that what a
return takes is held against pandas in the same run, too.
"""
SEEN = 28
"""So many lines of a ranking are in sight where the window is 1080 pixels high."""
LIMIT_S = 0.002
Look = Callable[[Structure], object]
BOTH = (VALUES, QUANTITIES)
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
    values, quantities = laid_out(frame), laid_out(frame, amounts=QUANTITIES)
    assert values is not None
    yield compare(
        f"structure, figures laid out ({len(values.printed.series)} series): both pages",
        lambda: _both_pages(structure(values, quantities, JUNE, groupings=_chosen())),
        "plain pandas, growth and shares",
        lambda: _plain(frame),
        clock=time.process_time,
    )
    of_day = frame["reported_on"] == frame["reported_on"].max()
    last = frame["return_id"] == frame.loc[of_day, "return_id"].max()
    for come, what in ((last, "a return"), (of_day, "two returns of a day")):
        more = frame[come]
        name = f"{what}: {len(more)} figures, {_touched(more)} series"
        yield from _after(name, frame[~of_day], more, ("markets", "continents", "balance"))
    one = _corrected(frame, "COFFEE")
    yield from _after(f"one item corrected, {len(one)} figures", frame, one, ("items",))


def _touched(more: pd.DataFrame) -> int:
    """Count the series of values that returns tell of."""
    told = more[more["measure"].isin({"value", "growth_value"})]
    return len(told.drop_duplicates(KEY[:5]))


def _corrected(frame: pd.DataFrame, item: str) -> pd.DataFrame:
    """A later return that tells one item's newest figures again, a hundredth more of each."""
    of = frame[(frame["item"] == item) & (frame["period_end"] == JUNE.ordinal)]
    of = of[of["reported_on"] == of["reported_on"].max()]
    last = frame[["return_id", "return_rank"]].max() + 1
    return of.assign(
        value=of["value"] + of["value"] // 100, reported_on="2025-07-31",
        return_id=last["return_id"], return_rank=last["return_rank"],
    )  # fmt: skip


def _after(
    name: str, before: pd.DataFrame, more: pd.DataFrame, pages: Sequence[str]
) -> Iterator[Row]:
    """Returns laid on one after another, all said again and painted; the first of all apart.

    Each tells other figures than the one before it, and comes later. Before the first everything
    was laid out anew, so that nothing of what it takes is at hand in the processor.
    """
    whole = pd.concat([before, more], ignore_index=True)
    ways: dict[str, Look] = {f"page of {page}": PAGES[page] for page in pages}
    ways["all of it, made"] = repr
    for way, look in ways.items():
        first, settled, beside = [], [], []
        for _ in range(CHAINS):
            spent = _chain(before, more, look)
            first.append((spent[0], LIMIT_S))
            settled += [(seconds, LIMIT_S) for seconds in spent[SETTLED:]]
            anew = timed(lambda: _plain(whole), time.process_time)
            beside.append((statistics.median(spent[SETTLED:]), anew))
        yield row(f"{name}: {way}", "a limit of 2 ms", settled)
        if look is not repr:
            yield row("the same, the first of all", "a limit of 2 ms", first)
            yield row("the same", "plain pandas, growth and shares", beside)


def _chain(before: pd.DataFrame, more: pd.DataFrame, look: Look) -> list[float]:
    """Give the processor's seconds that each of many returns takes."""
    held = [laid_out(before, amounts=a) for a in BOTH]
    remembered = Remembered()
    assert held[0] is not None
    look(structure(held[0], held[1], JUNE, groupings=_chosen(), remembered=remembered))
    come = [_come(more, turn) for turn in range(TURNS)]
    spent = []
    gc.collect()
    gc.disable()
    for told in come:
        start = time.process_time()
        held = _laid_on(held, told)
        assert held[0] is not None
        look(structure(held[0], held[1], JUNE, groupings=_chosen(), remembered=remembered))
        spent.append(time.process_time() - start)
    gc.enable()
    return spent


def _come(more: pd.DataFrame, turn: int) -> list[Taken]:
    """Tell the returns so many days later once more: other figures, under numbers of their own."""
    ids = more[["return_id", "return_rank"]]
    later = more.assign(
        value=more["value"] + turn,
        reported_on=(pd.to_datetime(more["reported_on"]) + pd.Timedelta(days=turn)).dt.strftime(
            "%Y-%m-%d"
        ),
        **(ids + turn * (ids.max() - ids.min() + 1)),
    )  # fmt: skip
    return [
        _stored({name: np.asarray(told[name]) for name in told})  # by column, as an archive does
        for _, told in later.groupby("return_id")
    ]


def _stored(told: dict[str, Any]) -> Taken:
    """Make a return ready as it is when it is stored; its columns are taken when it comes."""
    return Taken(told, numbered=make_ready(Taken(told)).numbered)


def _laid_on(held: list[Book | None], told: list[Taken]) -> list[Book | None]:
    come = told[0] if len(told) == 1 else joined(told)
    return [laid_on(b, come, a) if b else None for b, a in zip(held, BOTH, strict=True)]


def _markets(told: Structure) -> object:
    """The page of markets: its ranking, its map, what stands beneath, and one market's balance."""
    split, looked_at = told.exports.markets, next(iter(told.exports.markets.column("code")))
    partner = told.bridge.partner(looked_at)
    lined = _lined(told, split)
    return lined, _ranking(split, SEEN), _map(split), split.concentration, partner


def _continents(told: Structure) -> object:
    """The same by continent: the map shows each market."""
    grouped = next(s for s in told.groupings if s.scheme == "CONTINENT")
    return _lined(told, grouped), _ranking(grouped, SEEN), _map(told.exports.markets)


def _items(told: Structure) -> object:
    """The page of items: bars, and the months of every item."""
    return _ranking(told.exports.items, len(told.exports.items.parts))


def _balance(told: Structure) -> object:
    """The page of the balance: what moved it, by item, and every partner."""
    bridge = told.bridge
    return bridge.balance, bridge.base, bridge.steps, [*bridge.partners], bridge.rest


PAGES: dict[str, Look] = {
    "markets": _markets, "continents": _continents, "items": _items, "balance": _balance
}  # fmt: skip


def _lined(told: Structure, split: Split) -> object:
    """What the window says of all lines of a ranking: names, paths, and the room that they need."""
    view = View(_overview(), told, paths_of(told, _overview()))
    return ranked(split, view, Order.VALUE, language("vi"))


@cache
def _overview() -> Overview:
    """An overview with a path to date, as it stands beside the structure of trade."""
    return overview(JUNE.number)


def _ranking(split: Split, seen: int) -> object:
    """What is painted of the lines in sight, with the rest and the total."""
    return [
        (p.value, p.growth, p.share, p.points, p.contribution, p.status, p.price, [*p.months])
        for p in (*split.parts[:seen], split.rest, split.total)
    ]


def _map(split: Split) -> object:
    """What is asked of every part, in sight or not: order, decimals, paths, shades, estimates."""
    return [split.column(name) for name in ("code", "within", "value", "base", "growth", "status")]


def _both_pages(told: Structure) -> object:
    return _items(told), _markets(told)


def _chosen() -> list[Scheme]:
    return [schemes()[code] for code in ("GSO", "CONTINENT", "FTA")]


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
