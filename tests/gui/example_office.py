"""An office made by hand: June 2025 as it stood, previews to review, and no archive behind it."""

from __future__ import annotations

import time
from contextlib import nullcontext
from dataclasses import replace
from datetime import date
from pathlib import Path

from desktop.analysis.results import (
    Balance,
    Contribution,
    CumulativeOrigin,
    GapCause,
    MonthPoint,
    Overview,
    PaceStatus,
    Phasing,
    Progress,
    Reason,
    SectorCheck,
)
from desktop.figures.comparison import Change, Comparison
from desktop.figures.directions import AS_IT_STANDS, Directions
from desktop.figures.figure import FigureRow, Source, Status
from desktop.figures.finding import Cancelled, Finding, Severity
from desktop.figures.month import Month
from desktop.figures.reading import Check, ColumnSeen, DateOrigin, Reading, SheetSeen
from desktop.figures.received import StoredReturn
from desktop.figures.series import Flow
from desktop.figures.target import Target, TargetMeasure
from desktop.figures.vintage import LATEST, Vintage
from desktop.workflow.errands import NEWEST, Choices, Outcome, Preview
from tests.archive import made
from tests.gui.example_export import ExampleReports
from tests.gui.example_keeping import Keeping
from tests.gui.example_outlook import ExampleForesight
from tests.gui.example_review import DOUBTFUL, ReviewAnswers, movers
from tests.gui.example_structure import ExampleStructure
from tests.gui.example_targets import ExampleTargets

M = 1e6
SHARES = (0.076, 0.140, 0.225, 0.304, 0.385, 0.468, 0.553, 0.646, 0.733, 0.822, 0.910, 1.0)
EXPORTS_2024 = (
    34530.8, 24683.8, 33666.1, 31104.1, 32294.1, 34456.0,
    36752.0, 38085.6, 34077.6, 35982.9, 34369.7, 35529.0,
)  # fmt: skip
EXPORTS_2025 = (33158.9, 31167.1, 38567.6, 37739.8, 39676.6, 39520.0, 42290.0)
IMPORTS_2024 = (
    30898.4, 23314.0, 30867.7, 29883.6, 32701.3, 31222.8,
    34077.4, 33742.4, 31758.5, 33814.1, 33478.6, 35005.0,
)  # fmt: skip
IMPORTS_2025 = (30060.5, 32746.4, 36874.5, 36837.5, 39083.6, 36642.0, 40000.0)
TARGET = Target(
    Flow.EXPORT, TargetMeasure.GROWTH, 2025, 0.12, 0.12, document="Resolution", number=1
)
ITEMS = (
    ("ELEC", 47700, 34100, 0.073), ("MACHINERY", 26900, 23170, 0.019),
    ("COFFEE", 5400, 3220, 0.012), ("TEXTILE", 18700, 16650, 0.011),
    ("TOYS", 3300, 1620, 0.009), ("FOOTWEAR", 11900, 10800, 0.006),
    ("SEAFOOD", 5100, 4400, 0.0036), ("WOOD", 8200, 7500, 0.0036), ("CASHEW", 2300, 1950, 0.0018),
    ("PHONES", 26900, 27150, -0.001), ("STEEL", 3700, 4790, -0.006),
    ("FRUITVEG", 3100, 3300, -0.001), ("RICE", 2500, 2900, -0.002), ("RUBBER", 1300, 1200, 0.0005),
    ("PEPPER", 850, 630, 0.0011), ("CRUDE", 800, 1000, -0.001),
)  # fmt: skip
MARKETS = (
    ("US", 70900, 55300, 0.081), ("CN", 29100, 27900, 0.006), ("KR", 13700, 12200, 0.008),
    ("JP", 12800, 11450, 0.007), ("HK", 7700, 6040, 0.009), ("NL", 6300, 6190, 0.001),
)  # fmt: skip
COMMODITIES = Path(__file__).parents[2] / "resources" / "commodities.csv"


def source(cell: str = "D9") -> Source:
    return Source("02-Bieu-T6.2025.xlsx", "14.XK", cell, "39520", "2025-07-06", Status.ESTIMATE)


def months(
    now: tuple[float, ...], before: tuple[float, ...], through: int, missing: tuple[int, ...],
    target: float | None,
) -> tuple[MonthPoint, ...]:  # fmt: skip
    points, total, total_before = [], 0.0, 0.0
    left = 1 - SHARES[through - 1]
    spent = sum(now[:through]) * M
    for index in range(12):
        here = Month(2025, index + 1)
        known = index < through and index + 1 not in missing
        value = now[index] * M if known else None
        total += now[index] * M if index < through else 0
        total_before += before[index] * M
        broken = any(m <= index + 1 for m in missing)
        cumulative = total if index < through and not broken else None
        path = target * SHARES[index] if target else None
        share = SHARES[index] - (SHARES[index - 1] if index else 0)
        points.append(
            MonthPoint(
                month=here,
                value=value,
                status=(Status.ESTIMATE if index + 1 == through else Status.PRELIMINARY)
                if known
                else None,
                source=source(f"D{index + 9}") if known else None,
                missing=None
                if known
                else (GapCause.NOT_IMPORTED if index < through else GapCause.NOT_YET),
                last_year=before[index] * M,
                cumulative=cumulative,
                cumulative_origin=CumulativeOrigin.PRINTED if cumulative else None,
                cumulative_last_year=total_before,
                growth=value / (before[index] * M) - 1 if value else None,
                growth_to_date=cumulative / total_before - 1 if cumulative else None,
                path=path,
                gap=cumulative - path if cumulative and path else None,
                required=(target - spent) * share / left
                if target and index >= through and left
                else None,
            )
        )
    return tuple(points)


def progress(
    flow: Flow = Flow.EXPORT, through: int = 6, missing: tuple[int, ...] = (), *, aimed: bool = True
) -> Progress:
    now, before = (
        (EXPORTS_2025, EXPORTS_2024) if flow is Flow.EXPORT else (IMPORTS_2025, IMPORTS_2024)
    )
    target = sum(EXPORTS_2024) * 1.12 * M if aimed and flow is Flow.EXPORT else None
    points = months(now, before, through, missing, target)
    cumulative = points[through - 1].cumulative
    base = sum(before[:through]) * M
    left = 12 - through
    status = PaceStatus.AHEAD if target and cumulative else PaceStatus.CANNOT_SAY
    reason = Reason.ABOVE_PATH if target else Reason.NO_TARGET
    if missing:
        reason = Reason.MISSING_MONTH
    path = points[through - 1].path
    required = (target - cumulative) / left if target and cumulative and left else None
    return Progress(
        flow=flow,
        year=2025,
        through=Month(2025, through),
        cumulative=cumulative,
        cumulative_origin=CumulativeOrigin.PRINTED if cumulative else None,
        cumulative_status=Status.ESTIMATE,
        cumulative_source=source("G9"),
        sum_of_months=cumulative,
        base_cumulative=base,
        base_year=sum(before) * M,
        growth=cumulative / base - 1 if cumulative else None,
        growth_printed=0.144 if flow is Flow.EXPORT and cumulative else None,
        growth_printed_source=None,
        target=TARGET if target else None,
        target_usd=target,
        target_high_usd=None,
        target_growth=0.12 if target else None,
        share_of_target=cumulative / target if target and cumulative else None,
        phasing=Phasing.SEASONAL,
        phasing_years=tuple(range(2014, 2025)) if target else (),
        path=path,
        gap=cumulative - path if cumulative and path else None,
        months_left=left,
        monthly_average=cumulative / through if cumulative else None,
        required_monthly=required,
        required_growth=required * left / (sum(before[through:]) * M) - 1 if required else None,
        status=status,
        reason=reason,
        months=points,
        missing_months=tuple(Month(2025, m) for m in missing),
    )


def contribution(line: tuple[str, float, float, float]) -> Contribution:
    code, value, base, points = line
    return Contribution(
        code, value * M, base * M, value / base - 1, None, value / 219830, points,
        CumulativeOrigin.PRINTED, Status.ESTIMATE, source("G20"),
    )  # fmt: skip


def overview(
    through: int = 6,
    vintage: Vintage = LATEST,
    missing: tuple[int, ...] = (),
    *,
    aimed: bool = True,
) -> Overview:
    exports = progress(through=through, missing=missing, aimed=aimed)
    imports = progress(Flow.IMPORT, through, missing)
    known = exports.cumulative is not None and imports.cumulative is not None
    balance = exports.cumulative - imports.cumulative if known else None
    before = (sum(EXPORTS_2024[:through]) - sum(IMPORTS_2024[:through])) * M
    return Overview(
        year=2025,
        through=Month(2025, through),
        vintage=vintage,
        exports=exports,
        imports=imports,
        balance=Balance(
            balance, before, balance - before if balance is not None else None, (None,) * 12
        ),
        items=tuple(contribution(line) for line in ITEMS),
        markets=tuple(contribution(line) for line in MARKETS),
        domestic=contribution(("TOTAL", 60100, 54900, 0.027)),
        fdi=contribution(("TOTAL", 159700, 137300, 0.117)),
        check=SectorCheck(219830 * M, 60100 * M, 159730 * M, agrees=True),
        years=(2024, 2025),
        months=tuple(Month(2025, m) for m in range(1, through + 1)),
    )


def row(cell: str, value: float, label: str, item: str = "TOTAL", **more: object) -> FigureRow:
    known = {"measure": "value", "unit": "USD", "basis": "month", "end": Month(2025, 7).ordinal}
    known.update(more)
    return FigureRow(
        "export", known["measure"], item, "WORLD", known.get("owner", "ALL"), "", known["unit"],
        known["basis"], known.get("start", known["end"]), known["end"], "preliminary",
        round(value * 1000), "14.XK", cell, f"{value / M:,.1f}".translate({44: 46, 46: 44}), label,
    )  # fmt: skip


JULY = Month(2025, 7).ordinal
JANUARY = Month(2025, 1).ordinal
TO_DATE = {"basis": "cumulative", "start": JANUARY, "end": JULY}
LINES = (
    ("TỔNG TRỊ GIÁ", "TOTAL", 42290, 262440), ("Khu vực kinh tế trong nước", "TOTAL", 11000, 69700),
    ("Thủy sản", "SEAFOOD", 970, 6100), ("Rau quả", "FRUITVEG", 655, 3800),
    ("Hạt điều", "CASHEW", 458, 2760), ("Cà phê", "COFFEE", 584, 6000),
    ("Gạo", "RICE", 367, 2810), ("Cao su", "RUBBER", 330, 1610),
    ("Điện tử, máy tính và linh kiện", "ELEC", 9450, 57100),
    ("Điện thoại và linh kiện", "PHONES", 4900, 31800), ("Dệt, may", "TEXTILE", 3900, 22600),
    ("Giày dép", "FOOTWEAR", 2290, 14300), ("Gỗ và sản phẩm gỗ", "WOOD", 1500, 9700),
)  # fmt: skip


def rows() -> tuple[FigureRow, ...]:
    found = []
    for number, (label, item, month, cumulative) in enumerate(LINES, 9):
        owner = {"owner": "DOMESTIC"} if number == 10 else {}
        found.append(row(f"D{number}", month * M, label, item, **owner))
        found.append(row(f"G{number}", cumulative * M, label, item, **TO_DATE, **owner))
    return tuple(found)


FINDINGS = (
    Finding(Severity.WARNING, "file_changed", "14.XK", "D12", "96,43", "964,3", about="Cà phê T7"),
    Finding(Severity.NOTE, "already_in", "15.NK", "", about="Phế liệu"),
)
SHEETS = (
    SheetSeen(
        "14.XK", "14. Hàng hóa xuất khẩu", used=True, flow="export", rows=13,
        columns=(
            ColumnSeen("D", "Sơ bộ tháng 7 năm 2025 · Trị giá",
                       "value · month · 2025-07 · preliminary", used=True),
            ColumnSeen("G", "Sơ bộ 7 tháng năm 2025 · Trị giá",
                       "value · cumulative · 2025-01..2025-07 · preliminary", used=True),
            ColumnSeen("J", "Tháng 7 so với cùng kỳ (%)", "", used=False,
                       why="compared_period_before"),
        ),
    ),
    SheetSeen("15.NK", "15. Hàng hóa nhập khẩu", used=True, flow="import", rows=0),
    SheetSeen("16.DV", "Dịch vụ", used=False, why="services"),
    SheetSeen("17.CPI", "Chỉ số giá", used=False, why="prices"),
)  # fmt: skip
_MONTH = made.row(42_290e6, month=Month(2025, 7), cell="D9")
_TO_DATE = made.row(262_440e6, month=Month(2025, 7), cell="G9", basis="cumulative")
_COFFEE = made.row(584e6, month=Month(2025, 7), cell="D14")._replace(label="Cà phê")
CHECKS = (
    Check.of("sector_sum", _MONTH, _MONTH.value, agrees=True),
    Check.of("previous_plus_month", _TO_DATE, _TO_DATE.value, agrees=True),
    Check.of("items_within_total", _COFFEE, 596 * 10**9, agrees=False),
)


def reading(name: str = "02-Bieu-T7.2025.xlsx", *, good: bool = True) -> Reading:
    if not good:
        finding = Finding(Severity.ERROR, "not_a_workbook", about=name)
        return Reading(name, "0" * 64, "", "", None, None, DateOrigin.IMPORTED, (), (finding,))
    digest = name.encode().hex().ljust(64, "0")[:64]
    return Reading(
        name, digest, "gso_monthly", "GSO", Month(2025, 7), date(2025, 8, 6),
        DateOrigin.CALENDAR, rows(), FINDINGS, SHEETS, CHECKS,
    )  # fmt: skip


def comparison(read: Reading, already: int | None = None) -> Comparison:
    kinds = "".join(
        "c" if n in {0, 2, 8} else "s" if n == 4 else "n" for n in range(len(read.rows))
    )
    changed = tuple(
        Change(r, round(r.value * 0.99), "2025-07-06", "02-Bieu-T6.2025.xlsx")
        for r, k in zip(read.rows, kinds, strict=True)
        if k == "c"
    )
    moved = movers(read.rows) if read.name == DOUBTFUL.name else ()
    return Comparison(
        kinds.count("n"), changed, kinds.count("s"), kinds.count("o"), already, kinds, movers=moved
    )


class ExampleOffice(
    ExampleReports, ExampleTargets, Keeping, ReviewAnswers, ExampleForesight, ExampleStructure
):
    """Answers as `workflow.Office` does, from the values above. Counts what it was asked."""

    groupings_amiss = ()

    def __init__(self, *, empty: bool = False, slowness: float = 0.0) -> None:
        super().__init__()
        self.stored: list[StoredReturn] = []
        self.asked: list[tuple] = []
        self.accepted: list[Preview] = []
        self.directed: list[Directions] = []
        self.empty = empty
        self.slowness = slowness
        self.closed = False
        self.target = TARGET
        if not empty:
            for number in range(1, 7):
                self._keep(f"02-Bieu-T{number}.2025.xlsx", number, Month(2025, number), 300)

    def one_moment(self):
        return nullcontext()  # nothing is done to it meanwhile

    def _keep(self, name: str, number: int, month: Month, figures: int) -> None:
        held = StoredReturn(
            number, name, f"{number:064d}", "GSO", "gso_monthly", month, (month + 1).day(6),
            DateOrigin.CALENDAR, "2025-07-07T09:00:00", "an", figures, findings=FINDINGS[:number],
            first_month=month, last_month=month, new=figures - number, changed=number,
        )  # fmt: skip
        self.stored.append(held)

    @property
    def through(self) -> int:
        counted = [r.month.number for r in self.stored if not r.withdrawn]
        return max(counted, default=0)

    def overview(self, asked=NEWEST):
        known_by = asked.vintage.known_by
        self.asked.append((asked.year, asked.through, asked.vintage))
        time.sleep(self.slowness)
        if not self.through or (known_by and known_by < date(2025, 1, 1)):
            return None
        newest = asked.through.number if asked.through else self.through
        return overview(newest, asked.vintage, aimed=self.target is not None)

    def choices(self, vintage=LATEST) -> Choices:
        held = [r for r in self.stored if not r.withdrawn]
        return Choices(
            tuple(Month(2025, m) for m in range(1, self.through + 1)),
            tuple(sorted((r.reported_on for r in held), reverse=True)),
            (date(2025, 7, 7),),
        )

    def preview(self, paths, progress=lambda *_: None, *, reported_on=None, directions=None):
        previews = []
        for done, path in enumerate(paths):
            progress(done, len(paths), path.name)
            time.sleep(self.slowness)
            said = (directions or {}).get(path, AS_IT_STANDS)
            read = self.read_as(path, reading(path.name, good=path.suffix == ".xlsx"), said)
            already = next(
                (r.number for r in self.stored if r.name == path.name and not r.withdrawn), None
            )
            held = comparison(read, already) if read.rows else Comparison()
            origin = DateOrigin.GIVEN if reported_on else read.date_origin
            day = reported_on or read.reported_on or date(2025, 8, 7)
            previews.append(Preview(path, read, held, day, origin, said))
        return previews

    def accept(self, previews, progress=lambda *_: None):
        outcomes = []
        for done, preview in enumerate(previews):
            try:
                progress(done, len(previews), preview.path.name)
            except Cancelled as stopped:
                raise Cancelled(*outcomes) from stopped
            time.sleep(self.slowness)
            number = len(self.stored) + 1
            self._keep(preview.path.name, number, preview.reading.month, preview.figures)
            self.accepted.append(preview)
            outcomes.append(Outcome(preview, number))
        return outcomes

    def returns(self):
        return list(self.stored)

    def undo(self, number: int) -> None:
        self._mark(number, withdrawn=True)

    def redo(self, number: int) -> None:
        self._mark(number, withdrawn=False)

    def _mark(self, number: int, *, withdrawn: bool) -> None:
        self.stored = [
            replace(r, withdrawn=withdrawn) if r.number == number else r for r in self.stored
        ]

    def close(self) -> None:
        self.closed = True
