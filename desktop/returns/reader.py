"""A return from its bytes to a `Reading`: open, find the tables, bind, read, reconcile, date."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path

from desktop.figures.directions import AS_IT_STANDS, NOTHING_LEARNED, Directions, Knowledge
from desktop.figures.finding import Finding, Severity
from desktop.figures.month import Month
from desktop.figures.reading import (
    Ask,
    ColumnSeen,
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
from desktop.returns.binding import Bound, bind, dating
from desktop.returns.container import saved_at, sheets
from desktop.returns.grid import Grid, address, letters
from desktop.returns.grouping import grouped
from desktop.returns.locked import unlocked
from desktop.returns.month_claims import month_cell, wrong_month
from desktop.returns.opening import content_of
from desktop.returns.province_form import forms
from desktop.returns.province_plan import plan_notes
from desktop.returns.publication import reported_on
from desktop.returns.recipe import Recipe
from desktop.returns.recipes import recipe_for
from desktop.returns.reconcile_partners import partner_checks
from desktop.returns.refusal import UnreadableError
from desktop.returns.sheet import Sheet
from desktop.returns.table import Table, tables
from desktop.returns.table_rows import TableReader

_LOCKED = frozenset({"password_protected", "wrong_password"})
_NO_LOOKALIKES = frozenset({"no_columns", "hidden_sheet"})
_SAY_ALL = frozenset({"contradicting_tables", "headings_missing"})
"""After these nothing needs to be said about a file without figures."""
_LOST = _SAY_ALL | {"hidden_table"}
"""These say already which way of trade a workbook lacks."""
_TABLE = 10
"""So many numbers beneath a title are a table, and no chance."""
_NAMED_MONTH = re.compile(r"(\d{4})-T(\d{2})(?=T|K)|\bT(\d{1,2})[.-](\d{4})")
"""What offices put into file names: "2025-T06T-5X", "Bieu-T6.2025"."""


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
    lines: list[str] = field(default_factory=list)
    proposals: list[Proposal] = field(default_factory=list)
    contradicted: bool = False

    def take(self, grid: Grid) -> None:
        """Read one sheet, table by table."""
        sheet = Sheet(grid, self.name)
        found = list(tables(sheet)) or list(forms(sheet))
        if not found:
            self.seen.append(SheetSeen(sheet.name, "", used=False, why="no_trade_title"))
        for table in found:
            why = _why_not(grid, table)
            if why:
                self.findings += _lost(sheet, table, why)
                flow = table.title.flow
                self.seen.append(
                    SheetSeen(sheet.name, table.title.text, used=False, why=why,
                              flow=flow.value if flow else "")
                )  # fmt: skip
            else:
                self._table(grid, sheet, table)

    def _table(self, grid: Grid, sheet: Sheet, table: Table) -> None:
        recipe = recipe_for(table)
        table, said = recipe.prepare(sheet, table)
        self.findings += said
        dated = dating(table)
        bound = [_shown(grid, b) for b in bind(table, dated.month)]
        if wrong := wrong_month(sheet, table, bound, dated):
            self.contradicted = True
            self.findings.insert(0, wrong)
        labels = recipe.labels(table.title.flow, table.title.ownership)
        reader = TableReader(sheet, table, bound, labels, zeros_are_blanks=recipe.zeros_are_blanks)
        reader.read()
        self.findings += reader.findings
        self.seen.append(_seen(sheet, table, bound, reader))
        if recipe.proposals:
            fresh = recipe.labels(table.title.flow, table.title.ownership)
            proposed = list(recipe.proposals(sheet, table, bound, fresh))
            self.proposals += proposed
            self.findings += plan_notes(proposed)
        if reader.rows:
            self.recipes.append(recipe)
            self.lines += [*table.above, *table.beneath]
            cell = month_cell(sheet, table, bound, dated.month) if dated.month else ""
            self.read.append(
                ReadTable(sheet.name, recipe.layout, table.title.text, dated.month, cell,
                          reader.rows)
            )  # fmt: skip

    def reading(self, name: str, content_hash: str) -> Reading:
        """Reconcile and date what was gathered."""
        self._refuse_contradictions()
        rows, repeats = reconcile.without_repeats([row for t in self.read for row in t.rows])
        found = [*reconcile.checks(rows), *partner_checks(rows)]
        findings = [*self.findings, *repeats, *reconcile.findings_of(found)]
        findings += cut_off(self.read)
        if not _LOST & {told.code for told in findings}:
            findings += missing_flow(name, self.read)
        recipe = self.recipes[0] if self.recipes else None
        month = max((t.month for t in self.read if t.month), default=None)
        sender = self._sender(recipe)
        day, origin = reported_on(sender, month, self.lines)
        findings += _name_says(name, month)
        if not rows and not _SAY_ALL & {told.code for told in findings} and not self.contradicted:
            findings.insert(0, self._nothing(name))
        return Reading(
            name, content_hash, recipe.layout if recipe else "", sender, month, day, origin,
            tuple(rows), grouped(findings), tuple(self.seen), tuple(found),
            tuple(self.proposals if rows else ()), directions=self.directions,
        )  # fmt: skip

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

    def _sender(self, recipe: Recipe | None) -> str:
        return recipe.sender if recipe else ""

    def _nothing(self, name: str) -> Finding:
        reasons = dict.fromkeys(seen.why for seen in self.seen if seen.title and seen.why)
        for code in ("no_figures", "empty_form"):
            if code in reasons:
                return Finding(Severity.ERROR, code, about=name)
        lookalikes = [why for why in reasons if why not in _NO_LOOKALIKES]
        code = "only_lookalikes" if lookalikes else "no_table"
        return Finding(Severity.ERROR, code, found=", ".join(lookalikes), about=name)


def _name_says(name: str, month: Month | None) -> Iterator[Finding]:
    named = _NAMED_MONTH.search(name)
    if named and month:
        year, number = (named[1], named[2]) if named[1] else (named[4], named[3])
        said = f"{year}-{int(number):02d}"
        if said != str(month):
            yield Finding(
                Severity.WARNING, "name_says_other_month", found=str(month), expected=said,
                about=name,
            )  # fmt: skip


def _lost(sheet: Sheet, table: Table, why: str) -> Iterator[Finding]:
    """Tell of a table that an official would miss: a title of goods over figures, left out."""
    row, cell = _title_place(sheet, table.title.text)
    beneath = (value for n in sheet.numbers if n > row for value in sheet.row(n).values())
    if sum(isinstance(value, float) for value in beneath) < _TABLE:
        return
    if why == "hidden_sheet":
        yield Finding(Severity.WARNING, "hidden_table", sheet.name, about=table.title.text)
    elif why == "no_columns":
        yield Finding(Severity.ERROR, "headings_missing", sheet.name, cell, about=table.title.text)


def _title_place(sheet: Sheet, title: str) -> tuple[int, str]:
    """Row and address of a title; of its last line, where it runs over several."""
    for number in sheet.numbers:
        for column, text in sheet.texts(number):
            if title.endswith(text):
                return number, address(number, column)
    return 0, ""


def _why_not(grid: Grid, table: Table) -> str:
    if table.title.left_out:
        return table.title.left_out
    if grid.hidden:
        return "hidden_sheet"
    return "" if table.columns and table.rows else "no_columns"


def _shown(grid: Grid, b: Bound) -> Bound:
    """Leave out a column that nobody sees."""
    hidden = not b.left_out and grid.column_is_hidden(b.number)
    return replace(b, left_out="hidden_column") if hidden else b


def _seen(sheet: Sheet, table: Table, bound: Sequence[Bound], reader: TableReader) -> SheetSeen:
    rows = len(reader.rows)
    why = "no_figures" if reader.filled else _unfilled(bound)
    columns = tuple(
        ColumnSeen(letters(b.number), b.column.text, b.meaning, not (b.left_out or b.growth),
                   b.left_out or ("check_only" if b.growth else ""))
        for b in bound
    )  # fmt: skip
    flow = table.title.flow
    return SheetSeen(
        sheet.name, table.title.text, used=rows > 0, why="" if rows else why,
        flow=flow.value if flow else "", rows=rows, columns=columns,
    )  # fmt: skip


def _unfilled(bound: Sequence[Bound]) -> str:
    """Why a table gave nothing though it has rows: no column was ours, or none is filled in."""
    reasons = {b.left_out for b in bound}
    return reasons.pop() or "empty_form" if len(reasons) == 1 else "empty_form"
