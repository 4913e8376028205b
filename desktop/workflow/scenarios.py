"""The errands on scenarios: keep, list, remove, apply, compare, send and receive."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from desktop.figures.finding import Finding, Refused, Severity
from desktop.figures.scenario import Scenario, ScenarioChange, key_of
from desktop.figures.scenario_files import scenario_from_json, scenario_to_json
from desktop.figures.scenario_typing import checked
from desktop.figures.series import TRADE
from desktop.figures.vintage import LATEST, Vintage
from desktop.workflow.errands import NEWEST, YearAsked
from desktop.workflow.outlooks import Outlooks
from desktop.workflow.places import refuse_archive
from desktop.workflow.text_files import text_of

if TYPE_CHECKING:
    from desktop.analysis.outlook import Assumed, Outlook
    from desktop.analysis.results import Overview


APPLIED = 4
"""So many scenarios a report tells of."""


class Scenarios(Outlooks):
    """The errands on scenarios; `Office` brings the archive, the clock and the user."""

    def scenarios(self, vintage: Vintage = LATEST) -> list[Scenario]:
        """The scenarios in force, one a name, by name."""
        return in_force(self.archive.scenarios(vintage))

    def scenario_versions(self, vintage: Vintage = LATEST) -> list[Scenario]:
        """Every scenario that had been kept, oldest first: superseded and taken back ones too."""
        return self.archive.scenarios(vintage)

    def scenario_named(self, name: str, vintage: Vintage = LATEST) -> Scenario:
        """Give the scenario in force of a name; `Refused` where there is none."""
        for scenario in self.scenarios(vintage):
            if scenario.key == key_of(name):
                return scenario
        raise Refused(Finding(Severity.ERROR, "no_such_scenario", about=name))

    def keep_scenario(self, scenario: Scenario) -> ScenarioChange:
        """Keep a scenario; it supersedes the one of its name. `Refused` where it cannot be one."""
        return self.change_scenarios(ScenarioChange(added=(scenario,)))

    def remove_scenario(self, name: str) -> ScenarioChange:
        """Take a scenario back, with all its versions; nothing is deleted."""
        key = self.scenario_named(name).key
        numbers = [s.number for s in self.archive.scenarios() if s.key == key and not s.withdrawn]
        return self.change_scenarios(ScenarioChange(withdrawn=tuple(numbers)))

    def change_scenarios(self, wanted: ScenarioChange) -> ScenarioChange:
        """Add, take back and bring back scenarios, wholly or not at all; say what changed."""
        sound = replace(wanted, added=tuple(checked(one) for one in wanted.added))
        return self.archive.change_scenarios(sound, at=self._clock(), by=self._user)

    # Applying --------------------------------------------------------------------------------

    def assumed(
        self,
        scenarios: Sequence[Scenario],
        asked: YearAsked = NEWEST,
        *,
        overview: Overview | None = None,
    ) -> tuple[Outlook, tuple[Assumed, ...]]:
        """Say what each of some scenarios would change of a year, beside the outlook without them.

        They need not be kept. Raises `Refused` where nothing of what is asked is held.
        """
        from desktop.analysis.outlook import with_scenarios  # noqa: PLC0415 - after first paint

        standing = overview or self.held_overview(asked)
        figures = self._outlook_figures(standing.vintage, standing.year)
        sound = [checked(one) for one in scenarios]
        flows = {s.flow for one in sound for s in one.shocks} or set(TRADE)
        found = None
        if figures is not None:
            detail = self._detail(standing, [*flows, *self._flows_within(standing)])
            found = with_scenarios(figures.columns, standing, detail, sound)
        if found is None:
            raise Refused(self.nothing_told())
        return found

    def scenarios_applied(self, overview: Overview) -> tuple[Assumed, ...]:
        """What each scenario in force would change of a year; of many the newest, by name."""
        newest = sorted(self.scenarios(overview.vintage), key=lambda s: s.made_at)[-APPLIED:]
        if not newest:
            return ()
        ordered = sorted(newest, key=lambda s: s.key)
        return self.assumed(ordered, overview=overview)[1]

    def _applied(self, number: str, overview: Overview) -> Assumed | None:
        """Apply the scenario of a number; None where none that is in force has it."""
        held = [s for s in self.scenarios(overview.vintage) if str(s.number) == number]
        if not held:
            return None
        return self.assumed(held, overview=overview)[1][0]

    # Sending and receiving -------------------------------------------------------------------

    def export_scenario(self, name: str, out: Path) -> Path:
        """Write a scenario as a small text file, with its author and day."""
        from desktop.reports.saving import save_whole  # noqa: PLC0415 - after first paint

        refuse_archive(out, self.location)
        save_whole((scenario_to_json(self.scenario_named(name)) + "\n").encode(), out)
        return out

    def read_scenario(self, path: Path) -> Scenario:
        """Read a scenario from a file; `Refused` where it is none."""
        text = text_of(path)
        try:
            return checked(scenario_from_json(text))
        except ValueError as error:
            finding = Finding(Severity.ERROR, "not_a_scenario", found=str(error), about=path.name)
            raise Refused(finding) from error


def in_force(versions: Sequence[Scenario]) -> list[Scenario]:
    """Give the newest version of each name that was not taken back, by name."""
    newest = {one.key: one for one in versions if not one.withdrawn}
    return sorted(newest.values(), key=lambda one: one.key)
