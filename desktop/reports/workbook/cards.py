"""The cards on the cover: five figures, each with what it is held against."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from desktop.analysis.results import Overview, PaceStatus
from desktop.analysis.wording import PACE
from desktop.figures.wording import MINUS, Language
from desktop.reports.prose import headline, phrases, trade
from desktop.reports.workbook import look
from desktop.reports.workbook.live import Live
from desktop.reports.workbook.page import Page

COLUMNS = 3
"""Columns of the cover's grid that a card takes."""
_IN_BILLIONS = 1000  # the sheets hold millions

SHAPES = {
    PaceStatus.MET: "✔",
    PaceStatus.AHEAD: "▲",
    PaceStatus.ON_TRACK: "●",
    PaceStatus.AT_RISK: "◆",
    PaceStatus.BEHIND: "▼",
    PaceStatus.CANNOT_SAY: "○",
}
"""A shape before the word: status is never told by colour alone."""
TONES = {
    PaceStatus.MET: look.GOOD,
    PaceStatus.AHEAD: look.GOOD,
    PaceStatus.ON_TRACK: look.GOOD,
    PaceStatus.AT_RISK: look.WARN,
    PaceStatus.BEHIND: look.BAD,
    PaceStatus.CANNOT_SAY: look.SECONDARY,
}


@dataclass(frozen=True, slots=True)
class Card:
    """One card: what it is, its figure and number format, and a line beneath."""

    label: str
    figure: Live
    number: str
    note: str
    tone: str = look.SECONDARY


def write(page: Page, row: int, overview: Overview, cells: Mapping[str, Live]) -> None:
    """Write the cards into three rows: label, figure, note."""
    for place, card in enumerate(_cards(overview, cells, page.language)):
        first, last = place * COLUMNS, (place + 1) * COLUMNS - 1
        edge: dict[str, Any] = {"right": 5, "right_color": look.WHITE}
        known = card.figure.value is not None
        page.span(row, first, last, card.label, "card_label", **edge)
        page.span(
            row + 1,
            first,
            last,
            card.figure if known else "–",
            "card_figure",
            card.number if known else "",
            **edge,
        )
        page.span(row + 2, first, last, card.note, "card_note", font_color=card.tone, **edge)
    page.height(row, 20)
    page.height(row + 1, 32)
    page.height(row + 2, 28)


def _cards(overview: Overview, cells: Mapping[str, Live], language: Language) -> tuple[Card, ...]:
    say, exports, balance = language._, overview.exports, overview.balance
    unit = say("bn USD")
    plain = f'#,##0.00" {unit}"'
    signed = f'+#,##0.00" {unit}";"{MINUS}"#,##0.00" {unit}";0.00" {unit}"'
    shape = f"{SHAPES[exports.status]} {say(PACE[exports.status])}"
    return (
        Card(
            say("Exports, {count} months", count=exports.through.number),
            cells["exports_cumulative"] / _IN_BILLIONS,
            plain,
            _growth(overview, language),
        ),
        Card(
            say("Of the year's plan"),
            cells["exports_share_of_target"] * 1.0,
            look.PERCENT,
            _plan(overview, language),
        ),
        Card(
            say("Against the path"),
            cells["exports_gap"] / _IN_BILLIONS,
            signed,
            shape,
            TONES[exports.status],
        ),
        Card(
            say("Required each month left"),
            cells["exports_required_monthly"] / _IN_BILLIONS,
            f'#,##0.0" {unit}"',
            _average(overview, language),
        ),
        Card(
            say("Trade balance"),
            cells["balance"] / _IN_BILLIONS,
            signed,
            _surplus(balance.cumulative, balance.last_year, language),
        ),
    )


def _growth(overview: Overview, language: Language) -> str:
    growth = headline.quoted_growth(overview.exports)
    if growth is None:
        return language._("no last year to compare with")
    return phrases.change_on(growth, language._("the same period"), language)


def _plan(overview: Overview, language: Language) -> str:
    amounts = headline.target_amounts(overview.exports)
    if not amounts:
        return language._("no plan is set")
    return language._("plan {amount}", amount=phrases.spread(amounts, language, 2))


def _average(overview: Overview, language: Language) -> str:
    average = overview.exports.monthly_average
    if average is None:
        return ""
    amount = phrases.monthly_amount((average,), language)
    return language._("average so far {amount} a month", amount=amount)


def _surplus(now: float | None, before: float | None, language: Language) -> str:
    if now is None:
        return language._("not known")
    if before is None:
        return trade.surplus(now, language)
    return language._(
        "{now}; a year before {before}",
        now=_side(now, language),
        before=trade.surplus(before, language),
    )


def _side(usd: float, language: Language) -> str:
    return language._("surplus") if usd >= 0 else language._("deficit")
