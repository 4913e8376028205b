"""The growth columns: only what was quoted from that very release.

A growth is printed where a published report gives it to a tenth of a per cent beside the very
figure that the book prints. Nothing is computed: the office's own base is often not published.
"""

from __future__ import annotations

from collections.abc import Sequence

from sample_data.builder.facts import Record, Sourced, as_index, records
from sample_data.builder.gso_sheet import Block

FILE = "published_figures.csv"


def published(year: int, month: int, flow: str, basis: str) -> Sequence[Record]:
    """The reports' figures of one month, flow and basis ("month", "cumulative", "quarter")."""
    return [
        line
        for line in records(FILE)
        if line.month == (year, month) and line["flow"] == flow and line["basis"] == basis
    ]


def growth_blocks(year: int, month: int, flow: str) -> list[Block]:
    """The month's growth, then the cumulative growth; an empty block is dropped by the table."""
    return [
        _block((f"Tháng {month} năm {year}", "so với cùng kỳ"), year, month, flow, "month"),
        _block((_to_date(year, month), "so với cùng kỳ"), year, month, flow, "cumulative"),
    ]


def _block(lines: tuple[str, str], year: int, month: int, flow: str, basis: str) -> Block:
    return Block((*lines, "năm trước (%)"), _indices(year, month, flow, basis), growth=True)


def _indices(year: int, month: int, flow: str, basis: str) -> dict[str, Sourced]:
    chosen = [x for x in published(year, month, flow, basis) if x["use"] in {"growth", "both"}]
    return {x["item_id"]: as_index(growth) for x in chosen if (growth := x.fact("yoy_pct"))}


def _to_date(year: int, month: int) -> str:
    return f"Quý I năm {year}" if month == 3 else f"{month} tháng năm {year}"
