"""Names stand in the order of the Vietnamese alphabet."""

from __future__ import annotations

import unicodedata

from hypothesis import given
from hypothesis import strategies as st

from desktop.figures.catalogue import markets
from desktop.figures.collation import alphabetical

ALPHABET = list("aăâbcdđeêghiklmnoôơpqrstuưvxy")
TONES = ["ma", "mà", "mả", "mã", "má", "mạ"]


def ordered(names):
    return sorted(names, key=alphabetical)


def test_letters_stand_in_the_alphabets_order():
    assert ordered(reversed(ALPHABET)) == ALPHABET
    assert ordered([letter.upper() for letter in reversed(ALPHABET)]) == [
        letter.upper() for letter in ALPHABET
    ]


def test_tones_decide_between_words_of_the_same_letters_only():
    assert ordered(reversed(TONES)) == TONES
    assert ordered(["mạc", "mác", "mà", "mạ"]) == ["mà", "mạ", "mác", "mạc"]


def test_markets_of_three_letters_that_english_would_mix():
    names = ["Ấn Độ", "Đức", "Anh", "Áo", "Ả Rập Xê Út", "Dominica", "Bỉ", "Ô-man", "Oman", "Úc"]
    assert ordered(names) == [
        "Ả Rập Xê Út", "Anh", "Áo", "Ấn Độ", "Bỉ", "Dominica", "Đức", "Oman", "Ô-man", "Úc",
    ]  # fmt: skip


@given(st.sampled_from([m.vi for m in markets()]))
def test_how_a_letter_is_composed_makes_no_difference(name):
    assert alphabetical(name) == alphabetical(unicodedata.normalize("NFD", name))
    assert alphabetical(name) == alphabetical(name.upper())
