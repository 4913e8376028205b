"""What the cards at the top say: an overview put into figures, words and one sentence each."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from desktop.analysis.growth_wording import growths_told
from desktop.analysis.inside_wording import difference_told
from desktop.analysis.range_ends import target_amounts
from desktop.analysis.results import Overview, PaceStatus, Progress, Reason
from desktop.analysis.wording import PACE, REASONS
from desktop.analysis.yardstick_wording import beyond_target
from desktop.figures.target import TargetMeasure
from desktop.figures.target_texts import amount_name
from desktop.figures.wording import (
    BILLION,
    N_,
    NO_BREAK,
    Language,
    capitalised,
    fitting,
    side_by_side,
)
from desktop.gui.parts.text import Line, Span, spoken
from desktop.gui.tokens import Tone

UNKNOWN = "–"
_SMALL, _SMALL_FLOW = 0.1e9, 10e9
"""Amounts below these are written to a hundredth of a billion."""
_WITHOUT_A_PATH = frozenset(
    {Reason.NO_BASE, Reason.NO_PATH, Reason.NO_LAST_YEAR, Reason.SHARES_UNFIT}
)
_COMPLETE = N_("the year is complete")
_WITH_FEBRUARY = N_("to be judged with February: Tết moves")
_TONES = {
    PaceStatus.MET: Tone.GOOD,
    PaceStatus.AHEAD: Tone.GOOD,
    PaceStatus.ON_TRACK: Tone.GOOD,
    PaceStatus.AT_RISK: Tone.WARN,
    PaceStatus.BEHIND: Tone.BAD,
    PaceStatus.CANNOT_SAY: Tone.SECONDARY,
}


@dataclass(frozen=True, slots=True)
class Bullet:
    """A bar from nothing to the whole target, as fractions: how far we are, where the path is."""

    share: float
    path: float | None


@dataclass(frozen=True, slots=True)
class Kpi:
    """One card: its title, one or two big figures with their units, a bar, lines, an icon.

    `offer` is the word of a button that helps where something is missing, `tip` explains more.
    """

    title: str
    aside: str
    figures: tuple[tuple[str, str], ...]
    lines: tuple[Line, ...]
    bullet: Bullet | None = None
    icon: str = ""
    icon_tone: Tone = Tone.SECONDARY
    offer: str = ""
    tip: str = ""

    @property
    def sentence(self) -> str:
        """The card as it is read out."""
        big = ", ".join(f"{figure} {unit}".strip() for figure, unit in self.figures)
        rest = "".join(f" {spoken(line)}." for line in self.lines if line)
        return f"{self.title}: {big}.{rest}"


def amount(lang: Language, usd: float | None) -> str:
    """Write US dollars as billions, or a dash where they are not known."""
    return UNKNOWN if usd is None else lang.billions(usd, fitting(usd))


def unit(lang: Language) -> str:
    """Name the unit of the big figures."""
    return lang._("bn USD")


def billions(lang: Language, usd: float, beside: Iterable[float | None]) -> str:
    """Write an amount without its sign inside a sentence: 7.4 bn; small ones more finely."""
    return lang._("{amount}\u00a0bn", amount=small_or_not(lang, abs(usd), beside))


def small_or_not(lang: Language, usd: float, beside: Iterable[float | None]) -> str:
    """Write billions to a tenth, small ones as finely as those that it stands beside."""
    plain = abs(usd) >= _SMALL or not usd
    return lang.billions(usd, 1 if plain else side_by_side((usd, *beside)))


def change(lang: Language, fraction: float) -> str:
    """Write a change with its sign; without decimals above a doubling."""
    return lang.percent(fraction, 0 if abs(fraction) >= 1 else 1, sign=True)


def to_date(progress: Progress, lang: Language) -> Kpi:
    """Say how far the year has come against its target."""
    title = lang.plural("{count} month to date", "{count} months to date", progress.through.number)
    figures = [(amount(lang, progress.cumulative), unit(lang))]
    if progress.share_of_target is not None:
        figures.append((lang.percent(progress.share_of_target), lang._("of target")))
    return Kpi(
        title,
        target_words(progress, lang),
        tuple(figures),
        (_standing(progress, lang), _growths(progress, lang)),
        _bullet(progress),
        progress.status.value,
        _TONES[progress.status],
        lang._("Set the target…") if progress.target is None else "",
        "\n".join(filter(None, (growths_told(progress, lang), difference_told(progress, lang)))),
    )


def target_words(progress: Progress, lang: Language) -> str:
    """Name the target: its value, and its growth where it is one; both ends of a range.

    Empty where none is set: the line on how the year stands says so.
    """
    if progress.target_usd is None:
        aimed = amount_name(progress.target, lang) if progress.target else ""
        return lang._("target {value}", value=aimed) if aimed else ""
    ends = [usd for usd in (progress.target_usd, progress.target_high_usd) if usd is not None]
    value = lang._("{amount}\u00a0bn", amount="–".join(amount(lang, usd) for usd in ends))
    if progress.target_growth is None or not progress.base_year:
        return lang._("target {value}", value=value)
    rates = [usd / progress.base_year - 1 for usd in ends]
    decimals = max(_decimals(rate) for rate in rates)
    first, *rest = (lang.percent(rate, decimals, sign=n == 0) for n, rate in enumerate(rates))
    growth = "–".join((first.removesuffix("%") if rest else first, *rest))
    return lang._("target {value} · {growth}", value=value, growth=growth)


def _decimals(fraction: float) -> int:
    return 0 if abs(round(fraction * 100) - fraction * 100) < 0.05 else 1


def _bullet(progress: Progress) -> Bullet | None:
    if progress.share_of_target is None or not progress.target_usd:
        return None
    path = None if progress.path is None else progress.path / progress.target_usd
    return Bullet(progress.share_of_target, path)


def _standing(progress: Progress, lang: Language) -> Line:
    if progress.reason is Reason.NO_TARGET:  # there is nothing to wait for
        return (Span(capitalised(lang._(REASONS[progress.reason])), bold=True),)
    word = Span(lang._(PACE[progress.status]), _TONES[progress.status], bold=True)
    if progress.gap is None or progress.status is PaceStatus.CANNOT_SAY:
        alone = progress.reason is Reason.JANUARY_ALONE  # the card has room for few words
        return (word, Span(" · " + lang._(_WITH_FEBRUARY if alone else REASONS[progress.reason])))
    text = lang._("{amount} above path") if progress.gap >= 0 else lang._("{amount} below path")
    told = " · " + text.format(amount=billions(lang, progress.gap, (progress.cumulative,)))
    if len(target_amounts(progress)) > 1:
        told += ", " + lang._("low end")
    if progress.on_estimate:
        told += " · " + lang._("on an estimate")
    return (word, Span(told))


def _growths(progress: Progress, lang: Language) -> Line:
    """Both growths, each by its name: the printed one on the office's base, ours like for like."""
    parts: list[Span] = []
    if progress.growth_printed is not None:
        parts.append(Span(change(lang, progress.growth_printed), Tone.PLAIN, bold=True))
        parts.append(Span(NO_BREAK + lang._("as printed")))
    if progress.growth is not None:
        if parts:
            parts.append(Span(" · "))
        parts.append(Span(change(lang, progress.growth), Tone.PLAIN, bold=not parts))
        parts.append(Span(NO_BREAK + lang._("recomputed")))
    if parts and progress.reason in _WITHOUT_A_PATH:
        parts += _against_target(progress, lang)
    return tuple(parts) or (Span(lang._("no figures of last year to compare with")),)


def _against_target(progress: Progress, lang: Language) -> Iterator[Span]:
    """Hold growth to date against the growth to reach: all that can be said without a path."""
    gap = beyond_target(progress)
    if gap is None:
        return
    words = N_("what the target asks for")
    if gap:
        words = N_("{x} points above target") if gap > 0 else N_("{x} points below target")
    yield Span(" · " + lang._(words, x=lang.number(abs(gap) * 100, 1)))


def latest_month(progress: Progress, lang: Language) -> Line:
    """Say in a line what the newest month brought; growth is on the same month a year before."""
    point = progress.months[progress.through.number - 1]
    if point.value is None:
        return ()
    name = Span(capitalised(lang.month_name(point.month.number)) + NO_BREAK)
    value = Span(amount(lang, point.value), Tone.PLAIN, bold=True)
    if together := _together(progress, lang):
        return (name, value, Span(" · "), *together)
    growth = point.quoted_growth
    if growth is None:
        return (name, value)
    return (name, value, Span(f" ({change(lang, growth)})"))


def _together(progress: Progress, lang: Language) -> Line | None:
    """Speak of January and February together: Tết falls in the one or in the other."""
    number = progress.through.number
    if number == 1:
        return (Span(lang._(_WITH_FEBRUARY)),)
    growth = progress.months[1].growth_to_date
    if number != 2 or growth is None:
        return None
    words = " " + lang._("January and February together")
    return (Span(change(lang, growth), Tone.PLAIN, bold=True), Span(words))


def required(progress: Progress, lang: Language) -> Kpi:
    """Say what each month to come must bring, and what the newest one brought."""
    title, newest = lang._("Needed monthly"), latest_month(progress, lang)
    if progress.required_monthly is None:
        words = REASONS[progress.reason] if progress.months_left else _COMPLETE
        unset = progress.reason in {Reason.NO_TARGET, Reason.NO_BASE} and progress.months_left
        why = () if unset else ((Span(lang._(words)),),)  # the card beside says it
        return Kpi(title, "", ((UNKNOWN, ""),), (*why, newest))
    if progress.required_monthly <= 0:
        done = lang._("the year's target has been reached")
        return Kpi(title, "", ((lang.billions(0), unit(lang)),), ((Span(done),), newest))
    figures = ((amount(lang, progress.required_monthly), unit(lang)),)
    left = lang.plural("{count} month left", "{count} months left", progress.months_left)
    lines = (_pace(progress, lang), _average(progress, lang), newest)
    return Kpi(title, left, figures, tuple(line for line in lines if line))


def _pace(progress: Progress, lang: Language) -> Line:
    if progress.required_growth is None:
        return ()
    growth = Span(change(lang, progress.required_growth), Tone.PLAIN, bold=True)
    return (Span(lang._("that is") + " "), growth, Span(" " + lang._("on last year")))


def _average(progress: Progress, lang: Language) -> Line:
    if progress.monthly_average is None:
        return ()
    so_far = amount(lang, progress.monthly_average)
    return (Span(lang._("average so far {amount}", amount=so_far)),)


def balance(overview: Overview, lang: Language) -> Kpi:
    """Say what the trade balance is, and how it has moved."""
    held = overview.balance
    title = lang._("Trade balance")
    if held.cumulative is None:
        told = any(p.value is not None for p in overview.imports.months)
        why = lang._("imports to date are not told") if told else lang._("no import figures yet")
        return Kpi(title, "", ((UNKNOWN, ""),), ((Span(why),),))
    side = lang._("surplus") if held.cumulative >= 0 else lang._("deficit")
    flows = overview.exports.cumulative, overview.imports.cumulative
    figures = ((lang.billions(held.cumulative, _flow_places(flows), sign=True), unit(lang)),)
    lines = balance_lines(held.change, *flows, lang)
    return Kpi(title, side, figures, (*lines, *_surplus_asked(overview, lang)))


def _surplus_asked(overview: Overview, lang: Language) -> tuple[Line, ...]:
    """Say how much of the surplus that the year is to bring has come, where one is set."""
    for told in overview.targets:
        aimed = told.target
        if aimed.measure is not TargetMeasure.SURPLUS or not aimed.scope.is_total:
            continue
        if told.share_of_target is not None and told.low and aimed.is_calendar_year:
            share = Span(lang.percent(told.share_of_target), Tone.PLAIN, bold=True)
            low = lang.number(told.low / BILLION, 0 if told.low % BILLION == 0 else 1)
            return ((share, Span(" " + lang._("of the {amount}\u00a0bn asked", amount=low))),)
    return ()


def balance_lines(
    moved: float | None, exports: float | None, imports: float | None, lang: Language
) -> tuple[Line, ...]:
    """Say by how much a balance moved, and the flows it is made of: small ones to a hundredth."""
    digits = _flow_places((exports, imports))
    sold, bought = (
        UNKNOWN if flow is None else lang.billions(flow, digits) for flow in (exports, imports)
    )
    flows = lang._("exports {exports} · imports {imports}", exports=sold, imports=bought)
    return (*(() if moved is None else (_moved(moved, (exports, imports), lang),)), (Span(flows),))


def _flow_places(flows: tuple[float | None, float | None]) -> int:
    largest = max(abs(flow or 0.0) for flow in flows)
    return 1 if largest >= _SMALL_FLOW else side_by_side(flows)


def _moved(step: float, flows: tuple[float | None, float | None], lang: Language) -> Line:
    arrow, tone = ("▲", Tone.GOOD) if step >= 0 else ("▼", Tone.WARN)
    size = billions(lang, step, flows)
    said = lang._("up {amount}", amount=size) if step >= 0 else lang._("down {amount}", amount=size)
    amount_moved = Span(f"{arrow}{NO_BREAK}{size}", tone, bold=True, said=said)
    return (amount_moved, Span(" " + lang._("on the same period")))
