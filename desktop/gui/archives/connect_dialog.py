"""Connecting to an office's archive: server, database, account, password, certificate."""

from __future__ import annotations

from urllib.parse import parse_qsl, quote, unquote, urlencode, urlsplit

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QGridLayout, QLineEdit, QVBoxLayout, QWidget

from desktop.figures.wording import N_, Language
from desktop.gui import dialogs
from desktop.gui.archives.recent import OF_THE_SYSTEM, TRUSTED, anchored
from desktop.gui.parts.buttons import button
from desktop.gui.parts.dialog import Dialog
from desktop.gui.parts.layouts import row
from desktop.gui.parts.text import label

SERVER, DATABASE, ACCOUNT, PASSWORD, CERTIFICATE = (
    "server", "database", "account", "password", "certificate",
)  # fmt: skip
_FIELDS = {
    SERVER: (N_("Server"), N_("such as data.office.example, or with a port: name:5433")),
    DATABASE: (N_("Database"), N_("such as exports")),
    ACCOUNT: (N_("Account"), N_("the name that the keeper gave you")),
    PASSWORD: (N_("Password"), N_("kept in this system's keyring; empty if it is there already")),
    CERTIFICATE: (N_("Certificate"), N_("the file ca.crt of your office, if it gave you one")),
}

_MENDED_IN = {
    "archive_certificate": CERTIFICATE,
    "archive_certificate_file": CERTIFICATE,
    "archive_certificate_host": SERVER,
    "archive_door": SERVER,
    "archive_no_server": SERVER,
    "archive_place_unknown": SERVER,
    "archive_server_gone": SERVER,
    "no_database": DATABASE,
}
"""In which field what was refused is mended."""


class ConnectDialog(Dialog):
    """Asks how to reach an archive. `try_asked` gives its address and the password typed."""

    try_asked = Signal(str, str)

    def __init__(self, parent: QWidget, lang: Language, place: str = "") -> None:
        """Start from the archive on a server that is open; empty where none is."""
        super().__init__(parent)
        self.given_up = False
        self._more: dict[str, str] = {}
        self.setObjectName("connect")
        self._lang = lang
        title = lang._("Connect to an office's archive")
        self.setWindowTitle(title)
        self.fields: dict[str, QLineEdit] = {}
        self.trouble = label("small")
        self.trouble.setWordWrap(True)
        self.trouble.setMinimumHeight(self.trouble.sizeHint().height() * 2)
        self.connect_button = button("primary", self._try)
        self.connect_button.setText(lang._("Connect"))
        self.connect_button.setDefault(True)
        self._lay_out(title)
        if "://" in place and not place.startswith("sqlite"):
            self._fill(place)
        self.rejected.connect(self._give_up)

    def _lay_out(self, title: str) -> None:
        grid = QGridLayout()
        grid.setHorizontalSpacing(14)
        grid.setVerticalSpacing(8)
        for number, (name, (words, hint)) in enumerate(_FIELDS.items()):
            field = self.fields[name] = QLineEdit()
            field.setPlaceholderText(self._lang._(hint))
            field.setAccessibleName(self._lang._(words))
            named = label("secondary", self._lang._(words))
            named.setBuddy(field)
            grid.addWidget(named, number, 0)
            beside = number == len(_FIELDS) - 1  # the last has a button
            grid.addWidget(field, number, 1, 1, 1 if beside else 2)
        self.fields[PASSWORD].setEchoMode(QLineEdit.EchoMode.Password)
        self.choose = button("", self._choose)
        self.choose.setText(self._lang._("Choose…"))
        self.choose.setAutoDefault(False)
        grid.addWidget(self.choose, len(_FIELDS) - 1, 2)
        cancel = button("", self.reject)
        cancel.setText(self._lang._("Cancel"))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(22, 20, 22, 18)
        layout.setSpacing(14)
        layout.addWidget(label("title", title))
        layout.addLayout(grid)
        layout.addWidget(self.trouble)
        layout.addLayout(row(1, cancel, self.connect_button, gap=8))
        self.resize(620, self.sizeHint().height())
        self.fields[SERVER].setFocus()

    def _fill(self, place: str) -> None:
        parts = urlsplit(place)
        self._more = dict(parse_qsl(parts.query))
        certificate = self._more.pop(TRUSTED, "")
        for name, words in (
            (SERVER, parts.netloc.rpartition("@")[2]),
            (DATABASE, unquote(parts.path.removeprefix("/"))),
            (ACCOUNT, unquote(parts.username or "")),
            (CERTIFICATE, "" if certificate == OF_THE_SYSTEM else certificate),
        ):
            self.fields[name].setText(words)
        self.fields[PASSWORD].setFocus()

    def _give_up(self) -> None:
        self.given_up = True

    def _choose(self) -> None:
        chosen = dialogs.certificate_to_trust(self, self._lang)
        if chosen:
            self.fields[CERTIFICATE].setText(str(chosen))

    def address(self) -> str:
        """Give the address of what was typed, without the password."""
        server, database, account, certificate = (
            self.fields[name].text().strip() for name in (SERVER, DATABASE, ACCOUNT, CERTIFICATE)
        )
        who = f"{quote(account, safe='')}@" if account else ""
        asked = {**self._more, **({TRUSTED: certificate} if certificate else {})}
        tail = f"?{urlencode(asked, safe='/:')}" if asked else ""
        return anchored(f"postgresql://{who}{server}/{quote(database, safe='')}{tail}")

    def _try(self) -> None:
        missing = [n for n in (SERVER, DATABASE, ACCOUNT) if not self.fields[n].text().strip()]
        if missing:
            self.fields[missing[0]].setFocus()
            self.say(self._lang._("{what} is missing.", what=self._lang._(_FIELDS[missing[0]][0])))
            return
        self.connect_button.setEnabled(False)
        self.say(self._lang._("Connecting…"))
        self.try_asked.emit(self.address(), self.fields[PASSWORD].text())

    def say(self, words: str) -> None:
        """Say how it went; another try is possible from then on."""
        self.trouble.setText(words)
        self.trouble.setAccessibleName(words)

    def say_refused(self, words: str, code: str = "") -> None:
        """Say why it was refused, and let the user mend what was: the field of the code."""
        self.say(f"▲ {words}")
        field = self.fields[_MENDED_IN.get(code, PASSWORD)]
        field.setFocus()
        field.selectAll()

    def let_try(self) -> None:
        """Let the user try again."""
        self.connect_button.setEnabled(True)
