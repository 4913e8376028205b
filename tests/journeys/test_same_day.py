"""A correction sent on the day of the return it corrects: one answer everywhere, and said."""

from __future__ import annotations

import re
import zipfile
from datetime import UTC, date, datetime, timedelta
from itertools import permutations

import openpyxl
import pytest

from desktop.cli.returns_out import preview_line
from desktop.figures.month import Month
from desktop.figures.places import sample
from desktop.figures.series import SCALE
from desktop.figures.vintage import LATEST, Vintage
from desktop.figures.wording import language
from desktop.workflow import Office, YearAsked

JULY_6 = date(2025, 7, 6)
NOON = datetime(2025, 7, 6, 12)  # noqa: DTZ001 - openpyxl takes UTC without its zone
PRINTED, CORRECTED, AGAIN = 219_830, 219_850, 219_810
VINTAGES = [LATEST, Vintage(JULY_6), Vintage(first_release=True)]


@pytest.fixture
def book(tmp_path):
    """Write June's book with another cumulative in million dollars, saved at a moment."""

    def write(millions, saved, name):
        workbook = openpyxl.load_workbook(sample("gso") / "02-Bieu-T6.2025.xlsx")
        workbook["23.XK tháng"]["J9"] = millions
        path = tmp_path / name
        workbook.save(path)
        return _stamped(path, saved)

    return write


def _stamped(path, saved):
    """Put the moment into the file: openpyxl stamps the present one."""
    with zipfile.ZipFile(path) as book:
        parts = {name: book.read(name) for name in book.namelist()}
    core = parts["docProps/core.xml"].decode()
    moment = f"{saved:%Y-%m-%dT%H:%M:%SZ}"
    core, found = re.subn(r"(<dcterms:modified[^>]*>)[^<]*", rf"\g<1>{moment}", core)
    assert found == 1
    parts["docProps/core.xml"] = core.encode()
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as book:
        for name, content in parts.items():
            book.writestr(name, content)
    return path


@pytest.fixture
def office(tmp_path):
    """Give a new office for each call."""
    made = []

    def open_office():
        place = tmp_path / f"{len(made)}.sqlite3"
        made.append(Office(place, clock=lambda: datetime(2025, 7, 12, tzinfo=UTC), user="tester"))
        return made[-1]

    yield open_office
    for one in made:
        one.close()


def _answers(office, vintage):
    """What `figures` and `status` say of the half year, in million dollars."""
    frame = office.figures(vintage)
    total = frame.query(
        "flow == 'export' and item == 'TOTAL' and market == 'WORLD' and ownership == 'ALL'"
        " and measure == 'value' and basis == 'cumulative'"
    )
    (listed,) = total[total["period_end"] == Month(2025, 6).ordinal]["value"]
    shown = office.overview(YearAsked(2025, Month(2025, 6), vintage)).exports.cumulative
    return listed / SCALE / 1e6, shown / 1e6


@pytest.mark.parametrize("corrected", [CORRECTED, pytest.param(AGAIN, marks=pytest.mark.slow)])
def test_the_correction_wins_in_any_order_and_everywhere(office, book, corrected):
    books = [
        book(PRINTED, NOON, "02-Bieu-T6.2025.xlsx"),
        book(corrected, NOON + timedelta(hours=3), "02-Bieu-T6.2025 sửa.xlsx"),
    ]
    for order in permutations(books):
        with office() as here:
            for path in order:
                here.accept(here.preview([path]))
            assert {_answers(here, v) for v in VINTAGES} == {(corrected, corrected)}


@pytest.mark.parametrize("corrected", [CORRECTED, pytest.param(AGAIN, marks=pytest.mark.slow)])
def test_where_nothing_tells_the_correction_the_answers_agree_and_it_is_said(
    office, book, corrected
):
    books = [book(PRINTED, NOON, "one.xlsx"), book(corrected, NOON, "other.xlsx")]
    answers = set()
    for first, second in permutations(books):
        with office() as here:
            here.accept(here.preview([first]))
            (preview,) = here.preview([second])
            assert ("same_day_undecided", first.name) in {
                (f.code, f.about) for f in preview.findings
            }
            here.accept([preview])
            answers |= {_answers(here, v) for v in VINTAGES}
    ((listed, shown),) = answers
    assert listed == shown


def test_what_an_earlier_save_would_change_is_not_called_older(office, book):
    with office() as here:
        here.accept(here.preview([book(CORRECTED, NOON, "late.xlsx")]))
        early = book(PRINTED, NOON - timedelta(hours=3), "early.xlsx")
        (preview,) = here.preview([early])
        said = preview_line(preview, language("en"))
        assert said.endswith("0 kept behind newer ones, 1 behind another of the same date")
        assert [f.code for f in preview.comparison.findings] == ["same_day_behind"]
        here.accept(here.preview([early], reported_on=JULY_6 + timedelta(days=1)))
        assert _answers(here, LATEST) == (PRINTED, PRINTED)
