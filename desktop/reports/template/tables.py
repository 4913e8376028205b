"""The tables that a template may ask for, and the columns of each."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from desktop.analysis.tracing.trace import TraceUnit
from desktop.analysis.wording import FIRMNESS, PACE
from desktop.figures.catalogue import items, markets
from desktop.figures.series import Flow
from desktop.figures.target_names import scope_name
from desktop.figures.target_texts import amount_name
from desktop.figures.wording import N_
from desktop.reports.prose.sentences import sentences
from desktop.reports.template.answers import Answer

if TYPE_CHECKING:
    from desktop.analysis.results import Contribution, MonthPoint, Overview
    from desktop.analysis.target_results import TargetProgress
    from desktop.figures.wording import Language

_USD, _FRACTION, _POINTS, _NUMBER = (
    TraceUnit.USD, TraceUnit.FRACTION, TraceUnit.POINTS, TraceUnit.NUMBER,
)  # fmt: skip
Cell = Callable[[Any, "Language"], "float | str | None"]


@dataclass(frozen=True, slots=True)
class Column:
    """A column: what it is called, what its numbers count (None: texts), and its cells."""

    head: str
    unit: TraceUnit | None
    cell: Cell

    def answer(self, row: object, language: Language) -> Answer:
        """Answer for one row."""
        found = self.cell(row, language)
        if self.unit is None:
            return Answer("", text=str(found or ""))
        return Answer("", None if found is None else float(found), self.unit)


@dataclass(frozen=True, slots=True)
class Table:
    """A table: what it tells, its columns by name, and the rows that an overview has for it."""

    head: str
    columns: Mapping[str, Column]
    rows: Callable[[Overview, Language], Iterable[object]]

    def answers(
        self, overview: Overview, language: Language, columns: Sequence[str], top: int | None
    ) -> list[list[Answer]]:
        """Give the first rows, each with the columns that are asked for."""
        told = list(self.rows(overview, language))[:top]
        return [[self.columns[c].answer(row, language) for c in columns] for row in told]


def _parts(name: Callable[[Contribution, Language], str]) -> dict[str, Column]:
    return {
        "name": Column(N_("Name"), None, name),
        "value": Column(N_("To date"), _USD, lambda p, _: p.value),
        "growth": Column(N_("Growth, recomputed"), _FRACTION, lambda p, _: p.growth),
        "share": Column(N_("Share"), _FRACTION, lambda p, _: p.share),
        "contribution": Column(N_("Contribution, points"), _POINTS, lambda p, _: p.contribution),
        "last_year": Column(N_("A year before"), _USD, lambda p, _: p.base),
        "growth_printed": Column(
            N_("Growth, as printed"), _FRACTION, lambda p, _: p.growth_printed
        ),
        "status": Column(N_("Figure"), None, lambda p, lang: lang._(FIRMNESS[p.status])),
        "code": Column(N_("Code"), None, lambda p, _: p.code),
    }  # fmt: skip


def _item(part: Contribution, language: Language) -> str:
    return items(Flow.EXPORT).name(part.code, language.code)


def _market(part: Contribution, language: Language) -> str:
    return markets().name(part.code, language.code)


def _largest(parts: Iterable[Contribution]) -> list[Contribution]:
    return sorted(parts, key=lambda part: -part.value)


def _month(point: MonthPoint, language: Language) -> str:
    return language.month_name(point.month.number)


_MONTHS = {
    "name": Column(N_("Month"), None, _month),
    "value": Column(N_("The month"), _USD, lambda p, _: p.value),
    "growth": Column(N_("Growth on last year, recomputed"), _FRACTION, lambda p, _: p.growth),
    "cumulative": Column(N_("To date"), _USD, lambda p, _: p.cumulative),
    "growth_to_date": Column(
        N_("Growth to date, recomputed"), _FRACTION, lambda p, _: p.growth_to_date
    ),
    "path": Column(N_("Path to the target"), _USD, lambda p, _: p.path),
    "gap": Column(N_("Gap to the path"), _USD, lambda p, _: p.gap),
    "required": Column(N_("Required in the month"), _USD, lambda p, _: p.required),
    "last_year": Column(N_("A year before"), _USD, lambda p, _: p.last_year),
}
_OF_A_TARGET = frozenset({"path", "gap", "required"})


def _target(target: TargetProgress, language: Language) -> str:
    return scope_name(target.scope, language)


_TARGETS = {
    "name": Column(N_("Target"), None, _target),
    "asked": Column(N_("Asked"), None, lambda t, lang: amount_name(t.target, lang)),
    "low": Column(N_("Value asked"), _USD, lambda t, _: t.low),
    "value": Column(N_("To date"), _USD, lambda t, _: t.cumulative),
    "share": Column(N_("Of the target"), _FRACTION, lambda t, _: t.share_of_target),
    "growth": Column(N_("Growth to date"), _FRACTION, lambda t, _: t.growth),
    "gap": Column(N_("Gap to the path"), _USD, lambda t, _: t.gap),
    "months_left": Column(N_("Months left"), _NUMBER, lambda t, _: t.months_left),
    "required": Column(N_("Required average, a month"), _USD, lambda t, _: t.required_monthly),
    "status": Column(N_("Status"), None, lambda t, lang: lang._(PACE[t.status])),
    "document": Column(N_("Document"), None, lambda t, _: t.target.document),
}
_SENTENCES = {"text": Column(N_("Sentence"), None, lambda text, _: text)}

TABLES: dict[str, Table] = {
    "items": Table(N_("Export items"), _parts(_item), lambda o, _: _largest(o.items)),
    "markets": Table(N_("Export markets"), _parts(_market), lambda o, _: _largest(o.markets)),
    "months": Table(N_("Exports by month"), _MONTHS, lambda o, _: o.exports.months),
    "import_months": Table(
        N_("Imports by month"),
        {name: column for name, column in _MONTHS.items() if name not in _OF_A_TARGET},
        lambda o, _: o.imports.months,
    ),
    "targets": Table(N_("Targets"), _TARGETS, lambda o, _: o.targets),
    "sentences": Table(N_("What the figures say"), _SENTENCES, sentences),
}  # fmt: skip
USUAL = {
    "items": 5, "markets": 5, "months": 5, "import_months": 5, "targets": 8, "sentences": 1,
}  # fmt: skip
"""How many columns a table has where none are named: the first of them."""
