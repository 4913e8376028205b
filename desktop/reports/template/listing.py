"""The list of all placeholders, each with what it is today, as a workbook to copy them from."""

from __future__ import annotations

import io
from typing import TYPE_CHECKING, Any

from xlsxwriter.workbook import Workbook

from desktop.analysis.tracing.trace import TraceUnit, title
from desktop.figures.figure_list import AUTHOR
from desktop.figures.wording import N_
from desktop.reports.template.answers import of_trace
from desktop.reports.template.knowing import SENTENCE
from desktop.reports.template.placeholders import TABLE
from desktop.reports.template.tables import TABLES
from desktop.reports.workbook import look
from desktop.reports.workbook.look import FONT, Look
from desktop.reports.workbook.page import HEAD_ROW, Desk, Page, plain

if TYPE_CHECKING:
    from desktop.reports.template.knowing import Knowing

NAME, WHAT, VALUE, WORDS, CELL = range(5)
WIDTHS = (40.0, 62.0, 18.0, 34.0, 58.0)
_HEADS = (
    N_("Placeholder"), N_("What it is"), N_("In a cell of its own"), N_("Within a text"),
    N_("Read in"),
)  # fmt: skip
_FORMATS = {
    TraceUnit.USD: look.MILLIONS,
    TraceUnit.FRACTION: look.PERCENT,
    TraceUnit.POINTS: look.SIGNED_HUNDREDTHS,
    TraceUnit.NUMBER: look.WHOLE,
    TraceUnit.PRICE: "#,##0.00",
}
_OPTIONS = (
    N_("Any cell may hold a placeholder. Alone in its cell a number stays a number with the cell's "
       "format: million US dollars, growth and shares as fractions; within a text it is words."),
    N_("Options: {{exports.cumulative in=billion}} (usd, thousand, million, billion), "
       "{{exports.growth as=number}}, decimals=1."),
    N_("Tables grow downward from their cell: {{table:items top=10 columns=name,value,growth}}. "
       "A cell may instead be named: exports.cumulative, market.US.growth."),
    N_("Any other name that the command provenance knows can be asked for as well: "
       "{{imports+item:ELEC.share}}, {{exports@2025-09.required}}, {{outlook:exports.median}}, "
       "{{target:1.gap}}."),
)  # fmt: skip


def listing(knowing: Knowing) -> bytes:
    """Write the list: texts, tables with their columns, then every number with its value."""
    content = io.BytesIO()
    options = {
        "in_memory": True, "strings_to_formulas": False, "strings_to_numbers": False,
        "strings_to_urls": False, "default_format_properties": {"font_name": FONT, "font_size": 10},
    }  # fmt: skip
    with Workbook(content, options) as workbook:
        created = knowing.made_at.replace(tzinfo=None)
        workbook.set_properties({"author": AUTHOR, "created": created})
        desk = Desk(workbook, Look(workbook), knowing.language)
        _write(desk.page(knowing.language._("Placeholders"), WIDTHS), knowing)
    return content.getvalue()


def _write(page: Page, knowing: Knowing) -> None:
    say = knowing.language._
    page.title(
        say("Placeholders for a template of your own"),
        say("Values of {month}.", month=knowing.language.month(knowing.overview.through)),
    )
    page.heads([say(head) for head in _HEADS], left=(NAME, WHAT, WORDS, CELL))
    row = HEAD_ROW + 1
    for text in _OPTIONS:
        page.paragraph(row, say(text), "sentence", 10)
        row += 1
    for name in knowing.names():
        _row(page, row, name, knowing)
        row += 1
    page.sheet.autofilter(HEAD_ROW, NAME, row - 1, CELL)
    page.foot(say("Placeholders for a template of your own"))
    page.freeze(1)
    page.print_to(row - 1)


def _row(page: Page, row: int, name: str, knowing: Knowing) -> None:
    language = knowing.language
    page.put(row, NAME, f"{{{{{name}}}}}", "cell", bold=True)
    for column in (WHAT, VALUE, WORDS, CELL):
        page.put(row, column, None)
    if name.startswith(TABLE):
        table = TABLES[name.removeprefix(TABLE)]
        page.put(row, WHAT, language._(table.head), "cell")
        columns = ", ".join(table.columns)
        page.wrapped(row, CELL, language._("columns: {names}", names=columns), "muted", 8)
        return
    trace = knowing.trace(name) if name.casefold() in knowing.numbers else None
    if trace is None:
        answer = knowing.answer(name)
        what = language._("A sentence") if name.startswith(SENTENCE) else knowing.title(name)
        page.put(row, WHAT, what, "cell")
        page.lines(row, (WORDS, CELL), answer.text if answer else "", "wrap", 10)
        return
    answer = of_trace(name, trace)
    page.put(row, WHAT, title(trace, language), "cell")
    more: dict[str, Any] = {"source": trace.source}
    page.put(
        row, VALUE, answer.in_cell({}), "cell", _FORMATS.get(trace.unit, look.MILLIONS), **more
    )
    page.put(row, WORDS, plain(answer.in_words({}, language)), "cell")
    if trace.source:
        page.put(row, CELL, str(trace.source), "muted")
