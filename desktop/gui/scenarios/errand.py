"""The errand of scenarios: which are held, which stand beside the outlook, kept and taken back."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from desktop.gui.overwriting import keep
from desktop.gui.shell.notice import Message
from desktop.gui.tokens import Tone
from desktop.gui.undo_history import Change

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from typing import Any

    from desktop.analysis.outlook import Assumed
    from desktop.analysis.results import Overview
    from desktop.figures.scenario import Scenario, ScenarioChange
    from desktop.gui.forecasting import Forecaster
    from desktop.gui.jobs import Job
    from desktop.gui.session import Session
    from desktop.workflow import Office

_LIST, _APPLY, _CHANGE = "scenarios", "scenarios applied", "changing scenarios"
MOST = 2
"""So many stand side by side."""


class ScenarioErrand(QObject):
    """Keeps the scenarios in force, and what those chosen would change of the outlook shown.

    `listed` says that others are held, `applied` that there is another answer or none.
    """

    listed, applied = Signal(), Signal()
    said = Signal(object)  # Message

    def __init__(self, session: Session, forecaster: Forecaster) -> None:
        """Follow the outlook: what it is of, the scenarios are applied to."""
        super().__init__()
        self._session, self._forecaster = session, forecaster
        self.held: tuple[Scenario, ...] = ()
        self.seen: int | None = None  # the number of the archive's last change when they were held
        self._asked_once = False
        self.chosen: tuple[str, ...] = ()
        self._answer: tuple[Overview, tuple[Scenario, ...], tuple[Assumed, ...]] | None = None
        forecaster.answered.connect(self._follow)

    def _follow(self) -> None:
        if self._forecaster.outlook is not None:
            self.refresh()

    def refresh(self) -> None:
        """Ask again which scenarios are held, then what those chosen would change."""
        self._session.run(
            _LIST,
            lambda office, _: (office.changes, tuple(office.scenarios())),
            lambda answer: self._take_list(*answer),
        )

    def _take_list(self, seen: int, held: tuple[Scenario, ...]) -> None:
        self.seen = seen
        keys = {one.key for one in held}
        changed = held != self.held or not self._asked_once
        self._asked_once = True
        self.held = held
        self.chosen = tuple(key for key in self.chosen if key in keys)
        if changed:
            self.listed.emit()
        self._apply()

    def choose(self, keys: Sequence[str]) -> None:
        """Let scenarios stand beside the outlook, by their keys; none takes them away."""
        wanted = tuple(dict.fromkeys(key for key in keys if key))[:MOST]
        if wanted != self.chosen:
            self.chosen = wanted
            self._apply()

    @property
    def asked(self) -> tuple[Scenario, ...]:
        """The scenarios chosen."""
        by_key = {one.key: one for one in self.held}
        return tuple(by_key[key] for key in self.chosen if key in by_key)

    @property
    def found(self) -> tuple[Assumed, ...]:
        """What those chosen would change of the outlook that is shown; empty until it is known."""
        if self._answer is None:
            return ()
        overview, asked, found = self._answer
        return found if overview is self._forecaster.overview and asked == self.asked else ()

    def _apply(self) -> None:
        overview, asked = self._forecaster.overview, self.asked
        if overview is None or not asked:
            self._answer = None
            self.applied.emit()
            return

        def work(office: Office, _progress: Any) -> object:
            return office.assumed(asked, overview=overview)[1]

        def take(found: tuple[Assumed, ...]) -> None:
            self._answer = (overview, asked, found)
            self.applied.emit()

        self._session.run(_APPLY, work, take)

    # Changing --------------------------------------------------------------------------------

    def keep(self, scenario: Scenario, instead_of: str = "", seen: int | None = None) -> None:
        """Keep a scenario and show it; one that was renamed takes the older name's place.

        `seen` is what was `seen` when the user began; what a colleague did since is asked about.
        """
        from desktop.figures import scenario as scenarios  # noqa: PLC0415 - after first paint

        def work(office: Office, _progress: Any) -> ScenarioChange:
            gone: tuple[int, ...] = ()
            if instead_of and instead_of != scenario.key:
                gone = tuple(s.number for s in office.scenarios() if s.key == instead_of)
            return office.change_scenarios(scenarios.ScenarioChange((scenario,), gone))

        def kept(done: ScenarioChange) -> None:
            others = [key for key in self.chosen if key not in (scenario.key, instead_of)]
            self.chosen = (scenarios.key_of(scenario.name), *others)[:MOST]
            self._changed(done)

        keep(self._session, _CHANGE, work, kept, self.seen if seen is None else seen)

    def remove(self, key: str) -> None:
        """Take a scenario back; Ctrl+Z brings it again."""
        name = next((one.name for one in self.held if one.key == key), "")
        if name:
            keep(
                self._session, _CHANGE, lambda office, _: office.remove_scenario(name),
                self._changed, self.seen,
            )  # fmt: skip

    def read(self, path: Path) -> None:
        """Keep the scenario of a file."""

        def work(office: Office, _progress: Any) -> tuple[Scenario, ScenarioChange]:
            scenario = office.read_scenario(path)
            return scenario, office.keep_scenario(scenario)

        def kept(answer: tuple[Scenario, ScenarioChange]) -> None:
            scenario, done = answer
            self.chosen = (scenario.key, *(k for k in self.chosen if k != scenario.key))[:MOST]
            self._changed(done)

        keep(self._session, _CHANGE, work, kept, self.seen)

    def write(self, key: str, out: Path) -> None:
        """Write a scenario as a small text file."""
        name = next(one.name for one in self.held if one.key == key)
        self._run(lambda office, _: office.export_scenario(name, out), self._written)

    def _written(self, out: Path) -> None:
        words = self._session.language._("Written: {path}", path=out)
        self.said.emit(Message(Tone.GOOD, words))

    def _run(self, errand: Any, then: Any) -> None:
        self._session.run(_CHANGE, errand, then)

    def _changed(self, done: ScenarioChange) -> None:
        if done:
            self._session.undo_history.add(self._undoable(done))
        self.refresh()

    def _undoable(self, done: ScenarioChange) -> Change:
        def start_undo(then: Callable[[Change], None]) -> Job:
            def undone(opposite: ScenarioChange) -> None:
                then(self._undoable(opposite))
                self.refresh()

            return keep(
                self._session, _CHANGE, lambda office, _: office.change_scenarios(done.undone),
                undone, self.seen,
            )  # fmt: skip

        return Change(self, start_undo)
