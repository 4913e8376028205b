"""Words that fill a room stand as a label's would, and end in dots where there are more."""

from __future__ import annotations

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as some
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel

from desktop.gui.fonts import font
from desktop.gui.parts.filling import Filling

WORDS = (
    "Tháng",
    "vượt",
    "phần",
    "của",
    "mình",
    "lộ",
    "trình:",
    "T2,",
    "▲",
    "12,3%",
    "𝕏",
    "(+8,9)\nnăm",
)
TEXTS = some.lists(some.sampled_from(WORDS), min_size=1, max_size=40).map(" ".join)


def of(made, text, wide, high):
    made.setFont(font())
    made.setText(text)
    made.resize(wide, high)
    return made.grab().toImage()


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=60)
@given(text=TEXTS, wide=some.integers(60, 400), high=some.integers(10, 90))
def test_the_words_stand_where_a_label_has_them(qapp, text, wide, high):
    filling, label = Filling("small"), QLabel()
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setWordWrap(True)
    label.setAlignment(filling.alignment())
    assert of(filling, text, wide, high) == of(label, text, wide, high)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=60)
@given(text=TEXTS, wide=some.integers(90, 400), high=some.integers(20, 90))
def test_dots_stand_only_where_there_is_more_to_say_and_behind_a_whole_word(qapp, text, wide, high):
    filling, label = Filling("small"), QLabel()
    filling.ground = "#00ff00"
    label.setWordWrap(True)
    of(filling, text, wide, high)
    of(label, text, wide, high)
    shown = filling._laid.layout.text().replace("\u2028", "\n")
    if label.heightForWidth(wide) <= high:
        assert shown == text
    else:
        assert shown.endswith(" …")
        assert [*text.split(), ""][: len(shown.split()) - 1] == shown.split()[:-1]
        of(label, shown, wide, high)
        assert label.heightForWidth(wide) <= high
