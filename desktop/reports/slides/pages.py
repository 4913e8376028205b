"""What stands on each of the five slides, and what the speaker's notes say."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from desktop.figures.wording import N_

if TYPE_CHECKING:
    from desktop.reports.content.report import Chart, Report, Sentence


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
    Page(N_("Progress against the plan"), ("key", "target"), ("cumulative",),
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

WARNED = "warning:"
"""How the keys of warnings begin."""


def charts_of(page: Page, report: Report) -> tuple[Chart, ...]:
    """Give the charts of a page that the report has."""
    found = (report.chart(key) for key in page.charts)
    return tuple(chart for chart in found if chart)


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
