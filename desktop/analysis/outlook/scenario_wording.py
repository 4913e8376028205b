"""Scenarios side by side in words and rows: what is assumed, and what each would change."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from desktop.analysis.outlook.required import ASKED
from desktop.figures.groupings import Dimension
from desktop.figures.scenario_texts import about, label_of, shock_told
from desktop.figures.series import Flow
from desktop.figures.target_names import FLOW_NAMES, item_name, market_name
from desktop.figures.target_texts import short_name
from desktop.figures.wording import N_, fitting, side_by_side

if TYPE_CHECKING:
    from desktop.analysis.outlook.results import Band, Outlook
    from desktop.analysis.outlook.scenario_results import Assumed, PartsShift, RequiredShift
    from desktop.figures.scenario import Scenario
    from desktop.figures.wording import Language

NONE = "–"
REQUIRED = "exports.required_monthly"
_NAMED = {Flow.EXPORT: "exports", Flow.IMPORT: "imports", Flow.BALANCE: "balance"}
_LEAST_TOLD = 5e5
"""A part that changes by less than half a million dollars is not listed."""
_WHOLE = 100e9
"""From this amount on a band is written in whole billions."""


@dataclass(frozen=True, slots=True)
class Row:
    """One thing, without any scenario and with each; `short` names it beneath the row before.

    `numbers` are what it shows, as provenance names them behind ``outlook:`` or a scenario.
    """

    name: str
    short: str
    before: str
    after: tuple[str, ...]
    numbers: tuple[str, ...] = ()


def assumptions(scenario: Scenario, lang: Language) -> list[str]:
    """Say whose assumption it is, from when on it counts, and what is assumed, a line each."""
    since = lang._("from {month} on", month=lang.month(scenario.since))
    told = [f"{label_of(scenario, lang)} · {since}"]
    if scenario.note:
        told.append(scenario.note)
    return [*told, *(shock_told(shock, lang) for shock in scenario.shocks)]


def caveats(found: Assumed, lang: Language) -> Iterator[str]:
    """Say what of a scenario could not be applied."""
    if found.too_late:
        yield lang._("It begins after the year: nothing changes.")
    for shock in found.unheard:
        yield lang._("Left out, no such trade is told of: {about}.", about=about(shock, lang))
    for shock in found.undiverted:
        yield lang._(
            "Nothing diverted, no such trade is told of: {about}.", about=about(shock, lang)
        )


def effects(outlook: Outlook, found: Sequence[Assumed], lang: Language) -> list[Row]:
    """Landing, growth, balance, chances and the required average, a row each.

    Its amounts stand beneath one another: all of them have the decimals of the largest.
    """
    rows: list[Row] = []
    trade = [outlook.flow(flow) for flow in (Flow.EXPORT, Flow.IMPORT)]
    places = fitting(max((abs(told.band.median) for told in trade if told.band), default=0.0))
    for told in trade:
        flow = told.flow
        if told.band is None:
            continue
        shifts = [one.flow(flow) for one in found]
        after = [s.after if s else None for s in shifts]
        rows += _band_rows(flow, told.band, after, places, lang)
        growth = tuple(_growth(s.growth if s else None, lang) for s in shifts)
        name = lang._("{what}, growth", what=lang._(FLOW_NAMES[flow]))
        words, numbers = f"· {lang._('growth')}", (f"{_NAMED[flow]}.growth",)
        rows.append(Row(name, words, _growth(told.growth, lang), growth, numbers))
    if outlook.balance:
        after = [one.balance[1] if one.balance else None for one in found]
        rows += _band_rows(Flow.BALANCE, outlook.balance.band, after, places, lang)
    return [*rows, *_chances(found, lang), *_required(found, places, lang)]


def _band_rows(
    flow: Flow, before: Band, after: Sequence[Band | None], places: int, lang: Language
) -> Iterator[Row]:
    """Give the median's row and the 80 % band's."""
    what = lang._(FLOW_NAMES[flow])
    medians = tuple(NONE if b is None else lang.billions(b.median, places) for b in after)
    name = lang._("{what}, bn USD", what=what)
    about = _NAMED[flow]
    yield Row(name, what, lang.billions(before.median, places), medians, (f"{about}.median",))
    edges = tuple(NONE if b is None else _edges(b, places, lang) for b in after)
    name, ends = lang._("{what}, 80% band", what=what), (f"{about}.low_80", f"{about}.high_80")
    yield Row(name, "· 80%", _edges(before, places, lang), edges, ends)


def _chances(found: Sequence[Assumed], lang: Language) -> Iterator[Row]:
    for number, first in enumerate(found[0].chances if found else ()):
        target = short_name(first.target, lang)
        afters = (lang.percent(one.chances[number].after, 0) for one in found)
        name = lang._("Chance: {target}", target=target)
        numbers = (f"target:{first.target.number}.chance",)
        yield Row(name, target, lang.percent(first.before, 0), tuple(afters), numbers)
    joints = [one.joint for one in found]
    if joints and joints[0]:
        count = joints[0][0].targets
        afters = (NONE if j is None else lang.percent(j[1].chance, 0) for j in joints)
        name = lang._("Chance: all {count} at once", count=count)
        short = lang._("All {count} at once", count=count)
        before = lang.percent(joints[0][0].chance, 0)
        yield Row(name, short, before, tuple(afters), ("targets.chance",))


def _required(found: Sequence[Assumed], places: int, lang: Language) -> Iterator[Row]:
    told = [one.required for one in found]
    if not told or told[0] is None:
        return
    asked, expected = (lang.billions(usd, places) for usd in (told[0].asked, told[0].before))
    name = lang._("Required a month, bn USD")
    yield Row(name, lang._("Required a month"), asked, (asked,) * len(told), (REQUIRED,))
    after = tuple(NONE if r is None else lang.billions(r.after, places) for r in told)
    name, numbers = lang._("Expected a month, bn USD"), ("exports.expected_monthly",)
    yield Row(name, f"· {lang._('expected')}", expected, after, numbers)
    for place, chance in enumerate(ASKED):
        share = lang.percent(chance, 0)
        name = lang._("All other trade against what is expected, for {share}", share=share)
        short = lang._("All else, for {share}", share=share)
        made_up = tuple(_makeup(r, place, lang) for r in told)
        yield Row(name, short, NONE, made_up, (f"exports.makeup_{round(chance * 100)}",))


def _makeup(required: RequiredShift | None, place: int, lang: Language) -> str:
    more = required.makeup[place] if required else None
    if more is None:
        return lang._("not enough")
    if more <= -1:
        return NONE
    return lang.percent(more, sign=True)


def _edges(band: Band, places: int, lang: Language) -> str:
    """Write what most outcomes lie in: whole billions say enough of large amounts."""
    whole = min(map(abs, band.most)) >= _WHOLE
    return "–".join(lang.billions(edge, 0 if whole else places) for edge in band.most)


def _growth(growth: float | None, lang: Language) -> str:
    return NONE if growth is None else lang.percent(growth, sign=True)


@dataclass(frozen=True, slots=True)
class PartRow:
    """An item or a market: its year without any scenario, by how much each changes it (bn USD).

    `code` is empty for all others.
    """

    name: str
    before: str
    change: tuple[str, ...]
    dependence: str
    code: str


def part_rows(
    found: Sequence[Assumed], flow: Flow, dimension: Dimension, lang: Language
) -> list[PartRow]:
    """List the parts that any scenario changes, the most changed by the first one first."""
    every = [one.parts_of(flow, dimension) for one in found]
    if not every or every[0] is None:
        return []
    by_code = [{p.code: p for p in parts.parts} if parts else {} for parts in every]
    places = side_by_side(p.before for p in every[0].parts)
    rows = []
    for part in _ordered([p for p in every if p]):
        shifts = [parts.get(part) for parts in by_code]
        changes = (None if s is None else s.change for s in shifts)
        first = by_code[0][part]
        rows.append(PartRow(
            _part_name(part, flow, dimension, lang), lang.billions(first.before, places),
            tuple(NONE if c is None else lang.billions(c, places, sign=True) for c in changes),
            NONE if first.dependence is None else lang.percent(first.dependence), part,
        ))  # fmt: skip
    return rows


def _ordered(every: Sequence[PartsShift]) -> list[str]:
    told = [p.code for parts in every for p in parts.parts if abs(p.change) >= _LEAST_TOLD]
    return list(dict.fromkeys(told))


def _part_name(code: str, flow: Flow, dimension: Dimension, lang: Language) -> str:
    if not code:
        return lang._("All others")
    if dimension is Dimension.ITEM:
        return item_name(code, flow, lang)
    return market_name(code, lang)


def dependence_heading(found: Assumed, lang: Language) -> str:
    """Name the column of dependence: ``To United States``."""
    return lang._("To {market}", market=market_name(found.dependence_on, lang))


def dependence_sentence(found: Assumed, lang: Language) -> str:
    """Say how far all exports hang on the market; empty where that is not known."""
    if found.dependence is None:
        return ""
    return lang._(
        "In the year to date {market} took {share} of all exports.",
        market=market_name(found.dependence_on, lang), share=lang.percent(found.dependence),
    )  # fmt: skip


SIDE_BY_SIDE = (N_("Without"), N_("With"))
