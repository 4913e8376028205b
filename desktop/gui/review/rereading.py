"""Corrections on their way: a file read again as an official directs, undone step by step."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from desktop.figures.directions import AS_IT_STANDS, Directions, LearnedLayout, NameDecision
from desktop.figures.layouts import sender_name
from desktop.figures.progress import Progress
from desktop.gui.jobs import Job
from desktop.gui.overwriting import Overtaken, asked, carefully
from desktop.gui.session import Session
from desktop.gui.shell.notice import Message
from desktop.gui.tokens import Tone

if TYPE_CHECKING:
    from desktop.workflow import Office, Preview


@dataclass(frozen=True, slots=True)
class _Step:
    """What stood before a step, and the names that it decided."""

    directions: Directions
    decisions: tuple[NameDecision, ...] = ()


class Rereading(QObject):
    """Has files read again, one job at a time, and remembers how they were read before."""

    read_again = Signal(object)  # list[tuple[Preview, Preview]]: old, new
    learned = Signal(object)  # LearnedLayout
    said = Signal(object)  # Message
    rested = Signal()

    def __init__(self, session: Session) -> None:
        """Begin with nothing corrected."""
        super().__init__()
        self._session = session
        self.busy = False
        self._steps: dict[Path, list[_Step]] = {}

    def forget(self, paths: Iterable[Path] | None = None) -> None:
        """Begin anew: other files are under review, or some of them were read from the start."""
        for path in tuple(self._steps) if paths is None else paths:
            self._steps.pop(path, None)

    def can_undo(self, preview: Preview) -> bool:
        """Say whether a file was corrected here."""
        return bool(self._steps.get(preview.path))

    # Steps -------------------------------------------------------------------------------------

    def direct(self, preview: Preview, directions: Directions) -> None:
        """Read a file as directed; the step can be undone."""
        before = _Step(preview.directions)
        job = self._reading((preview,), {preview.path: directions})
        job.succeeded.connect(lambda _: self._steps.setdefault(preview.path, []).append(before))
        self._run(job, (preview,))

    def decide(
        self, preview: Preview, decisions: Sequence[NameDecision], others: Sequence[Preview]
    ) -> None:
        """Keep names for their sender, and read all files of that sender again."""
        made = tuple(decisions)
        step = _Step(preview.directions, made)
        files = (preview, *(p for p in others if p is not preview and _shares(p, made)))
        told = {p.path: p.directions for p in files}
        self._decide(files, told, step, preview.path, preview.known_at)

    def _decide(
        self, files: Sequence[Preview], told: Mapping[Path, Directions], step: _Step, of: Path,
        seen: int | None,
    ) -> None:  # fmt: skip
        """Keep a step's names, unless a colleague decided on them since the files were read."""
        overtaken: list[Overtaken] = []

        def first(office: Office) -> None:
            answer = carefully(lambda office, _: office.decide(step.decisions), seen)(office, None)
            overtaken.extend([answer] if isinstance(answer, Overtaken) else [])

        def read(_: object) -> None:
            if not overtaken:
                self._steps.setdefault(of, []).append(step)
                return
            finding, number = overtaken[0]
            again = lambda: self._decide(files, told, step, of, number)  # noqa: E731 - the button's
            self.said.emit(asked(finding, again, self._session.language))

        job = self._reading(files, told, first=first)
        job.succeeded.connect(read)
        self._run(job, files)

    def undo(self, preview: Preview) -> None:
        """Take the last step on a file back."""
        steps = self._steps.get(preview.path, [])
        if not steps:
            return
        step = steps[-1]

        def forget(office: Office) -> None:
            for decision in step.decisions:
                office.forget_decision(decision)

        told = {preview.path: step.directions}
        job = self._reading((preview,), told, first=forget)
        job.succeeded.connect(lambda _: steps and steps.pop())
        self._run(job, (preview,))

    def as_recognised(self, preview: Preview) -> None:
        """Read a file as it stands, with nothing but its password; the step can be undone."""
        password = preview.directions.password
        self.direct(preview, Directions(password=password))

    def redate(self, preview: Preview, day: date) -> None:
        """Compare a file again as published on another day."""
        told = preview.directions
        job = self._session.job(
            "read again",
            lambda office, progress: office.preview(
                [preview.path], progress, reported_on=day, directions={preview.path: told}
            ),
            self._session.language._("Reading returns"),
        )
        self._run(job, (preview,))

    def refresh(self, previews: Sequence[Preview]) -> None:
        """Compare files again: the archive has changed since."""
        told = {p.path: p.directions for p in previews}
        if told:
            self._run(self._reading(previews, told), previews)

    def try_again(self, previews: Sequence[Preview]) -> None:
        """Read those again that no layout fitted: one was learned since. The rest stays."""
        unread = (p for p in previews if p.reading.refused and p.reading.tables)
        self.refresh([p for p in unread if p.directions == AS_IT_STANDS])

    # Layouts -----------------------------------------------------------------------------------

    def learn(self, layout: LearnedLayout) -> None:
        """Keep a layout for its sender."""
        lang = self._session.language
        self._session.run(
            "learn",
            lambda office, _: office.learn(layout),
            self._keep,
            lang._("Keeping the layout"),
        )

    def _keep(self, layout: LearnedLayout) -> None:
        lang = self._session.language
        text = lang._(
            "Kept as a layout of {sender}: its next files are read by themselves.",
            sender=sender_name(layout.sender, lang),
        )
        self.said.emit(Message(Tone.GOOD, text))
        self.learned.emit(layout)

    # Jobs --------------------------------------------------------------------------------------

    def _reading(
        self,
        previews: Sequence[Preview],
        told: Mapping[Path, Directions],
        first: Callable[[Office], object] | None = None,
    ) -> Job:
        """Make the job that reads files again, after a first errand if one is given."""

        def work(office: Office, progress: Progress) -> list[Preview]:
            if first is not None:
                first(office)
            return [office.read_again(p, told[p.path], progress) for p in previews]

        return self._session.job("read again", work, self._session.language._("Reading again"))

    def _run(self, job: Job, previews: Sequence[Preview]) -> None:
        old = tuple(previews)

        job.succeeded.connect(lambda new: self.read_again.emit(list(zip(old, new, strict=True))))
        job.ended.connect(self._rest)
        self.busy = True
        self._session.jobs.start(job)

    def _rest(self) -> None:
        self.busy = False
        self.rested.emit()


def _shares(preview: Preview, decisions: tuple[NameDecision, ...]) -> bool:
    """Say whether a file is of the sender, and has one of the names."""
    senders = {d.sender for d in decisions}
    labels = {d.label for d in decisions}
    reading = preview.reading
    return reading.sender in senders and (
        any(n.label in labels for n in reading.names)
        or any(q.about in labels for q in reading.questions)
    )
