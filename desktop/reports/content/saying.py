"""Collects sentences with the numbers they tell; what has nothing to say is left out."""

from __future__ import annotations

from typing import TYPE_CHECKING

from desktop.reports.content.numbers import Numbers
from desktop.reports.content.report import Number, Sentence, Tone, Unit

if TYPE_CHECKING:
    from desktop.analysis.results import Overview
    from desktop.figures.wording import Language
    from desktop.reports.beside import Beside


class Saying:
    """The sentences of a section, in their order; `overview`, `beside`, `language` to speak of."""

    def __init__(self, overview: Overview, beside: Beside, language: Language) -> None:
        self.overview = overview
        self.beside = beside
        self.language = language
        self.numbers = Numbers(overview)
        self._said: list[Sentence] = []

    def tell(
        self,
        key: str,
        text: str | None,
        *names: str,
        more: tuple[Number, ...] = (),
        tone: Tone = Tone.PLAIN,
    ) -> None:
        """Add a sentence with its numbers: by their names in the registry, and `more`."""
        if text:
            known = (*self.numbers.known(*names), *(n for n in more if n.value is not None))
            self._said.append(Sentence(key, text, known, tone))

    def done(self) -> tuple[Sentence, ...]:
        """Give what was said, and begin anew."""
        said, self._said = tuple(self._said), []
        return said


def share(value: float | None, name: str = "") -> Number:
    """A fraction that is told."""
    return Number(value, Unit.FRACTION, name)


def usd(value: float | None, name: str = "") -> Number:
    """An amount that is told."""
    return Number(value, Unit.USD, name)


def points(value: float | None, name: str = "") -> Number:
    """Percentage points that are told."""
    return Number(value, Unit.POINTS, name)


def count(value: float | None, name: str = "") -> Number:
    """A count that is told."""
    return Number(value, Unit.COUNT, name)
