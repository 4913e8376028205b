"""The figures that a warning rests on, as a table: one unit for what stands together."""

from __future__ import annotations

from dataclasses import replace

import pytest

from desktop.analysis.warnings.results import Evidence, Fact
from desktop.figures.wording import Language
from desktop.gui.warnings.evidence import evidence_grid
from tests.gui.example_warnings import TO_JUNE, falling

VI, EN = Language("vi"), Language("en")


@pytest.mark.parametrize(
    ("other", "told"),
    [
        (0.45e9, ["3,700.0 m USD", "450.0 m USD"]),
        (1.2e9, ["3.70 bn USD", "1.20 bn USD"]),
    ],
)
def test_amounts_that_stand_together_are_in_one_unit(other, told):
    warning = falling("STEEL", 0.2)
    base = Evidence(Fact.BASE, warning.series, TO_JUNE, other)

    rows = evidence_grid(replace(warning, more=(base,)), EN).rows

    assert [cells[3].text for cells in rows] == ["−20.0%", *told]


def test_a_value_alone_is_told_in_the_unit_that_suits_it():
    rows = evidence_grid(falling("STEEL", 0.2), VI).rows
    assert rows[1][3].text == "3,70 tỷ USD"
