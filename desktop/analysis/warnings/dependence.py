"""Rule "dependence": one market takes more of the exports than is prudent."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from desktop.analysis.growth import share, usd
from desktop.analysis.warnings.results import EarlyWarning, Evidence, Fact, Gravity
from desktop.analysis.warnings.sight import MILLION, Seen, Sight
from desktop.analysis.warnings.subjects import EXPORTS, subject
from desktop.figures.month import Month
from desktop.figures.series import WORLD
from desktop.figures.warning_rules import Dependence, Rule

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from desktop.figures.series import Series

_FARTHEST = 60


def dependence(
    sight: Sight, rule: Dependence, markets: Iterable[Series], items: Sequence[Series]
) -> Iterator[EarlyWarning]:
    """Warn of each market above the threshold, with the items that hang on it most."""
    for market in markets:
        part = _share(sight, market, EXPORTS, sight.through)
        if part is None or part.amount < rule.share:
            continue
        yield EarlyWarning(
            rule=Rule.DEPENDENCE,
            subject=subject(market),
            series=market,
            gravity=Gravity.ALARM,
            size=part.amount,
            threshold=rule.share,
            since=_since(sight, market, rule.share),
            through=sight.through,
            evidence=(part, *_amounts(sight, market)),
            more=_items(sight, rule, market.market, items),
        )


def _since(sight: Sight, market: Series, threshold: float) -> Month:
    since = sight.through
    for month in sight.back(_FARTHEST):
        part = _share(sight, market, EXPORTS, month)
        if part is None or part.amount < threshold:
            break
        since = month
    return since


def _items(
    sight: Sight, rule: Dependence, market: str, items: Sequence[Series]
) -> tuple[Evidence, ...]:
    found = []
    for item in items:
        whole = _to_date(sight, item, sight.through)
        if whole and whole.value >= rule.least_item * MILLION:
            part = _share(sight, replace(item, market=market), item, sight.through)
            if part and part.amount >= rule.item_share:
                found.append(part)
    return tuple(sorted(found, key=lambda part: (-part.amount, part.series)))


def _share(sight: Sight, part: Series, whole: Series, month: Month) -> Evidence | None:
    one, all_ = _to_date(sight, part, month), _to_date(sight, whole, month)
    fraction = share(one and one.value, all_ and all_.value)
    if not one or not all_ or fraction is None:
        return None
    months = (Month(month.year, 1), month)
    return Evidence(Fact.SHARE, part, months, fraction, one.sources + all_.sources)


def _amounts(sight: Sight, market: Series) -> Iterator[Evidence]:
    months = (Month(sight.through.year, 1), sight.through)
    for series in (market, replace(market, market=WORLD)):
        seen = _to_date(sight, series, sight.through)
        if seen:
            yield Evidence(Fact.VALUE, series, months, usd(seen.value), seen.sources)


def _to_date(sight: Sight, series: Series, month: Month) -> Seen | None:
    return sight.between(series, Month(month.year, 1), month)
