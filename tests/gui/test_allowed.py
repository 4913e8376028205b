"""What an account may not do with returns is not offered on their page, which says why."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QWidget

from desktop.figures.received import Allowed

pytestmark = [
    pytest.mark.qt_log_ignore("propagateSizeHints", extend=True),  # offscreen's own
    pytest.mark.slow,
]


@pytest.fixture
def page(window, idle):
    window.show_page("received")
    idle(window)
    return window.received


@pytest.mark.parametrize(
    ("may", "submitted", "why"),
    [
        (Allowed(undo=False, decide=False), {}, "Only an editor of the whole office undoes"),
        (Allowed(decide=False), {"province": "VN-HN", "waiting": True, "withdrawn": True},
         "Only an approver decides"),
    ],
)  # fmt: skip
def test_what_an_account_may_not_do_is_not_offered_and_says_why(
    window, page, office, idle, may, submitted, why
):
    held = page.returns[0]._replace(**submitted)
    page.show_returns([held], page.due, may)
    offered = [b for b in (page.undo_button, page.redo_button) if b.isVisible()]
    assert len(offered) == 1 + bool(submitted)
    for button in offered:
        assert not button.isEnabled()
        assert button.toolTip().startswith(why[:20])
        assert why in button.accessibleDescription()
    page._withdraw()
    idle(window)
    assert window.findChild(QWidget, "undo") is None
    assert why in window.notice.message.sentence
    page.show_returns([held], page.due, Allowed())
    assert all(button.isEnabled() for button in offered)
    assert not page.undo_button.accessibleDescription()


def test_an_account_that_may_not_undo_is_asked_about_with_the_list(window, page, office, idle):
    office.may = Allowed(undo=False, decide=False)
    window.session.archive_changed.emit()
    idle(window)
    assert not page.undo_button.isEnabled()
