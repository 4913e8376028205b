"""The books of 2025-03 to 2025-07, whose items are published only as later revised.

What is a first release here, and what is not, is told book by book in ``sample_data/README.md``:

- the total: the first release where a report quoted it; April's was never quoted, so April's
  total is the revised one;
- the sectors: as released where quoted (May); else FDI as later revised. The domestic sector
  stands only where it and FDI add up to the total beside them;
- items: as later revised; their cumulative is the sum of their months.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence

from sample_data.builder import nso
from sample_data.builder.facts import Sourced, as_published, records, summed
from sample_data.builder.gso_growth import growth_blocks, published
from sample_data.builder.gso_released import QUARTERS, released, rows
from sample_data.builder.gso_sheet import SECTORS, Block, Row

YEAR = 2025
FIRST_MONTH = 3
_TOTALS = {"export": "vn_exports_monthly.csv", "import": "vn_imports_monthly.csv"}
_WITHIN_FDI = ("FDI_CRUDE", "FDI_OTHER")

Reading = Callable[[str, str, int, int], Sourced | None]
"""`nso.value` or `nso.quantity`."""


def table_rows(flow: str) -> list[Row]:
    """The rows of the last book whose rows are published (February 2025)."""
    return rows(released(YEAR, FIRST_MONTH - 1, flow))


def blocks(month: int, flow: str) -> list[Block]:
    """The month before as revised, the month, the cumulative, and growth where it was quoted."""
    year = f"năm {YEAR}"
    to_date = "quý I" if month == FIRST_MONTH else f"{month} tháng đầu"
    return [
        _revised(("Thực hiện", f"tháng {month - 1}", year), flow, [month - 1]),
        _first(("Sơ bộ", f"tháng {month}", year), flow, [month], "month"),
        _first(("Sơ bộ", to_date, year), flow, range(1, month + 1), "cumulative"),
        *growth_blocks(YEAR, month, flow),
    ]


def quarter_blocks(quarter: int, flow: str) -> list[Block]:
    """The look-alike table by quarters: the quarter before as revised, and the quarter."""
    month, year = 3 * quarter, f"năm {YEAR}"
    before = range(month - 5, month - 2)
    return [
        _revised(("Thực hiện", f"quý {QUARTERS[month - 3]}", year), flow, before),
        _first(
            ("Sơ bộ", f"quý {QUARTERS[month]}", year), flow, range(month - 2, month + 1), "quarter"
        ),
    ]


def _revised(heading: tuple[str, str, str], flow: str, months: Iterable[int]) -> Block:
    months = list(months)
    value = _over(nso.value, flow, months)
    return Block(heading, value, _over(nso.quantity, flow, months))


def _first(heading: tuple[str, str, str], flow: str, months: Iterable[int], basis: str) -> Block:
    months = list(months)
    revised = _over(nso.value, flow, months)
    value = {code: figure for code, figure in revised.items() if code not in SECTORS}
    value |= _sectors(flow, months, basis, revised)
    return Block(heading, value, _over(nso.quantity, flow, months))


def _over(read: Reading, flow: str, months: Sequence[int]) -> dict[str, Sourced]:
    """Each row over some months: the month's figure, or the sum where no month is missing."""
    found = {}
    for row in table_rows(flow):
        parts = [read(flow, row.code, YEAR, month) for month in months]
        known = [part for part in parts if part is not None]
        if known and len(known) == len(parts):
            found[row.code] = known[0] if len(known) == 1 else summed(known)
    return found


def _sectors(
    flow: str, months: Sequence[int], basis: str, revised: dict[str, Sourced]
) -> dict[str, Sourced]:
    quoted = _quoted(flow, months[-1], basis)
    if "TOTAL" not in quoted and len(months) == 1:
        return {code: revised[code] for code in SECTORS if code in revised}
    if "FDI" in quoted:
        return quoted
    within = {code: revised[code] for code in ("FDI", *_WITHIN_FDI) if code in revised}
    return quoted | within


def _quoted(flow: str, month: int, basis: str) -> dict[str, Sourced]:
    """Total and sectors as first released; a report on the release counts before the customs'."""
    found = {
        line["item_id"]: as_published(fact)
        for line in published(YEAR, month, flow, basis)
        if line["use"] in {"value", "both"} and (fact := line.fact("value_musd"))
    }
    if "TOTAL" not in found and basis == "month":
        line = next(x for x in records(_TOTALS[flow]) if x.month == (YEAR, month))
        if first := line.fact("first_release"):
            found["TOTAL"] = as_published(first)
    return found
