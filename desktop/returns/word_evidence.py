"""Words that the offices use: evidence for how a text is coded that looks right in two codes."""

from __future__ import annotations

import re
from functools import cache

from desktop.figures.catalogue import items, markets
from desktop.figures.series import TRADE

_HEADINGS = (
    "tháng quý quí năm nửa kỳ ngày một hai ba bốn tư năm sáu bảy tám chín mười ước tính thực hiện "
    "sơ bộ chính thức cộng dồn lũy luỹ kế dự báo cả đầu cuối từ đến hết trước sau này báo cáo so "
    "với cùng kỳ lượng số khối sản trị giá kim ngạch tổng cộng hàng hóa hoá xuất nhập khẩu cán cân "
    "mặt chủ yếu khu vực kinh tế trong nước ngoài có vốn đầu tư doanh nghiệp khác đó kể không dầu "
    "thô đơn vị nghìn ngàn triệu tỷ tấn chiếc cái đô la mỹ biểu bảng chỉ tiêu ghi chú nguồn tốc độ "
    "tăng giảm tỷ trọng cơ cấu dịch vụ các nguyên thị trường châu lãnh thổ toàn kế hoạch và của "
    "mét tiêu thụ tồn kho công nghiệp"
)
_SHORT = frozenset({"tđ", "trđ"})
"""Short for "trong đó": no syllables."""
_LETTERS = re.compile(r"[^\W\d_]+")


def are_known(text: str) -> bool:
    """Say whether every word with marks in the text is one of the offices' words."""
    return _all_within(text, _words())


def are_of_headings(text: str) -> bool:
    """Say whether every word with marks in the text is one of those that headings are made of."""
    return _all_within(text, heading_words())


def _all_within(text: str, known: frozenset[str]) -> bool:
    words = [word for word in _LETTERS.findall(text.casefold()) if not word.isascii()]
    return bool(words) and all(word in known for word in words)


@cache
def heading_words() -> frozenset[str]:
    """The words that headings are made of, in small letters."""
    return frozenset(_HEADINGS.split())


@cache
def _words() -> frozenset[str]:
    """The words of headings and of every name in the catalogues."""
    names = [spelling for flow in TRADE for spelling, _ in items(flow).spellings]
    names += [spelling for spelling, _ in markets().spellings]
    return _SHORT | frozenset(
        word for text in (_HEADINGS, *names) for word in _LETTERS.findall(text.casefold())
    )
