"""The sheet of early warnings: each with its size, since when, on which figures and cells."""

from __future__ import annotations

from typing import TYPE_CHECKING

from desktop.analysis.warnings.results import Gravity
from desktop.analysis.warnings.words import (
    FACTS,
    GRAVITIES,
    RULES,
    UNHEARD,
    is_amount,
    name_of,
    rules_text,
    silence_text,
    span,
    told,
)
from desktop.figures.warning_rules import Rule
from desktop.figures.wording import N_
from desktop.reports.workbook import look
from desktop.reports.workbook.months_table import in_millions
from desktop.reports.workbook.page import HEAD_ROW, Desk, Page

if TYPE_CHECKING:
    from desktop.analysis.warnings.results import EarlyWarning, Evidence, WarningsReport

GRAVITY, RULE, WHAT, SIZE, THRESHOLD, SINCE, MONTHS, CELLS = range(8)
WIDTHS = (15.0, 25.0, 68.0, 11.0, 11.0, 15.0, 9.5, 60.0)
_HEADS = (
    N_("Gravity"), N_("Rule"), N_("Warning, and what it rests on"), N_("How large"),
    N_("Threshold"), N_("Since"), N_("Months held"), N_("Read in"),
)  # fmt: skip
_TONES = {Gravity.ALARM: look.BAD, Gravity.WATCH: look.WARN, Gravity.NOTICE: look.SECONDARY}
_SHAPES = {Gravity.ALARM: "▼", Gravity.WATCH: "◆", Gravity.NOTICE: "○"}
_NUMBERS = {Rule.LATE: look.WHOLE, Rule.REVISION: "0.0"}
"""Days, and robust standard deviations; every other size is a fraction."""
_CELLS = 3


def write(desk: Desk, report: WarningsReport) -> None:
    """Write every warning, the gravest first, the silenced last; then what is unjudged."""
    language = desk.language
    say = language._
    page = desk.page(say("Warnings"), WIDTHS)
    page.title(
        say("Early warnings, {month}", month=language.month(report.through)),
        say("Amounts in million US dollars; late returns in days, revisions in the usual "
            "deviation of their series."),
    )  # fmt: skip
    page.heads([say(head) for head in _HEADS], left=(GRAVITY, RULE, WHAT), inset=(CELLS,))
    row = HEAD_ROW + 1
    for warning in report.warnings:
        row = _warning(page, row, warning)
    if report.warnings:
        page.named_area("warnings", (HEAD_ROW, 0), (row - 1, page.last_column))
    else:
        page.paragraph(row, say("Nothing to warn of by the rules in force."), "sentence", 11)
        row += 1
    for rule, why in report.unheard:
        words = f"{say(RULES[rule])}: {say(UNHEARD[why])}"
        page.paragraph(row, say("Not judged: {rules}.", rules=words), "source", 8)
        row += 1
    if report.judged_by:
        page.paragraph(row, rules_text(report.judged_by, language), "source", 8)
        row += 1
    page.foot(say("Early warnings, {month}", month=language.month(report.through)))
    page.freeze(RULE)
    page.print_to(row - 1)


def _warning(page: Page, row: int, w: EarlyWarning) -> int:
    """Write a warning and beneath it its evidence; give the next row."""
    language = page.language
    tone = look.MUTED if w.silence else _TONES[w.gravity]
    word = f"{_SHAPES[w.gravity]} {language._(GRAVITIES[w.gravity])}"
    page.put(row, GRAVITY, word, "sum", font_color=tone)
    page.put(row, RULE, language._(RULES[w.rule]), "sum")
    page.lines(row, (WHAT, WHAT), str(told(w, language)), "sum", 11, text_wrap=True)
    number = _NUMBERS.get(w.rule, look.PERCENT)
    page.put(row, SIZE, w.size, "sum", number)
    page.put(row, THRESHOLD, w.threshold, "sum", number)
    page.put(row, SINCE, language.month(w.since), "sum", align="center")
    page.put(row, MONTHS, w.months, "sum", look.WHOLE)
    page.put(row, CELLS, None, "sum")
    row += 1
    if w.silence:
        page.put(row, GRAVITY, None)
        page.put(row, RULE, language._("silenced"), "cell", bold=True)
        page.lines(row, (WHAT, CELLS), silence_text(w.silence, language), "wrap", 10)
        row += 1
    for evidence in (*w.evidence, *w.more):
        _evidence(page, row, evidence)
        row += 1
    return row


def _evidence(page: Page, row: int, e: Evidence) -> None:
    language = page.language
    what = f"{name_of(e.series, language)}, {language._(FACTS[e.fact])}, {span(e.months, language)}"
    for column in (GRAVITY, RULE, THRESHOLD, SINCE, MONTHS):
        page.put(row, column, None)
    high = page.wrapped(row, WHAT, what, indent=1)
    source = e.sources[0] if e.sources else None
    if is_amount(e.fact):
        page.put(row, SIZE, in_millions(e.amount), "cell", look.MILLIONS, source=source)
    else:
        page.put(row, SIZE, e.amount, "cell", look.PERCENT, source=source)
    cells = list(dict.fromkeys(str(s) for s in e.sources))
    more = [language._("{count} more", count=len(cells) - _CELLS)] if cells[_CELLS:] else []
    deep = page.wrapped(row, CELLS, "; ".join(cells[:_CELLS] + more), "muted", 8, indent=1)
    if max(high, deep) > deep > 0:
        page.height(row, high)
