"""Rule "price up, volume down": the value holds only because prices rise."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, NamedTuple

from desktop.analysis.warnings.results import EarlyWarning, Evidence, Fact, Gravity
from desktop.analysis.warnings.sight import MILLION, Against, Sight, evidence_of
from desktop.analysis.warnings.subjects import subject
from desktop.figures.month import Month
from desktop.figures.series import Measure
from desktop.figures.warning_rules import PriceVolume, Rule

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from desktop.figures.series import Series


class _Split(NamedTuple):
    value: Against
    volume: Against
    price_growth: float


def price_volume(
    sight: Sight, rule: PriceVolume, items: Iterable[Series]
) -> Iterator[EarlyWarning]:
    """Warn of each item whose average price rises while its volume falls, January to date."""
    for item in items:
        split = _split(sight, item, sight.through)
        if split is None or not _speaks(split, rule):
            continue
        if split.value.base.value < rule.least_base * MILLION:
            continue
        months = (Month(sight.through.year, 1), sight.through)
        quantity = replace(item, measure=Measure.QUANTITY)
        cells = split.volume.now.sources + split.volume.base.sources
        priced = split.value.now.sources + split.value.base.sources + cells
        yield EarlyWarning(
            rule=Rule.PRICE_VOLUME,
            subject=subject(item),
            series=item,
            gravity=Gravity.WATCH if split.value.growth < 0 else Gravity.NOTICE,
            size=-split.volume.growth,
            threshold=rule.volume,
            since=_since(sight, rule, item),
            through=sight.through,
            evidence=(
                Evidence(Fact.PRICE_GROWTH, item, months, split.price_growth, priced),
                Evidence(Fact.VOLUME_GROWTH, quantity, months, split.volume.growth, cells),
                *evidence_of(item, *months, split.value),
            ),
        )


def _split(sight: Sight, item: Series, month: Month) -> _Split | None:
    value = sight.to_date(item, month)
    volume = sight.to_date(replace(item, measure=Measure.QUANTITY), month)
    if value is None or volume is None or not volume.now.value:
        return None
    return _Split(value, volume, (1 + value.growth) / (1 + volume.growth) - 1)


def _speaks(split: _Split, rule: PriceVolume) -> bool:
    return split.price_growth >= rule.price and -split.volume.growth >= rule.volume


def _since(sight: Sight, rule: PriceVolume, item: Series) -> Month:
    """First month of this year from which on it has held."""
    since = sight.through
    for month in sight.back(sight.through.number):
        split = _split(sight, item, month)
        if split is None or not _speaks(split, rule):
            break
        since = month
    return since
