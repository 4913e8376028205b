"""The page of export: choices are remembered, the report is seen before it is written."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtGui import QDesktopServices
from xlsxwriter import Workbook

from desktop.figures.finding import Finding, Severity
from desktop.figures.summary_sheets import STANDARD_SHEETS, SummarySheet
from desktop.gui import dialogs
from desktop.gui.export.choices import ExportForm

pytestmark = pytest.mark.slow


@pytest.fixture
def opened(monkeypatch):
    """Keep what the system would have been asked to open."""
    asked = []
    monkeypatch.setattr(QDesktopServices, "openUrl", lambda url: asked.append(url.toLocalFile()))
    return asked


@pytest.fixture
def page(window, qtbot, opened):
    """The page with its preview."""
    window.actions_["export"].trigger()
    made = window.pages.export
    qtbot.waitUntil(lambda: bool(made.preview.leaves))
    return made


@pytest.fixture
def saying(monkeypatch):
    """Let the user choose a file when asked where a report goes."""

    def say(path):
        monkeypatch.setattr(dialogs, "report_to_write", lambda *_: path)

    return say


def written(window, qtbot, does):
    with qtbot.waitSignal(window.exporting.said) as said:
        does()
    return said.args[0]


def test_the_report_is_seen_page_by_page(page, qtbot):
    assert page.isVisible()
    assert len(page.preview.leaves) > 1
    assert page.preview.counter.text().startswith("Page 1 of")
    assert "Exports of June." in page.preview.leaves[0].accessibleDescription()
    page.preview.after.click()
    assert page.preview.counter.text().startswith("Page 2 of")
    assert page.preview.before.isEnabled()
    drawn = page.preview.leaves[0].grab().toImage()
    inks = {drawn.pixelColor(x, y).lightness() for x in range(60, 300, 2) for y in range(60, 160)}
    assert max(inks) == 255
    assert min(inks) < 128


def test_ctrl_e_again_asks_where_and_writes_what_is_chosen(window, page, office, qtbot, saying,
                                                           opened, tmp_path):  # fmt: skip
    saying(tmp_path / "summary.xlsx")
    message = written(window, qtbot, window.actions_["export"].trigger)
    assert "summary.xlsx" in message.sentence
    assert (tmp_path / "summary.xlsx").exists()
    assert ("summary.xlsx", "en", STANDARD_SHEETS, None) in office.asked_for
    assert opened == [str(tmp_path)]
    assert "summary.xlsx" in page.card._last.text()


def test_ctrl_enter_writes_what_is_looked_at(window, page, qtbot, saying, tmp_path):
    saying(tmp_path / "by-keys.xlsx")
    message = written(window, qtbot, window.actions_["accept"].trigger)
    assert "by-keys.xlsx" in message.sentence
    assert (tmp_path / "by-keys.xlsx").exists()


def test_the_choices_are_remembered(window, page, office, qtbot, saying, tmp_path):
    page.card.languages.press("vi")
    page.card.sheets[SummarySheet.METHOD].setChecked(False)
    page.card.sheets[SummarySheet.DATA].setChecked(True)
    page.card.opens.setChecked(False)
    saying(tmp_path / "a.xlsx")
    written(window, qtbot, page.write)
    (asked,) = [one for one in office.asked_for if one[0] == "a.xlsx"]
    _, language, sheets, _ = asked
    assert language == "vi"
    assert SummarySheet.METHOD not in sheets
    assert sheets[-1] is SummarySheet.DATA
    again = type(page)(window.session, window.exporting)
    qtbot.addWidget(again)
    assert again.choices == page.choices
    assert not again.choices.opens_folder


def test_another_language_is_another_preview(page, office, qtbot):
    page.card.languages.press("vi")
    qtbot.waitUntil(lambda: ("paper", "vi", None) in office.asked_for)


def test_what_is_in_focus_is_told_more_of_and_names_the_file(window, page, office, qtbot, saying,
                                                             tmp_path):  # fmt: skip
    before = len(office.papers)
    window.session.focus_on(market="US", item="MARD/FISHERY")
    qtbot.waitUntil(lambda: len(office.papers) > before)
    assert (office.papers[-1].market, office.papers[-1].item) == ("US", "MARD/FISHERY")
    assert window.focus_bar.sentence.text().startswith("Every report says more of this")
    page.card.form.chosen.emit(ExportForm.BRIEFING.value)
    proposed = Path(window.exporting.proposed(page.choices)).name
    assert proposed == "Exports 2025-06 United States - Fishery products.docx"
    saying(tmp_path / "us.docx")
    written(window, qtbot, page.write)
    assert office.papers[-1].market == "US"
    page.card.form.chosen.emit(ExportForm.WORKBOOK.value)
    saying(tmp_path / "us.xlsx")
    written(window, qtbot, page.write)
    assert office.told_more_of == ("MARD/FISHERY", "US")
    page.card.form.chosen.emit(ExportForm.TEMPLATE.value)
    assert Path(window.exporting.proposed(page.choices)).name == "Exports 2025-06.xlsx"


def test_as_last_month_takes_one_press_and_replaces_nothing(window, page, office, qtbot, saying,
                                                            tmp_path):  # fmt: skip
    assert not page.card.again.isEnabled()
    page.card.form.choose(ExportForm.BRIEFING.value)
    saying(tmp_path / "Exports 2025-06.docx")
    written(window, qtbot, page.write)
    page.card.form.choose(ExportForm.WORKBOOK.value)
    qtbot.waitUntil(page.card.again.isEnabled)
    message = written(window, qtbot, window.actions_["export-again"].trigger)
    assert "Exports 2025-06 (2).docx" in message.sentence
    assert sorted(p.name for p in tmp_path.glob("*.docx")) == [
        "Exports 2025-06 (2).docx", "Exports 2025-06.docx",
    ]  # fmt: skip


def test_a_template_is_chosen_and_filled(window, page, office, qtbot, saying, monkeypatch,
                                         tmp_path):  # fmt: skip
    page.card.form.choose(ExportForm.TEMPLATE.value)
    qtbot.waitUntil(lambda: not page.card.write.isEnabled())
    monkeypatch.setattr(dialogs, "template_to_fill", lambda *_: Path("/office/Mau.xlsm"))
    page.card.template.click()
    qtbot.waitUntil(page.card.write.isEnabled)
    assert window.exporting.proposed(page.choices).endswith(".xlsm")
    saying(tmp_path / "filled.xlsm")
    message = written(window, qtbot, page.write)
    assert message.remedy == "7 placeholders filled. 1 has no value."
    assert ("filled.xlsm", "en", "Mau.xlsm", None) in office.asked_for


def test_the_placeholders_are_listed(window, page, qtbot, saying, tmp_path):
    saying(tmp_path / "list.xlsx")
    message = written(window, qtbot, page.card.listing.click)
    assert "list.xlsx" in message.sentence


def test_a_template_may_be_dropped(window, qtbot, tmp_path, opened):
    with Workbook(tmp_path / "mau.xlsx") as book:
        book.add_worksheet().write("B2", "{{exports.cumulative}}")
    window.taking_in.take([tmp_path / "mau.xlsx"])
    qtbot.waitUntil(lambda: window.page == "export")
    assert window.pages.export.choices.form is ExportForm.TEMPLATE
    assert window.pages.export.choices.template.endswith("mau.xlsx")


def test_nothing_to_report_is_said_in_the_previews_place(window, office, qtbot, opened):
    office.speechless = True
    window.show_page("export")
    preview = window.pages.export.preview
    qtbot.waitUntil(lambda: "no total export figure" in preview.nothing.text.text())
    assert preview.nothing.isVisible()
    assert not preview.told.isVisible()
    assert preview.nothing.ways[0].text() == "Import returns…"
    assert not preview.leaves


def test_a_file_open_elsewhere_is_said_and_another_name_offered(window, page, office, qtbot,
                                                                monkeypatch, tmp_path):  # fmt: skip
    taken, offered = tmp_path / "summary.xlsx", []
    taken.write_bytes(b"as it was")
    finding = Finding(Severity.ERROR, "target_not_writable", about=str(taken))
    office.stands_against["summary.xlsx"] = (finding,)

    def choose(_parent, _language, proposed, _kind):
        offered.append(Path(proposed).name)
        return taken if len(offered) == 1 else Path(proposed)

    monkeypatch.setattr(dialogs, "report_to_write", choose)
    message = written(window, qtbot, page.write)
    assert "summary.xlsx" in message.sentence
    assert message.button == "Another name…"
    assert window.notice.message == message
    assert "summary (2).xlsx" in written(window, qtbot, message.pressed).sentence
    assert offered[1] == "summary (2).xlsx"
    assert taken.read_bytes() == b"as it was"
    assert (tmp_path / "summary (2).xlsx").exists()


def test_a_locked_template_asks_for_its_password_until_it_opens(window, page, office, qtbot, saying,
                                                                monkeypatch, tmp_path):  # fmt: skip
    office.lock = "bí mật"
    page.card.form.choose(ExportForm.TEMPLATE.value)
    page.card.take_template(Path("/office/Mau.xlsx"))
    saying(tmp_path / "filled.xlsx")
    message = written(window, qtbot, page.write)
    assert message.button == "Enter the password…"
    answers = iter(["khác", "bí mật"])
    monkeypatch.setattr(dialogs, "password", lambda *_: next(answers))
    again = written(window, qtbot, message.pressed)
    assert again.button == message.button
    assert "filled.xlsx" in written(window, qtbot, again.pressed).sentence
    assert (tmp_path / "filled.xlsx").exists()


def test_all_that_stands_against_a_template_is_listed(window, page, office, qtbot, saying,
                                                      tmp_path):  # fmt: skip
    office.stands_against["summary.xlsx"] = tuple(
        Finding(Severity.ERROR, "placeholder_unknown", "S", cell, "{{x}}") for cell in ("B2", "C3")
    )
    saying(tmp_path / "summary.xlsx")
    page.write()
    qtbot.waitUntil(lambda: "S!B2" in page.preview.told.text())
    assert "S!C3" in page.preview.told.text()
    saying(tmp_path / "other.xlsx")
    written(window, qtbot, page.write)
    qtbot.waitUntil(lambda: bool(page.preview.leaves))


def test_no_sheet_at_all_cannot_be_written(page, qtbot):
    for box in page.card.sheets.values():
        box.setChecked(False)
    qtbot.waitUntil(lambda: not page.card.write.isEnabled())


@pytest.mark.parametrize("kept", ["", "{", '{"form": "fax"}', '{"choices": {}}'])
def test_what_cannot_be_recalled_counts_as_never_chosen(window, kept, qtbot):
    for name in ("export_choices", "export_last"):
        window.session.memory.remember(name, kept)
    page = window.pages.export
    assert page.choices.sheets == STANDARD_SHEETS
    assert not page.card.again.isEnabled()
