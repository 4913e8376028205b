"""Many findings of one kind are told once; and every sentence is whole by itself."""

import pytest

from desktop.figures.finding import Finding, Severity
from desktop.figures.finding_texts import MANY, RETURN_TEXTS, remedy, sentence
from desktop.figures.grouping import grouped
from desktop.figures.wording import language
from tests.returns.made import EXPORTS, codes

ENGLISH = language("en")


def found(code, *cells, sheet="XK", severity=Severity.ERROR):
    return [Finding(severity, code, sheet, cell, "12", "", "Gạo") for cell in cells]


def test_few_stay_single():
    few = found("error_cell", "D9", "D10", "D11", "D12", "D13")
    assert grouped(few) == tuple(few)


def test_many_are_one_where_the_first_stood():
    cells = [f"{column}{row}" for row in range(9, 12) for column in "DGJ"]
    findings = [
        *found("unit_assumed", "C4"),
        *found("no_unit", *cells),
        *found("no_unit", "D9", sheet="NK"),
    ]
    one, many, other = grouped(findings)
    assert (one, other) == (findings[0], findings[-1])
    assert (many.cell, many.found, many.about) == ("D9:J11", "9", "D9, G9, J9, …")
    assert sentence(many, ENGLISH) == (
        "9 figures of XK!D9:J11 have no unit, and were left out (D9, G9, J9, …)."
    )


def test_errors_and_notes_of_a_kind_and_findings_about_files_stay_apart():
    notes = found("repeated_row", *"ABCDEF", severity=Severity.NOTE)[:0]
    files = [Finding(Severity.ERROR, "damaged", about=f"{n}.xlsx") for n in range(9)]
    months = [Finding(Severity.ERROR, "months_differ", f"S{n}", "C5") for n in range(9)]
    assert grouped([*notes, *files, *months]) == (*files, *months)


def test_unknown_names_are_listed_by_name(monthly):
    rows = (EXPORTS[0], *((None, f"Hàng lạ {n} kỳ quặc", None, 1.0) for n in range(7)))
    (finding,) = (f for f in monthly(rows=rows).findings if f.code == "unknown_item")
    assert (finding.cell, finding.found) == ("B10:B16", "7")
    assert finding.about.startswith("Hàng lạ 0 kỳ quặc, Hàng lạ 1 kỳ quặc, ")


def test_a_whole_column_of_formulas_is_one_finding(monthly):
    def spoil(sheet):
        for row in (*range(9, 14), *range(15, 18)):
            sheet.cell(row, 4, "=1+1")

    reading = monthly(spoil)
    assert codes(reading) == ["no_cached_value"]
    assert (reading.findings[0].cell, reading.findings[0].found) == ("D9:D17", "8")


def test_long_labels_are_cut(monthly):
    def rename(sheet):
        sheet["B15"] = "ă" * 32_000

    (finding,) = (f for f in monthly(rename).findings if f.code == "unknown_item")
    assert len(finding.found) == 80
    assert finding.found.endswith("…")


@pytest.mark.parametrize("code", ["unknown_item", "unknown_market"])
def test_near_names_are_only_offered_where_there_are_some(code):
    near = Finding(Severity.ERROR, code, "XK", "A9", "Gao", "Gạo")
    far = Finding(Severity.ERROR, code, "XK", "A9", "Qwrt")
    assert "Gạo" in remedy(near, ENGLISH)
    assert remedy(far, ENGLISH) == "Decide what it means; it is remembered for the sender."


@pytest.mark.parametrize("code", sorted(RETURN_TEXTS))
def test_every_sentence_names_its_own_place_once(code):
    text = RETURN_TEXTS[code][0]
    places = [blank for blank in ("{place}", "{sheet}") if blank in text]
    assert len(places) == 1 or (not places and "{about}" in text)


@pytest.mark.parametrize("code", sorted(MANY))
@pytest.mark.parametrize("spoken", ["vi", "en"])
def test_every_sentence_for_many_names_count_and_range(code, spoken):
    many = Finding(Severity.ERROR, code, "XK", "D9:J11", "166", "Tỷ đồng", "D9, G9, J9, …")
    text = sentence(many, language(spoken))
    assert "166" in text
    assert "XK!D9:J11" in text
    assert "D9, G9" in text
