"""Many desks at once: each its own connections, all on the loopback, in a few processes."""

from __future__ import annotations

import multiprocessing
import random
import statistics
import time
from collections import defaultdict
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import ExitStack

from desktop.archive import Archive
from desktop.figures.finding import Refused
from desktop.figures.finding_texts import sentence
from desktop.figures.month import Month
from desktop.figures.series import NATIONAL, TOTAL, WORLD, Flow
from desktop.figures.vintage import LATEST, Vintage
from desktop.figures.wording import language
from tests.servers.questions import AS_OF, PROVINCE, THROUGH

_PROCESSES = 4
_REFUSED = "refused"
_PATIENCE = 60
"""Seconds for which a desk tries to be let in."""
_NATION = {"provinces": (NATIONAL,), "split_by_both": False}
_YEAR = {"start": Month(2025, 1), "end": THROUGH}
QUESTIONS = {
    "totals of all years": {**_NATION, "items": (TOTAL,), "markets": (WORLD,)},
    "items and markets of a year": {**_NATION, **_YEAR},
    "a market by item": {
        "provinces": (NATIONAL,),
        "markets": ("US",),
        "flow": Flow.EXPORT,
        **_YEAR,
    },
    "a province's year": {"provinces": (PROVINCE,), "split_by_both": False, **_YEAR},
    "a year as of a day": {**_NATION, **_YEAR, "vintage": Vintage(AS_OF)},
    "a year as known by a day": {**_NATION, **_YEAR, "vintage": Vintage(known_by=AS_OF)},
}
"""What pages ask of the archive, each with every release but those of a day."""


def crowd(address: str, desks: int, seconds: float, thinking: float) -> Iterator[str]:
    """Let so many desks ask one question after the other, each after so long on average."""
    context = multiprocessing.get_context("spawn")
    shares = [desks // _PROCESSES + (n < desks % _PROCESSES) for n in range(_PROCESSES)]
    asked = [(address, share, seconds, thinking, n) for n, share in enumerate(shares) if share]
    with context.Pool(len(asked)) as pool:
        told = pool.starmap(_desks, asked)
    found: dict[str, list[float]] = defaultdict(list)
    for part in told:
        for name, took in part:
            found[name].append(took)
    refused = found.pop(_REFUSED, [])
    every = [took for times in found.values() for took in times]
    how = f"one every {thinking:g} s" if thinking else "without a pause"
    rate = len(every) / seconds
    yield f"{desks} desks, {how}: {rate:.1f} questions a second, {len(refused)} refused"
    for name, times in {**found, "all": every}.items():
        fifth = statistics.quantiles(times, n=20)[-1] if len(times) > 1 else times[0]
        yield (f"   {name:<28} median {1000 * statistics.median(times):>7.0f} ms"
               f"   95 of 100 within {1000 * fifth:>7.0f} ms   {len(times)} times")  # fmt: skip


def _desks(
    address: str, count: int, seconds: float, thinking: float, seed: int
) -> list[tuple[str, float]]:
    told: list[tuple[str, float]] = []

    def desk(archive: Archive, number: int) -> None:
        drawn = random.Random(f"{seed} {number}")
        time.sleep(drawn.random() * thinking)
        end = time.monotonic() + seconds
        while time.monotonic() < end:
            name = drawn.choice(list(QUESTIONS))
            start = time.perf_counter()
            try:
                _ask(archive, **QUESTIONS[name])
            except Refused:
                name = _REFUSED
            told.append((name, time.perf_counter() - start))
            time.sleep(drawn.expovariate(1 / thinking) if thinking else 0)

    with ExitStack() as opened, ThreadPoolExecutor(count) as pool:
        archives = [opened.enter_context(_opened(address)) for _ in range(count)]
        list(pool.map(desk, archives, range(count)))
    return told


def _opened(address: str) -> Archive:
    """Open as a window does, again where the server was too busy; the first question is asked.

    Raises `TimeoutError` with what the server said last, where it lets nobody in for a minute.
    """
    end = time.monotonic() + _PATIENCE
    while True:
        try:
            archive = Archive.open(address, read_only=True)
            archive.figures(provinces=())
        except Refused as error:
            if time.monotonic() > end:
                said = sentence(error.findings[0], language("en"))
                raise TimeoutError(f"no desk was let in for {_PATIENCE} s: {said}") from None
        else:
            return archive


def _ask(archive: Archive, vintage: Vintage = LATEST, **wanted: object) -> None:
    latest = vintage == LATEST and wanted["provinces"] == (NATIONAL,)
    archive.figures(vintage, **wanted, every_release=latest)  # type: ignore[arg-type] - by name
