"""Jobs: one road off the window's thread and back."""

from __future__ import annotations

import threading

import pytest
from PySide6.QtCore import QCoreApplication

from desktop.figures.finding import Finding, Refused, Severity
from desktop.gui.jobs import Job, Jobs
from desktop.gui.memory import Memory
from desktop.gui.session import Session
from desktop.gui.theme import ThemeChoice


@pytest.fixture
def jobs(qapp):
    made = Jobs()
    yield made
    made.close()


def test_an_answer_comes_home_to_the_windows_thread(jobs, qtbot):
    seen = {}
    job = Job("sum", lambda _: threading.get_ident())
    job.succeeded.connect(lambda worked_in: seen.update(work=worked_in, home=threading.get_ident()))
    with qtbot.waitSignal(job.ended):
        jobs.start(job)
    assert seen["home"] == threading.get_ident() != seen["work"]


def test_a_superseded_answer_is_dropped_at_delivery(jobs, qtbot):
    let_go, answers = threading.Event(), []
    old = Job("overview", lambda _: let_go.wait(5) and "old")
    new = Job("overview", lambda _: "new")
    for job in (old, new):
        job.succeeded.connect(answers.append)
    jobs.start(old)
    with qtbot.waitSignals([old.ended, new.ended]):
        jobs.start(new)
        let_go.set()
    assert answers == ["new"]


def test_jobs_on_other_subjects_do_not_supersede(jobs, qtbot):
    answers = []
    made = [Job(subject, lambda _, s=subject: s) for subject in ("overview", "returns")]
    for job in made:
        job.succeeded.connect(answers.append)
    with qtbot.waitSignals([job.ended for job in made]):
        for job in made:
            jobs.start(job)
    assert sorted(answers) == ["overview", "returns"]


def test_progress_and_cancel_travel_together(jobs, qtbot):
    at_first_file = threading.Event()

    def read_files(progress):
        for number in range(1000):
            progress(number, 1000, f"{number}.xlsx")
            at_first_file.set()
            threading.Event().wait(0.001)

    job = Job("preview", read_files, "Reading")
    told = []
    job.progressed.connect(lambda *word: told.append(word))
    with qtbot.waitSignal(job.cancelled):
        jobs.start(job)
        at_first_file.wait(5)
        job.cancel()
    assert told[0] == (0, 1000, "0.xlsx")
    assert len(told) < 1000


def test_a_refusal_is_no_fault(jobs, qtbot):
    finding = Finding(Severity.ERROR, "no_such_file", about="x.xlsx")

    def refuse(_):
        raise Refused(finding)

    job = Job("preview", refuse)
    with qtbot.waitSignal(jobs.refused) as refusal, qtbot.assertNotEmitted(jobs.failed):
        jobs.start(job)
    assert refusal.args[0].findings == (finding,)


def test_a_fault_of_ours_comes_with_its_trace(jobs, qtbot, caplog):
    job = Job("overview", lambda _: 1 / 0)
    with qtbot.waitSignal(jobs.failed) as fault:
        jobs.start(job)
    sentence, trace = fault.args
    assert "ZeroDivisionError" in sentence
    assert "test_jobs.py" in trace
    assert "overview failed" in caplog.text


def test_closing_stops_what_runs(qapp):
    jobs, started = Jobs(), threading.Event()

    def endless(progress):
        started.set()
        while True:
            progress(0, 1, "")

    jobs.start(Job("preview", endless))
    started.wait(5)
    jobs.close()
    assert jobs.await_end(5000)


@pytest.mark.parametrize("flight", range(6))
def test_what_is_on_its_way_at_the_end_is_delivered_to_nobody(qtbot, settings, flight):
    """It once destroyed its job when all around that was gone, and the program fell."""
    session = Session(lambda: None, Memory(settings), "en", ThemeChoice.LIGHT)
    heard = []
    for _ in range(2):
        job = session.job("x", lambda _office, _progress: ("done", flight))
        job.succeeded.connect(lambda answer: (heard.append(answer), session.archive_changed.emit()))
        session.jobs.start(job)
    session.close()
    QCoreApplication.processEvents()
    assert heard == []


def test_what_is_asked_after_the_end_is_not_begun(qapp):
    jobs, worked = Jobs(), threading.Event()
    jobs.close()
    jobs.start(Job("sheet", lambda _: worked.set()))
    assert not jobs.busy
    assert jobs.await_end(5000)
    assert not worked.is_set()
