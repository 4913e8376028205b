"""The rail at the left: the application's name, the pages, the language and the theme."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import (
    QBoxLayout,
    QButtonGroup,
    QFrame,
    QMenu,
    QSizePolicy,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from desktop.figures.wording import LANGUAGES, N_, Language
from desktop.gui.icons import icon
from desktop.gui.parts.buttons import IconButton, Segments, ToolButton
from desktop.gui.parts.chooser import submenu
from desktop.gui.parts.layouts import Scrolling, column, row
from desktop.gui.parts.text import label
from desktop.gui.text_size import SIZES
from desktop.gui.theme import ThemeChoice
from desktop.gui.tokens import FOLDED_RAIL_WIDTH, RAIL_WIDTH, Colours

_THEMES = {
    ThemeChoice.SYSTEM: ("system", N_("Colours of the system")),
    ThemeChoice.LIGHT: ("sun", N_("Light")),
    ThemeChoice.DARK: ("moon", N_("Dark")),
    ThemeChoice.CONTRAST: ("contrast", N_("High contrast, dark")),
    ThemeChoice.CONTRAST_LIGHT: ("contrast", N_("High contrast, light")),
}


@dataclass(frozen=True, slots=True)
class Place:
    """One entry of the rail: the page's name in the code, its icon, its title (an `N_` text).

    `short` is the title beside a count, which takes room of its own.
    """

    name: str
    icon: str
    title: str
    short: str = ""


class Rail(QFrame):
    """Chooses the page, the language, the theme."""

    page_chosen = Signal(str)
    language_chosen = Signal(str)
    theme_chosen = Signal(str)
    size_chosen = Signal(object)  # per cent; None follows the system

    def __init__(self, places: Sequence[Place]) -> None:
        """List the pages that there are."""
        super().__init__()
        self.setProperty("look", "rail")
        self.setFixedWidth(RAIL_WIDTH)
        self._places, self._narrow = places, False
        self._buttons: dict[str, QToolButton] = {}
        self._waiting: dict[str, int] = {}
        self._group = QButtonGroup(self)
        self._brand, self._other = label("brand"), label("tiny")
        self._brand.setWordWrap(True)
        self.languages = Segments(LANGUAGES)
        self.languages.chosen.connect(self.language_chosen)
        self.themes = IconButton("system")
        self.themes.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self._menu = QMenu(self)
        self.themes.setMenu(self._menu)
        self._lay_out()

    def _lay_out(self) -> None:
        content = QWidget()
        self.setLayout(column(Scrolling(content)))
        self._column = layout = QVBoxLayout(content)
        layout.setContentsMargins(*_MARGINS)
        layout.setSpacing(3)
        names = QVBoxLayout()
        names.setContentsMargins(10, 0, 6, 10)
        names.setSpacing(2)
        names.addWidget(self._brand)
        names.addWidget(self._other)
        layout.addLayout(names)
        for place in self._places:
            layout.addWidget(self._page_button(place))
        layout.addStretch(1)
        self._foot = row(self.languages, 1, self.themes)
        layout.addLayout(self._foot)

    @property
    def pages(self) -> tuple[QToolButton, ...]:
        """The buttons of the pages."""
        return tuple(self._buttons.values())

    def add_button(self, made: QToolButton) -> None:
        """Put a button beside that of the theme."""
        self._foot.insertWidget(2, made)

    def _page_button(self, place: Place) -> QToolButton:
        made = ToolButton()
        made.setProperty("look", "rail")
        made.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        made.setIconSize(QSize(16, 16))
        made.setCheckable(True)
        made.setCursor(Qt.CursorShape.PointingHandCursor)
        made.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        made.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        made.clicked.connect(lambda: self.page_chosen.emit(place.name))
        self._group.addButton(made)
        self._buttons[place.name] = made
        return made

    def fold(self, *, narrow: bool) -> None:
        """Show icons alone, or with their words; the words are told aloud and as tips anyway."""
        if narrow == self._narrow:
            return
        self._narrow = narrow
        self.setFixedWidth(FOLDED_RAIL_WIDTH if narrow else RAIL_WIDTH)
        self._column.setContentsMargins(*(_NARROW_MARGINS if narrow else _MARGINS))
        self._brand.setVisible(not narrow)
        self._other.setVisible(not narrow)
        self._foot.setDirection(_DOWN if narrow else _ACROSS)
        self.languages.stand(upright=narrow)
        style = Qt.ToolButtonStyle
        for made in self.pages:
            made.setToolButtonStyle(
                style.ToolButtonIconOnly if narrow else style.ToolButtonTextBesideIcon
            )
            made.setProperty("narrow", narrow)
            made.style().polish(made)

    def show_page(self, name: str) -> None:
        """Mark the page that is shown; none, where it has no entry of its own.

        The keyboard goes along from another entry: its ring would say that that one is shown.
        """
        self._group.setExclusive(False)
        for known, made in self._buttons.items():
            made.setChecked(known == name)
        self._group.setExclusive(True)
        if name in self._buttons and self.window().focusWidget() in self.pages:
            self._buttons[name].setFocus()

    def tell_waiting(self, name: str, count: int) -> None:
        """Say beside a page's name how many things wait on it; `dress` writes it."""
        self._waiting[name] = count

    def dress(
        self, lang: Language, colours: Colours, theme: ThemeChoice, size: int | None = None
    ) -> None:
        """Speak a language, wear a theme; say which size of text was chosen."""
        self._brand.setText(lang._("Export Target Tracker"))
        # The quiet line gives the name in the other language, for whoever sits beside.
        self._other.setText(
            "Export Target Tracker" if lang.code == "vi" else "Theo dõi mục tiêu xuất khẩu"
        )
        for number, place in enumerate(self._places, 1):
            made = self._buttons[place.name]
            waiting = self._waiting.get(place.name, 0)
            words = f"{lang._(place.title)} · {waiting}" if waiting else lang._(place.title)
            short = f"{lang._(place.short)} · {waiting}" if waiting and place.short else words
            made.setText("  " + short)
            made.setAccessibleName(words)
            made.setToolTip(f"{words} · Ctrl+{number}")
            made.setIcon(_two_inks(place.icon, colours))
        self.languages.dress({"vi": ("VI", "Tiếng Việt"), "en": ("EN", "English")})
        self.languages.choose(lang.code)
        self._dress_themes(lang, colours, theme)
        self._list_sizes(lang, size)

    def _dress_themes(self, lang: Language, colours: Colours, chosen: ThemeChoice) -> None:
        name = f"{lang._('Colours and text size')}: {lang._(_THEMES[chosen][1])}"
        self.themes.dress(colours.secondary, name, _THEMES[chosen][0])
        self._menu.clear()
        for choice, (picture, words) in _THEMES.items():
            mark = "\t✓" if choice is chosen else ""  # a picture stands where Qt would draw it
            entry = self._menu.addAction(icon(picture, colours.secondary), lang._(words) + mark)
            entry.setCheckable(True)
            entry.setChecked(choice is chosen)
            entry.triggered.connect(lambda _=False, c=choice: self.theme_chosen.emit(c.value))

    def _list_sizes(self, lang: Language, chosen: int | None) -> None:
        sizes = submenu(self._menu, lang._("Text size"))
        for size in (None, *SIZES):
            words = f"{size}%" if size else lang._("Size of the system")
            entry = sizes.addAction(words)
            entry.setCheckable(True)
            entry.setChecked(size == chosen)
            entry.triggered.connect(lambda _=False, s=size: self.size_chosen.emit(s))


_MARGINS, _NARROW_MARGINS = (10, 18, 10, 12), (8, 18, 8, 12)
_DOWN, _ACROSS = QBoxLayout.Direction.TopToBottom, QBoxLayout.Direction.LeftToRight


def _two_inks(name: str, colours: Colours) -> QIcon:
    made = QIcon(icon(name, colours.secondary))
    for size in icon(name, colours.primary).availableSizes():
        pixmap = icon(name, colours.primary).pixmap(size)
        made.addPixmap(pixmap, QIcon.Mode.Normal, QIcon.State.On)
    return made
