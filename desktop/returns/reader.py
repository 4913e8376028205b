"""A return from its bytes to a `Reading`: open, find the tables, bind, read, reconcile, date."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass, field, replace
from pathlib import Path

from desktop.figures.directions import (
    AS_IT_STANDS,
    NOTHING_LEARNED,
    Directions,
    Knowledge,
    TablePlan,
)
from desktop.figures.finding import Finding, Severity
from desktop.figures.grouping import grouped
from desktop.figures.month import Month
from desktop.figures.reading import (
    Ask,
    DateOrigin,
    Proposal,
    Question,
    Reading,
    SheetSeen,
)
from desktop.returns import reconcile
from desktop.returns.between_tables import (
    ReadTable,
    contradicting,
    cut_off,
    missing_flow,
    months_apart,
)
from desktop.returns.binding import bind, dating
from desktop.returns.container import saved_at, sheets
from desktop.returns.file_names import name_says
from desktop.returns.grid import Grid
from desktop.returns.industry import industry_tables
from desktop.returns.locked import unlocked
from desktop.returns.month_claims import month_cell, wrong_month
from desktop.returns.names import Names
from desktop.returns.names_seen import NamesSeen, once_a_name, questions
from desktop.returns.opening import content_of
from desktop.returns.plans.part import Part
from desktop.returns.plans.regions import regions
from desktop.returns.province_form import forms
from desktop.returns.province_plan import plan_notes
from desktop.returns.publication import reported_on
from desktop.returns.recipe import Recipe
from desktop.returns.recipes import recipe_for
from desktop.returns.reconcile_halves import half_checks
from desktop.returns.reconcile_partners import partner_checks
from desktop.returns.reconcile_provinces import province_checks
from desktop.returns.refusal import UnreadableError
from desktop.returns.sheet import Sheet
from desktop.returns.sheets_seen import left_out, lost, shown, table_seen, why_not
from desktop.returns.table import Table, tables
from desktop.returns.table_rows import TableReader

_LOCKED = frozenset({"password_protected", "wrong_password"})
_NO_LOOKALIKES = frozenset({"no_columns", "hidden_sheet", "constant_prices", "by_province"})
_SAY_ALL = frozenset({"contradicting_tables", "headings_missing"})
"""After these nothing needs to be said about a file without figures."""
_LOST = _SAY_ALL | {"hidden_table"}
"""These say already which way of trade a workbook lacks."""


def read_return(
    path: Path,
    knowledge: Knowledge = NOTHING_LEARNED,
    directions: Directions = AS_IT_STANDS,
) -> Reading:
    """Read one workbook, in this process, by what was learned and what was said of this file.

    Never raises for bad input: a file that cannot be read gives a `Reading` without rows, whose
    findings say why.
    """
    try:
        content = content_of(path)
    except UnreadableError as refusal:
        return _refused(path.name, "", refusal)
    return read_content(path.name, content, knowledge, directions)


def read_content(
    name: str,
    content: bytes,
    knowledge: Knowledge = NOTHING_LEARNED,
    directions: Directions = AS_IT_STANDS,
) -> Reading:
    """Read a workbook from its bytes; see `read_return`."""
    content_hash = hashlib.sha256(content).hexdigest()
    gathering = _Gathering(name, knowledge, replace(directions, password=""))
    try:
        content = unlocked(content, directions.password)
        for grid in sheets(content):
            gathering.take(grid)
    except UnreadableError as refusal:
        return _refused(name, content_hash, refusal)
    return replace(
        gathering.reading(name, content_hash), saved_at=saved_at(content, directions.password)
    )


def _refused(name: str, content_hash: str, refusal: UnreadableError) -> Reading:
    asked = (Question(Ask.PASSWORD, about=name),) if refusal.code in _LOCKED else ()
    return Reading(
        name, content_hash, "", "", None, None, DateOrigin.IMPORTED, (),
        (refusal.finding(name),), questions=asked,
    )  # fmt: skip


@dataclass(slots=True)
class _Gathering:
    """What the sheets give, one after another."""

    name: str
    knowledge: Knowledge
    directions: Directions
    findings: list[Finding] = field(default_factory=list)
    seen: list[SheetSeen] = field(default_factory=list)
    read: list[ReadTable] = field(default_factory=list)
    recipes: list[Recipe] = field(default_factory=list)
    beside: list[Recipe] = field(default_factory=list)
    lines: list[str] = field(default_factory=list)
    proposals: list[Proposal] = field(default_factory=list)
    plans: list[TablePlan] = field(default_factory=list)
    names: NamesSeen = field(default_factory=NamesSeen)
    contradicted: bool = False

    def take(self, grid: Grid) -> None:
        """Read one sheet, table by table."""
        sheet = Sheet(grid, self.name)
        found = list(tables(sheet)) or list(forms(sheet)) or list(industry_tables(sheet))
        if not found:
            self.seen.append(SheetSeen(sheet.name, "", used=False, why="no_trade_title"))
        for number, table in enumerate(found):
            why = why_not(grid, table)
            if why:
                self.findings += lost(sheet, table, why)
                self.seen.append(left_out(sheet, table, why))
            else:
                self._table(sheet, number, table)

    def _table(self, sheet: Sheet, number: int, table: Table) -> None:
        recipe = recipe_for(table)
        table, said = recipe.prepare(sheet, table)
        self.findings += said
        dated = dating(table)
        bound = [shown(sheet.grid, b) for b in bind(table, dated.month)]
        if wrong := wrong_month(sheet, table, bound, dated):
            if recipe.beside:  # it is left out, and the trade of the workbook stands
                self.findings.append(replace(wrong, severity=Severity.WARNING))
                return
            self.contradicted = True
            self.findings.insert(0, wrong)
        self._read(sheet, Part(number, table, bound, recipe, dated.month))

    def _read(self, sheet: Sheet, part: Part) -> None:
        table, bound, recipe = part.table, part.bound, part.recipe
        names = Names(self._named_by(recipe), self.knowledge.decisions)
        labels = recipe.labels(table.title.flow, table.title.ownership, names)
        reader = TableReader(
            sheet, table, bound, labels, names, self.names,
            zeros_are_blanks=recipe.zeros_are_blanks,
        )  # fmt: skip
        reader.read()
        self.findings += once_a_name(reader.findings)
        plan = part.plan_read(sheet, reader.scales)
        self.plans.append(plan)
        self.seen.append(
            replace(table_seen(sheet, table, bound, reader),
                    regions=regions(sheet, table, plan, reader.findings))
        )  # fmt: skip
        if recipe.proposals:
            fresh = recipe.labels(table.title.flow, table.title.ownership, names)
            proposed = list(recipe.proposals(sheet, table, bound, fresh))
            self.proposals += proposed
            self.findings += plan_notes(proposed)
        if reader.rows:
            (self.beside if recipe.beside else self.recipes).append(recipe)
            if not recipe.beside:
                self.lines += [*table.above, *table.beneath]
            cell = month_cell(sheet, table, bound, part.month) if part.month else ""
            self.read.append(
                ReadTable(sheet.name, recipe.layout, table.title.text, part.month, cell,
                          reader.rows)
            )  # fmt: skip

    def reading(self, name: str, content_hash: str) -> Reading:
        """Reconcile and date what was gathered."""
        self._refuse_contradictions()
        rows, repeats = reconcile.without_repeats([row for t in self.read for row in t.rows])
        found = [*reconcile.checks(rows), *half_checks(rows), *partner_checks(rows)]
        found += province_checks(rows)
        findings = [*self.findings, *repeats, *reconcile.findings_of(found)]
        findings += cut_off(self.read)
        if not _LOST & {told.code for told in findings}:
            findings += missing_flow(name, self.read)
        recipe = next(iter((*self.recipes, *self.beside)), None)
        month = self._month()
        sender = self._sender(recipe)
        day, origin = reported_on(sender, month, self.lines)
        findings += name_says(name, month, {row.basis for row in rows})
        if not rows and not _SAY_ALL & {told.code for told in findings} and not self.contradicted:
            findings.insert(0, self._nothing(name))
        names = self.names.seen()
        return Reading(
            name, content_hash, recipe.layout if recipe else "", sender, month, day, origin,
            tuple(rows), grouped(findings), tuple(self.seen), tuple(found),
            tuple(self.proposals if rows else ()), tables=tuple(self.plans), names=names,
            matched=self.names.matched, questions=tuple(questions(names)),
            directions=self.directions,
        )  # fmt: skip

    def _month(self) -> Month | None:
        """The newest month of trade; of a workbook without any, that of what stands beside it."""
        beside = {recipe.layout for recipe in self.beside} if self.recipes else set()
        months = (t.month for t in self.read if t.month and t.layout not in beside)
        return max(months, default=None)

    def _refuse_contradictions(self) -> None:
        """Drop what cannot be trusted: all of a file of two months, tables that deny each other."""
        if not self.contradicted:
            apart = list(months_apart(self.read))
            self.findings[:0] = apart
            self.contradicted = bool(apart)
        if self.contradicted:
            self.read = []
            return
        for one, other, told in list(contradicting(self.read)):
            beside = {one.sheet, other.sheet}
            self.read = [t for t in self.read if t not in (one, other)]
            kept = [f for f in self.findings if f.sheet not in beside or f.code in _SAY_ALL]
            self.findings = [told, *kept]

    def _named_by(self, recipe: Recipe) -> str:
        """Whose names a table's are: those of whoever sent the workbook, as the first tells."""
        first = next(iter((*self.recipes, *self.beside)), recipe)
        return self.directions.sender or first.sender

    def _sender(self, recipe: Recipe | None) -> str:
        return self.directions.sender or (recipe.sender if recipe else "")

    def _nothing(self, name: str) -> Finding:
        reasons = dict.fromkeys(seen.why for seen in self.seen if seen.title and seen.why)
        for code in ("no_figures", "empty_form"):
            if code in reasons:
                return Finding(Severity.ERROR, code, about=name)
        lookalikes = [why for why in reasons if why not in _NO_LOOKALIKES]
        code = "only_lookalikes" if lookalikes else "no_table"
        return Finding(Severity.ERROR, code, found=", ".join(lookalikes), about=name)
