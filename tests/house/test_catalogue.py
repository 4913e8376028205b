"""Every text that the code has translated is gathered, wherever in the code it stands."""

from __future__ import annotations

import importlib.util

import pytest


@pytest.fixture(scope="module")
def catalogue(root):
    """Give the catalogue's tool, which is no part of the package."""
    place = root / "resources" / "translations" / "catalogue.py"
    spec = importlib.util.spec_from_file_location("catalogue", place)
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.mark.parametrize(
    ("source", "texts"),
    [
        ("lang._('One')", ["One"]),
        ("print(f\"{lang._('Within')}: {lang._(other)}\")", ["Within"]),
        ("say('Two ' 'parts')", ["Two parts"]),
        ("lang.plural('{count} file', '{count} files', n)", [("{count} file", "{count} files")]),
        ("NAMES = {1: N_('Later')}", ["Later"]),
        ("other('Not a text'); lang._('')", []),
    ],
)
def test_texts_are_found(catalogue, source, texts):
    assert list(catalogue.spoken(source)) == texts
