"""Workbooks locked with a password: they open with it, ask for it, and never tell it."""

import logging
import pickle
from io import BytesIO

import pytest
from openpyxl import Workbook

from desktop.figures.directions import NOTHING_LEARNED, Directions
from desktop.figures.reading import Ask
from desktop.returns import ReadingRoom
from desktop.returns.reader import read_content
from tests.returns.made import codes, monthly_sheet
from tests.returns.made_binary import agile, compound, standard, xls, xls_locked

PASSWORD = "Mở ra, tháng 6!"
CELLS = [(1, 1, "25. Exports of goods"), (3, 4, "1000 tons, Mill. USD"), (4, 3, "Estimate")]
CELLS += [(5, 3, "September"), (6, 3, 2020.0), (7, 3, "Volume"), (7, 4, "Value")]
CELLS += [(9, 1, "TOTAL VALUE"), (9, 4, 27500.0), (10, 2, "Rice"), (10, 3, 400.0), (10, 4, 190.5)]


def plain() -> bytes:
    book = Workbook()
    monthly_sheet(book.active)
    out = BytesIO()
    book.save(out)
    return out.getvalue()


PLAIN = plain()
LOCKED = {
    "since 2010": agile(PLAIN, PASSWORD),
    "2007": standard(PLAIN, PASSWORD),
    "97 to 2003": xls_locked(CELLS, PASSWORD),
}


def read(content: bytes, password: str = ""):
    return read_content("r.xlsx", content, NOTHING_LEARNED, Directions(password=password))


@pytest.mark.parametrize("era", LOCKED)
def test_the_password_opens_it(era):
    locked = read(LOCKED[era], PASSWORD)
    there = read(xls(CELLS) if era == "97 to 2003" else PLAIN)
    assert locked.rows == there.rows
    assert locked.saved_at == there.saved_at
    assert (codes(locked), locked.questions) == ([], ())
    assert locked.content_hash != there.content_hash


@pytest.mark.parametrize("era", LOCKED)
@pytest.mark.parametrize(
    ("password", "code"), [("", "password_protected"), ("mở ra", "wrong_password")]
)
def test_without_it_nothing_is_read_and_it_is_asked_for(era, password, code):
    reading = read(LOCKED[era], password)
    assert (codes(reading), reading.rows) == ([code], ())
    (question,) = reading.questions
    assert (question.ask, question.about, question.needed) == (Ask.PASSWORD, "r.xlsx", True)


def test_a_password_typed_in_parts_is_the_one_typed_whole():
    import unicodedata  # noqa: PLC0415 - one test's own

    assert read(LOCKED["2007"], unicodedata.normalize("NFD", PASSWORD)).rows


def test_what_is_guarded_from_changes_alone_needs_no_password():
    assert read(agile(PLAIN, "VelvetSweatshop")).rows


def test_a_password_does_no_harm_where_none_is_needed():
    assert read(PLAIN, PASSWORD).rows == read(PLAIN).rows


@pytest.mark.parametrize("era", LOCKED)
def test_it_is_told_nowhere(era, caplog):
    caplog.set_level(logging.DEBUG)
    reading = read(LOCKED[era], PASSWORD)
    for told in (repr(reading), caplog.text, pickle.dumps(reading).decode("latin-1")):
        assert "tháng 6!" not in told
        assert "th\xc3\xa1ng 6!" not in told
    assert "tháng" not in repr(Directions(password=PASSWORD))


def test_the_worker_opens_it_too(tmp_path, caplog):
    caplog.set_level(logging.DEBUG)
    path = tmp_path / "r.xlsx"
    path.write_bytes(LOCKED["2007"])
    with ReadingRoom() as room:
        (opened,) = room.read([path], directions={path: Directions(password=PASSWORD)})
        (asked,) = room.read([path])
    assert opened.rows == read(PLAIN).rows
    assert codes(asked) == ["password_protected"]
    assert PASSWORD not in caplog.text


@pytest.mark.parametrize("at", range(0, 20_000, 3900))
@pytest.mark.parametrize("era", LOCKED)
def test_a_locked_workbook_that_is_damaged_says_so(era, at):
    content = bytearray(LOCKED[era])
    if at < len(content):
        content[at] ^= 0xFF
    said = codes(read(bytes(content[: -max(at, 1)]), PASSWORD))
    assert said


def test_a_cipher_that_a_password_does_not_open():
    content = compound({"EncryptionInfo": b"\3\0\3\0" + bytes(60), "EncryptedPackage": bytes(64)})
    assert codes(read(content, PASSWORD)) == ["unknown_cipher"]
    assert codes(read(content)) == ["unknown_cipher"]
