"""The contracts of the house hold, and each is seen to break when it is violated on purpose."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest

LINT = "from importlinter.cli import lint_imports_command; lint_imports_command()"

# contract, the file that sins, its import
SINS = [
    ("floors", "figures/sin.py", "import desktop.analysis"),
    ("floors", "analysis/sin.py", "import desktop.workflow"),
    ("floors", "returns/sin.py", "import desktop.archive"),
    ("floors", "archive/sin.py", "import desktop.reports"),
    ("floors", "reports/sin.py", "import desktop.returns"),
    ("floors", "workflow/sin.py", "import desktop.gui"),
    ("floors", "gui/sin.py", "import desktop.cli"),
    ("floors", "cli/sin.py", "import desktop.__main__"),
    ("floors", "figures/sin.py", "def late():\n    import desktop.workflow"),
    ("floors", "attic/__init__.py", "import desktop.figures"),
    ("front-doors", "gui/sin.py", "import desktop.archive"),
    ("front-doors", "cli/sin.py", "import desktop.returns"),
    ("qt", "workflow/sin.py", "import PySide6.QtCore"),
    ("qt", "cli/sin.py", "import pyqtgraph"),
    ("readers", "workflow/sin.py", "import python_calamine"),
    ("templates", "workflow/sin.py", "import openpyxl"),
    ("readers", "archive/sin.py", "import xlrd"),
    ("templates", "gui/sin.py", "import zipfile"),
    ("templates", "archive/sin.py", "import lxml.etree"),
    ("readers", "cli/sin.py", "import msoffcrypto"),
    ("readers", "reports/sin.py", "import xml.etree.ElementTree"),
    ("writers", "workflow/sin.py", "import xlsxwriter"),
    ("writers", "gui/sin.py", "import docx"),
    ("database", "workflow/sin.py", "import sqlalchemy"),
    ("database", "gui/sin.py", "import psycopg"),
    ("database", "reports/sin.py", "import alembic"),
    ("database", "analysis/sin.py", "import sqlite3"),
    ("circles", "figures/sin/one.py", "import desktop.figures.sin.two"),
]


def lint(folder: Path, *options: str) -> subprocess.CompletedProcess[str]:
    """Run import-linter on the house that stands in a folder."""
    return subprocess.run(
        [sys.executable, "-c", LINT, "--config", "pyproject.toml", "--no-cache", *options],
        cwd=folder,
        env={**os.environ, "PYTHONPATH": str(folder)},
        capture_output=True,
        text=True,
        check=False,
    )


@pytest.fixture
def house(root, tmp_path) -> Path:
    """Give a copy of the house that may be sinned in."""
    bare = shutil.ignore_patterns("__pycache__")
    shutil.copytree(root / "desktop", tmp_path / "desktop", ignore=bare)
    shutil.copy(root / "pyproject.toml", tmp_path)
    return tmp_path


def test_the_house_keeps_every_contract(house):
    answer = lint(house)
    assert answer.returncode == 0, answer.stdout + answer.stderr


@pytest.mark.slow
@pytest.mark.parametrize(("contract", "file", "sin"), SINS)
def test_a_contract_breaks_when_violated(house, contract, file, sin):
    place = house / "desktop" / file
    if contract == "circles":
        place.parent.mkdir()
        (place.parent / "__init__.py").touch()
        (place.parent / "two.py").write_text("import desktop.figures.sin.one\n")
    place.parent.mkdir(exist_ok=True)
    place.write_text(sin + "\n")

    answer = lint(house, "--contract", contract)

    assert answer.returncode == 1
    assert "0 kept, 1 broken" in answer.stdout, answer.stdout
    assert place.relative_to(house).parts[1] in answer.stdout


def test_every_contract_has_been_seen_to_break(root):
    settings = tomllib.loads((root / "pyproject.toml").read_text("utf-8"))
    contracts = {one["id"] for one in settings["tool"]["importlinter"]["contracts"]}
    assert contracts == {contract for contract, _, _ in SINS}


def test_no_import_is_excused_from_the_contracts(root):
    text = (root / "pyproject.toml").read_text("utf-8")
    assert "ignore_imports" not in text
    assert "exhaustive_ignores" not in text
