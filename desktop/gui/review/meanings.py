"""What each column of a sheet was read as, in as few words as fit above it."""

from __future__ import annotations

from collections import defaultdict

from desktop.figures.directions import ColumnRole
from desktop.figures.wording import Language
from desktop.gui.review.addresses import column_number
from desktop.gui.review.drawing import Drawn
from desktop.gui.review.reasons import why_words
from desktop.gui.review.words import (
    flow_sign,
    flow_words,
    measure_words,
    period_words,
    plan_words,
    short_meaning,
    subject_words,
)


def column_meanings(drawn: Drawn, lang: Language) -> dict[int, tuple[str, bool]]:
    """Say by column number what each column was read as, and whether it is used."""
    found: dict[int, tuple[str, bool]] = {}
    by_row = any(plan.periods_in_rows for plan in drawn.plans)
    ways: dict[int, set[str]] = defaultdict(set)
    for (_, column), row in drawn.figures.items():
        ways[column].add(row.flow)
    apart = not by_row and len({*map(frozenset, ways.values())}) > 1
    for (_, column), row in drawn.figures.items():
        if column not in found:
            about = flow_words(row.flow, lang) if by_row else measure_words(row.measure, lang)
            rest = subject_words(row, lang) if by_row else period_words(row, lang)
            way = f"{flow_sign(row.flow, lang)} · " if apart and len(ways[column]) == 1 else ""
            found[column] = (f"{way}{about} · {rest}", True)
    if not drawn.figures:  # what was pointed out counts, though a month or year is waited for
        for number, plan in drawn.columns.items():
            if plan.role is ColumnRole.VALUE and plan.basis:
                found[number] = (plan_words(plan, lang), True)
    for seen in drawn.seen.columns:
        words = short_meaning(seen.meaning, lang) if seen.used else why_words(seen.why, lang)
        found.setdefault(column_number(seen.letter), (words, seen.used))
    for number, plan in drawn.columns.items():
        found.setdefault(number, (plan_words(plan, lang), not plan.why))
    return found
