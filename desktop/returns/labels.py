"""What a row is about: its label to item, market and ownership, with the rows above remembered."""

from __future__ import annotations

import re
from dataclasses import replace
from enum import Enum
from functools import lru_cache
from typing import NamedTuple, Protocol

from desktop.figures.directions import LEAVE_OUT
from desktop.figures.figure import Status
from desktop.figures.period import Basis, Period
from desktop.figures.record import record
from desktop.figures.series import OTHER, TOTAL, UNKNOWN, WORLD, Flow, Ownership
from desktop.returns import headings
from desktop.returns.item_names import bare_name, is_within, part_code
from desktop.returns.names import CATALOGUES_ONLY, Names
from desktop.returns.text import folded

CRUDE = "CRUDE"
_WITHIN_FDI = frozenset({CRUDE, OTHER})
_MARK = re.compile(
    r"\s*(?:[(\u207d]?(\*+)[)\u207e]?|[(\u207d](?:\d|[\u00b9\u00b2\u00b3])[)\u207e]"
    r"|(?<!m)[\u00b9\u00b2\u00b3\u2020\u2021])\s*$"
)
_LONGEST_MARK = 40
"""Letters of a mark with the blanks around it; a text of asterisks would be tried at each."""
_DOMESTIC = re.compile(
    r"\b(?:khu vuc|kv(?:kt|dn)?|kinh te|kt|doanh nghiep|dn|von)\b.*\btrong nuoc\b"
    r"|^(?:khoi )?trong nuoc$|\bddi\b|^domestic$|\bdomestic\b.*\b(?:sector|enterpr|invest)"
)
_FDI = re.compile(
    r"\b(?:von|khu vuc|kv(?:kt|dn)?|doanh nghiep|dn)\b.*\b(?:nuoc ngoai|(?:dt(?:tt)?)?nn)\b|\bfdi\b"
    r"|\bforeign(?:.direct)?.invest|\bforeign (?:capital )?sector\b|^dt(?:tt)?nn\b"
)
WITHOUT_CRUDE = re.compile(
    r"\b(?:khong|chua) (?:ke|tinh|gom|bao gom)(?: ca)? dau tho\b"
    r"|\b(?:exclud\w+|excl\.?|without|not including) crude\b"
)
"""The foreign-invested sector without its crude oil."""
_SECTORS = ((_DOMESTIC, Ownership.DOMESTIC), (_FDI, Ownership.FDI))
_SECTION = re.compile(
    r"^(?:[ivx\d]{1,4}[.)] |[a-d][.)] )?(?:mat hang chu yeu|(?:mot so )?mat hang"
    r"|(?:tong (?:(?:kim ngach|tri gia|gia tri|so|cong) )?)?nhom (?:hang|nong|thuy san|nhien lieu"
    r"|khoang san|cong nghiep"
    r"|(?:hang )?(?:can|han che|khuyen khich)(?: kiem soat)? (?:nhap|xuat) khau)"
    r"|main (?:items|products)|phan theo|selected)\b"
)


_DASHES = frozenset("-\u2013+")
"""So begin, beneath an item that does not, the kinds of it that are counted in it."""


_BALANCE = re.compile(
    r"^(?:[ivx\d]{1,4}[.)] |[a-d][.)] |[-+*] ?)?(?:can can|xuat sieu|nhap sieu|(?:trade )?balance"
    r"|(?:trade )?(?:surplus|deficit))\b"
)
"""What exports are more than imports: of no goods, and told by both."""
_OF_A_PAGE = re.compile(
    r"^(?:tong )?cong (?:trang|mang sang|chuyen sang)\b|^(?:so )?trang truoc (?:mang|chuyen) sang\b"
    r"|^(?:mang|chuyen) (?:sang|trang)\b|^(?:carried|brought) forward\b|^page (?:sub)?total\b"
    r"|^(?:tong )?cong (?:nhom|muc|phan)\b|^sub[ -]?total\b"
)
"""The sum of what is printed on a page, or in a part of the table."""
_OF_DOMESTIC = re.compile(
    r"^(?:[-+*] ?|\d{1,2}[.)] |[ivx]{1,4}[.)] |[a-d][.)] )?"
    r"(?:(?:khu vuc|kv|thanh phan|kinh te|kt|doanh nghiep|dn)(?: (?:kinh te|doanh nghiep))? )?"
    r"(?:(?:ngoai )?nha nuoc|(?:ngoai )?quoc doanh|tu nhan|tap the|ca the|hop tac xa)"
    r"(?: (?:trung uong|dia phuong|tw|dp))?$"
)
"""A part of the domestic sector, of which no figures are kept."""
_WAY = re.compile(
    r"^(?:[ivx\d]{1,4}[.)] |[a-d][.)] )?(?:(?:tong )?(?:hang hoa )?(?:xuat|nhap) khau(?: hang hoa)?"
    r"|(?:total )?(?:exports?|imports?))$"
)
"""A row of figures in a table of both flows: the total of one, with its goods beneath."""
_TOTAL_OF_WAY = re.compile(
    r"^(?:[ivx\d]{1,4}[.)] |[a-d][.)] )?tong (?:kim ngach|tri gia|gia tri) (?:xuat|nhap) khau"
    r"(?: hang hoa)?$"
)
"""The same in words that may as well be a title."""


@lru_cache(maxsize=8192)
def sector_named(plain: str) -> Ownership | None:
    """The sector that a folded label speaks of."""
    return next((ownership for pattern, ownership in _SECTORS if pattern.search(plain)), None)


@lru_cache(maxsize=8192)
def _is_section(plain: str) -> bool:
    return bool(_SECTION.match(plain))


def heads_section(label: str) -> bool:
    """Say whether a label heads rows, and is of none: "Mặt hàng chủ yếu"."""
    return _is_section(folded(label))


@lru_cache(maxsize=8192)
def _way_of_total(plain: str) -> Flow | None:
    """The flow whose total a row of figures is; None for any other."""
    return headings.flow(plain) if _TOTAL_OF_WAY.match(plain) else only_flow(plain)


@lru_cache(maxsize=8192)
def only_flow(plain: str) -> Flow | None:
    """The flow that a folded label names and nothing else; None for any other label."""
    return headings.flow(plain) if _WAY.match(plain) else None


def _is_dashed(label: str) -> bool:
    return label[:1] in _DASHES and label[1:2].isspace()


def _names_sector(label: str) -> bool:
    """Say whether the label names a sector, and nothing behind it but what stands in brackets."""
    plain = folded(label)
    found = next((f for pattern, _ in _SECTORS if (f := pattern.search(plain))), None)
    rest = plain[found.end() :].strip() if found else "-"
    return not rest or rest.startswith("(")


class Kind(Enum):
    """What a label turned out to be."""

    ROW = "row"
    SECTION = "section"
    PART = "part"
    UNKNOWN_ITEM = "unknown_item"
    UNKNOWN_MARKET = "unknown_market"
    UNKNOWN_INDUSTRY = "unknown_industry"
    UNKNOWN_PROVINCE = "unknown_province"
    LEFT_OUT = "left_out_by_decision"
    WAITING = "beneath_unknown_name"
    NOBODYS = "before_any_partner"

    __hash__ = object.__hash__  # each is there once; its own would ask for its name


@lru_cache(maxsize=8192)
def of_no_goods(plain: str) -> Kind | None:
    """What a row of figures is that is a balance, the sum of a page, or part of a sector."""
    if _BALANCE.match(plain) or _OF_A_PAGE.match(plain):
        return Kind.SECTION
    return Kind.PART if _OF_DOMESTIC.match(plain) else None


@record
class Subject:
    """What a row's figures are about; `mark` is the footnote's stars after the label.

    Where each row is a period, `period` is what it says, `month` the first of so many `months`,
    counted on that `basis`, whose year the column says, and `status` how firm the row's figures
    are. `above` is the unknown name that a row beneath it waits for. `province` where the row is a
    province's.
    """

    kind: Kind
    item: str = UNKNOWN
    market: str = WORLD
    ownership: Ownership = Ownership.ALL
    flow: Flow | None = None
    mark: str = ""
    period: Period | None = None
    month: int = 0
    months: int = 1
    basis: Basis = Basis.MONTH
    status: Status | None = None
    above: str = ""
    province: str = ""


@lru_cache(maxsize=8192)
def subject_of(
    kind: Kind, item: str, market: str, ownership: Ownership, flow: Flow | None
) -> Subject:
    """What thousands of rows are about, each made once."""
    return Subject(kind, item, market, ownership, flow)


class _Said(NamedTuple):
    """What a label says by itself, whatever stands above it: books repeat them month after month.

    `bare` is the label without the stars of its `mark`, `plain` the same folded; `way` is the flow
    whose total a row of figures is, `no_goods` what such a row is where it is of none.
    """

    mark: str
    bare: str
    plain: str
    way: Flow | None
    no_goods: Kind | None
    sector: Ownership | None
    is_section: bool
    is_within: bool


@lru_cache(maxsize=8192)
def _said(label: str) -> _Said:
    mark = _mark(label)
    bare = label[: mark.start()] if mark else label
    plain = folded(bare)
    return _Said(
        (mark[1] or "") if mark else "", bare, plain, _way_of_total(plain), of_no_goods(plain),
        sector_named(plain), _is_section(plain), is_within(bare),
    )  # fmt: skip


class SectorLabels:
    """Rows of totals, sectors and items, as the statistics office prints them.

    Beneath the foreign-invested sector stand its own crude oil and its other goods; the same
    names further down are everyone's.
    """

    def __init__(
        self, flow: Flow | None, ownership: Ownership, names: Names = CATALOGUES_ONLY
    ) -> None:
        self._names = names
        self._flow = flow
        self._flow_by_rows = flow is None
        self._ownership = ownership
        self._within_fdi = False
        self._left_of_fdi = _WITHIN_FDI
        self._above = ""
        self._begun: tuple[str, bool, str] = ("", False, "")
        self._heads_parts = False

    def knows(self, label: str) -> bool:
        """Say whether the label is in the catalogue, whatever stands above it."""
        bare = without_mark(label)
        return self._flow is not None and (self._code(bare) != UNKNOWN or _names_sector(bare))

    def read(self, label: str, *, has_figures: bool) -> Subject:
        """Read the next row's label; call it once per row, from the top."""
        said = _said(label)
        begun, within_fdi, above = self._begun
        if has_figures and begun and label.startswith(f"{begun} "):  # one name over two rows
            self._within_fdi, self._above = within_fdi, above
        way = said.way if has_figures else None
        if way and (self._flow_by_rows or way is self._flow):
            self._flow, self._above = way, TOTAL
            return self._row(TOTAL, self._ownership)
        if has_figures and (kind := said.no_goods):
            self._within_fdi = self._within_fdi and kind is Kind.SECTION
            return Subject(kind, flow=self._flow)
        subject = self._subject(said, has_figures=has_figures)
        return _marked(subject, said.mark) if said.mark else subject

    def _subject(self, said: _Said, *, has_figures: bool) -> Subject:
        label = said.bare
        if ownership := said.sector:
            return self._part_of_sector(label, ownership) or self._sector(ownership, said.plain)
        if not has_figures or (said.is_section and not self.knows(label)):
            return self._section(label)
        code = self._code(label)
        if self._within_fdi and code in self._left_of_fdi:
            self._left_of_fdi -= {code}  # once more it is everyone's, whatever stands between
            return self._row(code, Ownership.FDI)
        self._within_fdi = False
        if part := self._part(said, code):
            return part
        self._above = code
        self._heads_parts = code not in {UNKNOWN, TOTAL} and not _is_dashed(label)
        if code == UNKNOWN:
            return Subject(Kind.UNKNOWN_ITEM, flow=self._flow)
        return self._row(code, self._ownership)

    def _part(self, said: _Said, code: str) -> Subject | None:
        """A row within the item above ("Trong đó: Phôi thép"); None for an item of its own."""
        part = UNKNOWN if self._flow is None else part_code(said.bare, self._above, self._flow)
        if part != UNKNOWN:
            return self._row(part, self._ownership)
        if not said.is_within and not (self._heads_parts and _is_dashed(said.bare)):
            return None
        if code == UNKNOWN:
            return Subject(Kind.PART, flow=self._flow)
        if not said.is_within:
            return None
        if self._above in {
            "",
            UNKNOWN,
            TOTAL,
        }:  # "Trong đó:" stood on the line above, over all goods
            self._above = code
        return self._row(code, self._ownership)

    def _part_of_sector(self, label: str, ownership: Ownership) -> Subject | None:
        """What of the goods above is a sector's: "Thủy sản", "Trong đó: DN FDI"; None for all's."""
        if self._above in {"", TOTAL} or not is_within(label):
            return None
        if self._above == UNKNOWN:
            return Subject(Kind.PART, flow=self._flow)
        return self._row(self._above, ownership)

    def _sector(self, ownership: Ownership, plain: str) -> Subject:
        self._within_fdi = ownership is Ownership.FDI
        self._left_of_fdi = _WITHIN_FDI
        item = OTHER if self._within_fdi and WITHOUT_CRUDE.search(plain) else TOTAL
        return self._row(item, ownership)

    def _section(self, label: str) -> Subject:
        code = self._code(label)
        ends_name = label[:1].islower() and not _is_section(folded(label))
        if code != UNKNOWN or not ends_name:  # else the end of the name above it
            self._begun = (label if bare_name(label) else "", self._within_fdi, self._above)
            if not is_within(label):
                self._within_fdi = False
                self._above = "" if code == UNKNOWN else code
        if self._flow is None or not _is_section(folded(label)):  # "Mặt hàng XK chủ yếu"
            self._flow = headings.flow(label) or self._flow
        return Subject(Kind.SECTION, flow=self._flow)

    def _row(self, item: str, ownership: Ownership) -> Subject:
        if item == LEAVE_OUT:
            return Subject(Kind.LEFT_OUT, item, flow=self._flow)
        return subject_of(Kind.ROW, item, WORLD, ownership, self._flow)

    def _code(self, label: str) -> str:
        code = self._names.item(label, self._flow)
        if code == TOTAL and self._flow and headings.flow(label) not in {None, self._flow}:
            return UNKNOWN  # the total of the other way of trade
        return code


class Labels(Protocol):
    """What a recipe must give: the subject of each row, from the top."""

    def knows(self, label: str) -> bool:
        """Say whether the label is known, whatever stands above it."""

    def read(self, label: str, *, has_figures: bool) -> Subject:
        """Read the next row's label; call it once per row, from the top."""


def without_mark(label: str) -> str:
    """Give a label without the footnote's mark behind it."""
    mark = _mark(label)
    return label[: mark.start()] if mark else label


@lru_cache(maxsize=8192)
def _mark(label: str) -> re.Match[str] | None:
    return _MARK.search(label, max(len(label) - _LONGEST_MARK, 0))


def _marked(subject: Subject, mark: str) -> Subject:
    return replace(subject, mark=mark)
