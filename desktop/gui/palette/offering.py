"""What the window has to offer the palette: its actions and pages as entries, a link as one."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Sequence
from functools import partial

from PySide6.QtGui import QAction

from desktop.figures.catalogue import markets
from desktop.figures.directions import NameKind
from desktop.figures.groupings import group_named
from desktop.figures.month import Month
from desktop.figures.name_codes import name_of_code
from desktop.figures.vintage import LATEST
from desktop.figures.vintage_texts import vintage_words
from desktop.figures.wording import LANGUAGES, Language, language
from desktop.gui import actions
from desktop.gui.archives.recent import place_name
from desktop.gui.lookup.entries import (
    Entry,
    Kind,
    catalogue_entries,
    group_entries,
    month_entries,
    worded,
)
from desktop.gui.lookup.searching import Index
from desktop.gui.pages import PLACES
from desktop.gui.palette.links import visit_of
from desktop.gui.palette.visits import Visit
from desktop.gui.parts.shortcuts import written

_UNSAID = frozenset({actions.FIND, actions.ESCAPE})
"""Actions that make no sense from within the palette."""
_PICTURES = {actions.PAGE + place.name: place.icon for place in PLACES}


def window_entries(known: Iterable[QAction]) -> tuple[Entry, ...]:
    """Make entries of the window's actions that can be triggered now; pages come first."""
    listed = [
        worded(
            Kind.PAGE if action.objectName() in _PICTURES else Kind.ACTION,
            action.objectName(),
            action.data(),
            keys=written(action.shortcuts()[:1]),
            picture=_PICTURES.get(action.objectName(), ""),
        )
        for action in known
        if action.data() and action.isEnabled() and action.objectName() not in _UNSAID
    ]
    return tuple(sorted(listed, key=lambda entry: entry.kind is not Kind.PAGE))


def archive_entries(places: Iterable[str]) -> tuple[Entry, ...]:
    """Make entries of the archives that can be gone to."""
    vi, en = (language(code) for code in LANGUAGES)
    return tuple(
        Entry(Kind.ARCHIVE, place, place_name(place, vi), place_name(place, en)) for place in places
    )


def index(listed: Sequence[Entry], months: Sequence[Month]) -> Index:
    """Make the index of all that can be found."""
    return Index([*listed, *catalogue_entries(), *group_entries(), *month_entries(months)])


def link_entry(text: str, pages: Collection[str]) -> Entry | None:
    """Make an entry of a link that leads somewhere."""
    visit = visit_of(text, pages)
    if visit is None:
        return None
    vi, en = (_told(visit, language(code)) for code in LANGUAGES)
    return Entry(Kind.LINK, text, vi, en)


def _told(visit: Visit, lang: Language) -> str:
    title = next(place.title for place in PLACES if place.name == visit.page)
    chosen, focus = visit.selection, visit.focus
    parts = (
        lang._(title),
        lang.month(chosen.through) if chosen.through else str(chosen.year or ""),
        _name(markets().name, focus.market, lang),
        _name(partial(name_of_code, NameKind.ITEM), focus.item, lang),
        lang.month(focus.month) if focus.month else "",
        vintage_words(chosen.vintage, lang) if chosen.vintage != LATEST else "",
    )
    return " · ".join(part for part in parts if part)


def _name(name: Callable[[str, str], str], code: str, lang: Language) -> str:
    group = group_named(code)
    return group.name(lang.code) if group else name(code, lang.code) if code else ""
