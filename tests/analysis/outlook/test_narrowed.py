"""A market, an item, a group or both on the same paths: they agree with the tables of parts."""

from __future__ import annotations

import numpy as np
import pytest

from desktop.analysis.outlook.narrowed import ahead
from desktop.analysis.outlook.parted import told
from desktop.figures.groupings import Dimension, group_named
from desktop.figures.series import Flow
from tests.analysis.outlook.detailed import ITEMS, MARKETS


@pytest.mark.parametrize(("dimension", "code"), [("item", ITEMS[0]), ("market", MARKETS[0])])
def test_a_part_ends_where_the_tables_say_and_its_fan_leads_there(ground, dimension, code):
    found = ahead(ground, **{dimension: code})
    one, parts = found.exports, told(ground.parts_of(Flow.EXPORT, Dimension(dimension)))
    part = next(p for p in parts.parts if p.code == code)
    assert one.band.median == pytest.approx(part.band.median, rel=1e-12)
    assert one.band.most == pytest.approx(part.band.most, rel=1e-12)
    assert (one.known, one.growth) == pytest.approx((part.known, part.growth))
    assert one.fan[-1].to_date.median == pytest.approx(one.band.median, rel=1e-9)
    assert len(one.fan) == ground.paths[Flow.EXPORT].months.shape[1]
    assert (found.imports, found.balance) == (None, None)  # nothing of it is imported


def test_its_months_follow_last_years_share_of_each_month(ground):
    parts = ground.parts_of(Flow.EXPORT, Dimension.ITEM)
    place = parts.codes.index(ITEMS[0])
    whole = ground.flows[Flow.EXPORT].history.values[-12 : -12 + parts.before.shape[1]]
    share = parts.before[place] / np.array(whole, dtype=float)
    medians = np.median(ground.paths[Flow.EXPORT].months, axis=0) * share
    fan = [p.alone.median for p in ahead(ground, item=ITEMS[0]).exports.fan]
    assert np.array(fan) / sum(fan) == pytest.approx(medians / medians.sum(), rel=0.01)


def test_what_goes_to_a_market_is_told_item_by_item_with_the_rest(ground):
    found = ahead(ground, market=MARKETS[0])
    codes = {part.code for part in found.parts.parts}
    assert found.parts.dimension is Dimension.ITEM
    assert set(ITEMS) <= codes
    medians = sum(p.band.median for p in found.parts.parts) + found.parts.rest.median
    assert medians == pytest.approx(found.exports.band.median, rel=0.02)
    one = ahead(ground, item=ITEMS[0], market=MARKETS[0])
    part = next(p for p in found.parts.parts if p.code == ITEMS[0])
    assert one.exports.band == part.band
    assert one.parts is None


def test_a_group_is_the_sum_of_its_members_and_what_nobody_tells_of_is_none(ground):
    group = next(code for code in ("FTA/CPTPP", "FTA/EVFTA") if group_named(code))
    members = group_named(group).members(ground.through)
    parts = ground.parts_of(Flow.EXPORT, Dimension.MARKET)
    held = [n for n, code in enumerate(parts.codes) if code in members]
    found = ahead(ground, market=group).exports
    assert (found is None) == (not held)
    if held:
        assert found.known == pytest.approx(parts.known[held].sum())
    nothing = ahead(ground, market="ZW")
    assert (nothing.exports, nothing.imports, nothing.balance, nothing.parts) == (None,) * 4
