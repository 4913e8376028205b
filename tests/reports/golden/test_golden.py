"""The sentences of a report, word for word in both languages, held against `sentences.csv`.

Each line there is a case: a situation, a sentence by its key, and what it must say. An empty text
means that nothing may be said. After a wanted change of words, read every line that fails.
"""

from __future__ import annotations

import csv
from functools import cache
from pathlib import Path

import pytest

from desktop.figures.wording import language
from tests.reports.explained import unexplained
from tests.reports.golden.situations import TELLERS

with (Path(__file__).parent / "sentences.csv").open(encoding="utf-8", newline="") as _file:
    CASES = list(csv.DictReader(_file))
PERIODS = {str(n) for n in (*range(1, 13), 80, 100, *range(2017, 2026))}


@pytest.fixture(scope="session")
def told(story):
    """What is said of a situation in a language, by key; each told once."""

    @cache
    def all_said(situation, code):
        kind, _, name = situation.rpartition(":")
        situations, teller = TELLERS[kind]
        assert name in situations
        return teller(story, name, language(code))

    return all_said


def plain(text):
    """Blanks that keep a month and its number on one line read like any other."""
    return text.replace("\u00a0", " ")


@pytest.mark.parametrize("code", ["vi", "en"])
def test_every_sentence_says_what_it_must(told, code):
    found = {}
    for case in CASES:
        key = case["situation"], case["key"]
        said = told(case["situation"], code).get(case["key"])
        found[key] = plain(said.text if said else "")
    assert len(found) == len(CASES)
    assert found == {(case["situation"], case["key"]): case[code] for case in CASES}


@pytest.mark.parametrize("code", ["vi", "en"])
@pytest.mark.parametrize("kind", TELLERS)
def test_no_sentence_carries_a_sign_and_each_names_its_numbers(told, kind, code):
    lang = language(code)
    for name in TELLERS[kind][0]:
        for sentence in told(f"{kind}:{name}" if kind else name, code).values():
            asked = sentence.text.replace("(+", "(")  # a plan is quoted as it was set
            assert not any(sign in asked for sign in ("−", " -", " +")), sentence.text
            assert not unexplained(sentence, lang, PERIODS), (name, sentence.text)


def test_there_are_cases_enough():
    assert len(CASES) >= 60
    assert {case["situation"].rpartition(":")[0] for case in CASES} == set(TELLERS)
