"""Names and codes of what a target may be about: items, markets, their groups, provinces."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from contextlib import suppress
from functools import partial

from desktop.figures.catalogue import Catalogue, items, markets
from desktop.figures.finding import Finding, Refused, Severity
from desktop.figures.groupings import Dimension, Group, group_named, schemes
from desktop.figures.month import Month
from desktop.figures.names import name_key
from desktop.figures.near_names import near_names
from desktop.figures.provinces import province_named, province_spellings
from desktop.figures.series import TOTAL, UNKNOWN, WORLD, Flow
from desktop.figures.target import Scope, is_group
from desktop.figures.wording import LANGUAGES, N_, Language, language

FLOW_NAMES = {
    Flow.EXPORT: N_("Exports"),
    Flow.IMPORT: N_("Imports"),
    Flow.BALANCE: N_("Trade balance"),
}


def part_name(scope: Scope, language: Language) -> str:
    """Name what a scope is about without its flow; empty for a flow's total."""
    names = [
        scope.province,
        "" if scope.item == TOTAL else item_name(scope.item, scope.flow, language),
        "" if scope.market == WORLD else market_name(scope.market, language),
    ]
    return " · ".join(name for name in names if name)


def scope_name(scope: Scope, language: Language) -> str:
    """Name a scope with its flow: ``Exports``, ``Exports · Garments · United States``."""
    part, flow = part_name(scope, language), language._(FLOW_NAMES[scope.flow])
    return f"{flow} · {part}" if part else flow


def scope_called(name: str, month: Month) -> Scope:
    """Give the scope of a name in any language, as `scope_name` writes it, the flow or not.

    Raises `ValueError` where a part of it is unknown, or may be of several kinds.
    """
    first, *rest = parts = [part.strip() for part in name.split("·")]
    flows = {name_key(language(code)._(told)): f for f, told in FLOW_NAMES.items()
             for code in LANGUAGES}  # fmt: skip
    flow = flows.get(name_key(first))
    found: dict[str, str] = {}
    for part in parts if flow is None else rest:
        kinds = _kinds(part, flow or flow_of_item(part), month)
        if len(kinds) != 1 or kinds.keys() & found.keys():
            raise ValueError(name)
        found |= kinds
    if flow is None:
        flow = flow_of_item(first) if "item" in found else Flow.EXPORT
    return Scope(flow, **found)


def _kinds(name: str, flow: Flow, month: Month) -> dict[str, str]:
    """Give the codes that a name may stand for, by the kind of each."""
    asked = {
        "item": partial(item_code, name, flow),
        "market": partial(market_code, name),
        "province": partial(province_code, name, month),
    }
    found = {}
    for kind, code in asked.items():
        with suppress(Refused):
            found[kind] = code()
    return found


def item_name(code: str, flow: Flow, language: Language) -> str:
    """Name an item, or a group of items with its scheme's."""
    return _group_name(code, language) or items(side(flow)).name(code, language.code, short=True)


def market_name(code: str, language: Language) -> str:
    """Name a market, or a bloc."""
    return _group_name(code, language) or markets().name(code, language.code, short=True)


def item_code(text: str, flow: Flow) -> str:
    """Give the code of an item or group as it was written: by code, or by any known name.

    Raises `Refused` where it is unknown, may be several, or is an item of imports alone.
    """
    try:
        return _code(text, Dimension.ITEM, items(side(flow)))
    except Refused:
        if flow is not Flow.IMPORT and _is_imported(text):
            raise _refused("target_item_of_imports", text.strip()) from None
        raise


def flow_of_item(text: str) -> Flow:
    """Say whose target one of an item is where none is named: imports' where they alone have it."""
    try:
        _code(text, Dimension.ITEM, items(Flow.EXPORT))
    except Refused:
        return Flow.IMPORT if _is_imported(text) else Flow.EXPORT
    return Flow.EXPORT


def _is_imported(text: str) -> bool:
    try:
        return bool(_code(text, Dimension.ITEM, items(Flow.IMPORT)))
    except Refused:
        return False


def market_code(text: str) -> str:
    """Give the code of a market or bloc; as `item_code`."""
    return _code(text, Dimension.MARKET, markets())


def province_code(text: str, month: Month) -> str:
    """Give the name of a province as it is in a month; `Refused` where it is none."""
    found = province_named(text, month)
    if found == UNKNOWN:
        raise _unknown(text, province_spellings())
    return found


def _code(text: str, dimension: Dimension, known: Catalogue) -> str:
    typed = text.strip()
    if group_named(typed.upper()):
        return typed.upper()
    if group := _written_in_full(typed, dimension):
        return group
    named = known.code(text)
    if typed.upper() in known and typed.upper() != UNKNOWN:
        return typed.upper()
    if named != UNKNOWN:
        return named
    groups = groups_called(typed, dimension)
    if len(groups) > 1:
        raise _refused("target_name_unclear", text, ", ".join(groups))
    if not groups:
        raise _unknown(text, _spellings(dimension, known))
    return groups[0]


def _spellings(dimension: Dimension, known: Catalogue) -> Iterator[tuple[str, str]]:
    yield from known.spellings
    yield from ((name.code, name.code) for name in known)
    yield from group_spellings(dimension)


def group_spellings(dimension: Dimension) -> Iterator[tuple[str, str]]:
    """Give every name and code of a group of items, or bloc of markets, with its code."""
    for scheme in schemes().values():
        if scheme.dimension is dimension:
            for group in scheme.groups:
                yield from ((text, group.code) for text in (group.code, group.vi, group.en))


def groups_called(text: str, dimension: Dimension) -> list[str]:
    """Give the codes of the groups of items, or blocs of markets, that bear a name or a code."""
    key = name_key(text)
    return [
        group.code
        for scheme in schemes().values()
        if scheme.dimension is dimension
        for group in scheme.groups
        if key in {name_key(group.vi), name_key(group.en), name_key(group.code)}
    ]


def name_in_full(group: Group, language: Language) -> str:
    """Name a group with its scheme, as `item_code` and `market_code` understand it."""
    return f"{group.name(language.code)} ({schemes()[group.scheme].name(language.code)})"


def _written_in_full(text: str, dimension: Dimension) -> str:
    """Give the code of the group that is named with its scheme; empty where that is none."""
    if not text.endswith(")"):
        return ""
    key = name_key(text)
    return next(
        (
            group.code
            for scheme in schemes().values()
            if scheme.dimension is dimension
            for group in scheme.groups
            if key in {name_key(name_in_full(group, language(code))) for code in LANGUAGES}
        ),
        "",
    )


def _group_name(code: str, language: Language) -> str:
    group = group_named(code) if is_group(code) else None
    if group is None:
        return ""
    scheme = schemes()[group.scheme]
    name = group.name(language.code)
    twins = groups_called(name, scheme.dimension)
    return name if len(twins) == 1 else f"{name} ({scheme.code})"


def side(flow: Flow) -> Flow:
    """Give the flow whose names count: a balance is spoken of by those of exports."""
    return Flow.EXPORT if flow is Flow.BALANCE else flow


def _unknown(typed: str, known: Iterable[tuple[str, str]]) -> Refused:
    return _refused("target_unknown_name", typed.strip(), ", ".join(near_names(typed, known)))


def _refused(code: str, found: str, expected: str = "") -> Refused:
    return Refused(Finding(Severity.ERROR, code, found=found, expected=expected))
