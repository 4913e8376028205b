"""A filled template carries what it takes to be filled again: to the byte, or not at all."""

from __future__ import annotations

import zipfile
from datetime import UTC, datetime

import pytest
from openpyxl import load_workbook

from desktop.figures.places import sample
from desktop.figures.summary_sheets import STANDARD_SHEETS
from desktop.reports.stamped import stamp_of
from desktop.workflow import Office
from tests.reports.ooxml import faults
from tests.reports.template.test_errand import code, retyped

CELLS = {"B2": "{{exports.cumulative}}", "B3": "{{vintage}} · {{made_on}}", "B5": "{{table:items}}"}


@pytest.fixture
def own(tmp_path, drawn):
    """A template with properties of its own."""
    path = tmp_path / "mẫu.xlsx"
    path.write_bytes(
        drawn(CELLS, lambda book, _: book.set_custom_property("Số văn bản", "12/BC-BCT"))
    )
    return path


def test_it_is_made_again_to_the_byte_from_the_template_beside_it(full_office, own, vi, tmp_path):
    out, again = tmp_path / "báo cáo.xlsx", tmp_path / "lại.xlsx"
    full_office.fill_template(own, out, vi)
    full_office.rebuild_summary(out, again)
    assert again.read_bytes() == out.read_bytes()
    (tmp_path / "sent").mkdir()
    moved = out.rename(tmp_path / "sent" / out.name)
    assert code(lambda: full_office.rebuild_summary(moved, again)) == "template_not_beside"
    full_office.rebuild_summary(moved, again, template=own)
    assert again.read_bytes() == moved.read_bytes()


def test_a_report_like_it_is_of_its_template_and_other_forms_say_the_same(
    full_office, own, vi, tmp_path
):
    out, again, page = (tmp_path / name for name in ("báo cáo.xlsx", "lại.xlsx", "trang.md"))
    full_office.fill_template(own, out, vi)
    choices, spoken = full_office.made_like(out)
    assert spoken is vi
    full_office.write_reports([page, again], spoken, choices, paint=len, like=out)
    assert again.read_bytes() == out.read_bytes()
    assert stamp_of(page.read_bytes()) == stamp_of(out.read_bytes())
    own.unlink()
    (tmp_path / "template.xlsx").unlink()  # the same, as it was drawn
    page.unlink()
    made = lambda: full_office.write_reports(  # noqa: E731 - called once
        [page, again], spoken, choices, paint=len, like=out
    )
    assert code(made) == "template_not_beside"
    assert not page.exists()


def test_another_template_would_be_another_report(full_office, own, drawn, vi, tmp_path):
    out = tmp_path / "báo cáo.xlsx"
    full_office.fill_template(own, out, vi)
    own.write_bytes(drawn({**CELLS, "B9": "Người lập"}))
    again = tmp_path / "lại.xlsx"
    made = lambda: full_office.rebuild_summary(out, again, template=own)  # noqa: E731 - called once
    assert code(made) == "template_another"
    assert not again.exists()


def test_its_properties_stand_beside_the_offices_own(full_office, own, vi, tmp_path):
    out = tmp_path / "báo cáo.xlsx"
    full_office.fill_template(own, out, vi)
    kept = {p.name: p.value for p in load_workbook(out).custom_doc_props.props}
    assert kept["Số văn bản"] == "12/BC-BCT"
    assert kept["export-tracker"].startswith("export-tracker; archive=")
    stamp = stamp_of(out.read_bytes())
    assert (stamp.year, str(stamp.through), stamp.language) == (2025, "2025-06", "vi")


def test_one_without_properties_is_given_some_and_stays_sound(full_office, drawn, vi, tmp_path):
    template, out = tmp_path / "mẫu.xlsm", tmp_path / "báo cáo.xlsm"
    main = "application/vnd.ms-excel.sheet.macroEnabled.main+xml"
    template.write_bytes(retyped(drawn(CELLS), main))
    full_office.fill_template(template, out, vi)
    assert stamp_of(out.read_bytes())
    content = out.read_bytes()
    with zipfile.ZipFile(out) as package:
        types = package.read("[Content_Types].xml").decode()
    assert types.count("/docProps/custom.xml") == 1
    assert not [fault for fault in faults(content) if "vbaProject" not in fault]


def test_nothing_new_is_said_until_the_template_or_the_figures_change(drawn, vi, tmp_path):
    now = []
    template, out = tmp_path / "mẫu.xlsx", tmp_path / "báo cáo.xlsx"
    template.write_bytes(drawn(CELLS))
    with Office(tmp_path / "a.sqlite3", clock=lambda: now[-1], user="Lan") as office:
        for name, day in (("03-Bieu-T3.2025.xlsx", 1), ("02.-Bieu-T4.2025.xlsx", 20)):
            now.append(datetime(2025, 5, day, 9, tzinfo=UTC))
            office.take_in([sample("gso", name)])
            now.append(datetime(2025, 5, day + 1, 9, tzinfo=UTC))
            assert not office.is_filled(template, out, vi)
            office.fill_template(template, out, vi)
            now.append(datetime(2025, 5, day + 2, 9, tzinfo=UTC))
            assert office.is_filled(template, out, vi)
        template.write_bytes(drawn({**CELLS, "B9": "Người lập"}))
        assert not office.is_filled(template, out, vi)
        assert not office.is_told(out, vi, sheets=STANDARD_SHEETS)
