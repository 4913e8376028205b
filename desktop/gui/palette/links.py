"""A visit as a text that can be sent to a colleague: ``export-tracker://markets?market=US``."""

from __future__ import annotations

from collections.abc import Collection
from datetime import date
from urllib.parse import parse_qsl, urlencode, urlsplit

from desktop.figures.catalogue import markets
from desktop.figures.directions import NEW, NameKind
from desktop.figures.groupings import Dimension, dimension_of
from desktop.figures.month import Month
from desktop.figures.name_codes import catalogues
from desktop.figures.vintage import Vintage, day_or_moment
from desktop.gui.palette.visits import Visit
from desktop.gui.session import Focus, Selection

SCHEME = "export-tracker"
_FIRST = "first"
_LAST_YEAR = 9999


def link_of(visit: Visit, archive: str = "") -> str:
    """Write a visit; what follows the newest or stands for all is left out.

    `archive` names one that is not simply the user's own, without saying where it is.
    """
    chosen, focus = visit.selection, visit.focus
    told = {
        "year": chosen.year if chosen.year and not chosen.through else "",
        "through": chosen.through or "",
        "as-of": chosen.vintage.as_of or "",
        "known-by": chosen.vintage.known_by.isoformat() if chosen.vintage.known_by else "",
        "release": _FIRST if chosen.vintage.first_release else "",
        "market": focus.market,
        "item": focus.item,
        "month": focus.month or "",
        "archive": archive,
    }
    query = urlencode({name: str(value) for name, value in told.items() if value})
    return f"{SCHEME}://{visit.page}" + (f"?{query}" if query else "")


def archive_of(text: str) -> str:
    """Name the archive that a link is of; empty where it says nothing."""
    return dict(parse_qsl(urlsplit(text.strip(" \t\r\n<>\"'")).query)).get("archive", "")


def is_link(text: str) -> bool:
    """Say whether a text means to be a link of ours."""
    return text.strip(" \t\r\n<>\"'").casefold().startswith(f"{SCHEME}:")


def visit_of(text: str, pages: Collection[str]) -> Visit | None:
    """Read a link; None where it leads to nothing that is known here.

    What a newer version may have added to it is passed over.
    """
    try:
        parts = urlsplit(text.strip(" \t\r\n<>\"'"))
        told = dict(parse_qsl(parts.query, strict_parsing=bool(parts.query)))
        selection = _selection(told)
        month = Month.parse(told["month"]) if "month" in told else None
    except ValueError:
        return None
    focus = Focus(told.get("market", ""), told.get("item", ""), month)
    if parts.scheme != SCHEME or parts.netloc not in pages or not _known(focus):
        return None
    return Visit(parts.netloc, selection, focus)


def _selection(told: dict[str, str]) -> Selection:
    through = Month.parse(told["through"]) if "through" in told else None
    year = through.year if through else int(told["year"]) if "year" in told else None
    if year is not None and not 0 < year <= _LAST_YEAR:
        raise ValueError(f"{year} is no year")
    as_of = date.fromisoformat(told["as-of"]) if "as-of" in told else None
    known_by = day_or_moment(told["known-by"]) if "known-by" in told else None
    return Selection(year, through, Vintage(as_of, told.get("release") == _FIRST, known_by))


def _known(focus: Focus) -> bool:
    market = focus.market in markets() or dimension_of(focus.market) is Dimension.MARKET
    item = any(focus.item in c for c in catalogues(NameKind.ITEM))
    item = item or dimension_of(focus.item) is Dimension.ITEM
    return all(
        not code or known or code.startswith(NEW)
        for code, known in ((focus.market, market), (focus.item, item))
    )
