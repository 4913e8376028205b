"""The usual size of revisions leads to each revision, and from there to both releases."""

from __future__ import annotations

from statistics import fmean

import pytest

from desktop.analysis import revisions
from desktop.analysis.tracing import leaves
from desktop.analysis.tracing.usual import usual_asked, usual_name, usual_traced
from desktop.figures.figure import Status
from desktop.figures.series import Flow, Series

ESTIMATE = Status.ESTIMATE
EXPORTS = Series(Flow.EXPORT)


@pytest.fixture
def frame(printer):
    """Two estimates that were revised by +10 % and -5 %, and a preliminary figure by +1 %."""
    printer.of_return("2025-01-29").month(100, "2025-01", status=ESTIMATE)
    printer.month(50, "2025-01", status=ESTIMATE, flow=Flow.IMPORT)
    printer.of_return("2025-02-28").month(110, "2025-01").month(200, "2025-02", status=ESTIMATE)
    printer.of_return("2025-03-29").month(190, "2025-02").month(300, "2025-03")
    printer.of_return("2025-07-06").month(303, "2025-03").month(130, "2025-01")
    return printer.frame()


def traced(frame, name):
    return usual_traced(frame, usual_asked(name))


def test_the_mean_leads_to_every_revision_and_its_cells(frame):
    told = traced(frame, "exports.usual_estimate_after_2")
    assert told.value == pytest.approx(fmean([0.10, 0.05]))
    assert sorted(one.value for one in told.inputs) == pytest.approx([-0.05, 0.10])
    assert {leaf.source.file for leaf in leaves(told)} == {f"return-{n}.xlsx" for n in (1, 2, 3)}
    signed = traced(frame, "exports.usual_estimate_after_2_signed")
    assert signed.value == pytest.approx(fmean([0.10, -0.05]))
    assert traced(frame, "exports.usual_estimate").value == pytest.approx(fmean([0.30, 0.05]))
    assert traced(frame, "exports.usual_all").value == pytest.approx(fmean([0.30, 0.05, 0.01]))


def test_a_balance_leads_to_both_flows(frame):
    told = traced(frame, "balance.usual_estimate")
    assert told.value == pytest.approx((80 - 50) / 50)
    flows = {leaf.source.printed for leaf in leaves(told)}
    assert flows == {"100", "130", "50"}


def test_a_name_is_read_as_it_is_written(frame):
    triangle = revisions.triangle(frame, EXPORTS)
    for signed in (False, True):
        asked = usual_asked(usual_name(triangle, ESTIMATE, signed=signed))
        assert asked == ((EXPORTS,), False, ESTIMATE, None, signed)
    assert usual_asked("exports.usual_revision") is None
    assert usual_asked("nothing.usual_estimate") is None
    assert traced(frame, "exports.usual_final") is None
