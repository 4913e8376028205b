"""Titles: does a line announce goods exported or imported, or something that only looks so?"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from desktop.figures.series import Flow, Ownership
from desktop.returns.heading_slips import spelt
from desktop.returns.heading_words import OF_FLOWS, may
from desktop.returns.headings import flow
from desktop.returns.text import folded

_TRADE = re.compile(
    r"\b(?:xuat khau|nhap khau|exports?|imports?)\b"
    r"|\b(?:hang hoa|kim ngach|gia tri|tri gia|kn) (?:xk|nk|xnk)\b|\bkn(?:xk|nk|xnk)\b"
    r"|\b(?:xk|nk|xnk) hang hoa\b"
)
_LOOKALIKES = (
    (re.compile(r"\bcac quy\b|\bquarters\b|\bquarterly\b"), "quarters"),
    (re.compile(r"\bdich vu\b|\bservices?\b"), "services"),
    (
        re.compile(
            r"\b(?:chi so|csg)\b|\bty gia\b|(?<!tri )\bgia (?:xuat|nhap|xk|nk)"
            r"|\bprices?\b|\bindex\b"
        ),
        "prices",
    ),
    (re.compile(r"\bty trong\b|\bco cau\b"), "shares"),
)
_FDI = re.compile(r"\bfdi\b|\bvon dau tu (?:truc tiep )?nuoc ngoai\b|\bforeign.invested\b")
_DOMESTIC = re.compile(
    r"\b(?:doanh nghiep|dn|khu vuc(?: kinh te)?|kv(?:kt)?)(?: 100%)? (?:co )?(?:von )?trong nuoc\b"
    r"|\bdomestic (?:sector|enterpr|compan)"
)
_NO_TITLE = re.compile(r"^(?:\(|\*|ghi chu|nguon|note|source)")
_OFFICE = re.compile(
    r"^(?:(?:tong |chi )?cuc|vu|phong|so|bo|ban|trung tam|(?:tong )?cong ty|tap doan|hiep hoi)\b"
    r"|\b(?:department|agency|division|bureau|ministry|company|corporation|association)$"
)
"""Who writes, be it an office of trade: "Cục Xuất nhập khẩu" announces no table."""
_OF_TABLES = re.compile(
    r"\b(?:hang hoa|mat hang|thi truong|kim ngach|tri gia|gia tri|thang|quy [iv]+|bao cao|bieu|bang"
    r"|so lieu|tinh hinh|ket qua)\b|\d"
)
"""What a line that begins with an office says, if it goes on with a title."""
_LONGEST = 200


@dataclass(frozen=True, slots=True)
class Title:
    """A line that announces a table. `left_out` says why the table is none of ours, as a code."""

    text: str
    flow: Flow | None
    ownership: Ownership
    left_out: str = ""


@lru_cache(maxsize=4096)
def title(text: str) -> Title | None:
    """Read a line as a title; None where it announces no trade at all."""
    plain = folded(text)
    if not may(plain, OF_FLOWS):
        return None
    plain = spelt(plain)
    if len(plain) > _LONGEST or _NO_TITLE.search(plain) or not _TRADE.search(plain):
        return None
    if _OFFICE.search(plain) and not _OF_TABLES.search(plain):
        return None
    fdi, domestic = bool(_FDI.search(plain)), bool(_DOMESTIC.search(plain))
    ownership = Ownership.ALL
    if fdi is not domestic:  # "FDI và trong nước" is everyone's
        ownership = Ownership.FDI if fdi else Ownership.DOMESTIC
    left_out = next((code for pattern, code in _LOOKALIKES if pattern.search(plain)), "")
    return Title(text, flow(text), ownership, left_out)
