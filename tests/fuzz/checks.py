"""What must hold of every spoilt workbook, however it was spoilt."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Iterator, Sequence
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path

from desktop.figures.finding import Finding, Refused
from desktop.figures.finding_texts import remedy, sentence
from desktop.figures.harmless import harmless
from desktop.figures.wording import LANGUAGES, language
from desktop.workflow import Office, Outcome, Preview

OUR_FAULTS = frozenset({"reader_failed", "reader_crashed"})
"""Sentences about this program: honest, and each of them a defect to mend."""
GIVEN_UP = frozenset({"reader_timed_out", "reader_out_of_memory"})
"""Where the reading process was stopped: no harm, but worth a look at what took so much."""


def office(folder: Path) -> Office:
    """Give an office with a new archive in a folder."""
    return Office(
        folder / "archive.sqlite3", clock=lambda: datetime(2026, 11, 1, tzinfo=UTC), user="fuzz"
    )


def wrong_with_preview(preview: Preview) -> Iterator[str]:
    """Say what a preview must not be."""
    yield from wrong_with_findings(preview.findings)
    if preview.reading.refused and not preview.reading.findings:
        yield "nothing was read, and nothing is said of it"
    for code in OUR_FAULTS & {finding.code for finding in preview.findings}:
        yield f"a fault of ours: {code}"


def wrong_with_findings(findings: Iterable[Finding]) -> Iterator[str]:
    """Say which finding has no sentence or no remedy in a language."""
    for finding in findings:
        for code in LANGUAGES:
            tongue = language(code)
            try:
                told = (sentence(finding, tongue), remedy(finding, tongue))
            except (KeyError, IndexError, ValueError) as error:
                yield f"{finding.code} cannot be told in {code}: {error!r}"
                continue
            if not all(told):
                yield f"{finding.code} says nothing in {code}"
            if any(harmless(text) != text for text in told):
                yield f"{finding.code} in {code} holds signs that steer a terminal"


def wrong_with_outcome(outcome: Outcome) -> Iterator[str]:
    """Say what an import must not end as: neither stored nor explained."""
    if (outcome.number is None) == (outcome.finding is None):
        yield "neither stored nor refused with a finding, or both"
    if outcome.finding:
        yield from wrong_with_findings([outcome.finding])


def wrong_with_archive(place: Path, stored: Sequence[Outcome]) -> Iterator[str]:
    """Say what is damaged or half in: each return must be there with all its figures, or not."""
    with closing(sqlite3.connect(place)) as plain:
        (said,) = plain.execute("PRAGMA integrity_check").fetchone()
        if said != "ok":
            yield f"the archive is damaged: {said}"
        yield from (f"a loose end: {row}" for row in plain.execute("PRAGMA foreign_key_check"))
        told = dict(plain.execute("SELECT id, figures FROM returns"))
        held = dict(plain.execute("SELECT return_id, count(*) FROM figures GROUP BY return_id"))
    if told != held:
        yield f"returns tell {told} figures, the archive holds {held}"
    numbers = {outcome.number for outcome in stored if outcome.number is not None}
    if numbers != set(told):
        yield f"stored were {numbers}, the archive holds {set(told)}"
    for outcome in stored:
        if outcome.number and told.get(outcome.number) != len(outcome.preview.reading.rows):
            yield f"return {outcome.number} is not whole"


def previewed(desk: Office, paths: Sequence[Path]) -> list[Preview]:
    """Preview as a user does; a refusal of the errand itself would be a defect."""
    try:
        return desk.preview(paths)
    except Refused as refusal:
        raise AssertionError(f"the whole errand was refused: {refusal}") from refusal
