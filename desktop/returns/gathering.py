"""What the sheets of a return give, one after another: tables are found, bound, read, dated."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field, replace

from desktop.figures.directions import Directions, Knowledge, TablePlan
from desktop.figures.finding import Finding, Severity
from desktop.figures.grouping import grouped
from desktop.figures.month import Month
from desktop.figures.reading import Proposal, Question, Reading, SheetSeen
from desktop.returns import flow_said, reconcile
from desktop.returns.between_tables import (
    ReadTable,
    contradicting,
    cut_off,
    missing_flow,
    months_apart,
)
from desktop.returns.binding import Dating, bind, dating
from desktop.returns.columns_settled import settled
from desktop.returns.file_names import name_says
from desktop.returns.found_table import Table
from desktop.returns.grid import Grid
from desktop.returns.layouts_met import LayoutsMet
from desktop.returns.long_list import long_list, row_by_row
from desktop.returns.market_beside import table_reader
from desktop.returns.missing_texts import missing_texts
from desktop.returns.month_claims import month_cell
from desktop.returns.month_weighed import weighed
from desktop.returns.names import Names
from desktop.returns.names_seen import NamesSeen, once_a_name, questions
from desktop.returns.nothing_read import LOST, SAY_ALL, nothing_read
from desktop.returns.offers import Offers
from desktop.returns.partner_pages import PartnerPages
from desktop.returns.plans.applied import answered, applied, recognised
from desktop.returns.plans.choosing import choose
from desktop.returns.plans.completed import completed
from desktop.returns.plans.contradictions import contradictions
from desktop.returns.plans.month_elsewhere import asked_once, said_elsewhere, year_of_sheet
from desktop.returns.plans.part import Part
from desktop.returns.plans.questions import (
    asked_of_cells,
    flow_unsaid,
    flows_asked,
    layout_asked,
    month_asked,
    month_named,
    month_unsaid,
    sheets_missing,
    unsaid,
    year_asked,
)
from desktop.returns.plans.told_apart import unclear
from desktop.returns.publication import ends_midway, reported_on
from desktop.returns.recipes import recipe_for
from desktop.returns.reconciling import reconciled
from desktop.returns.rows_unread import rows_unread
from desktop.returns.sheet import Sheet
from desktop.returns.sheets_seen import asked_again, left_out, lost, table_seen, unread, why_not
from desktop.returns.shown import shown
from desktop.returns.sums_of_some import read_whole
from desktop.returns.tables_found import tables_found
from desktop.returns.text import decoded


@dataclass(slots=True)
class Gathering:
    """What the sheets give, one after another."""

    name: str
    knowledge: Knowledge
    directions: Directions
    whole: bool
    findings: list[Finding] = field(default_factory=list)
    seen: list[SheetSeen] = field(default_factory=list)
    read: list[ReadTable] = field(default_factory=list)
    lines: list[str] = field(default_factory=list)
    proposals: list[Proposal] = field(default_factory=list)
    plans: list[TablePlan] = field(default_factory=list)
    names: NamesSeen = field(default_factory=NamesSeen)
    asked: list[Question] = field(default_factory=list)
    offers: Offers = field(default_factory=Offers)
    layouts: LayoutsMet = field(default_factory=LayoutsMet)
    contradicted: bool = False
    split: list[tuple[Sheet, Part, Dating]] = field(default_factory=list)
    before: Table | None = None
    pages: PartnerPages = field(default_factory=PartnerPages)

    def __post_init__(self) -> None:
        self.layouts.said = self.directions.sender

    @property
    def is_told(self) -> bool:
        """True where somebody taught layouts or said how a table is read, be it of any sheet."""
        return bool(self.directions.plans or self.knowledge.layouts)

    @property
    def has_read(self) -> bool:
        """True where figures were read, or were refused for what the sheets themselves say."""
        return bool(self.read or self.split or self.contradicted)

    @property
    def is_empty(self) -> bool:
        """True where no sheet holds anything that announces a table."""
        titled = any(seen.title for seen in self.seen)
        return not (titled or self.directions.plans or self.offers.found)

    def take(self, grid: Grid) -> None:
        """Read one sheet, table by table: as somebody said, else as it is recognised."""
        if grid.quiet:
            self.pages.passed += 1
            self.seen.append(SheetSeen(decoded(grid.name), "", used=False, why="no_trade_title"))
            return
        sheet = Sheet(grid, self.name)
        told = self.is_told
        found = tables_found(sheet, self.before, thorough=told)
        self.before = found[-1] if found else None
        chosen = choose(sheet, found, self.directions, self.knowledge.layouts)
        self.layouts.choose(chosen)
        for number, table in enumerate(found):
            if number not in chosen.covered:
                self._found(sheet, number, table)
        for plan in chosen.plans:
            self._planned(sheet, plan, found[plan.table] if plan.table < len(found) else None)
        self.findings += rows_unread(sheet, found) if not chosen.plans else ()
        self.findings += missing_texts(sheet, found)
        if not found and not chosen.plans:
            self.seen.append(SheetSeen(sheet.name, "", used=False, why="no_trade_title"))
            self._propose(sheet)

    def take_all(self, sheets: Iterable[Sheet]) -> None:
        """Read the lists of a workbook in which nothing was found, or propose plans for it."""
        for sheet in sheets:
            if listed := long_list(sheet):
                self.seen = [seen for seen in self.seen if seen.name != sheet.name]
                self._found(sheet, 0, listed)
            else:
                self.offers.take_unannounced(sheet)

    def _found(self, sheet: Sheet, number: int, table: Table) -> None:
        why = why_not(sheet, table)
        if not why:
            self._table(sheet, number, table)
            return
        self.findings += lost(sheet, table, why)
        self.seen.append(left_out(sheet, table, why))
        if why in {"no_columns", "unknown_layout"}:
            self._propose(sheet)

    def _table(self, sheet: Sheet, number: int, table: Table) -> None:
        recipe = recipe_for(table)
        table, said = recipe.prepare(sheet, table)
        self.findings += (*said, *flow_said.by_name(sheet, table))
        if table.periods_in_rows:
            self._read(sheet, Part(number, table, shown(sheet.grid, row_by_row(table)), recipe))
            return
        dated = dating(table)
        if dated.month is None and (
            line := said_elsewhere(table, self.directions.plans) or year_of_sheet(sheet, table)
        ):
            table.above += line
            dated = dating(table)
        bound = shown(sheet.grid, bind(table, dated.month, by_title=True))
        part = Part(number, table, bound, recipe, dated.month)
        self.asked += [*month_unsaid(sheet, part), *asked_of_cells(sheet, part, said)]
        if self._agrees(sheet, part, dated, last=False):
            self._read(sheet, part)

    def _agrees(self, sheet: Sheet, part: Part, dated: Dating, *, last: bool = True) -> bool:
        """Say whether a table is to be read: one beside the trade is left out if it is wrong.

        One that is split waits for the other tables of its layout, unless this is its `last` turn.
        """
        others = [t.month for t in self.read if t.month and t.layout == part.recipe.layout]
        found = weighed(sheet, part.table, part.bound, dated, others)
        if found is None or part.settle(sheet, found):
            told = found.of(part.recipe) if found else ()
            self.findings += told
            self.asked += [month_asked(t, part.number) for t in told]
            return True
        if part.recipe.beside:
            self.findings.append(replace(found.wrong, severity=Severity.WARNING))
        elif not last:
            self.split.append((sheet, part, dated))
        else:
            self.contradicted = True
            self.findings.insert(0, found.wrong)
            self.asked.append(month_asked(found.wrong, part.number))
            return True
        return False

    def _weigh_again(self) -> None:
        """Read what waited for the other tables to say the month."""
        for sheet, part, dated in self.split:
            if self._agrees(sheet, part, dated):
                self._read(sheet, part)

    def _planned(self, sheet: Sheet, plan: TablePlan, found: Table | None) -> None:
        """Read a table as an official said, or as a layout was learned."""
        base = recognised(sheet, plan.table, found)
        plan = completed(sheet, plan, base)
        if faults := list(contradictions(plan)):
            self.findings += faults
            self.seen.append(SheetSeen(sheet.name, plan.title, used=False, why="plan_wrong"))
            self.plans.append(plan)
            return
        part = applied(sheet, plan, found, base)
        month_open = list(month_unsaid(sheet, part))
        if not month_open and (told := unclear(part, base)):
            self._ask_again(sheet, part, plan, told)
            return
        self.asked += month_open
        dated = Dating(part.month) if plan.month else dating(part.table)
        if plan.periods_in_rows or self._agrees(sheet, part, dated):
            self._read(sheet, part)

    def _ask_again(self, sheet: Sheet, part: Part, plan: TablePlan, told: Finding) -> None:
        """Show a plan that was directed, and ask, instead of reading what it leaves unclear."""
        self.findings.append(told)
        self.asked.append(layout_asked(plan))
        self.plans.append(plan)
        self.seen.append(asked_again(sheet, part.table, plan, told.code))

    def _propose(self, sheet: Sheet) -> None:
        """Propose plans for a sheet that no layout fits, for as long as nothing else is read."""
        if not self.read:
            self.offers.take(sheet)

    def _read(self, sheet: Sheet, part: Part) -> None:
        table, recipe = part.table, part.recipe
        if part.plan is None and not table.periods_in_rows:
            part.bound, told = settled(sheet, table, part.bound)
            self.findings += told
        bound = part.bound
        names = Names(self.layouts.named_by(recipe), self.knowledge.decisions, part.month)
        labels = recipe.labelled(table, names)
        self.pages.go_on(table, labels, recipe)
        reader = table_reader(
            sheet, table, bound, labels, names, self.names,
            zeros_are_blanks=recipe.zeros_are_blanks,
            orders=answered(part.orders, sheet.name, self.directions.answers),
        )  # fmt: skip
        read_whole(table, reader)
        nothing = reader.filled and not reader.rows
        self.asked += flow_unsaid(sheet, part, nothing=nothing)
        self.asked += year_asked(sheet, part, nothing=nothing)
        self.findings += unsaid(sheet, part, nothing=nothing)
        self.asked += asked_of_cells(sheet, part, reader.findings)
        self.findings += once_a_name(reader.findings)
        plan = part.plan_read(sheet, reader.scales, whole=self.whole)
        self.plans.append(plan)
        self.seen.append(table_seen(sheet, part, reader, plan if self.whole else None))
        if recipe.proposals:
            fresh = recipe.labelled(table, names)
            proposed, about_plans = recipe.proposals(sheet, table, bound, fresh)
            self.proposals += proposed
            self.findings += about_plans
        if reader.rows or part.month:
            self.findings += unread(sheet, part, reader.rows)
        if reader.rows:
            self.layouts.take(recipe)
            if not recipe.beside:
                self.lines += [*table.above, *table.beneath]
            cell = month_cell(sheet, table, bound, part.month) if part.month else ""
            month = part.newest(reader.rows)
            self.read.append(
                ReadTable(sheet.name, recipe.layout, table.title.text, month, cell, reader.rows,
                          part.number, part.is_settled)
            )  # fmt: skip

    def reading(self, name: str, content_hash: str, saved_at: str) -> Reading:
        """Reconcile and date what was gathered."""
        self._weigh_again()
        self._refuse_contradictions()
        rows, older, repeats = reconcile.without_repeats([r for t in self.read for r in t.rows])
        held = reconciled(rows, self.directions.answers, self.plans, whole=self.whole)
        findings = [*self.findings, *repeats, *held.findings]
        findings += cut_off(self.read)
        if not LOST & {told.code for told in findings}:
            findings += missing_flow(name, self.read)
        month = self._month()
        if not rows and not self.contradicted:
            self._offer()
            findings = [told for told in findings if not self.offers.explain(told)]
        sender = self.layouts.sender(self.plans)
        bases = {row.basis for row in rows}
        day, origin = reported_on(sender, month, self.lines, half_month=ends_midway(bases))
        if not any(plan.month for plan in self.directions.plans):
            named = list(name_says(name, month, bases))
            findings += named
            self.asked += [month_named(told, self.read[0]) for told in named if self.read]
        findings += sheets_missing(self.directions, [seen.name for seen in self.seen])
        if not rows and not SAY_ALL & {told.code for told in findings} and not self.contradicted:
            findings.insert(0, nothing_read(name, self.seen, self.directions, self.offers.found))
        names = self.names.seen()
        once = asked_once(self.asked, self.read, self.seen, saved_at)
        every = (*once, *questions(names), *held.questions)
        asked = sorted(every, key=lambda question: not question.needed)
        return Reading(
            name, content_hash, self.layouts.layout, sender, month, day, origin,
            (*rows, *older), grouped(findings), tuple(self.seen), held.checks,
            tuple(self.proposals if rows else ()), tables=tuple(self.plans), names=names,
            matched=self.names.matched, questions=tuple(asked),
            directions=self.directions, saved_at=saved_at,
        )  # fmt: skip

    def _offer(self) -> None:
        """Show what is proposed for sheets that no layout fits, and ask whether it is right."""
        self.seen = self.offers.shown(self.seen)
        self.plans += self.offers.plans
        self.asked += self.offers.questions

    def _month(self) -> Month | None:
        """The newest month of trade; of a workbook without any, that of what stands beside it."""
        beside = self.layouts.passed_over
        months = (t.month for t in self.read if t.month and t.layout not in beside)
        return max(months, default=None)

    def _refuse_contradictions(self) -> None:
        """Drop what cannot be trusted: all of a file of two months, tables that deny each other."""
        if not self.contradicted:
            apart = list(months_apart(self.read))
            self.findings[:0] = [told for _, told in apart]
            self.asked += [month_asked(told, table.number) for table, told in apart]
            self.contradicted = bool(apart)
        if self.contradicted:
            self.read = []
            return
        for one, other, told in list(contradicting(self.read)):
            beside = {one.sheet, other.sheet}
            self.read = [t for t in self.read if t not in (one, other)]
            self.asked += flows_asked(told, one, other)
            kept = [f for f in self.findings if f.sheet not in beside or f.code in SAY_ALL]
            self.findings = [told, *kept]
