"""Rule "origin": an item's exports to a market and its imports from one country rise together."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from desktop.analysis.warnings.results import EarlyWarning, Gravity
from desktop.analysis.warnings.sight import MILLION, Against, Sight, evidence_of
from desktop.analysis.warnings.subjects import subject
from desktop.figures.month import Month
from desktop.figures.series import TOTAL, WORLD, Flow, Measure
from desktop.figures.warning_rules import Origin, Rule

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from desktop.figures.series import Series

_HALF = 0.5
"""Where imports gained half of what exports gained, goods may really pass through."""


def origin(
    sight: Sight, rule: Origin, items: Iterable[Series], several: frozenset[str]
) -> Iterator[EarlyWarning]:
    """Warn of each item, with the one country whose imports gained most.

    The imports are of the same catalogue code: inputs under another name are not seen.
    """
    for item in items:
        if sold := looked_into(sight, rule, item):
            supplier = _supplier(sight, rule, item.item, sold, several)
            if supplier:
                exported = replace(item, market=rule.market)
                yield _warning(sight, rule, exported, sold, *supplier)


def looked_into(sight: Sight, rule: Origin, item: Series) -> Against | None:
    """Give what an item's exports to the market are, where they are so large and grow so fast.

    Of no other it matters where it is bought.
    """
    sold = sight.to_date(replace(item, market=rule.market))
    if sold is None or sold.growth < rule.export_growth:
        return None
    return sold if sold.now.value >= rule.least_export * MILLION else None


def _supplier(
    sight: Sight, rule: Origin, item: str, sold: Against, several: frozenset[str]
) -> tuple[Series, Against] | None:
    gained = sold.now.value - sold.base.value
    found = []
    for one in sight.series:
        same = (one.flow, one.item, one.measure) == (Flow.IMPORT, item, Measure.VALUE)
        if not same or item == TOTAL or one.market in {WORLD, rule.market, *several}:
            continue
        bought = sight.to_date(one)
        if bought and _fast(bought, rule) and _gain(bought) >= rule.least_ratio * gained:
            found.append((one, bought))
    return max(found, key=lambda pair: (_gain(pair[1]), pair[0]), default=None)


def _fast(bought: Against, rule: Origin) -> bool:
    large = bought.now.value >= rule.least_import * MILLION
    return large and bought.growth >= rule.import_growth


def _gain(bought: Against) -> int:
    return bought.now.value - bought.base.value


def _warning(
    sight: Sight, rule: Origin, exported: Series, sold: Against, supplier: Series, bought: Against
) -> EarlyWarning:
    months = (Month(sight.through.year, 1), sight.through)
    ratio = _gain(bought) / (sold.now.value - sold.base.value)
    return EarlyWarning(
        rule=Rule.ORIGIN,
        subject=subject(exported),
        series=exported,
        gravity=Gravity.ALARM if ratio >= _HALF else Gravity.WATCH,
        size=ratio,
        threshold=rule.least_ratio,
        since=_since(sight, rule, exported, supplier),
        through=sight.through,
        evidence=(*evidence_of(exported, *months, sold), *evidence_of(supplier, *months, bought)),
        partner=supplier.market,
    )


def _since(sight: Sight, rule: Origin, exported: Series, supplier: Series) -> Month:
    since = sight.through
    for month in sight.back(sight.through.number):
        sold, bought = sight.to_date(exported, month), sight.to_date(supplier, month)
        rising = sold and bought and sold.growth >= rule.export_growth
        if not rising or not bought or bought.growth < rule.import_growth:
            break
        since = month
    return since
