"""Typing Vietnamese by an input method: every editor that the window has composes and takes it.

`EDITORS` is held against the source: an editor in a file that is not walked here fails the test.
"""

from __future__ import annotations

import re
from datetime import date

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QInputMethodEvent, QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractSpinBox,
    QApplication,
    QComboBox,
    QLineEdit,
    QPlainTextEdit,
    QWidget,
)

from desktop.figures.month import Month
from desktop.figures.wording import language
from desktop.gui.archives.connect_dialog import ConnectDialog
from desktop.gui.charting.note_dialog import NoteDialog
from desktop.gui.palette.popup import Palette
from desktop.gui.parts.grid import Cell, Grid
from desktop.gui.received.filters import FilterBar
from desktop.gui.received.kept_dialog import KeptDialog
from desktop.gui.review.assisted import AssistedBanner
from desktop.gui.review.decisions import DecisionsCard
from desktop.gui.review.field_dialog import Field, FieldDialog
from desktop.gui.review.recognised import RecognisedCard
from desktop.gui.scenarios.dialog import ScenarioDialog
from desktop.gui.scenarios.shock_table import ShockTable
from desktop.gui.shell.target_dialog import TargetDialog
from desktop.gui.targets.phasing_fields import ShareFields
from desktop.gui.targets.phasing_panel import PhasingPanel
from desktop.gui.targets.tree_grid import TARGET
from desktop.gui.targets.tree_view import TreeView
from desktop.gui.tokens import LIGHT
from desktop.gui.warnings.silencing import SilenceBar
from tests.gui.targets.test_phasing import seasons

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support", extend=True)  # offscreen's
VI = language("vi")
WORDS = "Đồ gỗ, tiếng Việt ước đạt"
_CREATES = re.compile(
    r"Q(?:LineEdit|PlainTextEdit|TextEdit|SpinBox|DoubleSpinBox|DateEdit|TimeEdit)\("
    r"|make_searchable\(|class \w+\(Q(?:LineEdit|PlainTextEdit|TextEdit)\)|ItemIsEditable"
)
READ_ONLY = {"shell/trouble.py"}


def palette(window):
    return Palette(window.frame, window.session, lambda _: [])


def shock_editor(_window):
    table = ShockTable(VI, ())
    table.show()
    table.editItem(table.item(0, 0))
    return table


def tree_editor(_window):
    """A target that is being edited in its cell."""
    view = TreeView()
    view._editing.texts = [""]
    view.show_grid(Grid(("",) * (TARGET + 1), ((Cell("x"),) * (TARGET + 1),)), LIGHT)
    view.show()
    view.edit_row(0)
    return view


EDITORS = {
    "archives/connect_dialog.py": lambda w: ConnectDialog(w, VI),
    "palette/popup.py": palette,
    "warnings/silencing.py": lambda _: SilenceBar(VI),
    "review/field_dialog.py": lambda w: FieldDialog(
        w, VI, "?", [Field("unit", "Đơn vị", (), search=True), Field("month", "Tháng", ())]
    ),
    "review/recognised.py": lambda _: RecognisedCard(),
    "review/decisions.py": lambda _: DecisionsCard(),
    "review/assisted.py": lambda _: AssistedBanner(),
    "targets/phasing_panel.py": lambda _: PhasingPanel(seasons(), VI, LIGHT),
    "targets/phasing_fields.py": lambda _: ShareFields(Month(2025, 1), 12, VI),
    "targets/tree_view.py": tree_editor,
    "shell/target_dialog.py": lambda w: TargetDialog(w, VI, 2025, None),
    "scenarios/dialog.py": lambda w: ScenarioDialog(w, VI, Month(2025, 6), None),
    "scenarios/shock_table.py": shock_editor,
    "received/filters.py": lambda _: FilterBar(),
    "received/kept_dialog.py": lambda w: KeptDialog(w, w.session),
    "charting/note_dialog.py": lambda w: NoteDialog(w, VI, date(2025, 4, 2)),
}


def editors_in(whole: QWidget):
    """Lines and texts that are typed into; the line within a box of choices or numbers counts."""
    kinds = (QLineEdit, QPlainTextEdit)
    own = [whole] if isinstance(whole, kinds) else []
    found = own + [e for kind in kinds for e in whole.findChildren(kind)]
    return [e for e in found if not e.isReadOnly()]


def compose(editor: QWidget, words: str) -> None:
    """Compose as an input method does: a word grows and changes before it is committed."""
    for end in range(1, len(words) + 1):
        QApplication.sendEvent(editor, QInputMethodEvent(words[:end], []))
    done = QInputMethodEvent("", [])
    done.setCommitString(words)
    QApplication.sendEvent(editor, done)


def text_of(editor):
    return editor.toPlainText() if isinstance(editor, QPlainTextEdit) else editor.text()


def test_every_editor_of_the_window_is_walked(root):
    gui = root / "desktop" / "gui"
    creating = {
        str(path.relative_to(gui).as_posix())
        for path in gui.rglob("*.py")
        if _CREATES.search(path.read_text("utf-8"))
    }
    assert creating == set(EDITORS) | READ_ONLY


def test_composed_words_arrive_whole_and_what_is_given_up_leaves_nothing(window, qtbot):
    for name, make in EDITORS.items():
        whole = make(window)
        if whole.parent() is None:
            qtbot.addWidget(whole)
        walked = editors_in(whole)
        assert walked, name
        for editor in walked:
            assert editor.testAttribute(Qt.WidgetAttribute.WA_InputMethodEnabled), name
            if isinstance(editor.parent(), QAbstractSpinBox):
                editor.selectAll()
                compose(editor, "12")
                assert "12" in text_of(editor) or editor.hasAcceptableInput(), name
            else:
                typed(editor, name)
        whole.close()


def typed(editor, name):
    """Give a composition up, then carry one out."""
    editor.clear()
    QApplication.sendEvent(editor, QInputMethodEvent("tiê", []))
    QApplication.sendEvent(editor, QInputMethodEvent("", []))
    assert text_of(editor) == "", (name, editor.accessibleName())
    compose(editor, WORDS)
    assert text_of(editor) == WORDS, (name, editor.accessibleName())
    if isinstance(editor.parent(), QComboBox):
        editor.parent().hidePopup()


def test_an_input_method_that_types_by_keys_is_no_shortcut(window, qtbot):
    """UniKey and its kin send Backspace and the letter with its mark as keys."""
    window.show_page("received")
    search = window.received.filters.search
    search.setFocus()
    QTest.keyClicks(search, "cas")
    for _ in range(2):
        QTest.keyClick(search, Qt.Key.Key_Backspace)
    for letter in "á tra":  # a key without a number, as such a method sends it
        for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
            none = Qt.KeyboardModifier.NoModifier
            QApplication.sendEvent(search, QKeyEvent(kind, 0, none, letter))
    assert search.text() == "cá tra"
    assert window.page == "received"
