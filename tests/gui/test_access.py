"""Every control of every page: named, with a role and a value, reached by Tab, its focus seen."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QApplication,
    QComboBox,
    QLineEdit,
    QScrollBar,
    QWidget,
)

from desktop.gui.overview.kpi_card import KpiCard
from desktop.gui.parts.panel import TwinPanel
from tests.gui.conftest import JULY
from tests.shots.__main__ import SCENES
from tests.shots.stage import Stage, build_archive

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints", extend=True)  # offscreen's own
PAGES = ("overview", "markets", "sectors", "balance", "outlook", "received", "export", "review")
ROLE = QAccessible.Role
UNSAID = {ROLE.NoRole, ROLE.Client, ROLE.Pane, ROLE.Window, ROLE.LayeredPane}
"""Roles that say nothing of what can be done."""


@pytest.fixture
def pages(open_window, office, idle, qtbot):
    """Give a window, and each of its pages once it is shown."""
    window = open_window(office, language="vi", size=(1280, 720))

    def walked():
        for page in PAGES:
            if page == "review":
                window.importing.preview([JULY])
                qtbot.waitUntil(lambda: window.page == "review")
            else:
                window.show_page(page)
            idle(window)
            if page == "export":
                qtbot.waitUntil(lambda: bool(window.pages.page("export").preview.leaves))
            for _ in range(3):
                QApplication.processEvents()
            yield page

    return window, walked


def focusable(window):
    return [
        w for w in window.findChildren(QWidget)
        if w.isVisible() and w.isEnabled() and w.focusPolicy() & Qt.FocusPolicy.TabFocus
        and w.window() is window and not w.focusProxy() and not isinstance(w, QScrollBar)
    ]  # fmt: skip


def told(widget):
    return QAccessible.queryAccessibleInterface(widget)


def unsaid(window):
    """Say what of a window's controls a screen reader could not tell."""
    for widget in focusable(window):
        heard = told(widget)
        kind = f"{type(widget).__name__} in {type(widget.parentWidget()).__name__}"
        if not heard.text(QAccessible.Text.Name).strip():
            yield f"{kind} has no name"
        if heard.role() in UNSAID:
            yield f"{kind} has the role {heard.role().name}"
        checkable = isinstance(widget, QAbstractButton) and widget.isCheckable()
        if checkable and bool(heard.state().checked) is not widget.isChecked():
            yield f"{kind} does not say whether it is chosen"
        if isinstance(widget, (QLineEdit, QComboBox)):
            held = widget.text() if isinstance(widget, QLineEdit) else widget.currentText()
            if heard.text(QAccessible.Text.Value) != held:
                yield f"{kind} does not say what it holds"
        if isinstance(widget, QAbstractItemView) and widget.model().rowCount():
            first = widget.model().index(0, 0)
            empty = first.flags() & Qt.ItemFlag.ItemIsEditable  # a cell may wait for its words
            if not (empty or first.data(Qt.ItemDataRole.AccessibleTextRole) or first.data()):
                yield f"{kind} says nothing of its first row"


def test_every_control_has_a_name_a_role_and_what_it_holds(pages):
    window, walked = pages
    assert {page: sorted(set(unsaid(window))) for page in walked()} == {p: [] for p in PAGES}


DIALOGS = [s for s in SCENES if s.name in {
    "targets", "targets-set", "targets-path", "targets-form", "warnings", "provenance", "note",
    "revisions", "connect", "trouble", "shortcuts", "outlook-scenario-editor", "review-column",
    "received-undo", "received-kept", "review-proposed", "tour", "palette-typed",
}]  # fmt: skip


@pytest.mark.slow
@pytest.mark.parametrize("scene", DIALOGS, ids=[scene.name for scene in DIALOGS])
def test_every_dialog_s_controls_have_names_roles_and_values(scene, archive):
    stage = Stage(archive)
    try:
        scene.prepare(stage)
        scene.show(stage)
        stage.settle()
        assert [what for shown in (stage.window, *stage.dialogs()) for what in unsaid(shown)] == []
    finally:
        stage.close()


@pytest.fixture(scope="module")
def archive(tmp_path_factory):
    """The archive that the pictures are taken of."""
    return build_archive(tmp_path_factory.mktemp("shots") / "archive.sqlite3")


@pytest.mark.slow
def test_tab_reaches_every_control_once_a_round(pages, qtbot):
    window, walked = pages
    for page in walked():
        window.activateWindow()
        wanted = set(map(id, focusable(window)))
        window.setFocus()
        reached, order = set(), []
        for _ in range(3 * len(wanted)):
            qtbot.keyClick(window.focusWidget() or window, Qt.Key.Key_Tab)
            here = QApplication.focusWidget()
            if here is None or (id(here) in reached and here is order[0]):
                break
            reached.add(id(here))
            order.append(here)
        missed = [w for w in focusable(window) if id(w) not in reached and not grouped(w)]
        assert not missed, (page, missed)


def grouped(widget):
    """Of buttons that exclude one another Tab reaches the one that is chosen, arrows the others."""
    group = widget.group() if isinstance(widget, QAbstractButton) else None
    return group is not None and group.exclusive() and group.checkedButton() is not widget


@pytest.mark.slow
def test_the_focus_is_seen_wherever_it_is(pages):
    window, walked = pages
    window.activateWindow()
    unseen = []
    for page in walked():
        for widget in focusable(window):
            window.setFocus()
            QApplication.processEvents()
            around = widget.rect().adjusted(-4, -4, 4, 4)
            place = QRect(widget.mapTo(window, around.topLeft()), around.size())
            before = window.grab(place & window.rect()).toImage()
            widget.setFocus(Qt.FocusReason.TabFocusReason)
            QApplication.processEvents()
            moved = QRect(widget.mapTo(window, around.topLeft()), around.size())
            if moved == place and window.grab(place & window.rect()).toImage() == before:
                unseen.append(f"{page}: {type(widget).__name__} {widget.accessibleName()}")
    assert unseen == []


def test_cards_and_charts_read_as_sentences_and_every_chart_has_a_table(pages):
    window, walked = pages
    seen = 0
    for page in walked():
        for card in window.pages.currentWidget().findChildren(KpiCard):
            if card.isVisible():
                words = card.accessibleName()
                assert len(words.split()) > 3, (page, words)
                assert not set(words) & set("↑↓▲▼<>"), words
        for panel in window.pages.currentWidget().findChildren(TwinPanel):
            if not panel.isVisible():
                continue
            seen += 1
            assert panel.face.accessibleName() or panel.chart.accessibleName(), page
            assert len(panel.face.accessibleDescription().split()) > 3, (page, panel.title.text())
            panel.toggle.setChecked(True)
            assert panel.table.grid.rows, (page, panel.title.text())
            assert panel.table.accessibleName()
            panel.toggle.setChecked(False)
    assert seen >= 12


def test_tab_walks_along_a_panels_head_before_its_chart(pages):
    window, walk = pages
    seen = 0
    for page in walk():
        shown = focusable(window)
        for panel in window.findChildren(TwinPanel):
            inside = [w for w in shown if panel.isAncestorOf(w)]
            if panel.toggle not in inside:
                continue
            chain, at = [], panel.nextInFocusChain()
            while at is not panel:
                chain.append(at)
                at = at.nextInFocusChain()
            walked = sorted(inside, key=chain.index)
            foot = panel.stack.mapTo(panel, QPoint()).y()
            heads = [w for w in walked if w.mapTo(panel, QPoint()).y() < foot]
            assert walked[: len(heads)] == heads, (page, panel.title.text())
            first = panel.toggle.geometry().bottom()
            places = [w.mapTo(panel, QPoint()) for w in heads]
            order = [(p.y() > first, p.x()) for p in places]
            assert order == sorted(order), (page, panel.title.text())
            seen += len(heads) > 1
    assert seen >= 4


def test_tab_walks_as_the_eye_does_past_what_was_made_late(window, idle):
    """A table's twin, the rows of warnings and a page's tools come into being after the rest."""
    panel = window.overview.dashboard.months
    panel.toggle.click()
    assert panel.toggle.nextInFocusChain() is panel.table
    pane = window.overview.dashboard.warnings
    assert pane.rows[-1].nextInFocusChain() is pane.all
    window.show_page("targets")
    idle(window)
    chain, at = [], window.header.finder
    while at is not None and at not in chain:
        chain.append(at)
        at = at.nextInFocusChain()
    targets = window.pages.targets
    assert chain.index(targets.tools.set) < chain.index(targets.list)
