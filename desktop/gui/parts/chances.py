"""How a chance is written and coloured, wherever it stands."""

from __future__ import annotations

from typing import TYPE_CHECKING

from desktop.gui.tokens import Tone

if TYPE_CHECKING:
    from desktop.analysis.outlook import TargetChance
    from desktop.figures.wording import Language

_GOOD, _BAD = 0.65, 0.35


def chance_tone(chance: float | None) -> Tone:
    """Give the tone of a chance; the word beside it says the same."""
    if chance is None:
        return Tone.MUTED
    return Tone.GOOD if chance >= _GOOD else Tone.BAD if chance < _BAD else Tone.WARN


def chances_told(found: TargetChance, lang: Language) -> str:
    """Write the chance of a target; of both ends of a range."""
    chances = [c for c in (found.chance, found.chance_high) if c is not None]
    return " / ".join(lang.percent(c, 0) for c in chances) or "–"
