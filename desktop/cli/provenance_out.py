"""Provenance as the terminal writes it: a tree to read, and JSON with stable keys."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any

from rich.markup import escape
from rich.tree import Tree

from desktop.analysis.tracing.trace import amount, title, words
from desktop.analysis.wording import FIRMNESS

if TYPE_CHECKING:
    from desktop.analysis.tracing import Trace
    from desktop.figures.figure import Source
    from desktop.figures.wording import Language


def source_json(source: Source | None) -> dict[str, str] | None:
    """Give a cell by stable keys."""
    if source is None:
        return None
    return {
        "file": source.file,
        "sheet": source.sheet,
        "cell": source.cell,
        "printed": source.printed,
        "reported_on": source.reported_on,
    }


def trace_json(trace: Trace, language: Language) -> dict[str, Any]:
    """Give a trace by stable keys: `what`, `formula` and `remark` are words in the language."""
    return {
        "what": title(trace, language),
        "value": trace.value,
        "unit": trace.unit.value,
        "kind": trace.kind.value,
        "formula": words(trace.formula, language) if trace.formula else None,
        "remark": words(trace.remark, language) if trace.remark else None,
        "status": trace.status and trace.status.value,
        "source": source_json(trace.source),
        "inputs": [trace_json(part, language) for part in trace.inputs],
    }


def trace_tree(trace: Trace, language: Language, above: Tree | None = None) -> Tree:
    """Lay a trace out as a tree: what and how much, how it follows, and the cell it was read in."""
    label = "\n".join(_lines(trace, language))
    tree = above.add(label) if above else Tree(label)
    for part in trace.inputs:
        trace_tree(part, language, tree)
    return tree


def _lines(trace: Trace, language: Language) -> list[str]:
    told = escape(title(trace, language))
    lines = [f"{told}: [bold]{escape(amount(trace, language))}[/bold]"]
    if trace.formula:
        lines.append(f"[dim]= {escape(words(trace.formula, language))}[/dim]")
    if trace.source:
        lines.append(f"[dim]{escape(source_words(trace.source, language))}[/dim]")
    if trace.remark:
        lines.append(f"[dim]{escape(words(trace.remark, language))}[/dim]")
    return lines


def source_words(source: Source, language: Language) -> str:
    """Write where a figure was read, what was printed there, when it was reported, how firm."""
    return language._(
        "{place}, printed “{printed}”, reported {date}, {status}",
        place=source,
        printed=source.printed,
        date=language.date(date.fromisoformat(source.reported_on)),
        status=language._(FIRMNESS[source.status]),
    )
