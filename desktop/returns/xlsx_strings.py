"""The shared texts of an .xlsx workbook, taken apart as text where they stand in Excel's form."""

from __future__ import annotations

import re
from collections.abc import Iterable

from desktop.returns.xlsx_sheet import feed, guarded_parser, without_prefix
from desktop.returns.xml_texts import OtherFormError, meant

_AROUND = re.compile(
    rb"\s*(?:<\?xml version=['\"]1\.0['\"](?: encoding=['\"][Uu][Tt][Ff]-8['\"])?"
    rb"(?: standalone=['\"]\w+['\"])?\s*\?>)?\s*<sst(?:\s[^<>]*)?>"
)
_END = b"</sst>"
_TEXT = r"<t(?:\s[^<>]*+)?>([^<]*+)</t>|<t\s?/>"
_RUN = r"<r>(?:<rPr>(?:<\w++[^<>]*+(?<=/)>)*+</rPr>)?<t(?:\s[^<>]*+)?>[^<]*+</t></r>"
_ITEM = re.compile(rf"<si>(?:{_TEXT}|((?:{_RUN})++))(?:<phoneticPr [^<>]*/>)?</si>\s*+|([\s\S])")
"""A text, or one that is written in runs; or else a sign that is strange."""
_PART = re.compile(r"<t(?:\s[^<>]*)?>([^<]*)</t>")
_ODD_BYTES = bytes({*range(0x20)} - {*b"\t\n\r"})
_ODD = ("\ufffe", "\uffff", "]]>")
"""What a parser refuses."""


def shared_strings(chunks: Iterable[bytes]) -> list[str]:
    """Give the texts in their order; none where there is no such part.

    Raises `expat.ExpatError` or `UnsafeXmlError`.
    """
    content = b"".join(chunks)
    try:
        return _plainly(content)
    except (OtherFormError, UnicodeDecodeError):
        return _parsed([content] if content else [])


def _plainly(content: bytes) -> list[str]:
    around = _AROUND.match(content)
    within, end, behind = content.rpartition(_END)
    if around is None or not end or behind.strip():
        raise OtherFormError
    text = within[around.end() :].decode().lstrip()
    if "\r" in text:  # as a parser ends lines
        text = text.replace("\r\n", "\n").replace("\r", "\n")
    if len(content.translate(None, _ODD_BYTES)) < len(content) or any(odd in text for odd in _ODD):
        raise OtherFormError
    strings = []
    for plain, runs, strange in _ITEM.findall(text):
        if strange:
            raise OtherFormError
        whole = "".join(_PART.findall(runs)) if runs else plain
        strings.append(meant(whole) if "&" in whole else whole)
    return strings


def _parsed(chunks: Iterable[bytes]) -> list[str]:
    strings: list[str] = []
    text: list[str] = []
    open_text = phonetic = False

    def start(tag: str, _: list[str]) -> None:
        nonlocal open_text, phonetic
        if tag == "si":
            close()
            phonetic = False
            strings.append("")
        elif tag == "rPh":
            phonetic = True
        open_text = tag == "t" and not phonetic

    def end(tag: str) -> None:
        nonlocal open_text
        if tag.endswith("t"):
            open_text = False

    def characters(data: str) -> None:
        if open_text:
            text.append(data)

    def close() -> None:
        if strings and text:
            strings[-1] = "".join(text)
        text.clear()

    parser = guarded_parser()
    parser.EndElementHandler = end
    parser.CharacterDataHandler = characters
    without_prefix(parser, start)
    feed(parser, chunks)
    close()
    return strings
