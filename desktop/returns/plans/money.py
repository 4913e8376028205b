"""Unit notes in any of the languages: which power of ten, and whether it is US dollars at all."""

from __future__ import annotations

import re
from functools import lru_cache

from desktop.returns.plans.words import flow, plain
from desktop.returns.units import NO_UNITS, Units, units

_POWERS = (
    ("十億", 10**9), ("百萬", 10**6), ("百万", 10**6), ("백만", 10**6), ("십억", 10**9),
    ("千萬", 10**7), ("千万", 10**7), ("천만", 10**7), ("億", 10**8), ("亿", 10**8), ("억", 10**8),
    ("萬", 10**4), ("万", 10**4), ("만", 10**4), ("千", 10**3), ("천", 10**3),
    ("พันล้าน", 10**9), ("ล้าน", 10**6), ("พัน", 10**3),
)  # fmt: skip
_DOLLARS = re.compile(
    r"(?P<power>[^\s:：;；,()]*?)\s*(?:美元|美金|米ドル|ドル|미화|미달러|달러|弗|불|ดอลลาร์|เหรียญสหรัฐ)"
)
_TONNES = re.compile(r"(?P<power>[^\s:：;；,()]*?)\s*(?:公噸|公吨|吨|トン|톤|ตัน)")
_INDONESIAN = (
    (re.compile(r"\bmiliar\b"), "billion"),
    (re.compile(r"\bjuta\b"), "million"),
    (re.compile(r"\bribu\b"), "thousand"),
)
_UNIT = re.compile(r"^units?\b\s*[:=]?|\bunits?\s*[:=]")
_STRANGE = re.compile(
    r"\byen\b|\bjpy\b|\bwon\b|\bkrw\b|\bbaht\b|\bthb\b|\brmb\b|\bcny\b|\byuan\b|\beuros?\b|\beur\b"
    r"|\bnt\$|\bntd\b|\btwd\b|\brupees?\b|\binr\b|\brs\.? |\bringgit\b|\brm ?million\b|\bpesos?\b"
    r"|[\u00a3\u00a5\u20a9\u20ab\u20ac]|\b(?:thousand|million|billion)s? (?:of )?pounds?\b"
    r"|\bgbp\b|\bsterling\b|\bvnd\b|\bs\$|\bsgd\b|\brupiah\b|\bidr\b|\bdirhams?\b|\btaka\b"
    r"|(?:\b(?:nghin|ngan|trieu|t[iy]|tr|thousand|million|billion|mn|bn|vietnamese)\.? ?|[:(] ?|^)"
    r"dong(?= ?(?:$|[),.;/]))"
    r"|日圓|日元|円|人民幣|人民币|新臺幣|新台幣|원화|(?<=[백천억만])원|บาท"
)


@lru_cache(maxsize=1024)
def money(text: str) -> Units:
    """Read what a note says one printed unit counts: US dollars, tonnes, pieces."""
    said = plain(text)
    for pattern, power in _INDONESIAN:
        said = pattern.sub(power, said)
    dollars, tonnes = _DOLLARS.search(said), _TONNES.search(said)
    own = Units(
        _power(dollars["power"]) if dollars else None, _power(tonnes["power"]) if tonnes else None
    )
    return own.over(units(_UNIT.sub("", said))) if not strange(text) or dollars else NO_UNITS


@lru_cache(maxsize=1024)
def is_note(text: str) -> bool:
    """Say whether a text says what is counted, and not which way goods go: it heads no column."""
    return bool(money(text)) and flow(text) is None


def strange(text: str) -> bool:
    """Say whether a note names a currency that is not the US dollar.

    "Tỉnh Đồng Nai" and "hoạt động" name none.
    """
    return bool(_STRANGE.search(plain(text)))


def _power(word: str) -> int:
    return next((power for name, power in _POWERS if word.endswith(name)), 1)
