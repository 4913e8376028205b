"""The form in full: written, changed, previewed with what is wrong row by row, accepted, undone."""

from __future__ import annotations

from datetime import UTC, date, datetime

import openpyxl
import pytest

from desktop.archive import Archive
from desktop.figures.finding import Refused, Severity
from desktop.figures.finding_texts import sentence
from desktop.figures.month import Month
from desktop.figures.series import Flow
from desktop.figures.target import Target, TargetMeasure
from desktop.figures.target_doubts import named
from desktop.figures.target_split import split_of
from desktop.figures.wording import language
from desktop.workflow import Office
from tests.archive.made import reading, row, store

MILLION = 1e6
WHOLE = Target(
    Flow.EXPORT, TargetMeasure.GROWTH, 2025, 0.12, 0.12, document="NQ 01",
    issued_on=date(2025, 1, 8),
)  # fmt: skip
ELEC = Target(
    Flow.EXPORT, TargetMeasure.VALUE, 2025, 5_123_456_789.125, 5_123_456_789.125, "ELEC",
    document="NQ 01", issued_on=date(2025, 1, 8),
)  # fmt: skip


@pytest.fixture(scope="module")
def figures(tmp_path_factory):
    """The bytes of an archive: exports of 2024, of which three items and two markets are known."""
    path = tmp_path_factory.mktemp("forms") / "archive.sqlite3"
    parts = [("TOTAL", "WORLD", 1000), ("ELEC", "WORLD", 400), ("COFFEE", "WORLD", 200),
             ("SEAFOOD", "WORLD", 100), ("TOTAL", "US", 700), ("TOTAL", "CN", 400)]  # fmt: skip
    rows = [
        row(amount * MILLION, month=Month(2024, n), item=item, market=market,
            cell=f"{item}{market}{n}")
        for item, market, amount in parts
        for n in range(1, 13)
    ]  # fmt: skip
    with Archive.open(path) as archive:
        store(archive, reading(*rows), date(2025, 1, 6))
    return path.read_bytes()


@pytest.fixture
def office(figures, tmp_path):
    path = tmp_path / "archive.sqlite3"
    path.write_bytes(figures)
    with Office(path, clock=lambda: datetime(2025, 2, 1, tzinfo=UTC), user="Lan") as office:
        office.set_target(WHOLE)
        office.set_target(ELEC)
        yield office


@pytest.fixture
def form(office, tmp_path):
    """Write the form by items, change cells by heading and row, and preview it."""
    out = tmp_path / "form.xlsx"
    office.export_target_form(out, language("en"), split_of("item"), 2025)

    def changed(**cells):
        book = openpyxl.load_workbook(out)
        for place, value in cells.items():
            book.active[place].value = value
        book.save(out)
        return office.preview_target_form(out)

    return changed


def codes(found, severity=Severity.ERROR):
    return [(f.cell, f.code) for f in found.findings if f.severity is severity]


def test_an_unchanged_form_changes_nothing_to_the_last_cent(form):
    found = form()
    assert not found.change
    assert found.findings == ()


def test_a_changed_row_supersedes_and_one_of_the_same_document_corrects(office, form):
    found = form(G7=3, L7="Plan", G6=6)
    assert [(t.item, t.low) for t in found.change.added] == [("ELEC", 6e9), ("COFFEE", 3e9)]
    assert found.change.withdrawn == (2,)
    done = office.accept_target_form(found)
    assert {t.item: t.low for t in office.targets()} == {"TOTAL": 0.12, "ELEC": 6e9, "COFFEE": 3e9}
    office.change_targets(done.undone)
    assert {t.item: t.low for t in office.targets()} == {"TOTAL": 0.12, "ELEC": ELEC.low}


@pytest.mark.parametrize("day", ["2025-01-07", None])
def test_a_row_by_an_older_document_or_none_is_told_that_the_newer_one_stays(office, form, day):
    found = form(G6=6, M6=day)
    assert codes(found, Severity.WARNING) == [("G6", "target_document_older")]
    (told,) = found.findings
    assert (told.found, told.expected) == ("2025-01-08", "2")
    office.accept_target_form(found)
    (stands,) = (p.target.number for p in office.standing_targets() if p.target.item == "ELEC")
    assert stands == 2


def test_one_row_that_errs_keeps_all_back(office, form):
    found = form(G7=3, A8="export; item:Dưa", G8=1)
    assert codes(found) == [("A8", "target_unknown_name")]
    with pytest.raises(Refused, match="target_unknown_name"):
        office.accept_target_form(found)
    assert len(office.targets()) == 2


def test_two_rows_for_one_scope_are_told(form):
    found = form(G7=3, A8="export; item:Cà phê", G8=4)
    assert codes(found) == [("G8", "form_row_twice")]


def test_overlapping_fiscal_years_are_told_at_their_row(form):
    found = form(A8="export", C8="2025-07..2026-06", G8=9, F8="Value")
    assert codes(found) == [("G8", "target_overlaps")]


def test_parts_above_the_whole_are_told_at_the_whole(form):
    found = form(G7=9)
    assert codes(found) == []
    assert codes(found, Severity.WARNING) == [("G5", "target_over_allocated")]
    (over,) = (f for f in found.findings if f.code == "target_over_allocated")
    assert over.found.replace(".", ",") in sentence(over, language("vi"))
    assert "The parts of export (January to December 2025)" in sentence(over, language("en"))
    assert "13.440" in sentence(over, language("en"))
    (told,) = named([over], [], language("vi"))
    assert "Xuất khẩu (tháng\u00a01 đến tháng\u00a012/2025)" in sentence(told, language("vi"))
    assert found.change


def test_a_growth_never_seen_is_told_at_its_row(form):
    found = form(G7=24, A8="export; item:RICE", F8="Growth", G8=1200)
    doubts = [f for f in found.findings if f.code == "target_growth_doubtful"]
    assert [(f.cell, f.found) for f in doubts] == [("G7", "900.0"), ("G8", "1,200.0")]


def test_a_province_that_was_merged_is_told_at_its_row(form):
    found = form(A8="export; province:Bắc Giang", F8="Value", G8=1)
    assert ("A8", "province_merged") in codes(found, Severity.WARNING)
    (doubt,) = (f for f in found.findings if f.code == "province_merged")
    assert "Bắc Giang became part of Bắc Ninh on 1 July 2025" in sentence(doubt, language("en"))


def test_a_growth_without_a_base_is_told(form):
    found = form(A8="export; item:RICE", F8="Growth", G8=5)
    assert codes(found, Severity.WARNING) == [("G8", "target_no_base")]


def test_partners_above_the_world_are_refused_when_given_out(office):
    with pytest.raises(Refused, match="target_parts_above_whole") as refused:
        office.allocation(office.target_named(year=2025), split_of("market"))
    finding = refused.value.findings[0]
    assert (finding.found, finding.expected) == ("13.200", "12.000")


def test_a_year_without_a_target_gives_a_form_to_set_it_in(office, tmp_path):
    out = tmp_path / "next.xlsx"
    office.export_target_form(out, language("vi"), split_of("item"), 2026)
    assert not office.preview_target_form(out).change


def test_the_form_does_not_take_the_archives_place(office):
    with pytest.raises(Refused):
        office.export_target_form(office.location, language("vi"), split_of("item"))


def test_a_target_on_a_fixed_base_stays_when_the_base_is_revised(office):
    fixed = Target(
        Flow.EXPORT, TargetMeasure.GROWTH, 2025, 0.1, 0.1, "COFFEE", base_as_of=date(2025, 1, 8)
    )
    office.set_target(fixed)
    revised = [row(300 * MILLION, month=Month(2024, n), item="COFFEE", cell=f"R{n}")
               for n in range(1, 13)]  # fmt: skip
    store(office.archive, reading(*revised, name="revised.xlsx"), date(2025, 3, 6))
    standing = {p.scope.item: p for p in office.standing_targets()}
    assert standing["COFFEE"].low == pytest.approx(2_640 * MILLION)
    assert standing["COFFEE"].base_as_of == date(2025, 1, 8)


def test_a_target_without_a_day_supersedes_a_dated_one_from_today(office):
    first = office.set_target(Target(Flow.EXPORT, TargetMeasure.GROWTH, 2025, 0.13, 0.13))
    assert first.issued_on == date(2025, 2, 1)
    again = office.set_target(Target(Flow.EXPORT, TargetMeasure.GROWTH, 2025, 0.14, 0.14))
    total = [t for t in office.targets() if t.item == "TOTAL"]
    assert [t.low for t in total] == [0.12, 0.14]
    assert office.set_target(Target(Flow.EXPORT, TargetMeasure.GROWTH, 2025, 0.14, 0.14)) == again
