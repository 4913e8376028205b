"""How charts look in documents: colours by role, quiet axes, a label where the eye rests."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from pptx.dml.color import RGBColor
from pptx.enum.chart import (
    XL_LABEL_POSITION,
    XL_LEGEND_POSITION,
    XL_MARKER_STYLE,
    XL_TICK_LABEL_POSITION,
    XL_TICK_MARK,
)
from pptx.enum.dml import MSO_LINE
from pptx.util import Pt

from desktop.figures.wording import BILLION
from desktop.reports import palette
from desktop.reports.charting import banding
from desktop.reports.charting.data_sheet import number_format
from desktop.reports.content.report import Chart, Kind, Role, Unit

if TYPE_CHECKING:
    from desktop.reports.charting.data_sheet import Run

_BARS_ROOM = 0.22
"""Of the span of the bars: what their labels take beyond them."""


@dataclass(frozen=True, slots=True)
class Dress:
    """What a form asks of its charts.

    `size` is that of the letters in points, `titled` whether the title stands in the chart;
    `band` names the band of a fan, `language` is a code, `font` its letters (empty: the
    document's own).
    """

    size: float
    titled: bool
    band: str
    language: str
    font: str = palette.FONT


def dress(drawn: Any, chart: Chart, runs: tuple[Run, ...], wanted: Dress) -> None:
    """Dress a chart that was drawn plainly."""
    banding.speak(drawn, wanted.language)
    drawn.font.size = Pt(wanted.size)
    drawn.font.color.rgb = colour(palette.SECONDARY)
    if wanted.font:
        drawn.font.name = wanted.font
    _title(drawn, chart, wanted)
    _legend(drawn, chart, wanted)
    _axes(drawn, chart)
    if chart.least is not None:
        drawn.value_axis.minimum_scale = chart.least / BILLION
    _DRAWN[chart.kind](drawn, chart, runs, wanted)
    if chart.kind is Kind.FAN:
        banding.band(drawn)


def colour(hexed: str) -> Any:
    """Turn ``#1F5FBF`` into what the library takes."""
    return RGBColor.from_string(hexed.removeprefix("#"))


def _title(drawn: Any, chart: Chart, wanted: Dress) -> None:
    drawn.has_title = wanted.titled
    if not wanted.titled:
        return
    frame = drawn.chart_title.text_frame
    frame.text = f"{chart.title} ({chart.unit_name})"
    font = frame.paragraphs[0].runs[0].font
    font.size, font.bold = Pt(wanted.size + 1), True
    font.color.rgb = colour(palette.INK)
    if wanted.font:
        font.name = wanted.font
    drawn.chart_title.include_in_layout = False


def _legend(drawn: Any, chart: Chart, wanted: Dress) -> None:
    drawn.has_legend = chart.kind not in (Kind.SIGNED, Kind.BARS)
    if drawn.has_legend:
        drawn.legend.position = XL_LEGEND_POSITION.BOTTOM
        drawn.legend.include_in_layout = False
        drawn.legend.font.size = Pt(wanted.size)
        drawn.legend.font.color.rgb = colour(palette.SECONDARY)


def _axes(drawn: Any, chart: Chart) -> None:
    values, names = drawn.value_axis, drawn.category_axis
    values.has_major_gridlines = chart.kind is not Kind.BARS
    if values.has_major_gridlines:
        line = values.major_gridlines.format.line
        line.color.rgb, line.width = colour(palette.GRID), Pt(0.75)
    values.format.line.fill.background()
    plain = "#,##0" if chart.unit is Unit.POINTS else number_format(chart, 0)
    values.tick_labels.number_format = plain
    values.tick_labels.number_format_is_linked = False
    for axis in (values, names):
        axis.major_tick_mark = axis.minor_tick_mark = XL_TICK_MARK.NONE
    names.format.line.color.rgb = colour(palette.LINE)
    names.tick_label_position = XL_TICK_LABEL_POSITION.LOW


def _lines(drawn: Any, chart: Chart, runs: tuple[Run, ...], wanted: Dress) -> None:
    number = number_format(chart, 1)
    fan = any(run.role is Role.MEDIAN for run in runs)
    for series, run in zip(drawn.plots[0].series, runs, strict=True):
        series.smooth = False
        series.marker.style = XL_MARKER_STYLE.NONE
        line = series.format.line
        tint, width, dash = _LINES.get(run.role, _LINES[Role.LOW])
        line.color.rgb, line.width = colour(tint), Pt(width)
        if dash:
            line.dash_style = dash
        if run.role is Role.THIS:
            _mark(series, run, wanted, number, labelled=not fan)
        if run.role is Role.MEDIAN:
            _label(series, _last(run), palette.PRIMARY, wanted, number)


def _mark(series: Any, run: Run, wanted: Dress, number: str, *, labelled: bool) -> None:
    """Mark each month of the year, and label the newest, but not where a fan begins at the axis."""
    series.marker.style, series.marker.size = XL_MARKER_STYLE.CIRCLE, 6
    series.marker.format.fill.solid()
    series.marker.format.fill.fore_color.rgb = colour(palette.PRIMARY)
    series.marker.format.line.color.rgb = colour(palette.WHITE)
    if labelled:
        _label(series, _last(run), palette.PRIMARY, wanted, number)


def _last(run: Run) -> int | None:
    known = [place for place, value in enumerate(run.values) if value is not None]
    return known[-1] if known else None


def _label(series: Any, place: int | None, tint: str, wanted: Dress, number: str) -> None:
    """Label one point."""
    if place is None:
        return
    label = series.points[place].data_label
    label.position = XL_LABEL_POSITION.ABOVE
    font = label.font
    font.size, font.bold = Pt(wanted.size + 1), True
    font.color.rgb = colour(tint)
    banding.show_value(label, number)


_LINES: dict[Role | None, tuple[str, float, Any]] = {
    Role.LAST: (palette.LAST_YEAR_LINE, 1.5, None),
    Role.PATH: (palette.TARGET, 1.75, MSO_LINE.DASH),
    Role.THIS: (palette.PRIMARY, 3, None),
    Role.MEDIAN: (palette.PRIMARY, 2.25, MSO_LINE.ROUND_DOT),
    Role.LOW: (palette.PRIMARY_PALE, 1, None),
}


def _columns(drawn: Any, chart: Chart, runs: tuple[Run, ...], _wanted: Dress) -> None:
    plot = drawn.plots[0]
    plot.gap_width, plot.overlap = 55, -5
    for series, run in zip(plot.series, runs, strict=True):
        series.invert_if_negative = False
        _fill(series, _FILLS[run.role])
        if run.role is Role.REQUIRED:
            _outline(series, palette.TARGET)
        if run.role is Role.THIS:
            for place in sorted(chart.estimates):
                _fill(series.points[place], palette.PRIMARY_PALE)
                _outline(series.points[place], palette.PRIMARY)


_FILLS: dict[Role | None, str] = {
    Role.LAST: palette.LAST_YEAR,
    Role.THIS: palette.PRIMARY,
    Role.REQUIRED: palette.TARGET_FILL,
}


def _fill(shape: Any, tint: str) -> None:
    shape.format.fill.solid()
    shape.format.fill.fore_color.rgb = colour(tint)


def _outline(shape: Any, tint: str) -> None:
    """Draw a broken outline: an estimate or a requirement is not told by colour alone."""
    line = shape.format.line
    line.color.rgb, line.width, line.dash_style = colour(tint), Pt(1), MSO_LINE.DASH


def _signed(drawn: Any, chart: Chart, runs: tuple[Run, ...], wanted: Dress) -> None:
    _sided(drawn, runs[0], (palette.GOOD, palette.TARGET))
    drawn.plots[0].gap_width = 45
    _labels(drawn.plots[0], number_format(chart, 1, signed=True), wanted)


def _bars(drawn: Any, chart: Chart, runs: tuple[Run, ...], wanted: Dress) -> None:
    _sided(drawn, runs[0], (palette.PRIMARY, palette.BAD))
    drawn.plots[0].gap_width = 40
    _labels(drawn.plots[0], number_format(chart, 1), wanted)
    drawn.category_axis.reverse_order = True
    drawn.category_axis.tick_labels.font.size = Pt(wanted.size)
    values = drawn.value_axis
    values.visible = False
    known = [0.0, *(v for v in runs[0].values if v is not None)]
    low, high = min(known), max(known)
    room = _BARS_ROOM * (high - low)
    values.minimum_scale, values.maximum_scale = low - room if low < 0 else 0.0, high + room


def _sided(drawn: Any, run: Run, tints: tuple[str, str]) -> None:
    series = drawn.plots[0].series[0]
    series.invert_if_negative = False
    _fill(series, tints[0])
    for place, value in enumerate(run.values):
        if value is not None and value < 0:
            _fill(series.points[place], tints[1])


def _labels(plot: Any, number: str, wanted: Dress) -> None:
    plot.has_data_labels = True
    labels = plot.data_labels
    labels.number_format, labels.number_format_is_linked = number, False
    labels.position = XL_LABEL_POSITION.OUTSIDE_END
    labels.show_value = True
    labels.font.size = Pt(wanted.size)
    labels.font.color.rgb = colour(palette.INK)


_DRAWN: dict[Kind, Callable[[Any, Chart, tuple[Run, ...], Dress], None]] = {
    Kind.LINES: _lines,
    Kind.FAN: _lines,
    Kind.COLUMNS: _columns,
    Kind.SIGNED: _signed,
    Kind.BARS: _bars,
}
