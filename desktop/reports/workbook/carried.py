"""What a summary carries in its properties, so that it can be made again: written and read back."""

from __future__ import annotations

import io
import json
import zipfile
from dataclasses import dataclass
from typing import TYPE_CHECKING

from lxml import etree

from desktop.figures.summary_sheets import SummarySheet
from desktop.reports.content.stamp import Stamp, stamp_read

if TYPE_CHECKING:
    from xlsxwriter.workbook import Workbook

_STAMP, _CHOICES = "export-tracker", "export-tracker-choices"
_PROPERTIES = "docProps/custom.xml"


@dataclass(frozen=True, slots=True)
class Carried:
    """What a summary was made of.

    - `stamp`: the archive, the month, the vintage, and the moment that it tells of.
    - `sheets`: those that it shows.
    - `asked`: the question as it was put, in one line: two summaries with the same answer the
      same question, be it of the newest month. `known_by` is what the question said of that.
    - `rules`: the fingerprint of those that its warnings were judged by; empty if unknown.
    - `template`: the digest of the office's own, which it was made of; empty of a summary.
    """

    stamp: Stamp
    sheets: tuple[SummarySheet, ...]
    asked: str
    known_by: str
    rules: str = ""
    template: str = ""


def carry(workbook: Workbook, carried: Carried) -> None:
    """Write it into a workbook's own properties."""
    for name, text in properties(carried).items():
        workbook.set_custom_property(name, text, "text")


def properties(carried: Carried) -> dict[str, str]:
    """Give it as the properties of a workbook, each with its text."""
    told = {
        "sheets": [sheet.value for sheet in carried.sheets],
        "asked": carried.asked,
        "known_by": carried.known_by,
        "rules": carried.rules,
    }
    if carried.template:
        told["template"] = carried.template
    pieces = enumerate(_pieces(json.dumps(told)))
    return {_STAMP: carried.stamp.text(), **{f"{_CHOICES}-{n}": piece for n, piece in pieces}}


def carried_by(content: bytes) -> Carried | None:
    """Read it back from a workbook's bytes; None of a workbook that carries nothing of ours."""
    told = _properties(content)
    stamp = stamp_read(told.get(_STAMP, ""))
    choices = "".join(told[name] for name in sorted(told, key=_order) if name.startswith(_CHOICES))
    if stamp is None or not choices:
        return None
    try:
        said = json.loads(choices)
        sheets = tuple(SummarySheet(name) for name in said["sheets"])
        rules = str(said.get("rules", ""))
        template = str(said.get("template", ""))
        return Carried(stamp, sheets, str(said["asked"]), str(said["known_by"]), rules, template)
    except (ValueError, KeyError, TypeError):
        return None


def _pieces(text: str) -> list[str]:
    """Cut a text into what a property may hold: 255 characters."""
    return [text[at : at + 255] for at in range(0, len(text), 255)]


def _order(name: str) -> int:
    number = name.rpartition("-")[2]
    return int(number) if number.isdecimal() else -1


def _properties(content: bytes) -> dict[str, str]:
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as package:
            body = package.read(_PROPERTIES)
        root = etree.fromstring(body, etree.XMLParser(resolve_entities=False, no_network=True))
    except (zipfile.BadZipFile, KeyError, etree.XMLSyntaxError, NotImplementedError, EOFError):
        return {}
    return {str(p.get("name")): "".join(p.itertext()) for p in root}
