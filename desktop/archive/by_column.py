"""Rows by column: the database packs each into one value, so that nothing is done row by row."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, Any, NamedTuple

import numpy as np
from sqlalchemy import BigInteger, ColumnElement, Connection, Select, Text, func, literal_column
from sqlalchemy import cast as as_kind

from desktop.archive import postgresql
from desktop.archive.connected import on_server

if TYPE_CHECKING:
    import numpy.typing as npt

    Whole = npt.NDArray[np.int64]

_BETWEEN = "\x1f"
"""What no text holds that somebody typed: a control character, to separate units."""
_NARROW, _ROOM = 31, 63
"""Bits of a number that is not below zero: of a column of four bytes, and of what is sent."""
_PIECE = 50_000
"""Characters that numbers are read of at a time: all at once would hold Python's lock, and with it
a window."""


class _Asked(NamedTuple):
    """The columns of a selection, which numbers are sent as one, of how many bits, and the texts.

    A number of no bits has all that there are.
    """

    told: Mapping[str, Any]
    together: Sequence[Sequence[str]]
    bits: Mapping[str, int]
    texts: Sequence[str]


class _Packing(NamedTuple):
    """How a kind of database packs numbers, and what it sends is taken apart."""

    packed: Callable[[_Asked], Sequence[ColumnElement[Any]]]
    ask: Callable[[Connection, Select[Any]], Sequence[Any]]
    numbers: Callable[[Any], Whole]
    texts: Callable[[Any], str]


def columns(
    connection: Connection, selection: Select[Any], bits: Mapping[str, int] | None = None
) -> dict[str, Any]:
    """Give what is selected by column: whole numbers as arrays of numpy, texts as lists.

    Some whole number is among them. `bits` says of how many each is that is not below zero, where
    they are fewer than its column takes. Raises `LookupError` where a file holds one of more.
    """
    packing = _SERVER if on_server(connection) else _FILE
    told = dict(selection.selected_columns.items())
    texts = [name for name, c in told.items() if isinstance(c.type, Text)]
    wide = [name for name, c in told.items() if isinstance(c.type, BigInteger)]
    narrow = {name: (bits or {}).get(name, _NARROW) for name in told if name not in {*texts, *wide}}
    together = [[name] for name in wide]
    room = 0
    for name, needed in narrow.items():
        if needed > room:
            together.append([])
            room = _ROOM
        together[-1].append(name)
        room -= needed
    asked = packing.packed(_Asked(told, together, narrow, texts))
    whole = selection.with_only_columns(*asked, maintain_column_froms=True)
    sent = packing.ask(connection, whole)
    if packing is _FILE and sent[-1]:
        raise LookupError("a number that there is not")
    found: dict[str, Any] = {}
    for value, names in zip(sent, together, strict=False):
        array = packing.numbers(value)
        for name in reversed(names):
            found[name] = array & ((1 << narrow[name]) - 1) if name in narrow else array
            array = array >> narrow.get(name, 0)
    count = len(array)
    for value, name in zip(sent[len(together) :], texts, strict=False):
        found[name] = packing.texts(value).split(_BETWEEN) if count else []
        if len(found[name]) != count:  # a text holds what stands between texts
            every = zip(*connection.execute(selection), strict=True)
            rows = dict(zip(told, map(list, every), strict=True))
            return {n: rows[n] if n in texts else np.array(rows[n], np.int64) for n in told}
    return {name: found[name] for name in told}


def _by_server(asked: _Asked) -> list[ColumnElement[Any]]:
    """Pack numbers as they are sent, one row behind the other; one takes longer than several do."""
    nothing: ColumnElement[bytes] = literal_column("''::bytea")
    numbers = (
        _beside([(asked.told[n], asked.bits.get(n, 0)) for n in ns]) for ns in asked.together
    )
    texts = (func.string_agg(asked.told[name], _BETWEEN) for name in asked.texts)
    return [*(func.string_agg(func.int8send(one), nothing) for one in numbers), *texts]


def _beside(columns: Sequence[tuple[Any, int]]) -> ColumnElement[Any]:
    """Put what stands in a row beside each other into one number, in which each has its bits."""
    row: ColumnElement[Any] = columns[0][0]
    for one, bits in columns[1:]:
        wide = as_kind(row, BigInteger).op("<<")(literal_column(str(bits)))
        row = wide.op("|", return_type=BigInteger())(one)
    return row


def _by_file(asked: _Asked) -> list[ColumnElement[Any]]:
    """Write numbers with commas between them, and say last whether one is of more bits than it has.

    Nobody keeps a file from that. All is put in words: to put it together takes longer.
    """
    told = {name: f"{column.table.name}.{column.name}" for name, column in asked.told.items()}
    packed = []
    for first, *others in asked.together:
        row = told[first]
        for name in others:
            row = f"({row} << {asked.bits[name]} | {told[name]})"
        packed.append(f"group_concat({row})")
    packed += (f"group_concat({told[name]}, char({ord(_BETWEEN)}))" for name in asked.texts)
    alike: dict[int, list[str]] = {}
    for name, bits in asked.bits.items():
        alike.setdefault(bits, []).append(told[name])
    beyond = " | ".join(f"(({' | '.join(names)}) >> {bits})" for bits, names in alike.items())
    return [literal_column(one) for one in (*packed, f"max(({beyond}) <> 0)")]


def _of_file(connection: Connection, selection: Select[Any]) -> Sequence[Any]:
    cursor: Any = connection.execute(selection).cursor
    (row,) = cursor.fetchall()
    return tuple(row)


def _written(value: str | None) -> Whole:
    """Read numbers with commas between them."""
    return np.concatenate([np.empty(0, np.int64), *_pieces(value or "")])


def _pieces(text: str) -> Iterator[Whole]:
    start = 0
    while start < len(text):
        end = text.find(",", start + _PIECE)
        end = len(text) if end < 0 else end
        yield np.fromstring(text[start:end], np.int64, sep=",")
        start = end + 1


def _binary(value: bytes | None) -> Whole:
    return np.frombuffer(value or b"", ">i8").astype(np.int64)


_FILE = _Packing(_by_file, _of_file, _written, str)
_SERVER = _Packing(_by_server, postgresql.packed, _binary, bytes.decode)
