"""What is sent out is sound by the rules of its form: Excel would have nothing to repair."""

from __future__ import annotations

import io
import re
import zipfile

import pytest
from xlsxwriter import Workbook

from desktop.reports.beside import Beside
from desktop.reports.template import fill
from desktop.reports.workbook.summary import write_summary
from tests.reports.ooxml import faults

pytestmark = pytest.mark.slow


@pytest.fixture(scope="module")
def pack(full_office, en, tmp_path_factory):
    """The whole pack of the samples, as bytes."""
    out = tmp_path_factory.mktemp("pack") / "summary.xlsx"
    full_office.write_summary(out, en)
    return out.read_bytes()


@pytest.fixture(scope="module")
def small(june, en, made_at, tmp_path_factory):
    """A pack with fewer sheets, to be spoilt."""
    out = tmp_path_factory.mktemp("small") / "summary.xlsx"
    write_summary(june, out, language=en, returns=[], told_at=made_at)
    return out.read_bytes()


def test_the_pack_is_sound(pack):
    assert faults(pack) == []


def test_the_list_of_figures_is_sound(june, full_office, vi, made_at, tmp_path):
    data = full_office.figures(year=2025).head(400)
    out = tmp_path / "data.xlsx"
    write_summary(june, out, language=vi, returns=[], told_at=made_at, beside=Beside(data=data),
                  sheets=("cover", "data"))  # fmt: skip
    assert faults(out.read_bytes()) == []


def test_the_list_of_placeholders_is_sound(full_office, vi, tmp_path):
    full_office.write_placeholders(tmp_path / "list.xlsx", vi)
    assert faults((tmp_path / "list.xlsx").read_bytes()) == []


def test_a_filled_template_is_as_sound_as_before(full_office, vi):
    template = io.BytesIO()
    with Workbook(template) as book:
        sheet = book.add_worksheet("Mẫu")
        sheet.merge_range("A1:C1", "{{period}}")
        sheet.write("B3", "{{exports.cumulative}}")
        sheet.write("A9", "{{table:items top=4}}")
    knowing = full_office.knowing(vi)
    assert faults(template.getvalue()) == []
    assert faults(fill(template.getvalue(), "x", knowing, as_workbook=True).content) == []


def spoilt(pack, part, pattern, put):
    """Change one part of a package by a pattern, which must be found."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(pack)) as old, zipfile.ZipFile(out, "w") as new:
        for name in old.namelist():
            body = old.read(name)
            if name == part:
                changed = re.sub(pattern.encode(), put.encode(), body, count=1)
                assert changed != body
                body = changed
            new.writestr(name, body)
    return out.getvalue()


@pytest.mark.parametrize(
    ("part", "pattern", "put", "told"),
    [
        ("[Content_Types].xml", r'<Override PartName="/xl/styles.xml"[^>]*/>', "", "sound"),
        ("[Content_Types].xml", r"/xl/styles.xml", "/xl/stiles.xml", "not there"),
        ("xl/_rels/workbook.xml.rels", r"worksheets/sheet3.xml", "worksheets/sheet99.xml",
         "not there"),
        ("xl/worksheets/sheet1.xml", r' s="\d+"', ' s="9999"', "no such format"),
        ("xl/worksheets/sheet1.xml", r't="s"><v>\d+', 't="s"><v>99999', "no such text"),
        ("xl/worksheets/sheet2.xml", r"(</f>)<v>[^<]*</v>", r"\1", "without its value"),
        ("xl/worksheets/sheet1.xml", r'r="A2"', 'r="A3"', "in row"),
        ("xl/drawings/drawing1.xml", r' descr="[^"]*"', "", "no description"),
        ("xl/workbook.xml", r"'Export progress'!", "'Nowhere'!", "no sheet"),
        ("xl/worksheets/sheet1.xml", r'<mergeCell ref="[^"]*"/>',
         '<mergeCell ref="A1:Z99"/><mergeCell ref="B2:C3"/>', "share"),
    ],
)  # fmt: skip
def test_what_is_spoilt_is_seen(small, part, pattern, put, told):
    found = faults(spoilt(small, part, pattern, put))
    if told == "sound":  # the ending's type stands in for it
        assert found == []
    else:
        assert any(told in fault for fault in found), found
