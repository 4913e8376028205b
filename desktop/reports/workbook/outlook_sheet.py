"""The sheet of the outlook: where the year will end, how sure that is, and why."""

from __future__ import annotations

from typing import TYPE_CHECKING

from desktop.analysis.outlook.scenario_wording import assumptions, caveats
from desktop.analysis.outlook.wording import (
    RULES,
    UNSAID,
    chance_word,
    early,
    silent,
    usual_revision,
)
from desktop.figures.series import Flow
from desktop.figures.target_names import FLOW_NAMES, scope_name
from desktop.figures.target_texts import amount_name, period_name
from desktop.figures.wording import N_
from desktop.reports.prose.outlook import made_of_sentences, move_sentence
from desktop.reports.workbook import charts, look
from desktop.reports.workbook.charts import Run, Size
from desktop.reports.workbook.live import Live, Place, agreeing
from desktop.reports.workbook.months_table import in_millions
from desktop.reports.workbook.page import HEAD_ROW, ROW_PIXELS, Desk, Page

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from desktop.analysis.outlook.results import Band, FlowOutlook, Outlook, TargetChance
    from desktop.analysis.outlook.scenario_results import Assumed
    from desktop.figures.wording import Language

(
    NAME, KNOWN, BASE, MEDIAN, GROWTH, LEFT, LOW_50, HIGH_50, LOW_80, HIGH_80, LOW_95, HIGH_95,
) = range(12)  # fmt: skip
ASKED = KNOWN
"""In the table of chances, what is asked stands where the bands have what is known."""
WIDTHS = (40.0, *(13.0,) * 11)
_HEADS = (
    N_("Where the year ends"), N_("Known to date"), N_("The year before"), N_("Median"),
    N_("Growth of the median"), N_("Still to come"), N_("Low, 50 of 100"), N_("High, 50 of 100"),
    N_("Low, 80 of 100"), N_("High, 80 of 100"), N_("Low, 95 of 100"), N_("High, 95 of 100"),
)  # fmt: skip
_CHANCE_HEADS = (N_("Target"), N_("Asked"), N_("Low end"), N_("High end"), N_("Chance"),
                 N_("Chance of the high end"))  # fmt: skip
_FAN_HEADS = (
    N_("Month to come"), N_("Month, median"), N_("Low, 80 of 100"), N_("High, 80 of 100"),
    N_("To date, median"), N_("Low, 80 of 100"), N_("High, 80 of 100"),
)  # fmt: skip
_SCENARIO_HEADS = (
    N_("Scenario"), N_("Median without it"), N_("Median with it"), N_("Low, 80 of 100"),
    N_("High, 80 of 100"), N_("Chance without it"), N_("Chance with it"),
)  # fmt: skip
_CHART_ROWS = 17


def write(desk: Desk, told: Outlook, scenarios: Sequence[Assumed] = ()) -> None:
    """Write the outlook: both flows and the balance, the targets' chances, the months, reasons."""
    language = desk.language
    say = language._
    page = desk.page(say("Outlook"), WIDTHS)
    page.title(
        say("Where {year} will end", year=told.year),
        say("Million US dollars, from figures to {month}. Of 100 outcomes 80 lie in the 80 band.",
            month=language.month(told.through)),
    )  # fmt: skip
    page.heads([say(head) for head in _HEADS], left=(NAME,))
    row = HEAD_ROW + 1
    for flow in (told.exports, told.imports):
        _flow(page, row, flow)
        row += 1
    if told.balance:
        name = say(FLOW_NAMES[Flow.BALANCE])
        _band_row(page, row, name, (told.balance.known, told.balance.base), told.balance.band)
        row += 1
    row = _chances(page, row + 1, told)
    row = _scenarios(page, row, scenarios)
    row = _reasons(page, row + 1, told)
    row = _record(page, row, told.exports)
    row = _fan(desk, page, row + 1, told.exports)
    page.foot(say("Where {year} will end", year=told.year))
    page.freeze(1)
    page.print_to(row)


def _flow(page: Page, row: int, flow: FlowOutlook) -> None:
    name = page.language._(FLOW_NAMES[flow.flow])
    cell = _band_row(page, row, name, (flow.known, flow.base), flow.band)
    if flow.band is None:
        return
    page.named(f"outlook_{'exports' if flow.flow is Flow.EXPORT else 'imports'}", cell)
    base = Live.cell(Place(page.name, row, BASE), in_millions(flow.base))
    page.put(row, GROWTH, agreeing(cell / base - 1, flow.growth), "cell", look.SIGNED_PERCENT)
    page.signs((row, GROWTH), (row, GROWTH), look.SIGNED_PERCENT)


def _band_row(
    page: Page, row: int, name: str, known: tuple[float, float | None], band: Band | None
) -> Live:
    """Write a band; give the median's cell."""
    signed = look.MILLIONS
    page.put(row, NAME, name, "cell", bold=True)
    to_date = page.put(row, KNOWN, in_millions(known[0]), "cell", signed)
    page.put(row, BASE, in_millions(known[1]), "cell", signed)
    median = page.put(
        row, MEDIAN, in_millions(band.median) if band else None, "cell", signed, bold=True
    )
    page.put(row, GROWTH, None)
    page.put(row, LEFT, median - to_date if band else None, "cell", signed)
    ends = (*band.half, *band.most, *band.nearly_all) if band else (None,) * 6
    for column, end in enumerate(ends, LOW_50):
        page.put(row, column, in_millions(end), "cell", signed)
    return median


def _chances(page: Page, row: int, told: Outlook) -> int:
    """Write how likely each target is met; give the row after it."""
    say = page.language._
    page.heads([say(head) for head in _CHANCE_HEADS], left=(NAME,), row=row)
    page.span(row, LEFT + 1, page.last_column, say("In words"), "head_left")
    for number, one in enumerate(told.chances, 1):
        row += 1
        _chance(page, row, number, one)
    if not told.chances:
        row += 1
        page.paragraph(row, say("No target is in force for this year."), "sentence", 11)
    if told.joint and told.joint.targets > 1:
        row += 1
        page.put(row, NAME, say("All {count} together", count=told.joint.targets), "sum")
        for column in range(ASKED, LEFT + 1):
            page.put(row, column, None, "sum")
        page.put(row, GROWTH, told.joint.chance, "sum", "0%")
        page.span(row, LEFT + 1, page.last_column, say(chance_word(told.joint.chance)), "sum")
    return row + 1


def _chance(page: Page, row: int, number: int, one: TargetChance) -> None:
    language = page.language
    name = f"{scope_name(one.scope, language)} · {period_name(one.target, language)}"
    page.wrapped(row, NAME, name)
    page.put(row, ASKED, amount_name(one.target, language), "cell", align="right")
    form = look.PERCENT if one.target.is_share else look.MILLIONS
    for column, end in ((BASE, one.low), (MEDIAN, one.high)):
        page.put(row, column, end if one.target.is_share else in_millions(end), "cell", form)
    chance = page.put(row, GROWTH, one.chance, "cell", "0%", bold=True)
    page.put(row, LEFT, one.chance_high, "cell", "0%")
    why = f" — {language._(UNSAID[one.unsaid])}" if one.unsaid else ""
    word = language._(chance_word(one.chance)) + why
    page.span(row, LEFT + 1, page.last_column, word, "cell")
    if one.chance is not None:
        page.named(f"chance_{number}", chance)


def _scenarios(page: Page, row: int, found: Sequence[Assumed]) -> int:
    """Write what each scenario would change of exports, as whose assumption; give the next row."""
    language = page.language
    if not found:
        return row
    row = page.section(row + 1, language._("Scenarios: assumptions, not forecasts"))
    page.heads([language._(head) for head in _SCENARIO_HEADS], left=(NAME,), row=row)
    for one in found:
        exports = one.flow(Flow.EXPORT)
        if exports is None:
            continue
        row += 1
        page.wrapped(row, NAME, one.scenario.name)
        amounts = (exports.before.median, exports.after.median, *exports.after.most)
        for column, amount in enumerate(amounts, KNOWN):
            page.put(row, column, in_millions(amount), "cell", look.MILLIONS)
        chance = one.headline
        for column, share in enumerate((chance.before, chance.after) if chance else (), LEFT):
            page.put(row, column, share, "cell", "0%")
    row += 1
    for one in found:
        texts = [*assumptions(one.scenario, language), *caveats(one, language)]
        page.paragraph(row, f"•  {one.scenario.name}: {'; '.join(texts)}", "sentence", 11)
        row += 1
    return row


def _reasons(page: Page, row: int, told: Outlook) -> int:
    """Write why: what moved the answer, what it is made of, why it is early; give the next row."""
    row = page.section(row, page.language._("Why"))
    for flow in (told.exports, told.imports):
        name = page.language._(FLOW_NAMES[flow.flow])
        for text in _said(flow, page.language):
            page.paragraph(row, f"•  {name}: {text}", "sentence", 11)
            row += 1
    return row


def _said(flow: FlowOutlook, language: Language) -> Iterator[str]:
    texts = (
        silent(flow.landing, language), early(flow, language), move_sentence(flow, language),
        made_of_sentences(flow, language), usual_revision(flow, language),
    )  # fmt: skip
    yield from (text for text in texts if text)


def _record(page: Page, row: int, flow: FlowOutlook) -> int:
    """Say how wrong this and the rules of hand were at this month of past years."""
    if flow.record is None:
        return row
    language, record = page.language, flow.record
    errors = "; ".join(
        f"{language._(RULES[rule])} {language.percent(error)}"
        for rule, error in record.errors.items()
    )
    text = language._(
        "Mean error of exports at this month of {first}–{last}: {errors}. Within the 80 band: "
        "{held} of {years} years.",
        first=record.years[0], last=record.years[-1], errors=errors, held=record.held,
        years=len(record.years),
    )  # fmt: skip
    page.paragraph(row, f"•  {text}", "sentence", 11)
    return row + 1


def _fan(desk: Desk, page: Page, row: int, flow: FlowOutlook) -> int:
    """Write and draw what the months to come may bring; give the last row."""
    if not flow.fan:
        return row
    language = page.language
    row = page.section(row, language._("Exports of the months to come"))
    page.heads([language._(head) for head in _FAN_HEADS], left=(NAME,), row=row)
    first = row + 1
    for point in flow.fan:
        row += 1
        page.put(row, NAME, language.month_tick(point.month.number), "cell")
        for column, band in ((1, point.alone), (4, point.to_date)):
            for offset, amount in enumerate((band.median, *band.most)):
                page.put(row, column + offset, in_millions(amount), "cell", look.MILLIONS)
    page.named_area("outlook_months", (first - 1, 0), (row, 6))
    if len(flow.fan) > 1:
        _draw(desk, page, (first, row), flow)
        return max(row, first - 1 + _CHART_ROWS)
    return row


def _draw(desk: Desk, page: Page, rows: tuple[int, int], flow: FlowOutlook) -> None:
    say = desk.language._

    def run(name: str, column: int) -> Run:
        return Run(name, Place(page.name, rows[0], column), Place(page.name, rows[1], column))

    chart = charts.fan(
        desk.workbook,
        say("Exports by month, still to come"),
        say("billion USD"),
        run("", NAME),
        (run(say("Median"), 1), run(say("Low, 80 of 100"), 2), run(say("High, 80 of 100"), 3)),
        in_millions(min(point.alone.most[0] for point in flow.fan)) or 0.0,
        desk.places,
    )
    size = Size(page.pixels(7, page.last_column) - 6, _CHART_ROWS * ROW_PIXELS - 8)
    description = say("Line chart: median and 80 band of exports in each month to come.")
    page.chart(rows[0] - 1, 7, charts.sized(chart, size), description)
