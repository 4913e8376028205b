"""Ways of writing a comparison, folded, brought to one: "vs LY", "2024 = 100", "% cùng kỳ", "SVCK".

What is compared with stands behind "so voi" then, where `heading_words.COMPARED` looks for it.
"""

from __future__ import annotations

import re
from functools import lru_cache

from desktop.returns.heading_words import (
    COMPARED,
    GROWTH,
    MONTH_NAMES,
    OF_COMPARED,
    SAME,
    may,
)

_LATELY = r"(1[5-9]|2\d|3[0-5])"
"""Two figures of a year; see `short_forms`."""
_YEAR = r"(?:19|20)\d{2}"
_NAMES = "|".join(sorted(MONTH_NAMES, key=len, reverse=True))
_PERIOD = rf"(?:{_NAMES})\b|thang |quy |nam |cung |ck\b|{_YEAR}"
_BEFORE = r"(?:the )?(?:same|last|previous)\b"
_GROWING = r"(?:% |per ?cent(?:age)? )?(?:growth|change|increase|rate of (?:growth|change))\b"
_BASE = (
    r"(?:cung (?:ky|ki|thang)|ck\b|same|previous|last)[a-z0-9 ]*?|(?:thang|nam|quy|ky) truoc"
    rf"|(?:{_NAMES})\.?(?: {_YEAR})?|(?:thang|quy) \d\d?(?:[ /.-]*(?:nam )?{_YEAR})?"
    rf"|(?:nam )?{_YEAR}"
)
_PER_CENT = r"(?:(?:as )?(?:an? )?(?:%|per ?cent(?:age)?)|as an? (?:ratio|index)) (?:of|to)"

_FORMS = (
    (
        ("pr",),
        re.compile(r"\b(?:prior|preceding|prev\.?) (?=year|month|period|quarter)"),
        "previous ",
    ),
    (("corr",), re.compile(r"\bcorresponding (?=month|period|quarter)"), "same "),
    (
        ("year ",),
        re.compile(r"\b(?:an? |one )?year (?:ago|earlier|before)\b"),
        "same period last year",
    ),
    (("month ",), re.compile(r"\b(?:a |one )?month (?:ago|earlier|before)\b"), "previous month"),
    (
        ("annual", "yearly", "1"),
        re.compile(rf"\b(?:annual|yearly|12[ -]months?|1[ -]year) (?={_GROWING})"),
        "y/y ",
    ),
    (("month",), re.compile(rf"\b(?:monthly|1[ -]month) (?={_GROWING})"), "m/m "),
    (("sply",), re.compile(r"\bsply\b"), "same period last year"),
    (("ly", "py"), re.compile(r"\b(vs\.?|versus) [lp]y\b"), "so voi last year"),
    (("ck",), re.compile(r"\bs ?v ?ck\b"), "so voi cung ky"),
    (("tt",), re.compile(r"\bs ?v ?tt\b"), "so voi thang truoc"),
    (
        ("so ", "ss "),
        re.compile(
            r"\b(?:so sanh|so|ss) ((?:thang|quy|nam|\d{1,2} thang)\b[\w /.-]{0,24}?)"
            rf" voi (?={_PERIOD}|\d{{1,2}} thang)"
        ),
        r"\1 so voi ",
    ),
    (("sanh", "ss"), re.compile(rf"\b(?:so sanh|ss)(?: voi)? (?={_PERIOD})"), "so voi "),
    (("cung thang",), re.compile(r"\bcung thang (?=(?:cua )?nam\b)"), "cung ky "),
    (("100",), re.compile(rf"\b({_BASE}) ?= ?100(?: ?%)?(?![\d.,])"), r"so voi \1"),
    ((" of", " to"), re.compile(rf"{_PER_CENT} (?={_BEFORE}|{_PERIOD})"), "so voi "),
    (("% ",), re.compile(r"(?<![a-z])% (?=(?:cung k[iy]|ck|thang truoc)\b)"), "% so voi "),
    (
        ("against", "relative", "than"),
        re.compile(rf"\b(?:against|relative to|than) (?=(?:the )?(?:{_PERIOD}))"),
        "so voi ",
    ),
    (
        ("same", "last", "previous"),
        re.compile(rf"\b(?:against|relative to|than|on|from|over) (?={_BEFORE})"),
        "so voi ",
    ),
    (
        ("/",),
        re.compile(rf"\b({_NAMES})\.?[-/' ]'?{_LATELY} ?/ ?({_NAMES})\.?[-/' ]'?{_LATELY}(?!\d)"),
        r"\1 20\2 so voi \3 20\4",
    ),
    (
        ("/",),
        re.compile(rf"\b((?:{_NAMES})\.?(?: {_YEAR})?) ?/ ?(?=(?:{_NAMES})\b)"),
        r"\1 so voi ",
    ),
    (
        ("/",),
        re.compile(r"\b(?:t|thang )0?(\d\d?) ?/ ?(?:t|thang )0?(\d\d?)\b(?= ?\(?%)"),
        r"thang \1 so voi thang \2",
    ),
)  # fmt: skip
"""How a comparison is written, behind signs of which one is always a part of it; and as what."""
_SIGN = re.compile(
    r"= ?100|%|per ?cent|/ ?[a-z]"
    r"|\b(?:against|relative|than|on|from|over|pr(?:ior|ev|eced)\w*|corresponding|ago|earlier|before"
    r"|annual|yearly|monthly|12|1|sply|[lp]y|s ?v ?ck|s ?v ?tt|ss|sanh|so|cung thang|ratio|index)\b"
)
"""One of these stands in every form; most headings have none."""
_TWO_YEARS = re.compile(rf"(?<![\w/.-]){_LATELY}/{_LATELY}(?![\w/.-])")
_FIGURES = 4
"""So many figures has a year that is written out."""
_SPAN_OF_YEARS = re.compile(rf"({_YEAR}) ?- ?({_YEAR})")


@lru_cache(maxsize=4096)
def comparing(plain: str) -> str:
    """Write a folded heading's comparison, if it makes one, as "so voi" and what stands behind."""
    if not _SIGN.search(plain) and not GROWTH.search(plain):
        return plain
    for signs, form, written in _FORMS:
        if may(plain, signs):
            plain = form.sub(written, plain)
    grows = "%" in plain or bool(GROWTH.search(plain))
    if grows and not (may(plain, OF_COMPARED) and COMPARED.search(plain)):
        plain = _SPAN_OF_YEARS.sub(_over, _TWO_YEARS.sub(_over, plain))
        plain = SAME.sub(r"so voi \g<0>", plain, count=1)
    return plain


def _over(years: re.Match[str]) -> str:
    """One year over the one before it: "25/24", or "2024-2025" of a growth."""
    first, second = (f"20{year}"[-_FIGURES:] for year in years.groups())
    new, old = max(first, second), min(first, second)
    return f"{new}/{old}" if int(new) == int(old) + 1 else years[0]
