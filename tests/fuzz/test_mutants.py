"""Two dozen spoilt workbooks in the daily run; `make fuzz` runs ten thousand."""

from tests.fuzz.mutants import mutant
from tests.fuzz.run import run


def test_spoilt_workbooks_do_no_harm():
    tally = run(range(24), small=True)
    assert tally.defects == []
    assert tally.mutants == 24
    assert 0 < tally.stored <= tally.read < 24


def test_a_mutant_is_known_by_its_number():
    assert mutant(7, small=True) == mutant(7, small=True)
