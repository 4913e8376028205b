"""The card of the year's end: the forecast, the chance of the target, what most outcomes lie in."""

from __future__ import annotations

from typing import TYPE_CHECKING

from desktop.analysis.outlook.wording import chance_word, early, forbidding, silent
from desktop.figures.wording import apart, fitting
from desktop.gui.overview.kpis import UNKNOWN, Kpi, amount, unit
from desktop.gui.parts.chances import chance_tone, chances_told
from desktop.gui.parts.text import Line, Span
from desktop.gui.tokens import Tone

if TYPE_CHECKING:
    from desktop.analysis.outlook import FlowOutlook, Outlook
    from desktop.figures.wording import Language


def landing(outlook: Outlook | None, lang: Language) -> Kpi:
    """Say where the year ends; without an outlook that it is awaited."""
    title = lang._("Forecast for the year")
    if outlook is None:
        return Kpi(title, "", ((UNKNOWN, ""),), ((Span(lang._("being worked out…")),),))
    exports = outlook.exports
    if exports.band is None:
        why, all_of_it = forbidding(exports.landing, lang), silent(exports.landing, lang)
        return Kpi(title, "", ((UNKNOWN, ""),), ((Span(why),),), tip=all_of_it)
    figures = ((amount(lang, exports.band.median), unit(lang)),)
    lines = (_chance(outlook, lang), _grown(exports, lang), band_line(exports, lang))
    told = tuple(line for line in lines if line)
    return Kpi(title, "", figures, told, tip=early(exports, lang))


def _chance(outlook: Outlook, lang: Language) -> Line:
    found = outlook.headline
    if found is None or found.chance is None:
        return (Span(lang._("no target to hold it against")),)
    return (
        Span(lang._("target met:") + " "),
        Span(chances_told(found, lang), chance_tone(found.chance), bold=True),
        Span(f" · {lang._(chance_word(found.chance))}"),
    )


def _grown(exports: FlowOutlook, lang: Language) -> Line:
    """Say what the median means against the year before."""
    if exports.growth is None:
        return ()
    grown = Span(lang.percent(exports.growth, sign=True), Tone.PLAIN, bold=True)
    return (grown, Span(f" {lang._('on {year}', year=exports.landing.year - 1)}"))


def band_line(exports: FlowOutlook, lang: Language) -> Line:
    """Say what most outcomes lie in; nothing where that is one amount."""
    assert exports.band is not None  # asked before
    edges, digits = exports.band.most, fitting(exports.band.median) - 1
    if edges[0] == edges[1]:
        return (Span(lang._("the year is complete")),)
    low, high = apart(edges, digits, lang)
    if low == high:  # all its months are told, or as good as all
        return ()
    told = lang._("80%: {low}–{high}", low=low, high=high).replace(" ", "\u00a0")
    if early(exports, lang):
        return (Span(told + " · "), Span(lang._("early to say"), Tone.WARN))
    return (Span(told),)
