"""Every name that a template may ask for: numbers of provenance, words of the report, tables."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from difflib import get_close_matches
from typing import TYPE_CHECKING

from desktop.analysis.wording import PACE, REASONS
from desktop.figures.wording import N_
from desktop.reports.prose import phrases
from desktop.reports.prose.sentences import sentences
from desktop.reports.provenance import vintage_text
from desktop.reports.template.answers import Answer, of_trace
from desktop.reports.template.placeholders import COLUMNS, TABLE, TOP
from desktop.reports.template.tables import TABLES, USUAL

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date, datetime

    from desktop.analysis.results import Overview
    from desktop.analysis.tracing.trace import Trace
    from desktop.figures.wording import Language
    from desktop.reports.template.placeholders import Placeholder

SENTENCE = "sentence:"
_NEAR, _ALIKE = 3, 0.6
_TEXTS: dict[str, tuple[str, Callable[[Knowing], str]]] = {
    "year": (N_("The year"), lambda k: str(k.overview.year)),
    "month": (N_("The newest month"), lambda k: k.language.month(k.overview.through)),
    "period": (N_("The months counted"), lambda k: phrases.months_from_january(
        k.overview.year, k.overview.through.number, k.language)),
    "made_on": (N_("The day the report is made"), lambda k: k.language.date(k.made_at.date())),
    "vintage": (N_("Which reports count"), lambda k: vintage_text(
        k.overview.vintage, k.newest, k.language)),
    "exports.status": (N_("Status of exports"), lambda k: k.language._(
        PACE[k.overview.exports.status])),
    "exports.reason": (N_("Why the status is so"), lambda k: k.language._(
        REASONS[k.overview.exports.reason])),
    "target.document": (N_("The document that sets the target"), lambda k: (
        k.overview.exports.target.document if k.overview.exports.target else "")),
    "sentences": (N_("Every standard sentence"), lambda k: "\n".join(k.sentences)),
}  # fmt: skip
"""Names of texts, with what they are called."""


@dataclass(frozen=True, slots=True)
class Knowing:
    """What a report knows, by name.

    `trace` gives any number of provenance by its name, `numbers` the usual names by their small
    letters;
    `newest` is the day of the newest report.
    """

    overview: Overview
    language: Language
    made_at: datetime
    newest: date | None
    numbers: Mapping[str, str]
    trace: Callable[[str], Trace | None]

    @property
    def sentences(self) -> tuple[str, ...]:
        """The standard sentences."""
        return sentences(self.overview, self.language)

    def names(self) -> Iterator[str]:
        """Every name with an answer, in the order of showing."""
        yield from _TEXTS
        yield from (f"{SENTENCE}{number}" for number in range(1, len(self.sentences) + 1))
        yield from (f"{TABLE}{name}" for name in TABLES)
        yield from self.numbers.values()

    def answer(self, name: str, written: str = "") -> Answer | None:
        """Give the answer to a name, whatever its case; None where there is no such name.

        One that is not among the usual is asked of provenance as it is `written`.
        """
        if name in _TEXTS:
            return Answer(name, text=_TEXTS[name][1](self))
        if name.startswith(SENTENCE):
            return self._sentence(name.removeprefix(SENTENCE))
        known = self.numbers.get(name.casefold(), written)
        trace = self.trace(known) if known else None
        return of_trace(known, trace) if known and trace else None

    def table(self, asked: Placeholder) -> list[list[Answer]] | None:
        """Give the rows of a table; None where there is no such table, or column of it."""
        name = asked.name.removeprefix(TABLE)
        table = TABLES.get(name)
        columns = self.columns(asked)
        if table is None or not columns:
            return None
        top = int(asked.options[TOP]) if TOP in asked.options else None
        return table.answers(self.overview, self.language, columns, top)

    @staticmethod
    def columns(asked: Placeholder) -> tuple[str, ...]:
        """Give the columns that are asked of a table; none where one of them is unknown."""
        name = asked.name.removeprefix(TABLE)
        known = tuple(TABLES[name].columns) if name in TABLES else ()
        if COLUMNS not in asked.options:
            return known[: USUAL.get(name, 0)]
        named = tuple(word for word in asked.options[COLUMNS].split(",") if word)
        return named if set(named) <= set(known) else ()

    def near(self, name: str) -> tuple[str, ...]:
        """Give the names that one was probably meant to be, the nearest first."""
        folded = {known.casefold(): known for known in self.names()}
        close = get_close_matches(name, folded, _NEAR, _ALIKE)
        return tuple(folded[found] for found in close)

    def title(self, name: str) -> str:
        """Say what a text is; nothing of a name that is another."""
        return self.language._(_TEXTS[name][0]) if name in _TEXTS else ""

    def _sentence(self, number: str) -> Answer | None:
        told = self.sentences
        if not number.isdecimal() or not 0 < int(number) <= len(told):
            return None
        return Answer(f"{SENTENCE}{number}", text=told[int(number) - 1])
