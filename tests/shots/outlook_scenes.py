"""The page of the outlook, in each of its states."""

from __future__ import annotations

from datetime import date

from desktop.figures.month import Month
from desktop.figures.scenario import Scenario, Shock
from desktop.figures.series import Flow
from desktop.figures.target import Target, TargetMeasure
from tests.shots.scene import Scene
from tests.shots.stage import Stage


def _open(stage: Stage) -> None:
    stage.window.show_page("outlook")
    stage.settle(lambda: stage.window.overview.forecaster.outlook is not None)


def set_targets(stage: Stage) -> None:
    office = stage.window.session.office()
    day = date(2025, 1, 8)
    for target in (
        Target(Flow.EXPORT, TargetMeasure.GROWTH, 2025, 0.15, 0.16, issued_on=date(2025, 3, 5)),
        Target(Flow.BALANCE, TargetMeasure.SURPLUS, 2025, 30e9, 30e9, issued_on=day),
        Target(Flow.EXPORT, TargetMeasure.VALUE, 2025, 95e9, 95e9, "ELEC", issued_on=day),
        Target(Flow.EXPORT, TargetMeasure.GROWTH, 2025, 0.12, 0.12, market="US", issued_on=day),
        Target(Flow.EXPORT, TargetMeasure.GROWTH, 2025, 0.1, 0.1, market="FTA/CPTPP",
               issued_on=day),
        Target(Flow.EXPORT, TargetMeasure.VALUE, 2025, 1e9, 1e9, "WOOD", "JP", issued_on=day),
    ):  # fmt: skip
        office.set_target(target)
    stage.window.session.archive_changed.emit()
    _open(stage)


def _tables(stage: Stage) -> None:
    page = stage.window.pages.outlook
    page.cumulative.toggle.setChecked(True)
    page.months.toggle.setChecked(True)
    page.reasons.show_pane(page.why)
    page.history.show_pane(page.record)


def _parts(stage: Stage) -> None:
    page = stage.window.pages.outlook
    page.history.show_pane(page.items)


def _february(stage: Stage) -> None:
    stage.window.session.select(year=2025, through=Month(2025, 2))
    _open(stage)


def _empty(stage: Stage) -> None:
    stage.window.show_page("outlook")
    stage.settle()


def _scenarios(stage: Stage) -> None:
    office, august = stage.window.session.office(), Month(2025, 8)
    shocks = (
        Shock(market="US", tariff=0.46, volume=-0.1, diverted=0.3),
        Shock(item="WOOD", market="US", tariff=0.46, volume=-0.25, diverted=0.3),
        Shock(item="TEXTILE", market="US", tariff=0.46, volume=-0.15, to=("EU27", "JP"),
              diverted=0.2),
    )  # fmt: skip
    office.keep_scenario(Scenario("US 46%", august, shocks, "Tự ước của Vụ"))
    office.keep_scenario(Scenario("US 20%", august, (Shock(market="US", volume=-0.05),)))
    set_targets(stage)
    scenarios = stage.window.pages.scenarios
    stage.settle(lambda: bool(scenarios.held))
    scenarios.choose(("us 46%", "us 20%"))
    stage.settle(lambda: bool(scenarios.found))


def _items(stage: Stage) -> None:
    page = stage.window.pages.outlook
    page.assumed.show_pane(page.assumed.items)
    page.reasons.show_pane(page.levers)


def _editor(stage: Stage) -> None:
    stage.window.pages.outlook.bar.edit_asked.emit()


SCENES = (
    Scene("outlook", _open),
    Scene("outlook-targets", set_targets, _parts),
    Scene("outlook-tables", _open, _tables),
    Scene("outlook-scenarios", _scenarios),
    Scene("outlook-scenario-items", _scenarios, _items),
    Scene("outlook-scenario-editor", _scenarios, _editor),
    Scene("outlook-february", _february),
    Scene("outlook-empty", _empty, empty=True),
)
