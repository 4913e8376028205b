"""Decisions on names: what may be decided, and decisions as a file from office to office."""

from __future__ import annotations

import csv
import unicodedata
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import UTC, datetime
from io import StringIO
from pathlib import Path
from typing import Any

from desktop.figures.csv_texts import unguarded, write_records
from desktop.figures.directions import LEAVE_OUT, NameDecision, NameKind
from desktop.figures.finding import Finding, Refused, Severity
from desktop.figures.name_codes import catalogues, name_of_code
from desktop.figures.names import name_key
from desktop.figures.provinces import is_merged_away, province_named, province_names
from desktop.figures.series import NEW, TRADE, UNKNOWN, Flow
from desktop.reports.saving import save_whole
from desktop.returns.names import CATALOGUES_ONLY
from desktop.workflow.text_files import text_of

COLUMNS = ("sender", "kind", "flow", "label", "code", "name_vi", "decided_at", "decided_by")
"""Columns of a file of decisions. `name_vi` is for whoever reads it; it is not read back."""
_NEEDED = ("sender", "kind", "label", "code")
_ON_LINES = {
    "decision_without_name": "line_without_name",
    "decision_code_unknown": "line_code_unknown",
    "decision_flow_unknown": "line_flow_unknown",
    "name_in_catalogue": "line_name_in_catalogue",
}
"""What is told of a decision, and of a decision in a file."""
_FLOWS = ("", *(flow.value for flow in TRADE))


def sound(decision: NameDecision) -> NameDecision:
    """Give a decision as it is kept; raises `Refused` with the finding that says what is amiss."""
    label = _tidy(decision.label)
    flow = decision.flow if decision.kind is NameKind.ITEM else ""
    code = _tidy(decision.code)
    if code.startswith(NEW):
        code = f"{NEW}{_tidy(code.removeprefix(NEW))}"
    kept = replace(decision, label=label, flow=flow, code=code)
    if not name_key(label):
        raise _fault("decision_without_name", about=kept.label)
    if flow not in _FLOWS:
        raise _fault("decision_flow_unknown", flow, kept.label)
    if not _is_a_code(kept):
        raise _fault("decision_code_unknown", code, kept.label)
    known = known_codes(kept)
    if known - {code}:
        raise _fault("name_in_catalogue", ", ".join(sorted(known)), kept.label)
    return kept


def known_codes(decision: NameDecision) -> set[str]:
    """What the catalogues say of the name already, for the flows that it is decided for."""
    if decision.kind is NameKind.ITEM:
        found = {CATALOGUES_ONLY.item(decision.label, flow) for flow in _flows(decision)}
    elif decision.kind is NameKind.PROVINCE:
        unit = province_named(decision.label)
        found = set() if is_merged_away(unit) else {unit}  # of those an official must say
    else:
        found = {c.code(decision.label) for c in catalogues(decision.kind, decision.flow)}
    return found - {UNKNOWN}


def write_decisions(path: Path, made: Iterable[NameDecision]) -> Path:
    """Write decisions as CSV (UTF-8 with its mark, which spreadsheets need), by `COLUMNS`."""
    text = StringIO()
    write_records(map(record, made), COLUMNS, text)
    save_whole(text.getvalue().encode("utf-8-sig"), path)
    return path


def record(decision: NameDecision) -> dict[str, str]:
    """Give a decision by `COLUMNS`."""
    return {
        "sender": decision.sender,
        "kind": decision.kind.value,
        "flow": decision.flow,
        "label": decision.label,
        "code": decision.code,
        "name_vi": name_of_code(decision.kind, decision.code, "vi", decision.flow),
        "decided_at": decision.decided_at,
        "decided_by": decision.decided_by,
    }


def read_decisions(path: Path) -> list[NameDecision]:
    """Read what `write_decisions` wrote, perhaps edited; `Refused` names every line at fault."""
    lines = csv.DictReader(StringIO(text_of(path), newline=""), strict=True)
    made: list[NameDecision] = []
    faults: list[Finding] = []
    try:
        _refuse_strangers(path, lines.fieldnames or ())
        for entries in lines:
            try:
                made.append(_read(entries))
            except Refused as refusal:
                faults += _at(path, lines.line_num, refusal)
    except csv.Error as error:
        raise Refused(*_at(path, lines.line_num, _fault("line_broken"))) from error
    if faults:
        raise Refused(*faults)
    return made


def _refuse_strangers(path: Path, columns: Sequence[str]) -> None:
    missing = ", ".join(name for name in _NEEDED if name not in columns)
    if missing:
        raise Refused(Finding(Severity.ERROR, "not_decisions", expected=missing, about=path.name))


def _at(path: Path, line: int, refusal: Refused) -> Iterator[Finding]:
    for fault in refusal.findings:
        code = _ON_LINES.get(fault.code, fault.code)
        yield replace(fault, code=code, sheet=path.name, cell=str(line))


def _read(entries: Mapping[str | None, Any]) -> NameDecision:
    if None in entries:
        raise _fault("line_broken")
    told = {name: unguarded((entries.get(name) or "").strip()) for name in COLUMNS}
    try:
        kind = NameKind(told["kind"])
    except ValueError as error:
        raise _fault("line_kind_unknown", told["kind"]) from error
    return sound(
        NameDecision(
            told["sender"], kind, told["flow"], told["label"], told["code"],
            _moment(told["decided_at"]), told["decided_by"],
        )
    )  # fmt: skip


def _moment(text: str) -> str:
    """Give a moment in UTC; what a spreadsheet made of it may be another spelling."""
    if not text:
        return ""
    try:
        moment = datetime.fromisoformat(text)
        return moment.astimezone(UTC).isoformat(timespec="seconds")
    except (ValueError, OverflowError) as error:
        raise _fault("line_moment_broken", text) from error


def _is_a_code(decision: NameDecision) -> bool:
    code = decision.code
    if code == LEAVE_OUT or (code.startswith(NEW) and name_key(code.removeprefix(NEW))):
        return True
    if decision.kind is NameKind.PROVINCE:
        return code in province_names()
    return code != UNKNOWN and all(code in c for c in catalogues(decision.kind, decision.flow))


def _flows(decision: NameDecision) -> Iterator[Flow]:
    return (flow for flow in TRADE if decision.flow in {"", flow.value})


def _tidy(text: str) -> str:
    return " ".join(unicodedata.normalize("NFC", text).split())


def _fault(code: str, found: str = "", about: str = "") -> Refused:
    return Refused(Finding(Severity.ERROR, code, found=found, about=about))
