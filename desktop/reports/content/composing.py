"""Puts a report together: its sections in the order of the statistics office's own text."""

from __future__ import annotations

from typing import TYPE_CHECKING

from desktop.analysis.warnings.results import Gravity
from desktop.analysis.warnings.words import GRAVITIES, is_amount
from desktop.figures.wording import capitalised
from desktop.reports import provenance
from desktop.reports.content import charts, on_target, on_trade, tables
from desktop.reports.content.cards import cards
from desktop.reports.content.on_part import part_section
from desktop.reports.content.on_scenarios import scenarios_section
from desktop.reports.content.report import Report, Section, Table, Tone
from desktop.reports.content.saying import Saying, count, share, usd
from desktop.reports.prose import phrases
from desktop.reports.prose.warnings import revised_by, warning_sentence

if TYPE_CHECKING:
    from collections.abc import Sequence

    from desktop.analysis.results import Overview
    from desktop.analysis.warnings.results import EarlyWarning
    from desktop.figures.received import StoredReturn
    from desktop.figures.wording import Language
    from desktop.reports.beside import Beside
    from desktop.reports.content.report import Sentence
    from desktop.reports.content.stamp import Stamp

LISTED_SOURCES = 6
LISTED_WARNINGS = 10
_GRAVE = {Gravity.ALARM: Tone.BAD, Gravity.WATCH: Tone.WARN, Gravity.NOTICE: Tone.PLAIN}


def compose(
    overview: Overview,
    beside: Beside,
    language: Language,
    *,
    returns: Sequence[StoredReturn],
    stamp: Stamp,
) -> Report:
    """Say all that a report says of an overview and of what is told beside it."""
    say = language._
    saying = Saying(overview, beside, language)
    sections = (
        Section("key", say("Key results"), on_target.headline_sentences(saying)),
        *part_section(saying),
        *_trade(saying),
        *_target(saying),
        *_warnings(saying),
        Section("notes", say("Notes"), on_trade.notes_sentences(saying)),
    )
    newest = max((r.reported_on for r in returns), default=None)
    return Report(
        language.code,
        say("Exports of {year} against the year's target", year=overview.year),
        say(
            "{months} · {vintage} · as known here on {moment}",
            months=capitalised(phrases.months_told(overview.through, language)),
            vintage=provenance.vintage_text(overview.vintage, newest, language),
            moment=language.moment(stamp.made_at),
        ),
        cards(overview, language),
        tuple(s for s in sections if s.sentences or s.chart or s.tables),
        provenance.source_line(provenance.of_overview(overview), language, LISTED_SOURCES),
        stamp,
    )


def _trade(saying: Saying) -> tuple[Section, ...]:
    say, held = saying.language._, saying.beside.structure
    return (
        Section("trade", say("Exports and imports of goods"), on_trade.trade_sentences(saying)),
        Section(
            "exports", say("Exports of goods"), on_trade.exports_sentences(saying),
            charts.months_chart(saying), _kept(tables.months_table(saying)),
        ),
        Section(
            "items", say("Export items"), (), charts.items_chart(saying),
            _kept(tables.items_table(saying)),
        ),
        Section("imports", say("Imports of goods"), on_trade.imports_sentences(saying)),
        Section(
            "markets", say("Markets of exports and imports"), on_trade.markets_sentences(saying),
            charts.markets_chart(saying), _kept(tables.markets_table(saying)),
        ),
        Section(
            "balance", say("Trade balance"), on_trade.balance_sentences(saying),
            charts.balance_chart(saying),
            _kept(tables.partners_table(saying, held) if held else None),
        ),
    )  # fmt: skip


def _target(saying: Saying) -> tuple[Section, ...]:
    say, told = saying.language._, saying.beside.outlook
    pace = Section(
        "target", say("Progress against the target"), on_target.target_sentences(saying),
        charts.cumulative_chart(saying), _kept(tables.targets_table(saying)),
    )  # fmt: skip
    if told is None:
        return (pace,)
    return (
        pace,
        Section(
            "outlook", say("Outlook for the year"), on_target.outlook_sentences(saying, told),
            charts.fan_chart(saying, told),
            _kept(tables.landing_table(saying, told), tables.chances_table(saying, told)),
        ),
        *scenarios_section(saying),
    )  # fmt: skip


def _kept(*found: Table | None) -> tuple[Table, ...]:
    return tuple(table for table in found if table)


def _warnings(saying: Saying) -> tuple[Section, ...]:
    """The gravest warnings that are not silenced, each with how grave it is."""
    report, language = saying.beside.warnings, saying.language
    if report is None:
        return ()
    spoken = report.spoken
    for warning in spoken[:LISTED_WARNINGS]:
        tell_warning(saying, warning)
    rest = len(spoken) - LISTED_WARNINGS
    if rest > 0:
        text = language.plural("And {count} more warning.", "And {count} more warnings.", rest)
        saying.tell("warnings_more", text, more=(count(rest),), tone=Tone.MUTED)
    elif not spoken:
        nothing = language._("Nothing to warn of by the rules in force.")
        saying.tell("warnings_none", nothing, tone=Tone.MUTED)
    said: tuple[Sentence, ...] = saying.done()
    return (Section("warnings", language._("Early warnings"), said),)


def tell_warning(saying: Saying, warning: EarlyWarning) -> None:
    """Tell a warning, how grave it is before it."""
    language = saying.language
    text = language._(
        "{gravity}: {warning}",
        gravity=language._(GRAVITIES[warning.gravity]).capitalize(),
        warning=warning_sentence(warning, language),
    )
    evidence = (*warning.evidence, *warning.more)
    numbers = tuple(usd(e.amount) if is_amount(e.fact) else share(e.amount) for e in evidence)
    more = (share(warning.size), share(warning.threshold), share(revised_by(warning)),
            count(warning.months), *numbers)  # fmt: skip
    key = f"warning:{warning.rule}:{warning.subject}"
    saying.tell(key, f"{text}.", more=more, tone=_GRAVE[warning.gravity])
