"""A visit as a text that can be sent to a colleague: ``export-tracker://markets?market=US``."""

from __future__ import annotations

from collections.abc import Collection
from datetime import date
from urllib.parse import parse_qsl, urlencode, urlsplit

from desktop.figures.catalogue import markets
from desktop.figures.directions import NameKind
from desktop.figures.groupings import Dimension, dimension_of
from desktop.figures.month import Month
from desktop.figures.name_codes import catalogues
from desktop.figures.series import NEW
from desktop.figures.vintage import Vintage, day_or_moment
from desktop.gui.palette.visits import Visit
from desktop.gui.session import Focus
from desktop.workflow import YearAsked

SCHEME = "export-tracker"
_FIRST = "first"
_LAST_YEAR = 9999
_AROUND = " \t\r\n<>\"'"
"""What may stand around a link that was copied out of a letter."""


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
    return _told(text).get("archive", "")


def _told(text: str) -> dict[str, str]:
    """Say what a link names, as far as it can be read."""
    try:
        return dict(parse_qsl(urlsplit(text.strip(_AROUND)).query))
    except ValueError:
        return {}


def is_link(text: str) -> bool:
    """Say whether a text means to be a link of ours."""
    return text.strip(_AROUND).casefold().startswith(f"{SCHEME}:")


def strangers_in(text: str) -> tuple[str, ...]:
    """Give the market and the item that a link names and nobody knows here, if it does."""
    told = _told(text)
    asked = ((told.get("market", ""), _is_market), (told.get("item", ""), _is_item))
    return tuple(code for code, known in asked if code and not known(code))


def visit_of(text: str, pages: Collection[str]) -> Visit | None:
    """Read a link; None where it leads to nothing that is known here.

    What a newer version may have added to it is passed over, and so are a market and an item that
    are not known here (`strangers_in`): an office's own groups come and go.
    """
    try:
        parts = urlsplit(text.strip(_AROUND))
        told = dict(parse_qsl(parts.query, strict_parsing=bool(parts.query)))
        selection = _selection(told)
        month = Month.parse(told["month"]) if "month" in told else None
    except ValueError:
        return None
    if parts.scheme != SCHEME or parts.netloc not in pages:
        return None
    market, item = told.get("market", ""), told.get("item", "")
    focus = Focus(market if _is_market(market) else "", item if _is_item(item) else "", month)
    return Visit(parts.netloc, selection, focus)


def _selection(told: dict[str, str]) -> YearAsked:
    through = Month.parse(told["through"]) if "through" in told else None
    year = through.year if through else int(told["year"]) if "year" in told else None
    if year is not None and not 0 < year <= _LAST_YEAR:
        raise ValueError(f"{year} is no year")
    as_of = date.fromisoformat(told["as-of"]) if "as-of" in told else None
    known_by = day_or_moment(told["known-by"]) if "known-by" in told else None
    return YearAsked(year, through, Vintage(as_of, told.get("release") == _FIRST, known_by))


def _is_market(code: str) -> bool:
    return (
        code in markets() or dimension_of(code) is Dimension.MARKET or code.startswith(NEW)
    )  # fmt: skip


def _is_item(code: str) -> bool:
    known = any(code in c for c in catalogues(NameKind.ITEM))
    return known or dimension_of(code) is Dimension.ITEM or code.startswith(NEW)
