"""Text of the 2000s: TCVN3 (the ".Vn" fonts), told and decoded cell by cell by its evidence."""

from __future__ import annotations

import re

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
_UNICODE = frozenset("ĂăĐđĨĩŨũƠơƯư") | {chr(code) for code in range(0x1EA0, 0x1EFA)}
_FONT = ".vn"
_ETH = re.compile(r"(?<!\w)\u00d0(?=[aăâeêioôơuưyàáâãèéêìíòóôõùúýăĩũơư\u1ea0-\u1ef9])")
"""A word that begins with eth and a vowel: no Vietnamese word begins so in TCVN3 ("é")."""


def modern(text: str, font: str = "") -> str:
    """Decode a cell's text where it is legacy; ``font`` is the cell's font name.

    A ".Vn" font, or a code point that no Vietnamese text has, marks the cell as legacy. In a cell
    that mixes both, words with real Vietnamese letters keep them ("th¸ng Mười hai n¨m"), and
    words without evidence go with the majority. An eth typed for Đ ("Ðặc khu") is that letter
    everywhere. Anything else stays: "Cà phê" is right as it is.
    """
    text = _ETH.sub("Đ", text)
    if text.isascii() or not (font.lower().startswith(_FONT) or _has_impossible(text)):
        return text
    words = text.split(" ")
    real = [any(letter in _UNICODE for letter in word) for word in words]
    old = sum(map(_has_impossible, words))
    if not any(real) or old >= sum(real):
        decoded = [
            w.translate(_IMPOSSIBLE if r else _TCVN3) for w, r in zip(words, real, strict=True)
        ]
    else:
        decoded = [word.translate(_IMPOSSIBLE) for word in words]
    return " ".join(decoded)


def _has_impossible(text: str) -> bool:
    return any(ord(letter) in _IMPOSSIBLE for letter in text)
