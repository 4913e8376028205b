"""What stands in place of the balance's steps is written within the card."""

from __future__ import annotations

from PySide6.QtGui import QColor

from desktop.gui.balance.bridge import BridgeChart
from desktop.gui.tokens import LIGHT


def test_a_long_reason_is_wrapped_and_not_cut(qtbot):
    chart = BridgeChart()
    qtbot.addWidget(chart)
    chart.resize(300, 200)
    chart.explain("Chưa có báo cáo nào cho cả xuất khẩu và nhập khẩu của các tháng này. " * 2)
    picture = chart.grab().toImage()
    ground = picture.pixelColor(0, 0)
    inked = {
        x for x in range(picture.width()) for y in range(picture.height())
        if picture.pixelColor(x, y) != ground
    }  # fmt: skip
    assert inked, QColor(LIGHT.muted).name()
    assert min(inked) >= 20
    assert max(inked) <= picture.width() - 20
