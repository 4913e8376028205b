"""Vintages in words: as of which day, as first released, as known when."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from desktop.figures.vintage import Vintage
    from desktop.figures.wording import Language


def vintage_words(vintage: Vintage, lang: Language) -> str:
    """Name a vintage: latest, first release, as of a day of report, as known on a day."""
    if vintage.as_of and vintage.known_by:  # the header has room for two days and few words
        day, known = lang.date(vintage.as_of), lang.moment(vintage.known_by)
        return lang._("{day}, known {known}", day=day, known=known)
    told = (
        lang._("first release") if vintage.first_release else "",
        lang._("as of {day}", day=lang.date(vintage.as_of)) if vintage.as_of else "",
        lang._("known on {day}", day=lang.moment(vintage.known_by)) if vintage.known_by else "",
    )
    return ", ".join(filter(None, told)) or lang._("latest")
