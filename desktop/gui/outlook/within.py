"""The outlook within what every page is narrowed to: a market, an item, a group, or both."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, Signal

from desktop.figures.groupings import group_named, members_of
from desktop.figures.series import TOTAL, WORLD, Flow
from desktop.gui.narrowing.chips import focus_names
from desktop.gui.outlook.tables import flows_grid
from desktop.gui.overview.kpis import UNKNOWN, Kpi, change, unit
from desktop.gui.parts.grid import EMPTY, Grid
from desktop.gui.parts.text import Line, Span
from desktop.gui.structure.words import usd
from desktop.gui.tokens import Tone

if TYPE_CHECKING:
    from desktop.analysis.outlook import FlowAhead, Outlook, PartAhead
    from desktop.analysis.results import Overview, Progress
    from desktop.figures.wording import Language
    from desktop.gui.session import Focus, Session
    from desktop.workflow import Office

_SUBJECT = "narrowed outlook"


@dataclass(frozen=True, slots=True)
class Within:
    """How something stands and where its year ends, beside an overview of all trade."""

    focus: Focus
    overview: Overview
    progress: Progress
    part: PartAhead | None

    @property
    def exports(self) -> FlowAhead | None:
        """Where its exports end the year, if that can be told."""
        return self.part.exports if self.part else None

    def of_it(self, found: Outlook) -> Outlook:
        """Leave of an outlook the targets and levers that are its own."""
        focus = self.focus
        about = (Flow.EXPORT, focus.item or TOTAL, focus.market or WORLD)
        both = bool(focus.item and focus.market)
        codes = members_of(focus.item or focus.market, found.through)
        own = (c for c in found.chances if (c.scope.flow, c.scope.item, c.scope.market) == about)
        levers = () if both else (lever for lever in found.levers if lever.code in codes)
        return replace(found, chances=tuple(own), levers=tuple(levers), parts=(), joint=None)


class Narrowing(QObject):
    """Asks for the outlook within the session's focus, off the window's thread."""

    answered = Signal()

    def __init__(self, session: Session) -> None:
        """Ask nothing yet."""
        super().__init__()
        self._session = session
        self._held: Within | None = None

    @property
    def wanted(self) -> bool:
        """True while there is a market or an item to look at; a month alone is of all trade."""
        return bool(self._session.focus.market or self._session.focus.item)

    def of(self, overview: Overview | None) -> Within | None:
        """Give what is held of the focus beside an overview; None until it is there."""
        held, focus = self._held, self._session.focus
        if held is None or held.overview is not overview:
            return None
        same = (held.focus.market, held.focus.item) == (focus.market, focus.item)
        return held if same else None

    def refresh(self, overview: Overview | None) -> None:
        """Ask, unless nothing is narrowed or it is known already."""
        if overview is None or not self.wanted or self.of(overview):
            return
        focus = self._session.focus

        def ask(office: Office, progress: Any) -> Within:
            where = {"item": focus.item, "market": focus.market}
            from desktop.analysis.part_progress import no_progress  # noqa: PLC0415 - after first paint

            sold = office.part_progress(overview, Flow.EXPORT, overview.vintage, **where)
            progress(0, 0, "")
            held = sold or no_progress(overview, Flow.EXPORT)
            return Within(focus, overview, held, office.outlook_within(overview, **where))

        self._session.run(_SUBJECT, ask, self._take)

    def _take(self, found: Within) -> None:
        self._held = found
        self.answered.emit()


def landing_within(within: Within, lang: Language) -> Kpi:
    """Say where the year of it ends; or why that cannot be told."""
    title, name = lang._("Forecast for the year"), focus_names(within.focus, lang)
    told = within.exports
    if told is None:
        why: Line = (Span(lang._("too few figures of it to tell")),)
        return Kpi(title, name, ((UNKNOWN, ""),), (why,))
    low, high = (usd(edge, lang) for edge in told.band.most)
    grown: Line = (Span(lang._("no figures of last year to compare with")),)
    if told.growth is not None:
        year = within.overview.year - 1
        on = lang._("on {year}", year=year)
        grown = (Span(change(lang, told.growth), Tone.PLAIN, bold=True), Span(f" {on}"))
    band: Line = (Span(lang._("80%: {low}–{high}", low=low, high=high)),)
    return Kpi(title, name, ((usd(told.band.median, lang), unit(lang)),), (grown, band))


def flows_within(within: Within, lang: Language) -> Grid:
    """Exports and imports of it, and the balance with it or in it."""
    part = within.part
    if part is None:
        return EMPTY
    sold, bought = (flow.band if flow else None for flow in (part.exports, part.imports))
    return flows_grid(sold, bought, part.balance, lang)


def why_within(within: Within, lang: Language) -> list[str]:
    """Say how the year of a part is told, a sentence each."""
    if within.exports is None:
        return []
    codes = (within.focus.item, within.focus.market)
    told = [
        lang._("It is told on the same 2,000 paths as all trade: its parts and the rest make the "
               "total on each of them."),
        lang._("Its share of the months left is last year's, moved by half its late growth."),
    ]  # fmt: skip
    if any(group_named(code) for code in codes):
        told.append(
            lang._("A group is the sum of its members; growth is told where each has a base.")
        )
    return told
