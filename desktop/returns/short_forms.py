"""Short forms in headings, folded, written out: "T8/21", "8T/2021", "T1-T8/2021", "3Q 2021".

A month or a number of months without a year ("T4/T3", "ước tính T8", "10T") heads what somebody
counted for himself beside a table: nobody takes it for a figure's, but behind "lũy kế".
"""

from __future__ import annotations

import re

_YEAR = r"(?:19|20)\d{2}"
_THEN = rf"(?=[/., -]{{0,3}}(?:(?:dau )?nam )?{_YEAR}(?!\d))"
_MONTH = r"(0?[1-9]|1[0-2])"
_FIRM = (
    r"\b(uoc(?: ?(?:tinh|th|thuc hien))?|uth|th|sb|so bo|luy ke|lk|cong don|chinh thuc|thuc hien"
    r"|est(?:\.|imated?)?|prel(?:\.|iminary)?|actual|final)"
)
_MEASURES = (
    r"(?: (?:luong|so luong|tri gia|gia tri|kim ngach|xuat khau|nhap khau|exports?|imports?|values?"
    r"|quantity|volume|amount|\([^)]*\)))*"
)
_ENGLISH = r"(jan|feb|mar|apr|may|jun|jul|aug|sept?|oct|nov|dec)"

_LATELY = r"(1[5-9]|2\d|3[0-5])"
"""Two figures of a year; a smaller number may be a day."""
_NO_CODE = r"(20[1-9]\d)"
"""Six figures that begin so are no code of the harmonised system."""
_NO_FISCAL = r"(?:201[2-9]|20[2-9]\d)"
"""Of earlier years "2011/12" may be one that ends in the next."""

_FORMS = (
    (re.compile(rf"^(?:nam )?({_YEAR}) (?={_MONTH}[/.-]\1(?!\d))"), ""),
    (re.compile(rf"\bth(?:\. ?)?{_MONTH}{_THEN}"), r"thang \1 "),
    (
        re.compile(rf"\b(?:th?\.? ?|thang ){_MONTH}[.-]{_LATELY}(?!\d|[/.-]|\))"),
        r"thang \1/20\2",
    ),
    (re.compile(r"\bct(?= t(?:hang)?[ .]?\d)"), "chinh thuc"),
    (
        re.compile(
            rf"\b((?:thang |t\.?){_MONTH}|{_MONTH} ?t(?:hang)?)/{_LATELY}\b"
            r"(?! ?(?:t|thang)\b|[/.-]?\d)"
        ),
        r"\1/20\4",
    ),
    (
        re.compile(rf"\bt(?:hang|\.)? ?0?1 ?(?:-|den) ?(?:t(?:hang|\.)? ?)?{_MONTH}(?!\d){_THEN}"),
        r"\1 thang ",
    ),
    (
        re.compile(
            r"\b((?:thang \w+|\d{1,2} thang|quy \w+)(?: dau)?) nam '?([0-3]\d)(?!\d| ?thang)"
        ),
        r"\1 nam 20\2",
    ),
    (
        re.compile(
            rf"(^|\bso voi (?:ca )?|{_FIRM} )((?:ca )?nam) '?([0-3]\d)"
            r"(?=$| so voi| ?\(| (?:luong|tri gia))"
        ),
        r"\1\3 20\4",
    ),
    (re.compile(rf"\bt\.? ?{_MONTH}{_THEN}"), r"thang \1 "),
    (re.compile(rf"\b{_MONTH}(?: ?t| th(?![a-z])\.?){_THEN}"), r"\1 thang "),
    (re.compile(rf"\b(luy ke|lk)( den(?: het)?)? {_MONTH} ?t\b(?!/)"), r"\1\2 \3 thang"),
    (re.compile(rf"\b{_MONTH} ?m(?:os?\.?)?{_THEN}"), r"\1 months "),
    (re.compile(rf"\b{_ENGLISH}\.?[-/'] ?'?([0-3]\d)(?![\d/.,-])"), r"\1 20\2"),
    (re.compile(rf"\b{_ENGLISH}\.? '([0-3]\d)(?!\d)"), r"\1 20\2"),
    (re.compile(rf"^({_YEAR})[.-]{_MONTH}(?={_MEASURES}$)"), r"thang \2/\1"),
    (re.compile(rf"^({_NO_FISCAL})/{_MONTH}(?={_MEASURES}$)"), r"thang \2/\1"),
    (re.compile(rf"\b([1-4])q{_THEN}"), r"quy \1 "),
    (re.compile(rf"\b([1-4])q[/'-]?{_LATELY}(?!\d)"), r"quy \1 20\2"),
    (re.compile(rf"\bq([1-4])[/' -]'?{_LATELY}(?!\d)"), r"quy \1 20\2"),
    (re.compile(rf"\b({_YEAR})q([1-4])\b"), r"quy \2 \1"),
    (re.compile(rf"\bm{_MONTH} (?={_YEAR}(?!\d))"), r"thang \1 "),
    (
        re.compile(
            rf"^((?:{_FIRM} )?(?:{_ENGLISH}\.?(?: ?- ?| to ))?{_ENGLISH}\.?) {_LATELY}"
            rf"(?={_MEASURES}$)"
        ),
        r"\1 20\5",
    ),
    (re.compile(rf"^{_NO_CODE}(0[1-9]|1[0-2])(?={_MEASURES}$)"), r"thang \2/\1"),
    (re.compile(rf"([,;:] |\(|- ){_MONTH}[/.-](?={_YEAR}\)?$)"), r"\1thang \2/"),
    (re.compile(rf"([,;:] |\(|- )({_NO_FISCAL})[/.-]{_MONTH}(?=\)?$)"), r"\1thang \3/\2"),
    (
        re.compile(rf"^((?:{_FIRM} )?)0?1 ?- ?{_MONTH}/(?={_YEAR}{_MEASURES}$)"),
        r"\g<1>\3 thang ",
    ),
    (re.compile(rf"\b([12])h{_THEN}"), r"h\1 "),
    (re.compile(rf"\b({_YEAR})m{_MONTH}\b"), r"thang \2/\1"),
    (
        re.compile(
            rf"\b(?:(?:ky|thang) bao cao|ky so lieu|thoi (?:gian|ky)) ?:? ?{_MONTH}[/-]{_THEN}"
        ),
        r"thang \1/",
    ),
    (re.compile(rf"^((?:{_FIRM} )?){_MONTH}[/.-](?={_YEAR}{_MEASURES}$)"), r"\1thang \3/"),
)
_SIGN = re.compile(
    r"\d(?: ?t(?:hang/|(?:dau )?nam |(?![a-z]))| th(?![a-z])| ?m|[qh]|/\d\d(?!\d))"
    r"|t(?:(?<=\bt)h?[ .]{0,2}\d|hang(?: ?0?1 ?[-d]| \d\d?[.-])|/\d\d(?!\d))"
    r"|m(?<=\bm)\d|c(?<=\bc)t t|nam '?\d\d(?!\d)|q\d[/' -]|g/\d\d(?!\d)"
    r"|[-/'](?<=[a-z.][-/']) ?'?\d\d(?!\d)|'(?<=[a-z.] ')\d\d(?!\d)"
    r"|[,;:(-](?:(?<=\()| )\d+[/.-]|(?:cao|lieu|gian|ky) ?:? ?\d\d?[-/]"
    rf"|{_ENGLISH}\.? {_LATELY}"
    rf"|^(?:(?:{_FIRM} )?\d\d?(?:[/.-]{_YEAR}| ?- ?\d\d?/)|\d{{4}}[/.-]|20\d{{4}}"
    r"|(?:nam )?\d{4} \d\d?[/.-])"
)
"""One of these stands in every short form; most headings have none."""


def written_out(plain: str) -> str:
    """Write out the short forms of a folded heading."""
    if _SIGN.search(plain):
        for form, written in _FORMS:
            if form.search(plain):
                plain = form.sub(written, plain)
    return plain.replace("  ", " ").replace(" /", "/")
