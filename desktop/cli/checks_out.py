"""Checks as the terminal writes them: printed, ours, difference and verdict."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator
from decimal import Decimal

from rich.box import SIMPLE

from desktop.cli.formats import write_json
from desktop.cli.tables import TABLE_ROWS, Table, terminal
from desktop.figures.check_names import check_name
from desktop.figures.csv_texts import write_records
from desktop.figures.month import Month
from desktop.figures.reading import Check
from desktop.figures.series import SCALE, Unit
from desktop.figures.wording import MILLION, Language

CHECK_COLUMNS = (
    "source_file", "sheet", "cell", "check", "about", "basis", "period_start", "period_end", "unit",
    "printed", "ours", "difference", "agrees", "with_archive",
)  # fmt: skip
"""Columns of `--checks`; amounts in their unit, growth as an index."""
_SHOWN = {
    Unit.USD.value: (MILLION, 1),
    Unit.TONNES.value: (1_000, 1),
    Unit.INDEX.value: (1, 1),
}
"""What one shown unit counts, and its decimals."""

Checked = Iterable[tuple[str, Check]]
"""File names with their checks."""


def write_checks(checked: Checked, form: str, language: Language) -> None:
    """Write every check: as CSV, as JSON, or as a table, those that fail first."""
    if form == "csv":
        write_records(_records(checked), CHECK_COLUMNS, sys.stdout)
    elif form == "json":
        write_json(list(_records(checked)))
    else:
        _write_table(list(checked), language)


def _records(checked: Checked) -> Iterator[dict[str, str]]:
    for name, check in checked:
        yield {
            "source_file": name,
            "sheet": check.sheet,
            "cell": check.cell,
            "check": check.code,
            "about": check.about,
            "basis": check.basis,
            "period_start": str(Month.from_ordinal(check.period_start)),
            "period_end": str(Month.from_ordinal(check.period_end)),
            "unit": check.unit,
            "printed": _amount(check.printed),
            "ours": _amount(check.ours),
            "difference": _amount(check.printed - check.ours),
            "agrees": "yes" if check.agrees else "no",
            "with_archive": "yes" if check.with_archive else "no",
        }


def _amount(value: int) -> str:
    return f"{(Decimal(value) / SCALE).normalize():f}"


def amount_shown(value: int, unit: str, language: Language) -> str:
    """Write an amount for reading: million USD, thousand tonnes, an index, pieces."""
    divisor, decimals = _SHOWN.get(unit, (1, 0))
    return language.number(value / SCALE / divisor, decimals)


def _write_table(checked: list[tuple[str, Check]], language: Language) -> None:
    say = language._
    table = Table(box=SIMPLE)
    for heading in (say("Check"), say("Place"), say("Printed"), say("Ours"), say("Difference"), ""):
        table.add_column(heading)
    ordered = sorted(checked, key=lambda pair: pair[1].agrees)
    for _, check in ordered[:TABLE_ROWS]:
        table.add_row(
            f"{check_name(check.code, language)} · {check.about}",
            f"{check.sheet}!{check.cell}",
            amount_shown(check.printed, check.unit, language),
            amount_shown(check.ours, check.unit, language),
            amount_shown(check.printed - check.ours, check.unit, language),
            "✓" if check.agrees else "▲",
        )
    console = terminal()
    console.print(table)
    failed = sum(not check.agrees for _, check in checked)
    console.print(say("{count} of {total} agree", count=len(checked) - failed, total=len(checked)))
