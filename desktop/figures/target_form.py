"""The form in which targets are set in Excel: its columns, its rows, and what was read of it."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum
from functools import cache

from desktop.figures.finding import Finding, Severity
from desktop.figures.month import MONTHS_PER_YEAR, Month
from desktop.figures.names import name_key
from desktop.figures.series import NATIONAL, TOTAL, WORLD, Flow
from desktop.figures.target import Scope, Target, TargetChange
from desktop.figures.target_names import item_code, market_code, province_code
from desktop.figures.wording import LANGUAGES, N_, language

_PART = re.compile(r"(item|market|province):\s*(.+)")


class FormColumn(StrEnum):
    """The columns of the form, in their order; read by their headings, wherever they stand."""

    CODE = "code"
    NAME = "name"
    MONTHS = "months"
    BASE = "base"
    BASE_SHARE = "base_share"
    MEASURE = "measure"
    LOW = "low"
    HIGH = "high"
    MEANS = "means"
    GROWTH = "growth"
    BASE_AS_OF = "base_as_of"
    DOCUMENT = "document"
    ISSUED_ON = "issued_on"


HEADINGS = {
    FormColumn.CODE: N_("Scope code"),
    FormColumn.NAME: N_("Of what"),
    FormColumn.MONTHS: N_("Months"),
    FormColumn.BASE: N_("Year before, bn USD"),
    FormColumn.BASE_SHARE: N_("Share of year before"),
    FormColumn.MEASURE: N_("Measure"),
    FormColumn.LOW: N_("Target, lower end"),
    FormColumn.HIGH: N_("Upper end"),
    FormColumn.MEANS: N_("Which means, bn USD"),
    FormColumn.GROWTH: N_("Growth it means"),
    FormColumn.BASE_AS_OF: N_("Base as of"),
    FormColumn.DOCUMENT: N_("Document"),
    FormColumn.ISSUED_ON: N_("Issued on"),
}
NEEDED = (FormColumn.CODE, FormColumn.MONTHS, FormColumn.MEASURE, FormColumn.LOW)
"""Without these columns a sheet is no form."""


@dataclass(frozen=True, slots=True)
class FormLine:
    """A row as it is written: what it is about, what is known, and the target in force.

    `base` in US dollars, `base_share` a fraction of the first line's base, `means` the value.
    """

    scope: Scope
    start: Month
    months: int
    base: float | None
    base_share: float | None
    means: float | None
    target: Target | None


@dataclass(frozen=True, slots=True)
class FormEntry:
    """A row as it was read: the target that it states, and the cell of its lower end."""

    target: Target
    sheet: str
    cell: str

    def finding(self, found: Finding) -> Finding:
        """Say of this row what was found of its target."""
        return Finding(
            found.severity, found.code, self.sheet, self.cell, found.found, found.expected,
            found.about,
        )  # fmt: skip


@dataclass(frozen=True, slots=True)
class FormPreview:
    """What a form would change, and what is wrong with its rows. Nothing has been written."""

    change: TargetChange
    findings: tuple[Finding, ...]

    @property
    def refused(self) -> bool:
        """True where a row cannot be taken: then none is."""
        return any(finding.severity is Severity.ERROR for finding in self.findings)


def scope_text(scope: Scope) -> str:
    """Write a scope as the form does: ``export``, ``export; item:COFFEE; market:US``."""
    parts = [scope.flow.value]
    for name, whole in (("item", TOTAL), ("market", WORLD), ("province", NATIONAL)):
        code = getattr(scope, name)
        if code != whole:
            parts.append(f"{name}:{code}")
    return "; ".join(parts)


def scope_of(text: str, month: Month) -> Scope:
    """Read what `scope_text` writes; names serve as well as codes.

    Raises `Refused` for a name that is unknown or may be several, `ValueError` for another form.
    """
    head, *parts = (part.strip() for part in text.split(";"))
    flow, codes = Flow(head.lower()), {"item": TOTAL, "market": WORLD, "province": NATIONAL}
    for part in parts:
        found = _PART.fullmatch(part)
        if not found:
            raise ValueError(text)
        codes[found[1]] = found[2]
    item, market, province = codes["item"], codes["market"], codes["province"]
    return Scope(
        flow,
        item if item == TOTAL else item_code(item, flow),
        market if market == WORLD else market_code(market),
        province if province == NATIONAL else province_code(province, month),
    )


def province_typed(text: str) -> str:
    """Give the province that the text of a scope names, as it was typed; empty for none."""
    parts = (_PART.fullmatch(part.strip()) for part in text.split(";"))
    return next((found[2] for found in parts if found and found[1] == "province"), NATIONAL)


def months_text(start: Month, months: int) -> str:
    """Write months as the form does, and `target_typing.months` reads: ``2026``."""
    if (start.number, months) == (1, MONTHS_PER_YEAR):
        return str(start.year)
    return f"{start}..{start + (months - 1)}"


@cache
def columns_by_heading() -> dict[str, FormColumn]:
    """Every heading of the form in every language, as it is compared."""
    return {
        name_key(language(code)._(heading)): column
        for column, heading in HEADINGS.items()
        for code in LANGUAGES
    }
