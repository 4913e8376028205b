"""An office made by hand: June 2025 as it stood, previews to review, and no archive behind it."""

from __future__ import annotations

import time
from collections.abc import Mapping, Sequence
from contextlib import AbstractContextManager, nullcontext
from datetime import date
from pathlib import Path

from desktop.analysis.provinces import Provinces
from desktop.analysis.results import Overview
from desktop.figures.comparison import Comparison
from desktop.figures.directions import AS_IT_STANDS, Directions
from desktop.figures.finding import Cancelled
from desktop.figures.month import Month
from desktop.figures.progress import Progress, unheard
from desktop.figures.reading import DateOrigin
from desktop.figures.received import StoredReturn
from desktop.figures.vintage import LATEST, Vintage
from desktop.workflow.errands import NEWEST, Choices, YearAsked
from desktop.workflow.previews import Outcome, Preview
from tests.gui.example_export import ExampleReports
from tests.gui.example_keeping import Keeping
from tests.gui.example_outlook import ExampleForesight
from tests.gui.example_overview import TARGET, overview
from tests.gui.example_returns import FINDINGS, comparison, reading
from tests.gui.example_review import ReviewAnswers
from tests.gui.example_structure import ExampleStructure
from tests.gui.example_targets import ExampleTargets


class ExampleOffice(
    ExampleReports, ExampleTargets, Keeping, ReviewAnswers, ExampleForesight, ExampleStructure
):
    """Answers as `workflow.Office` does, from the values above. Counts what it was asked."""

    groupings_amiss = ()

    def __init__(self, *, empty: bool = False, slowness: float = 0.0) -> None:
        super().__init__()
        self.stored: list[StoredReturn] = []
        self.asked: list[tuple] = []
        self.accepted: list[Preview] = []
        self.directed: list[Directions] = []
        self.empty = empty
        self.slowness = slowness
        self.submits = False  # as who is of a province does
        self.closed = False
        self.target = TARGET
        if not empty:
            for number in range(1, 7):
                self._keep(f"02-Bieu-T{number}.2025.xlsx", number, Month(2025, number), 300)

    def one_moment(self) -> AbstractContextManager[None]:
        return nullcontext()  # nothing is done to it meanwhile

    def _keep(self, name: str, number: int, month: Month, figures: int) -> None:
        held = StoredReturn(
            number, name, f"{number:064d}", "GSO", "gso_monthly", month, (month + 1).day(6),
            DateOrigin.CALENDAR, "2025-07-07T09:00:00", "an", figures, findings=FINDINGS[:number],
            first_month=month, last_month=month, new=figures - number, changed=number,
        )  # fmt: skip
        self.stored.append(held)

    @property
    def through(self) -> int:
        counted = [r.month.number for r in self.stored if not r.withdrawn]
        return max(counted, default=0)

    def provinces(self, asked: YearAsked = NEWEST) -> Provinces | None:
        assert asked is not None
        return None

    def overview(self, asked: YearAsked = NEWEST) -> Overview | None:
        known_by = asked.vintage.known_by
        self.asked.append((asked.year, asked.through, asked.vintage))
        time.sleep(self.slowness)
        if not self.through or (known_by and known_by < date(2025, 1, 1)):
            return None
        newest = asked.through.number if asked.through else self.through
        return overview(newest, asked.vintage, aimed=self.target is not None)

    def months(self, vintage: Vintage = LATEST) -> list[Month]:
        assert vintage is not None
        return [Month(2025, m) for m in range(1, self.through + 1)]

    def choices(self, vintage: Vintage = LATEST) -> Choices:
        held = [r for r in self.stored if not r.withdrawn]
        return Choices(
            tuple(self.months(vintage)),
            tuple(sorted((r.reported_on for r in held), reverse=True)),
            (date(2025, 7, 7),),
        )

    def preview(
        self,
        paths: Sequence[Path],
        progress: Progress = unheard,
        *,
        reported_on: date | None = None,
        directions: Mapping[Path, Directions] | None = None,
    ) -> list[Preview]:
        previews = []
        for done, path in enumerate(paths):
            progress(done, len(paths), path.name)
            time.sleep(self.slowness)
            said = (directions or {}).get(path, AS_IT_STANDS)
            read = self.read_as(path, reading(path.name, good=path.suffix == ".xlsx"), said)
            already = next(
                (r.number for r in self.stored if r.name == path.name and not r.withdrawn), None
            )
            held = comparison(read, already) if read.rows else Comparison()
            origin = DateOrigin.GIVEN if reported_on else read.date_origin
            day = reported_on or read.reported_on or date(2025, 8, 7)
            previews.append(Preview(path, read, held, day, origin, said))
        return previews

    def accept(self, previews: Sequence[Preview], progress: Progress = unheard) -> list[Outcome]:
        outcomes = []
        for done, preview in enumerate(previews):
            try:
                progress(done, len(previews), preview.path.name)
            except Cancelled as stopped:
                raise Cancelled(*outcomes) from stopped
            time.sleep(self.slowness)
            number = len(self.stored) + 1
            self._keep(preview.path.name, number, preview.reading.month, preview.figures)
            self.accepted.append(preview)
            outcomes.append(Outcome(preview, number, waits=self.submits))
        return outcomes

    def returns(self, vintage: Vintage = LATEST) -> list[StoredReturn]:
        return list(self.stored)

    def undo(self, number: int) -> None:
        self._set_withdrawn(number, withdrawn=True)

    def redo(self, number: int) -> None:
        self._set_withdrawn(number, withdrawn=False)

    def _set_withdrawn(self, number: int, *, withdrawn: bool) -> None:
        self.stored = [
            r._replace(withdrawn=withdrawn) if r.number == number else r for r in self.stored
        ]

    def close(self) -> None:
        self.closed = True
