"""June 2025 as it stood, made by hand: what an overview holds, without an archive."""

from __future__ import annotations

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
from desktop.figures.figure import Source, Status
from desktop.figures.month import Month
from desktop.figures.series import Flow
from desktop.figures.target import Target, TargetMeasure
from desktop.figures.vintage import LATEST, Vintage

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
