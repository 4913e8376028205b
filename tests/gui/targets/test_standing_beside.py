"""What stands beside a target on its page: superseded versions, and targets that contradict it."""

from __future__ import annotations

from datetime import date

import pytest

from desktop.figures.series import Flow
from desktop.figures.target import Target, TargetMeasure
from desktop.gui.targets.path_chart import target_lines
from tests.gui.targets.conftest import MILLION

pytestmark = [
    pytest.mark.qt_log_ignore("propagateSizeHints", extend=True),
    pytest.mark.slow,
]  # offscreen's own


def test_superseded_versions_keep_their_path_on_the_chart(page, real_office):
    model = page.parts.view.model()
    real_office.set_target(Target(Flow.EXPORT, TargetMeasure.GROWTH, 2025, 0.15, 0.16,
                                  document="NQ 05", issued_on=date(2025, 6, 1)))  # fmt: skip
    page.refresh()
    page.settle()
    assert model is page.parts.view.model()
    documents = [cells[1].text for cells in page.path_panel.versions.grid.rows]
    assert documents == ["NQ 05", "NQ 01"]
    assert page.path_panel.chart.accessibleName() == "Exports · 2025, as a chart"
    assert len(target_lines(page.chosen)) in {3, 4}


def test_each_version_says_where_the_value_that_it_means_comes_from(page, real_office):
    real_office.set_target(Target(Flow.EXPORT, TargetMeasure.GROWTH, 2025, 0.15, 0.16,
                                  document="NQ 05", issued_on=date(2025, 6, 1)))  # fmt: skip
    page.refresh()
    page.settle()
    table = page.path_panel.versions
    offer = next(offer for offer in page.offers if offer.parent() is table)
    assert not offer._here()
    values, base = [], 12_000 * MILLION
    for version in range(2):
        table.selectRow(version)
        (number,) = offer._here()
        assert number.label(offer.lang)
        values.append(real_office.trace(number.name).value)
    assert values == pytest.approx([1.15 * base, 1.12 * base])


def test_another_surplus_than_the_one_asked_for_is_told_beneath_the_list(page, real_office):
    real_office.set_target(Target(Flow.IMPORT, TargetMeasure.VALUE, 2025, 11e9, 11e9))
    page.refresh()
    page.settle()
    assert page.apart.isHidden()
    real_office.set_target(Target(Flow.BALANCE, TargetMeasure.SURPLUS, 2025, 1e9, 1e9))
    page.refresh()
    page.settle()
    assert page.apart.isVisible()
    assert "leave 2.44 bn USD, the surplus asked for is 1.00." in page.apart.text()
