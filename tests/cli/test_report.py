"""The report command: every form at once, made again to the byte, refused in words."""

from __future__ import annotations

import io
from datetime import timedelta

import pytest
from docx import Document

from desktop.cli.door import REFUSED, USAGE, run_command
from desktop.figures.places import sample
from desktop.gui import fonts
from desktop.workflow import Office
from tests.cli.conftest import NOW

pytestmark = pytest.mark.slow

FORMS = ("docx", "pptx", "pdf", "md", "html", "xlsx")


@pytest.fixture(scope="module")
def archive(tmp_path_factory):
    """An archive with the statistics office's sample returns."""
    place = tmp_path_factory.mktemp("reported") / "a.sqlite3"
    with Office(place, clock=lambda: NOW, user="Lan") as office:
        office.take_in([sample("gso")])
    return place


@pytest.fixture
def terminal(command, archive):
    """Run a command on the archive; gives (exit status, standard output, standard error)."""

    def run(*words, at=NOW, language="en"):
        return command(*words, now=at, language=language, archive=archive)

    return run


@pytest.fixture
def dressed(qapp):
    """Wear our font, as where the program makes the application itself."""
    fonts.install()


def _outs(folder, stem):
    return [folder / f"{stem}.{form}" for form in FORMS]


def _asked(outs):
    return [word for out in outs for word in ("--out", out)]


def test_every_form_is_written_and_made_again_a_year_later_to_the_byte(terminal, tmp_path, dressed):
    first, again = _outs(tmp_path, "một"), _outs(tmp_path, "hai")
    status, out, err = terminal("report", *_asked(first), language="vi")
    assert (status, err) == (0, "")
    assert out.splitlines() == [f"Đã ghi: {path}" for path in first]
    later = NOW + timedelta(days=400)
    asked = ("report", "--rebuild", tmp_path / "một.docx", *_asked(again))
    status, _, err = terminal(*asked, at=later)
    assert (status, err) == (0, "")
    for one, other in zip(first, again, strict=True):
        assert one.read_bytes() == other.read_bytes(), one.suffix


def test_what_was_imported_since_does_not_count_in_a_report_made_again(tmp_path, capsys):
    place, out, again = tmp_path / "a.sqlite3", tmp_path / "1.md", tmp_path / "2.md"
    returns = sorted(sample("gso").iterdir())

    def run(*words, at):
        status = run_command([str(w) for w in ("--archive", place, *words)], lambda: at)
        assert status == 0, capsys.readouterr().err

    run("import", *returns[:-1], at=NOW)
    run("report", "--out", out, at=NOW + timedelta(minutes=1))
    run("import", returns[-1], at=NOW + timedelta(minutes=2))
    run("report", "--out", again, "--rebuild", out, at=NOW + timedelta(minutes=3))
    assert again.read_bytes() == out.read_bytes()
    run("report", "--out", again, at=NOW + timedelta(minutes=4))
    assert again.read_bytes() != out.read_bytes()


def test_the_offices_own_styles_are_taken(terminal, tmp_path):
    own, out = Document(), tmp_path / "page.docx"
    own.add_paragraph("To the minister")
    own.add_paragraph("{{report}}")
    own.save(tmp_path / "own.docx")
    status, _, err = terminal("report", "--out", out, "--styles", tmp_path / "own.docx")
    assert (status, err) == (0, "")
    texts = [p.text for p in Document(io.BytesIO(out.read_bytes())).paragraphs]
    assert texts[0] == "To the minister"
    assert texts[1].startswith("Exports of 2025")


@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("page.odt", "is not named as a report. Give it a name that ends in one of .xlsx, .docx"),
        ("missing/page.docx", "Make the folder first, or choose another one."),
        ("x" * 300 + ".docx", "its path is too long"),
    ],
)
def test_what_cannot_be_written_is_said_and_leaves_nothing(terminal, tmp_path, name, said):
    status, out, err = terminal("report", "--out", tmp_path / name)
    assert (status, out) == (REFUSED, "")
    assert said in err
    assert not list(tmp_path.iterdir())


def test_no_form_is_written_where_one_cannot_be_made(terminal, tmp_path):
    (tmp_path / "own.docx").write_bytes(b"no document")
    outs = [tmp_path / "a.md", tmp_path / "b.docx"]
    status, _, err = terminal("report", *_asked(outs), "--styles", tmp_path / "own.docx")
    assert status == REFUSED
    assert "own.docx is no Word document that can be read." in err
    assert not any(out.exists() for out in outs)


def test_a_report_does_not_take_the_archives_place(archive, terminal):
    before = archive.read_bytes()
    assert terminal("report", "--out", archive)[0] == REFUSED
    assert archive.read_bytes() == before


def test_what_is_no_report_of_ours_cannot_be_made_again(terminal, tmp_path):
    (tmp_path / "letter.md").write_text("Dear minister", encoding="utf-8")
    status, _, err = terminal(
        "report", "--out", tmp_path / "b.md", "--rebuild", tmp_path / "letter.md"
    )
    assert status == REFUSED
    assert "letter.md does not carry what is needed to make it again." in err


def test_a_report_of_another_archive_is_not_made_of_this_one(terminal, tmp_path):
    assert terminal("report", "--out", tmp_path / "a.md")[0] == 0
    told = (tmp_path / "a.md").read_text("utf-8")
    mark = told.split("archive=")[1].split(";")[0]
    (tmp_path / "b.md").write_text(told.replace(mark, "0" * len(mark)), encoding="utf-8")
    status, _, err = terminal("report", "--out", tmp_path / "c.md", "--rebuild", tmp_path / "b.md")
    assert status == REFUSED
    assert "was made of another archive." in err


def test_what_is_like_another_is_not_chosen_as_well(terminal, tmp_path):
    asked = ("report", "--out", tmp_path / "b.md", "--rebuild", tmp_path / "a.md", "--year", 2024)
    status, _, err = terminal(*asked)
    assert status == USAGE
    assert "--rebuild already says what is chosen." in err
