"""The heads of a long list: what each column says of every row."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from enum import Enum
from functools import lru_cache

from desktop.returns import headings
from desktop.returns.names_across import are_names
from desktop.returns.sheet import Sheet
from desktop.returns.text import folded

_LEAST, _WAYS = 3, 2
"""A list of fewer heads is none."""


class Said(Enum):
    """What a column of a list says of each row."""

    YEAR = r"^(?:nam|(?:ref )?years?|ano)$"
    MONTH = r"^(?:thang|(?:ref )?months?|mes)$"
    PERIOD = (
        r"^(?:(?:ky|thang)(?: bao cao| so lieu)?|thoi gian|thang ?[/-]? ?nam|nam ?[/-]? ?thang"
        r"|(?:time |ref(?:erence)? )?periods?|time|dates?|month ?[/-]? ?year|year ?[/-]? ?month"
        r"|month id|periodo)$"
    )
    FLOW = (
        r"^(?:chieu(?: (?:thuong mai|xnk))?|loai hinh|(?:xuat|xk) ?[/-]? ?(?:nhap|nk)(?: khau)?"
        r"|xnk|(?:trade )?flows?|direction|(?:trade )?type"
        r"|flow (?:type )?desc(?:ription)?|fluxo|flujo)$"
    )
    MARKET = (
        r"^(?:ten )?(?:thi truong|(?:khoi )?nuoc|quoc gia|vung lanh tho|doi tac)\b"
        r"|^(?:countr(?:y|ies)|markets?|partners?|destination|origin)\b(?!.*\b(?:code|iso|id)\b)"
        r"|^counterpart(?: country| area| economy)?(?: name)?$"
        r"|^(?:nome )?(?:do )?pais(?:es)?\b(?!.*\bcodigo\b)"
    )
    REPORTER = r"^(?:report(?:er|ing)|declarant)\b(?!.*\b(?:code|iso|id)\b)"
    GOODS = (
        r"^(?:ten )?(?:mat hang|hang hoa|nhom hang|hang$|san pham)"
        r"|^(?:commodit(?:y|ies)|items?|products?|goods)\b(?!.*\b(?:code|iso|id|classification)\b)"
        r"|^cmd desc$"
    )
    UNIT = r"^(?:don vi(?: tinh)?|dvt|units?(?: of (?:quantity|measure(?:ment)?))?|uom)$"
    SCALE = r"^(?:scale|unit mult(?:iplier)?|multiplier|power ?code)$"
    MEASURE = (
        r"^(?:chi tieu|loai chi tieu|indicator(?: name| desc(?:ription)?)?|measure|variable"
        r"|series(?: name)?|concept)$"
    )
    STATUS = r"^(?:tinh trang|trang thai|loai so lieu|status)$"
    NOTHING = (
        r"^(?:stt|tt|so tt|no\.?|#|id|ghi chu|notes?|nguon|source|(?:ma|hs)\b.*|.*\bcodes?"
        r"|.* (?:iso|id|abbr)|(?:partner ?2|customs|mot|mos) desc|is [a-z ]+|(?:alt )?qty"
        r"|.* (?:classification|category|flags?|footnotes?)|(?:indicator|product) group"
        r"|freq(?:uency)?|obs(?:ervation)? status|base (?:year|period)|attribute"
        r"|aggr level|gross wgt|(?:cif|fob) ?value|legacy estimation flag)$"
    )
    """Codes, and what a database says of how it came by a row."""

    __hash__ = object.__hash__


_HEADS = {said: re.compile(said.value) for said in Said}
_DATED = re.compile("|".join(said.value for said in (Said.YEAR, Said.MONTH, Said.PERIOD)))
"""Some head of every list: few texts are one, and of a row without it no other need be known."""
Columns = Mapping[Said, int]


@lru_cache(maxsize=4096)
def said_by(text: str) -> Said | None:
    """What a column of that head says of each row; None where it says nothing that we know."""
    plain = _plain(text)
    return next((said for said, pattern in _HEADS.items() if pattern.search(plain)), None)


@lru_cache(maxsize=4096)
def _is_dated(text: str) -> bool:
    return bool(_DATED.search(_plain(text)))


def _plain(text: str) -> str:
    return folded(spoken(text)).strip(" .:")


@lru_cache(maxsize=4096)
def spoken(text: str) -> str:
    """A head in words: databases glue them ("refYear", "VALUE_USD"), or shorten them."""
    words = _GLUED.sub(" ", text.replace("_", " "))
    return _SHORTENED.get(words.casefold(), words)


_GLUED = re.compile(r"(?<=[a-z][a-z\d])(?=[A-Z])")
_SHORTENED = {
    "quilograma liquido": "Net weight (kg)", "quilograma líquido": "Net weight (kg)",
    "luồng": "Flow", "luồng hàng": "Flow", "luồng thương mại": "Flow",
    "obs value": "Value",
    "primary value": "Value (USD)", "net wgt": "Net weight (kg)", "net mass": "Net mass (kg)",
}  # fmt: skip
"""The United Nations' own words count dollars and kilograms, as Britain's customs count these."""


def columns_of(sheet: Sheet, number: int) -> Columns:
    """What the columns say beneath the heads of a row; empty where it does not head a list."""
    texts = sheet.texts(number)
    if len(texts) < _LEAST or sheet.has_numbers(number):
        return {}
    if not any(_is_dated(text) for _, text in texts):
        return {}
    found = _found(texts)
    if Said.PERIOD in found and Said.YEAR in found and Said.MONTH in found:
        del found[Said.YEAR], found[Said.MONTH]  # they say the same in two cells
    # "Tháng" alone may be one as much as "Kỳ" is: of its own year, or of the one beside it.
    if Said.YEAR in found and Said.PERIOD in found and Said.MONTH not in found:
        found[Said.MONTH] = found.pop(Said.PERIOD)
    if Said.MONTH in found and Said.YEAR not in found and Said.PERIOD not in found:
        found[Said.PERIOD] = found.pop(Said.MONTH)
    dated = Said.PERIOD in found or {Said.YEAR, Said.MONTH} <= found.keys()
    if not dated:
        return {}
    named = found.keys() & {Said.MARKET, Said.GOODS} or _are_ways(sheet, number)
    return found if named or are_names(sheet, number, found.values()) else {}


def _is_counterpart(text: str) -> bool:
    """Say whether a head names partners as databases do that call reporters countries."""
    return _plain(text).startswith("counterpart")


def _found(texts: Sequence[tuple[int, str]]) -> dict[Said, int]:
    """What heads say, and of which columns; empty where two say the same.

    Of two columns of countries, that beside the counterparts is the reporters'.
    """
    found: dict[Said, int] = {}
    counterparts = any(map(_is_counterpart, (text for _, text in texts)))
    for column, text in texts:
        said = said_by(text)
        if said is Said.MARKET and counterparts and not _is_counterpart(text):
            said = Said.REPORTER
        if said is None or said is Said.NOTHING:
            continue
        if said in found:
            return {}
        found[said] = column
    return found


def _are_ways(sheet: Sheet, number: int) -> bool:
    """Say whether both ways of trade stand side by side: "Month | Exports | Imports"."""
    return len({headings.flow(text) for _, text in sheet.texts(number)} - {None}) == _WAYS
