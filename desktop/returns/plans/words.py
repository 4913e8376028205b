"""The words of other countries' tables, in the languages of Asia, English and Portuguese."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

from desktop.figures.catalogue import GOODS, SERVICES
from desktop.figures.figure import Status
from desktop.figures.series import TOTAL, Flow, Measure
from desktop.returns.text import LONGEST, OF_ASIA, folded

_BLANKS = re.compile(r"\s+")


def pattern(text: str) -> re.Pattern[str]:
    """A pattern in the form that `plain` gives texts: Thai vowels are composed in two ways."""
    return re.compile(unicodedata.normalize("NFKC", text))


_BOTH = pattern(r"進出口|进出口|輸出入|수출입|นำเข้า-ส่งออก|\bexports? (?:and|&|plus) imports?\b")
_EXPORT = pattern(
    r"(?<!\bre-)(?<!\bre )\bexport(?:s|ed)?\b|\beksport?\b"
    r"|\bexporta(?:cao|coes|cion|ciones)\b|\bxuat khau\b|\bxk\b"
    r"|出口|輸出|输出|수출|ส่งออก"
)
_IMPORT = pattern(
    r"(?<!\bre-)(?<!\bre )\bimport(?:s|ed)?\b|\bimpor\b"
    r"|\bimporta(?:cao|coes|cion|ciones)\b|\bnhap khau\b|\bnk\b"
    r"|進口|进口|輸入|输入|수입|นำเข้า"
)
_BALANCE = pattern(
    r"\bbalance\b|\bsurplus\b|\bdeficit\b|\bnet exports?\b|\bcan can\b|\b(?:xuat|nhap) sieu\b"
    r"|出\(?入\)?超|入\(?出\)?超|差額|差额|順差|顺差|逆差|収支|差引|수지|ดุล"
)
_BEFORE = pattern(
    r"\b(?:previous|preceding|prior|last) (?:month|quarter|period)\b|\bm[-/ ]?o[-/ ]?m\b"
    r"|\bthang truoc\b|上月|前月|環比|环比|전월|เดือนก่อน"
)
_GROWTH = pattern(
    r"\bgrowth\b|\bchange\b|\bchg\b|\by[-/ ]?o[-/ ]?y\b|\bso voi\b|\btang truong\b|\btoc do\b"
    r"|\bincrease\b|\bvariation\b|\bperubahan\b|\bpertumbuhan\b|\bkenaikan\b|去年同期|年增|增減|增减|增長|增长|成長|同比|前年|증감|증가|เปลี่ยนแปลง|ขยายตัว"
)
_SHARE = pattern(r"\bshare\b|\bty trong\b|% (?:of|to) |比重|構成|占比|비중|สัดส่วน")
_AMOUNTS = pattern(r"\busd\b|\bus\$|\$|\bdollars?\b|美元|달러|เหรียญ|\bton(?:ne)?s?\b")
"""Beside a unit of amounts, per cent may be that of the column next to it."""
_NO_FIGURES = pattern(r"^(?:rank|no\.?|stt|tt|#|code|hs(?: code)?|順位|順序|編號|순위|ลำดับ)$")
_QUANTITY = pattern(r"\bquantity\b|\bvolume\b|\bweight\b|\bluong\b|數量|数量|重量|수량|중량|ปริมาณ")
_VALUE = pattern(
    r"\bvalues?\b|\bvalor\b|\bamount\b|\btri gia\b|金額|金额|價值|价值|貿易值|금액|มูลค่า"
)
_TOTAL = pattern(
    r"^(?:grand )?total\b|\btong (?:so|cong|tri gia|kim ngach)\b|^tong$|^all (?:goods|items|commod)"
    r"|^all (?:countries|destinations|markets|origins|partners|sources|suppliers)$"
    r"|^(?:world|the gioi)$|^jumlah\b"
    r"|^(?:總計|总计|合計|合计|總值|总值|総額|総計|全體|합계|총계|전체|총액|(?:มูลค่า)?รวม)"
)
_GOODS = pattern(r"^(?:goods|merchandise)\b|^hang hoa$|^(?:商品|貨物|货物|財貨|상품|สินค้า)$")
_SERVICES = pattern(r"^services?\b|^dich vu$|^(?:服務|服务|サービス|서비스|บริการ)$")
_REVISED = pattern(
    r"\(r\)|(?<![a-z])r/|\brevised\b|\(修正\)|修正|修訂|修订|確報|確定|확정|\bfinal\b"
)
_PRELIMINARY = pattern(
    r"\(p\)|(?<![a-z])p/|\bpreliminary\b|\bprovisional\b|\bso bo\b|初步|速報|잠정|เบื้องต้น"
)
_ESTIMATE = pattern(r"\(e\)|\bestimat\w*|\bforecast\b|\buoc\b|\bdu bao\b|預估|預測|推計|예측")
_OLDER = pattern(
    r"\b(?:as )?(?:previously |originally |first )?(?:published|reported) last\b"
    r"|\b(?:previously|originally) (?:published|reported)\b"
)
_MARKETS = pattern(
    r"\bcountr|\b(?:im|ex)porters\b|\bnegara\b|\bpais(?:es)?\b"
    r"|\bmarkets?\b|\bpartners?\b|\bdestinations?\b|\borigin\b|\bnuoc\b|\bthi truong\b"
    r"|國家|国家|地區|地区|국가|국별|ประเทศ|国・地域|国名"
)
_FOOTNOTE = pattern(r"\s*(?:\(\d{1,2}\)|\d\)|\*+)\s*$")


@lru_cache(maxsize=8192)
def plain(text: str) -> str:
    """Fold a text for reading its words: Asian scripts lose their widths and inner blanks only.

    Cut off as `folded` does, for the same reason.
    """
    wide = unicodedata.normalize("NFKC", text[:LONGEST]).casefold()
    if not OF_ASIA.search(wide):
        return folded(text)
    return _BLANKS.sub(_blank, wide).strip()


def _blank(found: re.Match[str]) -> str:
    """What stays of blanks: nothing between letters of Asia, or beside their brackets."""
    text, start, end = found.string, found.start(), found.end()
    beside = text[max(start - 1, 0) : start], text[end : end + 1]
    return "" if all(c and (c in "()" or OF_ASIA.match(c)) for c in beside) else " "


def flow(text: str) -> Flow | None:
    """The way of trade that a text names; None for none, or for both at once."""
    said = _BOTH.sub(" ", plain(text))
    if _BALANCE.search(said):
        return Flow.BALANCE
    exports, imports = bool(_EXPORT.search(said)), bool(_IMPORT.search(said))
    if exports == imports:
        return None
    return Flow.EXPORT if exports else Flow.IMPORT


def names_trade(text: str) -> bool:
    """Say whether a text speaks of trade at all."""
    said = plain(text)
    return any(p.search(said) for p in (_BOTH, _BALANCE, _EXPORT, _IMPORT, _TRADE))


_TRADE = pattern(r"(?<!retail )\btrade\b|\bngoai thuong\b|貿易|贸易|무역|การค้า|通関")


def measure(text: str) -> Measure | None:
    """The measure that a text names."""
    said = plain(text)
    quantity, value = _QUANTITY.search(said), _VALUE.search(said)
    if bool(quantity) == bool(value):
        return None
    return Measure.QUANTITY if quantity else Measure.VALUE


def compared(text: str) -> str:
    """Say, as a code, why a column holds no amounts: it compares, shares out, or only counts.

    The sum of exports and imports is an amount, but none of ours.
    """
    said = plain(text)
    if _BOTH.search(said) and flow(text) is None:
        return "both_flows"
    if _SHARE.search(said):
        return "share"
    if _NO_FIGURES.search(said):
        return "numbering"
    if _BEFORE.search(said):
        return "compared_period_before"
    if _GROWTH.search(said):
        return "growth"
    in_per_cent = "%" in said and not _AMOUNTS.search(said)
    return "growth" if in_per_cent else ""


def subject(text: str) -> str:
    """The code of a whole that a text names: the total, goods, services; empty for none."""
    said = _FOOTNOTE.sub("", plain(text))
    for pattern, code in ((_TOTAL, TOTAL), (_GOODS, GOODS), (_SERVICES, SERVICES)):
        if pattern.search(said):
            return code
    return ""


def status(text: str) -> Status | None:
    """How firm a text says that its figures are; what an office revised is its actual figure."""
    said = plain(text)
    if _OLDER.search(said) or _PRELIMINARY.search(said):
        return Status.PRELIMINARY
    if _ESTIMATE.search(said):
        return Status.ESTIMATE
    return Status.ACTUAL if _REVISED.search(said) else None


def is_older(text: str) -> bool:
    """Say whether a text announces figures as they were published before."""
    return bool(_OLDER.search(plain(text)))


def names_markets(text: str) -> bool:
    """Say whether a heading announces countries beneath it."""
    return bool(_MARKETS.search(plain(text)))


def without_trade(text: str) -> str:
    """What a text names beside the flow and the measure: "Exports Goods (1)" leaves "goods"."""
    said = _FOOTNOTE.sub("", plain(text))
    return _BLANKS.sub(" ", _PASSED_OVER.sub(" ", said)).strip(" :;,-/()")


_PASSED_OVER = pattern(
    r"\b(?:exports?|imports?|trade|balance|values?|amount|quantity|volume|growth|change|xuat khau"
    r"|nhap khau|tri gia|can can|of|on|in|usd|us\$|million|%)\b"
    r"|出口|輸出|输出|수출|進口|进口|輸入|输入|수입|金額|金额|금액|年增率|出\(?入\)?超|差額|差额|수지"
)
