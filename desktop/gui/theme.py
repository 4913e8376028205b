"""Light, dark, both in high contrast: a palette and a style sheet, made from the design tokens."""

from __future__ import annotations

import re
from dataclasses import asdict
from enum import StrEnum

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QColor, QGuiApplication, QPalette
from PySide6.QtWidgets import QApplication, QStyleFactory, QWidget

from desktop.figures.places import resource
from desktop.gui import tokens
from desktop.gui.dressing import Dressing
from desktop.gui.tokens import CONTRAST, CONTRAST_LIGHT, DARK, LIGHT, Colours

_NAME = re.compile(r"@([a-z_]+)")


class ThemeChoice(StrEnum):
    """What the user asked for: the system's own, or one of the four."""

    SYSTEM = "system"
    LIGHT = "light"
    DARK = "dark"
    CONTRAST = "contrast"
    CONTRAST_LIGHT = "contrast-light"


_SCHEMES = {
    ThemeChoice.SYSTEM: Qt.ColorScheme.Unknown,
    ThemeChoice.LIGHT: Qt.ColorScheme.Light,
    ThemeChoice.DARK: Qt.ColorScheme.Dark,
    ThemeChoice.CONTRAST: Qt.ColorScheme.Dark,
    ThemeChoice.CONTRAST_LIGHT: Qt.ColorScheme.Light,
}
_COLOURS = {
    ThemeChoice.LIGHT: LIGHT,
    ThemeChoice.DARK: DARK,
    ThemeChoice.CONTRAST: CONTRAST,
    ThemeChoice.CONTRAST_LIGHT: CONTRAST_LIGHT,
}

_STYLE = "fusion"


class Theme(QObject):
    """Dresses the application, and says so when the colours change."""

    changed = Signal()

    def __init__(self, choice: ThemeChoice = ThemeChoice.SYSTEM) -> None:
        """Dress at once; `choice` is what the user asked for last time."""
        super().__init__()
        self.choice = choice
        self.colours = LIGHT
        self.dressing = Dressing()
        if QApplication.style().name() != _STYLE:  # all there is would be polished anew
            QApplication.setStyle(QStyleFactory.create(_STYLE))
        hints = QGuiApplication.styleHints()
        hints.colorSchemeChanged.connect(self._follow)
        hints.accessibility().contrastPreferenceChanged.connect(self._follow)
        self._dress()

    def dress(self, *parts: QWidget) -> None:
        """Give parts of the window the style sheet.

        Not the application as a whole: styling 300 widgets at once stops the window for longer
        than a tenth of a second, so a page that nobody sees is dressed when it is shown.
        """
        for part in parts:
            self.dressing.dress(part, self._sheet)

    @property
    def dark(self) -> bool:
        """True while the dark colours are worn."""
        return self.colours is DARK

    def choose(self, choice: ThemeChoice) -> None:
        """Wear another choice."""
        if choice is not self.choice:
            self.choice = choice
            self._dress()
            self.changed.emit()

    def _follow(self) -> None:
        if self.choice is ThemeChoice.SYSTEM and self._wanted() is not self.colours:
            self._dress()
            self.changed.emit()

    def _wanted(self) -> Colours:
        if self.choice is ThemeChoice.SYSTEM:
            hints = QGuiApplication.styleHints()
            return system_colours(hints.colorScheme(), hints.accessibility().contrastPreference())
        return _COLOURS[self.choice]

    def _dress(self) -> None:
        # Native title bars and dialogs follow this hint; ours follow palette and style sheet.
        QGuiApplication.styleHints().setColorScheme(_SCHEMES[self.choice])
        self.colours = self._wanted()
        QApplication.setPalette(palette(self.colours))
        self._sheet = style_sheet(self.colours)


def system_colours(scheme: Qt.ColorScheme, contrast: Qt.ContrastPreference) -> Colours:
    """Give the colours for what the system tells of itself; light where it tells nothing."""
    dark = scheme is Qt.ColorScheme.Dark
    if contrast is Qt.ContrastPreference.HighContrast:
        return CONTRAST if dark else CONTRAST_LIGHT
    return DARK if dark else LIGHT


def palette(colours: Colours) -> QPalette:
    """Give Qt's own roles the colours of the tokens."""
    made = QPalette()
    roles = {
        QPalette.ColorRole.Window: colours.window,
        QPalette.ColorRole.WindowText: colours.text,
        QPalette.ColorRole.Base: colours.card,
        QPalette.ColorRole.AlternateBase: colours.shade,
        QPalette.ColorRole.Text: colours.text,
        QPalette.ColorRole.Button: colours.card,
        QPalette.ColorRole.ButtonText: colours.text,
        QPalette.ColorRole.BrightText: colours.on_primary,
        QPalette.ColorRole.PlaceholderText: colours.muted,
        QPalette.ColorRole.Highlight: colours.primary,
        QPalette.ColorRole.HighlightedText: colours.on_primary,
        QPalette.ColorRole.ToolTipBase: colours.tooltip,
        QPalette.ColorRole.ToolTipText: colours.on_tooltip,
        QPalette.ColorRole.Link: colours.primary,
        QPalette.ColorRole.Mid: colours.border,
        QPalette.ColorRole.Accent: colours.primary,
    }
    for role, colour in roles.items():
        made.setColor(role, QColor(colour))
    for role in (QPalette.ColorRole.Text, QPalette.ColorRole.ButtonText):
        made.setColor(QPalette.ColorGroup.Disabled, role, QColor(colours.muted))
    return made


def style_sheet(colours: Colours) -> str:
    """Fill the ``@names`` of ``resources/style.qss`` with the tokens of that name."""
    known = {
        name.lower(): f"{value}px" if isinstance(value, int) else value
        for name, value in vars(tokens).items()
        if isinstance(value, int | str)
    } | asdict(colours)
    known["icons"] = resource("icons").as_posix()
    text = resource("style.qss").read_text("utf-8")
    return _NAME.sub(lambda found: known[found[1]], text)
