"""The sentences about what carries exports and what drags them: items and markets.

Beside points stands the growth on the same base: ours. The one the return printed follows, named.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

from desktop.analysis.results import Contribution, Overview
from desktop.figures.catalogue import items, markets
from desktop.figures.series import OTHER, UNKNOWN, Flow
from desktop.figures.wording import Language
from desktop.reports.prose import phrases

NAMED = 3
"""How many are named each way: what a leader remembers of a spoken sentence."""

Naming = Callable[[str], str]


def item_sentences(overview: Overview, language: Language) -> tuple[str, ...]:
    """The items that carry the growth of exports, and those that drag it."""

    def name(code: str) -> str:
        return items(Flow.EXPORT).name(code, language.code)

    return _carry_and_drag(
        overview.items,
        name,
        language._("Items that contributed most to growth"),
        language._("Items that held growth back"),
        language,
    )


def market_sentences(overview: Overview, language: Language) -> tuple[str, ...]:
    """The largest market, the markets that carry growth, and those that drag it."""

    def name(code: str) -> str:
        return markets().name(code, language.code)

    drawn = _carry_and_drag(
        overview.markets,
        name,
        language._("Markets that contributed most to growth"),
        language._("Markets that held growth back"),
        language,
    )
    return (*_largest(overview.markets, name, language), *drawn)


def _largest(parts: Sequence[Contribution], name: Naming, language: Language) -> tuple[str, ...]:
    if not parts:
        return ()
    largest = max(parts, key=lambda part: part.value)
    reached = phrases.attained(largest.value, largest.status, language)
    clauses = [
        language._(
            "{market}, the largest export market, {reached}",
            market=name(largest.code),
            reached=reached,
        ),
    ]
    if moved := phrases.change_and_printed(largest.growth, largest.growth_printed, language):
        clauses.append(moved)
    if largest.share is not None:
        share = phrases.share((largest.share,), language)
        clauses.append(language._("{share} of exports", share=share))
    return (phrases.as_sentence(", ".join(clauses)),)


def _carry_and_drag(
    parts: Sequence[Contribution],
    name: Naming,
    carry: str,
    drag: str,
    language: Language,
) -> tuple[str, ...]:
    def told(title: str, chosen: Sequence[Contribution]) -> str:
        return f"{title}: {'; '.join(_moved(p, name, language) for p in chosen)}."

    up, down = carrying(parts, NAMED), dragging(parts, NAMED)
    return tuple(told(title, chosen) for title, chosen in ((carry, up), (drag, down)) if chosen)


def _moved(part: Contribution, name: Naming, language: Language) -> str:
    moved = phrases.change_and_printed(part.growth, part.growth_printed, language)
    named = f"{name(part.code)} {moved}" if moved else name(part.code)
    contribution = part.contribution or 0
    points = phrases.points(contribution, language)
    if contribution < 0:
        return language._("{part}, taking off {points}", part=named, points=points)
    return language._("{part}, contributing {points}", part=named, points=points)


def carrying(parts: Sequence[Contribution], count: int) -> tuple[Contribution, ...]:
    """The parts that add most to growth, largest first."""
    return tuple(p for p in _by_contribution(parts) if (p.contribution or 0) > 0)[:count]


def dragging(parts: Sequence[Contribution], count: int) -> tuple[Contribution, ...]:
    """The parts that take most from growth, heaviest first."""
    return tuple(p for p in reversed(_by_contribution(parts)) if (p.contribution or 0) < 0)[:count]


def _by_contribution(parts: Sequence[Contribution]) -> list[Contribution]:
    named = [p for p in parts if p.code not in (OTHER, UNKNOWN) and phrases.is_felt(p.contribution)]
    return sorted(named, key=lambda p: -(p.contribution or 0))
