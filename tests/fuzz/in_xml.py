"""Spoiling the XML of a workbook: its tags, its attributes, its references and counts."""

from __future__ import annotations

import re
from collections.abc import Callable
from random import Random

from tests.fuzz.in_parts import packed, parts

_TAG = re.compile(rb"<[^<>]*>")
_ATTRIBUTE = re.compile(rb' ([\w:]+)="([^"]*)"')
_BOMB = (
    b'<!DOCTYPE a [<!ENTITY b "lol">'
    + b"".join(b'<!ENTITY %c "&%c;&%c;&%c;&%c;&%c;">' % (c, *[c - 1] * 5) for c in b"cdefghijklmn")
    + b"]>"
)
_OTHER_ENTITIES = b'<!DOCTYPE a [<!ENTITY b SYSTEM "file:///etc/passwd">]>'
_VALUES = (
    b"", b"0", b"-1", b"1", b"99999999999999999999", b"2147483647", b"4294967296", b"1e309",
    b"NaN", b"XFD1048576", b"XFE1", b"A0", b"ZZZZ99", b"a1", b"A1:XFD1048576", b"A1:A1", b"D4:B2",
    b"\xc3\xa1", b"&amp;", b"&#0;", b"true", b"inlineStr", b"str", b"s", b"e", b"External",
    b"hidden", b"x" * 5000, b"../../../etc/passwd", b"file:///dev/zero",
    b"worksheets/sheet1.xml", b"workbook.xml",
)  # fmt: skip


def spoilt(chance: Random, content: bytes) -> bytes:
    """Spoil tags: lost, doubled, moved, unclosed, nested without end, declared."""
    return _with(chance, content, lambda body: chance.choice(_WAYS)(chance, body))


def attributes_spoilt(chance: Random, content: bytes) -> bytes:
    """Spoil attributes: other values, lost, doubled, a thousand more."""
    return _with(chance, content, lambda body: chance.choice(_ATTRIBUTE_WAYS)(chance, body))


def _with(chance: Random, content: bytes, change: Callable[[bytes], bytes]) -> bytes:
    found = parts(content)
    written = [at for at, (name, _) in enumerate(found) if name.endswith((".xml", ".rels"))]
    if not written:
        return content
    at = chance.choice(written)
    found[at] = (found[at][0], change(found[at][1]))
    return packed(found)


def _tag(chance: Random, body: bytes) -> tuple[int, int]:
    """Where some tag stands: the first one after a random place."""
    found = _TAG.search(body, chance.randrange(len(body) + 1)) or _TAG.search(body)
    return found.span() if found else (0, 0)


def _lost(chance: Random, body: bytes) -> bytes:
    start, end = _tag(chance, body)
    return body[:start] + body[end:]


def _doubled(chance: Random, body: bytes) -> bytes:
    start, end = _tag(chance, body)
    return body[:end] + body[start:end] * chance.choice((1, 1, 1000)) + body[end:]


def _moved(chance: Random, body: bytes) -> bytes:
    start, end = _tag(chance, body)
    rest = body[:start] + body[end:]
    at = _tag(chance, rest)[0]
    return rest[:at] + body[start:end] + rest[at:]


def _stretch_lost(chance: Random, body: bytes) -> bytes:
    start, later = sorted((_tag(chance, body)[0], _tag(chance, body)[0]))
    return body[:start] + body[later:]


def _stretch_doubled(chance: Random, body: bytes) -> bytes:
    start, later = sorted((_tag(chance, body)[0], _tag(chance, body)[0]))
    return body[:later] + body[start:]


def _nested(chance: Random, body: bytes) -> bytes:
    end = _tag(chance, body)[1]
    deep = chance.choice((50, 5_000, 200_000))
    return body[:end] + b"<r>" * deep + b"</r>" * chance.choice((0, deep)) + body[end:]


def _declared(chance: Random, body: bytes) -> bytes:
    at = body.find(b"?>") + 2 if body.startswith(b"<?xml") else 0
    return (
        body[:at]
        + chance.choice((_BOMB, _OTHER_ENTITIES))
        + body[at:].replace(b"</", b"&m;</", chance.choice((0, 3)))
    )


def _encoded(chance: Random, body: bytes) -> bytes:
    text = body.decode("utf-8", "replace")
    return text.encode(chance.choice(("utf-16", "utf-16-be", "utf-7", "latin-1")), "replace")


def _renamed(chance: Random, body: bytes) -> bytes:
    start, end = _tag(chance, body)
    return body[:start] + body[start:end].swapcase() + body[end:]


def _commented(chance: Random, body: bytes) -> bytes:
    end = _tag(chance, body)[1]
    extra = chance.choice((b"<!-- x -->", b"<![CDATA[<c>]]>", b"<?pi ?>", b"&undefined;", b"\0"))
    return body[:end] + extra + body[end:]


_WAYS: tuple[Callable[[Random, bytes], bytes], ...] = (
    _lost, _doubled, _moved, _stretch_lost, _stretch_doubled, _nested, _declared, _encoded,
    _renamed, _commented,
)  # fmt: skip


def _attribute(chance: Random, body: bytes) -> re.Match[bytes] | None:
    start = chance.randrange(len(body) + 1)
    return _ATTRIBUTE.search(body, start) or _ATTRIBUTE.search(body)


def _other_value(chance: Random, body: bytes) -> bytes:
    found = _attribute(chance, body)
    if found is None:
        return body
    return body[: found.start(2)] + chance.choice(_VALUES) + body[found.end(2) :]


def _other_everywhere(chance: Random, body: bytes) -> bytes:
    found = _attribute(chance, body)
    if found is None:
        return body
    value = chance.choice(_VALUES)
    return re.sub(rb" %s=\"[^\"]*\"" % found[1], lambda _: b' %s="%s"' % (found[1], value), body)


def _attribute_lost(chance: Random, body: bytes) -> bytes:
    found = _attribute(chance, body)
    return body if found is None else body[: found.start()] + body[found.end() :]


def _attribute_doubled(chance: Random, body: bytes) -> bytes:
    found = _attribute(chance, body)
    return body if found is None else body[: found.end()] + found[0] + body[found.end() :]


def _attributes_many(chance: Random, body: bytes) -> bytes:
    found = _attribute(chance, body)
    if found is None:
        return body
    many = b"".join(b' a%d="x"' % n for n in range(chance.choice((100, 20_000))))
    return body[: found.end()] + many + body[found.end() :]


_ATTRIBUTE_WAYS: tuple[Callable[[Random, bytes], bytes], ...] = (
    _other_value, _other_value, _other_value, _other_everywhere, _attribute_lost,
    _attribute_doubled, _attributes_many,
)  # fmt: skip
