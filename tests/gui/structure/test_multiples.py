"""Names and amounts of the pages on structure are as short, and as long, as they need to be."""

from __future__ import annotations

import pytest
from PySide6.QtGui import QFontMetrics

from desktop.figures.catalogue import items, markets
from desktop.figures.series import Flow
from desktop.figures.wording import side_by_side
from desktop.gui.fonts import font
from desktop.gui.parts.short_names import fitting, shortened
from desktop.gui.tokens import TINY_SIZE


@pytest.mark.parametrize(
    ("name", "longest", "written"),
    [
        ("Sản phẩm sắt thép", "Sản phẩm sắt thép", "Sản phẩm sắt thép"),
        ("Sản phẩm sắt thép", "SP sắt thép", "SP sắt thép"),
        ("Túi xách, mũ, ô", "Túi xách, mũ", "Túi xách, mũ"),
        ("Túi xách, mũ, ô", "Túi xách", "Túi xách"),
        ("Phương tiện vận tải", "Phương tiện", "PT vận tải"),
        ("Hồng Kông (AHKFTA)", "Hồng Kông (AHKFTA)", "Hồng Kông (AHKFTA)"),
        ("Hồng Kông (AHKFTA)", "Hồng Kông", "AHKFTA"),
        ("Campuchia (VN-Campuchia)", "VN-Campuchia", "VN-Campuchia"),
        ("Hong Kong (China)", "HK (China)", "HK (China)"),
        ("Products made from other basic metals", "Metal products", "Metal products"),
        ("Chemical products", "Chemical prod.", "Chemical prod."),
    ],
)
def test_a_name_is_shortened_as_the_offices_do_before_it_is_cut(qapp, name, longest, written):
    metrics = QFontMetrics(font(TINY_SIZE))
    assert fitting(name, metrics.horizontalAdvance(longest), metrics) == written


@pytest.mark.parametrize("language", ["vi", "en"])
@pytest.mark.parametrize("known", [markets(), items(Flow.EXPORT), items(Flow.IMPORT)])
def test_no_name_is_shortened_to_that_of_another(known, language):
    names = {name.text(language, short=True) for name in known}
    for name in names:
        assert not (set(shortened(name)) - {name}) & names, name


def test_a_name_that_has_no_short_form_is_cut_to_the_room(qapp):
    metrics = QFontMetrics(font(TINY_SIZE))
    room = metrics.horizontalAdvance("Thủ công")
    cut = fitting("Thủ công mỹ nghệ", room, metrics)
    assert cut.endswith("…")
    assert metrics.horizontalAdvance(cut) <= room


@pytest.mark.parametrize(
    ("amounts", "places"),
    [((70.9e9, 7.66e9, None), 2), ((0.9e9, 2e6), 3), ((-3.1e9, 0.0), 2), ((None, 0.0), 2), ((), 2)],
)
def test_a_column_of_small_amounts_alone_has_a_decimal_more(amounts, places):
    assert side_by_side(amounts) == places
