"""Where the figures of a page come from, in words: notes on cells, source lines, vintages."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date

from desktop.analysis.results import Contribution, Overview, Progress
from desktop.analysis.wording import FIRMNESS
from desktop.figures.figure import Source
from desktop.figures.vintage import Vintage
from desktop.figures.wording import Language

NOTED = 3
"""So many sources are named in a note on one cell."""


def note(source: Source, language: Language) -> str:
    """Say of one figure: file, sheet and cell, what was printed, when, how firm."""
    return language._(
        "{place}\nprinted: {printed}\nreported: {date} · {status}",
        place=source,
        printed=source.printed,
        date=_day(source.reported_on, language),
        status=language._(FIRMNESS[source.status]),
    )


def notes(sources: Sequence[Source], language: Language) -> str:
    """Say it of a figure that several were added up to: of the first few, and how many more."""
    told = [note(source, language) for source in sources[:NOTED]]
    if rest := len(sources) - NOTED:
        told += [language._("and {count} more", count=rest)] if rest > 0 else []
    return "\n".join(told)


def of_progress(*flows: Progress) -> list[Source]:
    """Sources of the months and cumulatives of one flow or several."""
    found = [p.source for flow in flows for p in flow.months]
    found += [s for f in flows for s in (f.cumulative_source, f.growth_printed_source)]
    return distinct(found)


def of_parts(parts: Iterable[Contribution]) -> list[Source]:
    """Sources of items or markets."""
    return distinct(part.source for part in parts)


def of_overview(overview: Overview) -> list[Source]:
    """Sources of everything shown."""
    flows = of_progress(overview.exports, overview.imports)
    return distinct([*flows, *of_parts(overview.items), *of_parts(overview.markets)])


def distinct(sources: Iterable[Source | None]) -> list[Source]:
    """Keep one source per file, the newest report first."""
    files = {(s.file, s.reported_on): s for s in sources if s}
    return [files[key] for key in sorted(files, key=lambda k: (k[1], k[0]), reverse=True)]


def source_line(sources: list[Source], language: Language, named: int) -> str:
    """Name the newest few files that a page is made of, with their dates, and count the rest."""
    if not sources:
        return language._("Source: no figures.")
    files = "; ".join(
        language._("{file} (reported {date})", file=s.file, date=_day(s.reported_on, language))
        for s in sources[:named]
    )
    rest = len(sources) - named
    if rest <= 0:
        return language._("Source: {files}.", files=files)
    return language._("Source: {files}; and {count} more (last sheet).", files=files, count=rest)


def vintage_text(vintage: Vintage, newest: date | None, language: Language) -> str:
    """Say which reports count."""
    if vintage.as_of:
        text = language._("reports up to {date}", date=language.date(vintage.as_of))
    elif newest:
        text = language._("all reports, the newest of {date}", date=language.date(newest))
    else:
        text = language._("all reports")
    if vintage.first_release:
        return language._("{vintage}, as first released", vintage=text)
    return text


def _day(iso: str, language: Language) -> str:
    return language.date(date.fromisoformat(iso))
