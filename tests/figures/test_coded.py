"""Codes of figures: texts whose value is the text, had at once, and never another."""

import pickle

import pytest

from desktop.figures.figure import Status
from desktop.figures.period import Basis
from desktop.figures.series import Flow, Measure, Ownership, Unit


@pytest.mark.parametrize("codes", [Flow, Measure, Unit, Ownership, Basis, Status])
def test_a_code_is_its_text(codes):
    for code in codes:
        assert type(code.value) is str
        assert (code.value, f"{code}") == (code, str.__str__(code))
        assert codes(code.value) is code
        assert pickle.loads(pickle.dumps(code)) is code
        with pytest.raises(AttributeError):
            code.value = "another"
