"""The errand: a template is never changed, macros need their name, a locked one its password."""

from __future__ import annotations

import io
import zipfile
from functools import partial

import pytest
from msoffcrypto.format.ooxml import OOXMLFile
from openpyxl import load_workbook

from desktop.figures.finding import Refused

FIGURE = {"B2": "{{exports.cumulative}}"}
SHEET_TYPE = "spreadsheetml.sheet.main+xml"


def retyped(content, main):
    """Give a workbook the type of another kind: a template's, or of one that may hold macros."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(content)) as old, zipfile.ZipFile(out, "w") as new:
        for name in old.namelist():
            body = old.read(name)
            if name == "[Content_Types].xml":
                named = f"application/vnd.openxmlformats-officedocument.{SHEET_TYPE}"
                assert named.encode() in body
                body = body.replace(named.encode(), main.encode())
            new.writestr(name, body)
        if "macroEnabled" in main:
            new.writestr("xl/vbaProject.bin", b"\x01macros as they are")
    return out.getvalue()


def locked(content, password):
    out = io.BytesIO()
    OOXMLFile(io.BytesIO(content)).encrypt(password, out)
    return out.getvalue()


def code(errand):
    with pytest.raises(Refused) as refused:
        errand()
    return refused.value.findings[0].code


@pytest.fixture
def place(tmp_path, drawn):
    """Write a template's bytes to a file."""

    def put(content=None, name="mẫu.xlsx"):
        path = tmp_path / name
        path.write_bytes(drawn(FIGURE) if content is None else content)
        return path

    return put


def test_the_report_is_a_file_of_its_own(full_office, place, vi, tmp_path):
    template, out = place(), tmp_path / "báo cáo.xlsx"
    before = template.read_bytes()
    told = full_office.fill_template(template, out, vi)
    assert (told.path, told.answered, told.findings) == (out, 1, ())
    assert template.read_bytes() == before
    assert load_workbook(out)["Báo cáo"]["B2"].value == 219_830


def test_the_template_is_never_written_over(full_office, place, vi, tmp_path):
    template = place()
    before = template.read_bytes()
    assert code(lambda: full_office.fill_template(template, template, vi)) == "template_kept_whole"
    (tmp_path / "link.xlsx").symlink_to(template)
    link = tmp_path / "link.xlsx"
    assert code(lambda: full_office.fill_template(template, link, vi)) == "template_kept_whole"
    assert template.read_bytes() == before


def test_macros_are_kept_and_named(full_office, place, drawn, vi, tmp_path):
    main = "application/vnd.ms-excel.sheet.macroEnabled.main+xml"
    template = place(retyped(drawn(FIGURE), main), "mẫu.xlsm")
    wrong, right = tmp_path / "a.xlsx", tmp_path / "a.xlsm"
    assert code(lambda: full_office.fill_template(template, wrong, vi)) == "template_needs_xlsm"
    told = full_office.fill_template(template, right, vi)
    assert ("macros", 1) in told.kept
    with zipfile.ZipFile(right) as book:
        assert book.read("xl/vbaProject.bin") == b"\x01macros as they are"
    assert load_workbook(right)["Báo cáo"]["B2"].value == 219_830
    assert not wrong.exists()


def test_a_file_saved_as_a_template_gives_a_workbook(full_office, place, drawn, vi, tmp_path):
    main = "application/vnd.openxmlformats-officedocument.spreadsheetml.template.main+xml"
    template, out = place(retyped(drawn(FIGURE), main), "mẫu.xltx"), tmp_path / "a.xlsx"
    full_office.fill_template(template, out, vi)
    with zipfile.ZipFile(out) as book:
        assert SHEET_TYPE in book.read("[Content_Types].xml").decode()


def test_a_locked_template_is_opened_with_its_password(full_office, place, drawn, vi, tmp_path):
    template, out = place(locked(drawn(FIGURE), "bí mật"), "khóa.xlsx"), tmp_path / "a.xlsx"
    assert code(lambda: full_office.fill_template(template, out, vi)) == "template_locked"
    wrong = partial(full_office.fill_template, template, out, vi, password="khác")
    assert code(wrong) == "wrong_password"
    assert not out.exists()
    assert full_office.fill_template(template, out, vi, password="bí mật").answered == 1


def test_every_placeholder_is_listed_with_its_value(full_office, vi, tmp_path):
    out = full_office.write_placeholders(tmp_path / "list.xlsx", vi)
    rows = list(load_workbook(out).worksheets[0].iter_rows(min_row=5, values_only=True))
    told = {row[0]: row[1:] for row in rows if str(row[0]).startswith("{{")}
    usual = [n for n in full_office.shown_numbers() if n.startswith(("exports.", "market:US."))]
    plain = {f"{{{{{name}}}}}" for name in usual if not name.endswith((".value", "_hhi"))}
    assert len(plain & told.keys()) >= 25
    assert told["{{exports.cumulative}}"][1:3] == (219_830, "219,83 tỷ USD")
    assert told["{{exports.growth_printed}}"][2] == "tăng 14,4%"
    assert "02-Bieu-T6.2025.xlsx" in told["{{exports.cumulative}}"][3]
    assert "contribution" in told["{{table:items}}"][3]
