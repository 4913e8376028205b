"""Text of the 2000s, TCVN3 and VNI: told and decoded cell by cell by its evidence."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from functools import lru_cache
from typing import NamedTuple

from desktop.figures.catalogue import items, markets
from desktop.figures.series import UNKNOWN, Flow
from desktop.returns import vni
from desktop.returns.syllables import are_syllables
from desktop.returns.word_evidence import are_known, are_of_headings

_CODES = (
    "A1Ă A2Â A3Ê A4Ô A5Ơ A6Ư A7Đ A8ă A9â AAê ABô ACơ ADư AEđ B5à B6ả B7ã B8á B9ạ BBằ BCẳ BDẵ BEắ "
    "C6ặ C7ầ C8ẩ C9ẫ CAấ CBậ CCè CEẻ CFẽ D0é D1ẹ D2ề D3ể D4ễ D5ế D6ệ D7ì D8ỉ DCĩ DDí DEị DFò E1ỏ "
    "E2õ E3ó E4ọ E5ồ E6ổ E7ỗ E8ố E9ộ EAờ EBở ECỡ EDớ EEợ EFù F1ủ F2ũ F3ú F4ụ F5ừ F6ử F7ữ F8ứ F9ự "
    "FAỳ FBỷ FCỹ FDý FEỵ"
)
"""TCVN 5712:1993, VN3: the byte (read as Latin-1) and the letter it stands for."""

_TCVN3 = {int(pair[:2], 16): pair[2] for pair in _CODES.split()}
_LETTERS = frozenset("ÀÁÂÃÈÉÊÌÍÒÓÔÕÙÚÝàáâãèéêìíòóôõùúý")
"""Latin-1 letters that Vietnamese has: alone they are no evidence."""
_IMPOSSIBLE = {code: letter for code, letter in _TCVN3.items() if chr(code) not in _LETTERS}
_IMPOSSIBLE_LETTERS = frozenset(map(chr, _IMPOSSIBLE))
_SIGNS = frozenset(code for code in _TCVN3 if not chr(code).isalpha())
_SIGN_LETTERS = frozenset(map(chr, _SIGNS))
_UNICODE = frozenset("ĂăĐđĨĩŨũƠơƯư") | {chr(code) for code in range(0x1EA0, 0x1EFA)}
_MODERN = frozenset("àêÀÁÂÃ")
"""Letters that Vietnamese has and TCVN3 has not."""
_ETH = re.compile(r"(?<!\w)\u00d0(?=[aăâeêioôơuưyàáâãèéêìíòóôõùúýăĩũơư\u1ea0-\u1ef9])")
"""A word that begins with eth and a vowel: no Vietnamese word begins so in TCVN3 ("é")."""
_PRICED = re.compile(
    r"(?<![^\W_])[\u00a3\u00a5](?=(?:k|mn?|bn|million|billion|thousand)s?\b|\W|\d|$)"
)
"""A pound or a yen that stands by itself, or before what it is counted in."""
_NOTE = re.compile(
    r"\s*[(\u207d][\u00b9\u00b2\u00b3][)\u207e]$|\s+[\u00b9\u00b2\u00b3]$"
    r"|(?<=[aeiouy][a-z])\u00b9$|(?<=[^\x00-\x7f])\u00b9$|(?<=\bsu)\u00b9$"
)
"""A note's raised number behind a word; within one, TCVN3 writes "ạ" so."""
_ENDS_OF_NOTES = ("\u00b9", "\u00b2", "\u00b3", ")", "\u207e")
_CAPITAL_WITHIN = re.compile(r"(?<=[a-z])[ÈÉÊÌÍÒÓÔÕÙÚÝ](?![A-Z])")
"""TCVN3 writes small letters with the codes of capitals: "tÊn" is "tấn"."""
_SMALL_AS_CAPITAL = re.compile("[a-z][À-Þ](?![A-ZÀ-Þ])")
_CAPITALS = frozenset(map(chr, range(0xC0, 0xDF)))
_SOFT_HYPHEN = "\u00ad"
_MANY = 8192
"""So many words are remembered: the texts of one office are made of some thousand."""
_RAISED = "\u00b9\u00b2\u00b3"


class _Code(NamedTuple):
    """A legacy code: words that are surely in it, and how all or the sure letters are decoded."""

    font: str
    is_evident: Callable[[str], bool]
    whole: Callable[[str], str]
    surely: Callable[[str], str]


def modern(text: str, font: str = "") -> str:
    """Decode a cell's text where it is legacy; ``font`` is the cell's font name.

    A ".Vn" or "VNI-" font, or letters that no Vietnamese text has, mark the cell as legacy. In a
    cell that mixes both, words with real Vietnamese letters keep them ("th¸ng Mười hai n¨m"), and
    words without evidence are what the offices use, read either way, or else go with the majority.
    A text that is a known name as it stands, or when decoded, is that name, whatever the font. An
    eth typed for Đ ("Ðặc khu") is that letter everywhere. Anything else stays: "Cà phê" is right as
    it is.
    """
    if text.isascii() or (_is_priced(text) and not font.lower().startswith(_TCVN3_CODE.font)):
        return text
    if "\u00d0" in text:
        text = _ETH.sub("Đ", text)
    note = _NOTE.search(text) if text.endswith(_ENDS_OF_NOTES) else None
    if note:
        return modern(text[: note.start()], font) + note[0]
    if _UNICODE.isdisjoint(text) and (name := _name(text)):
        return name
    words = text.split(" ")
    code = _code(text, words, font.lower())
    if code is None:
        return " ".join(map(_stray, words))
    real = sum(map(_is_real, words))
    old = sum(map(code.is_evident, words))
    # Where nothing is surely modern and something surely old, only a heading's word stays.
    stays = are_of_headings if old and not real else are_known
    return " ".join(_word(word, code, stays, is_new=0 < real > old) for word in words)


@lru_cache(maxsize=_MANY)
def _word(word: str, code: _Code, stays: Callable[[str], bool], *, is_new: bool) -> str:
    """Decode one word of a cell in which the code is used; `is_new` where it is used less.

    `stays` says of a word that may be either whether it is one as it stands. What the code leaves
    no syllable was written in another one, or in none.
    """
    if word.isascii():
        return word
    read = _by_code(word, code, stays, is_new=is_new)
    return read if _may_stand(read) else _otherwise(word, read)


def _by_code(word: str, code: _Code, stays: Callable[[str], bool], *, is_new: bool) -> str:
    if _is_real(word):
        bare = word.rstrip(_RAISED)
        return code.surely(bare.replace(_SOFT_HYPHEN, "")) + word[len(bare) :]
    old = code.whole(word)
    if not code.is_evident(word) and stays(word) != are_known(old):
        return word if stays(word) else old
    return code.surely(word) if is_new else old


@lru_cache(maxsize=_MANY)
def _stray(word: str) -> str:
    """Decode a word of a heading that was left in TCVN3 where all else is modern: "so víi"."""
    if word.isascii() or _is_real(word) or are_known(word):
        return word
    old = word.translate(_TCVN3)
    if are_of_headings(old):
        return old
    return word if are_syllables(word) else _otherwise(word, word, are_known)


def _otherwise(word: str, read: str, may_be: Callable[[str], bool] = are_syllables) -> str:
    """Read a word as it stands or in either code, whichever can be one; else leave it as read."""
    forms = (word, word.translate(_TCVN3), vni.decoded(word) if vni.is_possible(word) else word)
    fit = list(filter(_may_stand, forms))
    return next(iter((*filter(are_known, fit), *filter(may_be, fit), read)))


def _may_stand(word: str) -> bool:
    """Say whether a word can be one of a modern text."""
    return (are_known(word) or are_syllables(word)) and not _has_impossible(word)


def _is_real(word: str) -> bool:
    return not _UNICODE.isdisjoint(word)


def _name(text: str) -> str:
    """The known name that the text is, as it stands or in one of the codes; empty if none."""
    if _is_name(text):
        return text
    decoded = {text.translate(_TCVN3)}
    if vni.is_possible(text):
        decoded.add(vni.decoded(text))
    names = [name for name in decoded if _is_name(name)]
    return names[0] if len(names) == 1 else ""


def _is_name(text: str) -> bool:
    if not _SIGN_LETTERS.isdisjoint(text):
        return False
    catalogues = (items(Flow.EXPORT), items(Flow.IMPORT), markets())
    return any(catalogue.code(text) != UNKNOWN for catalogue in catalogues)


def _code(text: str, words: Sequence[str], font: str) -> _Code | None:
    """The code of a text that is not plain ASCII, by its words; None for modern text."""
    is_tcvn3 = _is_tcvn3(text)
    if font.startswith(_VNI.font) and not is_tcvn3 and vni.is_possible(text):
        return _VNI
    is_told = font.startswith(_TCVN3_CODE.font)
    if not is_told and _is_vni(text, words):
        return _VNI
    if _has_impossible(text):
        likelier = not is_told and not is_tcvn3 and vni.is_likelier(text)
        return _VNI if likelier else _TCVN3_CODE
    if is_told and _MODERN.isdisjoint(text):
        return _TCVN3_CODE
    is_old = _UNICODE.isdisjoint(text) and are_known(text.translate(_TCVN3))
    return _TCVN3_CODE if is_old and not are_known(text) else None


def _is_vni(text: str, words: Sequence[str]) -> bool:
    """Say whether more words are surely in VNI than in TCVN3."""
    if not vni.has_marks(text):
        return False
    evident = sum(vni.is_evident(word) for word in words if not _is_real(word))
    return evident > sum(map(_is_tcvn3, words))


def _is_tcvn3(text: str) -> bool:
    """Say whether the text has what only TCVN3 writes: letters, or capitals behind small ones."""
    if not _TCVN3_ONLY.isdisjoint(text):
        return True
    return not _CAPITALS.isdisjoint(text) and bool(_SMALL_AS_CAPITAL.search(text))


@lru_cache(maxsize=_MANY)
def _has_impossible(text: str) -> bool:
    if not _CAPITALS.isdisjoint(text) and _CAPITAL_WITHIN.search(text):
        return True
    return not _IMPOSSIBLE_LETTERS.isdisjoint(text) and any(
        ord(letter) in _IMPOSSIBLE and (letter.isalpha() or _touches_letter(text, place))
        for place, letter in enumerate(text)
    )


def _is_priced(text: str) -> bool:
    """Say whether nothing but ASCII stands in a text beside the signs of pounds or yen."""
    return bool(_PRICED.search(text)) and _PRICED.sub("", text).isascii()


def _touches_letter(text: str, place: int) -> bool:
    """Say whether a sign that TCVN3 uses as a letter stands at one."""
    return any(c.isalpha() for c in (text[place - 1 : place], text[place + 1 : place + 2]) if c)


def _surely_vni(word: str) -> str:
    return vni.decoded(word) if vni.is_evident(word) else word


_TCVN3_ONLY = _IMPOSSIBLE_LETTERS - frozenset(vni.LETTERS)
_TCVN3_CODE = _Code(
    ".vn", _has_impossible, lambda word: word.translate(_TCVN3),
    lambda word: word.translate(_IMPOSSIBLE),
)  # fmt: skip
_VNI = _Code("vni", vni.is_evident, vni.decoded, _surely_vni)
