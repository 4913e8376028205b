"""The system's own file dialogs, in one place so that tests can answer for the user."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtWidgets import QFileDialog, QInputDialog, QLineEdit, QWidget

from desktop.figures.return_files import TEXTS, WORKBOOKS
from desktop.figures.wording import Language


def returns_to_import(parent: QWidget, lang: Language, folder: str) -> list[Path]:
    """Ask for one return or several; none where the user changes their mind."""
    patterns = " ".join(f"*{ending}" for ending in (*WORKBOOKS, *TEXTS))
    kinds = f"{lang._('Returns')} ({patterns});;{lang._('All files')} (*)"
    names, _ = QFileDialog.getOpenFileNames(parent, lang._("Import returns…"), folder, kinds)
    return [Path(name) for name in names]


def report_to_write(parent: QWidget, lang: Language, proposed: str, kind: str) -> Path | None:
    """Ask where a report of this kind goes; None where the user changes their mind."""
    return _to_write(parent, lang._("Write the report…"), proposed, lang._(kind))


def _to_write(parent: QWidget, title: str, proposed: str, kind: str) -> Path | None:
    """Ask for a file of a kind; its ending is that of the proposed name where none was typed."""
    suffix = Path(proposed).suffix
    name, _ = QFileDialog.getSaveFileName(parent, title, proposed, f"{kind} (*{suffix})")
    if not name:
        return None
    path = Path(name)
    return path if path.suffix else path.with_suffix(suffix)


def password(parent: QWidget, lang: Language, name: str) -> str:
    """Ask for the password of a file; empty where the user changes their mind."""
    said, given = QInputDialog.getText(
        parent, lang._("Password"), lang._("The password of {name}:", name=name),
        QLineEdit.EchoMode.Password,
    )  # fmt: skip
    return said if given else ""


def template_to_fill(parent: QWidget, lang: Language, before: str) -> Path | None:
    """Ask for the office's own workbook; None where the user changes their mind."""
    kinds = f"{lang._('Excel workbooks')} (*.xlsx *.xlsm *.xltx *.xltm);;{lang._('All files')} (*)"
    name, _ = QFileDialog.getOpenFileName(parent, lang._("Choose a template…"), before, kinds)
    return Path(name) if name else None


def picture_to_write(parent: QWidget, lang: Language, proposed: str) -> Path | None:
    """Ask where a chart goes; the kind that was chosen gives the ending where none was typed."""
    words = {"png": lang._("Picture"), "svg": lang._("Vector drawing"), "pdf": lang._("PDF")}
    kinds = {f"{kind} (*.{form})": form for form, kind in words.items()}
    title = lang._("Save the chart as a picture…")
    name, kind = QFileDialog.getSaveFileName(parent, title, proposed, ";;".join(kinds))
    if not name:
        return None
    path = Path(name)
    known = path.suffix.lower().lstrip(".") in kinds.values()
    return path if known else path.with_name(f"{path.name}.{kinds.get(kind, 'png')}")


def form_to_write(parent: QWidget, lang: Language, proposed: str) -> Path | None:
    """Ask where the form of targets goes; None where the user changes their mind."""
    return _to_write(parent, lang._("Write the form…"), proposed, lang._("Excel workbook"))


def form_to_read(parent: QWidget, lang: Language, folder: str) -> Path | None:
    """Ask for a form of targets; None where the user changes their mind."""
    kinds = f"{lang._('Excel workbooks')} (*.xlsx *.xlsm *.xls);;{lang._('All files')} (*)"
    name, _ = QFileDialog.getOpenFileName(parent, lang._("Read a form…"), folder, kinds)
    return Path(name) if name else None


def copy_to_write(parent: QWidget, lang: Language, proposed: str) -> Path | None:
    """Ask where a copy of a kept original goes; None where the user changes their mind."""
    kinds = f"{lang._('Excel workbooks')} (*.xlsx *.xlsm *.xls);;{lang._('All files')} (*)"
    name, _ = QFileDialog.getSaveFileName(parent, lang._("Save a copy"), proposed, kinds)
    return Path(name) if name else None


def folder_to_watch(parent: QWidget, lang: Language, folder: str) -> Path | None:
    """Ask for a folder; None where the user changes their mind.

    While a path is typed Qt's own dialog chooses every folder on the way: what is typed counts.
    """
    asked = QFileDialog(parent, lang._("Choose a folder to watch"), folder)
    asked.setFileMode(QFileDialog.FileMode.Directory)
    asked.setOption(QFileDialog.Option.ShowDirsOnly)
    agreed = bool(asked.exec())
    chosen = [Path(name) for name in asked.selectedFiles()] if agreed else []
    field = asked.findChild(QLineEdit, "fileNameEdit")  # none where the system's own dialog asks
    typed = Path(asked.directory().path(), field.text()) if field else None
    asked.deleteLater()
    if chosen and typed is not None and typed.is_dir():
        return typed
    return max(chosen, key=lambda way: len(way.parts), default=None)


def _kept(suffix: str, lang: Language) -> str:
    return lang._("Table of names") if suffix == "csv" else lang._("Layout")


def kept_to_read(parent: QWidget, lang: Language, folder: str, suffix: str) -> Path | None:
    """Ask for a file of names (csv) or a layout (json); None where the user changes their mind."""
    kinds = f"{_kept(suffix, lang)} (*.{suffix});;{lang._('All files')} (*)"
    name, _ = QFileDialog.getOpenFileName(parent, lang._("Names and layouts"), folder, kinds)
    return Path(name) if name else None


def kept_to_write(parent: QWidget, lang: Language, proposed: str) -> Path | None:
    """Ask where names or a layout go; None where the user changes their mind."""
    kind = _kept(Path(proposed).suffix[1:], lang)
    return _to_write(parent, lang._("Names and layouts"), proposed, kind)


def scenario_to_read(parent: QWidget, lang: Language, folder: str) -> Path | None:
    """Ask for a scenario; None where the user changes their mind."""
    kinds = f"{lang._('Scenario')} (*.json);;{lang._('All files')} (*)"
    name, _ = QFileDialog.getOpenFileName(parent, lang._("Import…"), folder, kinds)
    return Path(name) if name else None


def scenario_to_write(parent: QWidget, lang: Language, proposed: str) -> Path | None:
    """Ask where a copy of a scenario goes; None where the user changes their mind."""
    return _to_write(parent, lang._("Save a copy…"), proposed, lang._("Scenario"))


def archive_to_open(parent: QWidget, lang: Language, folder: str) -> Path | None:
    """Ask for an archive, one that there is or the name of a new one."""
    kinds = f"{lang._('Archives')} (*.sqlite3 *.sqlite *.db);;{lang._('All files')} (*)"
    name, _ = QFileDialog.getSaveFileName(
        parent, lang._("Open or start an archive"), folder, kinds,
        options=QFileDialog.Option.DontConfirmOverwrite,
    )  # fmt: skip
    if not name:
        return None
    path = Path(name)
    return path if path.suffix or path.exists() else path.with_suffix(".sqlite3")


def certificate_to_trust(parent: QWidget, lang: Language) -> Path | None:
    """Ask for an office's certificate; None where the user changes their mind."""
    kinds = f"{lang._('Certificates')} (*.crt *.pem *.cer);;{lang._('All files')} (*)"
    name, _ = QFileDialog.getOpenFileName(parent, lang._("Choose…"), "", kinds)
    return Path(name) if name else None
