"""Keeping what may overwrite a colleague's: what was done since the user looked is seen first."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

from desktop.figures.finding import Finding, Refused
from desktop.gui.shell.notice import Message
from desktop.gui.tokens import Tone

if TYPE_CHECKING:
    from collections.abc import Callable

    from desktop.figures.wording import Language
    from desktop.gui.jobs import Job
    from desktop.gui.session import Session
    from desktop.workflow import Office

    Deed = Callable[[Office, Any], Any]

_MEANWHILE = "_changed_meanwhile"


class Overtaken(NamedTuple):
    """A colleague was quicker: what they did, and the number of the change that was seen then."""

    finding: Finding
    number: int


def carefully(deed: Deed, seen: int | None) -> Deed:
    """Give the deed so that it answers `Overtaken`, and does nothing, where it would overwrite.

    `seen` is the number of the last change that the user was shown.
    """

    def work(office: Office, progress: Any) -> Any:
        try:
            with office.as_seen(seen):
                return deed(office, progress)
        except Refused as refusal:
            if not is_overtaken(refusal):
                raise
            return Overtaken(refusal.findings[0], office.changes)

    return work


def is_overtaken(refusal: Refused) -> bool:
    """Say whether an errand was refused because a colleague was quicker."""
    return refusal.findings[0].code.endswith(_MEANWHILE)


def keep(
    session: Session, subject: str, deed: Deed, then: Callable[[Any], object], seen: int | None
) -> Job:
    """Do a deed as a job; where it would overwrite what was not seen, say so and offer it again."""

    def answered(answer: object) -> None:
        if not isinstance(answer, Overtaken):
            then(answer)
            return
        number = answer.number
        again = lambda: keep(session, subject, deed, then, number)  # noqa: E731 - what the button does
        session.said.emit(asked(answer.finding, again, session.language))
        session.archive_changed.emit()  # so that what stands now is seen

    return session.run(subject, carefully(deed, seen), answered, typed=True)


def asked(finding: Finding, again: Callable[[], object], lang: Language) -> Message:
    """Make the notice that says what a colleague did, and does the user's own nevertheless."""
    return Message.about(finding, Tone.WARN, lang, lang._("It is meant so"), again)
