"""The language catalogue's tool: gather the texts of the code, check and compile the translations.

``catalogue.py update`` rewrites the .po file (new texts come in empty) and compiles it;
``catalogue.py check`` says what is missing, unused, fuzzy or not compiled, and fails.
"""

from __future__ import annotations

import ast
import io
import os
import string
import sys
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

from babel.messages.catalog import Catalog, Message
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po, write_po

HERE = Path(__file__).parent
CODE = HERE.parents[1] / "desktop"
SOURCE = HERE / "vi" / "LC_MESSAGES" / "export_tracker.po"
COMPILED = SOURCE.with_suffix(".mo")
KEYWORDS: dict[str, tuple[int, ...] | None] = {
    "_": None, "N_": None, "say": None, "plural": (1, 2),
}  # fmt: skip
DATED = datetime(2025, 7, 6, tzinfo=UTC)
"""One fixed date in the heads: the same texts give the same bytes."""

Key = str | tuple[str, ...]


def texts(code: Path = CODE) -> dict[Key, str]:
    """Every text shown to a user, with the first file it stands in."""
    places: dict[Key, str] = {}
    for folder, folders, names in os.walk(code):
        folders.sort()
        for path in sorted(Path(folder, name) for name in names if name.endswith(".py")):
            for message in spoken(path.read_text("utf-8")):
                places.setdefault(message, path.relative_to(code.parent).as_posix())
    return places


def spoken(source: str) -> Iterator[Key]:
    """Every text that a module's source has translated, within f-strings too."""
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.Call):
            name = getattr(node.func, "attr", getattr(node.func, "id", ""))
            wanted = KEYWORDS.get(name, ()) or (1,) if name in KEYWORDS else ()
            given = [getattr(part, "value", None) for part in node.args[: max(wanted, default=0)]]
            told = [given[n - 1] for n in wanted if n <= len(given)]
            if told and all(isinstance(text, str) and text for text in told):
                yield told[0] if len(told) == 1 else tuple(told)


def translations(source: Path = SOURCE) -> Catalog:
    """Give the Vietnamese catalogue."""
    return read_po(io.BytesIO(source.read_bytes()), locale="vi")


def gathered(known: Catalog) -> Catalog:
    """Give a catalogue of all texts, translated as far as they are known."""
    catalogue = Catalog(
        locale="vi", domain="export_tracker", project="Export Target Tracker", version="1",
        fuzzy=False, charset="utf-8", creation_date=DATED, revision_date=DATED,
    )  # fmt: skip
    for key, place in texts().items():
        held = known.get(_single(key))
        catalogue.add(key, held.string if held else "", locations=[(place, 0)])
    return catalogue


def problems(catalogue: Catalog) -> Iterator[str]:
    """Say what a translator has to mend."""
    wanted = texts()
    for key in wanted:
        message = catalogue.get(_single(key))
        if message is None:
            yield f"not in the catalogue: {key}"
        else:
            yield from _faults(key, message)
    known = {_single(k) for k in wanted}
    yield from (f"no longer used: {m.id}" for m in catalogue if m.id and _single(m.id) not in known)


def _faults(key: Key, message: Message) -> Iterator[str]:
    if message.fuzzy:
        yield f"fuzzy: {key}"
    forms = [key] if isinstance(key, str) else key
    needed, allowed = _blanks(forms[-1]), set().union(*map(_blanks, forms))
    for text in [message.string] if isinstance(message.string, str) else message.string:
        if not text:
            yield f"not translated: {key}"
        elif not needed <= _blanks(text) <= allowed:
            yield f"other blanks than its source: {key}"


def _single(key: Key | list[str]) -> str:
    return key if isinstance(key, str) else key[0]


def _blanks(text: str) -> set[str]:
    return {name for _, name, _, _ in string.Formatter().parse(text) if name}


def compiled(catalogue: Catalog) -> bytes:
    """Give the bytes of the .mo file."""
    out = io.BytesIO()
    write_mo(out, catalogue)
    return out.getvalue()


def update() -> int:
    """Rewrite the catalogue from the code, and compile it."""
    catalogue = gathered(translations())
    out = io.BytesIO()
    write_po(out, catalogue, sort_output=True, width=100, include_lineno=False)
    SOURCE.write_bytes(out.getvalue())
    COMPILED.write_bytes(compiled(translations()))
    return check()


def check() -> int:
    """Print every problem; give the exit status."""
    catalogue = translations()
    found = list(problems(catalogue))
    if COMPILED.read_bytes() != compiled(catalogue):
        found.append("the compiled catalogue is not that of its source: run 'make translations'")
    for problem in found:
        sys.stderr.write(problem + "\n")
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit({"update": update, "check": check}[sys.argv[1]]())
