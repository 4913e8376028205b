"""Exports and imports as asked for leave a surplus: another one beside them contradicts them."""

from __future__ import annotations

from datetime import date

import pytest

from desktop.analysis.targets.agreement import at_odds, of_one_account
from desktop.analysis.targets.wording import odds
from desktop.figures.series import Flow
from desktop.figures.target import TargetMeasure
from desktop.figures.wording import language
from tests.analysis.targets.conftest import JANUARY_8, target

SURPLUS, GROWTH = TargetMeasure.SURPLUS, TargetMeasure.GROWTH


def exports(low, high=None, **more):
    return target(low, high, **more)


def imports(low, high=None, **more):
    return target(low, high, flow=Flow.IMPORT, **more)


def surplus(low, high=None, **more):
    return target(low, high, flow=Flow.BALANCE, measure=SURPLUS, **more)


@pytest.mark.parametrize(
    ("targets", "left"),
    [
        ((exports(1466), imports(1111), surplus(300)), [355]),
        ((exports(1466), imports(1111), surplus(400)), [355]),
        ((exports(1466), imports(1111), surplus(350)), []),  # what growth in points leaves open
        ((exports(1400, 1466), imports(1100, 1111), surplus(280)), []),  # within both ranges
        ((exports(1400, 1466), imports(1100, 1111), surplus(230)), [289]),
        ((exports(1400, 1466), imports(1100, 1111), surplus(400, 420)), [366]),
        ((exports(1466), surplus(300)), []),
        ((exports(1466), imports(1111, item="CLOTH"), surplus(300)), []),
        ((exports(1466), imports(1111), surplus(300, months=6)), []),
        ((exports(0.2, measure=GROWTH), imports(1111), surplus(320)), []),
        ((exports(0.2, measure=GROWTH), imports(1111), surplus(200)), [329]),
    ],
)
def test_what_is_left_is_told_where_it_is_another_surplus(four_years, standing, targets, left):
    found = at_odds(standing(four_years, *targets))
    assert [round(apart.left / 1e6) for apart in found] == left


def test_no_base_contradicts_nothing(printer, standing):
    printer.of_return("2025-07-06").year([120] * 6, 2025)
    asked = (exports(0.2, measure=GROWTH), imports(1111), surplus(300))
    assert at_odds(standing(printer, *asked)) == ()


def test_a_later_version_settles_it(four_years, standing):
    asked = (exports(1466), imports(1111), surplus(300), surplus(355))
    assert at_odds(standing(four_years, *asked)) == ()


def test_only_what_is_of_one_account_is_looked_at():
    whole = [exports(1466), imports(1111), surplus(300)]
    other = [exports(100, item="COFFEE"), imports(900, year=2026)]
    assert of_one_account([whole[2]], [*other, *whole[:2]]) == [*whole[:2], whole[2]]
    assert of_one_account([other[0]], whole) == []
    again, older = surplus(355), surplus(400, issued_on=date(2024, 12, 1))
    assert of_one_account([again], whole) == [*whole[:2], again]
    dated = surplus(300, issued_on=JANUARY_8)
    assert of_one_account([older], [*whole[:2], dated]) == [*whole[:2], dated, older]
    assert of_one_account([target(0.2, measure=TargetMeasure.SHARE)], whole) == []


@pytest.mark.parametrize(("code", "said"), [("en", "355.00 bn"), ("vi", "355,00 tỷ")])
def test_it_is_one_sentence(four_years, standing, code, said):
    billions = [exports(1466e3), imports(1111e3), surplus(300e3)]
    (found,) = at_odds(standing(four_years, *billions))
    assert said in odds(found, language(code))
