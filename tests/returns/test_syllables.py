"""Letters that can be a Vietnamese syllable, and those that betray a wrong code."""

import pytest

from desktop.returns.syllables import are_syllables
from desktop.returns.word_evidence import _HEADINGS


def test_every_word_of_the_offices_headings_is_one():
    assert [word for word in _HEADINGS.split() if not are_syllables(word)] == []


@pytest.mark.parametrize(
    "word", ["quý", "giữa", "nghiêng", "khuya", "thuở", "hoà", "hòa", "thuỷ", "THỦY", "(tấn)", "kg"]
)
def test_words_of_all_shapes(word):
    assert are_syllables(word)


@pytest.mark.parametrize("word", ["naờm", "thaựng", "coọng", "teỏ", "ngaỉ", "mọtt"])
def test_what_a_wrong_code_leaves(word):
    assert not are_syllables(word)
