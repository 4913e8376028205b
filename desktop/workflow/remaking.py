"""A summary made again from what it carries, and those that answer a question already."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

from desktop.figures.finding import Finding, Refused, Severity
from desktop.figures.vintage import Vintage, day_or_moment
from desktop.workflow.errands import ReportChoices
from desktop.workflow.text_files import content_of

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import datetime

    from desktop.analysis.results import Overview
    from desktop.figures.received import StoredReturn
    from desktop.figures.summary_sheets import SummarySheet
    from desktop.figures.warning_rules import RulesInForce
    from desktop.figures.wording import Language
    from desktop.reports.content.stamp import Stamp
    from desktop.reports.workbook.carried import Carried

_DIGITS = 12
_NEIGHBOURS = 200
"""So many workbooks of a folder are looked at, the newest first."""


@dataclass(frozen=True, slots=True)
class Question:
    """A report as it is asked for: in which sheets and language, or on which template.

    `template` is the digest of the office's own, where one is filled.
    """

    asked: ReportChoices
    sheets: Sequence[SummarySheet]
    language: Language
    template: str = ""

    @property
    def known_by(self) -> str:
        """What it says of what was known here; empty where it asks for whatever is known."""
        known = self.asked.vintage.known_by
        return known.isoformat() if known else ""

    def text(self) -> str:
        """Write it in one line; the same question is the same line."""
        asked, vintage = self.asked, self.asked.vintage
        parts = [
            asked.year, asked.through, vintage.as_of, vintage.first_release, self.known_by,
            asked.phasing, ",".join(self.sheets), self.language.code,
        ]  # fmt: skip
        if self.template:
            parts.append(self.template)
        if asked.item or asked.market:
            parts += [f"item={asked.item}", f"market={asked.market}"]
        return json.dumps([str(part or "") for part in parts])


def carried(
    question: Question, overview: Overview, archive: str, told_at: datetime, rules: RulesInForce
) -> Carried:
    """Say what a summary carries: by the moment it tells of, it can be made again to the byte."""
    from desktop.reports.content.stamp import Stamp  # noqa: PLC0415 - after first paint
    from desktop.reports.workbook.carried import Carried  # noqa: PLC0415 - as above

    at = told_at.replace(microsecond=0)  # what is done is kept to the second
    asked = question.asked
    vintage = replace(asked.vintage, known_by=at)
    stamp = Stamp(
        archive, overview.year, overview.through, vintage, asked.phasing,
        question.language.code, at, asked.item, asked.market,
    )  # fmt: skip
    fingerprint = rules.rules.fingerprint
    return Carried(
        stamp, tuple(question.sheets), question.text(), question.known_by, fingerprint,
        question.template,
    )  # fmt: skip


def asked_by(stamp: Stamp) -> ReportChoices:
    """Give what was asked for that a report answers, of what was known then."""
    return ReportChoices(
        stamp.year, stamp.through, stamp.vintage, stamp.phasing, stamp.item, stamp.market
    )


def carried_by(file: Path) -> Carried:
    """Read what a summary carries; raises `Refused` where it is none of ours."""
    from desktop.reports.workbook.carried import carried_by  # noqa: PLC0415 - after first paint

    found = carried_by(content_of(file))
    if found is None:
        raise Refused(Finding(Severity.ERROR, "carries_nothing", about=file.name))
    return found


def carries(file: Path) -> bool:
    """Say whether a file is a workbook that says how it was made, sheets or template and all."""
    try:
        carried_by(file)
    except Refused:
        return False
    return True


def shown_vintage(told: Carried) -> Vintage:
    """Give the vintage as the summary names it: without a moment where none was asked for."""
    known = day_or_moment(told.known_by) if told.known_by else None
    return replace(told.stamp.vintage, known_by=known)


def answers(question: Question, out: Path, archive: str) -> Iterator[tuple[bytes, datetime]]:
    """Give the summaries in `out`'s folder that answer a question, each with its moment."""
    from desktop.reports.workbook.carried import carried_by  # noqa: PLC0415 - after first paint

    for file in _summaries(out):
        try:
            content = file.read_bytes()
        except OSError:  # another program has it, or took it away
            continue
        told = carried_by(content)
        if told and (told.stamp.archive, told.asked) == (archive, question.text()):
            yield content, told.stamp.made_at


def _summaries(out: Path) -> Iterator[Path]:
    """Give the workbooks of a folder, the one that would be replaced first, then the newest."""
    try:
        found = [
            f
            for f in out.parent.glob("*.xls[xm]")
            if not f.name.startswith(("~", ".")) and f != out
        ]
        found.sort(key=lambda file: file.stat().st_mtime, reverse=True)
    except OSError:
        found = []
    yield from (file for file in (out, *found[:_NEIGHBOURS]) if file.is_file())


def archive_mark(returns: Sequence[StoredReturn]) -> str:
    """Tell archives apart: by the first return that each took in, and when."""
    if not returns:
        return ""
    first = min(returns, key=lambda r: r.number)
    told = f"{first.content_hash} {first.imported_at}"
    return hashlib.sha256(told.encode()).hexdigest()[:_DIGITS]
