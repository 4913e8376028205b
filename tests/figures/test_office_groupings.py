"""An office's own groupings: what is wrong is told by its line, what is odd is said."""

import pytest

from desktop.figures.finding import Severity
from desktop.figures.finding_texts import remedy, sentence
from desktop.figures.office_groupings import office_groupings
from desktop.figures.series import Flow
from desktop.figures.wording import LANGUAGES, language

HEAD = "scheme,group,dimension,name_vi,name_en,members\n"
GOOD = HEAD + (
    "BO_CT,,market,Thị trường của Bộ,Ministry's markets,\n"
    "BO_CT,LARGE,,Lớn,Large,US CN\n"
    "BO_CT,GULF,,Vùng Vịnh,,AE SA:2020-01.. QA\n"
)


def test_groups_of_an_office_are_read_with_commas_or_semicolons():
    for text in (GOOD, GOOD.replace(",", ";"), "\n" + "" + GOOD.lstrip()):
        found = office_groupings(text.lstrip("\n"), "own.csv")
        assert not found.refused
        scheme = found.schemes["BO_CT"]
        assert [(g.code, g.name("en")) for g in scheme.of(Flow.EXPORT)] == [
            ("BO_CT/LARGE", "Large"), ("BO_CT/GULF", "Vùng Vịnh"),
        ]  # fmt: skip
        (left,) = {f.code for f in found.findings}
        assert left == "groupings_left_out"


@pytest.mark.parametrize(
    ("wrong", "line", "code"),
    [
        (GOOD.replace("US CN", "US ZZ"), "3", "groupings_no_such_code"),
        (GOOD.replace("BO_CT,LARGE", "OTHER,LARGE"), "3", "groupings_without_head"),
        (GOOD.replace(",,market,", ",,province,"), "2", "groupings_dimension"),
        (GOOD.replace("BO_CT", "GSO"), "2", "groupings_shipped"),
        (GOOD.replace("BO_CT,GULF", "BO_CT,LARGE"), "4", "groupings_twice"),
        (GOOD.replace("US CN", ""), "3", "groupings_empty"),
        (GOOD.replace("2020-01..", "2020-13.."), "4", "groupings_member"),
        (GOOD.replace("Lớn", ""), "3", "groupings_nameless"),
        (GOOD.replace("LARGE", "Lớn nhất"), "3", "groupings_code"),
        ("scheme,name\nA,B\n", "1", "groupings_columns"),
        ("", "1", "groupings_columns"),
    ],
)
def test_what_is_wrong_is_told_by_its_line_and_nothing_counts(wrong, line, code):
    found = office_groupings(wrong, "own.csv")
    assert found.refused
    assert found.schemes == {}
    told = {(f.cell, f.code) for f in found.findings if f.severity is Severity.ERROR}
    assert (line, code) in told
    for spoken in map(language, LANGUAGES):
        for finding in found.findings:
            assert "own.csv" in sentence(finding, spoken)
            assert remedy(finding, spoken)


def test_a_code_of_the_programs_is_told_once_not_of_every_group():
    told = office_groupings(GOOD.replace("BO_CT", "GSO"), "own.csv").findings
    assert [(f.code, f.cell) for f in told] == [("groupings_shipped", "2")]


def test_groups_that_overlap_are_said_to():
    found = office_groupings(GOOD.replace("QA", "QA US"), "own.csv")
    assert not found.refused
    (overlap,) = {f.expected for f in found.findings if f.code == "groupings_overlap"}
    assert overlap == "US"
