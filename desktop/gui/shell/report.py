"""The report of a fault of ours: what helps to find it, without what is nobody's business.

Paths are cut to what lies within the application and its libraries; in the words of an error
numbers and quoted texts are left out: they may be figures, names of files or of people.
"""

from __future__ import annotations

import platform
import re
from pathlib import PurePosixPath, PureWindowsPath

from PySide6.QtCore import qVersion

from desktop import __version__

_PLACE = re.compile(r'^(\s*File ")(.*?)(", line \d+.*)$')
_QUOTED = re.compile(r"'[^']*'|\"[^\"]*\"")
_PATHS = re.compile(r"(?:[A-Za-z]:)?[\\/][^\s:,;'\"]*[\\/][^\s:,;'\"]*|\\\\[^\s:,;'\"]+")
_NUMBERS = re.compile(r"\d[\d.,]*")
_KEPT_FROM = ("desktop", "site-packages", "lib", "Lib")
_LAST_PARTS = 2


def report(trace: str) -> str:
    """Give the report of a traceback."""
    lines = [_cleaned(line) for line in trace.rstrip().splitlines()]
    about = (
        f"Export Target Tracker {__version__}, Python {platform.python_version()}, "
        f"Qt {qVersion()}, {platform.system()} {platform.release()} {platform.machine()}"
    )
    return "\n".join([*lines, "", about])


def said(what: str) -> str:
    """Clean the words of an error as the report does."""
    kind, colon, words = what.partition(":")
    return kind + colon + _without_figures(words)


def _cleaned(line: str) -> str:
    place = _PLACE.match(line)
    if place:
        before, path, after = place.groups()
        return f"{before}{_within(path)}{after}"
    if line.startswith(("    ", "Traceback", "During", "The above")) or not line.strip():
        return line  # a line of code, which is ours or a library's
    return said(line)


def _within(path: str) -> str:
    kind = PureWindowsPath if "\\" in path else PurePosixPath
    parts = kind(path).parts
    for name in _KEPT_FROM:
        if name in parts:
            return "/".join(parts[parts.index(name) :])
    return "/".join(parts[-_LAST_PARTS:]) if len(parts) <= _LAST_PARTS else parts[-1]


def _without_figures(words: str) -> str:
    for pattern in (_QUOTED, _PATHS, _NUMBERS):
        words = pattern.sub("…", words)
    return words
