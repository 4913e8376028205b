"""What charts say where something cannot be done, and what is called as they are."""

from __future__ import annotations

from desktop.gui.charts.plot import Plot


def test_where_there_are_no_months_noting_an_event_says_so(window, idle, qtbot):
    window.show_page("markets")
    idle(window)
    charting = window.charts.charting
    with qtbot.waitSignal(charting.said) as said:
        charting.ask_for_note(window.pages.structure("markets").ranking)
    assert said.args[0].sentence == "This drawing has no months to note an event in."


def test_a_charts_viewport_is_called_as_the_chart_is(window, idle):
    idle(window)
    charts = window.overview.findChildren(Plot)
    names = [chart.viewport().accessibleName() for chart in charts]
    assert names
    assert all(names)
    assert names == [chart.accessibleName() for chart in charts]
