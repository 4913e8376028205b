"""The press: what is made in its process is what would be made here, and it survives its work."""

from __future__ import annotations

import os
import threading
import time
from multiprocessing.process import BaseProcess

import pandas as pd
import pytest

from desktop.figures.finding import Cancelled, Finding, Refused, Severity
from desktop.figures.wording import language
from desktop.workflow.press import Aside, OnTheSpot

FULL = Finding(Severity.ERROR, "disk_full", about="/out.xlsx")


@pytest.fixture(scope="module")
def press():
    made = Aside()
    yield made
    made.close()


def whereabouts(_progress):
    return os.getpid()


def echoed(told, _progress):
    return told


def step_by_step(steps, progress):
    for step in range(steps):
        progress(step, steps, f"step {step}")
        time.sleep(0.01)
    return steps


def refusing(_progress):
    raise Refused(FULL)


def without_room(_progress):
    raise OSError(28, "No space left on device")


def deaf(_progress):
    time.sleep(60)


def dying(_progress):
    os._exit(3)


def unpackable(_progress):
    return lambda: None


def hears(told):
    def progress(done, total, what):
        told.append((done, total, what))

    return progress


def test_it_is_another_process_and_stays_the_same_one(press):
    first = press.do(whereabouts)
    assert first != os.getpid()
    assert press.do(whereabouts) == first
    assert OnTheSpot().do(whereabouts) == os.getpid()


def test_a_long_frame_arrives_as_it_was(press):
    frame = pd.DataFrame(
        {"item": [f"i{n % 7}" for n in range(9_001)], "value": range(9_001)}
    ).sort_values("item", kind="stable")
    pd.testing.assert_frame_equal(press.do(echoed, frame), frame)


def test_a_language_is_handed_on_by_its_code(press):
    assert press.do(echoed, language("vi")) is language("vi")


def test_progress_is_told_while_it_works(press):
    told = []
    assert press.do(step_by_step, 20, progress=hears(told)) == 20
    assert {total for _, total, _ in told if total} == {20}
    assert any(what.startswith("step") for *_, what in told)


def test_a_cancel_ends_the_work_and_not_the_process(press):
    before = press.do(whereabouts)

    def progress(done, _total, _what):
        if done > 3:
            raise Cancelled

    with pytest.raises(Cancelled):
        press.do(step_by_step, 100_000, progress=progress)
    assert press.do(whereabouts) == before


def test_work_that_does_not_listen_is_ended_with_its_process(press, monkeypatch):
    monkeypatch.setattr("desktop.workflow.press._GRACE", 0.1)
    before = press.do(whereabouts)

    def progress(*_):
        raise Cancelled

    with pytest.raises(Cancelled):
        press.do(deaf, progress=progress)
    assert press.do(whereabouts) != before


def test_a_refusal_keeps_its_findings(press):
    with pytest.raises(Refused) as refused:
        press.do(refusing)
    assert refused.value.findings == (FULL,)


def test_an_error_of_the_system_keeps_its_number_and_says_where_it_arose(press):
    with pytest.raises(OSError, match="No space left") as raised:
        press.do(without_room)
    assert raised.value.errno == 28
    assert "without_room" in raised.value.__notes__[0]


def test_what_cannot_be_handed_back_is_a_fault_of_ours(press):
    with pytest.raises(RuntimeError, match="cannot be handed on"):
        press.do(unpackable)
    assert press.do(whereabouts) != os.getpid()


def test_a_process_that_ends_by_itself_is_said_and_replaced(press):
    before = press.do(whereabouts)
    with pytest.raises(Refused) as refused:
        press.do(dying)
    assert refused.value.findings[0].code == "writer_ended"
    assert press.do(whereabouts) != before


def test_a_process_that_cannot_be_started_is_told_and_started_the_next_time(monkeypatch):
    def without_memory(_process):
        raise BlockingIOError(11, "Resource temporarily unavailable")

    press = Aside()
    with monkeypatch.context() as full:
        full.setattr(BaseProcess, "start", without_memory)
        for _ in range(2):
            with pytest.raises(BlockingIOError):
                press.do(whereabouts)
    assert press.do(whereabouts) != os.getpid()
    press.close()


def test_work_that_is_under_way_when_the_office_closes_is_given_up():
    press, told, works = Aside(), [], threading.Event()

    def do():
        try:
            press.do(deaf, progress=lambda *_: works.set())
        except Cancelled as error:
            told.append(error)

    asking = threading.Thread(target=do)
    asking.start()
    assert works.wait(30)
    press.close()
    asking.join(30)
    assert len(told) == 1
