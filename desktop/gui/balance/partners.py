"""The balance with each partner and what moved it: as a ranking and as a table."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from desktop.analysis.structure.names import name_in
from desktop.analysis.structure.wording import REASONS
from desktop.analysis.structure_results import Bridge, Partner
from desktop.figures.groupings import Dimension
from desktop.figures.series import OTHER, Flow
from desktop.figures.wording import Language, side_by_side
from desktop.gui.parts.grid import Cell, Grid
from desktop.gui.structure.lines import Column, Head, Kind, Line, Mark, Ranked, ranking
from desktop.gui.structure.words import UNKNOWN, tone_of, usd

if TYPE_CHECKING:
    from desktop.gui.balance.firm import Firm


def partner_lines(bridge: Bridge, lang: Language, firm: Firm) -> Ranked:
    """Rank partners by how much the balance with them has moved."""
    say = lang._
    columns = (
        Column(say("Market"), Kind.NAME, 84, grow=2),
        Column(say("Balance"), width=60),
        Column(say("A year before"), width=112),
        Column(say("Change"), width=72),
        Column("", Kind.BAR, 44, grow=2),
    )
    shown = _shown(bridge)
    longest = max((abs(p.change or 0.0) for p in shown), default=0.0) or 1.0
    places = side_by_side(a for p in shown for a in (p.balance, p.base_balance))
    heads = [Head("" if p.code == OTHER else p.code, _name(p, lang)) for p in shown]
    line = partial(_line, longest=longest, places=places, lang=lang, firm=firm)
    return ranking(columns, heads, lambda n: line(shown[n], heads[n]))


def _shown(bridge: Bridge) -> tuple[Partner, ...]:
    return (*bridge.partners, bridge.rest) if bridge.partners else ()


def _name(partner: Partner, lang: Language) -> str:
    if partner.code == OTHER:
        return lang._("Other, in none of these")
    return name_in(Flow.EXPORT, Dimension.MARKET, partner.code, lang)


def _line(
    partner: Partner, head: Head, *, longest: float, places: int, lang: Language, firm: Firm
) -> Line:  # fmt: skip
    change = partner.change
    reach = None if change is None else abs(change) / longest
    step = 3 if (change or 0.0) >= 0 else -3
    told = partial(usd, lang=lang, sign=True, places=places)
    marks = (
        Mark(head.name),
        Mark(told(partner.balance)),
        Mark(told(partner.base_balance)),
        Mark(told(change), tone_of((change or 0.0) / 1e6)),
        Mark(reach=reach, level=step),
    )
    return Line(head, marks, partial(_tip, partner, lang, firm), quiet=not head.code)


def _tip(partner: Partner, lang: Language, firm: Firm) -> str:
    say = lang._
    told = firm.of_whole() if partner.code == OTHER else firm.of_partner(partner.code)
    lines = [_name(partner, lang), *([told] if told else [])]
    for words, amount, signed in (
        (say("Exports"), partner.exports, False), (say("Imports"), partner.imports, False),
        (say("Balance"), partner.balance, True), (say("A year before"), partner.base_balance, True),
        (say("by exports"), partner.from_exports, True),
        (say("by imports"), partner.from_imports, True),
    ):  # fmt: skip
        if amount is not None:
            places = side_by_side((partner.exports, partner.imports, partner.balance))
            lines.append(f"{words}: {lang.billions(amount, places, sign=signed)}")
    if partner.reason:
        lines.append(say(REASONS[partner.reason]))
    return "\n".join(lines)


def partner_grid(bridge: Bridge, lang: Language) -> Grid:
    """Give the partners as a table that can be walked and copied (billions)."""
    say = lang._
    columns = (
        say("Market"), say("Exports"), say("Imports"), say("Balance"), say("A year before"),
        say("Change"), say("by exports"), say("by imports"),
    )  # fmt: skip
    shown = _shown(bridge)
    places = side_by_side((a for p in shown for a in (p.exports, p.imports, p.balance)), 3)
    return Grid(
        columns,
        tuple(
            (
                Cell(_name(p, lang)),
                *(
                    Cell(UNKNOWN if a is None else lang.billions(a, places, sign=n > 1))
                    for n, a in enumerate(
                        (p.exports, p.imports, p.balance, p.base_balance, p.change,
                         p.from_exports, p.from_imports)
                    )
                ),
            )
            for p in shown
        ),
        of_trade=True,
    )  # fmt: skip
