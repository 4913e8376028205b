"""A path as it is being edited: the way chosen, the shares as typed, what they come to."""

from __future__ import annotations

from dataclasses import dataclass, replace
from fractions import Fraction
from typing import TYPE_CHECKING

from desktop.figures.finding import Refused
from desktop.figures.phasing import PathWish, Phasing
from desktop.figures.share_typing import holiday_days, numbers, scaled, shares, written

if TYPE_CHECKING:
    from desktop.figures.wording import Language

_PER_CENT = 100


@dataclass(frozen=True, slots=True)
class Draft:
    """What the editor holds. `texts` are the shares as typed, in per cent, one a month."""

    kind: Phasing
    texts: tuple[str, ...]
    with_exceptional: bool = False
    tet: str = ""

    def wish(self) -> PathWish:
        """Give what is wished; raises `Refused` where it cannot be."""
        days = holiday_days(self.tet) if self.tet.strip() else ()
        typed: tuple[Fraction, ...] = ()
        if self.kind is Phasing.TYPED:
            typed = shares(self._numbers())
        return PathWish(self.kind, typed, self.with_exceptional, days)

    def typed(self) -> tuple[Fraction, ...] | None:
        """Give the typed shares as they stand, whatever they sum to; None where one is none."""
        try:
            return tuple(number / _PER_CENT for number in self._numbers())
        except Refused:
            return None

    def scaled(self, language: Language) -> Draft:
        """Scale the typed shares to 100 %, in as many decimals as it takes."""
        return replace(self, texts=written(scaled(self._numbers()), language, 4))

    def pasted(self, text: str) -> Draft:
        """Take over pasted numbers, one a month; raises `Refused` where they are not."""
        found = numbers(text, len(self.texts))
        parts = text.replace("%", " ").split()
        kept = parts if len(parts) == len(found) else [f"{float(n):g}" for n in found]
        return replace(self, kind=Phasing.TYPED, texts=tuple(kept))

    def _numbers(self) -> tuple[Fraction, ...]:
        return numbers(" ".join(text.strip() or "?" for text in self.texts), len(self.texts))
