"""The wheel alone, with what it declares and no more, starts from any folder and does the work."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import zipfile
from importlib.metadata import Distribution, distribution
from pathlib import Path

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

from desktop import __version__

BIN = "Scripts" if os.name == "nt" else "bin"
IMPORT_EVERY_ROOM = """
import importlib, pkgutil, desktop
for found in pkgutil.walk_packages(desktop.__path__, "desktop."):
    if not any(part in found.name for part in ("migration", "__main__", "archive.patience")):
        importlib.import_module(found.name)
"""
"""All but the door, the migrations, and the one module that needs what only an office installs."""
WHERE_THINGS_LIE = """
import json, desktop
from desktop.figures.places import resource, sample
print(json.dumps([desktop.__file__, *map(str, (resource("markets.csv"), sample("gso")))]))
"""


def _run(*command: object, folder: Path | None = None) -> str:
    """Run to a good end and give what was printed."""
    kept = {name: value for name, value in os.environ.items() if not name.startswith("PYTHON")}
    parts = [str(part) for part in command]
    answer = subprocess.run(
        parts, cwd=folder, env=kept, capture_output=True, encoding="utf-8", check=False
    )
    assert answer.returncode == 0, f"{parts}\n{answer.stdout}\n{answer.stderr}"
    return answer.stdout


def _declared(requirements: list[str] | None, known: dict[str, Distribution]) -> None:
    """Gather what requirements ask for on this machine, and what that asks for in turn."""
    for text in requirements or []:
        wanted = Requirement(text)
        name = canonicalize_name(wanted.name)
        if name not in known and (not wanted.marker or wanted.marker.evaluate({"extra": ""})):
            known[name] = distribution(name)
            _declared(known[name].requires, known)


def _bring_in(one: Distribution, site: Path) -> None:
    """Show a distribution's files in an environment without copying them."""
    tops = {file.parts[0] for file in one.files or () if file.parts[0] not in ("..", "__pycache__")}
    for top in tops:
        if not (site / top).exists():
            (site / top).symlink_to(Path(str(one.locate_file(top))))


@pytest.fixture(scope="module")
def wheel(root, tmp_path_factory) -> Path:
    """Build the wheel of this checkout."""
    out = tmp_path_factory.mktemp("wheel")
    _run(sys.executable, "-m", "build", "--wheel", "--no-isolation", "--outdir", out, root)
    (built,) = out.glob("*.whl")
    return built


@pytest.fixture(scope="module")
def environment(wheel, tmp_path_factory) -> Path:
    """Make an environment that holds the wheel and the libraries it declares; gives its programs.

    The libraries are shown from this environment instead of fetched, so the test needs no network;
    what the wheel does not declare is not there.
    """
    folder = tmp_path_factory.mktemp("empty")
    _run(sys.executable, "-m", "venv", "--without-pip", folder)
    programs = folder / BIN
    python = programs / "python"
    pip = (sys.executable, "-m", "pip", "--python", python)
    _run(*pip, "install", "--quiet", "--no-deps", "--no-index", wheel)
    site = Path(
        _run(python, "-c", "import sysconfig; print(sysconfig.get_path('purelib'))").strip()
    )
    asked: dict[str, Distribution] = {}
    (metadata,) = site.glob("export_tracker-*.dist-info")
    _declared(Distribution.at(metadata).requires, asked)
    try:
        for one in asked.values():
            _bring_in(one, site)
    except OSError:
        pytest.skip("this account may not make symbolic links")
    return programs


@pytest.fixture
def elsewhere(tmp_path) -> Path:
    """Give a folder that has nothing to do with the checkout."""
    return tmp_path


def test_the_wheel_holds_the_package_and_its_data_and_no_more(wheel):
    names = zipfile.ZipFile(wheel).namelist()
    assert {name.split("/")[0] for name in names} == {
        "desktop",
        f"export_tracker-{__version__}.dist-info",
    }
    inside = {name.split("/")[1] for name in names if name.startswith("desktop/_")}
    assert {"_resources", "_sample_data"} <= inside
    assert not [n for n in names if "/_" in n and n.endswith(".py") and "__" not in n]
    assert not [n for n in names if "/facts/" in n or "__pycache__" in n]
    assert any(n.endswith("licenses/LICENSE") for n in names)


@pytest.mark.slow
def test_everything_lies_in_the_environment(environment, elsewhere):
    places = json.loads(_run(environment / "python", "-c", WHERE_THINGS_LIE, folder=elsewhere))
    for place in map(Path, places):
        assert place.exists()
        assert place.is_relative_to(environment.parent)


@pytest.mark.slow
def test_what_is_declared_is_enough_for_every_room(environment, elsewhere):
    _run(environment / "python", "-c", IMPORT_EVERY_ROOM, folder=elsewhere)


@pytest.mark.slow
@pytest.mark.parametrize("start", [("python", "-m", "desktop"), ("export-tracker",)])
def test_it_starts_from_another_folder(environment, elsewhere, start):
    said = _run(environment / start[0], *start[1:], "--version", folder=elsewhere)
    assert said.strip() == __version__


@pytest.mark.slow
def test_it_imports_a_sample_return_and_tells_where_the_year_stands(environment, elsewhere):
    tracker = (environment / "export-tracker", "--archive", elsewhere / "office.sqlite")
    places = json.loads(_run(environment / "python", "-c", WHERE_THINGS_LIE, folder=elsewhere))
    (june,) = Path(places[2]).glob("*T6.2025.xlsx")

    _run(*tracker, "import", june, folder=elsewhere)
    status = json.loads(_run(*tracker, "status", "--format", "json", folder=elsewhere))

    assert status["through"] == "2025-06"
    assert status["exports"]["cumulative_usd"] == 219_830_000_000
