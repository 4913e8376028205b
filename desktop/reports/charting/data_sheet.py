"""The sheet inside a chart: its figures, as Word and PowerPoint open them for editing."""

from __future__ import annotations

import io
from dataclasses import dataclass
from datetime import datetime

from xlsxwriter.utility import xl_rowcol_to_cell
from xlsxwriter.workbook import Workbook

from desktop.analysis.growth import difference
from desktop.figures.wording import BILLION
from desktop.reports import palette
from desktop.reports.content.report import Chart, Kind, Role, Unit

_SCALE = {Unit.USD: 1 / BILLION, Unit.POINTS: 100.0}


def number_format(chart: Chart, least: int, *, signed: bool = False) -> str:
    """Give the number format of a chart's values: points, or billions with so many decimals."""
    if chart.unit is Unit.POINTS:
        return "+0.0;−0.0;0.0"
    decimals = chart.decimals(least)
    plain = "#,##0" + ("." + "0" * decimals if decimals else "")
    return f"+{plain};−{plain};{plain.removeprefix('#,##')}" if signed else plain


@dataclass(frozen=True, slots=True)
class Run:
    """A column of the sheet that the chart draws: `role` of None is the width of a band."""

    role: Role | None
    name: str
    values: tuple[float | None, ...]


def drawn(chart: Chart, band: str) -> tuple[Run, ...]:
    """Give the columns that a chart draws: billions, or points.

    A fan is drawn as its low end and, stacked on it, the width of its band, named `band`.
    """
    scale = _SCALE[chart.unit]
    runs = [
        Run(s.role, s.name, tuple(None if v is None else v * scale for v in s.values))
        for s in chart.series
    ]
    if chart.kind is not Kind.FAN:
        return tuple(runs)
    of = {run.role: run for run in runs}
    low, high = of[Role.LOW], of[Role.HIGH]
    widths = (difference(*pair) for pair in zip(high.values, low.values, strict=True))
    rest = (run for run in runs if run.role not in (Role.LOW, Role.HIGH))
    return (low, Run(None, band, tuple(widths)), *rest)


def sheet(chart: Chart, runs: tuple[Run, ...], made_at: datetime) -> bytes:
    """Write the sheet: categories, a column for each run, and of a fan its high end beside them."""
    content = io.BytesIO()
    with Workbook(content, {"in_memory": True, "strings_to_formulas": False}) as book:
        book.set_properties({"created": made_at.replace(tzinfo=None)})
        page = book.add_worksheet("Sheet1")  # the name that the chart's references use
        font = {"font_name": palette.FONT, "font_size": 10}
        head = book.add_format({**font, "bold": True, "text_wrap": True, "valign": "vcenter",
                                "bg_color": palette.PRIMARY_SOFT, "bottom": 2})  # fmt: skip
        text, cell = (book.add_format({**font, **more}) for more in
                      ({}, {"num_format": number_format(chart, 2)}))  # fmt: skip
        page.write_blank(0, 0, None, head)
        for row, name in enumerate(chart.categories, 1):
            page.write_string(row, 0, name, text)
        columns = [*runs, *_high(chart)]
        for column, run in enumerate(columns, 1):
            page.write_string(0, column, run.name, head)
            for row, value in enumerate(run.values, 1):
                if value is None:
                    continue
                if run.role is None:
                    high = xl_rowcol_to_cell(row, len(columns))
                    low = xl_rowcol_to_cell(row, 1)
                    page.write_formula(row, column, f"={high}-{low}", cell, value)
                else:
                    page.write_number(row, column, value, cell)
        page.set_column(0, 0, max(12, *(len(name) for name in chart.categories)))
        page.set_column(1, len(columns), 14)
        page.freeze_panes(1, 1)
    return content.getvalue()


def _high(chart: Chart) -> tuple[Run, ...]:
    high = chart.role(Role.HIGH)
    if high is None:
        return ()
    scale = _SCALE[chart.unit]
    values = tuple(None if v is None else v * scale for v in high.values)
    return (Run(Role.HIGH, high.name, values),)
