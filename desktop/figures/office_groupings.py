"""An office's own groupings as a CSV file: read, checked line by line, told with what is wrong.

The columns are those of ``resources/groupings.csv``; commas or semicolons between them, as
spreadsheets write them. A line without a group begins a scheme.
"""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from desktop.figures.finding import Finding, Severity
from desktop.figures.groupings import (
    Dimension,
    Scheme,
    codes_of,
    read_schemes,
    shipped_schemes,
)
from desktop.figures.near_names import near_names
from desktop.figures.series import TRADE, Flow

COLUMNS = (
    "scheme", "group", "dimension", "flow", "part_of", "name_vi", "name_en", "members",
    "aggregate", "note_vi", "note_en",
)  # fmt: skip
NEEDED = ("scheme", "group", "dimension", "name_vi", "members")
"""Without these columns a file holds no groupings; the others may be left out."""
_NUMBER = "line number"
_CODE = re.compile(r"[A-Z0-9_]{2,40}")
_MEMBER = re.compile(r"(?P<code>[^\s:~]+)~?(?::(?P<since>[\d-]*)\.\.(?P<until>[\d-]*))?")
_MONTH = re.compile(r"\d{4}-(0[1-9]|1[0-2])")


@dataclass(frozen=True, slots=True)
class OfficeGroupings:
    """The schemes that a file holds, and what is wrong or odd; with an error none counts."""

    schemes: Mapping[str, Scheme]
    findings: tuple[Finding, ...]

    @property
    def refused(self) -> bool:
        """True where something must be mended first."""
        return any(f.severity is Severity.ERROR for f in self.findings)


def office_groupings(text: str, name: str) -> OfficeGroupings:
    """Read the text of a file; `name` is what it is called in findings."""
    lines = [line for line in _lines(text) if any(v for k, v in line.items() if k != _NUMBER)]
    if not lines or not set(NEEDED) <= set(lines[0]):
        lacking = ", ".join(c for c in NEEDED if not lines or c not in lines[0])
        return OfficeGroupings({}, (_error("groupings_columns", name, "1", lacking),))
    findings = list(_faults(lines, name))
    if findings:
        return OfficeGroupings({}, tuple(findings))
    try:
        found = read_schemes(lines)
    except ValueError as error:
        return OfficeGroupings({}, (_error("groupings_unread", name, "1", str(error)),))
    return OfficeGroupings(found, tuple(_oddities(found, name)))


def _lines(text: str) -> Iterator[dict[str, str]]:
    head = text.partition("\n")[0]
    rows = csv.DictReader(io.StringIO(text), delimiter=";" if ";" in head else ",")
    blank = dict.fromkeys(COLUMNS, "") if set(NEEDED) <= set(rows.fieldnames or ()) else {}
    for row in rows:
        known = {(key or "").strip(): _cell(value) for key, value in row.items() if key}
        names = {"name_en": known.get("name_en") or known.get("name_vi", "")}
        yield {**blank, **known, **names, _NUMBER: str(rows.line_num)}


def _cell(value: object) -> str:
    return value.strip() if isinstance(value, str) else ""


def _faults(lines: list[dict[str, str]], name: str) -> Iterator[Finding]:
    """What keeps lines from being read, each with its number in the file."""
    heads: dict[str, str] = {}
    seen: set[tuple[str, str]] = set()
    shipped = set(shipped_schemes())
    for line in lines:
        number = line[_NUMBER]
        scheme, group = line["scheme"], line["group"]
        yield from _of_codes(line, name, number)
        if scheme in shipped:
            shipped.remove(scheme)  # told once, not of every group
            yield _error("groupings_shipped", name, number, scheme)
        if (scheme, group) in seen:
            yield _error("groupings_twice", name, number, f"{scheme}/{group}")
        seen.add((scheme, group))
        if group and scheme not in heads:
            yield _error("groupings_without_head", name, number, scheme)
        elif group:
            yield from _of_members(line, heads[scheme], name, number)
        else:
            heads[scheme] = line["dimension"]


def _of_codes(line: dict[str, str], name: str, number: str) -> Iterator[Finding]:
    scheme, group = line["scheme"], line["group"]
    odd = next((code for code in (scheme, group) if code and not _CODE.fullmatch(code)), None)
    if odd or not scheme:
        yield _error("groupings_code", name, number, odd or "–")
    if not group and line["dimension"] not in set(Dimension):
        yield _error("groupings_dimension", name, number, line["dimension"])
    if line["flow"] and line["flow"] not in {flow.value for flow in TRADE}:
        yield _error("groupings_flow", name, number, line["flow"])
    if not line["name_vi"]:
        yield _error("groupings_nameless", name, number, f"{scheme}/{group}".rstrip("/"))


def _of_members(line: dict[str, str], dimension: str, name: str, number: str) -> Iterator[Finding]:
    if dimension not in set(Dimension):
        return
    flow = Flow(line["flow"]) if line["flow"] in set(Flow) else None
    known = codes_of(Dimension(dimension), flow)
    for word in line["members"].split():
        found = _MEMBER.fullmatch(word)
        months = [m for m in (found["since"], found["until"]) if m] if found else []
        if not found or not all(_MONTH.fullmatch(month) for month in months):
            yield _error("groupings_member", name, number, word)
        elif found["code"] not in known:
            near = near_names(found["code"], [(code, code) for code in sorted(known)])
            yield _error("groupings_no_such_code", name, number, found["code"], ", ".join(near))
    if not line["members"]:
        yield _error("groupings_empty", name, number, line["group"])


def _oddities(found: Mapping[str, Scheme], name: str) -> Iterator[Finding]:
    """What an official should know of a scheme that can be read: overlaps, and what is left out."""
    for scheme in found.values():
        for flow in (f for f in TRADE if scheme.of(f)):
            if shared := scheme.shared(flow):
                yield _note("groupings_overlap", name, scheme.code, flow, shared)
            if left := scheme.left_out(flow):
                yield _note("groupings_left_out", name, scheme.code, flow, left)


def _note(
    code: str, name: str, scheme: str, flow: Flow, codes: frozenset[str]
) -> Finding:  # fmt: skip
    few = " ".join(sorted(codes)[:_FEW]) + (" …" if len(codes) > _FEW else "")
    return Finding(
        Severity.NOTE, code, sheet=name, found=str(len(codes)), expected=few,
        about=f"{flow.value} · {scheme}",
    )  # fmt: skip


_FEW = 8


def _error(code: str, name: str, number: str, found: str, expected: str = "") -> Finding:
    return Finding(Severity.ERROR, code, name, number, found, expected)
