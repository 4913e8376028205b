"""A dozen spoilt workbooks in the daily run; `make fuzz` runs ten thousand."""

from tests.fuzz.mutants import mutant
from tests.fuzz.run import run


def test_spoilt_workbooks_do_no_harm():
    tally = run(range(12), small=True)
    assert tally.defects == []
    assert tally.mutants == 12
    assert 0 < tally.stored <= tally.read < 12


def test_a_mutant_is_known_by_its_number():
    assert mutant(7, small=True) == mutant(7, small=True)
