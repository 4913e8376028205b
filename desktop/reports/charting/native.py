"""Draws a chart of a report in the markup that Word and PowerPoint share."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from pptx.chart.data import CategoryChartData
from pptx.enum.chart import XL_CHART_TYPE
from pptx.parts.chart import ChartPart
from pptx.presentation import Presentation

from desktop.reports.charting import data_sheet, dressing
from desktop.reports.charting.dressing import Dress
from desktop.reports.content.report import Chart, Kind

if TYPE_CHECKING:
    from datetime import datetime

    from desktop.reports.charting.data_sheet import Run

_TYPES = {
    Kind.LINES: XL_CHART_TYPE.LINE_MARKERS,
    Kind.FAN: XL_CHART_TYPE.LINE_MARKERS,
    Kind.COLUMNS: XL_CHART_TYPE.COLUMN_CLUSTERED,
    Kind.SIGNED: XL_CHART_TYPE.COLUMN_CLUSTERED,
    Kind.BARS: XL_CHART_TYPE.BAR_CLUSTERED,
}


def chart_part(
    chart: Chart, dress: Dress, presentation: Presentation, made_at: datetime
) -> ChartPart:
    """Make a chart part in a presentation's package, with its sheet inside and its look."""
    runs = data_sheet.drawn(chart, dress.band)
    package = presentation.part.package
    part: ChartPart = ChartPart.new(_TYPES[chart.kind], _data(chart, runs), package)
    part.chart_workbook.update_from_xlsx_blob(data_sheet.sheet(chart, runs, made_at))
    dressing.dress(part.chart, chart, runs, dress)
    return part


def _data(chart: Chart, runs: tuple[Run, ...]) -> Any:
    data = CategoryChartData(number_format="General")
    data.categories = chart.categories
    for run in runs:
        data.add_series(run.name, run.values)
    return data
