"""Spoiling what stands in cells: the workbook stays sound, its content does not."""

from __future__ import annotations

import re
from collections.abc import Callable
from random import Random

from tests.fuzz.in_parts import packed, parts

_VALUE = re.compile(rb"<v>([^<]*)</v>")
_TEXT = re.compile(rb"(<t(?: [^>]*)?>)([^<]*)</t>")
_NUMBERS = (
    b"0", b"-0", b"1e308", b"-1e308", b"1e-320", b"NaN", b"INF", b"1,234.5", b"1.234", b"", b" ",
    b"99999999999999999999", b"0.1", b"-5", b"0x1F", b"1_000", b"\xd9\xa1\xd9\xa2", b"2025", b"13",
)  # fmt: skip
_TEXTS = (
    "", " ", "Tổng trị giá", "tháng 13 năm 2025", "tháng 0", "năm 99999", "Quý V", "Xuất khẩu",
    "Nhập khẩu", "Lượng", "Trị giá", "Ước tính", "%", "*", "(*)", "-", "…", "#REF!", "1.234", "1,5",
    "−7", "\u202e\u202d", "\ud7ff\ufffd", "\u0301" * 40, "A" * 32_767, "{place} {0} {", "%s %d",
    "Th¸ng 6", "\x7f", "= 1+1", "6 tháng/5 tháng", "Tháng 6 năm 2025 so với tháng 5 năm 2024",
    "Đơn vị: Tỷ đồng", "Nghìn tấn; Triệu USD", "0" * 400, "１２３", "٣", "²",
    "Trong đó:", "Dầu thô", "7" * 32_767, "*" * 32_767, "Cà phê " * 4_681, "百萬" * 16_383,
    "đến tháng 6 " * 2_730,
)  # fmt: skip


def spoilt(chance: Random, content: bytes) -> bytes:
    """Put another number, another text, or another cell's into some cells."""
    found = parts(content)
    change = chance.choice(_WAYS)
    held = [
        at
        for at, (name, _) in enumerate(found)
        if name.endswith(".xml") and ("worksheets" in name or "sharedStrings" in name)
    ]
    if not held:
        return content
    for at in held if chance.random() < 0.3 else [chance.choice(held)]:
        name, body = found[at]
        found[at] = (name, change(chance, body))
    return packed(found)


def _numbers(chance: Random, body: bytes) -> bytes:
    share = chance.choice((0.002, 0.05, 1))
    value = chance.choice(_NUMBERS)
    return _VALUE.sub(
        lambda found: b"<v>%s</v>" % value if chance.random() < share else found[0], body
    )


def _texts(chance: Random, body: bytes) -> bytes:
    share = chance.choice((0.01, 0.1, 1))

    def other(found: re.Match[bytes]) -> bytes:
        if chance.random() >= share:
            return found[0]
        text = chance.choice(_TEXTS).replace("<", "")
        return found[1] + text.encode("utf-8", "replace") + b"</t>"

    return _TEXT.sub(other, body)


def _shuffled(chance: Random, body: bytes) -> bytes:
    """Deal the numbers (or the texts' places) out anew."""
    values = _VALUE.findall(body)
    chance.shuffle(values)
    dealt = iter(values)
    return _VALUE.sub(lambda _: b"<v>%s</v>" % next(dealt), body)


def _years(chance: Random, body: bytes) -> bytes:
    year = str(chance.choice((0, 1, 1899, 1999, 2026, 2099, 9999, 10**12))).encode()
    return re.sub(rb"\b20[012]\d\b", year, body)


def _months(chance: Random, body: bytes) -> bytes:
    number = str(chance.randint(0, 14)).encode()
    return re.sub(rb"(?<=[Tt]h\xc3\xa1ng )\d{1,2}", number, body)


_WAYS: tuple[Callable[[Random, bytes], bytes], ...] = (
    _numbers, _numbers, _texts, _texts, _shuffled, _years, _months,
)  # fmt: skip
