"""The dialog that sets a target reads what is typed as the terminal does: ranges, percentages."""

from __future__ import annotations

from datetime import date

import pytest
from PySide6.QtWidgets import QWidget

from desktop.figures.series import Flow
from desktop.figures.target import Target, TargetMeasure
from desktop.figures.wording import language
from desktop.gui.shell.target_dialog import VALUE, TargetDialog

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints", extend=True)  # offscreen's own
GROWTH = TargetMeasure.GROWTH


@pytest.fixture
def dialog(qtbot):
    """Open it on a target that is held."""
    parent = QWidget()
    qtbot.addWidget(parent)

    def opened(held=None, spoken="en"):
        return TargetDialog(parent, language(spoken), 2026, held)

    return opened


@pytest.mark.parametrize(
    ("typed", "ends"),
    [("12", (0.12, 0.12)), ("12 %", (0.12, 0.12)), ("15–16", (0.15, 0.16)), ("12,5%", (0.125,) * 2),
     ("0.12%", (0.0012, 0.0012))],
)  # fmt: skip
def test_growth_is_typed_with_or_without_a_sign_and_as_a_range(dialog, typed, ends):
    box = dialog()
    box.amount.setText(typed)
    made = box.target()
    assert (made.measure, made.low, made.high) == (GROWTH, *ends)


@pytest.mark.parametrize("typed", ["0.12", "0,12"])
def test_a_bare_fraction_is_asked_about_with_both_readings(dialog, qtbot, typed):
    box = dialog()
    box.amount.setText(typed)
    with qtbot.assertNotEmitted(box.set_asked):
        box.keep.click()
    assert f"“12%” or “{typed}%”" in box._note.text()


def test_what_is_no_amount_is_told_and_nothing_is_set(dialog, qtbot):
    box = dialog()
    box.measure.press(VALUE)
    box.amount.setText("12%")
    with qtbot.assertNotEmitted(box.set_asked):
        box.keep.click()
    assert "is no amount" in box._note.text()


@pytest.mark.parametrize(
    ("held", "spoken", "shown"),
    [
        (None, "en", ""),
        (Target(Flow.EXPORT, GROWTH, 2026, 0.15, 0.16), "en", "15–16"),
        (Target(Flow.EXPORT, TargetMeasure.VALUE, 2026, 454.1955e9, 454.1955e9), "vi", "454,1955"),
    ],
)
def test_it_starts_from_what_is_held_and_keeps_it_to_the_last_digit(dialog, held, spoken, shown):
    box = dialog(held, spoken)
    assert box.amount.text() == shown
    if held:
        assert box.target().low == pytest.approx(held.low)
        assert box.target().high == pytest.approx(held.high)


@pytest.mark.parametrize(
    ("day", "told"), [(None, "may be left empty"), (date(2026, 1, 8), "today, where it is empty")]
)
def test_what_an_empty_day_means_is_said_by_the_target_before(dialog, day, told):
    held = Target(Flow.EXPORT, GROWTH, 2026, 0.12, 0.12, issued_on=day)
    box = dialog(held)
    assert told in box.issued.placeholderText()
    assert "superseded" in box._note.text()
    first = dialog()
    assert "may be left empty" in first.issued.placeholderText()
    assert not first._note.text()
