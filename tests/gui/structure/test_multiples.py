"""A cell of the small multiples writes as much of a name as tells the goods apart."""

from __future__ import annotations

import pytest
from PySide6.QtGui import QFontMetrics

from desktop.gui.fonts import font
from desktop.gui.structure.multiples import fitting
from desktop.gui.tokens import TINY_SIZE


@pytest.mark.parametrize(
    ("name", "longest", "written"),
    [
        ("Sản phẩm sắt thép", "Sản phẩm sắt thép", "Sản phẩm sắt thép"),
        ("Sản phẩm sắt thép", "SP sắt thép", "SP sắt thép"),
        ("Túi xách, mũ, ô", "Túi xách, mũ", "Túi xách, mũ"),
        ("Túi xách, mũ, ô", "Túi xách", "Túi xách"),
        ("Phương tiện vận tải", "Phương tiện", "Phương ti…"),
    ],
)
def test_a_name_is_shortened_as_the_offices_do_before_it_is_cut(qapp, name, longest, written):
    metrics = QFontMetrics(font(TINY_SIZE))
    assert fitting(name, metrics.horizontalAdvance(longest), metrics) == written
