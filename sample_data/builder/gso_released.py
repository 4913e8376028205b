"""The books of 2024-01 to 2025-02: every figure exactly as the office printed it that month."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from sample_data.builder.facts import Record, Sourced, as_published, records
from sample_data.builder.gso_growth import growth_blocks
from sample_data.builder.gso_sheet import Block, Row

FILE = "gso_figures_by_release.csv"
STATUS_WORDS = {"estimate": "Ước tính", "preliminary": "Sơ bộ"}
QUARTERS = {3: "I", 6: "II", 9: "III", 12: "IV"}


@dataclass(frozen=True, slots=True)
class Span:
    """The period a block stands for, as the office wrote of it."""

    basis: str
    year: int
    month: int
    status: str


def released(year: int, month: int, flow: str) -> tuple[Record, ...]:
    """All figures that the book of a month printed for one flow."""
    book = f"{year}-{month:02d}"
    return tuple(
        line for line in records(FILE) if line["flow"] == flow and line["published"][:7] == book
    )


def rows(lines: Sequence[Record]) -> list[Row]:
    """The rows of a book in its own order, named as it named them."""
    found = {line["item_id"]: line for line in lines}
    return [Row(code, r["label_raw_decoded"], r["parent"]) for code, r in found.items()]


def blocks(year: int, month: int, flow: str) -> list[Block]:
    """The value blocks as that book had them, then its growth blocks where they are published."""
    lines = released(year, month, flow)
    spans = dict.fromkeys(span_of(line) for line in lines)
    ordered = sorted(spans, key=lambda span: (span.year, span.basis != "month"))
    printed = [_block(span, lines) for span in ordered]
    return [*printed, *growth_blocks(year, month, flow)]


def span_of(line: Record) -> Span:
    """The period and firmness of one figure."""
    year, month = line["period_end"].split("-")
    return Span(line["basis"], int(year), int(month), line["status"])


def _block(span: Span, lines: Sequence[Record]) -> Block:
    chosen = [line for line in lines if span_of(line) == span]
    return Block(heading(span), _figures(chosen, "value"), _figures(chosen, "quantity"))


def _figures(lines: Sequence[Record], measure: str) -> dict[str, Sourced]:
    chosen = (line for line in lines if line["measure"] == measure)
    return {line["item_id"]: as_published(f) for line in chosen if (f := line.fact("value"))}


def heading(span: Span) -> tuple[str | int, str | int, str | int]:
    """Three lines of a heading; a whole year stands as a number of its own."""
    status = STATUS_WORDS[span.status]
    if span.basis == "year":
        return status, "năm", span.year
    name = {
        "month": f"tháng {span.month:02d}" if span.year == 2025 else f"tháng {span.month}",
        "quarter": f"quý {QUARTERS.get(span.month, '')}",
        "cumulative": f"{span.month} tháng",
    }[span.basis]
    return status, name, f"năm {span.year}"
