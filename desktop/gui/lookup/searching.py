"""Searching entries by what was typed: folded, ranked, forgiving.

Names are folded here (case, diacritics, spacing) to be found by whoever types in a hurry. What is
found is shown and chosen by a person; no figure is ever filed by a folded name.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from enum import IntEnum
from itertools import chain
from typing import NamedTuple

from desktop.figures.names import folded_key
from desktop.gui.lookup.entries import Entry, Kind

LIMIT = 50
"""So many are listed at most: whoever wants others types on."""
_WORD = re.compile(r"[^\W_]+")
_INSIDE = 4
"""A text of fewer letters is inside too many names to be looked for there."""
_TYPO = 4
_NEAR = 76
"""Of 400 names with a letter dropped, doubled, changed or swapped, this puts 88 in 100 first and
nearly all among the first eight."""


class Grade(IntEnum):
    """How well a name answers what was typed, the best first."""

    EXACT = 0
    PREFIX = 1
    WORDS = 2
    INSIDE = 3
    NEAR = 4


class _Spelling(NamedTuple):
    """A name, folded once: its words, its letters, its initials; and as it is written."""

    words: str
    letters: str
    initials: str
    plain: str
    alias: bool
    place: int


class Found(NamedTuple):
    """An entry, and how well it answers."""

    entry: Entry
    grade: Grade


class Index:
    """Entries with their names folded beforehand: a search folds nothing but what was typed."""

    def __init__(self, entries: Iterable[Entry]) -> None:
        """Fold every name of every entry."""
        self.entries = tuple(entries)
        self._spellings = tuple(chain.from_iterable(map(_folded, self.entries, range(10**9))))
        self._words = [s.words for s in self._spellings]

    def search(self, typed: str, recent: Sequence[str] = (), limit: int = LIMIT) -> list[Found]:
        """Give what answers, best first; of equals the recently used (keys, newest first) first.

        Nothing typed gives the recent, then pages and actions. Diacritics that were typed put
        names that bear them first, and hide none.
        """
        wanted = _words(typed)
        if not wanted:
            return self._at_rest(recent)[:limit]
        best: dict[int, tuple[int, ...]] = {}
        for grade, spelling in self._answers(wanted):
            rank = (grade, _strange(typed, spelling), spelling.alias, len(spelling.letters))
            if spelling.place not in best or rank < best[spelling.place]:
                best[spelling.place] = rank
        lately = {key: number for number, key in enumerate(recent)}
        ranked = sorted(best, key=lambda place: self._order(place, best[place], lately))
        return [Found(self.entries[place], Grade(best[place][0])) for place in ranked[:limit]]

    def _order(self, place: int, rank: tuple[int, ...], lately: dict[str, int]) -> tuple[int, ...]:
        grade, strange, *closeness = rank
        used = lately.get(self.entries[place].key, len(lately))
        return grade, strange, used, *closeness, place

    def _answers(self, wanted: list[str]) -> Iterator[tuple[Grade, _Spelling]]:
        words, letters = " ".join(wanted), "".join(wanted)
        starts = [f" {word}" for word in wanted]
        some = False
        for spelling in self._spellings:
            grade = _grade(words, letters, starts, spelling)
            if grade is not None:
                some = some or grade < Grade.INSIDE
                yield grade, spelling
        if not some and len(letters) >= _TYPO:
            yield from self._near(words)

    def _near(self, words: str) -> Iterator[tuple[Grade, _Spelling]]:
        from rapidfuzz import fuzz, process  # noqa: PLC0415 - only a misspelling needs it

        for _, _, place in process.extract(
            words, self._words, scorer=fuzz.token_ratio, limit=LIMIT, score_cutoff=_NEAR
        ):
            yield Grade.NEAR, self._spellings[place]

    def _at_rest(self, recent: Sequence[str]) -> list[Found]:
        known = {entry.key: entry for entry in self.entries}
        lately = [known[key] for key in dict.fromkeys(recent) if key in known]
        rest = [e for e in self.entries if e.kind in {Kind.PAGE, Kind.ACTION} and e not in lately]
        return [Found(entry, Grade.EXACT) for entry in (*lately, *rest)]


def _grade(words: str, letters: str, starts: list[str], spelling: _Spelling) -> Grade | None:
    if spelling.letters == letters:
        return Grade.EXACT
    if spelling.words.startswith(words) or spelling.letters.startswith(letters):
        return Grade.PREFIX
    padded = f" {spelling.words}"
    if all(start in padded for start in starts) or spelling.initials == letters:
        return Grade.WORDS
    return Grade.INSIDE if len(letters) >= _INSIDE and words in spelling.words else None


def _strange(typed: str, spelling: _Spelling) -> int:
    """1 where diacritics were typed that the name does not bear."""
    plain = _plain(typed)
    return int(not plain.isascii() and plain not in spelling.plain)


def _folded(entry: Entry, place: int) -> Iterator[_Spelling]:
    for name in dict.fromkeys((entry.vi, entry.en, *entry.also)):
        alias = name not in {entry.vi, entry.en}
        words = _words(name)
        if words:
            initials = "".join(word[0] for word in words) if len(words) > 1 else ""
            yield _Spelling(" ".join(words), "".join(words), initials, _plain(name), alias, place)


def _words(text: str) -> list[str]:
    return [folded_key(word) for word in _WORD.findall(unicodedata.normalize("NFC", text))]


def _plain(text: str) -> str:
    return unicodedata.normalize("NFC", " ".join(text.split())).casefold()
