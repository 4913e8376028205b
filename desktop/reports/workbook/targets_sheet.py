"""The sheet of targets: what each asks, how it stands, what is left to bring, what it was."""

from __future__ import annotations

from typing import TYPE_CHECKING

from desktop.analysis.targets.wording import fixed_base, lacks
from desktop.analysis.wording import PACE, REASONS
from desktop.figures.target_names import scope_name
from desktop.figures.target_texts import amount_name, period_name
from desktop.figures.wording import N_
from desktop.reports.prose.phrases import months_told
from desktop.reports.workbook import cards, look
from desktop.reports.workbook.live import Live, agreeing
from desktop.reports.workbook.months_table import in_millions
from desktop.reports.workbook.page import HEAD_ROW, Desk, Page
from desktop.reports.workbook.target_sources import sources_of

if TYPE_CHECKING:
    from desktop.analysis.results import Overview
    from desktop.analysis.structure_results import Structure
    from desktop.analysis.target_results import TargetProgress, TargetVersion
    from desktop.figures.target import Target
    from desktop.figures.wording import Language

(
    NAME, ASKED, LOW, HIGH, TO_DATE, LAST, GROWTH, SHARE, PATH, GAP, LEFT, REQUIRED,
    REQUIRED_GROWTH, STATUS,
) = range(14)  # fmt: skip
WIDTHS = (38.0, 13.0, 11.0, 11.0, 11.0, 11.0, 10.0, 9.5, 11.0, 10.5, 8.0, 11.5, 10.5, 19.0)
_HEADS = (
    N_("Target"), N_("Asked"), N_("Value asked"), N_("High end"), N_("To date"),
    N_("Same months a year before"), N_("Growth to date"), N_("Of the target"),
    N_("Path to date"), N_("Gap to the path"), N_("Months left"), N_("Required average, a month"),
    N_("Growth that means"), N_("Status"),
)  # fmt: skip
_VERSION_HEADS = (
    N_("Target"), N_("Asked"), N_("Value asked"), N_("High end"), N_("Change of the value"),
    N_("Issued on"),
)  # fmt: skip
_DOCUMENT = 6
"""The column from which a version's document is named."""


def write(desk: Desk, overview: Overview, structure: Structure | None) -> None:
    """Write every target in force, and the versions of those that were changed.

    The figures to date have notes on where they were read, those of groups by the `structure`.
    """
    say = desk.language._
    page = desk.page(say("Targets"), WIDTHS)
    page.title(
        say("Targets in force, {year}", year=overview.year),
        say("Million US dollars, {months} unless a target says otherwise.",
            months=months_told(overview.through, desk.language)),
    )  # fmt: skip
    page.heads([say(head) for head in _HEADS], left=(NAME,))
    row = HEAD_ROW + 1
    for number, target in enumerate(overview.targets, 1):
        page.note(row, TO_DATE, sources_of(target, overview, structure))
        row = _target(page, row, number, target)
    if overview.targets:
        page.named_area("targets_in_force", (HEAD_ROW, 0), (row - 1, page.last_column))
        for column, form in ((GAP, look.SIGNED_MILLIONS), (GROWTH, look.SIGNED_PERCENT)):
            page.signs((HEAD_ROW + 1, column), (row - 1, column), form)
    else:
        page.paragraph(row, say("No target is in force for this year."), "sentence", 11)
        row += 1
    row = _versions(page, row + 1, overview)
    page.foot(say("Targets in force, {year}", year=overview.year))
    page.freeze(1)
    page.print_to(row)


def _target(page: Page, row: int, number: int, t: TargetProgress) -> int:
    """Write a target's figures, and beneath them its reason and document; give the next row."""
    language = page.language
    page.wrapped(row, NAME, _name(t.target, language))
    page.put(row, ASKED, amount_name(t.target, language), "cell", align="right")
    low = page.put(row, LOW, in_millions(t.low), "cell", look.MILLIONS, bold=True)
    page.put(row, HIGH, in_millions(t.high), "cell", look.MILLIONS)
    now = page.put(row, TO_DATE, in_millions(t.cumulative), "cell", look.MILLIONS, bold=True)
    last = page.put(row, LAST, in_millions(t.base_cumulative), "cell", look.MILLIONS)
    growth = agreeing(now / last - 1, t.growth)
    page.put(row, GROWTH, growth, "cell", look.SIGNED_PERCENT)
    page.put(row, SHARE, agreeing(now / low, t.share_of_target), "cell", look.PERCENT)
    path = page.put(row, PATH, in_millions(t.path), "cell", look.MILLIONS)
    gap = page.put(row, GAP, agreeing(now - path, in_millions(t.gap)), "cell", look.SIGNED_MILLIONS)
    left = page.put(row, LEFT, t.months_left, "cell", look.WHOLE)
    required = _required(page, row, t, Needed(low, now, left))
    page.put(row, REQUIRED_GROWTH, t.required_growth, "cell", look.SIGNED_PERCENT)
    word = f"{cards.SHAPES[t.status]} {language._(PACE[t.status])}"
    page.put(row, STATUS, word, "cell", bold=True, indent=1, font_color=cards.TONES[t.status])
    for what, cell in (("value", low), ("to_date", now), ("gap", gap), ("required", required)):
        if cell.value is not None:
            page.named(f"target_{number}_{what}", cell)
    page.lines(row + 1, (0, page.last_column), _beneath(t, language), "source", 8)
    return row + 2


class Needed:
    """The cells from which the required average follows."""

    def __init__(self, low: Live, now: Live, left: Live) -> None:
        self.rest, self.left = low - now, left


def _required(page: Page, row: int, t: TargetProgress, needed: Needed) -> Live:
    """Write what each month left must bring: nothing more once the target is reached."""
    rest = needed.rest.at_least_zero() if (t.low or 0) >= 0 else needed.rest
    content = agreeing(rest / needed.left, in_millions(t.required_monthly))
    return page.put(row, REQUIRED, content, "cell", look.MILLIONS, bold=True)


def _name(target: Target, language: Language) -> str:
    return f"{scope_name(target.scope, language)} · {period_name(target, language)}"


def _beneath(t: TargetProgress, language: Language) -> str:
    """Say why the status is as it is, what the figures lack, and where the target was set."""
    told = [language._("{status}: {reason}", status=language._(PACE[t.status]),
                       reason=language._(REASONS[t.reason]))]  # fmt: skip
    if t.rests_on_estimate:
        told.append(language._("on an estimate"))
    if t.target.is_share and t.share_of_whole is not None:
        share = language.percent(t.share_of_whole)
        told.append(language._("share of the whole to date: {share}", share=share))
    told += (lacks(t, language), fixed_base(t, language), _document(t.target, language))
    return " · ".join(text for text in told if text)


def _document(target: Target, language: Language) -> str:
    if not target.issued_on:
        return target.document
    day = language.date(target.issued_on)
    if not target.document:
        return language._("issued on {day}", day=day)
    return language._("{document}, issued on {day}", document=target.document, day=day)


def _versions(page: Page, row: int, overview: Overview) -> int:
    """Write the versions of the targets that were changed; give the last row."""
    say = page.language._
    row = page.section(row, say("Earlier versions"))
    changed = [t for t in overview.targets if len(t.versions) > 1]
    if not changed:
        page.paragraph(row, say("No target in force replaced an earlier one."), "sentence", 11)
        return row
    page.heads([say(head) for head in _VERSION_HEADS], left=(NAME,), row=row)
    page.span(row, _DOCUMENT, page.last_column, say("Document"), "head_left")
    for target in changed:
        before: Live | None = None
        for version in target.versions:
            row += 1
            before = _version(page, row, version, before)
    return row


def _version(page: Page, row: int, version: TargetVersion, before: Live | None) -> Live:
    target, language = version.target, page.language
    page.wrapped(row, NAME, _name(target, language))
    page.put(row, ASKED, amount_name(target, language), "cell", align="right")
    low = page.put(row, LOW, in_millions(version.low), "cell", look.MILLIONS)
    page.put(row, HIGH, in_millions(version.high), "cell", look.MILLIONS)
    change = low - before if before and (low - before).value is not None else None
    page.put(row, TO_DATE, change, "cell", look.SIGNED_MILLIONS)
    if target.issued_on:
        page.day(row, LAST, target.issued_on)
    else:
        page.put(row, LAST, None)
    page.span(row, _DOCUMENT, page.last_column, target.document, "cell")
    return low
