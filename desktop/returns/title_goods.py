"""Of which goods a title speaks: "Xuất khẩu gạo". A total beneath it is that of those goods."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import replace
from functools import cache, lru_cache

from desktop.figures.catalogue import items
from desktop.figures.provinces import province_named
from desktop.figures.series import TOTAL, TRADE, UNKNOWN, Flow
from desktop.returns.heading_slips import but_for_a_letter
from desktop.returns.item_names import item_code, market_code
from desktop.returns.labels import Kind, Labels, Subject
from desktop.returns.text import folded
from desktop.returns.word_evidence import are_of_headings, heading_words

_GOODS = re.compile(
    r"(?<!\w)(?:xuất khẩu|nhập khẩu|xk|nk)\s+"
    r"(?:(?:các )?(?:mặt hàng|nhóm hàng|ngành(?: hàng)?)\s+)?(?P<goods>.*?)"
    r"\s*(?:(?<!\w)(?:theo|sang|vào|đi|từ|của|ra|đến|tới|tháng|quý|quí|năm|trong|tại|ước|lũy kế"
    r"|luỹ kế|chính|chủ yếu|phân theo|kỳ|nửa|sơ bộ|thực hiện|qua|cả|trên|giai đoạn|đạt|xuất khẩu"
    r"|nhập khẩu)(?!\w)|[-\u2013(:;/.\d]|$)"
)
_IN_ENGLISH = re.compile(
    r"\b(?:exports?|imports?) of (?P<of>[a-z ,]+?)(?= (?:by|to|in|from|for)\b|\s*[,(:;\d-]|$)"
    r"|^(?:table [\w.]+ )?(?P<goods>[a-z ,]+?) (?:exports?|imports?)\b"
)
_ANY_GOODS = re.compile(
    r"^(?:hàng hóa|hàng hoá|hàng$|mặt hàng|hàng năm|hàng tháng|các|một số|những|nhóm|thị trường"
    r"|nước(?! mắm)|đối tác|việt nam|cả nước|toàn|chung|tổng|kim ngạch|trị giá|giá trị|và|số liệu"
    r"|báo cáo|tỉnh|thành phố|tp|fdi|khu vực|kv|doanh nghiệp|dn|lớn|nhiều|sp$|tt$|kế hoạch|kh"
    r"|dự kiến|dự báo|chỉ tiêu|mục tiêu|bình quân|có|tăng|giảm|so với|so sánh|trực tiếp|đầu|cuối"
    r"|mỗi|tiêu biểu|hiện|vùng|ngoài|chia|hoặc|không|kể|bao gồm|thực tế|ủy thác|uỷ thác|với|giữa"
    r"|đối|cho|bằng|do|thuộc|ở|về|khác|ngày|đợt|riêng|gồm|cùng|dẫn|mới|cụ thể|chi tiết|đã|được"
    r"|nổi bật|quan trọng|trọng điểm|mũi nhọn|truyền thống|biên giới|chính ngạch"
    r"|đường (?:biển|bộ|sắt|thủy|thuỷ|hàng không)|tiểu ngạch|mậu dịch|phi mậu dịch|nhà nước"
    r"|tư nhân|liên doanh|địa phương|châu|khối|thế giới"
    r"|tích|thay đổi|diễn biến|thống kê|phân tích|dịch vụ|phổ biến|song phương|hợp tác|bền vững"
    r"|hai chiều|liên|quốc tế|chủ lực|ký|bộ)(?!\w)"
)
"""Begins what is no name of goods."""
_ANY_IN_ENGLISH = re.compile(
    r"^(?:(?:the|its?|our|all|some|other|main|major|key|principal|leading|largest|top|total|value|of"
    r"|by|to|and|goods|commodit\w+|merchandise|products?|items?|articles?|groups?|markets?|partners?"
    r"|countr\w+|areas?|regions?|sectors?|domestic|foreign|invested|fdi|state|non|national|viet|nam"
    r"|vietnam|s|trade|statistics|table|figures|data|report|monthly|quarterly|annual|yearly"
    r"|cumulative|estimated|preliminary|official|actual|direct|general|foreign|special|month\w*"
    r"|quarters?|years?|jan\w*|feb\w*|mar(?:ch)?|apr\w*|may|june?|july?|aug\w*|sep\w*|oct\w*"
    r"|nov\w*|dec\w*|first|whole|export\w*|import\w*|turnover|situation|on|in|for|from|with)\b"
    r"[ ,]*)+$"
)
"""Says no kind of goods."""
SAYS_MARKETS = re.compile(r"\b(?:thi truong|nuoc|quoc gia|doi tac|countr|market|partner)")
_WORD = re.compile(r"[^\W\d_]+")
_GROUPS = frozenset([
    "nông", "lâm", "khoáng", "nhiên", "cá", "tôm", "trái", "thép", "nhựa", "chuối", "bò", "bơ",
    "mắm", "dầu", "đồng", "tàu",
])  # fmt: skip
_BY_NAME = re.compile(
    r"^(?:thanh long|chanh|ca cao|cua(?! (?:việt|nước|cả|các))|tre|ngao|rau|da|heo|bia"
    r"|pin|chip|tivi|ti vi|vali|xe|ba lô|bao bì|cau|mai|sim|cao lanh|than|gang|men|len|clinker"
    r"|clanhke|macca|na|mắc ca|nấm|thịt|gạch|kính|tổ yến|khẩu trang|phần (?:cứng|mềm)|đường)(?!\w)"
)
"""Goods whose names have no marks, or words that are near to those of headings."""
_SHORT = 2
"""Letters of a word that is near to too many others."""


@lru_cache(maxsize=1024)
def goods_named(title: str, flow: Flow | None) -> str:
    """Code of the goods whose trade a title announces; empty for none, or for all.

    ``UNKNOWN`` where it names some that nobody knows: surely of Vietnamese words with marks, and
    beside markets as far as what is left tells.
    """
    text = unicodedata.normalize("NFC", title).casefold()
    way = flow or Flow.EXPORT
    if way not in TRADE:
        return ""
    unknown = ""
    for found in _GOODS.finditer(text):
        name = found["goods"].strip(" ,")
        if not name or _ANY_GOODS.search(name):
            continue
        if (code := item_code(name, way)) != UNKNOWN:
            return "" if code == TOTAL else code
        if _names_goods(name, title, way):
            unknown = UNKNOWN
    for found in _IN_ENGLISH.finditer(text):
        name = (found["of"] or found["goods"]).strip(" ,")
        if (code := item_code(name, way)) != UNKNOWN:
            return "" if code == TOTAL else code
        if SAYS_MARKETS.search(text) and not (_ANY_IN_ENGLISH.search(name) or _names_place(name)):
            unknown = UNKNOWN
    return unknown


def _names_goods(name: str, title: str, flow: Flow) -> bool:
    """Say whether what a title trades is goods, be it of no catalogue: "sầu riêng", not "hàg hóa".

    By words of the catalogue's names; beside markets by any that headings have not, nor a slip of
    theirs.
    """
    words = _WORD.findall(name)
    if "việt nam" in name or _names_place(name):
        return False
    if not words_of_goods(flow).isdisjoint(words):
        return True
    if not SAYS_MARKETS.search(folded(title)):
        return False
    if _BY_NAME.search(name):
        return not title.isascii()
    marked = [word for word in words if not word.isascii()]
    return not any(map(are_of_headings, marked)) and not all(map(_is_slip, marked))


def _names_place(name: str) -> bool:
    return market_code(name) != UNKNOWN or province_named(name) != UNKNOWN


def _is_slip(word: str) -> bool:
    return any(but_for_a_letter(word, right) for right in heading_words() if len(right) > _SHORT)


@cache
def words_of_goods(flow: Flow) -> frozenset[str]:
    """The words with marks that names of goods are made of: a slip ("thág") is none of them."""
    names = (spelling.casefold() for spelling, _ in items(flow).spellings)
    return frozenset(
        word for name in names for word in _WORD.findall(name)
        if not (word.isascii() or are_of_headings(word))
    ) | _GROUPS  # fmt: skip


class OfGoods:
    """Labels of a table of one kind of goods: what is of all goods elsewhere is of these.

    Where nobody knows them, it waits for them.
    """

    def __init__(self, labels: Labels, item: str) -> None:
        self._labels = labels
        self._item = item

    def knows(self, label: str) -> bool:
        """Say whether the label is known, whatever stands above it."""
        return self._labels.knows(label)

    def read(self, label: str, *, has_figures: bool) -> Subject:
        """Read the next row's label; call it once per row, from the top."""
        subject = self._labels.read(label, has_figures=has_figures)
        if subject.item != TOTAL:
            return subject
        if self._item == UNKNOWN:
            return replace(subject, kind=Kind.WAITING, above=label)
        return replace(subject, item=self._item)
