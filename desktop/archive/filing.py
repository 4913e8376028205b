"""Storing a return: the original, the figures as read, and what they change, in one transaction."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable
from dataclasses import dataclass, fields, replace
from datetime import date

from sqlalchemy import Connection, insert

from desktop.archive import chronicle, originals, prepared, rows, writing
from desktop.archive.ahead import sent_ahead
from desktop.archive.chronicle import Deed, Stamp, tell
from desktop.archive.enrolled import Kept
from desktop.archive.memory import Memory
from desktop.archive.originals import Packed
from desktop.archive.refusals import refused
from desktop.archive.schema import returns
from desktop.archive.withdrawals import alike_returns, count_again, withdraw
from desktop.figures.finding import Finding, Refused
from desktop.figures.harmless import harmless
from desktop.figures.reading import DateOrigin, Reading


def _nothing_more() -> None:
    """Do nothing meanwhile."""


@dataclass(frozen=True, slots=True)
class Filing:
    """Under which date a return is filed, who files it, and what it brings.

    `brings` is how many figures are new, and how many change others. What comes from a
    `province` waits to be approved, and does not count until then. `meanwhile` is done while a
    server writes; what it raises lets nothing be stored.
    """

    reported_on: date
    date_origin: DateOrigin
    stamp: Stamp
    brings: tuple[int, int] = (0, 0)
    province: str = ""
    meanwhile: Callable[[], object] = _nothing_more


def store(
    connection: Connection,
    memory: Memory,
    reading: Reading,
    content: Packed,
    filing: Filing,
) -> int | None:
    """Store a return and let its figures count; give its number.

    None where the same content counts already and gave the same figures. Where it gave others
    (a name was decided since, or the file is read by other directions), that return is withdrawn
    and this one takes its place. A withdrawn return of the same content, date and figures is
    restored instead of being written again. `memory` is one that is current.
    """
    if reading.refused:
        raise Refused(*(reading.findings or refused("nothing_to_store", reading.name).findings))
    if memory.enrolled.has_content(connection, reading.content_hash):
        filing.meanwhile()
        alike = alike_returns(connection, reading.content_hash)
        if filing.province and any(
            rows.same(connection, other.id, reading.rows) for other in alike
        ):
            return None  # it waits already, or was decided
        counting = next((other.id for other in alike if other.counts), None)
        if counting is not None:
            if rows.same(connection, counting, reading.rows):
                return None
            withdraw(connection, counting, filing.stamp)
            memory.current(connection)
        day = filing.reported_on.isoformat()
        for other in alike:
            # What a province submitted is for an approver to decide, by its number.
            ours = other.reported_on == day and other.province == filing.province
            if ours and other.id != counting and rows.same(connection, other.id, reading.rows):
                count_again(connection, other.id, filing.stamp)
                return int(other.id)
        return _enter(connection, memory, reading, replace(filing, meanwhile=_nothing_more))
    originals.keep(connection, reading.content_hash, content)
    return _enter(connection, memory, reading, filing)


def _enter(connection: Connection, memory: Memory, reading: Reading, filing: Filing) -> int:
    number = _enroll(connection, memory, reading, filing)
    kept = Kept(
        number, reading.sender, reading.layout, reading.month.ordinal if reading.month else None,
        filing.reported_on.isoformat(), reading.saved_at, reading.content_hash,
        _writable(reading.name),
    )  # fmt: skip
    counts = not filing.province
    deed = Deed.IMPORTED if counts else Deed.SUBMITTED
    numbered = writing.numbered(connection, memory, kept, reading.rows)
    with sent_ahead(connection) as all_is_sent:
        writing.append(connection, numbered)
        tell(connection, deed, filing.stamp, return_id=number)
        all_is_sent()
        filing.meanwhile()
        told, shown = writing.show(connection, memory, numbered) if counts else ((), {})
    changes = chronicle.changes(connection)
    if counts:
        memory.remember(kept, reading.rows, told, shown, changes)
    else:
        memory.forget()
    return number


def _enroll(connection: Connection, memory: Memory, reading: Reading, filing: Filing) -> int:
    new, changed = filing.brings
    spans = memory.placed(reading.rows).laid.spans
    entry = {
        "content_hash": reading.content_hash,
        "name": _writable(reading.name),
        "sender": reading.sender,
        "layout": reading.layout,
        "month": reading.month.ordinal if reading.month else None,
        "reported_on": filing.reported_on.isoformat(),
        "date_origin": filing.date_origin.value,
        "figures": len(reading.rows),
        "findings": _told(reading.findings),
        "saved_at": reading.saved_at,
        "first_month": min(first for _, first, _ in spans),
        "last_month": max(last for _, _, last in spans),
        "new_figures": new,
        "changed_figures": changed,
        "province": filing.province,
    }
    return int(prepared.run(connection, _RETURN, entry))


_RETURN = insert(returns).returning(returns.c.id)


def _told(findings: Iterable[Finding]) -> str:
    """Write findings as they are kept."""
    names = [field.name for field in fields(Finding)]
    every = [{name: getattr(found, name) for name in names} for found in findings]
    return _writable(json.dumps(every, ensure_ascii=False))


def _writable(text: str) -> str:
    """Put a mark for what no database or document takes: a file's name may hold any sign."""
    return harmless(text.encode("utf-8", "replace").decode("utf-8"))
