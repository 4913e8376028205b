"""English names of goods by the words that they are made of: each edition words them anew.

"Wood & products", "Wood and its products" and "Wood and wooden products" name the same goods;
"Wood" does not, nor "Wooden products". So it is the words that count, and whether goods stand
beside what is made of them; neither order nor number, nor the small words between.

Source of words that stand for one another in these tables: ``resources/english_words.csv``.
"""

from __future__ import annotations

import csv
import re
from collections.abc import Iterable, Mapping
from functools import cache, lru_cache

from desktop.figures.places import resource
from desktop.figures.series import UNKNOWN

_WORDS = re.compile(r"[a-z]+|&")
_JOINED = re.compile(r"(?<=\w)-(?=\w)")
_ENGLISH = re.compile(r"[ -~\u2013\u2018\u2019]+")
_PRODUCT = "product"
_AND = frozenset(("and", "&"))
_BESIDE = "&"
"""Stands in a key where goods are named beside what is made of them."""
_SMALL = frozenset(
    ("a", "all", "an", "any", "based", "by", "etc", "for", "from", "in", "its", "kind", "kinds",
     "made", "of", "on", "or", "s", "the", "their", "thereof", "to", "type", "types", "which",
     "with")
)  # fmt: skip
"""Words that come and go between editions without naming other goods."""

Words = frozenset[str]


@lru_cache(maxsize=4096)
def words_of(name: str) -> Words:
    """Give the words that an English name is made of; none of half a name, or in other letters.

    "and products" is the end of a name that began on the line above.
    """
    said = _WORDS.findall(_JOINED.sub(" ", name.casefold()))
    if not said or _AND & {said[0], said[-1]} or not _ENGLISH.fullmatch(name):
        return frozenset()
    words: set[str] = set()
    beside = False
    for at, word in enumerate(said):
        if word in _AND:
            beside = beside or _products_follow(said[at + 1 :], words)
        elif word not in _SMALL:
            words.add(_meant(word))
    return frozenset(words | {_BESIDE} if beside else words)


def code_by_words(name: str, codes: Mapping[Words, str]) -> str:
    """Code of the one item whose spellings hold the same words; ``UNKNOWN`` where none does."""
    return codes.get(words_of(name), UNKNOWN)


def codes_of_words(spellings: Iterable[tuple[str, str]]) -> Mapping[Words, str]:
    """Codes by the words of their English spellings; words that two items share are nobody's."""
    codes: dict[Words, str] = {}
    for spelling, code in spellings:
        words = words_of(spelling)
        if words and codes.setdefault(words, code) != code:
            codes[words] = UNKNOWN
    return codes


def _products_follow(said: list[str], named: set[str]) -> bool:
    """Say whether what follows an "and" is made of what was named before it."""
    for word in said:
        if word in _SMALL:
            continue
        meant = _meant(word)
        if meant == _PRODUCT:
            return True
        if meant not in named:
            return False
    return False


def _meant(word: str) -> str:
    """Give the word that stands for all that mean the same, else the singular."""
    if known := _same_words().get(word):
        return known
    if word.endswith("ies"):
        return f"{word[:-3]}y"
    return word[:-1] if word.endswith("s") and not word.endswith(("ss", "us", "is")) else word


@cache
def _same_words() -> Mapping[str, str]:
    with resource("english_words.csv").open(encoding="utf-8", newline="") as lines:
        rows = [(row["word"], row["also"].split("|")) for row in csv.DictReader(lines)]
    return {other: word for word, others in rows for other in (word, *others)}
