"""The charts, native so that the reader can change and copy them. They draw from cells."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from xlsxwriter.chart import Chart
from xlsxwriter.workbook import Workbook

from desktop.reports.workbook import look
from desktop.reports.workbook.live import Place

_FIVE_BILLIONS = 5_000.0
PLAIN_PLACES = 2
"""Decimals of billions where amounts are a country's: an axis needs none, a label one."""


def _billions(places: int, least: int) -> str:
    """Give the number format that shows millions as billions: so fine, finer for small amounts."""
    decimals = places if places > PLAIN_PLACES else least
    return "#,##0" + ("." + "0" * decimals if decimals else "") + ","


@dataclass(frozen=True, slots=True)
class Run:
    """Cells in a row or a column that a chart draws, by their ends; and what they are called."""

    name: str
    first: Place
    last: Place

    @property
    def values(self) -> list[Any]:
        """The range as XlsxWriter takes it."""
        f, t = self.first, self.last
        return [f.sheet, f.row, f.column, t.row, t.column]


@dataclass(frozen=True, slots=True)
class Size:
    """Width and height in pixels."""

    width: int
    height: int


def cumulative(
    workbook: Workbook, title: str, unit: str, months: Run, lines: Sequence[Run], through: int,
    places: int = PLAIN_PLACES,
) -> Chart:  # fmt: skip
    """Draw the cumulative (first line) against the path (second) and last year (third)."""
    chart = workbook.add_chart({"type": "line"})
    this, path, last = lines
    _line(chart, months, last, {"color": look.LAST_YEAR_LINE, "width": 1.5})
    _line(chart, months, path, {"color": look.TARGET, "width": 1.75, "dash_type": "dash"})
    _line(
        chart,
        months,
        this,
        {"color": look.PRIMARY, "width": 3},
        marker={
            "type": "circle",
            "size": 5,
            "fill": {"color": look.PRIMARY},
            "border": {"color": look.WHITE},
        },
        data_labels=_only(through, _billions(places, 1)),
    )
    _dress(chart, title, unit, _billions(places, 0))
    return chart


def months(
    workbook: Workbook,
    title: str,
    unit: str,
    axis: Run,
    runs: Sequence[Run],
    estimates: Sequence[bool],
    places: int = PLAIN_PLACES,
) -> Chart:
    """Draw this year's months (first), what is still required (second), last year (third)."""
    this, required, last = runs
    chart = workbook.add_chart({"type": "column"})
    _columns(chart, axis, this, look.PRIMARY, points=[_estimate(e) for e in estimates])
    _columns(chart, axis, required, look.TARGET_FILL, dashed=look.TARGET)
    line = workbook.add_chart({"type": "line"})
    _line(
        line,
        axis,
        last,
        {"color": look.LAST_YEAR_LINE, "width": 1.5},
        marker={
            "type": "diamond",
            "size": 5,
            "fill": {"color": look.WHITE},
            "border": {"color": look.LAST_YEAR_LINE},
        },
    )
    chart.combine(line)
    _dress(chart, title, unit, _billions(places, 0))
    return chart


def signed(
    workbook: Workbook, title: str, unit: str, axis: Run, run: Run,
    values: Sequence[float | None], places: int = PLAIN_PLACES,
) -> Chart:  # fmt: skip
    """Draw surpluses and deficits, or gaps to the path: above nothing green, below orange."""
    chart = workbook.add_chart({"type": "column"})
    number = _billions(places, 1)
    signed = f'+{number};"−"{number};0.0'
    points = [_signed_point(value, look.TARGET) for value in values]
    _columns(
        chart,
        axis,
        run,
        look.GOOD,
        points=points,
        data_labels={"value": True, "num_format": signed, "font": _font(8)},
    )
    _dress(chart, title, unit, _billions(places, 0), legend=False)
    chart.set_x_axis({"label_position": "low", "num_font": _font(8), "line": {"color": look.LINE}})
    return chart


def contributions(
    workbook: Workbook, title: str, unit: str, names: Run, run: Run, values: Sequence[float | None]
) -> Chart:
    """Draw what carries and what drags, the largest on top."""
    chart = workbook.add_chart({"type": "bar"})
    points = [_signed_point(value, look.BAD, look.PRIMARY) for value in values]
    chart.add_series(
        {
            "name": run.name,
            "categories": names.values,
            "values": run.values,
            "points": points,
            "fill": {"color": look.PRIMARY},
            "gap": 45,
            "data_labels": {"value": True, "num_format": look.SIGNED_POINTS, "font": _font(9)},
        }
    )
    _dress(chart, title, unit, "0", legend=False)
    chart.set_y_axis(
        {
            "reverse": True,
            "label_position": "low",
            "num_font": _font(9),
            "line": {"color": look.LINE},
            "major_gridlines": {"visible": False},
        }
    )
    chart.set_x_axis({"visible": False, "major_gridlines": {"visible": False}, **_room(values)})
    return chart


def _room(values: Sequence[float | None]) -> dict[str, float]:
    """Leave room beyond the bars for their labels, which would lie on the names."""
    known = [0.0, *(v for v in values if v is not None)]
    low, high = min(known), max(known)
    margin = 0.2 * (high - low)
    return {"min": low - margin if low < 0 else 0.0, "max": high + margin}


def fan(
    workbook: Workbook, title: str, unit: str, axis: Run, runs: Sequence[Run], least: float,
    places: int = PLAIN_PLACES,
) -> Chart:  # fmt: skip
    """Draw the median (first line) between the ends of its band, whose `least` is the lowest."""
    chart = workbook.add_chart({"type": "line"})
    median, *ends = runs
    for end in ends:
        _line(chart, axis, end, {"color": look.PRIMARY_PALE, "width": 1.5, "dash_type": "dash"})
    _line(chart, axis, median, {"color": look.PRIMARY, "width": 3})
    floor = max(0.0, least // _FIVE_BILLIONS * _FIVE_BILLIONS)
    _dress(chart, title, unit, _billions(places, 0), min=floor)
    return chart


def sized(chart: Chart, size: Size) -> Chart:
    """Give a chart its size."""
    chart.set_size({"width": size.width, "height": size.height})
    return chart


def _line(chart: Chart, axis: Run, run: Run, line: dict[str, Any], **more: Any) -> None:
    chart.add_series(
        {"name": run.name, "categories": axis.values, "values": run.values, "line": line, **more}
    )


def _columns(
    chart: Chart, axis: Run, run: Run, colour: str, *, dashed: str = "", **more: Any
) -> None:
    border = {"color": dashed, "dash_type": "dash", "width": 0.75} if dashed else {"none": True}
    chart.add_series(
        {
            "name": run.name,
            "categories": axis.values,
            "values": run.values,
            "gap": 45,
            "overlap": 100,
            "fill": {"color": colour},
            "border": border,
            **more,
        }
    )


def _estimate(is_estimate: bool) -> dict[str, Any] | None:  # noqa: FBT001 - its only argument
    """Draw an estimate paler and with a broken outline, not by colour alone."""
    if not is_estimate:
        return None
    return {
        "fill": {"color": look.PRIMARY_PALE},
        "border": {"color": look.PRIMARY, "dash_type": "dash", "width": 1},
    }


def _signed_point(value: float | None, below: str, above: str = look.GOOD) -> dict[str, Any] | None:
    if value is None:
        return None
    return {"fill": {"color": above if value >= 0 else below}}


def _only(index: int, number: str) -> dict[str, Any]:
    """Label one point of a series: that of a month (1-12)."""
    custom: list[dict[str, Any] | None] = [{"delete": True} for _ in range(12)]
    custom[index - 1] = None
    return {
        "value": True,
        "num_format": number,
        "position": "above",
        "custom": custom,
        "font": {**_font(10), "bold": True, "color": look.PRIMARY},
    }


def _dress(
    chart: Chart, title: str, unit: str, number: str, *, legend: bool = True, **axis: float
) -> None:
    chart.set_title(
        {
            "name": f"{title} ({unit})",
            "overlay": False,
            "name_font": {**_font(11), "bold": True, "color": look.INK},
        }
    )
    chart.set_y_axis(
        {
            "num_format": number,
            "num_font": _font(8),
            "line": {"none": True},
            "major_gridlines": {"visible": True, "line": {"color": "#E6E9ED", "width": 0.75}},
            **axis,
        }
    )
    chart.set_x_axis({"num_font": _font(8), "line": {"color": look.LINE}})
    if legend:
        chart.set_legend({"position": "bottom", "font": _font(9)})
    else:
        chart.set_legend({"none": True})
    chart.set_chartarea({"border": {"color": look.LINE}})
    chart.show_blanks_as("gap")


def _font(size: int) -> dict[str, Any]:
    return {"name": look.FONT, "size": size, "color": look.SECONDARY}
