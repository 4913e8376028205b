"""What stands on each of the slides, and what the speaker's notes say."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from desktop.figures.wording import N_, language
from desktop.reports.content.report import Chart, Kind, Number, Role, Series, Unit

if TYPE_CHECKING:
    from desktop.reports.content.report import Report, Sentence


@dataclass(frozen=True, slots=True)
class Page:
    """A slide: its title, charts side by side, sentences beside them, and what is in its notes.

    `lead` stands beneath the title, in the house's blue.
    """

    title: str
    sections: tuple[str, ...]
    charts: tuple[str, ...]
    lead: tuple[str, ...]
    told: tuple[str, ...]
    cards: bool = False


PAGES = (
    Page(N_("Key results"), ("key", "trade", "exports"), ("months",),
         ("headline",), ("path", "chance", "exports_month", "other_growth"), cards=True),
    Page(N_("Progress against the target"), ("key", "target"), ("cumulative",),
         ("path",), ("target", "yardsticks", "estimate", "other_growth", "exports_to_date")),
    Page(N_("What carries and what drags"), ("exports", "items", "markets"), ("items", "markets"),
         ("markets_1",), ()),
    Page(N_("Imports and balance"), ("trade", "imports", "balance"), ("balance",),
         ("balance",), ("imports_to_date", "imports_month", "sector_balance", "partners",
                        "largest_source", "import_items")),
    Page(N_("Outlook and warnings"), ("outlook", "warnings", "notes"), ("fan",),
         ("landing", "silent"), ("chance", "needed", "early")),
)  # fmt: skip
"""Five slides. Sentences and charts are named by their keys; one that is not there is left out."""

_PART = "part"
_OF_A_PART = Page(
    "", (_PART,), (_PART,), ("part_exports",), ("part_imports", "part_balance", "part_landing"),
)  # fmt: skip
"""What was chosen, where something was; its section names it."""

WARNED = "warning:"
"""How the keys of warnings begin."""


def pages_of(report: Report) -> tuple[Page, ...]:
    """Give the pages of a report: five, and after the first one of what was chosen."""
    chosen = report.section(_PART)
    own = (replace(_OF_A_PART, title=chosen.title),) if chosen else ()
    return (PAGES[0], *own, *PAGES[1:])


def charts_of(page: Page, report: Report) -> tuple[Chart, ...]:
    """Give the charts of a page that the report has; what was chosen is drawn of its table."""
    found = (_part_chart(report) if key == _PART else report.chart(key) for key in page.charts)
    return tuple(chart for chart in found if chart)


def _part_chart(report: Report) -> Chart | None:
    """Draw the largest parts within what was chosen, to date: a slide has no room for a table."""
    section = report.section(_PART)
    if section is None or not section.tables:
        return None
    table, say = section.tables[0], language(report.language)._
    known = [(str(row.cells[0]), row.cells[1]) for row in table.rows]
    drawn = [(name, n.value) for name, n in known if isinstance(n, Number) and n.value]
    drawn.sort(key=lambda one: -one[1])
    return Chart(
        _PART, Kind.BARS, table.title, Unit.USD, say("billion USD"),
        tuple(name for name, _ in drawn),
        (Series(Role.THIS, table.columns[1].head, tuple(value for _, value in drawn)),),
        say("Bar chart: the largest by value."),
    )  # fmt: skip


def sentences_of(keys: tuple[str, ...], report: Report) -> tuple[Sentence, ...]:
    """Give the sentences of these keys that the report has, in the order of the keys, each once."""
    held: dict[str, Sentence] = {}
    for section in report.sections:
        for sentence in section.sentences:
            held.setdefault(sentence.key, sentence)
    return tuple(held[key] for key in keys if key in held)


def warnings_of(report: Report) -> tuple[Sentence, ...]:
    """Give the warnings."""
    section = report.section("warnings")
    return section.sentences if section else ()


def notes_of(page: Page, report: Report) -> str:
    """Say all that the report says on what is shown, and where the figures come from."""
    blocks = []
    for key in page.sections:
        section = report.section(key)
        if section and section.sentences:
            lines = [section.title, *(f"– {s.text}" for s in section.sentences)]
            blocks.append("\n".join(lines))
    blocks += [chart.description for chart in charts_of(page, report)]
    return "\n\n".join((*blocks, report.subtitle, report.source_line))
