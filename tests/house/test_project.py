"""What pyproject.toml and constraints.txt promise: reasons, pins, hashes, nothing unsaid."""

from __future__ import annotations

import re
import sys
import tomllib
from importlib.metadata import packages_distributions
from pathlib import Path

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

ROOT = Path(__file__).resolve().parents[2]
PYPROJECT = (ROOT / "pyproject.toml").read_text("utf-8")
PROJECT = tomllib.loads(PYPROJECT)["project"]
RUNTIME = [Requirement(text) for text in PROJECT["dependencies"]]
OFFICE = [Requirement(text) for text in PROJECT["optional-dependencies"]["office"]]
# The developer's environment takes the office's packages in, by the project's own name.
DEVELOPMENT = [
    one
    for one in map(Requirement, PROJECT["optional-dependencies"]["dev"])
    if one.name != PROJECT["name"]
]
PINS = (ROOT / "constraints.txt").read_text("utf-8")

_IMPORT = re.compile(r"^ *(?:import|from(?= \S+ import )) (\w+)", re.MULTILINE)
# Needed without being imported by name.
SILENT: set[str] = set()


def _pinned() -> dict[str, list[str]]:
    pins: dict[str, list[str]] = {}
    for name, version in re.findall(r"^([\w.-]+)==([\w.]+)", PINS, re.MULTILINE):
        pins.setdefault(canonicalize_name(name), []).append(version)
    return pins


def _imported() -> set[str]:
    """Give the distributions that desktop/ imports by name."""
    tops: set[str] = set()
    for path in (ROOT / "desktop").rglob("*.py"):
        tops.update(_IMPORT.findall(path.read_text("utf-8")))
    outside = tops - set(sys.stdlib_module_names) - {"desktop"}
    known = packages_distributions()
    return {canonicalize_name(owner) for top in outside for owner in known.get(top, [top])}


@pytest.mark.parametrize("requirement", RUNTIME + OFFICE + DEVELOPMENT, ids=str)
def test_a_dependency_is_pinned_within_its_bounds(requirement):
    versions = _pinned().get(canonicalize_name(requirement.name), [])
    assert versions
    assert all(requirement.specifier.contains(version) for version in versions)


@pytest.mark.parametrize("requirement", RUNTIME + OFFICE + DEVELOPMENT, ids=str)
def test_a_dependency_has_its_reason(requirement):
    lines = PYPROJECT.partition("\ndependencies = [")[2].splitlines()
    at = next(n for n, line in enumerate(lines) if f'"{requirement.name}' in line)
    reason = next(line for line in reversed(lines[:at]) if '"' not in line)  # stubs share one
    assert reason.strip().startswith("# ")
    assert len(reason.split()) > 3


def test_every_pin_is_a_name_a_version_and_hashes_and_nothing_else():
    line = re.compile(
        r"#.*|[a-z0-9.-]+==[\w.]+( ; [^\\]+)? \\|    --hash=sha256:[0-9a-f]{64}( \\)?"
    )
    odd = [text for text in PINS.splitlines() if not line.fullmatch(text)]
    assert not odd


def test_a_pin_holds_for_windows_and_macos_too():
    # A wheel per system and interpreter: one hash alone would be this machine's.
    for compiled in ("pyside6-essentials", "numpy", "pandas", "sqlalchemy", "psutil"):
        block = PINS.split(f"\n{compiled}==")[1].split("\n")[1:]
        hashes = [text for text in block[:4] if "--hash" in text]
        assert len(hashes) >= 3, compiled
    assert "colorama==" in PINS  # click on Windows
    assert "tzdata==" in PINS  # pandas on Windows


def test_what_is_imported_is_declared_and_what_is_declared_is_imported():
    declared = {canonicalize_name(one.name) for one in RUNTIME}
    shared = {canonicalize_name(one.name) for one in OFFICE}
    # PySide6's compiled half comes with it; the office's packages may be absent.
    assert _imported() - {"shiboken6"} - shared == declared - SILENT


def test_the_catalogue_tools_stay_with_the_developer():
    assert "babel" not in {canonicalize_name(one.name) for one in RUNTIME}
