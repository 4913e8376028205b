"""The review under quick fingers: keys pressed twice, files dropped meanwhile, a page left."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import QDate

from desktop.gui.review.files import FileState
from tests.gui.example_office import ExampleOffice
from tests.gui.example_review import DOUBTFUL, FOREIGN

pytestmark = pytest.mark.slow

JULY, AUGUST = Path("/returns/02-Bieu-T7.2025.xlsx"), Path("/returns/02-Bieu-T8.2025.xlsx")


@pytest.fixture
def office():
    """Give an office that takes its time over every step."""
    return ExampleOffice(slowness=0.02)


@pytest.fixture
def read(window, idle, qtbot):
    """Read files and show the review of them."""

    def reader(*paths):
        with qtbot.waitSignal(window.importing.read):
            window.importing.preview(paths)
        idle(window)
        return window.review

    return reader


def names(review):
    return [preview.path.name for preview in review.previews]


def test_accepting_twice_writes_once_and_can_be_undone(window, read, office, idle):
    review = read(JULY)
    review.accept()
    review.accept()
    window.actions_["accept"].trigger()
    idle(window)
    assert [o.path.name for o in office.accepted] == [JULY.name]
    assert window.notice.message.sentence.startswith("1 return imported")
    window.session.undo_history.undo()
    idle(window)
    assert next(r for r in office.stored if r.name == JULY.name).withdrawn


def test_files_read_meanwhile_join_those_under_review(window, read):
    read(JULY)
    assert names(read(AUGUST)) == [JULY.name, AUGUST.name]
    assert window.review.chosen.path == AUGUST
    assert names(read(JULY)) == [AUGUST.name, JULY.name]
    window.reviewing.leave()
    assert window.review.previews == ()


def test_a_file_that_was_corrected_keeps_its_corrections(window, read, idle):
    review = read(DOUBTFUL, JULY)
    review.files.setCurrentIndex(review.files.shown.index(names(review).index(DOUBTFUL.name)))
    review.recognised.tools.not_data((15, 2, 15, 7))
    idle(window)
    corrected = review.chosen
    assert corrected.directions.plans
    again = read(DOUBTFUL)
    assert corrected in again.previews
    assert len(again.previews) == 2


def test_who_leaves_the_review_is_told_the_way_back(window, read):
    read(JULY)
    window.show_page("received")
    message = window.notice.message
    assert message.sentence == "1 file is still under review; nothing of it is written."
    message.pressed()
    assert window.page == "review"
    window.show_page("overview")
    window.actions_["waiting"].trigger()
    assert (window.page, names(window.review)) == ("review", [JULY.name])
    window.actions_["escape"].trigger()  # the notice first, which tells the way back
    window.actions_["escape"].trigger()
    assert (window.page, window.review.previews) == ("overview", ())


def test_a_date_given_a_moment_before_accepting_holds(window, read, office, idle):
    review = read(JULY)
    review.recognised.date.setDate(QDate(2025, 8, 9))
    review.accept()
    idle(window)
    (stored,) = office.accepted
    assert stored.reported_on == date(2025, 8, 9)


def test_accepting_waits_for_what_is_being_read_again(window, read, office, idle):
    review = read(DOUBTFUL)
    review.recognised.tools.not_data((15, 2, 15, 7))
    review.accept()  # the file asks about a name: that is led to, with the correction in
    idle(window)
    assert office.accepted == []
    assert review.state(review.chosen) is FileState.ASKS
    assert review.chosen.directions.plans


def test_a_copy_of_a_file_is_not_counted_twice(window, read):
    review = read(FOREIGN, JULY, AUGUST)
    figures = {p.reading.content_hash: p.figures for p in review.ready}
    assert f"{sum(figures.values()):,}" in review.tools.write.text()


def test_what_was_said_in_one_language_does_not_stand_in_the_other(window, read, idle):
    read(JULY).accept()
    idle(window)
    assert window.notice.isVisible()
    window.session.speak("vi")
    assert not window.notice.isVisible()
