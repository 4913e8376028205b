"""The sheet of method: how path, status, growth and warnings come about, in two languages."""

from __future__ import annotations

from typing import TYPE_CHECKING

from desktop.analysis.season_wording import told as season_told
from desktop.analysis.status_rules import FAR, NEAR
from desktop.analysis.warnings.words import RULES
from desktop.figures.warning_rules import Rule
from desktop.figures.wording import N_, Language, language
from desktop.reports.workbook.page import HEAD_ROW, Desk, Page

if TYPE_CHECKING:
    from desktop.analysis.results import Overview

TOPIC, FIRST, SECOND = range(3)
WIDTHS = (24.0, 84.0, 84.0)
TOPICS: tuple[tuple[str, str], ...] = (
    (N_("Amounts"), N_(
        "US dollars as the returns print them, shown in millions here. Nothing is filled in: a "
        "month without a figure is a gap with its cause.")),
    (N_("Which figure counts"), N_(
        "The newest return that tells of a month; as of a day, the newest by that day. Every "
        "earlier one is kept, and a figure's note names file, sheet and cell.")),
    (N_("Cumulative"), N_(
        "As the newest return printed it, while nothing newer has revised one of its months; else "
        "the sum of the months, or what a later cumulative implies.")),
    (N_("Growth, recomputed"), N_(
        "Against the same months of last year as they stand in these returns today.")),
    (N_("Growth, as printed"), N_(
        "What the return printed, on its own base. The two part where the office has revised last "
        "year without publishing it by month.")),
    (N_("Target"), N_(
        "Growth is turned into a value on the base year as it was known when the target was "
        "issued, where that is said. Of several documents the newest is in force.")),
    (N_("Path"), N_(
        "The target spread over the months by their usual shares of the year, with Tết put where "
        "it falls; never a straight line unless one is chosen.")),
    (N_("Status"), N_(
        "Cumulative against path: within {near} on track, {near} or more above ahead, {near} to "
        "{far} below at risk, more than {far} below behind. Not judged: January alone, or with a "
        "month missing.")),
    (N_("Required average"), N_(
        "What is left of the target, divided by the months left. The growth it means is against "
        "the same months of last year.")),
    (N_("Contribution"), N_(
        "A part's change divided by last year's total, in points. The parts and the rest sum to "
        "the growth of the total, unless groups overlap.")),
    (N_("Price and volume"), N_(
        "Volume: last year's price times the change of quantity. Price: the change of price times "
        "this year's quantity. The two sum to the change in value.")),
    (N_("Concentration (HHI)"), N_(
        "The sum of squared shares of the total, 0 to 1; what is not listed counts as spread "
        "thin.")),
    (N_("Warnings"), N_(
        "Rules with thresholds that the office may change: {rules}. A silenced warning stays in "
        "the list, with who silenced it and why.")),
    (N_("Revisions"), N_(
        "What stood before the newest month was first told, against what stands now.")),
    (N_("Outlook"), N_(
        "A structural model of level, season and Tết gives many paths for the rest of the year; "
        "median and bands are theirs, and the chance of a target is the share of paths that reach "
        "it.")),
)  # fmt: skip


def write(desk: Desk, overview: Overview) -> None:
    """Write each topic in the workbook's language, and beside it in the other."""
    own = desk.language
    other = language("en" if own.code == "vi" else "vi")
    page = desk.page(own._("Method"), WIDTHS)
    page.title(
        own._("How the figures of this workbook come about"),
        own._("In Vietnamese and in English."),
    )
    page.heads([own._("Topic"), _NAMES[own.code], _NAMES[other.code]], left=(TOPIC, FIRST, SECOND))
    row = HEAD_ROW
    for topic, text in TOPICS:
        row += 1
        _topic(page, row, (own, other), topic, text, overview)
    page.foot(own._("How the figures of this workbook come about"))
    page.freeze(1)
    page.print_to(row)


_NAMES = {"vi": "Tiếng Việt", "en": "English"}


def _topic(
    page: Page,
    row: int,
    languages: tuple[Language, Language],
    topic: str,
    text: str,
    overview: Overview,
) -> None:
    page.put(row, TOPIC, languages[0]._(topic), "wrap", bold=True, valign="top")
    told = [_told(text, topic, lang, overview) for lang in languages]
    longest = max(told, key=len)
    page.lines(row, (FIRST, FIRST), longest, "wrap", 10)
    for column, words in zip((FIRST, SECOND), told, strict=True):
        page.put(row, column, words, "wrap", valign="top", indent=int(column == SECOND))


def _told(text: str, topic: str, lang: Language, overview: Overview) -> str:
    rules = ", ".join(lang._(RULES[rule]).lower() for rule in Rule)
    said = lang._(text, near=lang.percent(NEAR, 0), far=lang.percent(FAR, 0), rules=rules)
    season = overview.exports.season
    if topic == TOPICS[6][0] and season:
        said = " ".join((said, *season_told(season, lang)))
    return said
