"""The vocabulary of headings, folded (see `text.folded`): numbers, months, status, comparison."""

from __future__ import annotations

import re
from collections.abc import Sequence

from desktop.returns.short_forms import written_out

_VIETNAMESE = {
    "mot": 1, "gieng": 1, "hai": 2, "ba": 3, "bon": 4, "tu": 4, "nam": 5, "sau": 6, "bay": 7,
    "tam": 8, "chin": 9, "muoi": 10, "muoi mot": 11, "muoi hai": 12, "chap": 12,
}  # fmt: skip
_ENGLISH = {
    "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8,
    "nine": 9, "ten": 10, "eleven": 11, "twelve": 12,
}  # fmt: skip
ROMAN = {
    "i": 1, "ii": 2, "iii": 3, "iv": 4, "v": 5, "vi": 6, "vii": 7, "viii": 8, "ix": 9, "x": 10,
    "xi": 11, "xii": 12,
}  # fmt: skip
NUMBERS = _VIETNAMESE | _ENGLISH
MONTH_NAMES = {
    name: number
    for number, names in enumerate(
        (
            "january jan", "february feb", "march mar", "april apr", "may", "june jun", "july jul",
            "august aug", "september sept sep", "october oct", "november nov", "december dec",
        ),
        start=1,
    )
    for name in names.split()
}  # fmt: skip
QUARTERS = {
    "i": 1, "ii": 2, "iii": 3, "iv": 4, "1": 1, "2": 2, "3": 3, "4": 4,
    "1st": 1, "2nd": 2, "2sd": 2, "3rd": 3, "3sd": 3, "4th": 4,
    "first": 1, "second": 2, "third": 3, "thirsd": 3, "fourth": 4, "mot": 1, "hai": 2, "ba": 3,
    "bon": 4, "tu": 4,
}  # fmt: skip
"""With the spellings that the office's English books have."""


def _any(words: dict[str, int]) -> str:
    return "|".join(sorted(map(re.escape, words), key=len, reverse=True))


_SURE = _any({word: n for word, n in NUMBERS.items() if word != "nam"})
"""Number words but "nam", which is also a year: it counts only where the next word says so."""
_COUNT = rf"\d{{1,2}}|{_SURE}"
_YEAR = r"(?:19|20)\d{2}"

ESTIMATE = re.compile(
    r"\b(?:uoc(?: ?tinh| ?thuc ?hien| th)?|uth|ut|du (?:kien|bao|tinh)|tam tinh|est?i?mat\w*|est"
    r"|forecast)\b"
)
PRELIMINARY = re.compile(
    r"\b(?:so ?bo|sb|prel\w*|provisional|(?:chua|khong) chinh thuc|unofficial|not final)\b"
)
FINAL = re.compile(r"\b(?:chinh ?thuc|official|final)\b")
ACTUAL = re.compile(
    r"\b(?:(?<!hinh )thuc ?hien(?! (?:ke hoach|chi tieu|muc tieu|nhiem vu)\b)"
    r"|thuc te|^ket qua(?= (?:thang|quy|nam|\d))|t\.?h|per?fo\w*ance|actual\w*"
    r"|implement\w*|reali[sz](?:ed|ation)|performed|executed)\b"
)
_DAY_OF = r"(?:\d{1,2}(?:st|nd|rd|th)? (?:of )?)?"
TO_DATE = re.compile(
    r"\b(?:cong ?don|luy ?ke|tinh chung|den het|tu dau nam|accrued|acc?umm?ul\w*|cumm?ul\w*"
    rf"|year[ -]to[ -](?:date|(?={_DAY_OF}(?:{_any(MONTH_NAMES)})))"
    rf"|(?:as of|up to|until) (?={_DAY_OF}(?:{_any(MONTH_NAMES)}))|ytd"
    r"|lk(?= (?:den|tu|nam|thang|t\.?\d|\d{1,2} ?t|luong|so luong|tri gia|gia tri|kim ngach)))\b"
    r"|^(?:(?:so|cot|luong|so luong|tri gia|gia tri|kim ngach) )?lk$"
)
SO_FAR = re.compile(
    r"\b(?:tu (?:\S+ )?dau nam|dau nam den (?:nay|thang)|year[ -]to[ -]date|ytd"
    r"|(?:beginning|start) of (?:the )?year)\b"
    r"|^to[ -]date\b"
)
"""The year up to the month, never the year whole."""
COMPARED = re.compile(
    r"\b(?:so voi\b|s/?v(?= ?(?:cung k|ck\b|nam truoc|thang|ky|quy|kh\b|ke hoach|t\d|q\d|\d))"
    r"|bang \(?%\)?(?= )|so (?<!tong so )(?<!chi so )(?=cung |ck\b|thang |ky"
    r" |nam |quy |kh |ke hoach |t\d|q\d|\d)"
    r"|ver?su?s\b|vs\b|compar\w+ (?:to|with)\b"
    rf"|over (?=(?:the )?(?:same|last|previous)\b|(?:{_any(MONTH_NAMES)}|{_YEAR})\b))"
    rf"|(?<={_YEAR}) ?/ ?(?=(?:\d{{1,2}} ?)?(?:thang|quy|nam|months?|t|t\.?\d{{1,2}}[/.-])\b"
    rf"|\d{{1,2}}t[/.-]?{_YEAR}|t\d{{1,2}}(?!\d)|q\d|{_YEAR}(?!\d))"
)
OF_COMPARED = ("so ", "sv", "s/v", "bang ", "ves", "vers", "vs", "compar", "over ", "/")
"""One of these stands where `COMPARED` does; most headings have none."""
SAME = re.compile(r"\bcung ki\b|\bcung ky\b|\bck\b|\bsame (?:period|month)\b")
LAST_YEAR = re.compile(r"\bnam truoc\b|\b(?:last|previous) year\b")
SAME_PERIOD = re.compile(rf"{SAME.pattern}|{LAST_YEAR.pattern}")
YEAR_ON_YEAR = re.compile(
    r"\b(?:y[.-]?o[.-]?y|y/y|year[ -]?(?:on|over)[ -]?year)\b"
    r"|\bchange from (?:the )?(?:same|previous year|last year)\b"
)
MONTH_ON_MONTH = re.compile(r"\b(?:m[.-]?o[.-]?m|m/m|month[ -]?(?:on|over)[ -]?month)\b")
PERIOD_BEFORE = re.compile(
    r"\b(?:thang|ky|quy) (?:lien )?truoc\b|\b(?:previous|last|preceding) (?:month|period|quarter)\b"
)
THE_ONE_BEFORE = re.compile(
    r"\bky truoc\b|\b(?:previous|preceding) period\b|\bluy ke (?:den )?(?:het )?thang truoc\b"
)
"""Behind the name of a period, or beneath it."""
BASE_YEAR = re.compile(
    r"\b(?:nam|ky) goc\b|\bbinh quan (?:thang|nam)\b|\bthang binh quan\b|\bbase (?:year|period)\b"
    r"|\b(?:monthly )?average of\b"
)
AVERAGE = re.compile(
    r"\b(?:binh quan|trung binh|bq) ?/? ?(?:1 |mot |moi |hang |cac )?thang\b"
    r"|\bthang (?:binh quan|trung binh)\b|\bmonthly average\b|\baverage (?:per|a|of) month"
)
"""A month's average, which is no month's and no year's."""
OF_AVERAGES = ("binh quan", "trung binh", "bq")
AVERAGE_OF_SEVERAL = re.compile(
    r"^(?!.*\bso voi\b).*\b(?:binh quan|trung binh|bq) (?:\d{1,2} thang|quy|nam|ky)\b"
)
"""An average over several months; what it grew by is what these grew by."""
OTHER_MATTER = re.compile(
    r"\bso (?:to khai|doanh nghiep|dn|lo hang|container|hop dong|don hang)\b|\b(?:xep|thu) hang\b"
    r"|\bthue\b|\bty gia\b|\bcuoc\b|\bdon hang\b|\bmuc tang\b|\btang them\b|\bgia tri gia tang\b"
    r"|\b\d{1,2} thang (?:gan nhat|gan day|lien tiep|vua qua)\b"
    r"|\b(?:last|past|latest|rolling|trailing) \d{1,2} months\b|\b\d{1,2}[ -]months? rolling\b"
    r"|\b(?:tax|dut(?:y|ies)|tariffs?|rank\w*|exchange rate|freight|orders|declarations)\b"
)
"""Numbers of a month that are neither values nor quantities of goods, or of months on from any."""
GROWTH = re.compile(
    r"\b(?:tang truong|toc do (?:tang|phat trien)|growth|percent(?:age)? change"
    r"|% change|tang[/, -]*giam|chenh lech|difference)\b"
)
"""A comparison that does not say with what."""
PLAN = re.compile(r"\bke hoach\b|\bkh\b|\bplan(?:ned)?\b|\bmuc tieu\b|\btarget\b")
OF_BALANCES = ("balance", "can can", "sieu")
BALANCE = re.compile(r"^(?:trade )?balance\b|\b(?:can can|(?:xuat|nhap) sieu)\b")
OF_SHARES = ("ty trong", "co cau", "share", "structure", "composition")
SHARE = re.compile(r"\bty trong\b|\bco cau\b|\bshare\b|\bstructure\b|\bcomposition\b")
OF_PRICES = ("gia b", "gia x", "gia n", "don gia", "so gia", "price")
PRICE = re.compile(
    r"\bdon gia\b|\bgia (?:(?:xk|nk|xuat khau|nhap khau) )?(?:binh quan|bq)\b|\bunit price\b"
    r"|\baverage price\b|\bchi so gia\b"
)
_LAST = r"(?= ?(?:[(/;,]|$))"
QUANTITY = re.compile(
    rf"\b(?:so luong|khoi luong|san luong|luong|quantity|volume|qty|[ks]l{_LAST})\b"
)
VALUE = re.compile(
    rf"\b(?:tri gia|gia tri|kim ngach|values?|turnover|amount|kn[xn]k|kn(?= [xn]k\b)"
    rf"|(?<!gia )tg{_LAST}|(?:gt|kn){_LAST})\b"
)
EXPORT = re.compile(
    r"\bxuat khau\b|\bexports?\b|\b(?:kn)?xk\b|\bxuat, nhap khau\b|\bxuat nhap khau\b"
)
IMPORT = re.compile(r"\bnhap khau\b|\bimports?\b|\b(?:kn)?nk\b")

OF_FLOWS = ("xuat", "nhap", "khau", "export", "import", "xk", "nk")
"""One of these stands where a flow is named, be one of its words misspelt; see `heading_slips`."""

MONTHS_FROM_JANUARY = re.compile(
    rf"\b(?:(?<!quy )({_COUNT})[ -](?:first )?(?:thang|months?|moths?|mths?)\b(?! truoc| cuoi)"
    r"|(nam) thang (?=(?:dau )?nam\b)"
    rf"|(\d{{1,2}})t[/., -]{{0,2}}(?={_YEAR}))"
)
NO_VERB = r"(?!may (?:not|be|have|also|differ|vary|include|contain|exceed|change|add|sum)\b)"
"""Before the name of a month: "details may not equal totals" is no month."""
OF_RANGES = ("-", "den", "to", "thr", "until")
"""One of these stands where `MONTH_RANGE` does."""
MONTH_RANGE = re.compile(
    rf"\bthang (\d{{1,2}})\s*(?:-|den thang|den)\s*(?:thang )?(\d{{1,2}})\b"
    rf"|\b({_any(MONTH_NAMES)})\.?\s*(?:-|to|through|thru|until)\s*({_any(MONTH_NAMES)})\b"
)
_BEHIND_MAY = (
    r" (?:luong|so luong|khoi luong|tri gia|gia tri|kim ngach|xuat khau|nhap khau|so voi)\b"
)
MONTH = re.compile(
    rf"\b(?:thang\s?(\d{{1,2}})(?!\d)|thang ({_SURE}|{_any(ROMAN)})\b"
    r"|thang (?<!cac thang )(?<!theo thang )(?<!quan thang )"
    rf"(nam)(?= {_YEAR}| nam |$|{_BEHIND_MAY})"
    rf"|t\.?(\d{{1,2}})[/.-](?={_YEAR})"
    rf"|{NO_VERB}({_any(MONTH_NAMES)})\b)"
)
OF_QUARTERS = ("q", " of")
"""One of these stands where `QUARTER` does."""
QUARTER = re.compile(
    rf"\bqu[yi] ({_any(QUARTERS)})\b|\b({_any(QUARTERS)}) quarter\b|\bquarter ({_any(QUARTERS)})\b"
    rf"|\bq\.? ?([1-4]|i{{1,3}}|iv)\b|\b(?:2nd|3rd|2sd|3sd|1st|4th)(?= of)"
)
HALF_YEAR = re.compile(
    rf"\b(?:first|1st) half(?:[ -]year\b| of (?:the )?(?:year\b|{_YEAR}))|\bnua (?:dau )?nam\b"
    rf"|\bh1(?=[ /.-]{{0,2}}{_YEAR})|\bhalf[ -]year(?:ly)? {_YEAR}"
)
"""The first half of a year."""
SECOND_HALF = re.compile(
    rf"\bthang cuoi nam\b|\bnua cuoi nam\b|\bsecond half\b|\bh2(?=[ /.-]{{0,2}}{_YEAR})"
)
MONTH_BEFORE = re.compile(
    r"^(?!.*%)(?:(?:uoc|uoc tinh|thuc hien|th|so bo|chinh thuc|so lieu|actual|final|tri gia|luong"
    r"|kim ngach|value|volume|quantity|in|the|cua|trong) )*(?:(?:thang|(?P<period>ky))"
    r" truoc(?: lien ke)?|(?:previous|last) month)"
    r"(?= (?:\(|tri gia|luong|kim ngach|value|volume|quantity)|$)"
)
"""A figure of the month, or of the period, before, which no number names."""
OF_HALVES = ("ky ", "nua ", "tu ngay", "half", "cuoi nam", "h2")
"""One of these stands where `HALF_MONTH` or `SECOND_HALF` does."""
HALF_MONTH = re.compile(
    r"\bky (?:1|2|i|ii)\b|\bnua (?:dau|cuoi) thang\b|\btu ngay\b"
    rf"|\bhalf of (?!the year\b|year\b|{_YEAR})"
)
OF_MONTHS = ("thang", "month")
THIS_MONTH = re.compile(
    r"\b(?:(?:trong|ca) thang|(?:in|for|during) (?:the )?month"
    r"|thang (?:bao cao|bc|nay|hien (?:tai|hanh))|(?:reporting|this|current) month)\b"
    r"|^month(?:ly)?(?= (?:values?|volume|quantity|turnover|amount)\b|$)"
    r"|^(?:uoc(?: tinh| thuc hien| th)?|thuc hien|so bo) thang$"
    r"|^(?:so luong|luong|tri gia|kim ngach) thang(?= \(|$)"
    r"|^thang(?= (?:luong|so luong|khoi luong|tri gia|gia tri|kim ngach)\b)"
)
THIS_PERIOD = re.compile(
    r"\btrong ky\b|\b(?:ky (?:bao cao|nay)|(?<!dau )nam nay)\b"
    r"|\b(?:reporting|this|current|(?:in|for|during)(?: the)?) period\b|\b(?:this|current) year\b"
)
WHOLE_YEAR = re.compile(r"\bnam\b|\byear\b")
_BESIDE_A_YEAR = re.compile(
    "|".join(p.pattern for p in (ESTIMATE, PRELIMINARY, FINAL, ACTUAL, TO_DATE, QUANTITY, VALUE,
                                 EXPORT, IMPORT))
)  # fmt: skip
_SAYS_MORE = re.compile(r"[^\W_]")
_COUNTS = re.compile(r"\d")
_COUNTED_IN = re.compile(r"\([^)]*\b(?:usd|us\$|tan|tons?|chiec)\b[^)]*\)")
"""A unit, which may be a number as well: "Năm 2024 Trị giá (1000 USD)"."""
_ODD_MONTH = re.compile(
    r"(?<!cac )(?<!theo )(?<!hang )\bthang (?!nam\b|dau\b|cuoi\b|truoc\b)[a-z]+(?= nam\b| ?/)"
)
"""A month whose name is not understood is no year."""
_MONTH_WITHIN = re.compile(r"[a-z]thang|thang[a-z]")
"""So are words typed as one, which nobody could put apart."""
FISCAL_YEAR = re.compile(rf"({_YEAR}) ?/ ?({_YEAR})")
"""Two years of which the later stands behind are no comparison."""
SEVERAL = re.compile(
    r"\b(?:cac|theo|hang) (?:thang|quy|nam)\b|\bby (?:month|year)|\bmonthly\b"
    r"|\bthang \d{1,2}(?: nam \d{4})? va\b|\bquy \w+(?: nam \d{4})? va\b"
)
"""A title of several periods: one of them is not every column's."""
ALL_YEAR = re.compile(r"\b(?:ca nam|(?:whole|full|entire) year)\b")
YEAR = re.compile(rf"(?<!\d)({_YEAR})(?!\d)")
DATE = re.compile(
    rf"\b\d{{1,2}}[/.-]\d{{1,2}}[/.-]{_YEAR}\b|\bngay \d{{1,2}} thang \d{{1,2}} nam {_YEAR}\b"
    rf"|^[a-z][a-z .-]{{1,40}}, (?:\d{{1,2}}(?:st|nd|rd|th)? (?:{_any(MONTH_NAMES)})"
    rf"|(?:{_any(MONTH_NAMES)})\.? \d{{1,2}}(?:st|nd|rd|th)?),? {_YEAR}$"
)
"""A day is no period."""
_GLUED = re.compile(
    r"(?<=[a-z]{3})(?=\d)|(?<=\d)(?=(?:thang|nam|quy|months?|so)\b)|(?<=[a-z])(?=thang ?\d)"
    r"|(?<=\bthang)(?=(?:gieng|mot|hai|ba|tu|sau|bay|tam|chin|muoi|chap)\b)"
)
_MAY_BE_GLUED = re.compile(r"[a-z]\d|\d[tnqms]|[a-z]thang|thang[a-z]")
"""One of these stands where `_GLUED` does."""
_MISSPELT = re.compile(r"\b(jan|feb|se[pt]|oct|nov|dec)[a-z]{0,8}(?:ary|ber|mer|per)\b")


def may(text: str, signs: Sequence[str]) -> bool:
    """Say whether a pattern may match, of which one of these signs is always a part."""
    return any(map(text.__contains__, signs))


def speaks_of_years(subject: str) -> bool:
    """Say whether a year is meant as a whole: "năm 2024", "Sơ bộ 2024", and nothing shorter.

    A number beside it is that of a month, or of something else, whose word is not understood.
    """
    if not YEAR.search(subject):
        return False
    rest = _COUNTED_IN.sub(" ", YEAR.sub(" ", subject))
    if WHOLE_YEAR.search(rest):
        return not any(p.search(rest) for p in (_COUNTS, _ODD_MONTH, _MONTH_WITHIN))
    return not _SAYS_MORE.search(_BESIDE_A_YEAR.sub(" ", rest))


def apart(plain: str) -> str:
    """Put blanks between words typed as one ("tháng12"), and months' English names in order."""
    if _COUNTS.search(plain):
        if _MAY_BE_GLUED.search(plain):
            plain = _GLUED.sub(" ", plain)
        plain = written_out(plain)
    return _MISSPELT.sub(lambda found: found[1].replace("set", "sep"), plain)
