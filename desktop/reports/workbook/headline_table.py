"""The table of headline figures: live formulas, each cell with a name of its own."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from desktop.analysis.results import Overview, Progress
from desktop.analysis.season_wording import years_told
from desktop.analysis.wording import ORIGINS, PACE, PHASINGS, REASONS
from desktop.figures.figure import Source
from desktop.figures.target import TargetMeasure
from desktop.figures.wording import N_
from desktop.reports.workbook import look
from desktop.reports.workbook.live import Live
from desktop.reports.workbook.months_table import MonthCells, in_millions
from desktop.reports.workbook.page import Page

LABEL, EXPORTS, IMPORTS, NOTE, END = (0, 4), (5, 6), (7, 8), 9, 14
"""First and last columns of the label, of exports, of imports; of the note."""
NOT_KNOWN = "–"


@dataclass(frozen=True, slots=True)
class FlowCells:
    """What the other sheets know of one flow: its months, and its path through the month."""

    progress: Progress
    months: MonthCells
    path: Live | None

    @property
    def index(self) -> int:
        """Place of the last month that counts, from 0."""
        return self.progress.through.number - 1


@dataclass(frozen=True, slots=True)
class _Line:
    """One row: the end of its cells' names, its label, number format, content, and note."""

    key: str
    label: str
    number: str
    content: Callable[[FlowCells, dict[str, Live]], Live | float | None]
    note: Callable[[Page, Progress], str | Source | None] = lambda _page, _progress: None
    only_for_a_range: bool = False


def write(
    page: Page, row: int, exports: FlowCells, imports: FlowCells, overview: Overview
) -> tuple[dict[str, Live], int]:
    """Write the table from a row on; give its cells by name, and the row after it."""
    cells: dict[str, Live] = {}
    _heads(page, row)
    for line in _LINES:
        if line.only_for_a_range and exports.progress.target_high_usd is None:
            cells[f"exports_{line.key}"] = Live.unknown()
            continue
        row += 1
        page.span(row, *LABEL, page.language._(line.label), "cell")
        for flow, columns in ((exports, EXPORTS), (imports, IMPORTS)):
            _figure(page, row, columns, flow, line, cells)
        note = line.note(page, exports.progress)
        page.span(row, NOTE, END, str(note) if note else None, "muted", indent=1)
    row += 1
    _status(page, row, overview)
    row += 1
    _balance(page, row, cells)
    return cells, row + 1


def _heads(page: Page, row: int) -> None:
    say = page.language._
    page.span(row, *LABEL, say("Million US dollars"), "head_left")
    page.span(row, *EXPORTS, say("Exports"), "head", align="right")
    page.span(row, *IMPORTS, say("Imports"), "head", align="right")
    page.span(row, NOTE, END, say("Of exports"), "head_left", indent=1)


def _label(page: Page, row: int, label: str) -> None:
    page.span(row, *LABEL, page.language._(label), "cell")


def _figure(
    page: Page,
    row: int,
    columns: tuple[int, int],
    flow: FlowCells,
    line: _Line,
    cells: dict[str, Live],
) -> None:
    prefix = f"{flow.progress.flow.value}s_"
    own = {key.removeprefix(prefix): c for key, c in cells.items() if key.startswith(prefix)}
    content = line.content(flow, own)
    if (content.value if isinstance(content, Live) else content) is None:
        page.span(row, *columns, NOT_KNOWN, "cell", align="right")
        cells[prefix + line.key] = Live.unknown()
        return
    cell = page.span(row, *columns, content, "cell", line.number)
    cells[prefix + line.key] = cell
    page.named(prefix + line.key, cell)


def _status(page: Page, row: int, overview: Overview) -> None:
    say, exports = page.language._, overview.exports
    _label(page, row, N_("Status"))
    for columns, progress in ((EXPORTS, exports), (IMPORTS, overview.imports)):
        text = say(PACE[progress.status]) if progress.target else NOT_KNOWN
        page.span(row, *columns, text, "cell", align="right", bold=True)
    page.span(row, NOTE, END, say(REASONS[exports.reason]), "muted", indent=1)


def _balance(page: Page, row: int, cells: dict[str, Live]) -> None:
    """Write the balance to date and a year before, under exports and imports."""
    _label(page, row, N_("Trade balance to date; a year before"))
    for key, columns, part in (
        ("balance", EXPORTS, "cumulative"),
        ("balance_last_year", IMPORTS, "last_year"),
    ):
        content = cells[f"exports_{part}"] - cells[f"imports_{part}"]
        known = content.value is not None
        shown: Live | str = content if known else NOT_KNOWN
        cell = page.span(row, *columns, shown, "cell", look.SIGNED_MILLIONS, align="right")
        cells[key] = cell
        if known:
            page.named(key, cell)
    page.span(row, NOTE, END, page.language._("exports less imports"), "muted", indent=1)


def _target(flow: FlowCells, cells: dict[str, Live]) -> Live | float | None:
    target = flow.progress.target
    if target is None or flow.progress.target_usd is None:
        return None
    if target.measure is TargetMeasure.GROWTH:
        return cells["base_year"] * (Live.number(1) + cells["target_growth"])
    return in_millions(flow.progress.target_usd)


def _high_target(flow: FlowCells, cells: dict[str, Live]) -> Live | float | None:
    target = flow.progress.target
    if target is None or flow.progress.target_high_usd is None:
        return None
    if target.measure is TargetMeasure.GROWTH:
        return cells["base_year"] * (Live.number(1) + Live.number(target.high))
    return in_millions(flow.progress.target_high_usd)


def _target_growth(flow: FlowCells, _cells: dict[str, Live]) -> float | None:
    target = flow.progress.target
    if target is not None and target.measure is TargetMeasure.GROWTH:
        return target.low
    return flow.progress.target_growth


def _path(flow: FlowCells, _cells: dict[str, Live]) -> Live | float | None:
    return flow.path or in_millions(flow.progress.path)


def _months_left(flow: FlowCells, _cells: dict[str, Live]) -> float | None:
    known = flow.progress.cumulative is not None and flow.progress.target_usd is not None
    return flow.progress.months_left if known else None


def _required(_flow: FlowCells, cells: dict[str, Live]) -> Live:
    return (cells["target"] - cells["cumulative"]).at_least_zero() / cells["months_left"]


def _required_growth(flow: FlowCells, cells: dict[str, Live]) -> Live | None:
    if flow.progress.required_growth is None:
        return None
    needed = cells["required_monthly"] * cells["months_left"]
    return needed / (cells["base_year"] - cells["last_year"]) - 1


def _origin(page: Page, progress: Progress) -> str | None:
    if progress.cumulative_origin is None:
        return None
    origin = page.language._(ORIGINS[progress.cumulative_origin])
    return f"{origin} · {progress.cumulative_source}" if progress.cumulative_source else origin


def _document(_page: Page, progress: Progress) -> str | None:
    return progress.target.document if progress.target else None


def _phasing(page: Page, progress: Progress) -> str | None:
    if progress.path is None:
        return None
    years = years_told(progress.season, page.language) if progress.season else ""
    if not years:
        return page.language._(PHASINGS[progress.phasing])
    return page.language._("by the seasons of {years}", years=years)


_LINES = (
    _Line("cumulative", N_("To date"), look.MILLIONS, lambda f, _: f.months.to_date[f.index],
          _origin),
    _Line("last_year", N_("The same months last year"), look.MILLIONS,
          lambda f, _: f.months.last_to_date[f.index]),
    _Line("growth_printed", N_("Growth, as printed"), look.SIGNED_PERCENT,
          lambda f, _: f.progress.growth_printed, lambda _, p: p.growth_printed_source),
    _Line("growth", N_("Growth, recomputed"), look.SIGNED_PERCENT,
          lambda _, c: c["cumulative"] / c["last_year"] - 1),
    _Line("base_year", N_("The whole of last year"), look.MILLIONS,
          lambda f, _: f.months.last_year),
    _Line("target_growth", N_("Target: growth on last year"), look.SIGNED_PERCENT, _target_growth),
    _Line("target", N_("The year's target"), look.MILLIONS, _target, _document),
    _Line("target_high", N_("Target for the year, upper end"), look.MILLIONS, _high_target,
          only_for_a_range=True),
    _Line("share_of_target", N_("Share of the year's target"), look.PERCENT,
          lambda _, c: c["cumulative"] / c["target"]),
    _Line("path", N_("Path to date"), look.MILLIONS, _path, _phasing),
    _Line("gap", N_("Gap to the path"), look.SIGNED_MILLIONS,
          lambda _, c: c["cumulative"] - c["path"]),
    _Line("monthly_average", N_("Average of a month so far"), look.MILLIONS,
          lambda f, c: c["cumulative"] / float(f.progress.through.number)),
    _Line("months_left", N_("Months left"), look.WHOLE, _months_left),
    _Line("required_monthly", N_("Required each month left"), look.MILLIONS, _required),
    _Line("required_growth", N_("Growth that means"), look.SIGNED_PERCENT, _required_growth),
)  # fmt: skip
