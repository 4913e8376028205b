"""Files of monthly series as people save them: marks, order, columns, names; nothing is guessed."""

from __future__ import annotations

import math
import random

import pytest

from desktop.analysis.landing.results import Why
from desktop.figures.month import Month
from desktop.workflow.landing_files import Asked, backtest_of, outlook_of
from desktop.workflow.series_files import read_series
from desktop.workflow.series_numbers import Notation, UnreadableError, amount, notation_of

FIRST = Month(2018, 1)


def value(n, level=100.0):
    noise = random.Random(n).gauss(0, 0.03)
    return level * 1.006**n * (1 + 0.1 * math.sin(n * math.pi / 6)) * math.exp(noise)


def lines(name="ok", count=90, level=100.0, **odd):
    """Give a series' lines; `odd` puts another text in the place of a month (m80="-5")."""
    texts = [odd.get(f"m{n}", f"{value(n, level):.3f}") for n in range(count)]
    return [
        f"{name},{(FIRST + n).year},{(FIRST + n).number},{text}"
        for n, text in enumerate(texts)
        if text is not None
    ]


@pytest.fixture
def written(tmp_path):
    """Write a file and give its path."""

    def write(*rows, head="series,year,month,value", encoding="utf-8", delimiter=","):
        path = tmp_path / "chuỗi.csv"
        text = "\n".join(row.replace(",", delimiter) for row in (head, *rows)) + "\n"
        path.write_bytes(text.encode(encoding))
        return path

    return write


def landed(path, **asked):
    return {one.name: one.landing for one in outlook_of(path, Asked(**asked))}


def test_one_bad_series_never_spoils_another(written):
    alone = landed(written(*lines()))["ok"]
    bad = {
        "gap": (lines("gap", m70=None), Why.GAP),
        "zero": (lines("zero", m70="0"), Why.NOT_POSITIVE),
        "negative": (lines("negative", m70="-4.5"), Why.NOT_POSITIVE),
        "short": (lines("short")[-23:], Why.TOO_SHORT),
        "stopped": (lines("stopped", count=70), Why.STOPPED),
        "word": (lines("word", m70="n.k."), Why.NOT_A_NUMBER),
        "endless": (lines("endless", m89="1e400"), Why.NOT_A_NUMBER),
        "twice": ([*lines("twice"), "twice,2023,1,7"], Why.GIVEN_TWICE),
        "no month": ([*lines("no month"), "no month,2023,13,7"], Why.NO_MONTH),
        "unit": (lines("unit", m60="123456"), Why.OUT_OF_SCALE),
        "break": (lines("break", 60) + lines("break", 90, 900.0)[60:], Why.BREAK_FOUND),
    }
    rows = [row for wrong, _ in bad.values() for row in wrong] + lines()
    random.Random(4).shuffle(rows)
    found = landed(written(*rows))
    for name, (_, why) in bad.items():
        assert (found[name].median, found[name].reasons[-1].why) == (None, why), name
    assert found["ok"] == alone


def test_a_backtest_of_such_a_file_tells_of_each_and_spoils_none(written, tmp_path):
    alone, both = tmp_path / "alone.csv", tmp_path / "both.csv"
    backtest_of(written(*lines()), alone, Asked(), 2022, 2023)
    rows = [*lines("word", m70="n.k."), *lines("gap", m70=None), *lines()]
    tracks = {t.name: t for t in backtest_of(written(*rows), both, Asked(), 2022, 2023)}
    assert tracks["word"].track is None
    assert tracks["word"].silent[-1].reasons[-1].why is Why.NOT_A_NUMBER
    assert [(s.year, s.reasons[0].month) for s in tracks["gap"].silent] == [(2023, FIRST + 70)]
    ours = [line for line in both.read_text("utf-8").splitlines() if line.startswith("ok,")]
    assert ours == alone.read_text("utf-8").splitlines()[1:]


def test_saved_by_a_vietnamese_excel_it_says_the_same(written):
    rows = lines("Cà phê", m0="100.5")  # one number is enough to tell all the others
    plain = landed(written(*rows))["Cà phê"]
    commas = [row.replace(".", "·") for row in rows]
    path = written(*commas, head="series,year,month,value", encoding="utf-8-sig", delimiter=";")
    path.write_bytes(path.read_bytes().replace("·".encode(), b","))
    assert landed(path)["Cà phê"] == plain


def test_columns_that_nobody_knows_do_no_harm(written):
    rows = [f"VN,{row},a remark" for row in lines()]
    found = landed(written(*rows, head="country,series,year,month,value,remark"))
    assert found == landed(written(*lines()))


def test_a_definition_that_is_marked_as_new_counts_from_there(written):
    rows = [*lines(count=60), *lines(level=900.0)[60:]]
    marked = [f"{row},{int(n == 60)}" for n, row in enumerate(rows)]
    found = landed(written(*marked, head="series,year,month,value,break"))["ok"]
    assert found.median is not None
    assert found.reasons[0].why is Why.SINCE_BREAK
    assert found.reasons[0].month == FIRST + 60


@pytest.mark.parametrize(
    ("texts", "notation"),
    [
        (("1,234", "12,5"), Notation.COMMA),
        (("1.234", "1.234.567"), Notation.COMMA),
        (("1,234", "0,125"), Notation.COMMA),
        (("1,234", "12.5"), Notation.DOT),
        (("1,234", "1,234,567"), Notation.DOT),
        (("1.234", "1234.567"), Notation.DOT),
        (("1,234", "567"), Notation.UNSAID),
        (("12,5", "12.5"), Notation.UNSAID),
    ],
)
def test_a_files_other_numbers_say_which_mark_is_which(texts, notation):
    assert notation_of(texts) is notation


def test_one_mark_before_three_digits_is_read_as_the_file_has_it():
    assert amount("1,234", Notation.COMMA)[0] == 1.234
    assert amount("1.234", Notation.COMMA)[0] == 1234
    for notation in (Notation.DOT, Notation.UNSAID):
        assert amount("1.234", notation)[0] == 1.234
        with pytest.raises(UnreadableError):
            amount("1,234", notation)


def test_five_hundred_series_and_fifty_years_are_read(written):
    rows = [row for n in range(500) for row in lines(f"Chuỗi {n}", 24)]
    assert len(read_series(written(*rows))) == 500
    long = [f"dài,{1975 + n // 12},{n % 12 + 1},{value(n)}" for n in range(606)]
    (found,) = outlook_of(written(*long), Asked())
    assert found.landing.through == Month(2025, 6)
    assert found.landing.median is not None
