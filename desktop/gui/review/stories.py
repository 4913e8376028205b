"""A cell's story, told beneath the sheet: what it was read as, or why not, or what is odd."""

from __future__ import annotations

from datetime import date

from desktop.figures.figure import FigureRow
from desktop.figures.finding_texts import in_words
from desktop.figures.reading import RegionKind
from desktop.figures.series import Measure
from desktop.figures.wording import N_, Language
from desktop.gui.parts.text import Line, Span
from desktop.gui.review.addresses import Place, address
from desktop.gui.review.asking import question_words
from desktop.gui.review.drawing import NEW, OLDER, RIVAL, SAME, Drawn
from desktop.gui.review.reasons import why_words
from desktop.gui.review.words import (
    amount_words,
    area_words,
    flow_words,
    kind_words,
    period_words,
    status_words,
    subject_words,
    unit_words,
)
from desktop.gui.tokens import Tone

_HELD = {
    NEW: N_("new"),
    SAME: N_("the same in the archive"),
    OLDER: N_("a newer return is in the archive"),
    RIVAL: N_("another return of that day prevails"),
}


def story(drawn: Drawn, place: Place, lang: Language) -> Line:
    """Tell all that is known of a cell, its address first."""
    where = Span(address(place), Tone.PRIMARY, bold=True)
    finding, question = drawn.finding(place), drawn.questions.get(place)
    figure = drawn.figures.get(place)
    told: list[Span] = []
    if question is not None:
        told.append(Span(" · ".join(question_words(question, lang)), Tone.WARN))
    elif finding is not None:
        told.append(Span(in_words(finding, lang, in_window=True), Tone.WARN))
    if figure is not None:
        told.append(Span(figure_words(figure, lang)))
        told += _held(drawn, place, figure, lang)
    elif not told:
        told.append(Span(_taken_for(drawn, place, lang)))
    line = [where]
    for span in told:
        line += [Span(" · ", Tone.MUTED), span]
    return tuple(line)


def figure_words(row: FigureRow, lang: Language) -> str:
    """Say what a figure was read as: flow, subject, amount, period, status."""
    about = f"{flow_words(row.flow, lang)}: {subject_words(row, lang)}"
    if row.province:
        about = f"{area_words(row.province, lang)} · {about}"
    parts = (
        about,
        f"{amount_words(row.unit, row.value, lang)} {unit_words(row.unit, lang)}",
        period_words(row, lang),
        status_words(row.status, lang),
    )
    return " · ".join(p.strip() for p in parts if p.strip())


def _held(drawn: Drawn, place: Place, figure: FigureRow, lang: Language) -> list[Span]:
    change = drawn.changes.get(place)
    if change is None:
        words = _HELD.get(drawn.kinds.get(place, ""))
        return [Span(lang._(words), Tone.MUTED)] if words else []
    old = amount_words(figure.unit, change.old_value, lang)
    told = lang._("in the archive {value} ({file})", value=old, file=change.old_file)
    if change.old_reported_on:
        day = lang.date(date.fromisoformat(change.old_reported_on))
        told = lang._(
            "in the archive {value} ({file}, {day})", value=old, file=change.old_file, day=day
        )
    growth = figure.value / change.old_value - 1 if change.old_value else None
    by = f" · {lang.percent(growth, 1, sign=True)}" if growth is not None else ""
    return [Span(told + by, Tone.WARN)]


def _taken_for(drawn: Drawn, place: Place, lang: Language) -> str:
    region = drawn.region(place)
    if region is None:
        return lang._("not part of any table")
    words = kind_words(region.kind, lang)
    if region.kind is RegionKind.LEFT_OUT:
        return f"{words}: {why_words(region.why, lang)}" if region.why else words
    if region.kind is RegionKind.TITLE and drawn.seen.flow:
        return f"{words}: {flow_words(drawn.seen.flow, lang)}"
    if region.kind is RegionKind.LABEL:
        row = next((f for (r, _), f in drawn.figures.items() if r == place[0]), None)
        # A name is of all its row: quantity, which often stands first, and value alike.
        named = row._replace(measure=Measure.VALUE) if row else None
        return f"{words} → {subject_words(named, lang)}" if named else words
    if region.kind is RegionKind.VALUE and place not in drawn.texts:
        return lang._("empty")
    return words
