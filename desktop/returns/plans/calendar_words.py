"""Names of months, quarters and eras, for `periods`."""

from __future__ import annotations

import re

from desktop.returns.heading_words import MONTH_NAMES, QUARTERS

_THAI = (
    "ม.ค. มกราคม", "ก.พ. กุมภาพันธ์", "มี.ค. มีนาคม", "เม.ย. เมษายน", "พ.ค. พฤษภาคม",
    "มิ.ย. มิถุนายน", "ก.ค. กรกฎาคม", "ส.ค. สิงหาคม", "ก.ย. กันยายน", "ต.ค. ตุลาคม",
    "พ.ย. พฤศจิกายน", "ธ.ค. ธันวาคม",
)  # fmt: skip
_INDONESIAN = {
    "januari": 1, "februari": 2, "maret": 3, "mei": 5, "juni": 6, "juli": 7, "agustus": 8,
    "oktober": 10, "desember": 12, "agt": 8, "ags": 8, "agu": 8, "okt": 10, "nop": 11,
}  # fmt: skip
"""The months that English calls otherwise; a short form like "des" is a word elsewhere."""
_OF_THE_AMERICAS = {
    name: number
    for number, names in enumerate(
        (
            "janeiro enero", "fevereiro febrero", "marco marzo", "abril", "maio mayo",
            "junho junio", "julho julio", "agosto", "setembro septiembre setiembre",
            "outubro octubre", "novembro noviembre", "dezembro diciembre",
        ),
        start=1,
    )
    for name in names.split()
}  # fmt: skip
"""Portuguese and Spanish months, written in full."""
NAMES = (
    MONTH_NAMES
    | _INDONESIAN
    | _OF_THE_AMERICAS
    | {name: number for number, names in enumerate(_THAI, start=1) for name in names.split()}
)
NAME = "|".join(sorted(map(re.escape, NAMES), key=len, reverse=True))
LAST_NAME = rf"{NAME}|des"
"""What may end a range: there it is December, and no French word."""
_NUMBERS = {
    "一": 1, "二": 2, "三": 3, "四": 4, "五": 5, "六": 6, "七": 7, "八": 8, "九": 9, "十": 10,
    "十一": 11, "十二": 12,
}  # fmt: skip
CHINESE = "十[一二]?|[一二三四五六七八九]"
ROC, REIWA, HEISEI, BUDDHIST = 1911, 2018, 1988, 543
"""What is added to a year of the Republic of China, of two eras of Japan; Thais count ahead."""


def number(word: str) -> int:
    """The number that a word or digits write; 0 for none."""
    if word.isdigit():
        return int(word)
    if word == "des":
        return NAMES["desember"]
    return NAMES.get(word.rstrip("."), 0) or NAMES.get(word, 0) or _NUMBERS.get(word, 0)


def quarter(word: str) -> int:
    """The quarter that a word or digit names; 0 for none."""
    return QUARTERS.get(word, 0) or _NUMBERS.get(word, 0)
