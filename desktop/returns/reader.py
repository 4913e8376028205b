"""A return from its bytes to a `Reading`: open, find the tables, bind, read, reconcile, date."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path

from desktop.figures.figure import FigureRow
from desktop.figures.finding import Finding, Severity
from desktop.figures.month import Month
from desktop.figures.reading import ColumnSeen, DateOrigin, Proposal, Reading, SheetSeen
from desktop.returns import reconcile
from desktop.returns.binding import Bound, bind, dating
from desktop.returns.container import MAX_FILE, saved_at, sheets
from desktop.returns.grid import Grid, letters
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

_LOCK_FILE = "~$"
_NO_LOOKALIKES = frozenset({"no_columns", "hidden_sheet"})
_NAMED_MONTH = re.compile(r"(\d{4})-T(\d{2})(?=T|K)|\bT(\d{1,2})[.-](\d{4})")
"""What offices put into file names: "2025-T06T-5X", "Bieu-T6.2025"."""


def read_return(path: Path) -> Reading:
    """Read one workbook, in this process.

    Never raises for bad input: a file that cannot be read gives a `Reading` without rows, whose
    findings say why.
    """
    try:
        content = _content(path)
    except UnreadableError as refusal:
        return _refused(path.name, "", refusal)
    return read_content(path.name, content)


def read_content(name: str, content: bytes) -> Reading:
    """Read a workbook from its bytes; see `read_return`."""
    content_hash = hashlib.sha256(content).hexdigest()
    gathering = _Gathering(name)
    try:
        for grid in sheets(content):
            gathering.take(grid)
    except UnreadableError as refusal:
        return _refused(name, content_hash, refusal)
    return replace(gathering.reading(name, content_hash), saved_at=saved_at(content))


def _content(path: Path) -> bytes:
    if path.name.startswith(_LOCK_FILE):
        raise UnreadableError("lock_file", found=path.name.removeprefix(_LOCK_FILE))
    try:
        if path.stat().st_size > MAX_FILE:
            raise UnreadableError("too_large")
        return path.read_bytes()
    except OSError as error:
        raise UnreadableError("cannot_open", found=error.strerror or "") from error


def _refused(name: str, content_hash: str, refusal: UnreadableError) -> Reading:
    findings = (refusal.finding(name),)
    return Reading(name, content_hash, "", "", None, None, DateOrigin.IMPORTED, (), findings)


@dataclass(slots=True)
class _Gathering:
    """What the sheets give, one after another."""

    name: str
    rows: list[FigureRow] = field(default_factory=list)
    findings: list[Finding] = field(default_factory=list)
    seen: list[SheetSeen] = field(default_factory=list)
    months: list[tuple[Month, str]] = field(default_factory=list)
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
        if dated.conflict:
            self.contradicted = True
            self.findings.append(
                Finding(Severity.ERROR, "wrong_month", sheet.name, "",
                        str(dated.month), str(dated.title_month), table.title.text)
            )  # fmt: skip
        bound = [_shown(grid, b) for b in bind(table, dated.month)]
        labels = recipe.labels(table.title.flow, table.title.ownership)
        reader = TableReader(sheet, table, bound, labels, zeros_are_blanks=recipe.zeros_are_blanks)
        reader.read()
        self.findings += reader.findings
        self.rows += reader.rows
        self.seen.append(_seen(sheet, table, bound, reader))
        if recipe.proposals:
            fresh = recipe.labels(table.title.flow, table.title.ownership)
            proposed = list(recipe.proposals(sheet, table, bound, fresh))
            self.proposals += proposed
            self.findings += plan_notes(proposed)
        if reader.rows:
            self.recipes.append(recipe)
            self.lines += [*table.above, *table.beneath]
            if dated.month:
                self.months.append((dated.month, sheet.name))

    def reading(self, name: str, content_hash: str) -> Reading:
        """Reconcile and date what was gathered."""
        rows, repeats = reconcile.without_repeats(self.rows)
        found = [*reconcile.checks(rows), *partner_checks(rows)]
        findings = [*self.findings, *repeats, *reconcile.findings_of(found)]
        recipe = self.recipes[0] if self.recipes else None
        month = max((month for month, _ in self.months), default=None)
        sender = self._sender(recipe)
        day, origin = reported_on(sender, month, self.lines)
        findings += self._about_months(name, month)
        if self.contradicted:
            rows = []
        elif not rows:
            findings.insert(0, self._nothing(name))
        return Reading(
            name, content_hash, recipe.layout if recipe else "", sender, month, day, origin,
            tuple(rows), tuple(findings), tuple(self.seen), tuple(found),
            tuple(self.proposals if rows else ()),
        )  # fmt: skip

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

    def _about_months(self, name: str, month: Month | None) -> Iterator[Finding]:
        for other, sheet in self.months:
            if other != month:
                yield Finding(Severity.WARNING, "months_differ", sheet, "", str(other), str(month))
        named = _NAMED_MONTH.search(name)
        if named and month:
            year, number = (named[1], named[2]) if named[1] else (named[4], named[3])
            if f"{year}-{int(number):02d}" != str(month):
                yield Finding(
                    Severity.WARNING, "name_says_other_month", found=str(month),
                    expected=f"{year}-{int(number):02d}", about=name,
                )  # fmt: skip


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
