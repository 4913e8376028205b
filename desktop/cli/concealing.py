"""A password that somebody typed into an address: every process list would show it meanwhile."""

from __future__ import annotations

import os
import re
import sys
from collections.abc import Sequence

_INSTEAD = "***"
_BEFORE_HOST = re.compile(r"(://[^:/@?]*:).*@", re.DOTALL)  # a password may hold any sign
_AT_THE_END = re.compile(r"([?&](?:ssl)?password=)[^&]*", re.IGNORECASE)


def concealed(word: str) -> str:
    """Give a word of a command line, its password replaced where it is an address with one.

    What is left is still an address with a password, which is refused where it is opened.
    """
    if "://" not in word:
        return word
    return _AT_THE_END.sub(rf"\g<1>{_INSTEAD}", _BEFORE_HOST.sub(rf"\g<1>{_INSTEAD}@", word))


def conceal(line: Sequence[str]) -> None:
    """Become the same program under a command line without passwords, where it has any.

    `line` is the whole of it, the interpreter first. On Windows nobody but the user and the
    machine's keepers sees it, and a program that is replaced there leaves its console.
    """
    shown = [line[0], *map(concealed, line[1:])]
    if shown != list(line) and sys.platform != "win32":
        os.execv(sys.executable, [sys.executable, *shown[1:]])  # noqa: S606 - the program is our own
