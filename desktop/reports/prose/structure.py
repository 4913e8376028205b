"""The sentences that need the structure of trade: clubs, largest goods, partners, sectors."""

from __future__ import annotations

from typing import TYPE_CHECKING

from desktop.figures.catalogue import items, markets
from desktop.figures.series import OTHER, UNKNOWN, Flow
from desktop.figures.wording import BILLION, N_
from desktop.reports.prose import phrases
from desktop.reports.prose.trade import growth_on, surplus

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from desktop.analysis.structure_results import (
        Club,
        FlowStructure,
        Part,
        Partner,
        Split,
        Structure,
    )
    from desktop.figures.month import Month
    from desktop.figures.series import Ownership
    from desktop.figures.wording import Language

NAMED = 3
"""How many are named: what a leader remembers of a spoken sentence."""
_LEAST = 10 * 1e6
"""US dollars: a smaller balance with a partner is not worth a sentence."""
_MORE = N_("{count} above USD {least} billion, {share}")


def clubs_sentence(flow: FlowStructure, through: Month, language: Language) -> str | None:
    """Say how many items passed 1, 5 and 10 billion, and what they are of the total."""
    period = phrases.months_from_january(through.year, through.number, language)
    held = [club for club in flow.items.clubs if club.members]
    if not held:
        return None
    first, *more = (_club(club, flow.items, language) for club in held)
    count = len(held[0].members)
    text = _members(flow.flow, count, first, language)
    if more:
        others = "; ".join(
            language._(_MORE, count=len(club.members), **one)
            for club, one in zip(held[1:], more, strict=True)
        )
        text = f"{text} ({others})"
    if through.number == 1:
        told = language.plural(
            "in {month}, there was {clubs}", "in {month}, there were {clubs}", count,
            month=period, clubs=text,
        )  # fmt: skip
    else:
        told = language.plural(
            "over {period}, there was {clubs}", "over {period}, there were {clubs}", count,
            period=period, clubs=text,
        )  # fmt: skip
    return phrases.as_sentence(told)


def _members(flow: Flow, count: int, club: Mapping[str, object], language: Language) -> str:
    if flow is Flow.EXPORT:
        return language.plural(
            "{count} export item above USD {least} billion, {share} of the total",
            "{count} export items above USD {least} billion, {share} of the total",
            count, **club,
        )  # fmt: skip
    return language.plural(
        "{count} import item above USD {least} billion, {share} of the total",
        "{count} import items above USD {least} billion, {share} of the total",
        count, **club,
    )  # fmt: skip


def _club(club: Club, of: Split, language: Language) -> dict[str, object]:
    share = club_share(club, of)
    return {
        "least": language.number(club.threshold / BILLION),
        "share": "–" if share is None else phrases.share((share,), language),
    }


def club_share(club: Club, of: Split) -> float | None:
    """What the members of a club are of the total."""
    values = [part.value or 0.0 for code in club.members if (part := of.part(code))]
    return sum(values) / of.total.value if of.total.value else None


def largest(split: Split, count: int = NAMED) -> tuple[Part, ...]:
    """The largest parts that have a name."""
    named = [p for p in split.parts if p.value is not None and p.code not in (OTHER, UNKNOWN)]
    return tuple(sorted(named, key=lambda p: (-(p.value or 0.0), p.code))[:count])


def largest_imports_sentence(flow: FlowStructure, language: Language) -> str | None:
    """Name the goods that most is imported of."""
    parts = largest(flow.items)
    if not parts:
        return None
    names = items(Flow.IMPORT)
    told = "; ".join(_part(p, names.name(p.code, language.code), language) for p in parts)
    return language._("Largest import items: {items}.", items=told)


def largest_source_sentence(flow: FlowStructure, language: Language) -> str | None:
    """Name the market that most is imported from."""
    parts = largest(flow.markets, 1)
    if not parts:
        return None
    name = markets().name(parts[0].code, language.code)
    text = language._(
        "{market}, the largest source of imports, {rest}",
        market=name,
        rest=_moved(parts[0], language),
    )
    return phrases.as_sentence(text)


def _part(part: Part, name: str, language: Language) -> str:
    return f"{name} {_moved(part, language)}"


def _moved(part: Part, language: Language) -> str:
    clauses = [phrases.attained(part.value or 0.0, part.status, language)]
    if told := phrases.change_and_printed(part.growth, part.growth_printed, language):
        clauses.append(told)
    return ", ".join(clauses)


def partners(structure: Structure, *, surplus: bool) -> tuple[Partner, ...]:
    """The partners with the largest surplus, or the largest deficit."""
    side = 1 if surplus else -1
    told = [
        p for p in structure.bridge.partners
        if p.balance is not None and p.balance * side >= _LEAST and p.code not in (OTHER, UNKNOWN)
    ]  # fmt: skip
    return tuple(sorted(told, key=lambda p: (-side * (p.balance or 0.0), p.code))[:NAMED])


def partners_sentence(structure: Structure, language: Language) -> str | None:
    """Name the partners with the largest surpluses and deficits, each against a year before."""
    told = (
        (N_("the largest surpluses were with {partners}"), partners(structure, surplus=True)),
        (N_("the largest deficits were with {partners}"), partners(structure, surplus=False)),
    )
    clauses = [
        language._(text, partners=", ".join(_balance(p, language) for p in found))
        for text, found in told
        if found
    ]
    return phrases.as_sentence("; ".join(clauses)) if clauses else None


def _balance(partner: Partner, language: Language) -> str:
    now, before = partner.balance or 0.0, partner.base_balance
    text = f"{markets().name(partner.code, language.code)} {phrases.amount(now, language)}"
    if before is None:
        return text
    rate = growth_on(abs(now), abs(before)) if now * before > 0 else None
    if rate is not None:
        return f"{text} ({phrases.change(rate, language)})"
    then = language._("a year before: {balance}", balance=surplus(before, language))
    return f"{text} ({then})"


def sector_balances(structure: Structure) -> dict[Ownership, float]:
    """The balance of the domestic and of the foreign-invested sector, where both flows are told."""
    exports = {s.ownership: s.part.value for s in structure.exports.sectors}
    imports = {s.ownership: s.part.value for s in structure.imports.sectors}
    return {
        owner: out - back
        for owner, out in exports.items()
        if out is not None and (back := imports.get(owner)) is not None
    }


def sector_balance_sentence(structure: Structure, language: Language) -> str | None:
    """Say who brings the surplus and who the deficit; None where it is not told."""
    told: Sequence[float] = tuple(sector_balances(structure).values())
    if len(told) != 2:
        return None
    domestic, foreign = (surplus(balance, language) for balance in told)
    return language._(
        "Of the balance: the domestic sector {domestic}; the foreign-invested sector (crude oil "
        "included) {foreign}.",
        domestic=domestic,
        foreign=foreign,
    )
