"""The list of targets in force, and the versions of the chosen one with their documents."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from desktop.analysis.outlook.wording import UNSAID, chance_word
from desktop.analysis.targets.wording import fixed_base, lacks
from desktop.analysis.wording import PACE, REASONS
from desktop.figures.target_names import scope_name
from desktop.figures.target_texts import amount_name, period_name
from desktop.figures.wording import side_by_side
from desktop.gui.parts.chances import chance_tone, chances_told
from desktop.gui.parts.grid import Cell, Grid
from desktop.gui.targets.words import PACE_TONES
from desktop.gui.tokens import Tone

if TYPE_CHECKING:
    from desktop.analysis.outlook import Outlook
    from desktop.analysis.target_results import TargetProgress
    from desktop.figures.target import Target
    from desktop.figures.wording import Language


def first_of(standing: Sequence[TargetProgress], year: int | None) -> int:
    """Give the place of the first target of a year; of the newest one told of, where none is."""
    told = [p.target.year for p in standing if p.cumulative is not None]
    wanted = year or max(told, default=None)
    return next((n for n, p in enumerate(standing) if p.target.year == wanted), 0)


def standing_grid(
    standing: Sequence[TargetProgress], lang: Language, outlook: Outlook | None = None
) -> Grid:
    """One row a target in force; with an outlook its chance stands last.

    The target beside says what the amounts are of: its name needs the room more than the head.
    """
    columns = (
        lang._("Of what"), lang._("Target"), lang._("To date, bn"), lang._("Of target"),
        lang._("Status"), *((lang._("Chance"),) if outlook else ()),
    )  # fmt: skip
    rows = [(*_row(p, lang), *chance_cells(p.target, outlook, lang)) for p in standing]
    return Grid(columns, rows, frozenset({0, 4}))


def chance_cells(
    target: Target | None, outlook: Outlook | None, lang: Language
) -> tuple[Cell, ...]:
    """How likely a target is met: a cell, or none without an outlook."""
    if outlook is None:
        return ()
    found = next((c for c in outlook.chances if c.target == target), None) if target else None
    if found is None:
        return (Cell(""),)
    if found.chance is None:
        return (Cell("–", Tone.MUTED, lang._(UNSAID[found.unsaid]) if found.unsaid else ""),)
    word = lang._(chance_word(found.chance))
    return (Cell(chances_told(found, lang), chance_tone(found.chance), word),)


def versions_grid(progress: TargetProgress, lang: Language) -> Grid:
    """One row a version, the one in force first; the value that it meant stands as a tip."""
    columns = lang._("Target"), lang._("Document"), lang._("Issued")
    rows = []
    for version in reversed(progress.versions):
        target, in_force = version.target, version is progress.versions[-1]
        tone = Tone.PLAIN if in_force else Tone.MUTED
        value = "" if version.low is None else _bn_usd(version.low, lang)
        day = lang.date(target.issued_on) if target.issued_on else ""
        document = target.document or lang._("no document")
        asked = Cell(amount_name(target, lang), tone, value)
        rows.append((asked, Cell(document, tone, document), Cell(day, tone)))
    return Grid(columns, rows, frozenset({0, 1, 2}))


def _bn_usd(usd: float, lang: Language) -> str:
    return lang._("{x} bn USD", x=lang.billions(usd, side_by_side([usd])))


def _status(p: TargetProgress, lang: Language) -> str:
    words = lang._(PACE[p.status])
    return f"{words} · {lang._('on an estimate')}" if p.rests_on_estimate else words


def _row(p: TargetProgress, lang: Language) -> tuple[Cell, ...]:
    share = p.share_of_whole if p.target.is_share else p.share_of_target
    decimals = side_by_side((p.low, p.cumulative))
    to_date = "–" if p.cumulative is None else lang.billions(p.cumulative, decimals)
    return (
        Cell(f"{scope_name(p.scope, lang)} · {period_name(p.target, lang)}"),
        Cell(amount_name(p.target, lang), tip=fixed_base(p, lang)),
        Cell(to_date, tip=lacks(p, lang)),
        Cell("–" if share is None else lang.percent(share)),
        Cell(_status(p, lang), PACE_TONES[p.status], lang._(REASONS[p.reason])),
    )
