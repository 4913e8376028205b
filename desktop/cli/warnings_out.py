"""Early warnings as the terminal writes them: JSON with stable keys, and tables."""

from __future__ import annotations

from typing import Any

from rich.box import SIMPLE_HEAD
from rich.console import Console

from desktop.analysis.warnings.backtest import FOLLOWING, RuleRecord
from desktop.analysis.warnings.results import EarlyWarning, Evidence, WarningsReport
from desktop.analysis.warnings.words import (
    GRAVITIES,
    RULES,
    UNHEARD,
    evidence_text,
    in_billions,
    silence_text,
    since_text,
    told,
)
from desktop.cli.provenance_out import source_json
from desktop.cli.tables import Table, share
from desktop.figures.silence import Silence
from desktop.figures.warning_rules import RulesInForce
from desktop.figures.wording import Language

_MOST_CELLS = 4
"""A growth of a price is of four: value and volume, now and a year before."""


def as_json(report: WarningsReport, language: Language) -> dict[str, Any]:
    """Give a report by stable keys: USD, fractions, ISO months; the words in a language."""
    return {
        "through": str(report.through),
        "judged_by": _rules(report.judged_by) if report.judged_by else None,
        "warnings": [_warning(w, language) for w in report.warnings],
        "not_judged": [
            {"rule": rule.value, "why": language._(UNHEARD[why])} for rule, why in report.unheard
        ],
    }


def _rules(rules: RulesInForce) -> dict[str, Any]:
    return {
        "fingerprint": rules.rules.fingerprint,
        "set_at": rules.set_at or None,
        "set_by": rules.set_by or None,
    }


def _warning(w: EarlyWarning, language: Language) -> dict[str, Any]:
    return {
        "rule": w.rule.value,
        "subject": w.subject,
        "gravity": w.gravity.value,
        "sentence": str(told(w, language)),
        "size": w.size,
        "threshold": w.threshold,
        "since": str(w.since),
        "through": str(w.through),
        "partner": w.partner or None,
        "due_on": w.due_on.isoformat() if w.due_on else None,
        "evidence": [_evidence(e) for e in w.evidence],
        "more": [_evidence(e) for e in w.more],
        "silence": silence_record(w.silence) if w.silence else None,
    }


def _evidence(e: Evidence) -> dict[str, Any]:
    return {
        "figure": e.fact.value,
        "flow": e.series.flow.value,
        "measure": e.series.measure.value,
        "item": e.series.item,
        "market": e.series.market,
        "from": str(e.months[0]),
        "to": str(e.months[1]),
        "amount": e.amount,
        "sources": [source_json(source) for source in e.sources],
    }


def silence_record(s: Silence) -> dict[str, Any]:
    """Give a silence by stable keys."""
    return {
        "number": s.number,
        "rule": s.rule.value,
        "subject": s.subject,
        "since": str(s.since),
        "until": str(s.until),
        "reason": s.reason,
        "by": s.by,
        "at": s.at,
    }


def show(report: WarningsReport, language: Language, console: Console) -> None:
    """Write a report: a line a warning, its evidence beneath it."""
    if not report.warnings:
        _line(language._("Nothing to warn of by the rules in force."), console)
    for w in report.warnings:
        gravity = language._(GRAVITIES[w.gravity])
        since = since_text(w, language)
        _line(f"[{gravity}] {told(w, language)}" + (f" ({since})" if since else ""), console)
        _line(f"    {w.rule.value} {w.subject}", console, "dim")
        evidence = (*w.evidence, *w.more)
        billions = in_billions(evidence)
        for e in evidence:
            cells, words = _cells(e, language), evidence_text(e, language, billions=billions)
            _line(f"    {words}  {cells}", console, "dim")
        if w.silence:
            _line(f"    {silence_text(w.silence, language)}", console)
    for rule, why in report.unheard:
        words = f"{language._(RULES[rule])}: {language._(UNHEARD[why])}"
        _line(language._("Not judged: {rules}.", rules=words), console, "dim")


def show_sentences(report: WarningsReport, language: Language, console: Console) -> None:
    """Write what is warned of, a sentence each, and who silenced it; nothing where nothing is."""
    for w in report.warnings:
        since = since_text(w, language)
        words = f"[{language._(GRAVITIES[w.gravity])}] {told(w, language)}"
        _line(words + (f" ({since})" if since else ""), console)
        if w.silence:
            _line(f"    {silence_text(w.silence, language)}", console)


def _cells(evidence: Evidence, language: Language) -> str:
    """Name the cells of a piece of evidence; of many the first ones, and how many more."""
    cells = list(dict.fromkeys(map(str, evidence.sources)))
    few, more = ", ".join(cells[:_MOST_CELLS]), len(cells) - _MOST_CELLS
    return (
        few if more <= 0 else few + language.plural(" and {count} more", " and {count} more", more)
    )


def _line(text: str, console: Console, style: str = "") -> None:
    console.print(text, markup=False, highlight=False, style=style, soft_wrap=True)


def silences_table(silences: list[Silence], language: Language) -> Table:
    """Give the silences that stand as a table."""
    say = language._
    table = Table(box=SIMPLE_HEAD)
    for heading in (
        say("No."),
        say("Rule"),
        say("Subject"),
        say("Until"),
        say("Reason"),
        say("By"),
    ):
        table.add_column(heading)
    for s in silences:
        until = language.month(s.until)
        table.add_row(str(s.number), say(RULES[s.rule]), s.subject, until, s.reason, s.by)
    return table


def records_json(records: tuple[RuleRecord, ...]) -> list[dict[str, Any]]:
    """Give the rules' record over past months by stable keys."""
    return [
        {
            "rule": r.rule.value,
            "fired": len(r.firings),
            "judged": r.judged,
            "followed_by_a_miss": r.missed,
            "hit_rate": r.hit_rate,
            "silent": r.silent,
            "silent_followed_by_a_miss": r.silent_missed,
            "base_rate": r.base_rate,
            "firings": [
                {
                    "month": str(f.month),
                    "subject": f.subject,
                    "size": f.size,
                    "since": str(f.since),
                    "followed_by_a_miss": f.missed,
                }
                for f in r.firings
            ],
        }
        for r in records
    ]


def records_table(records: tuple[RuleRecord, ...], language: Language) -> Table:
    """Give the rules' record as a table."""
    say = language._
    title = say(
        "A miss: the year's target was not reached; of an item or a market, the {months} months "
        "after lie below the year before. Late returns are not tried: afterwards nothing tells of "
        "them.",
        months=FOLLOWING,
    )
    table = Table(box=SIMPLE_HEAD, caption=title, caption_justify="left")
    table.add_column(say("Rule"))
    table.add_numbers(say("Spoke"), say("Judged"), say("Then a miss"), say("Else a miss"))
    for r in records:
        rates = (share(x, language, 0) for x in (r.hit_rate, r.base_rate))
        spoke = language.number(len(r.firings))
        table.add_row(say(RULES[r.rule]), spoke, language.number(r.judged), *rates)
    return table


def firings_table(record: RuleRecord, language: Language) -> Table:
    """Give each time that a rule would have spoken, oldest first, and what followed."""
    say = language._
    table = Table(box=SIMPLE_HEAD)
    heads = say("Month"), say("Subject"), say("How large"), say("Since"), say("Then a miss")
    for heading in heads:
        table.add_column(heading)
    answers = {True: say("yes"), False: say("no"), None: "–"}
    for f in record.firings:
        size = language.percent(f.size)
        since = language.month(f.since)
        table.add_row(language.month(f.month), f.subject, size, since, answers[f.missed])
    return table
