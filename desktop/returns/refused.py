"""A file that cannot be read at all, as a reading without figures that says why."""

from __future__ import annotations

from desktop.figures.reading import Ask, DateOrigin, Question, Reading
from desktop.returns.refusal import UnreadableError

_LOCKED = frozenset({"password_protected", "wrong_password"})


def refused(name: str, content_hash: str, refusal: UnreadableError) -> Reading:
    """Say why nothing was read; of what is locked the password is asked."""
    asked = (Question(Ask.PASSWORD, about=name),) if refusal.code in _LOCKED else ()
    return Reading(
        name, content_hash, "", "", None, None, DateOrigin.IMPORTED, (),
        (refusal.finding(name),), questions=asked,
    )  # fmt: skip
