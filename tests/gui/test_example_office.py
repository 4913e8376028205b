"""The office made by hand answers to the very signatures of the real one: it cannot drift."""

import inspect

import pytest

from desktop.workflow import Office
from tests.gui.example_office import ExampleOffice

OWN = {"read_as", "through"}
"""What tests ask of the example alone."""

ANSWERS = {
    name: getattr(ExampleOffice, name)
    for made in ExampleOffice.__mro__
    if made.__module__.startswith("tests.")
    for name, value in vars(made).items()
    if not name.startswith("_") and (inspect.isfunction(value) or isinstance(value, property))
}


def test_it_answers_only_what_an_office_is_asked():
    assert {name for name in ANSWERS if not hasattr(Office, name)} == OWN


@pytest.mark.parametrize("name", [name for name in ANSWERS if hasattr(Office, name)])
def test_each_errand_takes_and_gives_what_the_offices_does(name):
    real, ours = getattr(Office, name), ANSWERS[name]
    if callable(real):
        assert inspect.signature(ours) == inspect.signature(real)
    else:
        assert isinstance(ours, type(real))
