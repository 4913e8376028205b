"""Names and sizes: every file says what it is for, and none has grown beyond a few pages."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
EMPTY_NAMES = {"utils", "util", "helpers", "helper", "misc", "common", "base", "core", "manager"}
LONGEST_FILE = 400
LONGEST_FUNCTION = 50
_HEAD = re.compile(r"( *)(?:async )?def ")
_HOLDING = (ast.stmt, ast.excepthandler, ast.match_case)
EXCUSE = re.compile(
    r"# (?:no" r"qa|type: ig" r"nore)\b(?:: ?[A-Z]+[0-9]+(?:, ?[A-Z]+[0-9]+)*|\[[\w, -]+\])?"
)


@cache
def files() -> dict[str, str]:
    """Give every source file's text, by its path in the checkout."""
    return {
        path.relative_to(ROOT).as_posix(): path.read_text("utf-8")
        for room in ("desktop", "sample_data", "resources", "tests")
        for path in sorted((ROOT / room).rglob("*.py"))
    }


def statements(text: str) -> Iterator[ast.AST]:
    """Give every statement of a source, and nothing of what they are made of."""
    left: list[ast.AST] = [ast.parse(text)]
    while left:
        yield (node := left.pop())
        left += (c for c in ast.iter_child_nodes(node) if isinstance(c, _HOLDING))


def functions(text: str) -> Iterator[tuple[str, int]]:
    """Give the name and the length of every function."""
    for node in statements(text):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            yield node.name, (node.end_lineno or node.lineno) - node.lineno + 1


def may_hold_a_long_one(text: str) -> bool:
    """Say whether some function is further than a screen from the next that is no deeper."""
    lines = text.split("\n")
    heads = [(n, len(head[1])) for n, line in enumerate(lines) if (head := _HEAD.match(line))]
    return any(
        next((m for m, other in heads[at + 1 :] if other <= depth), len(lines)) - n
        > LONGEST_FUNCTION
        for at, (n, depth) in enumerate(heads)
    )


def test_the_first_line_says_what_a_file_is_for():
    openings = {name: text.split("\n", 1)[0] for name, text in files().items()}
    silent = [name for name, line in openings.items() if not re.match(r'r?"""\S.{8,}', line)]
    assert not silent


def test_a_name_says_something():
    words = {name: set(re.split(r"[/_.]", name)) for name in files()}
    assert not [name for name, said in words.items() if said & EMPTY_NAMES]


def test_every_name_can_be_kept_on_every_system():
    odd = [one.name for one in ROOT.iterdir() if not re.fullmatch(r"[\w.~$+-]+", one.name)]
    assert not odd


def test_no_file_is_longer_than_a_few_pages():
    lengths = {name: text.count("\n") for name, text in files().items()}
    assert not {name: length for name, length in lengths.items() if length > LONGEST_FILE}


def test_no_function_is_longer_than_a_screen():
    assert not [
        f"{name}: {function} has {length} lines"
        for name, text in files().items()
        if may_hold_a_long_one(text)
        for function, length in functions(text)
        if length > LONGEST_FUNCTION
    ]


def test_an_exception_to_a_rule_carries_its_reason():
    assert not [
        f"{name}:{number}"
        for name, text in files().items()
        for number, line in enumerate(text.splitlines(), 1)
        if (excuse := EXCUSE.search(line))
        and not re.match(r"\s+[-#] ?\S.{4,}", line[excuse.end() :])
    ]
