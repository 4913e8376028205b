"""The tracked text files name no machine, no package host and no place on anybody's disk."""

from __future__ import annotations

import re
import subprocess
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
# Written in two halves, so that this file does not find itself. Each begins with what it is found
# by: looked for as one they take twenty times as long.
FORBIDDEN = [
    re.compile(one)
    for one in (
        r"pypi\." + r"org",
        r"python" + r"hosted",
        r"--(?:extra-)?" + r"index-url",
        r"--find-" + r"links",
        r"--trusted-" + r"host",
        r"/(?<![\w.~/}]/)(?:work|root|home|Users|opt)" + r"/\w",
        r"/(?<![\w.~/}]/)tm" + r"p/\w",
        r":(?<=\b[A-Z]:)\\+Users" + r"\\",
        r"file:" + r"///(?:work|root|home|opt|tmp)\b",
    )
]
NOT_TEXT = {".xlsx", ".xls", ".xlsm", ".png", ".ttf", ".otf", ".woff2", ".mo", ".ico", ".pdf"}


MADE_HERE = {".venv", ".git", ".hypothesis", "build", "dist", "demo", "__pycache__"}


def _tracked() -> list[Path]:
    """Give what git tracks; without git, what no tool has made."""
    try:
        listing = subprocess.run(
            ["git", "ls-files", "-z"], cwd=ROOT, capture_output=True, check=True
        ).stdout.decode()
        found = [ROOT / name for name in listing.split("\0") if name]
    except (OSError, subprocess.CalledProcessError):
        found = [path for path in ROOT.rglob("*") if not MADE_HERE & set(path.parts)]
        found = [path for path in found if not any(part.endswith("_cache") for part in path.parts)]
    return [path for path in found if path.is_file() and path.suffix not in NOT_TEXT]


def _names_any(text: str) -> bool:
    return any(one.search(text) for one in FORBIDDEN)


def test_no_text_file_names_a_host_or_a_machine():
    assert not [
        f"{path.relative_to(ROOT)}:{number}: {line.strip()}"
        for path in _tracked()
        if _names_any(text := path.read_text("utf-8"))
        for number, line in enumerate(text.splitlines(), 1)
        if _names_any(line)
    ]


@pytest.mark.parametrize(
    "line",
    [
        "https://pypi." + "org/simple", "files.python" + "hosted.org", "--extra-" + "index-url x",
        "--find-" + "links x", "--trusted-" + "host x", "see /ro" + "ot/x", "/tm" + "p/x",
        "C:\\" + "Users\\x", "file:" + "///" + "opt",
    ],
)  # fmt: skip
def test_each_of_them_is_found(line):
    assert _names_any(line)
    assert not _names_any("~/x/home/x and a/opt/x, 12:\\Users")
