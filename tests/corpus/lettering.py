"""The same tables in other letters: old codes, fonts, cases, blanks, tones; labels marked."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable
from random import Random

from desktop.returns import item_names
from tests.corpus.books import Book
from tests.corpus.shapes import Change, Variant, opened, same
from tests.returns.made import TCVN3, VNI


def each_text(change: Callable[[str], str], font: str = "") -> Variant:
    def variant(book: Book, _: Random) -> Change:
        for leaf in book.tables:
            for place, text in list(leaf.texts()):
                leaf.cells[place] = change(text)
                leaf.fonts[place] = font
        return same

    return variant


def in_code(letters: dict[str, str]) -> Callable[[str], str]:
    """Write Vietnamese in one of the old codes."""
    known = str.maketrans({k: v for k, v in letters.items() if len(k) == 1})
    return lambda text: unicodedata.normalize("NFC", text).translate(known)


def tcvn3(text: str) -> str:
    """Write TCVN3; its capitals with marks are small letters in a font of capitals."""
    return in_code(TCVN3)(text.lower() if text.isupper() else text)


def tcvn3_with_font(book: Book, chance: Random) -> Change:
    """TCVN3 in .VnTime throughout."""
    return each_text(tcvn3, ".VnTime")(book, chance) or same


def tcvn3_without_font(book: Book, chance: Random) -> Change:
    """TCVN3 in a font that does not say so."""
    return each_text(tcvn3, "Arial")(book, chance) or same


def vni_with_font(book: Book, chance: Random) -> Change:
    """VNI in a VNI font."""
    return each_text(in_code(VNI), "VNI-Times")(book, chance) or same


def unicode_in_old_font(book: Book, chance: Random) -> Change:
    """Unicode typed where the cell's font was left as it was."""
    return each_text(lambda text: text, ".VnTime")(book, chance) or same


def mixed_codes(book: Book, chance: Random) -> Change:
    """Some words of a heading in TCVN3, some in Unicode; other cells in one or the other."""
    for leaf in book.tables:
        heads = {p for p, _ in leaf.heads()}
        for place, text in list(leaf.texts()):
            words = text.split(" ")
            old = chance.random() < 0.5
            if place in heads and len(words) > 3:
                half = len(words) // 2
                words[:half] = map(tcvn3, words[:half])
                leaf.cells[place] = " ".join(words)
            elif old:
                leaf.cells[place] = tcvn3(text)
            leaf.fonts[place] = ".VnTime" if old else "Times New Roman"
    return same


def decomposed(book: Book, chance: Random) -> Change:
    """Letters and marks apart, as other systems write them."""
    return each_text(lambda text: unicodedata.normalize("NFD", text))(book, chance) or same


def blanks(book: Book, chance: Random) -> Change:
    """Blanks before, behind, doubled, and of the kind that does not break."""
    return each_text(lambda t: "  " + t.replace(" ", "\u00a0 ") + "\u00a0 ")(book, chance) or same


def broken_lines(book: Book, chance: Random) -> Change:
    """Line breaks within cells."""
    return each_text(lambda text: text.replace(" ", "\n"))(book, chance) or same


def capitals(book: Book, chance: Random) -> Change:
    """Everything in capitals."""
    return each_text(str.upper)(book, chance) or same


def small_letters(book: Book, chance: Random) -> Change:
    """Everything in small letters."""
    return each_text(str.lower)(book, chance) or same


_OLD_TONES = {"óa": "oá", "òa": "oà", "ỏa": "oả", "õa": "oã", "ọa": "oạ", "ủy": "uỷ", "úy": "uý",
              "ùy": "uỳ", "ũy": "uỹ", "ụy": "uỵ"}  # fmt: skip


def other_tones(book: Book, chance: Random) -> Change:
    """Tones on the other vowel: hoá for hóa, thuỷ for thủy; i for y."""

    def turned(text: str) -> str:
        for new, old in _OLD_TONES.items():
            text = re.sub(rf"{new}\b", old, text) if new in text else text.replace(old, new)
        return text

    return each_text(turned)(book, chance) or same


def _labels(change: Callable[[str, Random], str], book: Book, chance: Random) -> Change:
    for leaf in book.tables:
        for place, text in list(leaf.labels()):
            leaf.cells[place] = change(text, chance)
    return same


def footnote_marks(book: Book, chance: Random) -> Change:
    """A note's number behind some names."""
    marks = ("(1)", " (2)", " \u207d\u00b9\u207e")
    return _labels(
        lambda t, c: t if t.endswith(")") or c.random() < 0.5 else t + c.choice(marks), book, chance
    )


def bullets(book: Book, chance: Random) -> Change:
    """Numbers and dashes before names."""
    return _labels(
        lambda t, c: t if item_names.is_within(t) or t[0].islower() or c.random() < 0.4
        else f"{c.choice(('- ', '+ ', '1. ', '12. ', '• ', '-', 'a. ', '3) '))}{t.lstrip('-+ ')}",
        book, chance,
    )  # fmt: skip


def within_words(book: Book, chance: Random) -> Change:
    """Write "Trong đó" as others do."""
    ways = ("Trong đó: ", "Tr.đó: ", "Tđ: ", "T.đó: ", "Trong đó - ", "- Trong đó: ", "TĐ ")

    def turned(text: str, chance: Random) -> str:
        bare = item_names._WITHIN.sub("", text)
        return text if bare == text else chance.choice(ways) + bare

    return _labels(turned, book, chance)


def wrapped_labels(book: Book, chance: Random) -> Change:
    """Long names over two rows, the figures on the second."""
    for leaf in book.tables:
        long = [
            (p, t) for p, t in leaf.labels()
            if len(t.split(" ")) > 3 and chance.random() < 0.4 and not item_names.is_within(t)
            and leaf.figures and not re.search(r"khu vực|sector|khu vuc", t.casefold())
        ]  # fmt: skip
        rows = sorted({p[0] for p, _ in long})
        opened(leaf, rows=[row - 1 for row in rows])
        for n, row in enumerate(rows, start=1):
            place, text = next((p, t) for p, t in long if p[0] == row)
            words = text.split(" ")
            leaf.cells[row + n - 1, place[1]] = " ".join(words[:2])
            leaf.cells[row + n, place[1]] = " ".join(words[2:])
    return same
