"""Scenarios in the window, on a true office: made, shown side by side, undone, exchanged, found."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog

from desktop.figures.groupings import schemes
from desktop.figures.month import Month
from desktop.figures.scenario import Scenario, Shock
from desktop.figures.scenario_typing import shock_of
from desktop.figures.series import Flow
from desktop.figures.wording import language
from desktop.gui.scenarios.shock_table import COLUMNS, texts_of
from tests.analysis.outlook import detailed

AUGUST = Month(2025, 8)
MILD = Scenario("US 20%", AUGUST, (Shock(market="US", tariff=0.2, volume=-0.1),))

pytestmark = [
    pytest.mark.qt_log_ignore("propagateSizeHints", extend=True),
    pytest.mark.slow,
]  # offscreen's own


@pytest.fixture(scope="module")
def content(tmp_path_factory):
    """The bytes of an archive with items within markets."""
    return detailed.made(tmp_path_factory.mktemp("scenarios") / "a.sqlite3").read_bytes()


@pytest.fixture
def office(content, tmp_path):
    """Give a true office with a scenario; the window closes it."""
    place = tmp_path / "archive.sqlite3"
    place.write_bytes(content)
    office = detailed.office(place)
    office.keep_scenario(MILD)
    return office


@pytest.fixture
def page(window, qtbot, idle):
    """Give the page of the outlook, once the scenarios held are known."""
    idle(window)
    qtbot.waitUntil(lambda: bool(window.pages.scenarios.held), timeout=20_000)
    idle(window)
    window.show_page("outlook")
    return window.pages.outlook


def show(page, qtbot, *keys):
    page.scenarios.choose(keys)
    qtbot.waitUntil(lambda: len(page.scenarios.found) == len(keys), timeout=20_000)


def make(page, qtbot, name="US 46%", **cells):
    """Type a scenario into the editor and keep it."""
    page.new_scenario()
    dialog = page.editing.dialog
    qtbot.keyClicks(dialog.name, name)
    names = [column for column, _, _ in COLUMNS]
    for column, text in cells.items():
        dialog.table.item(0, names.index(column)).setText(text)
    return dialog


def keep(page, qtbot, dialog):
    with qtbot.waitSignal(page.scenarios.applied, timeout=20_000):
        dialog.keep.click()
    qtbot.waitUntil(lambda: bool(page.scenarios.found), timeout=20_000)


def test_a_scenario_is_typed_and_stands_beside_the_outlook_as_an_assumption(page, qtbot, window):
    dialog = make(page, qtbot, market="United States", item="Wood", tariff="46%", volume="-40%")
    keep(page, qtbot, dialog)
    (found,) = page.scenarios.found
    assert found.scenario.shocks == (Shock(Flow.EXPORT, "WOOD", "US", tariff=0.46, volume=-0.4),)
    assert "Assumption of Lan, 12 Jul 2025" in page.bar.told.text()
    first = page.assumed.effects.table.grid.rows[0]
    assert first[0].text == "Exports"
    assert float(first[2].text) < float(first[1].text)
    assert page.assumed.effects.note.text() == "Assumption of Lan, 12 Jul 2025"
    items = page.assumed.items.table.grid
    assert items.columns[1] == "To United States"
    assert items.rows[0][0].text == "Wood"
    assert "Wood · United States: tariff 46%, volume −40%" in page.assumed.assumed.text.text()
    assert any("US 46%" in end.text for end in page.charts[0].ends.labels)
    page.cumulative.toggle.click()
    assert "US 46%" in page.cumulative.table.grid.columns


def decimals_of(text):
    return max(len(end.partition(".")[2]) for end in text.split("–"))


def test_two_stand_side_by_side_and_none_takes_them_away(page, qtbot, office):
    office.keep_scenario(Scenario("US 46%", AUGUST, (Shock(market="US", volume=-0.3),)))
    page.scenarios.refresh()
    qtbot.waitUntil(lambda: len(page.scenarios.held) == 2)
    show(page, qtbot, "us 20%", "us 46%")
    grid = page.assumed.effects.table.grid
    assert grid.columns[1:] == ("Without", "US 20%", "US 46%")
    without, mild, hard = (float(cell.text) for cell in grid.rows[0][1:])
    assert without > mild > hard
    places = {decimals_of(c.text) for row in grid.rows for c in row[1:] if "%" not in c.text}
    assert len(places - {0}) == 1  # a band of large amounts has none
    assert page.assumed.isVisibleTo(page)
    qtbot.waitUntil(lambda: not page.history.isVisibleTo(page))
    page.scenarios.choose(())
    assert not page.assumed.isVisibleTo(page)
    qtbot.waitUntil(lambda: page.history.isVisibleTo(page))  # the tables come in the next turn


def test_what_cannot_be_meant_is_said_in_the_editor(page, qtbot):
    dialog = make(page, qtbot, market="Atlantis", volume="-5%")
    dialog.keep.click()
    assert dialog.isVisible()
    assert "Atlantis" in dialog.trouble.text()
    dialog.table.item(0, 1).setText("Japan")
    dialog.table.item(0, 3).setText("")
    dialog.keep.click()
    assert "changes nothing" in dialog.trouble.text()
    dialog.reject()


def test_changing_removing_undoing_and_doing_again(page, qtbot, window, office, idle):
    show(page, qtbot, "us 20%")
    page.chances.table.setFocus()
    qtbot.keyClick(page.chances.table, Qt.Key.Key_F2)
    dialog = page.editing.dialog
    assert dialog.name.text() == "US 20%"
    assert dialog.table.item(0, 3).text() == "−10%"
    dialog.table.item(0, 3).setText("-15%")
    keep(page, qtbot, dialog)
    idle(window)

    def volumes():
        return [s.shocks[0].volume for s in page.scenarios.held]

    assert volumes() == [-0.15]
    for action, expected in (("undo", [-0.1]), ("redo", [-0.15])):
        window.actions_[action].trigger()
        qtbot.waitUntil(lambda e=expected: volumes() == e, timeout=20_000)
        idle(window)
    page.bar.remove.click()
    qtbot.waitUntil(lambda: not page.scenarios.held, timeout=20_000)
    idle(window)
    window.actions_["undo"].trigger()
    qtbot.waitUntil(lambda: volumes() == [-0.15], timeout=20_000)
    assert len(office.scenario_versions()) == 2


def test_the_palette_makes_one_and_shows_each_by_name(page, qtbot, window):
    window.show_page("overview")
    found = [entry.code for entry in window.wayfinding.find("US 20")]
    assert "scenario:us 20%" in found
    assert any(entry.code == "scenario-new" for entry in window.wayfinding.find("kich ban moi"))
    entry = next(e for e in window.wayfinding.find("US 20") if e.code == "scenario:us 20%")
    window.wayfinding.choose(entry)
    assert window.page == "outlook"
    qtbot.waitUntil(lambda: len(page.scenarios.found) == 1, timeout=20_000)


def test_one_is_written_to_a_file_and_read_back(page, qtbot, window, tmp_path, monkeypatch, idle):
    show(page, qtbot, "us 20%")
    out = tmp_path / "us.json"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(out), ""))
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_: (str(out), ""))
    page.bar.write.click()
    qtbot.waitUntil(out.exists)
    idle(window)
    page.editing.remove()
    qtbot.waitUntil(lambda: not page.scenarios.held, timeout=20_000)
    idle(window)
    page.bar.read.click()
    qtbot.waitUntil(lambda: len(page.scenarios.held) == 1, timeout=20_000)
    assert page.scenarios.held[0].shocks == MILD.shocks


def test_everything_has_a_name_and_both_languages_are_complete(page, qtbot, window):
    show(page, qtbot, "us 20%")
    for pane in (page.assumed.effects, page.assumed.markets, page.assumed.items, page.levers):
        assert pane.table.accessibleName()
    assert page.bar.first.accessibleName() == "Scenario: US 20%"
    dialog = make(page, qtbot)
    for field in (dialog.name, dialog.since, dialog.note, dialog.table):
        assert field.accessibleName()
    dialog.reject()
    window.session.speak("vi")
    assert page.bar.first.accessibleName() == "Kịch bản: US 20%"
    assert page.bar.told.text().startswith("Giả định của Lan")


@pytest.mark.parametrize("code", ["vi", "en"])
def test_a_shock_shown_in_the_editor_is_read_back_as_it_was(code):
    lang = language(code)
    for shock in (
        Shock(Flow.EXPORT, "WOOD", "US", 0.46, -0.255, -0.03, 0.3, ("JP", "FTA/CPTPP", "KR")),
        Shock(Flow.EXPORT, "MARD/FISHERY", "FTA/CPTPP", volume=-1.0),
        Shock(Flow.EXPORT, "TEXTILE", "HK", monthly=1.25e8),
    ):
        assert shock_of(texts_of(shock, lang)) == shock


@pytest.mark.parametrize("code", ["vi", "en"])
@pytest.mark.parametrize("flow", [Flow.EXPORT, Flow.IMPORT])
def test_a_group_is_named_and_read_back_though_another_bears_its_name(code, flow):
    """Asia is a market of its own in some returns, and a continent: no bare code stands for it."""
    groups = [
        (scheme.dimension.value, group.code)
        for scheme in schemes().values()
        for group in scheme.all_of(flow)
    ]
    lang, shown = language(code), {}
    for part, group in groups:
        shock = Shock(flow, volume=-0.1, **{part: group})
        texts = texts_of(shock, lang)
        assert shock_of({**texts, "flow": flow.value}) == shock  # the editor's table says it so
        assert texts[part] != group
        shown[group] = texts[part]
    assert shown["FTA/EU"] == {"vi": "EU (Khối và đối tác FTA)",
                               "en": "European Union (Blocs and FTA partners)"}[code]  # fmt: skip
