"""Figures and findings as the terminal writes them: CSV, JSON and tables with stable columns."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from rich.box import SIMPLE
from rich.console import Console

from desktop.cli.tables import TABLE_ROWS, Table
from desktop.figures.figure import FigureRow, exact
from desktop.figures.figure_list import WORDS, ListColumn
from desktop.figures.finding import Finding
from desktop.figures.finding_texts import remedy, sentence
from desktop.figures.month import Month
from desktop.figures.series import WORLD, Measure, Ownership
from desktop.figures.wording import Language

READ_COLUMNS = (
    "source_file", "sheet", "cell", "flow", "item", "market", "ownership", "province", "measure",
    "unit", "basis", "period_start", "period_end", "status", "value", "label",
)  # fmt: skip
"""Columns of `read --format csv`."""

ARCHIVE_COLUMNS = (*READ_COLUMNS, "return", "reported_on")
"""Columns of `figures --format csv`."""

MEASURES: dict[str, frozenset[str]] = {
    "trade": frozenset({Measure.VALUE, Measure.QUANTITY}),
    "growth": frozenset({Measure.GROWTH_VALUE, Measure.GROWTH_QUANTITY}),
    "industry": frozenset(
        {Measure.PRODUCTION_INDEX, Measure.CONSUMPTION_INDEX, Measure.INVENTORY_INDEX}
    ),
    "all": frozenset(Measure),
}
"""Which figures are written: of trade, growth as printed (only to check by), indices of industry.

The first is what is written unless others are asked for.
"""

_DIRECT = ("sheet", "cell", "flow", "item", "market", "ownership", "province", "measure", "unit",
           "basis", "status", "label")  # fmt: skip
_LARGE = 1000
_SUBJECT = (ListColumn.FLOW, ListColumn.OWNERSHIP, ListColumn.MEASURE)
_BY_UNIT = frozenset({Measure.VALUE, Measure.QUANTITY})
"""Measures that the unit tells."""


def amount(value: int, printed: str) -> str:
    """Write an amount in its unit as a plain decimal, with every digit that the cell held."""
    written = f"{exact(value, printed):f}"
    return written.rstrip("0").rstrip(".") if "." in written else written


def read_record(source_file: str, row: FigureRow) -> dict[str, str]:
    """Give a figure that was read, by `READ_COLUMNS`."""
    record = {name: getattr(row, name) for name in _DIRECT}
    return {"source_file": source_file, **record, **_periods_and_value(row)}


def archive_record(row: Any) -> dict[str, str]:
    """Give a figure of the archive (a row of a frame, by name), by `ARCHIVE_COLUMNS`."""
    record = {name: getattr(row, name) for name in _DIRECT}
    filed = {"return": str(row.return_id), "reported_on": row.reported_on}
    return {"source_file": row.source_file, **record, **_periods_and_value(row), **filed}


def _periods_and_value(row: Any) -> dict[str, str]:
    return {
        "period_start": str(Month.from_ordinal(int(row.period_start))),
        "period_end": str(Month.from_ordinal(int(row.period_end))),
        "value": amount(int(row.value), row.printed),
    }


def write_table(records: Iterable[Mapping[str, str]], console: Console, language: Language) -> None:
    """Write the first records as a table for people, and say how many there are in all."""
    say = language._
    table = Table(box=SIMPLE, padding=(0, 1, 0, 0))
    table.add_column(say("Cell"))
    table.add_column(say("Figure"))
    table.add_column(say("Period"), no_wrap=True)
    table.add_column(say("Status"), no_wrap=True)
    table.add_column(say("Value"), justify="right", no_wrap=True)
    count = 0
    for count, record in enumerate(records, 1):
        if count <= TABLE_ROWS:
            table.add_row(*_for_people(record, language))
    console.print(table)
    console.print(language.plural("{count} figure", "{count} figures", count))


def _for_people(record: Mapping[str, str], language: Language) -> tuple[str, ...]:
    """Give a record's cells, its codes in words."""
    return (
        f"{record['sheet']}!{record['cell']}",
        about(record, language),
        f"{_word(record, ListColumn.BASIS, language)} {record['period_end']}",
        _word(record, ListColumn.STATUS, language),
        in_unit(record["value"], record, language),
    )


def in_unit(value: str, record: Mapping[str, str], language: Language) -> str:
    """Write an amount in the unit of its figure, a small one (an index) with two decimals."""
    amount = float(value)
    decimals = min(len(value.partition(".")[2]), 2) if abs(amount) < _LARGE else 0
    return f"{language.number(amount, decimals)} {_word(record, ListColumn.UNIT, language)}"


def about(record: Mapping[str, str], language: Language) -> str:
    """Say what a figure is about: flow, label, item, and what is not usual."""
    said = {c: _word(record, c, language) for c in _SUBJECT}
    words = (
        said[ListColumn.FLOW],
        record["label"],
        record["item"],
        record["market"] if record["market"] != WORLD else "",
        said[ListColumn.OWNERSHIP] if record["ownership"] != Ownership.ALL else "",
        record["province"],
        said[ListColumn.MEASURE] if record["measure"] not in _BY_UNIT else "",
    )
    return " · ".join(filter(None, words))


def _word(record: Mapping[str, str], column: ListColumn, language: Language) -> str:
    code = record[column]
    return language._(WORDS[column].get(code, code))


def finding_lines(
    source_file: str, findings: Iterable[Finding], language: Language
) -> Iterator[str]:
    """Write each finding as one JSON object."""
    for finding in findings:
        yield json.dumps(finding_record(source_file, finding, language), ensure_ascii=False)


def finding_record(source_file: str, finding: Finding, language: Language) -> dict[str, str]:
    """Give a finding by stable keys, with its words in a language."""
    return {
        "source_file": source_file,
        "severity": finding.severity.value,
        "code": finding.code,
        "sheet": finding.sheet,
        "cell": finding.cell,
        "found": finding.found,
        "expected": finding.expected,
        "sentence": sentence(finding, language),
        "remedy": remedy(finding, language),
    }
