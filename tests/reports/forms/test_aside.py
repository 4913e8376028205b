"""Documents that are made in a process of its own are those that are made on the spot."""

from __future__ import annotations

import pytest

from desktop.figures.finding import Cancelled
from desktop.figures.summary_sheets import ALL_SHEETS
from desktop.figures.wording import language
from desktop.gui.printing.unseen import paint_unseen
from desktop.workflow import Office

pytestmark = pytest.mark.slow
FORMS = ("docx", "pptx", "pdf", "md", "html", "xlsx")


@pytest.fixture(scope="module")
def window_office(full_office):
    """The same archive as a window asks it."""
    with Office(full_office.location, clock=full_office._clock, user="lan") as office:
        office.write_aside()
        office.get_ready_to_write()
        yield office


def test_every_form_is_the_same_to_the_byte(full_office, window_office, tmp_path):
    made = {}
    for name, office in (("here", full_office), ("aside", window_office)):
        outs = [tmp_path / f"{name}.{form}" for form in FORMS]
        office.write_reports(outs, language("vi"), paint=paint_unseen)
        made[name] = [out.read_bytes() for out in outs]
    assert made["here"] == made["aside"]


def test_a_cancel_leaves_the_old_file_whole_and_nothing_beside_it(window_office, tmp_path):
    out = tmp_path / "summary.xlsx"
    out.write_bytes(b"the old one")

    def progress(done, total, _what):
        if done > 20:
            raise Cancelled

    with pytest.raises(Cancelled):
        window_office.write_summary(out, language("vi"), sheets=ALL_SHEETS, progress=progress)
    assert out.read_bytes() == b"the old one"
    assert list(tmp_path.iterdir()) == [out]
