"""A window on a province's archive says above the pages whose trade they show."""

from dataclasses import replace

from desktop.gui.pages import RECEIVED


def test_the_province_is_named_above_the_overview(window):
    shown = window.overview.overview
    assert window.header.subtitle.text() == ""
    window.frame.tell(replace(shown, province="TP. Huế"))
    assert window.header.subtitle.text() == "TP. Huế"
    window.show_page(RECEIVED)
    window.frame.tell(replace(shown, province="TP. Huế"))
    assert window.header.subtitle.text() == ""
