"""The archive's outlook as the terminal writes it: tables and sentences, or JSON."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Any

from rich.box import SIMPLE_HEAD

from desktop.analysis.landing.wording import sentence
from desktop.analysis.outlook import Band, FlowOutlook, Outlook, Rule, TargetChance
from desktop.analysis.outlook.required import ASKED
from desktop.analysis.outlook.wording import (
    LEVERS_NOTE,
    RULES,
    UNSAID,
    chance_word,
    early,
    lever_cells,
    lever_headings,
    move_sentence,
    needed_sentence,
    part_sentences,
    silent,
    usual_revision,
)
from desktop.cli.structure_json import vintage_json
from desktop.cli.tables import Table, say_line
from desktop.figures.groupings import Dimension
from desktop.figures.series import Flow
from desktop.figures.target_names import FLOW_NAMES, item_name, market_name
from desktop.figures.target_texts import stated
from desktop.figures.wording import BILLION, N_, fitting, in_millions

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from rich.console import Console

    from desktop.figures.wording import Language

_PARTS_SHOWN = 8
_NONE = "–"


def show_outlook(outlook: Outlook, lang: Language, console: Console) -> None:
    """Write the whole outlook."""
    for flow in (outlook.exports, outlook.imports):
        _show_flow(flow, lang, console)
    if outlook.balance:
        name = lang._(FLOW_NAMES[Flow.BALANCE])
        say_line(f"{name}: {band_words(outlook.balance.band, lang)}", console)
    if outlook.chances:
        _show_chances(outlook, lang, console)
    _show_months(outlook.exports, lang, console)
    _show_record(outlook.exports, lang, console)
    _show_parts(outlook, lang, console)
    _show_levers(outlook, lang, console)


def _show_flow(flow: FlowOutlook, lang: Language, console: Console) -> None:
    name, year = lang._(FLOW_NAMES[flow.flow]), flow.landing.year
    if flow.band is None:
        say_line(f"{name} {year}: {silent(flow.landing, lang)}", console)
        return
    growth = "" if flow.growth is None else f" ({lang.percent(flow.growth, sign=True)})"
    say_line(f"{name} {year}{growth}: {band_words(flow.band, lang)}", console)
    told = (
        early(flow, lang),
        usual_revision(flow, lang),
        *part_sentences(flow.landing, lang),
        move_sentence(flow, lang),
    )
    for text in filter(None, told):
        say_line(f"  {text}", console)


def band_words(band: Band, lang: Language) -> str:
    """Say the median and the three bands: in billions, of small amounts in millions."""
    small = max(abs(edge) for edge in band.nearly_all) < BILLION
    write = (
        partial(lang.millions, decimals=in_millions(band.nearly_all, 0)) if small else lang.billions
    )
    text = (
        N_("median {median} m USD; 50%: {half}; 80%: {most}; 95%: {nearly_all}")
        if small
        else N_("median {median} bn USD; 50%: {half}; 80%: {most}; 95%: {nearly_all}")
    )
    half, most, nearly_all = (_joined(e, write) for e in (band.half, band.most, band.nearly_all))
    return lang._(text, median=write(band.median), half=half, most=most, nearly_all=nearly_all)


def _usd(amount: float, lang: Language) -> str:
    return lang.billions(amount, fitting(amount))


def _pair(edges: tuple[float, float], lang: Language) -> str:
    digits = max(map(fitting, edges))
    return _joined(edges, lambda edge: lang.billions(edge, digits))


def _joined(edges: tuple[float, float], write: Callable[[float], str]) -> str:
    return "–".join(map(write, edges))


def _table(console: Console, headings: Sequence[str], rows: Iterator[Sequence[str]]) -> None:
    first, *numbers = headings
    table = Table(box=SIMPLE_HEAD)
    table.add_column(first)
    table.add_numbers(*numbers)
    for cells in rows:
        table.add_row(*cells)
    console.print(table)


def _show_chances(outlook: Outlook, lang: Language, console: Console) -> None:
    headings = (lang._("Target"), lang._("Chance"), lang._("In words"), lang._("80% band"))
    _table(console, headings, (_chance_row(c, lang) for c in outlook.chances))
    if told := needed_sentence(outlook, lang):
        say_line(told, console)
    if outlook.joint:
        share = lang.percent(outlook.joint.chance, 0)
        count = outlook.joint.targets
        say_line(lang._("All {count} at once: {share}", count=count, share=share), console)


def _chance_row(found: TargetChance, lang: Language) -> tuple[str, ...]:
    if found.chance is None or found.band is None:
        why = lang._(UNSAID[found.unsaid]) if found.unsaid else ""
        return stated(found.target, lang), _NONE, f"{lang._(chance_word(None))}: {why}", _NONE
    chances = [c for c in (found.chance, found.chance_high) if c is not None]
    share = " / ".join(lang.percent(c, 0) for c in chances)
    if found.target.is_share:
        band = "–".join(lang.percent(edge) for edge in found.band.most)
    else:
        band = _pair(found.band.most, lang)
    return stated(found.target, lang), share, lang._(chance_word(found.chance)), band


def _show_months(flow: FlowOutlook, lang: Language, console: Console) -> None:
    if not flow.seen:
        return
    headings = (lang._("As seen after"), lang._("Median"), lang._("80% band"), lang._("Chance"))
    rows = (
        (
            lang.month(s.month) + (" *" if s.by_hindsight else ""), _usd(s.median, lang),
            _pair((s.low, s.high), lang), _NONE if s.chance is None else lang.percent(s.chance, 0),
        )
        for s in flow.seen
    )  # fmt: skip
    _table(console, headings, rows)
    if any(s.by_hindsight for s in flow.seen):
        say_line("* " + lang._("by today's figures: what was known then is not held"), console)


def _show_record(flow: FlowOutlook, lang: Language, console: Console) -> None:
    record = flow.record
    if record is None:
        return
    years = f"{record.years[0]}–{record.years[-1]}"
    title = lang._("Error of the year at this month, {years}", years=years)
    rows = (
        (lang._(RULES[rule]), lang.percent(record.errors[rule], 2))
        for rule in Rule if rule in record.errors
    )  # fmt: skip
    _table(console, (title, lang._("Mean error")), rows)


def _show_parts(outlook: Outlook, lang: Language, console: Console) -> None:
    for parts in outlook.parts:
        if parts.flow is not outlook.exports.flow:
            continue
        by_item = parts.dimension is Dimension.ITEM
        heading = lang._("Item") if by_item else lang._("Market")
        rows = (
            (
                item_name(p.code, parts.flow, lang) if by_item else market_name(p.code, lang),
                _usd(p.known, lang), _usd(p.band.median, lang), _pair(p.band.most, lang),
                _NONE if p.growth is None else lang.percent(p.growth, sign=True),
            )
            for p in parts.parts[:_PARTS_SHOWN]
        )  # fmt: skip
        headings = (heading, lang._("To date"), lang._("Median"), lang._("80% band"),
                    lang._("Growth"))  # fmt: skip
        _table(console, headings, rows)


def _show_levers(outlook: Outlook, lang: Language, console: Console) -> None:
    if not outlook.levers:
        return
    headings = lever_headings(lang)
    for dimension in Dimension:
        levers = [lever for lever in outlook.levers if lever.dimension is dimension]
        _table(console, headings, (lever_cells(one, lang) for one in levers[:_PARTS_SHOWN]))
    say_line(lang._(LEVERS_NOTE), console)


def outlook_json(outlook: Outlook, lang: Language) -> dict[str, Any]:
    """Give the outlook by stable keys, US dollars and fractions; None is "cannot say"."""
    return {
        "year": outlook.year,
        "through": str(outlook.through),
        **vintage_json(outlook.vintage),
        "exports": _flow(outlook.exports, lang),
        "imports": _flow(outlook.imports, lang),
        "balance": outlook.balance and {
            "known": json_usd(outlook.balance.known), "last_year": json_usd(outlook.balance.base),
            "correlation": round(outlook.balance.correlation, 4), **band_json(outlook.balance.band),
        },
        "targets": [_chance(c, lang) for c in outlook.chances],
        "needed": [
            {"chance": n.chance, "growth": _round(n.growth), "expected": _round(n.expected)}
            for n in outlook.needed
        ],
        "levers": [
            {
                "by": lever.dimension.value, "code": lever.code,
                "expected": json_usd(lever.expected), "growth": _round(lever.growth),
                "needed": {f"{c:g}": _round(g) for c, g in zip(ASKED, lever.needed, strict=True)},
            }
            for lever in outlook.levers
        ],
        "joint": outlook.joint and {
            "targets": outlook.joint.targets, "chance": round(outlook.joint.chance, 4),
        },
        "parts": [
            {
                "flow": parts.flow.value, "by": parts.dimension.value,
                "parts": [
                    {
                        "code": p.code, "known": json_usd(p.known), "last_year": json_usd(p.base),
                        "years": p.years, "growth": _round(p.growth), **band_json(p.band),
                    }
                    for p in parts.parts
                ],
                "rest": band_json(parts.rest), "silent": list(parts.silent),
            }
            for parts in outlook.parts
        ],
    }  # fmt: skip


def _flow(flow: FlowOutlook, lang: Language) -> dict[str, Any]:
    landing, move, record = flow.landing, flow.move, flow.record
    return {
        "known": json_usd(flow.known), "last_year": json_usd(flow.base),
        "growth": _round(flow.growth), **(band_json(flow.band) if flow.band else {"median": None}),
        "fan": [
            {"month": str(p.month), "alone": band_json(p.alone), "to_date": band_json(p.to_date)}
            for p in flow.fan
        ],
        "seen": [
            {
                "month": str(s.month), "median": json_usd(s.median),
                "band_80": [json_usd(s.low), json_usd(s.high)], "chance": _round(s.chance),
                "by_hindsight": s.by_hindsight,
            }
            for s in flow.seen
        ],
        "move": move and {
            "change": json_usd(move.change), "revision": json_usd(move.revision),
            "tet": json_usd(move.tet), "news": json_usd(move.news),
            "surprise": _round(move.surprise),
        },
        "record": record and {
            "years": list(record.years), "held_80": record.held,
            "errors": {rule.value: _round(e) for rule, e in record.errors.items()},
        },
        "parts": list(part_sentences(landing, lang)),
        "reasons": [
            {"code": r.why.value, "sentence": sentence(r, lang)} for r in landing.reasons
        ],
    }  # fmt: skip


def _chance(found: TargetChance, lang: Language) -> dict[str, Any]:
    target = found.target
    return {
        "flow": target.flow.value, "measure": target.measure.value, "item": target.item,
        "market": target.market, "province": target.province, "start": str(target.start),
        "end": str(target.end), "low": _round(found.low), "high": _round(found.high),
        "chance": _round(found.chance), "chance_high": _round(found.chance_high),
        "word": lang._(chance_word(found.chance)),
        "unsaid": found.unsaid and found.unsaid.value,
    }  # fmt: skip


def band_json(band: Band) -> dict[str, Any]:
    """Give the median and the three bands in US dollars."""
    return {
        "median": json_usd(band.median), "band_50": [json_usd(v) for v in band.half],
        "band_80": [json_usd(v) for v in band.most],
        "band_95": [json_usd(v) for v in band.nearly_all],
    }  # fmt: skip


def json_usd(amount: float | None) -> float | None:
    """Round to a thousand dollars: what lies beyond is no knowledge of anybody's."""
    return None if amount is None else round(amount, -3)


def _round(fraction: float | None) -> float | None:
    return None if fraction is None else round(fraction, 4)
