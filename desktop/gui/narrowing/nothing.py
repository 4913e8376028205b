"""Why a page has nothing to show, by what was asked of it, and the ways out of that."""

from __future__ import annotations

from collections.abc import Callable

from desktop.figures.finding import Finding, Refused, Severity
from desktop.figures.finding_texts import in_words
from desktop.figures.window_finding_texts import CONNECTING
from desktop.gui import actions
from desktop.gui.narrowing.chips import focus_words
from desktop.gui.parts.empty_state import EmptyState, Way, window_action
from desktop.gui.session import Session


def tell_nothing(state: EmptyState, session: Session, picture: str, needs: str) -> None:
    """Say why there is nothing: chips, a chosen time, provinces alone, or an empty archive.

    `needs` says, in the window's language, what the page is told by.
    """
    say, colours, chosen = session.language._, session.theme.colours, session.selection
    if session.focus:
        asked = ", ".join(words for words in focus_words(session.focus, session.language).values()
                          if words)  # fmt: skip
        text = say("No return tells anything of this. Remove the chip above, or show all again.")
        ways: list[Way] = [(say("Show all again"), window_action(state, actions.UNFOCUS))]
        state.tell(picture, say("Nothing of {asked}", asked=asked), text, ways, colours)
    elif chosen.year or chosen.through or chosen.vintage.as_of:
        text = say("No return that counts on the day chosen tells of the month chosen.")
        ways = [(say("Show the newest"), session.look_at_newest)]
        state.tell(picture, say("No figures of that time"), text, ways, colours)
    elif session.provinces:
        alone = Finding(Severity.ERROR, "provinces_alone", found=str(session.provinces))
        ways = [
            (say("How each province stands"), window_action(state, f"{actions.PAGE}overview")),
            (say("Import returns…"), window_action(state, actions.IMPORT)),
        ]
        text = in_words(alone, session.language, in_window=True)
        state.tell(picture, say("Of the nation nothing is told"), text, ways, colours)
    else:
        ways = [
            (say("Import returns…"), window_action(state, actions.IMPORT)),
            (say("Open the example"), window_action(state, actions.EXAMPLE)),
        ]
        state.tell(picture, say("Nothing to show yet"), needs, ways, colours)


def tell_refused(
    state: EmptyState, session: Session, refusal: Refused, again: Callable[[], object]
) -> None:
    """Say why nothing could be read at all, and the ways out: again, or another archive."""
    say, first = session.language._, refusal.findings[0]
    ways: list[Way] = [
        (say("Try again"), again),
        (say("Open another archive…"), window_action(state, actions.ARCHIVE)),
    ]
    if first.code in CONNECTING:
        ways.insert(
            1, (say("Connect to an office's archive…"), window_action(state, actions.CONNECT))
        )
    told = in_words(first, session.language, in_window=True)
    title = say("The archive cannot be opened")
    state.tell("archive", title, told, ways, session.theme.colours)
