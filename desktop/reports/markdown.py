"""A report as Markdown: for a message, a wiki, or whoever compares two of them line by line."""

from __future__ import annotations

from typing import TYPE_CHECKING

from desktop.reports.content.numbers import card_figure, card_unit, written
from desktop.reports.content.report import Number, Unit

if TYPE_CHECKING:
    from collections.abc import Iterator

    from desktop.figures.wording import Language
    from desktop.reports.content.report import Chart, Report, Section, Table

_ESCAPED = str.maketrans({c: f"\\{c}" for c in "\\`*_[]<>|#"})


def markdown(report: Report, language: Language) -> str:
    """Write the report: charts as tables of what they draw, the stamp as a comment at the end."""
    parts = [f"# {_safe(report.title)}", _safe(report.subtitle), _cards(report, language)]
    for section in report.sections:
        parts += _section(section, language)
    parts += [f"*{_safe(report.source_line)}*", f"<!-- {report.stamp.text()} -->"]
    return "\n\n".join(parts) + "\n"


def _section(section: Section, language: Language) -> Iterator[str]:
    yield f"## {_safe(section.title)}"
    for sentence in section.sentences:
        yield f"- {_safe(sentence.text)}" if section.key == "warnings" else _safe(sentence.text)
    if section.chart:
        yield _chart(section.chart, language)
    for table in section.tables:
        yield _table(table, language)


def _cards(report: Report, language: Language) -> str:
    rows: list[tuple[str, ...]] = []
    for card in report.cards:
        figure = f"{card_figure(card, language)} {card_unit(card, language)}".strip()
        rows.append((card.label, figure, card.note))
    heads = (language._("Figure"), language._("Value"), "")
    return _grid(heads, (False, True, False), rows)


def _table(table: Table, language: Language) -> str:
    rows = [
        tuple(
            written(cell, column, language) if isinstance(cell, Number) else cell
            for cell, column in zip(row.cells, table.columns, strict=True)
        )
        for row in table.rows
    ]
    right = tuple(column.unit is not None for column in table.columns)
    caption = f"**{_safe(table.title)}** {_safe(table.note)}".strip()
    return f"{caption}\n\n{_grid(tuple(c.head for c in table.columns), right, rows)}"


def _chart(chart: Chart, language: Language) -> str:
    """Write what a chart draws: a row for each category."""
    rows = [
        (name, *(_value(series.values[place], chart, language) for series in chart.series))
        for place, name in enumerate(chart.categories)
    ]
    heads = ("", *(series.name for series in chart.series))
    right = (False, *(True for _ in chart.series))
    return f"**{_safe(chart.title)}** ({_safe(chart.unit_name)})\n\n{_grid(heads, right, rows)}"


def _value(value: float | None, chart: Chart, language: Language) -> str:
    if value is None:
        return ""
    return (
        language.billions(value, chart.decimals(2))
        if chart.unit is Unit.USD
        else language.points(value)
    )


def _grid(heads: tuple[str, ...], right: tuple[bool, ...], rows: list[tuple[str, ...]]) -> str:
    lines = [
        _line(heads),
        _line(tuple("---:" if r else "---" for r in right), escape=False),
        *(_line(row) for row in rows),
    ]
    return "\n".join(lines)


def _line(cells: tuple[str, ...], *, escape: bool = True) -> str:
    return f"| {' | '.join(_safe(c) if escape else c for c in cells)} |"


def _safe(text: str) -> str:
    """Let no sign of a name or a document's title be read as markup."""
    return text.translate(_ESCAPED).replace("\n", " ")
