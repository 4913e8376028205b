"""The words that Qt itself shows (its file dialog, its menus of a line), from our own catalogue.

Qt brings no Vietnamese of its own; where the system shows a dialog, the system's words stand.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QTranslator

from desktop.figures.wording import N_

if TYPE_CHECKING:
    from desktop.figures.wording import Language

_BUTTONS = (
    N_("OK"), N_("Cancel"), N_("Open"), N_("Save"), N_("&Yes"), N_("&No"), N_("Close"),
)  # fmt: skip
_EDITING = (
    N_("&Undo"), N_("&Redo"), N_("Cu&t"), N_("&Copy"), N_("&Paste"), N_("Delete"),
    N_("Select All"), N_("&Select All"), N_("&Step up"), N_("Step &down"),
)  # fmt: skip
_SCROLLING = (
    N_("Scroll here"), N_("Left edge"), N_("Right edge"), N_("Top"), N_("Bottom"),
    N_("Page left"), N_("Page right"), N_("Page up"), N_("Page down"), N_("Scroll left"),
    N_("Scroll right"), N_("Scroll up"), N_("Scroll down"), N_("Scroll Left"), N_("Scroll Right"),
)  # fmt: skip
_FILES = (
    N_("&Look in:"), N_("Back"), N_("Go back"), N_("Forward"), N_("Go forward"),
    N_("Parent Directory"), N_("Go to the parent directory"), N_("Create New Folder"),
    N_("Create a New Folder"), N_("List View"), N_("Change to list view mode"), N_("Detail View"),
    N_("Change to detail view mode"), N_("Sidebar"), N_("List of places and bookmarks"),
    N_("Files"), N_("Files of &type:"), N_("File &name:"), N_("&Open"), N_("&Save"), N_("&Choose"),
    N_("All Files (*)"), N_("All files (*)"), N_("Show "), N_("&Rename"), N_("&Delete"),
    N_("Show &hidden files"), N_("&New Folder"), N_("New Folder"), N_("Directories"),
    N_("Directory:"), N_("Find Directory"), N_("Save As"), N_("Recent Places"), N_("Computer"),
    N_("Name"), N_("Size"), N_("Type"), N_("Date Modified"), N_("Drive"), N_("Folder"),
    N_("Unknown"), N_("%1 already exists.\nDo you want to replace it?"),
    N_("%1\nDirectory not found.\nPlease verify the correct directory name was given."),
    N_("%1\nFile not found.\nPlease verify the correct file name was given."),
    N_("'%1' is write protected.\nDo you want to delete it anyway?"),
    N_("Are you sure you want to delete '%1'?"), N_("Could not delete directory."),
)  # fmt: skip
_PRINTING = (
    N_("Print"), N_("&Print"), N_("All Pages"), N_("Odd Pages"), N_("Even Pages"),
    N_("&Options >>"), N_("&Options <<"), N_("Print to File (PDF)"), N_("Local file"),
    N_("Write PDF file"), N_("Printer"), N_("&Name:"), N_("P&roperties"), N_("Location:"),
    N_("Preview"), N_("Type:"), N_("Output &file:"), N_("Print range"), N_("Print all"),
    N_("Pages from"), N_("to"), N_("Pages"), N_("Current Page"), N_("Selection"),
    N_("Page &Set:"), N_("Output Settings"), N_("Copies:"), N_("Collate"), N_("Reverse"),
    N_("Copies"), N_("Color Mode"), N_("Color"), N_("Grayscale"), N_("Double Sided Printing"),
    N_("Off"), N_("Long side binding"), N_("Short side binding"), N_("Options"),
    N_(
        "Specify pages or ranges separated by commas. Ranges are specified by two numbers "
        "separated by a hyphen. E.g: 3,5-7,9 prints pages 3, 5, 6, 7 and 9."
    ),
)  # fmt: skip
TEXTS = frozenset((*_BUTTONS, *_EDITING, *_SCROLLING, *_FILES, *_PRINTING))
"""What Qt asks for, as Qt's own source has it: "&" stands before the letter of a key."""


class ToolkitTexts(QTranslator):
    """Gives Qt its words in the language of the window; other words stay."""

    def __init__(self, lang: Language) -> None:
        """Speak a language until told another, in every dialog and menu made from now on."""
        super().__init__()
        self.lang = lang
        QCoreApplication.installTranslator(self)

    def isEmpty(self) -> bool:  # noqa: N802 - Qt's name
        """Say that there are words, though none came from a file."""
        return False

    def translate(
        self, context: str, source_text: str, disambiguation: str | None = None, n: int = -1
    ) -> str:
        """Give a word of Qt's in the language; Qt looks no further."""
        del context, disambiguation, n
        return self.lang._(source_text) if source_text in TEXTS else source_text
