"""The balance through the year: both flows by month, the surplus by month, and from January on."""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence

from desktop.analysis.structure_view import BalanceCourse, BalanceMonth
from desktop.figures.figure import Status
from desktop.figures.month import Month
from desktop.figures.wording import N_, Language, language, side_by_side
from desktop.gui.charts.bars import Bar, Bars
from desktop.gui.charts.dots import Dots
from desktop.gui.charts.drawing import drawn
from desktop.gui.charts.end_labels import EndLabel
from desktop.gui.charts.firmness import firm_words
from desktop.gui.charts.plot import Plot, cosmetic, in_billions
from desktop.gui.charts.scale import label_places, ticks
from desktop.gui.parts.text import Line, Span
from desktop.gui.tokens import LIGHT, Colours, Tone

_WIDTH, _ASIDE = 0.35, 0.19
_HEADROOM = 1.15
_TOLD = (
    ("exports", N_("Exports"), Tone.PRIMARY), ("imports", N_("Imports"), Tone.SECONDARY),
    ("balance", N_("Balance"), Tone.PLAIN), ("last_year", N_("Balance a year before"), Tone.MUTED),
    ("cumulative", N_("Balance from January on"), Tone.PRIMARY),
    ("cumulative_last_year", N_("The same a year before"), Tone.MUTED),
    ("path", N_("Path of the target"), Tone.TARGET),
)  # fmt: skip


class BalanceChart(Plot):
    """A year of the balance; what a month says is the same in each of the three."""

    nothing = N_("the balance is not known")
    """What stands in a chart without an amount."""

    def __init__(self) -> None:
        """Start empty."""
        super().__init__()
        self.course: BalanceCourse | None = None
        self.lang = language("en")
        self.bars = Bars()
        self.put(self.bars)

    @drawn
    def draw(
        self, course: BalanceCourse, through: int, lang: Language, colours: Colours = LIGHT, *,
        why: str = "",
    ) -> None:  # fmt: skip
        """Draw another year, language or theme; `why` says why the year has no balance."""
        self.course, self.lang = course, lang
        amounts = self.amounts(course)
        self._scale(amounts, lang, colours, course.months[0].month)
        self.explain(self.missing(why) or ("" if amounts else lang._(self.nothing)), colours)
        self.shade_from(through, colours)
        self.fill(course, colours)

    def _scale(
        self, amounts: Sequence[float], lang: Language, colours: Colours, start: Month
    ) -> None:
        low, high = min(0.0, *amounts, 0.0), max(0.0, *amounts, 0.0)
        room = ((high - low) or 1.0) * (_HEADROOM - 1)
        low, high = (low - room if low < 0 else 0.0), high + room
        self.measure(low, high, ticks(low, high, 4) if amounts else [], lang, colours, start)

    def missing(self, why: str) -> str:
        """Give what is said in the chart of why there is no balance: all of it."""
        return why

    def amounts(self, course: BalanceCourse) -> Sequence[float]:
        """Give every amount that is drawn, in billions."""
        raise NotImplementedError

    def fill(self, course: BalanceCourse, colours: Colours) -> None:
        """Draw bars and lines."""
        raise NotImplementedError

    def reading(self, slot: int) -> tuple[Line, ...]:
        """Tell all that is known of a month."""
        if self.course is None:
            return ()
        return tuple(_reading(self.course.months[slot], self.lang))


class FlowsChart(BalanceChart):
    """Two bars a month: exports and imports."""

    nothing = N_("no figures for the year yet")

    def missing(self, _why: str) -> str:
        """Nothing: the flow that is known is drawn."""
        return ""

    def amounts(self, course: BalanceCourse) -> Sequence[float]:
        """Both flows."""
        return _billions(v for m in course.months for v in (m.exports, m.imports))

    def fill(self, course: BalanceCourse, colours: Colours) -> None:
        """Draw the pairs; estimates with a dashed edge."""
        self.bars.show_bars(
            [
                Bar(n + 0.5 + aside, _WIDTH, amount, paler if estimate else strong,
                    strong if estimate else "", hatched=estimate)
                for n, month in enumerate(course.months)
                for estimate in [month.status is Status.ESTIMATE]
                for aside, usd, strong, paler in (
                    (-_ASIDE, month.exports, colours.primary, colours.estimate_fill),
                    (_ASIDE, month.imports, colours.last_year_line, colours.last_year_bar),
                )
                if (amount := in_billions(usd)) is not None
            ]
        )  # fmt: skip


class SurplusChart(BalanceChart):
    """The balance of each month, beside that of a year before."""

    def amounts(self, course: BalanceCourse) -> Sequence[float]:
        """This year's and last year's."""
        return _billions(v for m in course.months for v in (m.balance, m.last_year))

    def fill(self, course: BalanceCourse, colours: Colours) -> None:
        """Draw surpluses blue, deficits orange, last year's grey."""
        bars = []
        places = label_places(self.amounts(course))
        for n, month in enumerate(course.months):
            last, now = in_billions(month.last_year), in_billions(month.balance)
            if last is not None:
                bars.append(Bar(n + 0.5 - _ASIDE, _WIDTH, last, colours.last_year_bar))
            if now is not None:
                strong, paler = (
                    (colours.primary, colours.estimate_fill)
                    if now >= 0
                    else (colours.target, colours.target_fill)
                )
                estimate = month.status is Status.ESTIMATE
                fill, edge = (paler, strong) if estimate else (strong, "")
                label = self.lang.number(now, places, sign=True)
                bars.append(
                    Bar(
                        n + 0.5 + _ASIDE,
                        _WIDTH,
                        now,
                        fill,
                        edge,
                        label,
                        colours.secondary,
                        hatched=estimate,
                        halo=colours.card,
                    )
                )
        self.bars.show_bars(bars)


class SurplusToDateChart(BalanceChart):
    """The balance from January on, against the path of its target and last year's."""

    def __init__(self) -> None:
        super().__init__()
        self.last_year, self.path, self.actual = self.curve(), self.curve(), self.curve()
        self.point = Dots(10)
        self.put(self.point)

    def amounts(self, course: BalanceCourse) -> Sequence[float]:
        """All three lines."""
        return _billions(
            v for m in course.months for v in (m.cumulative, m.cumulative_last_year, m.path)
        )

    def fill(self, course: BalanceCourse, colours: Colours) -> None:
        """Draw the lines and name them where they end."""
        months = course.months
        lines = (
            (self.last_year, [m.cumulative_last_year for m in months],
             cosmetic(colours.last_year_line, 1.2), colours.muted, str(months[0].month.year - 1)),
            (self.path, [m.path for m in months],
             cosmetic(colours.target, 2.0, (2.2, 2.0)), colours.target, self.lang._("target")),
            (self.actual, [m.cumulative for m in months],
             cosmetic(colours.primary, 2.6), colours.primary, str(months[0].month.year)),
        )  # fmt: skip
        ends, places = [], label_places(self.amounts(course))
        for item, amounts, pen, ink, name in lines:
            known = [v for v in amounts if v is not None]
            values = [0.0 if known else math.nan, *(_or_nan(v) for v in amounts)]
            item.setData(list(range(len(values))), values, connect="finite")
            item.setPen(pen)
            if known:
                words = f"{self.lang.billions(known[-1], places, sign=True)} · {name}"
                ends.append(EndLabel(known[-1] / 1e9, words, ink))
        self.ends.show_labels(ends)
        self._mark_newest(months, colours)

    def _mark_newest(self, months: Sequence[BalanceMonth], colours: Colours) -> None:
        """End the line in a point, a hollow one where the month is an estimate."""
        known = [(n, m) for n, m in enumerate(months, 1) if m.cumulative is not None]
        estimate = bool(known) and known[-1][1].status is Status.ESTIMATE
        looks = (colours.primary, colours.card)
        fill, edge = reversed(looks) if estimate else looks
        self.point.show_at([(n, _or_nan(m.cumulative)) for n, m in known[-1:]], fill, edge)

    def reading_x(self, slot: int) -> float:
        """Read at the month's end, where its cumulative stands."""
        return slot + 1.0


def _or_nan(usd: float | None) -> float:
    amount = in_billions(usd)
    return math.nan if amount is None else amount


def _billions(amounts: Iterator[float | None]) -> list[float]:
    return [v for usd in amounts if (v := in_billions(usd)) is not None]


def _reading(month: BalanceMonth, lang: Language) -> Iterator[Line]:
    yield (Span(lang.month(month.month), Tone.PLAIN, bold=True),)
    if firm := firm_words(month.status, month.reported_on, lang):
        yield (Span(firm, Tone.MUTED),)
    places = side_by_side((month.exports, month.imports, month.balance))
    for name, words, tone in _TOLD:
        amount = getattr(month, name)
        if amount is not None:
            signed = name not in {"exports", "imports"}
            told = lang.billions(amount, places, sign=signed)
            yield (Span(lang._(words) + "  ", tone), Span(told, Tone.PLAIN, bold=True))
