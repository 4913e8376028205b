"""What an office made by hand answers about a file under review: its cells, and read again."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path

from desktop.figures.comparison import MovedFrom, Mover
from desktop.figures.directions import (
    ColumnPlan,
    ColumnRole,
    Directions,
    LearnedLayout,
    NameDecision,
    NameKind,
    TablePlan,
)
from desktop.figures.figure import FigureRow
from desktop.figures.finding import Finding, Severity
from desktop.figures.month import Month
from desktop.figures.progress import Progress, unheard
from desktop.figures.reading import (
    Ask,
    DateOrigin,
    NameHow,
    NameSeen,
    Question,
    Reading,
    Region,
    RegionKind,
    SheetCells,
    SheetSeen,
)
from desktop.workflow.previews import Preview

FOREIGN = Path("/returns/exh1.xlsx")
LOCKED = Path("/returns/locked.xlsx")
DOUBTFUL = Path("/returns/doubtful.xlsx")
PASSWORD = "xk2025"
SHEET = "14.XK"

K = RegionKind
REGIONS = (
    Region(K.TITLE, "A1:J1"), Region(K.HEADING, "B5:J6"), Region(K.LABEL, "B9:B21"),
    Region(K.VALUE, "D9:D21"), Region(K.VALUE, "G9:G21"), Region(K.NOTE, "B23:J23"),
    Region(K.LEFT_OUT, "J5:J21", "compared_period_before"),
)  # fmt: skip
PLAN = TablePlan(
    SHEET, 0, "14. Hàng hóa xuất khẩu", 5, 6, 9, 21,
    (
        ColumnPlan("B", "", ColumnRole.LABEL),
        ColumnPlan("D", "Sơ bộ tháng 7 năm 2025 Trị giá", measure="value", basis="month"),
        ColumnPlan("G", "Sơ bộ 7 tháng năm 2025 Trị giá", measure="value", basis="cumulative"),
        ColumnPlan("J", "so với cùng kỳ (%)", ColumnRole.LEFT_OUT, why="compared_period_before"),
    ),
    flow="export", unit="1000000 USD", month="2025-07", recipe="gso_monthly",
)  # fmt: skip
NAME = Question(
    Ask.NAME,
    SHEET,
    "B14",
    "Kim loại khác và SP",
    "Kim loại khác và SP",
    ("METALS", "STEEL"),
    flow="export",
)
FIGURE = Question(Ask.FIGURE, SHEET, "D14", "Cà phê", "58.4", ("584",), flow="export", needed=False)
FOREIGN_PLAN = TablePlan(
    "Exhibit 1", 0, "U.S. International Trade", 3, 4, 5, 8,
    (
        ColumnPlan("A", "Period", ColumnRole.LABEL),
        ColumnPlan("B", "Exports", measure="value", flow="export", unit="1000000 USD"),
        ColumnPlan("C", "Imports", measure="value", flow="import", unit="1000000 USD"),
    ),
    periods_in_rows=True,
)  # fmt: skip
FOREIGN_CELLS = SheetCells(
    "Exhibit 1",
    (
        (1, 1, "U.S. International Trade in Goods"), (3, 1, "Period"), (3, 2, "Exports"),
        (3, 3, "Imports"), (5, 1, "January"), (5, 2, "2900"), (5, 3, "4100"),
        (6, 1, "February"), (6, 2, "2950"), (6, 3, "4000"), (8, 1, "April"), (8, 2, "2890"),
        (8, 3, "3700"),
    ),
    rows=8, columns=3,
)  # fmt: skip


def sheet_cells(rows: tuple[FigureRow, ...]) -> SheetCells:
    """Draw the July book's sheet around the figures that were read from it."""
    cells = [
        (1, 1, "14. Hàng hóa xuất khẩu tháng 7 và 7 tháng năm 2025"),
        (3, 10, "Nghìn tấn; Triệu USD"),
        (5, 4, "Sơ bộ tháng 7 năm 2025"), (5, 7, "Sơ bộ 7 tháng năm 2025"),
        (5, 10, "Tháng 7 so với cùng kỳ (%)"), (6, 4, "Trị giá"), (6, 7, "Trị giá"),
        (23, 2, "(*) Ước tính"),
    ]  # fmt: skip
    for row in rows:
        number = int(row.cell[1:])
        cells.append((number, 4 if row.cell[0] == "D" else 7, row.printed))
        if row.cell[0] == "D":
            cells += [(number, 2, row.label), (number, 10, "125.7")]
    return SheetCells(
        SHEET, tuple(sorted(cells)), ("D5:E5", "G5:H5"), hidden_rows=(14,), hidden_columns=(5,),
        rows=23, columns=10,
    )  # fmt: skip


def movers(rows: tuple[FigureRow, ...]) -> tuple[Mover, ...]:
    last_year = (Mover(r, MovedFrom.LAST_YEAR, r.value // 2) for r in rows[4:9:2])
    release = (Mover(r, MovedFrom.LAST_RELEASE, round(r.value * 1.1)) for r in rows[:2])
    return (*last_year, *release)


def asking(read: Reading, decided: list[NameDecision], directions: Directions) -> Reading:
    """Give the July reading with a name to decide, a doubtful figure, plans and regions."""
    known = next((d for d in decided if d.label == NAME.about), None)
    cells = ("B14",)
    name = (
        NameSeen(NameHow.REMEMBERED, NameKind.ITEM, "export", NAME.about, SHEET, cells, known.code)
        if known
        else NameSeen(NameHow.UNDECIDED, NameKind.ITEM, "export", NAME.about, SHEET, cells,
                      suggestions=NAME.choices)
    )  # fmt: skip
    answered = {a.cell for a in directions.answers}
    questions = [] if known else [NAME]
    if FIGURE.cell not in answered:
        questions.append(FIGURE)
    plan = next((p for p in directions.plans if p.sheet == SHEET), PLAN)
    left_out = {f"{c}{r}" for r in plan.left_out_rows for c in "DG"}
    rows = tuple(r for r in read.rows if r.cell not in left_out)
    sheets = tuple(
        replace(s, regions=REGIONS if plan is PLAN else ()) if s.name == SHEET else s
        for s in read.sheets
    )
    return replace(
        read, rows=rows, sheets=sheets, tables=(plan,), names=(name,), matched=41,
        questions=tuple(questions), directions=directions,
    )  # fmt: skip


def locked(name: str, directions: Directions) -> Reading:
    code = "wrong_password" if directions.password else "password_protected"
    finding = Finding(Severity.ERROR, code, about=name)
    return Reading(
        name, "1" * 64, "", "", None, None, DateOrigin.IMPORTED, (), (finding,),
        questions=(Question(Ask.PASSWORD),), directions=replace(directions, password=""),
    )  # fmt: skip


def foreign(name: str, directions: Directions, layouts: list[LearnedLayout]) -> Reading:
    """Give another country's table: proposed, then read as directed or as learned."""
    seen = SheetSeen("Exhibit 1", "U.S. International Trade", used=False, why="no_layout")
    kept = [layout for layout in layouts if layout.plans]
    by = directions.plans or tuple(p for layout in kept for p in layout.plans)
    unread = Reading(
        name, "2" * 64, "", "", None, date(2025, 6, 5), DateOrigin.PRINTED, (),
        (Finding(Severity.ERROR, "no_table", about=name),), (seen,), tables=(FOREIGN_PLAN,),
        questions=(Question(Ask.LAYOUT, "Exhibit 1"),), directions=directions,
    )  # fmt: skip
    if not by:
        return unread
    whose = directions.sender or next((layout.sender for layout in kept), "")
    rows = tuple(
        FigureRow(
            flow, "value", "TOTAL", "WORLD", "ALL", by[0].area, "USD", "month", ordinal, ordinal,
            "final", int(text) * 10**9, "Exhibit 1", f"{'ABC'[column - 1]}{row}", text, "",
        )
        for row, column, text in FOREIGN_CELLS.cells
        if column > 1 and row > 4
        for flow in [("export", "import")[column - 2]]
        for ordinal in [Month(2025, row - 4).ordinal]
    )  # fmt: skip
    return replace(
        unread, layout="learned", sender=whose, rows=rows, findings=(), questions=(), tables=by,
        sheets=(replace(seen, used=True, why="", rows=3),),
    )  # fmt: skip


class ReviewAnswers:
    """The office's answers on the review page. Its host keeps names and layouts (`Keeping`)."""

    kept_names: list[NameDecision]
    kept_layouts: list[LearnedLayout]
    directed: list[Directions]

    def read_as(self, path: Path, plain: Reading, directions: Directions) -> Reading:
        if path.name == FOREIGN.name or path.name.startswith("exh"):
            return foreign(path.name, directions, self.kept_layouts)
        if path.name == LOCKED.name and directions.password != PASSWORD:
            return locked(path.name, directions)
        if path.name == DOUBTFUL.name:
            return asking(plain, self.kept_names, directions)
        return replace(plain, directions=directions)

    def read_again(
        self, preview: Preview, directions: Directions, progress: Progress = unheard
    ) -> Preview:
        self.directed.append(directions)
        (again,) = self.preview([preview.path], progress, directions={preview.path: directions})
        return again

    def sheet_cells(self, of: Preview | Path, sheet: str, password: str = "") -> SheetCells:
        if sheet == SHEET and isinstance(of, Preview):
            return sheet_cells(of.reading.rows)
        return FOREIGN_CELLS if sheet == "Exhibit 1" else SheetCells(sheet, ())
