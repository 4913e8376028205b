"""Row labels of tables by partner: markets and blocs, or partners with their goods beneath."""

from __future__ import annotations

import re

from desktop.figures.catalogue import LISTED
from desktop.figures.directions import LEAVE_OUT, NameKind
from desktop.figures.series import OTHER, TOTAL, UNKNOWN, WORLD, Flow, Ownership
from desktop.returns.item_names import bare_name, is_total, is_within
from desktop.returns.labels import Kind, Subject, of_no_goods, subject_of, without_mark
from desktop.returns.names import CATALOGUES_ONLY, Names
from desktop.returns.suggestions import near
from desktop.returns.text import folded

_OTHERS = re.compile(r"^(?:cac )?(?:(?:nuoc|thi truong) )?khac$|^others?(?: \w+)?$")
_PARTNERS_HEAD = re.compile(
    r"^mot so (?:nuoc|thi truong|vung lanh tho).*\bkh[ao]c\b|^(?:trong do|t/do|of which)\W*$"
)
"""Stands over partners, be it with the noughts that a sheet prints for nothing."""


class _PartnerNames:
    """What all of them are made of: one table's flow and sector, and its sender's names."""

    def __init__(
        self, flow: Flow | None, ownership: Ownership, names: Names = CATALOGUES_ONLY
    ) -> None:
        self._names = names
        self._flow = flow
        self._ownership = ownership

    def knows(self, label: str) -> bool:
        """Say whether the label is a known partner, and does not begin as one within another."""
        return not is_within(label) and self._market_of(label) != UNKNOWN

    def _market_of(self, label: str) -> str:
        """Code of a partner, whose name may be numbered, marked, or begin with "Trong đó"."""
        named = self._names.market(label)
        return self._names.market(bare_name(without_mark(label))) if named == UNKNOWN else named


class MarketLabels(_PartnerNames):
    """Each row is a partner or a bloc; what is left is that of others, and of no goods."""

    _whole = WORLD

    def read(self, label: str, *, has_figures: bool) -> Subject:
        """Read the next row's label; call it once per row, from the top."""
        bare = bare_name(without_mark(label))
        if not has_figures or not bare or self._is_head(label):
            return Subject(Kind.SECTION, flow=self._flow)
        market = self._market_of(label)
        if is_total(bare) and market in {UNKNOWN, WORLD}:
            market = self._whole
        elif market == UNKNOWN and _OTHERS.search(folded(bare)):
            market = OTHER
        if market == UNKNOWN:
            return Subject(Kind.UNKNOWN_MARKET, flow=self._flow)
        kind = Kind.LEFT_OUT if market == LEAVE_OUT else Kind.ROW
        return Subject(kind, TOTAL, market, self._ownership, self._flow)

    @staticmethod
    def _is_head(_: str) -> bool:
        """Say whether a row only heads others, whatever numbers stand in it; here none does."""
        return False


class WidePartnerLabels(MarketLabels):
    """Rows of blocs, their members, and other partners; the total is that of the listed ones."""

    _whole = LISTED

    @staticmethod
    def _is_head(label: str) -> bool:
        return bool(_PARTNERS_HEAD.search(folded(label)))


class PartnerLabels(_PartnerNames):
    """Rows of partners, in capitals, with their items beneath them, as the customs print them.

    Where partners are not in capitals, an unknown name may be the next partner's: unless it is
    near goods and no partner, what stands beneath it is nobody's until the next known partner.
    Nor has anybody what stands before the first, if no total of all partners is above it. Partners
    beneath goods in capitals have no total there: the figures are theirs of these goods. So they
    are in all of a table whose `goods_are_above` their markets.
    """

    goods_are_above = False
    goods_in_capitals = False

    def __init__(
        self, flow: Flow | None, ownership: Ownership, names: Names = CATALOGUES_ONLY
    ) -> None:
        super().__init__(flow, ownership, names)
        self._market = WORLD
        self._partner = ""
        self._any_case = False
        self._begun = False
        self._goods = ""

    def follow(self, page: PartnerLabels) -> None:
        """Begin beneath the partner that another page ended with."""
        self._market, self._partner, self._any_case = page._market, page._partner, page._any_case
        self._begun, self._goods = page._begun, page._goods
        self.goods_are_above = page.goods_are_above
        self.goods_in_capitals = self.goods_in_capitals or page.goods_in_capitals

    def knows(self, label: str) -> bool:
        """Say whether the label is a known partner or item."""
        return super().knows(label) or self._item(label) != UNKNOWN

    def read(self, label: str, *, has_figures: bool) -> Subject:
        """Read the next row's label; call it once per row, from the top."""
        label = without_mark(label)
        if not has_figures and not label.isupper():
            return Subject(Kind.SECTION, flow=self._flow)
        if has_figures and of_no_goods(folded(label)) is Kind.SECTION:
            return Subject(Kind.SECTION, flow=self._flow)
        if is_total(label):
            self._market, self._begun, self._goods = WORLD, True, TOTAL
            return self._row(TOTAL)
        item = self._item(label)
        market = self._market_of(label)
        if self.goods_are_above:
            return self._beneath_goods(label, item, market)
        return self._beneath_partner(label, item, market)

    def _beneath_partner(self, label: str, item: str, market: str) -> Subject:
        """A partner, or goods of the partner above."""
        if self.goods_in_capitals and market == UNKNOWN != item:
            return self._row(item)
        if market != UNKNOWN and not label.isupper() and self._is_beneath_goods():
            return Subject(Kind.WAITING, flow=self._flow, above=self._partner)
        if label.isupper() or self._may_be_partner(label, item, market):
            self._market, self._partner, self._begun = market, label, True
            self._any_case = self._any_case or not label.isupper()
            if market == UNKNOWN:
                return Subject(Kind.UNKNOWN_MARKET, flow=self._flow)
            return self._row(TOTAL)
        return Subject(Kind.UNKNOWN_ITEM, flow=self._flow) if item == UNKNOWN else self._row(item)

    def _beneath_goods(self, label: str, item: str, market: str) -> Subject:
        """A kind of goods, or a market that the goods above it go to.

        An unknown name may be either's: what stands beneath it waits for the next known goods.
        """
        if UNKNOWN == item == market and _OTHERS.search(folded(bare_name(label))):
            market = OTHER
        if market == UNKNOWN:
            self._goods, self._partner, self._begun = item, label, True
        if UNKNOWN == item == market:
            goods = self._is_near_goods(label) or not self._is_near_market(label)
            return Subject(Kind.UNKNOWN_ITEM if goods else Kind.UNKNOWN_MARKET, flow=self._flow)
        self._market = WORLD if market == UNKNOWN else market
        if self._goods == UNKNOWN:
            return Subject(Kind.WAITING, flow=self._flow, above=self._partner)
        return self._row(self._goods)

    def _may_be_partner(self, label: str, item: str, market: str) -> bool:
        if item != UNKNOWN:
            return False
        if market != UNKNOWN or not self._any_case:
            return market != UNKNOWN
        return self._is_near_market(label) or not self._is_near_goods(label)

    @staticmethod
    def _is_near_market(label: str) -> bool:
        return bool(near(NameKind.MARKET, label))

    def _is_near_goods(self, label: str) -> bool:
        return bool(near(NameKind.ITEM, label, self._flow.value if self._flow else ""))

    def _is_beneath_goods(self) -> bool:
        """Say whether what stands in capitals above may be goods: partners beneath are theirs."""
        goods = self._partner.isupper() or self._item(self._partner) != UNKNOWN
        return self._market == UNKNOWN and goods

    def _row(self, item: str) -> Subject:
        if not self._begun:
            return Subject(Kind.NOBODYS, flow=self._flow)
        if self._market == UNKNOWN:
            return Subject(Kind.WAITING, flow=self._flow, above=self._partner)
        left_out = LEAVE_OUT in {item, self._market}
        kind = Kind.LEFT_OUT if left_out else Kind.ROW
        return subject_of(kind, item, self._market, self._ownership, self._flow)

    def _item(self, label: str) -> str:
        return self._names.item(label, self._flow)
