"""VNI, the text code of the "VNI-" fonts: a letter, and behind it a second one for its marks."""

from __future__ import annotations

import re
import unicodedata

_GRAVE, _ACUTE, _TILDE, _HOOK, _DOT = "\u0300", "\u0301", "\u0303", "\u0309", "\u0323"
_CIRCUMFLEX, _BREVE = "\u0302", "\u0306"
_TONES = {"ø": _GRAVE, "ù": _ACUTE, "û": _HOOK, "õ": _TILDE, "ï": _DOT}
_HATS = {
    "â": _CIRCUMFLEX, "à": _CIRCUMFLEX + _GRAVE, "á": _CIRCUMFLEX + _ACUTE,
    "å": _CIRCUMFLEX + _HOOK, "ã": _CIRCUMFLEX + _TILDE, "ä": _CIRCUMFLEX + _DOT,
}  # fmt: skip
_BREVES = {
    "ê": _BREVE, "è": _BREVE + _GRAVE, "é": _BREVE + _ACUTE,
    "ú": _BREVE + _HOOK, "ü": _BREVE + _TILDE, "ë": _BREVE + _DOT,
}  # fmt: skip
_ALONE = {"ô": "ơ", "ö": "ư", "ñ": "đ", "æ": "ỉ", "ó": "ĩ", "ò": "ị", "î": "ỵ"}
_BEHIND = {
    "a": _TONES | _HATS | _BREVES, "e": _TONES | _HATS, "o": _TONES | _HATS,
    "u": _TONES, "y": _TONES, "ô": _TONES, "ö": _TONES,
}  # fmt: skip


def _pairs() -> dict[str, str]:
    pairs = {}
    for base, behind in _BEHIND.items():
        for second, marks in behind.items():
            letter = unicodedata.normalize("NFC", _ALONE.get(base, base) + marks)
            for mark in (second, second.upper()):
                pairs[base + mark] = letter
                pairs[base.upper() + mark] = letter.upper()
    return pairs


_PAIRS = _pairs()
_LETTERS = _PAIRS | _ALONE | {old.upper(): new.upper() for old, new in _ALONE.items()}
_ANY = re.compile("|".join(sorted(_LETTERS, key=len, reverse=True)))
LETTERS = "".join(_LETTERS)
"""Every letter that VNI writes with."""
_NO_PROOF = {"oà", "oá", "oã", "uû"}
"""Pairs of modern text ("hoà", "hoá") and of TCVN3 ("thuû s¶n")."""
_PROVING = [
    pair for pair in _PAIRS
    if pair.lower() not in _NO_PROOF and not (pair[0].islower() and pair[1].isupper())
]  # fmt: skip
"""TCVN3 writes capitals behind small letters: "thuÕ" is "thuế"."""
_PROOF = re.compile(f"(?<![aeAE])(?:{'|'.join(_PROVING)})")
_PAIR = re.compile("|".join(p for p in _PAIRS if p.lower() != "uû"))
_INITIAL = re.compile(r"(?<!\w)[ñÑ](?=[aeiouôöAEIOUÔÖ])")
"""A word that begins with "đ"; in TCVN3 it would be "ủ" before a vowel."""
_SECONDS = "".join({mark for behind in _BEHIND.values() for mark in behind})
_MARKED = re.compile(f"[{''.join({p[0] for p in _PAIRS})}][{_SECONDS}{_SECONDS.upper()}]")
"""A letter and a second one that may bear its marks: without these there is no pair."""
_STRAY = re.compile(f"[{_SECONDS}{_SECONDS.upper()}]")


def is_evident(text: str) -> bool:
    """Say whether pairs of letters stand in the text that only VNI has."""
    proven = _MARKED.search(text) and _PROOF.search(text)
    return bool(proven or _INITIAL.search(text)) and is_possible(text)


def has_marks(text: str) -> bool:
    """Say whether letters stand in the text that may be evidence of VNI."""
    return bool(_MARKED.search(text) or _INITIAL.search(text))


def is_likelier(text: str) -> bool:
    """Say whether a text that is in one of the old codes is in this one, not in TCVN3."""
    return bool(_PAIR.search(text)) and is_possible(text)


def is_possible(text: str) -> bool:
    """Say whether every letter that carries marks stands behind one that can bear them."""
    return not _STRAY.search(_ANY.sub("", text))


def decoded(text: str) -> str:
    """Turn VNI into Vietnamese letters; the text must be VNI."""
    return _ANY.sub(lambda found: _LETTERS[found[0]], text)
