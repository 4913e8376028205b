"""What an office decides beside targets: paths, scenarios, notes, names, layouts, rules, groupings.

None of it bears a day of report: of a vintage counts what had been decided by then.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from desktop.archive import decisions, layouts, notes, path_choices, scenarios, silencing, texts
from desktop.archive.chronicle import Stamp
from desktop.archive.connected import Connected
from desktop.archive.schema import grouping_sets, rule_sets
from desktop.figures.directions import LearnedLayout, NameDecision
from desktop.figures.kept_text import KeptText
from desktop.figures.note import Note
from desktop.figures.phasing import PathChoice
from desktop.figures.scenario import Scenario, ScenarioChange
from desktop.figures.silence import Silence
from desktop.figures.vintage import LATEST, Vintage


class Decided(Connected):
    """The part of `Archive` that keeps decisions: appended, superseded, never changed."""

    # Paths -----------------------------------------------------------------------------------

    def choose_path(self, choice: PathChoice, *, at: datetime, by: str) -> PathChoice:
        """Add how a path is to be spread, and give it with its number; the one in force if same."""
        with self._writing() as connection:
            return path_choices.add(connection, choice, Stamp(at, by))

    def path_choices(self, vintage: Vintage = LATEST) -> list[PathChoice]:
        """Every choice that had been made, oldest first; of one scope the last counts."""
        with self._reading() as connection:
            return path_choices.listed(connection, *vintage.decided_by)

    # Scenarios -------------------------------------------------------------------------------

    def change_scenarios(self, wanted: ScenarioChange, *, at: datetime, by: str) -> ScenarioChange:
        """Add, take back and bring back scenarios, wholly or not at all; say what changed.

        `Refused` where a number is unknown, counts already or no more.
        """
        with self._writing() as connection:
            return scenarios.change(connection, wanted, Stamp(at, by))

    def scenarios(self, vintage: Vintage = LATEST) -> list[Scenario]:
        """Every scenario that had been kept, oldest first, those taken back too."""
        with self._reading() as connection:
            return scenarios.listed(connection, *vintage.decided_by)

    # What officials taught --------------------------------------------------------------------

    def add_decisions(self, made: Sequence[NameDecision], *, at: datetime, by: str) -> int:
        """Keep what names mean; say how many decisions are now in force that were not.

        One made elsewhere (it says when) is passed over where a newer one is in force.
        """
        with self._writing() as connection:
            return decisions.add(connection, made, Stamp(at, by))

    def decisions(self, vintage: Vintage = LATEST) -> list[NameDecision]:
        """The decisions in force, by sender, kind, flow and label."""
        with self._reading() as connection:
            return decisions.listed(connection, *vintage.decided_by)

    def forget_decision(self, decision: NameDecision, *, at: datetime, by: str) -> None:
        """Let a name be undecided again; `Refused` where nothing is decided of it."""
        with self._writing() as connection:
            decisions.forget(connection, decision, Stamp(at, by))

    def add_layout(self, layout: LearnedLayout, *, at: datetime, by: str) -> LearnedLayout:
        """Keep a layout and give it with its number; the standing one, where it is the same."""
        with self._writing() as connection:
            return layouts.add(connection, layout, Stamp(at, by))

    def layouts(self, vintage: Vintage = LATEST) -> list[LearnedLayout]:
        """The layouts that count, by sender and name; a newer of one name replaces the older."""
        with self._reading() as connection:
            return layouts.listed(connection, *vintage.decided_by)

    def forget_layout(self, number: int, *, at: datetime, by: str) -> None:
        """Let a layout count no more; `Refused` where no such layout counts."""
        with self._writing() as connection:
            layouts.forget(connection, number, Stamp(at, by))

    # Early warnings --------------------------------------------------------------------------

    def add_silence(self, silence: Silence, *, at: datetime, by: str) -> Silence:
        """Keep a silence and give it with its number; the standing one, where it is the same."""
        with self._writing() as connection:
            return silencing.add(connection, silence, Stamp(at, by))

    def silences(self, vintage: Vintage = LATEST) -> list[Silence]:
        """The silences that were not lifted, oldest first."""
        with self._reading() as connection:
            return silencing.listed(connection, *vintage.decided_by)

    def lift_silence(self, number: int, *, at: datetime, by: str) -> None:
        """Let a warning be heard again; `Refused` where no such silence stands."""
        with self._writing() as connection:
            silencing.lift(connection, number, Stamp(at, by))

    def set_rules(self, body: str, *, at: datetime, by: str) -> None:
        """Keep the office's own rules of warning, as their text; the same is not kept twice."""
        with self._writing() as connection:
            texts.keep(connection, rule_sets, body, Stamp(at, by))

    def rules(self, vintage: Vintage = LATEST) -> KeptText | None:
        """The office's own rules in force; None while it has none."""
        with self._reading() as connection:
            return texts.newest(connection, rule_sets, *vintage.decided_by)

    # Groupings -------------------------------------------------------------------------------

    def set_groupings(self, body: str, *, at: datetime, by: str) -> None:
        """Keep the office's own groupings, as their text; the same are not kept twice."""
        with self._writing() as connection:
            texts.keep(connection, grouping_sets, body, Stamp(at, by))

    def groupings(self, vintage: Vintage = LATEST) -> KeptText | None:
        """The office's own groupings in force; None while it never had any, empty where none."""
        with self._reading() as connection:
            return texts.newest(connection, grouping_sets, *vintage.decided_by)

    def every_groupings(self) -> list[KeptText]:
        """All groupings that the office ever had, newest first."""
        with self._reading() as connection:
            return texts.every(connection, grouping_sets)

    # Notes -----------------------------------------------------------------------------------

    def add_note(self, note: Note, *, at: datetime, by: str) -> Note:
        """Keep a note and give it with its code; the standing one, where it is the same."""
        with self._writing() as connection:
            return notes.add(connection, note, Stamp(at, by))

    def notes(self, vintage: Vintage = LATEST, *, removed: bool = False) -> list[Note]:
        """The office's own notes that stand, by day; or every one that was removed."""
        with self._reading() as connection:
            return notes.listed(connection, *vintage.decided_by, removed=removed)

    def remove_note(self, note: Note, *, at: datetime, by: str) -> None:
        """Let a note stand no more, a shipped one too; `Refused` where it does not stand."""
        with self._writing() as connection:
            notes.remove(connection, note, Stamp(at, by))

    def restore_note(self, code: str, *, at: datetime, by: str) -> Note:
        """Let a removed note stand again; `Refused` where none of that code was removed."""
        with self._writing() as connection:
            return notes.restore(connection, code, Stamp(at, by))
