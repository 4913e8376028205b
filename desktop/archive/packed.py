"""Rows by column: the database packs each into one value, so that nothing is done row by row."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import reduce
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


class _Packing(NamedTuple):
    """How a kind of database packs numbers, and what it sends is taken apart."""

    number: Callable[[ColumnElement[Any]], ColumnElement[Any]]
    text: Callable[[ColumnElement[Any], str], ColumnElement[Any]]
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
    asked = [
        *(packing.number(_beside([(told[n], narrow.get(n, 0)) for n in ns])) for ns in together),
        *(packing.text(told[name], _BETWEEN) for name in texts),
    ]
    if packing is _FILE:  # a server lets nothing refer to what is not there
        asked.append(_outgrown(told, narrow))
    sent = packing.ask(connection, selection.with_only_columns(*asked))
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


def _beside(columns: Sequence[tuple[Any, int]]) -> ColumnElement[Any]:
    """Put what stands in a row beside each other into one number, in which each has so many bits.

    One that is sent takes a server longer than several that are put together.
    """
    row: ColumnElement[Any] = columns[0][0]
    for one, bits in columns[1:]:
        wide = as_kind(row, BigInteger).op("<<")(literal_column(str(bits)))
        row = wide.op("|", return_type=BigInteger())(one)
    return row


def _outgrown(told: Mapping[str, Any], bits: Mapping[str, int]) -> ColumnElement[Any]:
    """Ask whether some number takes more bits than it has, or is below zero."""
    alike = {many: [told[n] for n in bits if bits[n] == many] for many in set(bits.values())}
    over = (reduce(_or, ones).op(">>")(literal_column(str(n))) for n, ones in alike.items())
    return func.max(reduce(_or, over).op("<>")(literal_column("0")))


def _or(one: ColumnElement[Any], other: ColumnElement[Any]) -> ColumnElement[Any]:
    return one.op("|")(other)


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


_FILE = _Packing(func.group_concat, func.group_concat, _of_file, _written, str)
_SERVER = _Packing(
    lambda row: func.string_agg(func.int8send(row), literal_column("''::bytea")),
    func.string_agg, postgresql.packed, _binary, bytes.decode,
)  # fmt: skip
